using System.Collections.Immutable;
using Coalition.Approvals;
using NodaTime;

namespace Coalition.Tests.Oracle;

/// <summary>The states of an approval, written down a second time.</summary>
internal enum NaiveApprovalKind
{
    NotRequired,
    NotRequested,
    Committed,
    Submitted,
    Approved,
    RenewalRequested,
    Rejected,
    Withdrawn,
    Revoked,
    Overdue,
}

/// <summary>An approval on a day, by a transition table of the oracle's own.</summary>
internal sealed class NaiveApproval
{
    internal required NaiveApprovalKind Kind { get; init; }

    /// <summary>The mandates given and not revoked, the latest first, each with its first day.</summary>
    internal ImmutableArray<Mandate> Mandates { get; init; } = [];

    /// <summary>What the open request asks for; without limit if it names none.</summary>
    internal Mandate Requested { get; init; } = Mandate.Unlimited;

    /// <summary>What the consents so far state.</summary>
    internal Mandate? Stated { get; init; }

    internal ImmutableArray<string> Consented { get; init; } = [];

    internal bool IsUndecided =>
        Kind is NaiveApprovalKind.NotRequested or NaiveApprovalKind.Committed or NaiveApprovalKind.Submitted;

    internal bool IsOpen => IsUndecided || Kind == NaiveApprovalKind.RenewalRequested;

    internal bool IsFailed =>
        Kind is NaiveApprovalKind.Rejected or NaiveApprovalKind.Withdrawn or NaiveApprovalKind.Revoked or NaiveApprovalKind.Overdue;

    internal Mandate Asked => Stated ?? Requested;

    internal static NaiveApproval Initial(ParliamentaryApproval approval) => new()
    {
        Kind = approval.Procedure == ApprovalProcedure.NotRequired ? NaiveApprovalKind.NotRequired : NaiveApprovalKind.NotRequested,
    };

    /// <summary>The mandate that governs a day: the latest given that has begun, over or not.</summary>
    internal Mandate? Governing(LocalDate on) => Mandates.FirstOrDefault(m => m.From!.Value <= on);

    private static List<NaiveApproval> Ends(NaiveApproval state, List<ApprovalAct> day, ParliamentaryApproval approval)
    {
        var ends = new List<NaiveApproval>();
        foreach (var order in Orders.Of(day))
        {
            NaiveApproval? end = state;
            foreach (var act in order)
            {
                end = end?.Next(act, approval);
            }

            if (end is not null)
            {
                ends.Add(end);
            }
        }

        return ends;
    }

    /// <summary>The state after acts of which each day may be in any order; null if no order of some day is allowed, or two end differently.</summary>
    internal static NaiveApproval? Fold(ParliamentaryApproval approval, IEnumerable<ApprovalAct> acts)
    {
        var state = Initial(approval);
        foreach (var day in acts.GroupBy(a => a.On).OrderBy(d => d.Key))
        {
            var ends = Ends(state, [.. day], approval);
            if (ends.Count == 0)
            {
                // Assumptions that the record then known does not allow have no effect.
                ends = Ends(state, [.. day.Where(a => !a.Assumed)], approval);
            }

            if (ends.Count == 0 || ends.Any(e => !e.IsSame(ends[0])))
            {
                return null;
            }

            state = ends[0];
        }

        return state;
    }

    // The table: state, act, next state; null where the state does not allow the act.
    internal NaiveApproval? Next(ApprovalAct act, ParliamentaryApproval approval) => (Kind, act) switch
    {
        (NaiveApprovalKind.NotRequested, ApprovalAct.Committed) => Commit(approval),
        (NaiveApprovalKind.NotRequested, ApprovalAct.Submitted s) => Submit(s),
        (NaiveApprovalKind.Committed, ApprovalAct.Submitted s) => Submit(s),
        (NaiveApprovalKind.Committed, ApprovalAct.Withdrawn) => Of(NaiveApprovalKind.Withdrawn),
        (NaiveApprovalKind.Submitted, ApprovalAct.Approved a) => Consent(a, approval),
        (NaiveApprovalKind.Submitted, ApprovalAct.Rejected) => Of(NaiveApprovalKind.Rejected),
        (NaiveApprovalKind.Submitted, ApprovalAct.Withdrawn) => Of(NaiveApprovalKind.Withdrawn),
        (NaiveApprovalKind.Approved, ApprovalAct.Submitted s) => Renew(s),
        (NaiveApprovalKind.Approved, ApprovalAct.Revoked) => Of(NaiveApprovalKind.Revoked),
        (NaiveApprovalKind.RenewalRequested, ApprovalAct.Approved a) => Consent(a, approval),
        (NaiveApprovalKind.RenewalRequested, ApprovalAct.Rejected) => Stand(),
        (NaiveApprovalKind.RenewalRequested, ApprovalAct.Withdrawn) => Stand(),
        (NaiveApprovalKind.RenewalRequested, ApprovalAct.Revoked) => Of(NaiveApprovalKind.Revoked),
        (NaiveApprovalKind.Rejected, ApprovalAct.Committed) => Commit(approval),
        (NaiveApprovalKind.Rejected, ApprovalAct.Submitted s) => Submit(s),
        (NaiveApprovalKind.Withdrawn, ApprovalAct.Committed) => Commit(approval),
        (NaiveApprovalKind.Withdrawn, ApprovalAct.Submitted s) => Submit(s),
        (NaiveApprovalKind.Revoked, ApprovalAct.Committed) => Commit(approval),
        (NaiveApprovalKind.Revoked, ApprovalAct.Submitted s) => Submit(s),
        _ => null,
    };

    private static NaiveApproval Of(NaiveApprovalKind kind) => new() { Kind = kind };

    private static NaiveApproval? Commit(ParliamentaryApproval approval) =>
        approval.Procedure == ApprovalProcedure.CommitmentToVote ? Of(NaiveApprovalKind.Committed) : null;

    private static NaiveApproval Submit(ApprovalAct.Submitted act) =>
        new() { Kind = NaiveApprovalKind.Submitted, Requested = act.Mandate ?? Mandate.Unlimited };

    private NaiveApproval Renew(ApprovalAct.Submitted act) =>
        new() { Kind = NaiveApprovalKind.RenewalRequested, Mandates = Mandates, Requested = act.Mandate ?? Mandate.Unlimited };

    private NaiveApproval Stand() => new() { Kind = NaiveApprovalKind.Approved, Mandates = Mandates };

    private NaiveApproval? Consent(ApprovalAct.Approved act, ParliamentaryApproval approval)
    {
        if (act.Body is not null && Consented.Contains(act.Body))
        {
            return null;
        }

        if (Stated is not null && act.Mandate is not null && Stated != act.Mandate)
        {
            return null;
        }

        var consented = act.Body is null ? Consented : Consented.Add(act.Body);
        var stated = Stated ?? act.Mandate;
        if (approval.Decisions.Length >= 2 && approval.Decisions.Any(d => !consented.Contains(d.Body)))
        {
            return new() { Kind = Kind, Mandates = Mandates, Requested = Requested, Stated = stated, Consented = consented };
        }

        var given = stated ?? Requested;
        return new() { Kind = NaiveApprovalKind.Approved, Mandates = [given with { From = given.From ?? act.On }, .. Mandates] };
    }

    private bool IsSame(NaiveApproval other) => Kind == other.Kind && Requested == other.Requested && Stated == other.Stated
        && Mandates.SequenceEqual(other.Mandates) && Consented.Order().SequenceEqual(other.Consented.Order());
}
