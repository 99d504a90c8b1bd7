using System.Collections.Immutable;
using Coalition.Internal;
using NodaTime;

namespace Coalition.Approvals;

/// <content>Where forces may act first, and parliament decides afterwards.</content>
public abstract partial record ParliamentaryApprovalState
{
    /// <summary>The executive may act, or acts, without consent, until a deadline passes or a body ends it.</summary>
    /// <param name="Begun">The day on which forces began to act; null if they have not.</param>
    /// <param name="InformedOn">The day on which parliament was first informed; null if it has not been.</param>
    /// <param name="Motion">The request for consent; null if there is none.</param>
    public sealed record ExecutiveAction(LocalDate? Begun, LocalDate? InformedOn, Motion? Motion) : ParliamentaryApprovalState
    {
        /// <inheritdoc/>
        public override Standing Standing => Standing.Passed;

        /// <inheritdoc/>
        public override string Name =>
            (Begun is null ? "may act first" : "acting without consent") + (Motion is null ? "" : $", consent {Motion.StageName}");

        internal override bool ActsByLaw => true;

        internal override Mandate? Asked => Motion?.Prospect;

        // What the last request asked for that was taken back or fell: to have withdrawn it must not make the prospect better than it was.
        internal Mandate? LastAsked { get; init; }

        internal override Motion? Pending => Motion;

        // Consent may begin later than it is given: until then the executive acts on as the law lets it.
        internal override Approved Carry(LocalDate on, Mandate given, bool isTacit, ParliamentaryApproval approval)
        {
            var law = approval.StatutoryMandate ?? Mandate.Unlimited;
            return Approve(given, on, [], isTacit) with { ByLaw = law with { Until = Deadlines.Earlier(law.Until, Deadlines.ConsentDue(this, approval)) } };
        }

        internal override ImmutableArray<string> AllowedActs(ParliamentaryApproval approval)
        {
            var acts = new List<string>();
            if (Begun is null)
            {
                acts.Add("begun");
            }
            else if (approval.Combination == DecisionCombination.AnyMayAnnul)
            {
                acts.Add("annulled");
            }

            acts.Add("informed");
            acts.AddRange(Motion is null ? ["submitted"] : Motion.AllowedActs(RequestActs, approval));
            return [.. acts];
        }

        private protected override ParliamentaryApprovalState? Next(ApprovalAct act, ParliamentaryApproval approval) => act switch
        {
            ApprovalAct.Begun => this with { Begun = act.On },
            // Times run from the first report, whatever is reported later.
            ApprovalAct.Informed => this with { InformedOn = InformedOn ?? act.On },
            ApprovalAct.Submitted request => this with { Motion = Motion.From(request) },
            ApprovalAct.Withdrawn or ApprovalAct.Lapsed => this with { Motion = null, LastAsked = Motion!.Prospect },
            ApprovalAct.Annulled => new MustTerminate(act.On, TerminationCause.Annulled),
            ApprovalAct.Objected => End(act, TerminationCause.Objected),
            _ => Motion!.After(act, approval) switch
            {
                ({ } motion, MotionOutcome.Carried) => Carry(act.On, motion.Prospect, isTacit: false, approval),
                (_, MotionOutcome.Refused) => End(act, TerminationCause.Rejected),
                ({ } motion, _) => this with { Motion = motion },
                _ => null,
            },
        };

        private ParliamentaryApprovalState End(ApprovalAct act, TerminationCause cause) =>
            Begun is null ? new Rejected(act.On, (act as ApprovalAct.Rejected)?.Body) : new MustTerminate(act.On, cause);
    }

    /// <summary>The time for which forces may act without consent ends before the day, and lies after what is known: consent may still come in time.</summary>
    /// <param name="LastDay">The last day on which they may act without it.</param>
    /// <param name="Motion">The request for consent; null if there is none.</param>
    /// <remarks>It follows from the date and not from an act: the acts allowed are those of the state that it stands for.</remarks>
    public sealed record ConsentDue(LocalDate LastDay, Motion? Motion) : ParliamentaryApprovalState
    {
        /// <inheritdoc/>
        public override Standing Standing => Standing.Pending;

        /// <inheritdoc/>
        public override string Name => "consent due";

        internal override Mandate? Asked => Motion?.Prospect ?? LastAsked ?? Mandate.Unlimited;

        internal Mandate? LastAsked { get; init; }

        internal override ImmutableArray<string> AllowedActs(ParliamentaryApproval approval) => [];

        private protected override ParliamentaryApprovalState? Next(ApprovalAct act, ParliamentaryApproval approval) => null;
    }

    /// <summary>Executive action must end.</summary>
    /// <param name="On">The first day on which it has no ground any more.</param>
    /// <param name="Cause">Why.</param>
    public sealed record MustTerminate(LocalDate On, TerminationCause Cause) : ParliamentaryApprovalState
    {
        /// <inheritdoc/>
        public override Standing Standing => Standing.Failed;

        /// <inheritdoc/>
        public override string Name => "must terminate";

        internal override ImmutableArray<string> AllowedActs(ParliamentaryApproval approval) => Beginnings(approval);

        private protected override ParliamentaryApprovalState? Next(ApprovalAct act, ParliamentaryApproval approval) => Begin(act);
    }
}
