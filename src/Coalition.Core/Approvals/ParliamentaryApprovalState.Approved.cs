using System.Collections.Immutable;
using Coalition.Internal;
using NodaTime;

namespace Coalition.Approvals;

/// <content>Consent given, renewed and taken back.</content>
public abstract partial record ParliamentaryApprovalState
{
    private static readonly ImmutableArray<string> ApprovalActs = ["submitted", "extended", "revoked"];

    private static readonly ImmutableArray<ImmutableArray<string>> RenewalActs = Motion.ActsBeside("withdrawn", "lapsed", "extended", "revoked");

    /// <summary>Every body that decides has consented, or silence was consent.</summary>
    /// <param name="On">The day of the last consent, on which it takes effect; where silence is consent, the day after the period.</param>
    /// <param name="Mandates">The mandates given, the latest first, each with its first day.</param>
    /// <param name="IsTacit">Whether silence gave the latest.</param>
    public sealed record Approved(LocalDate On, ImmutableArray<Mandate> Mandates, bool IsTacit = false) : ParliamentaryApprovalState
    {
        /// <inheritdoc/>
        public override Standing Standing => Standing.Passed;

        /// <inheritdoc/>
        public override string Name =>
            (IsTacit ? "approved tacitly" : "approved") + (Mandates[0].Condition is null ? "" : " with conditions");

        /// <summary>What the law lets the executive do until the first of <see cref="Mandates"/> begins, where it may act without consent; null otherwise.</summary>
        public Mandate? ByLaw { get; init; }

        /// <summary>The mandate whose period begins first.</summary>
        internal Mandate First => Mandates.MinBy(m => m.From!.Value)!;

        /// <inheritdoc/>
        public override Mandate? MandateOn(LocalDate day) => GivenOn(day) ?? ByLaw;

        /// <summary>The latest of <see cref="Mandates"/> whose period has begun, even if its last day has passed; null if none has.</summary>
        internal Mandate? GivenOn(LocalDate day)
        {
            foreach (var mandate in Mandates)
            {
                if (mandate.From <= day)
                {
                    return mandate;
                }
            }

            return null;
        }

        /// <summary>Equality by value, and of <see cref="Mandates"/> by sequence.</summary>
        public bool Equals(Approved? other) =>
            other is not null && On == other.On && IsTacit == other.IsTacit && ByLaw == other.ByLaw && Sequence.Same(Mandates, other.Mandates);

        /// <inheritdoc/>
        public override int GetHashCode() => HashCode.Combine(On, IsTacit, Sequence.Hash(Mandates));

        internal override ImmutableArray<string> AllowedActs(ParliamentaryApproval approval) => ApprovalActs;

        private protected override ParliamentaryApprovalState? Next(ApprovalAct act, ParliamentaryApproval approval) => act switch
        {
            ApprovalAct.Submitted request => new RenewalRequested(this, Motion.From(request), ProvisionallyUntil(request, approval)),
            ApprovalAct.Extended extension => Extend(extension),
            _ => new Revoked(act.On),
        };

        /// <summary>The approval with its latest mandate extended by the government; null if that mandate does not let it.</summary>
        internal Approved? Extend(ApprovalAct.Extended extension)
        {
            var latest = Mandates[0];
            return latest.Until < extension.Until && extension.Until <= latest.ExtendableUntil && extension.On <= latest.Until.Value.PlusDays(1)
                ? this with { Mandates = [latest with { From = latest.Until.Value.PlusDays(1), Until = extension.Until }, .. Mandates] }
                : null;
        }

        // Only a mandate that was given and has not ended yet goes on: the law's own time for acting without consent does not.
        private LocalDate? ProvisionallyUntil(ApprovalAct.Submitted request, ParliamentaryApproval approval) =>
            GivenOn(request.On)?.Until >= request.On ? approval.ProvisionalExtension?.LastDay(request.On, approval.SittingDays) : null;
    }

    /// <summary>An approval stands, and its renewal or amendment is before the bodies that decide.</summary>
    /// <param name="Current">The approval that stands meanwhile.</param>
    /// <param name="Motion">The request: how far it has come, and who has consented or refused so far.</param>
    /// <param name="ProvisionallyUntil">The last day to which a mandate that ends meanwhile goes on; null if it does not.</param>
    public sealed record RenewalRequested(Approved Current, Motion Motion, LocalDate? ProvisionallyUntil = null) : ParliamentaryApprovalState
    {
        /// <inheritdoc/>
        public override Standing Standing => Standing.Passed;

        /// <inheritdoc/>
        public override string Name => Motion.Stage == MotionStage.Submitted && Motion.ObjectedOn is null
            ? $"{Current.Name}, renewal requested"
            : $"{Current.Name}, renewal {Motion.StageName}";

        internal override Mandate? Asked => Motion.Prospect;

        internal override Motion? Pending => Motion;

        /// <inheritdoc/>
        public override Mandate? MandateOn(LocalDate day) =>
            Current.MandateOn(day) is not { } mandate ? null
            : mandate.Until < day && day <= ProvisionallyUntil ? mandate with { Until = ProvisionallyUntil }
            : mandate;

        internal override Approved Carry(LocalDate on, Mandate given, bool isTacit, ParliamentaryApproval approval) =>
            Approve(given, on, Current.Mandates, isTacit) with { ByLaw = Current.ByLaw };

        internal override ImmutableArray<string> AllowedActs(ParliamentaryApproval approval) => Motion.AllowedActs(RenewalActs, approval);

        private protected override ParliamentaryApprovalState? Next(ApprovalAct act, ParliamentaryApproval approval)
        {
            switch (act)
            {
                case ApprovalAct.Withdrawn or ApprovalAct.Lapsed:
                    return Current;
                case ApprovalAct.Revoked:
                    return new Revoked(act.On);
                case ApprovalAct.Extended extension:
                    return Current.Extend(extension) is { } extended ? this with { Current = extended } : null;
                default:
                    return Motion.After(act, approval) switch
                    {
                        ({ } motion, MotionOutcome.Carried) => Carry(act.On, motion.Prospect, isTacit: false, approval),
                        (_, MotionOutcome.Refused) => Current,
                        ({ } motion, _) => this with { Motion = motion },
                        _ => null,
                    };
            }
        }
    }

    /// <summary>Parliament has taken its approval back.</summary>
    /// <param name="On">The first day on which it is gone.</param>
    public sealed record Revoked(LocalDate On) : ParliamentaryApprovalState
    {
        /// <inheritdoc/>
        public override Standing Standing => Standing.Failed;

        /// <inheritdoc/>
        public override string Name => "revoked";

        internal override ImmutableArray<string> AllowedActs(ParliamentaryApproval approval) => Beginnings(approval);

        private protected override ParliamentaryApprovalState? Next(ApprovalAct act, ParliamentaryApproval approval) => Begin(act);
    }
}
