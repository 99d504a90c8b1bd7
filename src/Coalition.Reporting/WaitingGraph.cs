using System.Collections.Immutable;
using Coalition.Approvals;
using Coalition.Requirements;
using Coalition.Sufficiency;

namespace Coalition.Reporting;

/// <summary>What a node of the graph of waiting is.</summary>
internal enum WaitingKind
{
    Nation,
    Approval,
    Circumstance,
    Guarantee,
}

/// <summary>Somebody or something that waits, or is waited for.</summary>
internal sealed record WaitingNode(WaitingKind Kind, string Id, string Name);

/// <summary>Who waits for whom or what, and because of which pledges.</summary>
/// <param name="From">The place in the list of nodes of who waits.</param>
/// <param name="To">The place of what is waited for.</param>
/// <param name="Because">The ids of the pledges, or of the approval or guarantee itself.</param>
/// <param name="InCircle">Whether it is part of a circle, in which each waits for the next.</param>
internal sealed record WaitingEdge(int From, int To, ImmutableArray<string> Because, bool InCircle);

/// <summary>Who waits for whom on the day of a report: nations, what their parliaments decide, circumstances and guarantees.</summary>
/// <remarks>
/// A nation waits for the approvals, hosts and circumstances that hold back a pledge of it, and for whom its conditions name: a nation, the owner of a pledge, or everybody
/// whose pledges a condition would count and that do not count yet. A circle is one of the pledges that the evaluator found locked.
/// </remarks>
internal sealed class WaitingGraph
{
    private readonly SufficiencyReport report;
    private readonly List<WaitingNode> nodes = [];
    private readonly Dictionary<(WaitingKind, string), int> places = [];
    private readonly Dictionary<(int From, int To), (List<string> Because, bool Locked)> edges = [];

    internal WaitingGraph(SufficiencyReport report)
    {
        this.report = report;
        foreach (var pledge in report.Pledges.Where(p => p.Standing is Standing.Pending or Standing.Locked))
        {
            AddPledge(pledge);
        }

        foreach (var guarantee in report.Guarantees.Where(g => g.Force == GuaranteeForce.TriggerUnknown))
        {
            Add(Guarantee(guarantee.Guarantee.Id), Circumstance(guarantee.Guarantee.Trigger!), guarantee.Guarantee.Id, isLocked: false);
        }

        Drop();
        Nodes = [.. nodes];
        Edges = Marked();
    }

    /// <summary>The nodes, in the order in which they were met: first the nations whose pledges wait, in the order of the model.</summary>
    internal ImmutableArray<WaitingNode> Nodes { get; }

    internal ImmutableArray<WaitingEdge> Edges { get; }

    /// <summary>The nodes of each circle.</summary>
    internal ImmutableArray<ImmutableArray<int>> Circles { get; private set; }

    private CoalitionModel Model => report.Model;

    private void AddPledge(PledgeReport pledge)
    {
        var from = Nation(pledge.Pledge.Nation);
        foreach (var gate in pledge.Gates.Where(g => g.Standing is Standing.Pending or Standing.Locked))
        {
            var isLocked = gate.Standing == Standing.Locked;
            switch (gate.Gate)
            {
                case Gate.Condition when pledge.Pledge.Condition is { } condition:
                    AddCondition(from, condition, pledge.Pledge.Id, isLocked);
                    break;
                case Gate.Mandate:
                    AddMandates(from, pledge, isLocked);
                    break;
                default:
                    AddMatters(from, gate.OpenMatters, pledge.Pledge.Id);
                    break;
            }
        }
    }

    private void AddMatters(int from, ImmutableArray<OpenMatter> matters, string because)
    {
        foreach (var matter in matters)
        {
            var to = matter.Kind switch
            {
                OpenMatterKind.Approval => Approval(matter.Id),
                OpenMatterKind.Admission => Nation(new NationCode(matter.Id)),
                OpenMatterKind.Circumstance => Circumstance(matter.Id),
                _ => from,
            };
            Add(from, to, because, isLocked: false);
        }
    }

    // A mandate may wait for a renewal, and for what its own condition names.
    private void AddMandates(int from, PledgeReport pledge, bool isLocked)
    {
        foreach (var id in pledge.Pledge.Needs)
        {
            var isOpen = report.OpenMatters.Contains(new OpenMatter(OpenMatterKind.Approval, id));
            var condition = Model.MandateState(id, report.On, report.KnownAsOf) switch
            {
                MandateState.Active active => active.Mandate.Condition,
                MandateState.Extended extended => extended.Mandate.Condition,
                MandateState.Amended amended => amended.Mandate.Condition,
                MandateState.ProvisionallyExtended provisional => provisional.Mandate.Condition,
                _ => null,
            };
            if (isOpen || condition is not null)
            {
                Add(from, Approval(id), pledge.Pledge.Id, isLocked);
            }

            if (condition is not null)
            {
                AddCondition(Approval(id), condition, id, isLocked);
            }
        }
    }

    private void AddCondition(int from, Requirement condition, string because, bool isLocked)
    {
        Stack<Requirement> left = new([condition]);
        while (left.TryPop(out var requirement))
        {
            switch (requirement)
            {
                case Requirement.Holds holds when IsOpen(holds.Circumstance):
                    Add(from, Circumstance(holds.Circumstance), because, isLocked: false);
                    break;
                case Requirement.Contributes contributes:
                    AddNations(from, contributes.Filter, because, isLocked, contributes.Nation);
                    break;
                case Requirement.Contributors contributors:
                    AddNations(from, contributors.Filter, because, isLocked);
                    break;
                case Requirement.Total total:
                    AddNations(from, total.Filter, because, isLocked);
                    break;
                case Requirement.Met met:
                    AddGuarantee(from, met, because, isLocked);
                    break;
                case Requirement.AllOf all:
                    Push(all.Of);
                    break;
                case Requirement.AnyOf any:
                    Push(any.Of);
                    break;
                case Requirement.AtLeast some:
                    Push(some.Of);
                    break;
            }
        }

        void Push(ImmutableArray<Requirement> parts)
        {
            foreach (var part in parts.Reverse())
            {
                left.Push(part);
            }
        }
    }

    private void AddNations(int from, PledgeFilter filter, string because, bool isLocked, NationCode? only = null)
    {
        var awaited = report.Pledges.Where(p => p.Standing != Standing.Failed && (only is null || p.Pledge.Nation == only) && Counts(filter, p)).ToList();
        foreach (var nation in awaited.Where(p => p.Standing != Standing.Passed || p.Stage < filter.LeastStage).Select(p => p.Pledge.Nation).Distinct())
        {
            Add(from, Nation(nation), because, isLocked);
        }

        // Whom a condition names is waited for even where nothing of it is on record.
        if (only is { } named && awaited.Count == 0)
        {
            Add(from, Nation(named), because, isLocked: false);
        }
    }

    private void AddGuarantee(int from, Requirement.Met met, string because, bool isLocked)
    {
        var isNew = !places.ContainsKey((WaitingKind.Guarantee, met.Guarantee));
        var guarantee = Guarantee(met.Guarantee);
        Add(from, guarantee, because, isLocked);
        if (isNew)
        {
            foreach (var standard in Model.GetGuarantee(met.Guarantee).Standards.Where(s => met.Standard is null || s.Id == met.Standard))
            {
                AddCondition(guarantee, standard.Requires, met.Guarantee, isLocked);
            }
        }
    }

    // Nobody waits for what has ended or is ruled out, nor for what is taken as granted.
    private bool IsOpen(string circumstance) => Model.CircumstanceState(circumstance, report.On, report.KnownAsOf) is CircumstanceState.Unknown
        && !report.Granted.Contains(new OpenMatter(OpenMatterKind.Circumstance, circumstance));

    private bool Counts(PledgeFilter filter, PledgeReport report)
    {
        var (pledge, nation) = (report.Pledge, Model.GetNation(report.Pledge.Nation));
        return (filter.Pledges.IsEmpty || filter.Pledges.Contains(pledge.Id))
            && (filter.Support.IsEmpty || filter.Support.Contains(pledge.Support))
            && (filter.Families.IsEmpty || filter.Families.Contains(Model.GetSupportType(pledge.Support).Family))
            && (filter.Nations.IsEmpty || filter.Nations.Contains(nation.Code))
            && (filter.Roles.IsEmpty || filter.Roles.Any(r => nation.Roles.Contains(r)))
            && (filter.Zones.IsEmpty || (pledge.Zone is { } zone && filter.Zones.Contains(zone)));
    }

    // Who waits only for its own decision or figure waits for nobody.
    private void Drop()
    {
        HashSet<int> met = [.. edges.Keys.SelectMany(e => new[] { e.From, e.To })];
        var kept = Enumerable.Range(0, nodes.Count).Where(met.Contains).ToList();
        var place = kept.Index().ToDictionary(n => n.Item, n => n.Index);
        var moved = edges.Select(e => (From: place[e.Key.From], To: place[e.Key.To], e.Value)).ToList();
        var left = kept.ConvertAll(n => nodes[n]);
        nodes.Clear();
        nodes.AddRange(left);
        edges.Clear();
        moved.ForEach(e => edges.Add((e.From, e.To), e.Value));
    }

    // Of the waiting that the evaluator found locked, what leads back to where it began.
    private ImmutableArray<WaitingEdge> Marked()
    {
        var components = StrongComponents.Of(nodes.Count, [.. edges.Where(e => e.Value.Locked).Select(e => e.Key)]);
        var sizes = components.CountBy(c => c).ToDictionary();
        Circles = [.. Enumerable.Range(0, nodes.Count).Where(n => sizes[components[n]] > 1).GroupBy(n => components[n]).Select(g => g.ToImmutableArray())];
        return
        [
            .. edges.Select(e => new WaitingEdge(
                e.Key.From, e.Key.To, [.. e.Value.Because.Distinct()], e.Value.Locked && components[e.Key.From] == components[e.Key.To])),
        ];
    }

    private int Nation(NationCode code) => Place(WaitingKind.Nation, code.Value, Words.Nation(code, Model));

    private int Approval(string id) => Place(WaitingKind.Approval, id, id);

    private int Circumstance(string id) => Place(WaitingKind.Circumstance, id, Model.GetCircumstance(id).Title);

    private int Guarantee(string id) => Place(WaitingKind.Guarantee, id, Words.Title(Model.GetGuarantee(id)));

    private int Place(WaitingKind kind, string id, string name)
    {
        if (!places.TryGetValue((kind, id), out var place))
        {
            places[(kind, id)] = place = nodes.Count;
            nodes.Add(new WaitingNode(kind, id, name));
        }

        return place;
    }

    private void Add(int from, int to, string because, bool isLocked)
    {
        if (from == to)
        {
            return;
        }

        var edge = edges.TryGetValue((from, to), out var known) ? known : (Because: [], Locked: false);
        edge.Because.Add(because);
        edges[(from, to)] = (edge.Because, edge.Locked || isLocked);
    }
}
