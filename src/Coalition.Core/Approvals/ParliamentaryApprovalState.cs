using System.Collections.Immutable;
using Coalition.Internal;
using NodaTime;

namespace Coalition.Approvals;

/// <summary>How an approval stands on a day, as it follows from the acts up to that day (rule S2).</summary>
/// <remarks>
/// <para>Each state names the acts that it allows; a recorded act that its state does not allow makes the model invalid.</para>
/// <para>The mandate has a life of its own: that a mandate has ended is no state of the approval, see <see cref="MandateOn"/>.</para>
/// </remarks>
public abstract record ParliamentaryApprovalState
{
    private ParliamentaryApprovalState()
    {
    }

    /// <summary>Whether the approval gate is passed, pending or failed in this state.</summary>
    public abstract Standing Standing { get; }

    /// <summary>The words for the state, such as <c>not requested</c>.</summary>
    public abstract string Name { get; }

    /// <summary>The mandate that governs a day: the latest given whose period has begun, even if its last day has passed.</summary>
    /// <param name="day">The day.</param>
    /// <returns>The mandate; null where there is none, or none has begun.</returns>
    public virtual Mandate? MandateOn(LocalDate day) => null;

    /// <summary>The mandate that granting the open decision would give; null if no decision is open.</summary>
    internal virtual Mandate? Asked => null;

    /// <summary>The names of the acts that the state allows, under the approval's procedure.</summary>
    internal abstract ImmutableArray<string> AllowedActs(ParliamentaryApproval approval);

    // Called with an allowed act only. Null where the act repeats or contradicts what the state holds.
    private protected abstract ParliamentaryApprovalState? Next(ApprovalAct act, ParliamentaryApproval approval);

    /// <summary>The state after an act, or null if this state does not allow it.</summary>
    internal ParliamentaryApprovalState? After(ApprovalAct act, ParliamentaryApproval approval) =>
        AllowedActs(approval).Contains(act.Name) ? Next(act, approval) : null;

    /// <summary>The state before the first act.</summary>
    internal static ParliamentaryApprovalState Initial(ParliamentaryApproval approval) =>
        approval.Procedure == ApprovalProcedure.NotRequired ? new NotRequired() : new NotRequested();

    // From the states in which nothing is before parliament, and nothing stands.
    private static ImmutableArray<string> Beginnings(ParliamentaryApproval approval) =>
        approval.Procedure == ApprovalProcedure.CommitmentToVote ? ["committed", "submitted"] : ["submitted"];

    private static ParliamentaryApprovalState Begin(ApprovalAct act) =>
        act is ApprovalAct.Submitted request ? new Submitted(Motion.From(request)) : new Committed(act.On);

    private static Approved Approve(Motion motion, LocalDate on, ImmutableArray<Mandate> earlier)
    {
        var given = motion.Given ?? motion.Asked;
        return new Approved(on, [given with { From = given.From ?? on }, .. earlier]);
    }

    /// <summary>The law asks for nothing.</summary>
    public sealed record NotRequired : ParliamentaryApprovalState
    {
        /// <inheritdoc/>
        public override Standing Standing => Standing.Passed;

        /// <inheritdoc/>
        public override string Name => "not required";

        internal override ImmutableArray<string> AllowedActs(ParliamentaryApproval approval) => [];

        private protected override ParliamentaryApprovalState? Next(ApprovalAct act, ParliamentaryApproval approval) => null;
    }

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

    /// <summary>The government has undertaken to hold a vote.</summary>
    /// <param name="On">The day of the undertaking.</param>
    public sealed record Committed(LocalDate On) : ParliamentaryApprovalState
    {
        /// <inheritdoc/>
        public override Standing Standing => Standing.Pending;

        /// <inheritdoc/>
        public override string Name => "committed to a vote";

        internal override Mandate? Asked => Mandate.Unlimited;

        internal override ImmutableArray<string> AllowedActs(ParliamentaryApproval approval) => ["submitted", "withdrawn"];

        private protected override ParliamentaryApprovalState? Next(ApprovalAct act, ParliamentaryApproval approval) =>
            act is ApprovalAct.Withdrawn ? new Withdrawn(act.On) : Begin(act);
    }

    /// <summary>A request is before the bodies that decide.</summary>
    /// <param name="Motion">The request, and who has consented so far.</param>
    public sealed record Submitted(Motion Motion) : ParliamentaryApprovalState
    {
        /// <inheritdoc/>
        public override Standing Standing => Standing.Pending;

        /// <inheritdoc/>
        public override string Name => "submitted";

        internal override Mandate? Asked => Motion.Given ?? Motion.Asked;

        internal override ImmutableArray<string> AllowedActs(ParliamentaryApproval approval) => ["approved", "rejected", "withdrawn"];

        private protected override ParliamentaryApprovalState? Next(ApprovalAct act, ParliamentaryApproval approval) => act switch
        {
            ApprovalAct.Approved consent => Motion.With(consent, approval) is not { } motion ? null
                : motion.IsCarried(approval) ? Approve(motion, act.On, []) : new Submitted(motion),
            ApprovalAct.Rejected refusal => new Rejected(act.On, refusal.Body),
            _ => new Withdrawn(act.On),
        };
    }

    /// <summary>Every body that decides has consented.</summary>
    /// <param name="On">The day of the last consent; it takes effect on that day.</param>
    /// <param name="Mandates">The mandates given, the latest first, each with its first day.</param>
    public sealed record Approved(LocalDate On, ImmutableArray<Mandate> Mandates) : ParliamentaryApprovalState
    {
        /// <inheritdoc/>
        public override Standing Standing => Standing.Passed;

        /// <inheritdoc/>
        public override string Name => "approved";

        /// <inheritdoc/>
        public override Mandate? MandateOn(LocalDate day)
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
        public bool Equals(Approved? other) => other is not null && On == other.On && Sequence.Same(Mandates, other.Mandates);

        /// <inheritdoc/>
        public override int GetHashCode() => HashCode.Combine(On, Sequence.Hash(Mandates));

        internal override ImmutableArray<string> AllowedActs(ParliamentaryApproval approval) => ["submitted", "revoked"];

        private protected override ParliamentaryApprovalState? Next(ApprovalAct act, ParliamentaryApproval approval) =>
            act is ApprovalAct.Submitted request ? new RenewalRequested(this, Motion.From(request)) : new Revoked(act.On);
    }

    /// <summary>An approval stands, and its renewal or amendment is before the bodies that decide.</summary>
    /// <param name="Current">The approval that stands meanwhile.</param>
    /// <param name="Motion">The request, and who has consented so far.</param>
    public sealed record RenewalRequested(Approved Current, Motion Motion) : ParliamentaryApprovalState
    {
        /// <inheritdoc/>
        public override Standing Standing => Standing.Passed;

        /// <inheritdoc/>
        public override string Name => "approved, renewal requested";

        internal override Mandate? Asked => Motion.Given ?? Motion.Asked;

        /// <inheritdoc/>
        public override Mandate? MandateOn(LocalDate day) => Current.MandateOn(day);

        internal override ImmutableArray<string> AllowedActs(ParliamentaryApproval approval) =>
            ["approved", "rejected", "withdrawn", "revoked"];

        private protected override ParliamentaryApprovalState? Next(ApprovalAct act, ParliamentaryApproval approval) => act switch
        {
            ApprovalAct.Approved consent => Motion.With(consent, approval) is not { } motion ? null
                : motion.IsCarried(approval) ? Approve(motion, act.On, Current.Mandates) : this with { Motion = motion },
            ApprovalAct.Revoked => new Revoked(act.On),
            _ => Current,
        };
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

    /// <summary>The decision was due by a day that has passed, and it is on record that none was taken (rule S2).</summary>
    /// <param name="Due">The last day on which it could have been taken.</param>
    /// <remarks>It follows from the date and not from an act: the acts allowed are those of the state that it stands for.</remarks>
    public sealed record Overdue(LocalDate Due) : ParliamentaryApprovalState
    {
        /// <inheritdoc/>
        public override Standing Standing => Standing.Failed;

        /// <inheritdoc/>
        public override string Name => "overdue";

        internal override ImmutableArray<string> AllowedActs(ParliamentaryApproval approval) => [];

        private protected override ParliamentaryApprovalState? Next(ApprovalAct act, ParliamentaryApproval approval) => null;
    }
}
