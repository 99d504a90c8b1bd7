using Coalition.Approvals;
using Coalition.Requirements;
using Coalition.Sufficiency;
using NodaTime;

namespace Coalition.Tests.Oracle;

/// <summary>A record together with the open matters taken as granted: rules S3, S5 and S6, and the requirements over a set of pledges that stand.</summary>
internal sealed class NaiveWorld(NaiveRecord record, Func<string, bool> isGranted)
{
    // Stage comes first: whoever has declined is looked at no further.
    private static readonly Gate[] gatesWithoutCondition =
        [Gate.Stage, Gate.Period, Gate.Readiness, Gate.Approvals, Gate.Admission, Gate.Mandate];

    private CoalitionModel Model => record.Model;

    internal static string Matter(OpenMatterKind kind, string id) => new OpenMatter(kind, id).ToString();

    internal bool Passes(int position, Gate gate)
    {
        var pledge = Model.Pledges[position];
        return gate switch
        {
            Gate.Stage => record.IsAlive(position)
                && (record.Stages[position] >= PledgeStage.Firm || IsGranted(OpenMatterKind.Stage, pledge.Id)),
            Gate.Period => !(record.On < pledge.From) && !(record.On > pledge.Until),
            Gate.Readiness => pledge.Readiness is null || IsReady(pledge.Readiness),
            Gate.Approvals => Needed(pledge).Where(a => !IsHosts(a)).All(IsApproved),
            Gate.Admission => Needed(pledge).Where(IsHosts).All(IsApproved)
                && (record.HostThatMustAdmit(position) is not { } host || IsGranted(OpenMatterKind.Admission, host.Value)),
            Gate.Mandate => Needed(pledge).All(a => record.Approvals[a.Id].IsFailed || Usable(a, pledge).Count > 0),
            _ => throw new ArgumentOutOfRangeException(nameof(gate)),
        };
    }

    internal bool PassesAllButCondition(int position) => record.Exists(position) && gatesWithoutCondition.All(g => Passes(position, g));

    /// <summary>Whether a pledge's own condition, and that of each approval it needs, is met as if it stood itself.</summary>
    internal bool MeetsCondition(int position, bool[] standing, Func<NationCode, bool>? isWaived = null)
    {
        var pledge = Model.Pledges[position];
        bool[] withItself = [.. standing];
        withItself[position] = true;
        return (pledge.Condition is null || IsWaived(pledge.Nation) || IsMet(pledge.Condition, withItself))
            && Needed(pledge).All(a => IsWaived(a.Nation) || MeetsConditionOf(a, pledge, withItself));

        bool IsWaived(NationCode nation) => isWaived?.Invoke(nation) == true;
    }

    internal long Amount(int position) =>
        record.Lower(position) < record.Upper(position) && IsGranted(OpenMatterKind.Amount, Model.Pledges[position].Id)
            ? record.Upper(position)
            : record.Lower(position);

    internal bool IsMet(Requirement requirement, bool[] standing) => requirement switch
    {
        Requirement.Always => true,
        Requirement.Holds holds => Holds(holds.Circumstance),
        Requirement.Total total => Sum(total, standing) >= total.AtLeast,
        Requirement.Contributors contributors => Contributors(contributors.Filter, standing).Count >= contributors.AtLeast,
        Requirement.Contributes contributes => Contributors(contributes.Filter, standing).Contains(contributes.Nation.Value),
        Requirement.Met met => IsInForce(Model.Guarantees.Single(g => g.Id == met.Guarantee)) && IsMet(Referred(met).Requires, standing),
        Requirement.AllOf all => all.Of.All(r => IsMet(r, standing)),
        Requirement.AnyOf any => any.Of.Any(r => IsMet(r, standing)),
        Requirement.AtLeast some => some.Of.Count(r => IsMet(r, standing)) >= some.Count,
        _ => throw new ArgumentOutOfRangeException(nameof(requirement)),
    };

    internal Int128 Sum(Requirement.Total total, bool[] standing)
    {
        var amounts = Selected(total.Filter, standing).ToDictionary(p => p, p => total.Sustained ? NaiveTotal.Sustained(Model.Pledges[p], Amount(p)) : Amount(p));
        return NaiveTotal.ByCuts(amounts, Limits(total, amounts.Keys));
    }

    internal SortedSet<string> Contributors(PledgeFilter filter, bool[] standing) =>
        new(Selected(filter, standing).Select(p => Model.Pledges[p].Nation.Value), StringComparer.Ordinal);

    internal bool Holds(string circumstance) => record.Occurred(circumstance)
        || (record.IsUnknown(circumstance) && IsGranted(OpenMatterKind.Circumstance, circumstance));

    internal bool IsInForce(Guarantee guarantee) => !(record.On < guarantee.From) && !(record.On > guarantee.Until)
        && (guarantee.Trigger is null || Holds(guarantee.Trigger));

    internal SufficiencyStandard Referred(Requirement.Met met)
    {
        var guarantee = Model.Guarantees.Single(g => g.Id == met.Guarantee);
        return met.Standard is null ? guarantee.Standards.Single() : guarantee.Standards.Single(s => s.Id == met.Standard);
    }

    internal List<NaiveLimit> Limits(Requirement.Total total, IEnumerable<int> counted)
    {
        var unit = record.UnitOf(total);
        var limits = new List<NaiveLimit>();
        foreach (var nation in Model.Nations.Where(_ => total.PerNationCap is not null))
        {
            limits.Add(new NaiveLimit(total.PerNationCap!.Value, [.. counted.Where(p => Model.Pledges[p].Nation == nation.Code)]));
        }

        foreach (var approval in Model.Approvals)
        {
            var under = counted.Where(p => Model.Pledges[p].Needs.Contains(approval.Id)).ToList();
            if (Ceiling(approval, null) is { } inTotal && unit == Unit.Personnel)
            {
                limits.Add(new NaiveLimit(inTotal, [.. under]));
            }

            // Pledges that the same mandates allow stand under the widest ceilings of those: one that does not allow them widens nothing.
            foreach (var alike in under.GroupBy(p => string.Join(' ', UsableOrAsked(approval, Model.Pledges[p]).Select(m => ReferenceEquals(m, record.Approvals[approval.Id].Asked) ? 'a' : 'c'))))
            {
                var usable = UsableOrAsked(approval, Model.Pledges[alike.First()]);
                if (Widest(usable, null) is { } ofThese && unit == Unit.Personnel && (alike.Count() < under.Count || ofThese != Ceiling(approval, null)))
                {
                    limits.Add(new NaiveLimit(ofThese, [.. alike]));
                }

                foreach (var type in record.SupportTypes.Values.Where(t => t.Unit == unit))
                {
                    if (Widest(usable, type.Id) is { } ofType)
                    {
                        limits.Add(new NaiveLimit(ofType, [.. alike.Where(p => Model.Pledges[p].Support == type.Id)]));
                    }
                }
            }
        }

        return limits;
    }

    private bool IsGranted(OpenMatterKind kind, string id) => isGranted(Matter(kind, id));

    private IEnumerable<ParliamentaryApproval> Needed(Pledge pledge) => Model.Approvals.Where(a => pledge.Needs.Contains(a.Id));

    private static bool IsHosts(ParliamentaryApproval approval) => approval.Procedure == ApprovalProcedure.HostConsent;

    private bool IsApproved(ParliamentaryApproval approval)
    {
        var state = record.Approvals[approval.Id];
        return !state.IsFailed && (!state.IsUndecided(approval) || IsGranted(OpenMatterKind.Approval, approval.Id));
    }

    private bool IsReady(Readiness readiness) => record.Circumstances[readiness.From] switch
    {
        null => IsGranted(OpenMatterKind.Circumstance, readiness.From),
        { Change: CircumstanceChange.Occurred, Since: var since } => since + readiness.Notice <= record.On,
        _ => false,
    };

    private IEnumerable<int> Selected(PledgeFilter filter, bool[] standing)
    {
        for (var p = 0; p < standing.Length; p++)
        {
            var pledge = Model.Pledges[p];
            if (standing[p] && record.Matches(filter, pledge)
                && (!(record.Stages[p] < filter.LeastStage) || IsGranted(OpenMatterKind.Stage, pledge.Id)))
            {
                yield return p;
            }
        }
    }

    private bool Covers(Mandate mandate) => !(record.On < mandate.From) && !(record.On > mandate.Until);

    private bool Covers(Mandate mandate, Pledge pledge) => Covers(mandate)
        && (mandate.Support.IsEmpty || mandate.Support.Contains(pledge.Support))
        && (mandate.Zones.IsEmpty || (pledge.Zone is { } zone && mandate.Zones.Contains(zone)));

    // The mandates under which a pledge may act, whichever of them are there.
    private List<Mandate> Usable(ParliamentaryApproval approval, Pledge pledge) =>
        Usable(approval, pledge, IsGranted(OpenMatterKind.Approval, approval.Id));

    private List<Mandate> Usable(ParliamentaryApproval approval, Pledge pledge, bool isGranted)
    {
        var state = record.Approvals[approval.Id];
        var governing = state.Governing(record.On, approval);
        List<Mandate?> there = state.IsFailed ? []
            : state.HasMoreAsked ? isGranted ? [governing, state.Asked] : [governing]
            : state.IsByLaw || state.Kind == NaiveApprovalKind.Approved ? [governing]
            : [state.Asked];
        return [.. there.OfType<Mandate>().Where(m => Covers(m, pledge))];
    }

    // Where no mandate can be used yet, a pledge is under the ceilings and the condition of those which could be.
    private List<Mandate> UsableOrAsked(ParliamentaryApproval approval, Pledge pledge) =>
        Usable(approval, pledge) is { Count: > 0 } usable ? usable : Usable(approval, pledge, isGranted: true);

    private bool MeetsConditionOf(ParliamentaryApproval approval, Pledge pledge, bool[] standing)
    {
        var usable = UsableOrAsked(approval, pledge);
        return usable.Count == 0 || usable.Any(m => m.Condition is null || IsMet(m.Condition, standing));
    }

    // The ceiling on one type, or on the total, of an approval; null if none.
    private long? Ceiling(ParliamentaryApproval approval, string? support)
    {
        var state = record.Approvals[approval.Id];
        var (current, asked) = (state.Governing(record.On, approval), state.Asked);
        List<Mandate?> deciding = state.IsFailed ? []
            : state.HasMoreAsked && (current is null || !Covers(current)) ? [asked]
            : state.HasMoreAsked ? IsGranted(OpenMatterKind.Approval, approval.Id) ? [current, asked] : [current]
            : state.IsByLaw || state.Kind == NaiveApprovalKind.Approved ? [current]
            : [asked];
        return Widest(deciding.OfType<Mandate>().Where(Covers), support);
    }

    private static long? Widest(IEnumerable<Mandate> mandates, string? support)
    {
        var ceilings = mandates.Select(m => m.Ceilings.SingleOrDefault(c => c.Support == support)?.AtMost).ToList();
        return ceilings.Count == 0 || ceilings.Contains(null) ? null : ceilings.Max();
    }
}
