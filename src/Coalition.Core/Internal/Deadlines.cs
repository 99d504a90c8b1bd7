using Coalition.Approvals;
using NodaTime;

namespace Coalition.Internal;

/// <summary>Rule S2: what the mere passing of days makes of an approval.</summary>
/// <remarks>A deadline counts as missed, or silence as kept, only if it lies before what is known: a later one leaves the matter open.</remarks>
internal static class Deadlines
{
    /// <summary>The state once silence has become consent, if it has.</summary>
    internal static ParliamentaryApprovalState Elapse(ParliamentaryApprovalState state, ParliamentaryApproval approval, LocalDate on, LocalDate knownAsOf) =>
        SilenceEnds(state, approval) is { } last && last < on && last < knownAsOf
            ? state.Carry(last.PlusDays(1), state.Pending!.Prospect, isTacit: true, approval)
            : state;

    /// <summary>What a state comes to on a day, after the deadlines that have passed by then.</summary>
    internal static ParliamentaryApprovalState Judge(ParliamentaryApprovalState state, ParliamentaryApproval approval, LocalDate on, LocalDate knownAsOf)
    {
        var action = state as ParliamentaryApprovalState.ExecutiveAction;
        var last = action is null ? null : ConsentDue(action, approval);
        if (last < on && last < knownAsOf)
        {
            return new ParliamentaryApprovalState.MustTerminate(last.Value.PlusDays(1), TerminationCause.DeadlinePassed);
        }

        // What is overdue stays so, whatever else falls due.
        var information = InformationDue(state, approval);
        var due = Earlier(information, state.Standing == Standing.Pending ? approval.Due : null);
        return due < on && due < knownAsOf
            ? new ParliamentaryApprovalState.Overdue(due.Value, due == information ? DeadlineKind.Information : DeadlineKind.Decision)
            : last < on ? new ParliamentaryApprovalState.ConsentDue(last.Value, action!.Motion) { LastAsked = action.LastAsked }
            : state;
    }

    /// <summary>The deadlines that run in a state, as it follows from the acts.</summary>
    internal static IEnumerable<ApprovalDeadline> Running(ParliamentaryApprovalState state, ParliamentaryApproval approval, LocalDate on)
    {
        if (state.Pending is { ObjectedOn: null, RefusedBy.IsEmpty: true } && approval.Silence is not null)
        {
            yield return new ApprovalDeadline(DeadlineKind.Silence, SilenceEnds(state, approval));
        }

        if (BegunUninformed(state) is not null && approval.InformWithin is not null)
        {
            yield return new ApprovalDeadline(DeadlineKind.Information, InformationDue(state, approval));
        }

        if (state is ParliamentaryApprovalState.ExecutiveAction { Begun: not null } action && (approval.DecideWithin is not null || approval.Due is not null))
        {
            yield return new ApprovalDeadline(DeadlineKind.Consent, ConsentDue(action, approval));
        }
        else if (state.Standing == Standing.Pending && approval.Due is { } due)
        {
            yield return new ApprovalDeadline(DeadlineKind.Decision, due);
        }

        // A mandate that outlasts its provisional extension is not extended.
        if (state is ParliamentaryApprovalState.RenewalRequested renewal && approval.ProvisionalExtension is not null
            && renewal.Current.GivenOn(renewal.Motion.On)?.Until is { } ends && ends >= renewal.Motion.On && !(renewal.ProvisionallyUntil <= ends))
        {
            yield return new ApprovalDeadline(DeadlineKind.ProvisionalExtension, renewal.ProvisionallyUntil);
        }

        var standing = state is ParliamentaryApprovalState.RenewalRequested { Current: var current } ? current : state;
        var governing = standing is ParliamentaryApprovalState.Approved approved ? Governing(approved, on) : standing.ActsByLaw ? approval.StatutoryMandate : null;
        if (governing?.Until is { } until)
        {
            yield return new ApprovalDeadline(DeadlineKind.Mandate, until);
        }
    }

    // What the law lets forces do before consent begins ends before it, or goes on into it.
    private static Mandate Governing(ParliamentaryApprovalState.Approved approved, LocalDate on) =>
        approved.Mandates.FirstOrDefault(m => m.From <= on)
        ?? (approved.ByLaw is { Until: { } last } law && last < approved.First.From!.Value.PlusDays(-1) ? law : approved.First);

    private static LocalDate? SilenceEnds(ParliamentaryApprovalState state, ParliamentaryApproval approval) =>
        state.Pending is { ObjectedOn: null, RefusedBy.IsEmpty: true } motion ? approval.Silence?.LastDay(motion.On, approval.SittingDays) : null;

    private static LocalDate? BegunUninformed(ParliamentaryApprovalState state) => state switch
    {
        ParliamentaryApprovalState.ExecutiveAction { InformedOn: null } action => action.Begun,
        ParliamentaryApprovalState.NotInformed uninformed => uninformed.Begun,
        _ => null,
    };

    private static LocalDate? InformationDue(ParliamentaryApprovalState state, ParliamentaryApproval approval) =>
        BegunUninformed(state) is { } begun ? approval.InformWithin?.LastDay(begun, approval.SittingDays) : null;

    /// <summary>The last day of executive action without consent: by the law's time or the day on record, whichever ends first; null while it has not begun.</summary>
    internal static LocalDate? ConsentDue(ParliamentaryApprovalState.ExecutiveAction action, ParliamentaryApproval approval)
    {
        if (action.Begun is not { } begun)
        {
            return null;
        }

        var start = approval.DecideFrom == PeriodStart.Action ? begun
            : Earlier(action.InformedOn is { } informed ? LocalDate.Max(informed, begun) : null, approval.InformWithin?.LastDay(begun, approval.SittingDays));
        return Earlier(start is { } from ? approval.DecideWithin?.LastDay(from, approval.SittingDays) : null, approval.Due);
    }

    internal static LocalDate? Earlier(LocalDate? one, LocalDate? other) => one is { } a && other is { } b ? LocalDate.Min(a, b) : one ?? other;
}
