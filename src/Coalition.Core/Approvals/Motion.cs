using System.Collections.Immutable;
using Coalition.Internal;
using NodaTime;

namespace Coalition.Approvals;

/// <summary>A request for approval that is before the bodies that decide.</summary>
/// <remarks>Equality is by value, and of the lists by sequence.</remarks>
public sealed record Motion
{
    /// <summary>The day of the request.</summary>
    public required LocalDate On { get; init; }

    /// <summary>The mandate asked for; <see cref="Mandate.Unlimited"/> if the request names no limit.</summary>
    public required Mandate Asked { get; init; }

    /// <summary>How far it has come.</summary>
    public MotionStage Stage { get; init => field = Guard.Defined(value); }

    /// <summary>The day for which the vote is announced; null if none is.</summary>
    public LocalDate? VoteOn { get; init; }

    /// <summary>The day on which silence was broken; null if it was not, or is not consent.</summary>
    public LocalDate? ObjectedOn { get; init; }

    /// <summary>The bodies that have consented so far, in the order in which the approval names them.</summary>
    public ImmutableArray<string> ApprovedBy { get; init => field = Guard.Items(value); } = [];

    /// <summary>The bodies that have refused so far, and whom another may still override, in the order in which the approval names them.</summary>
    public ImmutableArray<string> RefusedBy { get; init => field = Guard.Items(value); } = [];

    /// <summary>The mandate that the consents so far state; null if none does, and then the one asked for is given.</summary>
    public Mandate? Given { get; init; }

    /// <summary>The mandate that consent gives, by what is known so far.</summary>
    internal Mandate Prospect => Given ?? Asked;

    /// <summary>The words for how far it has come.</summary>
    internal string StageName => Stage switch
    {
        MotionStage.InCommittee => "in committee",
        MotionStage.Scheduled => "scheduled",
        _ => "submitted",
    } + (ObjectedOn is null ? "" : ", objected to");

    /// <summary>Equality by value.</summary>
    public bool Equals(Motion? other) => other is not null
        && On == other.On && Asked == other.Asked && Given == other.Given && Stage == other.Stage && VoteOn == other.VoteOn
        && ObjectedOn == other.ObjectedOn && Sequence.Same(ApprovedBy, other.ApprovedBy) && Sequence.Same(RefusedBy, other.RefusedBy);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(On, Asked, Given, Stage, Sequence.Hash(ApprovedBy), Sequence.Hash(RefusedBy));

    internal static Motion From(ApprovalAct.Submitted act) => new() { On = act.On, Asked = act.Mandate ?? Mandate.Unlimited };

    /// <summary>The names of the acts by which a request moves on or is decided, and of others beside them, for <see cref="AllowedActs"/> to choose from.</summary>
    internal static ImmutableArray<ImmutableArray<string>> ActsBeside(params ReadOnlySpan<string> others)
    {
        var all = ImmutableArray.CreateBuilder<ImmutableArray<string>>();
        foreach (var stage in Enum.GetValues<MotionStage>())
        {
            foreach (var mayObject in (ReadOnlySpan<bool>)[false, true])
            {
                all.Add([
                    .. stage == MotionStage.Submitted ? (ReadOnlySpan<string>)["referred"] : [],
                    "scheduled",
                    .. mayObject ? (ReadOnlySpan<string>)["objected"] : [],
                    "approved", "rejected", .. others]);
            }
        }

        return all.ToImmutable();
    }

    /// <summary>Those of the acts that the request allows as it stands. Made once, since every act on record asks for them.</summary>
    internal ImmutableArray<string> AllowedActs(ImmutableArray<ImmutableArray<string>> acts, ParliamentaryApproval approval) =>
        acts[((int)Stage * 2) + (approval.Silence is not null && ObjectedOn is null ? 1 : 0)];

    /// <summary>What becomes of the request by such an act. The motion is null where the act repeats or contradicts what has been done.</summary>
    internal (Motion? Motion, MotionOutcome Outcome) After(ApprovalAct act, ParliamentaryApproval approval) => act switch
    {
        ApprovalAct.Referred => (this with { Stage = MotionStage.InCommittee }, MotionOutcome.Open),
        ApprovalAct.Scheduled scheduled => (this with { Stage = MotionStage.Scheduled, VoteOn = scheduled.VoteOn }, MotionOutcome.Open),
        ApprovalAct.Objected => (this with { ObjectedOn = act.On }, MotionOutcome.Open),
        ApprovalAct.Approved consent => Consent(consent, approval),
        ApprovalAct.Rejected refusal => Refuse(refusal, approval),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private (Motion? Motion, MotionOutcome Outcome) Consent(ApprovalAct.Approved consent, ParliamentaryApproval approval)
    {
        // Once another has refused, a body that may override it decides by that rule or not at all.
        var decidesAlone = !RefusedBy.IsEmpty && approval.MayOverride(consent.Body);
        if (consent.Overrides != decidesAlone || (Given is not null && consent.Mandate is not null && consent.Mandate != Given))
        {
            return (null, MotionOutcome.Open);
        }

        if (consent.Body is { } body && ((ApprovedBy.Contains(body) && !consent.Overrides) || RefusedBy.Contains(body)))
        {
            return (null, MotionOutcome.Open);
        }

        var motion = this with { ApprovedBy = With(ApprovedBy, consent.Body, approval), Given = Given ?? consent.Mandate };
        var isCarried = consent.Overrides || approval.Decisions.Length < 2 || approval.Combination == DecisionCombination.JointSitting
            || motion.ApprovedBy.Length == approval.Decisions.Length;
        return (motion, isCarried ? MotionOutcome.Carried : MotionOutcome.Open);
    }

    private (Motion? Motion, MotionOutcome Outcome) Refuse(ApprovalAct.Rejected refusal, ParliamentaryApproval approval)
    {
        // A refusal ends the request, unless another body may override it, and has not refused itself.
        var mayBeOverridden = refusal.Body is { } body
            && approval.Decisions.Any(d => d.Body != body && d.Override is not null && !RefusedBy.Contains(d.Body));
        var overriding = refusal.Overrides && !RefusedBy.IsEmpty && approval.MayOverride(refusal.Body);
        if (refusal.Overrides != overriding || (refusal.Body is { } again && (RefusedBy.Contains(again) || (ApprovedBy.Contains(again) && !overriding))))
        {
            return (null, MotionOutcome.Open);
        }

        return mayBeOverridden && !overriding
            ? (this with { RefusedBy = With(RefusedBy, refusal.Body, approval) }, MotionOutcome.Open)
            : (this, MotionOutcome.Refused);
    }

    private static ImmutableArray<string> With(ImmutableArray<string> bodies, string? another, ParliamentaryApproval approval) =>
        another is null ? bodies : [.. approval.Decisions.Select(d => d.Body).Where(b => b == another || bodies.Contains(b))];
}

/// <summary>What an act makes of a request.</summary>
internal enum MotionOutcome
{
    Open,
    Carried,
    Refused,
}
