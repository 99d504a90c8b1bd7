using System.Collections.Immutable;
using Coalition.Approvals;
using Coalition.Requirements;
using NodaTime;

namespace Coalition.Internal;

/// <summary>Checks what spans several records of a model, and reports every problem at once.</summary>
/// <remarks>Cost: linear in the model, but for acts about one matter whose publication is out of their order.</remarks>
internal sealed class ModelChecker
{
    private readonly CoalitionDraft draft;
    private readonly CoalitionLimits limits;
    private readonly Problems problems;
    private readonly ModelIndex index;
    private readonly RequirementChecker requirements;
    private readonly HashSet<Unit> units;
    private readonly bool[] hasCeilings;
    private readonly ImmutableArray<int> hosts;

    private ModelChecker(CoalitionDraft draft, CoalitionLimits limits, Problems problems, BrokenEntries? broken)
    {
        this.draft = draft;
        this.limits = limits;
        this.problems = problems;
        index = new ModelIndex(draft, problems, broken);
        requirements = new RequirementChecker(index, limits, problems);
        units = [.. Unit.WellKnown, .. draft.SupportTypes.Select(s => s.Unit)];
        hasCeilings = [.. draft.Approvals.Select(a => a.HasCeilings())];
        hosts = [.. Enumerable.Range(0, draft.Nations.Length).Where(i => draft.Nations[i].Roles.Contains(NationRole.Host))];
    }

    /// <summary>Checks a draft.</summary>
    /// <returns>Its index, complete only if no problem was added.</returns>
    internal static ModelIndex Check(CoalitionDraft draft, CoalitionLimits limits, Problems problems, BrokenEntries? broken = null)
    {
        if (!CountsHold(draft, limits, problems))
        {
            return new ModelIndex(draft with { Pledges = [] }, new Problems(1), broken);
        }

        var checker = new ModelChecker(draft, limits, problems, broken);
        checker.CheckSources();
        checker.CheckSupportTypes();
        checker.CheckNations();
        checker.CheckCircumstances();
        checker.CheckApprovals();
        checker.CheckPledges();
        checker.CheckGuarantees();
        checker.requirements.CheckTotals();
        return checker.index;
    }

    // Before anything is built that grows with the lists.
    private static bool CountsHold(CoalitionDraft draft, CoalitionLimits limits, Problems problems)
    {
        var before = problems.Count;
        Check("sources", draft.Sources.Length, limits.MaxEntries);
        Check("supportTypes", draft.SupportTypes.Length, limits.MaxEntries);
        Check("nations", draft.Nations.Length, limits.MaxEntries);
        Check("circumstances", draft.Circumstances.Length, limits.MaxEntries);
        Check("approvals", draft.Approvals.Length, limits.MaxEntries);
        Check("pledges", draft.Pledges.Length, limits.MaxPledges);
        Check("guarantees", draft.Guarantees.Length, limits.MaxEntries);
        return problems.Count == before;

        void Check(string list, int count, int max) => problems.AddIfBeyond(count, max, $"$.{list}");
    }

    private void CheckSources()
    {
        foreach (var source in draft.Sources)
        {
            if (IsLater(source.Published))
            {
                RefuseLater(source.Published, $"$.sources.{source.Id}.published");
            }
        }
    }

    private void CheckSupportTypes()
    {
        foreach (var type in draft.SupportTypes)
        {
            if (type.Id == Ceiling.Total)
            {
                problems.Add($"$.supportTypes.{type.Id}", "a support type called 'total'", "another id: 'total' names the ceiling in total");
            }
        }
    }

    private void CheckNations()
    {
        foreach (var nation in draft.Nations)
        {
            CheckCount(nation.Roles.Length, $"$.nations.{nation.Code}.roles");
            if (nation.Roles.Distinct().Count() != nation.Roles.Length)
            {
                problems.Add($"$.nations.{nation.Code}.roles", "a role named twice", "each role at most once");
            }
        }
    }

    private void CheckCircumstances()
    {
        foreach (var circumstance in draft.Circumstances)
        {
            var path = $"$.circumstances.{circumstance.Id}";
            CheckSource(circumstance.Source, path);
            CheckFacts(circumstance.Events, "circumstances", circumstance.Id, "events");
            new ChronologyChecker<CircumstanceState, CircumstanceEvent>(
                problems, $"{path}.events", index.SourceOf, new CircumstanceState.Unknown(), (state, change) => state.After(change),
                change => FormatNames.Of(change.Change), state => state.Name, AllowedEvents).Check(circumstance.Events);
        }

        static string AllowedEvents(CircumstanceState state) =>
            state is CircumstanceState.Occurred ? "ended" : state is CircumstanceState.RuledOut ? "occurred" : "occurred, ruledOut";
    }

    private void CheckApprovals()
    {
        var checker = new ApprovalChecker(index, limits, problems, requirements);
        foreach (var approval in draft.Approvals)
        {
            var path = $"$.approvals.{approval.Id}";
            CheckSource(approval.Source, path);
            CheckFacts(approval.Acts, "approvals", approval.Id, "acts");
            checker.Check(approval, path);
        }
    }

    private void CheckGuarantees()
    {
        foreach (var guarantee in draft.Guarantees)
        {
            var path = $"$.guarantees.{guarantee.Id}";
            CheckSource(guarantee.Source, path);
            CheckNation(guarantee.Beneficiary, $"{path}.beneficiary");
            CheckPeriod(guarantee.From, guarantee.Until, path);
            CheckCount(guarantee.Standards.Length, $"{path}.standards");
            if (guarantee.Trigger is { } trigger)
            {
                requirements.CheckCircumstance(trigger, $"{path}.trigger");
            }

            if (guarantee.Standards.IsEmpty)
            {
                problems.Add($"{path}.standards", "no standard", "at least one");
            }

            var ids = new HashSet<string>();
            foreach (var standard in guarantee.Standards)
            {
                var place = $"{path}.standards.{standard.Id}";
                CheckSource(standard.Source, place);
                requirements.Check(standard.Requires, () => $"{place}.requires");
                if (!ids.Add(standard.Id))
                {
                    problems.Add(place, $"a second standard with the id '{standard.Id}'", "an id that no other standard of the guarantee has");
                }
            }
        }

        requirements.CheckReferencesBetweenStandards();
    }

    private void CheckPledges()
    {
        index.Links = new PledgeLinks[draft.Pledges.Length];
        for (var i = 0; i < draft.Pledges.Length; i++)
        {
            CheckPledge(draft.Pledges[i], i);
        }

        index.Candidates = new FilterCandidates(index);
    }

    // A path is only put together once there is a problem: a valid model pays for none.
    private void CheckPledge(Pledge pledge, int position)
    {
        string Path(string rest) => $"$.pledges.{pledge.Id}{rest}";

        var nation = index.Nations.PositionOf(pledge.Nation);
        if (nation < 0)
        {
            CheckNation(pledge.Nation, Path(".nation"));
        }

        var support = index.SupportTypes.Find(pledge.Support);
        if (support is null)
        {
            requirements.CheckSupport(pledge.Support, Path(".support"));
        }

        if (pledge.Stage is null && pledge.Stages.IsEmpty)
        {
            problems.Add(Path(""), "no stage", "'stage', or at least one entry of 'stages'");
        }

        if (pledge.Unit is { IsCurrency: false } unit && !units.Contains(unit))
        {
            problems.Add(Path(".unit"), $"'{unit}'", "a well-known unit, a currency, or the unit of a support type of this model");
        }

        if (pledge.Source is { } source && !index.Sources.Declares(source))
        {
            CheckSource(source, Path(""));
        }

        CheckClaims(pledge);
        if (!pledge.Stages.IsEmpty)
        {
            CheckStages(pledge);
        }

        if (pledge.From > pledge.Until)
        {
            CheckPeriod(pledge.From, pledge.Until, Path(""));
        }

        if (pledge.Readiness is { } readiness && !index.Circumstances.Declares(readiness.From))
        {
            requirements.CheckCircumstance(readiness.From, Path(".readiness.from"));
        }

        if (pledge.Condition is { } condition)
        {
            CheckCondition(pledge, condition);
        }

        var host = CheckHost(pledge, nation);
        var links = new PledgeLinks(support!, nation, default, -1, [], -1, -1);
        if (!pledge.Needs.IsEmpty)
        {
            CheckNeeds(pledge, support, host, ref links);
        }

        if (support is not null)
        {
            var admission = pledge.Zone is { } zone && zone.IsOnHostTerritory() && host != nation ? host : -1;
            index.Links[position] = links with { Unit = pledge.Unit ?? support.Unit, Host = admission };
        }
    }

    // Apart, since a function object makes the method that it is in pay for every pledge.
    private void CheckCondition(Pledge pledge, Requirement condition) => requirements.Check(condition, () => $"$.pledges.{pledge.Id}.condition");

    private void CheckClaims(Pledge pledge)
    {
        if (pledge.Claims.Length > limits.MaxEntries)
        {
            CheckCount(pledge.Claims.Length, $"$.pledges.{pledge.Id}.amount");
        }

        for (var i = 0; i < pledge.Claims.Length; i++)
        {
            var claim = pledge.Claims[i];
            if (claim.Source is { } source && !index.Sources.Declares(source))
            {
                CheckSource(source, $"$.pledges.{pledge.Id}.amount[{i}]");
            }

            if (IsLater(claim.Published))
            {
                RefuseLater(claim.Published, $"$.pledges.{pledge.Id}.amount[{i}].published");
            }
        }
    }

    private void CheckStages(Pledge pledge)
    {
        CheckFacts(pledge.Stages, "pledges", pledge.Id, "stages");
        if (IsByDay(pledge.Stages))
        {
            return;
        }

        // Any stage may follow any other, so two stages of one day end differently unless they are the same.
        foreach (var day in pledge.Stages.GroupBy(s => s.On).Where(d => d.Select(s => s.Stage).Distinct().Count() > 1))
        {
            problems.Add(
                $"$.pledges.{pledge.Id}.stages", $"{string.Join(" and ", day.Select(s => FormatNames.Of(s.Stage)))} on {IsoDate.Format(day.Key)}",
                "one stage a day");
        }
    }

    // The usual case: each stage on a later day than the one before.
    private static bool IsByDay(ImmutableArray<StageChange> stages)
    {
        for (var i = 1; i < stages.Length; i++)
        {
            if (stages[i].On <= stages[i - 1].On)
            {
                return false;
            }
        }

        return true;
    }

    // The position of the host on whose territory the pledge may be, or -1.
    private int CheckHost(Pledge pledge, int nation)
    {
        if (pledge.Host is { } stated)
        {
            var position = index.Nations.PositionOf(stated);
            if (position < 0 || !hosts.Contains(position))
            {
                problems.Add($"$.pledges.{pledge.Id}.host", $"'{stated}'", "a nation of this model with the role host");
            }

            return position;
        }

        if (hosts.Length == 1)
        {
            return hosts[0];
        }

        if (pledge.Zone is { } zone && zone.IsOnHostTerritory() && !hosts.Contains(nation))
        {
            problems.Add(
                $"$.pledges.{pledge.Id}.host", $"no host, for the zone {FormatNames.Of(zone)}",
                hosts.IsEmpty ? "a nation of this model with the role host" : "which of the model's several hosts it is");
        }

        return hosts.Contains(nation) ? nation : -1;
    }

    // Fills in the approvals of the pledge's links.
    private void CheckNeeds(Pledge pledge, SupportType? support, int host, ref PledgeLinks links)
    {
        string Place(int i) => $"$.pledges.{pledge.Id}.needs[{i}]";

        if (pledge.Needs.Length > limits.MaxEntries)
        {
            CheckCount(pledge.Needs.Length, $"$.pledges.{pledge.Id}.needs");
        }

        var needs = ImmutableArray.CreateBuilder<int>(pledge.Needs.Length);
        var withCeilings = 0;
        for (var i = 0; i < pledge.Needs.Length; i++)
        {
            var id = pledge.Needs[i];
            var position = index.Approvals.PositionOf(id);
            if (position < 0)
            {
                if (!index.Approvals.Declares(id))
                {
                    problems.Add(Place(i), $"'{Guard.Clip(id)}'", "the id of an approval of this model");
                }

                continue;
            }

            if (needs.Contains(position))
            {
                problems.Add(Place(i), $"'{id}' again", "each approval at most once");
            }

            needs.Add(position);
            var approval = draft.Approvals[position];
            var isConsent = approval.Procedure == ApprovalProcedure.HostConsent;
            if (isConsent ? host < 0 || draft.Nations[host].Code != approval.Nation : approval.Nation != pledge.Nation)
            {
                problems.Add(
                    Place(i), $"'{id}', an approval of {approval.Nation}",
                    isConsent ? "the consent of the pledge's host" : $"an approval of the pledge's nation, {pledge.Nation}, or the host's consent");
            }

            if (hasCeilings[position])
            {
                withCeilings++;
                links = isConsent ? links with { HostLimit = position } : links with { NationalLimit = position };
                if (HasOtherUnit(pledge, support, approval))
                {
                    problems.Add(
                        Place(i), $"'{id}', with a ceiling in {support!.Unit} for a pledge in {pledge.Unit}", "a ceiling and a pledge in one unit");
                }
            }
        }

        links = links with { Needs = needs.DrainToImmutable() };
        if (withCeilings > (links.NationalLimit < 0 ? 0 : 1) + (links.HostLimit < 0 ? 0 : 1))
        {
            problems.Add($"$.pledges.{pledge.Id}.needs", "several approvals with ceilings", "at most one of the nation and one of the host (rule S6)");
        }
    }

    private static bool HasOtherUnit(Pledge pledge, SupportType? support, ParliamentaryApproval approval) =>
        support is not null && pledge.Unit is { } unit && unit != support.Unit
        && approval.Mandates().Any(m => m.Ceilings.Any(c => c.Support == pledge.Support));

    private void CheckNation(NationCode code, string path)
    {
        if (!index.Nations.Declares(code))
        {
            problems.Add(path, $"'{code}'", "the code of a nation of this model");
        }
    }

    private void CheckSource(string? id, string path)
    {
        if (id is not null && !index.Sources.Declares(id))
        {
            problems.Add($"{path}.source", $"'{id}'", "the id of a source of this model");
        }
    }

    private bool IsLater(PublicationDate? published) => published?.From > draft.AsOf;

    private void RefuseLater(PublicationDate? published, string path) =>
        problems.Add(path, $"{published}", $"a date up to the model's as-of date, {IsoDate.Format(draft.AsOf)}");

    private void CheckPeriod(LocalDate? from, LocalDate? until, string path)
    {
        if (from > until)
        {
            problems.Add(
                $"{path}.until", IsoDate.Format(until.Value), $"a day on or after the first, {IsoDate.Format(from.Value)}");
        }
    }

    private void CheckCount(int count, string path) => problems.AddIfBeyond(count, limits.MaxEntries, path);

    private void CheckFacts<TFact>(ImmutableArray<TFact> facts, string list, string id, string property)
        where TFact : DatedFact
    {
        string Place(int i) => $"$.{list}.{id}.{property}[{i}]";

        if (facts.Length > limits.MaxEntries)
        {
            CheckCount(facts.Length, $"$.{list}.{id}.{property}");
        }

        for (var i = 0; i < facts.Length; i++)
        {
            var fact = facts[i];
            if (fact.Source is { } source && !index.Sources.Declares(source))
            {
                CheckSource(source, Place(i));
            }

            if (fact.On > draft.AsOf && !fact.Assumed)
            {
                problems.Add(
                    $"{Place(i)}.on", IsoDate.Format(fact.On),
                    $"a day up to the model's as-of date, {IsoDate.Format(draft.AsOf)}, or an entry marked as assumed");
            }

            if (IsLater(fact.Published))
            {
                RefuseLater(fact.Published, $"{Place(i)}.published");
            }

            if (fact.Assumed && fact.Published is not null)
            {
                problems.Add($"{Place(i)}.published", "a publication date of an assumption", "none: an assumption is always on record");
            }
        }
    }
}
