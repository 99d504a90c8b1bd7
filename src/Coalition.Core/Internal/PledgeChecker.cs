using System.Collections.Immutable;
using Coalition.Approvals;
using Coalition.Requirements;

namespace Coalition.Internal;

/// <summary>Checks the pledges, and keeps what each refers to in the index.</summary>
/// <remarks>A model may have very many: a place is only put together once there is a problem, so that a valid model pays for none.</remarks>
internal sealed class PledgeChecker
{
    private readonly CoalitionDraft draft;
    private readonly CoalitionLimits limits;
    private readonly Problems problems;
    private readonly ModelIndex index;
    private readonly RequirementChecker requirements;
    private readonly EntryChecks shared;
    private readonly bool[] hasCeilings;

    // The latest pledge to need each approval, so that one named twice is seen without a search.
    private readonly Pledge?[] neededBy;
    private readonly ImmutableArray<int> hosts;

    internal PledgeChecker(ModelIndex index, CoalitionLimits limits, Problems problems, RequirementChecker requirements, EntryChecks shared)
    {
        draft = index.Draft;
        this.limits = limits;
        this.problems = problems;
        this.index = index;
        this.requirements = requirements;
        this.shared = shared;
        hasCeilings = [.. draft.Approvals.Select(a => a.HasCeilings())];
        neededBy = new Pledge?[draft.Approvals.Length];
        hosts = [.. Enumerable.Range(0, draft.Nations.Length).Where(i => draft.Nations[i].Roles.Contains(NationRole.Host))];
    }

    /// <summary>Checks every pledge, and looks up what it refers to.</summary>
    internal void Check(CancellationToken cancellation)
    {
        index.Links = new PledgeLinks[draft.Pledges.Length];
        for (var i = 0; i < draft.Pledges.Length; i++)
        {
            cancellation.ThrowIfCancellationRequested();
            CheckPledge(draft.Pledges[i], i);
        }

        index.Candidates = new FilterCandidates(index);
    }

    private void CheckPledge(Pledge pledge, int position)
    {
        string Path(string rest) => $"$.pledges.{pledge.Id}{rest}";

        var nation = index.Nations.PositionOf(pledge.Nation);
        if (nation < 0)
        {
            shared.CheckNation(pledge.Nation, Path(".nation"));
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

        if (pledge.Unit is { IsCurrency: false } unit && !index.Knows(unit))
        {
            problems.Add(Path(".unit"), $"'{unit}'", "a well-known unit, a currency, or the unit of a support type of this model");
        }

        if (pledge.Source is { } source && !index.Sources.Declares(source))
        {
            shared.CheckSource(source, Path(""));
        }

        CheckClaims(pledge);
        if (!pledge.Stages.IsEmpty)
        {
            CheckStages(pledge);
        }

        if (pledge.From > pledge.Until)
        {
            shared.CheckPeriod(pledge.From, pledge.Until, Path(""));
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
            links = links with { Unit = pledge.Unit ?? support.Unit, Host = admission };
            if (pledge.Rotation is { } rotation && !links.Unit.CanRotate)
            {
                problems.Add(
                    Path(".rotation"), $"'{rotation}', for a pledge in {links.Unit}", "no rotation, or a unit of what can take turns, such as personnel or brigades");
            }
        }

        // Also of a pledge that is refused: what is left at its default would name the first nation, and there may be none.
        index.Links[position] = links;
    }

    // Apart, since a function object makes the method that it is in pay for every pledge.
    private void CheckCondition(Pledge pledge, Requirement condition) => requirements.Check(condition, () => $"$.pledges.{pledge.Id}.condition");

    private void CheckClaims(Pledge pledge)
    {
        if (pledge.Claims.Length > limits.MaxEntries)
        {
            shared.CheckCount(pledge.Claims.Length, $"$.pledges.{pledge.Id}.amount");
        }

        for (var i = 0; i < pledge.Claims.Length; i++)
        {
            var claim = pledge.Claims[i];
            if (claim.Source is { } source && !index.Sources.Declares(source))
            {
                shared.CheckSource(source, $"$.pledges.{pledge.Id}.amount[{i}]");
            }

            if (shared.IsLater(claim.Published))
            {
                shared.RefuseLater(claim.Published, $"$.pledges.{pledge.Id}.amount[{i}].published");
            }
        }
    }

    private void CheckStages(Pledge pledge)
    {
        shared.CheckFacts(pledge.Stages, "pledges", pledge.Id, "stages");
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
            shared.CheckCount(pledge.Needs.Length, $"$.pledges.{pledge.Id}.needs");
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

            if (ReferenceEquals(neededBy[position], pledge))
            {
                problems.Add(Place(i), $"'{id}' again", "each approval at most once");
            }

            neededBy[position] = pledge;
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
}
