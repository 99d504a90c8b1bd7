using System.Collections.Immutable;
using Coalition.Approvals;
using NodaTime;

namespace Coalition.Tests.Oracle;

/// <summary>The states of an approval, written down a second time.</summary>
internal enum NaiveApprovalKind
{
    NotRequired,
    Prohibited,
    Uninformed,
    Informed,
    Unheard,
    Heard,
    Advised,
    NotRequested,
    Sounding,
    Committed,
    Submitted,
    Approved,
    RenewalRequested,
    Rejected,
    Withdrawn,
    Lapsed,
    Revoked,
    MayAct,
    MustTerminate,
    ConsentDue,
    Overdue,
}

/// <summary>An approval on a day, by a transition table of the oracle's own.</summary>
internal sealed record NaiveApproval
{
    internal required NaiveApprovalKind Kind { get; init; }

    /// <summary>The mandates given and not revoked, the latest first, each with its first day.</summary>
    internal ImmutableArray<Mandate> Mandates { get; init; } = [];

    /// <summary>Until the first of them begins: what the law lets the executive do, where it may act before consent; null otherwise.</summary>
    internal Mandate? ByLaw { get; init; }

    /// <summary>The day of the open request; null if there is none.</summary>
    internal LocalDate? AskedOn { get; init; }

    /// <summary>What the open request asks for; without limit if it names none.</summary>
    internal Mandate Requested { get; init; } = Mandate.Unlimited;

    /// <summary>What the consents so far state.</summary>
    internal Mandate? Stated { get; init; }

    internal ImmutableArray<string> Consented { get; init; } = [];

    /// <summary>Who has refused and can be overridden.</summary>
    internal ImmutableArray<string> Refused { get; init; } = [];

    /// <summary>How far the request has come: before parliament, in committee, on the agenda.</summary>
    internal int Stage { get; init; }

    internal LocalDate? VoteOn { get; init; }

    internal bool IsSilenceBroken { get; init; }

    internal bool IsTacit { get; init; }

    /// <summary>The last day on which a mandate that ends goes on for the renewal's sake.</summary>
    internal LocalDate? GoesOnUntil { get; init; }

    internal LocalDate? Begun { get; init; }

    internal LocalDate? InformedOn { get; init; }

    /// <summary>What a request for consent to executive action asked for before it fell.</summary>
    internal Mandate? Fallen { get; init; }

    /// <summary>Whatever else tells two ends of one day apart: a body, a cause, a vote's outcome.</summary>
    internal string Detail { get; init; } = "";

    internal LocalDate? Since { get; init; }

    internal bool IsFailed => Kind is NaiveApprovalKind.Rejected or NaiveApprovalKind.Withdrawn or NaiveApprovalKind.Revoked or NaiveApprovalKind.Overdue
        or NaiveApprovalKind.MustTerminate or NaiveApprovalKind.Prohibited;

    /// <summary>Whether the law itself, without anybody's consent, says what is allowed.</summary>
    internal bool IsByLaw => Kind is NaiveApprovalKind.NotRequired or NaiveApprovalKind.Uninformed or NaiveApprovalKind.Informed or NaiveApprovalKind.Unheard
        or NaiveApprovalKind.Heard or NaiveApprovalKind.Advised or NaiveApprovalKind.MayAct;

    internal Mandate Asked => AskedOn is null ? Fallen ?? Mandate.Unlimited : Stated ?? Requested;

    internal static NaiveApproval Initial(ParliamentaryApproval approval) => Of(approval.Procedure switch
    {
        ApprovalProcedure.NotRequired => NaiveApprovalKind.NotRequired,
        ApprovalProcedure.Prohibited => NaiveApprovalKind.Prohibited,
        ApprovalProcedure.InformationOnly => NaiveApprovalKind.Uninformed,
        ApprovalProcedure.Consultation => NaiveApprovalKind.Unheard,
        ApprovalProcedure.ExPostApproval => NaiveApprovalKind.MayAct,
        _ => NaiveApprovalKind.NotRequested,
    });

    /// <summary>Whether the gate waits for somebody.</summary>
    internal bool IsUndecided(ParliamentaryApproval approval) => Kind switch
    {
        NaiveApprovalKind.NotRequested or NaiveApprovalKind.Sounding or NaiveApprovalKind.Committed or NaiveApprovalKind.Submitted
            or NaiveApprovalKind.Lapsed or NaiveApprovalKind.Unheard or NaiveApprovalKind.ConsentDue => true,
        NaiveApprovalKind.Uninformed => approval.InformFirst,
        _ => false,
    };

    /// <summary>Whether a decision is open, on the gate or on a renewal, or on more than the law allows.</summary>
    internal bool IsOpen(ParliamentaryApproval approval) => IsUndecided(approval) || HasMoreAsked;

    /// <summary>Whether something stands while more is asked for.</summary>
    internal bool HasMoreAsked => Kind == NaiveApprovalKind.RenewalRequested || (Kind == NaiveApprovalKind.MayAct && AskedOn is not null);

    /// <summary>The mandate that governs a day: the latest given that has begun, over or not; or what the law says.</summary>
    internal Mandate? Governing(LocalDate on, ParliamentaryApproval approval)
    {
        if (IsByLaw)
        {
            return approval.StatutoryMandate ?? Mandate.Unlimited;
        }

        var latest = Mandates.FirstOrDefault(m => m.From!.Value <= on);
        return latest?.Until < on && on <= GoesOnUntil ? latest with { Until = GoesOnUntil } : latest ?? ByLaw;
    }

    /// <summary>The state after acts of which each day may be in any order; null if no order of some day is allowed, or two end differently.</summary>
    internal static NaiveApproval? Fold(ParliamentaryApproval approval, IEnumerable<ApprovalAct> acts)
    {
        var state = Initial(approval);
        foreach (var day in acts.GroupBy(a => a.On).OrderBy(d => d.Key))
        {
            var dayCame = state.AfterSilence(approval, day.Key, day.Key.PlusDays(1));
            var ends = Ends(dayCame, [.. day], approval);
            if (ends.Count == 0)
            {
                // Assumptions that the record then known does not allow have no effect: as few as leave one end. Without any other, nothing says that the day came.
                for (var gone = 1; gone <= day.Count(a => a.Assumed) && (ends.Count == 0 || ends.Any(e => !e.IsSame(ends[0]))); gone++)
                {
                    ends = [.. Orders.Without([.. day], a => a.Assumed, gone).SelectMany(kept => kept.Count > 0 ? Ends(dayCame, kept, approval) : [state])];
                }
            }

            if (ends.Count == 0 || ends.Any(e => !e.IsSame(ends[0])))
            {
                return null;
            }

            state = ends[0];
        }

        return state;
    }

    /// <summary>What the state comes to on a day, by what is known.</summary>
    internal NaiveApproval On(LocalDate on, LocalDate known, ParliamentaryApproval approval)
    {
        bool Missed(LocalDate? last) => last < on && last < known;
        var state = AfterSilence(approval, on, known);
        var informBy = state.Begun is { } begun ? NaivePeriod.Last(approval.InformWithin, begun, approval.SittingDays) : null;
        var consentBy = state.Kind == NaiveApprovalKind.MayAct && state.Begun is not null ? state.ConsentBy(approval, informBy) : null;
        if (Missed(consentBy))
        {
            return Of(NaiveApprovalKind.MustTerminate);
        }

        var isUninformed = state.Kind is NaiveApprovalKind.MayAct or NaiveApprovalKind.Uninformed && state.InformedOn is null;
        if ((isUninformed && Missed(informBy)) || (state.IsUndecided(approval) && Missed(approval.Due)))
        {
            return Of(NaiveApprovalKind.Overdue);
        }

        return consentBy < on ? state with { Kind = NaiveApprovalKind.ConsentDue } : state;
    }

    private LocalDate? ConsentBy(ParliamentaryApproval approval, LocalDate? informBy)
    {
        LocalDate?[] starts = approval.DecideFrom == PeriodStart.Action ? [Begun]
            : [InformedOn is { } informed ? LocalDate.Max(informed, Begun!.Value) : null, informBy];
        LocalDate?[] ends = [starts.Min() is { } start ? NaivePeriod.Last(approval.DecideWithin, start, approval.SittingDays) : null, approval.Due];
        return ends.Min();
    }

    // Silence is consent from the day after its last, once that last day is past and known.
    private NaiveApproval AfterSilence(ParliamentaryApproval approval, LocalDate on, LocalDate known)
    {
        if (AskedOn is not { } asked || Kind == NaiveApprovalKind.Lapsed || IsSilenceBroken || !Refused.IsEmpty
            || NaivePeriod.Last(approval.Silence, asked, approval.SittingDays) is not { } last || last >= on || last >= known)
        {
            return this;
        }

        return Give(Asked, last.PlusDays(1), approval) with { IsTacit = true };
    }

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

    // The table: state, act, next state; null where the state does not allow the act.
    private NaiveApproval? Next(ApprovalAct act, ParliamentaryApproval approval) => (Kind, act) switch
    {
        (NaiveApprovalKind.Uninformed, ApprovalAct.Begun) when Begun is null => this with { Begun = act.On },
        (NaiveApprovalKind.Uninformed or NaiveApprovalKind.Informed, ApprovalAct.Informed) => Of(NaiveApprovalKind.Informed, act),
        (NaiveApprovalKind.Informed, ApprovalAct.Begun) => this,
        (NaiveApprovalKind.Unheard or NaiveApprovalKind.Heard, ApprovalAct.Consulted) => Of(NaiveApprovalKind.Heard, act),
        (NaiveApprovalKind.NotRequired or NaiveApprovalKind.Informed or NaiveApprovalKind.Heard or NaiveApprovalKind.Advised, ApprovalAct.Approved or ApprovalAct.Rejected) =>
            Of(NaiveApprovalKind.Advised, act) with { Detail = act.Name },
        (NaiveApprovalKind.Advised, ApprovalAct.Consulted) => approval.Procedure == ApprovalProcedure.Consultation ? this : null,
        (NaiveApprovalKind.Advised, ApprovalAct.Begun or ApprovalAct.Informed) => approval.Procedure == ApprovalProcedure.InformationOnly ? this : null,

        (NaiveApprovalKind.Sounding or NaiveApprovalKind.Committed, ApprovalAct.PreConsulted) => this,
        (NaiveApprovalKind.Sounding or NaiveApprovalKind.Committed, ApprovalAct.Withdrawn) => Of(NaiveApprovalKind.Withdrawn, act),
        (NaiveApprovalKind.Committed, ApprovalAct.Submitted s) => Ask(s, NaiveApprovalKind.Submitted),
        (NaiveApprovalKind.NotRequested or NaiveApprovalKind.Sounding or NaiveApprovalKind.Rejected or NaiveApprovalKind.Withdrawn or NaiveApprovalKind.Lapsed
            or NaiveApprovalKind.Revoked or NaiveApprovalKind.MustTerminate, ApprovalAct.Submitted or ApprovalAct.PreConsulted or ApprovalAct.Committed) =>
            Begin(act, approval),

        (NaiveApprovalKind.Submitted, ApprovalAct.Withdrawn) => Of(NaiveApprovalKind.Withdrawn, act),
        (NaiveApprovalKind.Submitted, ApprovalAct.Lapsed) => this with { Kind = NaiveApprovalKind.Lapsed, Since = act.On },
        (NaiveApprovalKind.RenewalRequested, ApprovalAct.Withdrawn or ApprovalAct.Lapsed) => Stand(),
        (NaiveApprovalKind.MayAct, ApprovalAct.Withdrawn or ApprovalAct.Lapsed) when AskedOn is not null => WithoutRequest() with { Fallen = Asked },

        (NaiveApprovalKind.Approved, ApprovalAct.Submitted s) => Renew(s, approval),
        (NaiveApprovalKind.Approved or NaiveApprovalKind.RenewalRequested, ApprovalAct.Revoked) => Of(NaiveApprovalKind.Revoked, act),
        (NaiveApprovalKind.Approved or NaiveApprovalKind.RenewalRequested, ApprovalAct.Extended e) => Extend(e),

        (NaiveApprovalKind.MayAct, ApprovalAct.Begun) when Begun is null => this with { Begun = act.On },
        (NaiveApprovalKind.MayAct, ApprovalAct.Informed) => InformedOn is null ? this with { InformedOn = act.On } : this,
        (NaiveApprovalKind.MayAct, ApprovalAct.Submitted s) when AskedOn is null => Ask(s, NaiveApprovalKind.MayAct),
        (NaiveApprovalKind.MayAct, ApprovalAct.Annulled) when Begun is not null && approval.Combination == DecisionCombination.AnyMayAnnul =>
            Of(NaiveApprovalKind.MustTerminate, act) with { Detail = "annulled" },

        (NaiveApprovalKind.Submitted or NaiveApprovalKind.RenewalRequested or NaiveApprovalKind.MayAct, _) when AskedOn is not null => act switch
        {
            ApprovalAct.Referred => Stage == 0 ? this with { Stage = 1 } : null,
            ApprovalAct.Scheduled s => this with { Stage = 2, VoteOn = s.VoteOn },
            ApprovalAct.Objected => approval.Silence is null || IsSilenceBroken ? null
                : Kind == NaiveApprovalKind.MayAct ? End(act, null, "objected")
                : this with { IsSilenceBroken = true, Since = act.On },
            ApprovalAct.Approved a => Consent(a, approval),
            ApprovalAct.Rejected r => Refuse(r, approval),
            _ => null,
        },
        _ => null,
    };

    private static NaiveApproval Of(NaiveApprovalKind kind, ApprovalAct? act = null) => new() { Kind = kind, Since = act?.On };

    private static NaiveApproval? Begin(ApprovalAct act, ParliamentaryApproval approval) => act switch
    {
        ApprovalAct.Submitted s => new() { Kind = NaiveApprovalKind.Submitted, AskedOn = s.On, Requested = s.Mandate ?? Mandate.Unlimited },
        ApprovalAct.PreConsulted => Of(NaiveApprovalKind.Sounding, act),
        _ => approval.Procedure == ApprovalProcedure.CommitmentToVote ? Of(NaiveApprovalKind.Committed, act) : null,
    };

    private NaiveApproval Ask(ApprovalAct.Submitted act, NaiveApprovalKind kind) =>
        new() { Kind = kind, AskedOn = act.On, Requested = act.Mandate ?? Mandate.Unlimited, Begun = Begun, InformedOn = InformedOn, Fallen = Fallen };

    private NaiveApproval Renew(ApprovalAct.Submitted act, ParliamentaryApproval approval)
    {
        var now = Mandates.FirstOrDefault(m => m.From!.Value <= act.On);
        return this with
        {
            Kind = NaiveApprovalKind.RenewalRequested,
            AskedOn = act.On,
            Requested = act.Mandate ?? Mandate.Unlimited,
            GoesOnUntil = now?.Until >= act.On ? NaivePeriod.Last(approval.ProvisionalExtension, act.On, approval.SittingDays) : null,
        };
    }

    private NaiveApproval WithoutRequest() => new()
    {
        Kind = Kind,
        Mandates = Mandates,
        ByLaw = ByLaw,
        Begun = Begun,
        InformedOn = InformedOn,
        IsTacit = IsTacit,
        Since = Kind == NaiveApprovalKind.RenewalRequested ? Since : null,
    };

    private NaiveApproval Stand() => WithoutRequest() with { Kind = NaiveApprovalKind.Approved };

    private NaiveApproval? Extend(ApprovalAct.Extended act)
    {
        var latest = Mandates[0];
        var isAllowed = latest.Until is { } until && act.Until > until && act.Until <= latest.ExtendableUntil && act.On <= until.PlusDays(1);
        return isAllowed ? this with { Mandates = [latest with { From = latest.Until!.Value.PlusDays(1), Until = act.Until }, .. Mandates] } : null;
    }

    private NaiveApproval End(ApprovalAct act, string? body, string cause) => Of(
        Kind == NaiveApprovalKind.MayAct && Begun is not null ? NaiveApprovalKind.MustTerminate : NaiveApprovalKind.Rejected, act) with
    {
        Detail = Kind == NaiveApprovalKind.MayAct && Begun is not null ? cause : body ?? "",
    };

    private NaiveApproval Give(Mandate given, LocalDate on, ParliamentaryApproval approval) => new()
    {
        Kind = NaiveApprovalKind.Approved,
        Mandates = [given with { From = given.From ?? on }, .. Mandates],
        ByLaw = Kind == NaiveApprovalKind.MayAct ? UpToConsent(approval) : ByLaw,
        Since = on,
    };

    private Mandate UpToConsent(ParliamentaryApproval approval)
    {
        var law = approval.StatutoryMandate ?? Mandate.Unlimited;
        LocalDate?[] ends = [law.Until, Begun is { } begun ? ConsentBy(approval, NaivePeriod.Last(approval.InformWithin, begun, approval.SittingDays)) : null];
        return law with { Until = ends.Min() };
    }

    private static bool VoteApart(ParliamentaryApproval approval) => approval.Decisions.Length >= 2 && approval.Combination != DecisionCombination.JointSitting;

    private static bool MayOverride(ParliamentaryApproval approval, string? body) => approval.Decisions.Any(d => d.Body == body && d.Override is not null);

    private NaiveApproval? Consent(ApprovalAct.Approved act, ParliamentaryApproval approval)
    {
        if (Stated is not null && act.Mandate is not null && Stated != act.Mandate)
        {
            return null;
        }

        var mustOverride = !Refused.IsEmpty && MayOverride(approval, act.Body);
        if (act.Overrides != mustOverride)
        {
            return null;
        }

        var given = Stated ?? act.Mandate ?? Requested;
        if (!VoteApart(approval) || act.Overrides)
        {
            return act.Body is not null && Refused.Contains(act.Body) ? null : Give(given, act.On, approval);
        }

        if (act.Body is null || Consented.Contains(act.Body) || Refused.Contains(act.Body))
        {
            return null;
        }

        var consented = Consented.Add(act.Body);
        return approval.Decisions.All(d => consented.Contains(d.Body)) ? Give(given, act.On, approval)
            : this with { Consented = consented, Stated = Stated ?? act.Mandate };
    }

    private NaiveApproval? Refuse(ApprovalAct.Rejected act, ParliamentaryApproval approval)
    {
        var failsToOverride = act.Overrides && !Refused.IsEmpty && MayOverride(approval, act.Body);
        if (act.Overrides != failsToOverride || (act.Body is not null && (Refused.Contains(act.Body) || (Consented.Contains(act.Body) && !failsToOverride))))
        {
            return null;
        }

        // Whoever may still override keeps the request alive.
        if (!failsToOverride && act.Body is not null && approval.Decisions.Any(d => d.Body != act.Body && d.Override is not null && !Refused.Contains(d.Body)))
        {
            return this with { Refused = Refused.Add(act.Body) };
        }

        return Kind == NaiveApprovalKind.RenewalRequested ? Stand() : End(act, act.Body, "rejected");
    }

    private bool IsSame(NaiveApproval other) => Plain(this) == Plain(other) && Mandates.SequenceEqual(other.Mandates)
        && Consented.Order().SequenceEqual(other.Consented.Order()) && Refused.Order().SequenceEqual(other.Refused.Order());

    // The lists are compared by what is in them.
    private static NaiveApproval Plain(NaiveApproval state) => state with { Mandates = [], Consented = [], Refused = [] };
}
