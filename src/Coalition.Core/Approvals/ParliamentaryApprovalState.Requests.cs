using System.Collections.Immutable;
using NodaTime;

namespace Coalition.Approvals;

/// <content>From nothing asked for to a decision.</content>
public abstract partial record ParliamentaryApprovalState
{
    private static readonly ImmutableArray<ImmutableArray<string>> RequestActs = Motion.ActsBeside("withdrawn", "lapsed");

    private static readonly ImmutableArray<string> CommitmentActs = ["preConsulted", "submitted", "withdrawn"];

    /// <summary>Consent is needed, and nothing has been asked for yet.</summary>
    public sealed record NotRequested : ParliamentaryApprovalState
    {
        /// <inheritdoc/>
        public override Standing Standing => Standing.Pending;

        /// <inheritdoc/>
        public override string Name => "not requested";

        internal override Mandate? Asked => Mandate.Unlimited;

        internal override ImmutableArray<string> AllowedActs(ParliamentaryApproval approval) => Beginnings(approval);

        private protected override ParliamentaryApprovalState? Next(ApprovalAct act, ParliamentaryApproval approval) => Begin(act);
    }

    /// <summary>The government sounds the parliamentary groups; nothing has been asked for yet.</summary>
    /// <param name="On">The day on which it began to.</param>
    public sealed record PreConsultation(LocalDate On) : ParliamentaryApprovalState
    {
        /// <inheritdoc/>
        public override Standing Standing => Standing.Pending;

        /// <inheritdoc/>
        public override string Name => "in pre-consultation";

        internal override Mandate? Asked => Mandate.Unlimited;

        internal override ImmutableArray<string> AllowedActs(ParliamentaryApproval approval) => [.. Beginnings(approval), "withdrawn"];

        private protected override ParliamentaryApprovalState? Next(ApprovalAct act, ParliamentaryApproval approval) => act switch
        {
            ApprovalAct.Withdrawn => new Withdrawn(act.On),
            ApprovalAct.PreConsulted => this,
            _ => Begin(act),
        };
    }

    /// <summary>The government has undertaken to hold a vote.</summary>
    /// <param name="On">The day of the undertaking.</param>
    public sealed record Committed(LocalDate On) : ParliamentaryApprovalState
    {
        /// <inheritdoc/>
        public override Standing Standing => Standing.Pending;

        /// <inheritdoc/>
        public override string Name => "committed to a vote";

        internal override Mandate? Asked => Mandate.Unlimited;

        internal override ImmutableArray<string> AllowedActs(ParliamentaryApproval approval) => CommitmentActs;

        private protected override ParliamentaryApprovalState? Next(ApprovalAct act, ParliamentaryApproval approval) => act switch
        {
            ApprovalAct.Withdrawn => new Withdrawn(act.On),
            ApprovalAct.PreConsulted => this,
            _ => Begin(act),
        };
    }

    /// <summary>A request is before the bodies that decide.</summary>
    /// <param name="Motion">The request: how far it has come, and who has consented or refused so far.</param>
    public sealed record Submitted(Motion Motion) : ParliamentaryApprovalState
    {
        /// <inheritdoc/>
        public override Standing Standing => Standing.Pending;

        /// <inheritdoc/>
        public override string Name => Motion.StageName;

        internal override Mandate? Asked => Motion.Prospect;

        internal override Motion? Pending => Motion;

        internal override ImmutableArray<string> AllowedActs(ParliamentaryApproval approval) => Motion.AllowedActs(RequestActs, approval);

        private protected override ParliamentaryApprovalState? Next(ApprovalAct act, ParliamentaryApproval approval)
        {
            if (act is ApprovalAct.Withdrawn)
            {
                return new Withdrawn(act.On);
            }

            if (act is ApprovalAct.Lapsed)
            {
                return new Lapsed(act.On, Motion);
            }

            return Motion.After(act, approval) switch
            {
                ({ } motion, MotionOutcome.Carried) => Carry(act.On, motion.Prospect, isTacit: false, approval),
                (_, MotionOutcome.Refused) => new Rejected(act.On, ((ApprovalAct.Rejected)act).Body),
                ({ } motion, _) => new Submitted(motion),
                _ => null,
            };
        }
    }

    /// <summary>A body that decides has refused.</summary>
    /// <param name="On">The day of the refusal.</param>
    /// <param name="Body">The body, if the act names it.</param>
    public sealed record Rejected(LocalDate On, string? Body) : ParliamentaryApprovalState
    {
        /// <inheritdoc/>
        public override Standing Standing => Standing.Failed;

        /// <inheritdoc/>
        public override string Name => "rejected";

        internal override ImmutableArray<string> AllowedActs(ParliamentaryApproval approval) => Beginnings(approval);

        private protected override ParliamentaryApprovalState? Next(ApprovalAct act, ParliamentaryApproval approval) => Begin(act);
    }

    /// <summary>The government has taken its request, or its undertaking, back.</summary>
    /// <param name="On">The day on which it did.</param>
    public sealed record Withdrawn(LocalDate On) : ParliamentaryApprovalState
    {
        /// <inheritdoc/>
        public override Standing Standing => Standing.Failed;

        /// <inheritdoc/>
        public override string Name => "withdrawn";

        internal override ImmutableArray<string> AllowedActs(ParliamentaryApproval approval) => Beginnings(approval);

        private protected override ParliamentaryApprovalState? Next(ApprovalAct act, ParliamentaryApproval approval) => Begin(act);
    }

    /// <summary>The request fell with the parliament that it was before. Nobody has refused: the next parliament can be asked for the same.</summary>
    /// <param name="On">The day on which it fell.</param>
    /// <param name="Motion">The request that fell.</param>
    public sealed record Lapsed(LocalDate On, Motion Motion) : ParliamentaryApprovalState
    {
        /// <inheritdoc/>
        public override Standing Standing => Standing.Pending;

        /// <inheritdoc/>
        public override string Name => "lapsed by dissolution";

        internal override Mandate? Asked => Motion.Prospect;

        internal override ImmutableArray<string> AllowedActs(ParliamentaryApproval approval) => Beginnings(approval);

        private protected override ParliamentaryApprovalState? Next(ApprovalAct act, ParliamentaryApproval approval) => Begin(act);
    }

    /// <summary>Something was due by a day that has passed, and it is on record that it was not done (rule S2).</summary>
    /// <param name="Due">The last day on which it could have been done.</param>
    /// <param name="Missed">What was due: <see cref="DeadlineKind.Decision"/> or <see cref="DeadlineKind.Information"/>.</param>
    /// <remarks>It follows from the date and not from an act: the acts allowed are those of the state that it stands for.</remarks>
    public sealed record Overdue(LocalDate Due, DeadlineKind Missed) : ParliamentaryApprovalState
    {
        /// <inheritdoc/>
        public override Standing Standing => Standing.Failed;

        /// <inheritdoc/>
        public override string Name => "overdue";

        internal override ImmutableArray<string> AllowedActs(ParliamentaryApproval approval) => [];

        private protected override ParliamentaryApprovalState? Next(ApprovalAct act, ParliamentaryApproval approval) => null;
    }
}
