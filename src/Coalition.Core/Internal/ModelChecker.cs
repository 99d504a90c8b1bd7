using System.Collections.Immutable;
using Coalition.Approvals;
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
            CheckPublished(source.Published, static s => $"$.sources.{s}.published", source.Id);
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
            CheckCount(circumstance.Events.Length, $"{path}.events");
            CheckFacts(circumstance.Events, $"{path}.events");
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
            CheckCount(approval.Acts.Length, $"{path}.acts");
            CheckFacts(approval.Acts, $"{path}.acts");
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
            CheckStages(pledge, Path(".stages"));
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
            requirements.Check(condition, () => Path(".condition"));
        }

        var host = CheckHost(pledge, nation);
        if (!pledge.Needs.IsEmpty)
        {
            CheckNeeds(pledge, support, host, Path(".needs"));
        }

        if (support is not null)
        {
            var admission = pledge.Zone is { } zone && zone.IsOnHostTerritory() && host != nation ? host : -1;
            index.Links[position] = new PledgeLinks(support, nation, pledge.Unit ?? support.Unit, admission);
        }
    }

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

            if (claim.Published is { } published && published.From > draft.AsOf)
            {
                CheckPublished(published, static path => path, $"$.pledges.{pledge.Id}.amount[{i}].published");
            }
        }
    }

    private void CheckStages(Pledge pledge, string path)
    {
        CheckCount(pledge.Stages.Length, path);
        CheckFacts(pledge.Stages, path);

        // Any stage may follow any other, so two stages of one day end differently unless they are the same.
        foreach (var day in pledge.Stages.GroupBy(s => s.On).Where(d => d.Select(s => s.Stage).Distinct().Count() > 1))
        {
            problems.Add(
                path, $"{string.Join(" and ", day.Select(s => FormatNames.Of(s.Stage)))} on {IsoDate.Format(day.Key)}", "one stage a day");
        }
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

    private void CheckNeeds(Pledge pledge, SupportType? support, int host, string path)
    {
        CheckCount(pledge.Needs.Length, path);
        var national = 0;
        var byHost = 0;
        for (var i = 0; i < pledge.Needs.Length; i++)
        {
            var id = pledge.Needs[i];
            var position = index.Approvals.PositionOf(id);
            if (position < 0)
            {
                if (!index.Approvals.Declares(id))
                {
                    problems.Add($"{path}[{i}]", $"'{Guard.Clip(id)}'", "the id of an approval of this model");
                }

                continue;
            }

            if (i > 0 && pledge.Needs.AsSpan(0, i).Contains(id))
            {
                problems.Add($"{path}[{i}]", $"'{id}' again", "each approval at most once");
            }

            var approval = draft.Approvals[position];
            var isConsent = approval.Procedure == ApprovalProcedure.HostConsent;
            if (isConsent ? host < 0 || draft.Nations[host].Code != approval.Nation : approval.Nation != pledge.Nation)
            {
                problems.Add(
                    $"{path}[{i}]", $"'{id}', an approval of {approval.Nation}",
                    isConsent ? "the consent of the pledge's host" : $"an approval of the pledge's nation, {pledge.Nation}, or the host's consent");
            }

            if (hasCeilings[position])
            {
                national += isConsent ? 0 : 1;
                byHost += isConsent ? 1 : 0;
                CheckCeilingUnit(pledge, support, approval, $"{path}[{i}]");
            }
        }

        if (national > 1 || byHost > 1)
        {
            problems.Add(path, "several approvals with ceilings", "at most one of the nation and one of the host (rule S6)");
        }
    }

    private void CheckCeilingUnit(Pledge pledge, SupportType? support, ParliamentaryApproval approval, string path)
    {
        if (support is not null && pledge.Unit is { } unit && unit != support.Unit
            && approval.Mandates().Any(m => m.Ceilings.Any(c => c.Support == pledge.Support)))
        {
            problems.Add(
                path, $"'{approval.Id}', with a ceiling in {support.Unit} for a pledge in {unit}", "a ceiling and a pledge in one unit");
        }
    }

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

    private void CheckPublished<T>(PublicationDate? published, Func<T, string> path, T place)
    {
        if (published is { } date && date.From > draft.AsOf)
        {
            problems.Add(path(place), date.ToString(), $"a date up to the model's as-of date, {IsoDate.Format(draft.AsOf)}");
        }
    }

    private void CheckPeriod(LocalDate? from, LocalDate? until, string path)
    {
        if (from > until)
        {
            problems.Add(
                $"{path}.until", IsoDate.Format(until.Value), $"a day on or after the first, {IsoDate.Format(from.Value)}");
        }
    }

    private void CheckCount(int count, string path) => problems.AddIfBeyond(count, limits.MaxEntries, path);

    private void CheckFacts<TFact>(ImmutableArray<TFact> facts, string path)
        where TFact : DatedFact
    {
        for (var i = 0; i < facts.Length; i++)
        {
            var fact = facts[i];
            CheckSource(fact.Source, $"{path}[{i}]");
            if (fact.On > draft.AsOf && !fact.Assumed)
            {
                problems.Add(
                    $"{path}[{i}].on", IsoDate.Format(fact.On),
                    $"a day up to the model's as-of date, {IsoDate.Format(draft.AsOf)}, or an entry marked as assumed");
            }

            CheckPublished(fact.Published, static path => path, $"{path}[{i}].published");
            if (fact.Assumed && fact.Published is not null)
            {
                problems.Add($"{path}[{i}].published", "a publication date of an assumption", "none: an assumption is always on record");
            }
        }
    }
}
