using System.Collections.Immutable;
using Coalition.Approvals;
using Coalition.Requirements;
using NodaTime;

namespace Coalition.Tests.Oracle;

/// <summary>What is on record about a model on one day, by what was known on another: rules S1, S2 and S5, read plainly.</summary>
internal sealed class NaiveRecord
{
    private readonly Dictionary<string, Source> sources;

    internal NaiveRecord(CoalitionModel model, LocalDate on, LocalDate knownAsOf)
    {
        Model = model;
        On = on;
        KnownAsOf = knownAsOf;
        sources = model.Sources.ToDictionary(s => s.Id);
        SupportTypes = model.SupportTypes.ToDictionary(s => s.Id);
        Nations = model.Nations.ToDictionary(n => n.Code);
        Circumstances = model.Circumstances.ToDictionary(c => c.Id, StateOf);
        Approvals = model.Approvals.ToDictionary(a => a.Id, StateOf);
        Stages = [.. model.Pledges.Select(StageOf)];
        Claims = [.. model.Pledges.Select(VisibleFigures)];
        Filters = [.. FiltersOf(model)];
    }

    internal CoalitionModel Model { get; }

    internal LocalDate On { get; }

    internal LocalDate KnownAsOf { get; }

    internal Dictionary<string, SupportType> SupportTypes { get; }

    internal Dictionary<NationCode, Nation> Nations { get; }

    /// <summary>What happened last to each circumstance, and since when; null if nothing has.</summary>
    internal Dictionary<string, (CircumstanceChange Change, LocalDate Since)?> Circumstances { get; }

    internal Dictionary<string, NaiveApproval> Approvals { get; }

    /// <summary>The stage of each pledge; null where it does not exist.</summary>
    internal ImmutableArray<PledgeStage?> Stages { get; }

    /// <summary>The claims of each pledge that are known and give a figure.</summary>
    internal ImmutableArray<ImmutableArray<Claim>> Claims { get; }

    /// <summary>Every filter of the model, with the nation that it is about where its requirement names one.</summary>
    internal ImmutableArray<(PledgeFilter Filter, NationCode? Nation)> Filters { get; }

    /// <summary>Whether events about one circumstance follow each other as they may.</summary>
    internal static bool IsFoldable(IEnumerable<CircumstanceEvent> events) => Fold(events).IsAllowed;

    internal bool Occurred(string circumstance) => Circumstances[circumstance]?.Change == CircumstanceChange.Occurred;

    internal bool IsUnknown(string circumstance) => Circumstances[circumstance] is null;

    internal bool Exists(int pledge) => Stages[pledge] is not null;

    internal bool IsAlive(int pledge) => Stages[pledge] is { } stage && stage is not (PledgeStage.Declined or PledgeStage.Withdrawn);

    internal long Lower(int pledge) => Claims[pledge].IsEmpty ? 0 : Claims[pledge].Min(c => c.Lower ?? 0);

    internal long Upper(int pledge) => Claims[pledge].IsEmpty ? 0 : Claims[pledge].Max(c => c.Upper ?? c.Lower ?? 0);

    internal Unit UnitOf(Pledge pledge) => pledge.Unit ?? SupportTypes[pledge.Support].Unit;

    internal Unit UnitOf(Requirement.Total total) => total.Unit ?? SupportTypes.Values.First(t =>
        (total.Filter.Support.IsEmpty || total.Filter.Support.Contains(t.Id))
        && (total.Filter.Families.IsEmpty || total.Filter.Families.Contains(t.Family))).Unit;

    /// <summary>The host that would have to admit a pledge without any recorded consent; null if none.</summary>
    internal NationCode? HostThatMustAdmit(int position)
    {
        var pledge = Model.Pledges[position];
        if (pledge.Zone is not (Zone.LineOfContact or Zone.Forward or Zone.Rear or Zone.HostTerritory))
        {
            return null;
        }

        if (pledge.Needs.Any(n => Model.Approvals.Single(a => a.Id == n).Procedure == ApprovalProcedure.HostConsent))
        {
            return null;
        }

        var hosts = Model.Nations.Where(n => n.Roles.Contains(NationRole.Host)).Select(n => n.Code).ToList();
        var host = pledge.Host ?? (hosts.Count == 1 ? hosts[0] : pledge.Nation);
        return host == pledge.Nation ? null : host;
    }

    /// <summary>Whether a pledge matches a filter in everything but its stage.</summary>
    internal bool Matches(PledgeFilter filter, Pledge pledge) =>
        (filter.Support.IsEmpty || filter.Support.Contains(pledge.Support))
        && (filter.Families.IsEmpty || filter.Families.Contains(SupportTypes[pledge.Support].Family))
        && (filter.Nations.IsEmpty || filter.Nations.Contains(pledge.Nation))
        && (filter.Roles.IsEmpty || Nations[pledge.Nation].Roles.Any(r => filter.Roles.Contains(r)))
        && (filter.Zones.IsEmpty || (pledge.Zone is not null && filter.Zones.Contains(pledge.Zone.Value)))
        && (filter.Pledges.IsEmpty || filter.Pledges.Contains(pledge.Id));

    /// <summary>Whether the stage of a pledge is an open matter: unfirm, or short of what some filter that selects it asks for.</summary>
    internal bool IsStageOpen(int position) => IsAlive(position)
        && (Stages[position] < PledgeStage.Firm || Filters.Any(f => f.Filter.LeastStage > Stages[position]
            && (f.Nation is null || f.Nation == Model.Pledges[position].Nation) && Matches(f.Filter, Model.Pledges[position])));

    private LocalDate? Dated(string? source) => source is null ? null : sources[source].Published?.From;

    private bool IsVisible(DatedFact fact, string? fallback = null) => fact.On <= On
        && (fact.Assumed || (fact.Published?.From ?? Dated(fact.Source ?? fallback) ?? fact.On) <= KnownAsOf);

    private (CircumstanceChange Change, LocalDate Since)? StateOf(Circumstance circumstance)
    {
        var (isAllowed, state) = Fold(circumstance.Events.Where(e => IsVisible(e)));
        return isAllowed ? state : throw new InvalidOperationException($"The events of '{circumstance.Id}' do not fold.");
    }

    private static (bool IsAllowed, (CircumstanceChange Change, LocalDate Since)? State) Fold(IEnumerable<CircumstanceEvent> events)
    {
        (CircumstanceChange Change, LocalDate Since)? state = null;
        foreach (var day in events.GroupBy(e => e.On).OrderBy(d => d.Key))
        {
            var ends = Ends([.. day]);
            if (ends.Count == 0)
            {
                // Assumptions that the record then known does not allow have no effect: as few as leave one end.
                for (var gone = 1; gone <= day.Count(e => e.Assumed) && ends.Count != 1; gone++)
                {
                    ends = [.. Orders.Without([.. day], e => e.Assumed, gone).SelectMany(kept => Ends(kept)).Distinct()];
                }
            }

            if (ends.Count != 1)
            {
                return (false, null);
            }

            state = ends[0].State;
        }

        return (true, state);

        List<(bool IsAllowed, (CircumstanceChange Change, LocalDate Since)? State)> Ends(List<CircumstanceEvent> day) =>
            [.. Orders.Of(day).Select(order => After(state, order)).Where(end => end.IsAllowed).Distinct()];
    }

    private static (bool IsAllowed, (CircumstanceChange Change, LocalDate Since)? State) After(
        (CircumstanceChange Change, LocalDate Since)? state, List<CircumstanceEvent> order)
    {
        foreach (var change in order)
        {
            var isAllowed = (state?.Change, change.Change) switch
            {
                (null, CircumstanceChange.Occurred or CircumstanceChange.RuledOut) => true,
                (CircumstanceChange.Occurred, CircumstanceChange.Ended) => true,
                (CircumstanceChange.Ended, CircumstanceChange.Occurred or CircumstanceChange.RuledOut) => true,
                (CircumstanceChange.RuledOut, CircumstanceChange.Occurred) => true,
                _ => false,
            };
            if (!isAllowed)
            {
                return (false, null);
            }

            state = (change.Change, change.On);
        }

        return (true, state);
    }

    private NaiveApproval StateOf(ParliamentaryApproval approval)
    {
        var state = NaiveApproval.Fold(approval, approval.Acts.Where(a => IsVisible(a)))
            ?? throw new InvalidOperationException($"The acts of '{approval.Id}' do not fold.");
        return state.On(On, KnownAsOf, approval);
    }

    /// <summary>How the mandate of an approval stands, by the name of the state; null where none was given.</summary>
    internal string? MandateOf(ParliamentaryApproval approval)
    {
        var state = Approvals[approval.Id];
        if (state.Kind == NaiveApprovalKind.Revoked)
        {
            return "revoked";
        }

        if (state.Kind is not (NaiveApprovalKind.Approved or NaiveApprovalKind.RenewalRequested))
        {
            return null;
        }

        var at = state.Mandates.ToList().FindIndex(m => m.From!.Value <= On);
        if (at < 0)
        {
            return "not begun";
        }

        var isOver = state.Mandates[at].Until < On;
        if (isOver && !(On <= state.GoesOnUntil))
        {
            return "expired";
        }

        if (state.Mandates[at].Condition is { } condition && !MayStillHold(condition))
        {
            return "condition failed";
        }

        return isOver ? "provisionally extended"
            : at == state.Mandates.Length - 1 ? "active"
            : Rest(state.Mandates[at]) == Rest(state.Mandates[at + 1]) ? "extended"
            : "amended";

        static Mandate Rest(Mandate mandate) => mandate with { From = null, Until = null, ExtendableUntil = null };
    }

    // By circumstances alone: what looks at pledges may always hold.
    private bool MayStillHold(Requirement requirement) => requirement switch
    {
        Requirement.Holds holds => IsUnknown(holds.Circumstance) || Occurred(holds.Circumstance),
        Requirement.AllOf all => all.Of.All(MayStillHold),
        Requirement.AnyOf any => any.Of.Any(MayStillHold),
        Requirement.AtLeast some => some.Of.Count(MayStillHold) >= some.Count,
        _ => true,
    };

    private PledgeStage? StageOf(Pledge pledge)
    {
        var dated = pledge.Stages.Where(s => IsVisible(s, pledge.Source)).OrderBy(s => s.On).LastOrDefault();
        var isFirstKnown = Dated(pledge.Source) is not { } date || date <= KnownAsOf;
        return dated?.Stage ?? (isFirstKnown ? pledge.Stage : null);
    }

    private ImmutableArray<Claim> VisibleFigures(Pledge pledge) => [.. pledge.Claims.Where(c =>
        (c.Lower is not null || c.Upper is not null)
        && ((c.Published?.From ?? Dated(c.Source ?? pledge.Source)) is not { } known || known <= KnownAsOf))];

    private static IEnumerable<(PledgeFilter Filter, NationCode? Nation)> FiltersOf(CoalitionModel model)
    {
        var mandates = model.Approvals.SelectMany(a => a.Acts)
            .Select(a => a is ApprovalAct.Submitted s ? s.Mandate : a is ApprovalAct.Approved g ? g.Mandate : null)
            .Concat(model.Approvals.Select(a => a.StatutoryMandate));
        return model.Guarantees.SelectMany(g => g.Standards).Select(s => s.Requires)
            .Concat(model.Pledges.Select(p => p.Condition).OfType<Requirement>())
            .Concat(mandates.Select(m => m?.Condition).OfType<Requirement>())
            .SelectMany(FiltersOf);
    }

    private static IEnumerable<(PledgeFilter Filter, NationCode? Nation)> FiltersOf(Requirement requirement) => requirement switch
    {
        Requirement.Total total => [(total.Filter, null)],
        Requirement.Contributors contributors => [(contributors.Filter, null)],
        Requirement.Contributes contributes => [(contributes.Filter, contributes.Nation)],
        Requirement.AllOf all => all.Of.SelectMany(FiltersOf),
        Requirement.AnyOf any => any.Of.SelectMany(FiltersOf),
        Requirement.AtLeast some => some.Of.SelectMany(FiltersOf),
        _ => [],
    };
}
