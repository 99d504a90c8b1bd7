using System.Collections.Immutable;
using NodaTime;

namespace Coalition.Approvals;

/// <content>Where nobody's consent is asked for, or none can be given.</content>
public abstract partial record ParliamentaryApprovalState
{
    // A vote that the law does not ask for: it is on record, and binds nobody.
    private static ImmutableArray<string> AdvisoryVotes => ["approved", "rejected"];

    private static Advised Advise(ApprovalAct act) => new(act.On, act is ApprovalAct.Approved);

    /// <summary>The law asks for nothing.</summary>
    public sealed record NotRequired : ParliamentaryApprovalState
    {
        /// <inheritdoc/>
        public override Standing Standing => Standing.Passed;

        /// <inheritdoc/>
        public override string Name => "not required";

        internal override bool ActsByLaw => true;

        internal override ImmutableArray<string> AllowedActs(ParliamentaryApproval approval) => AdvisoryVotes;

        private protected override ParliamentaryApprovalState? Next(ApprovalAct act, ParliamentaryApproval approval) => Advise(act);
    }

    /// <summary>The law forbids it.</summary>
    public sealed record Prohibited : ParliamentaryApprovalState
    {
        /// <inheritdoc/>
        public override Standing Standing => Standing.Failed;

        /// <inheritdoc/>
        public override string Name => "prohibited";

        internal override ImmutableArray<string> AllowedActs(ParliamentaryApproval approval) => [];

        private protected override ParliamentaryApprovalState? Next(ApprovalAct act, ParliamentaryApproval approval) => null;
    }

    /// <summary>Parliament is only to be informed, and has not been yet.</summary>
    /// <param name="Begun">The day on which forces began to act; null if they have not.</param>
    /// <param name="First">Whether it must be informed before they act: then the gate waits, otherwise it is passed.</param>
    public sealed record NotInformed(LocalDate? Begun, bool First) : ParliamentaryApprovalState
    {
        /// <inheritdoc/>
        public override Standing Standing => First ? Standing.Pending : Standing.Passed;

        /// <inheritdoc/>
        public override string Name => "not informed";

        internal override bool ActsByLaw => true;

        internal override Mandate? Asked => First ? Mandate.Unlimited : null;

        internal override ImmutableArray<string> AllowedActs(ParliamentaryApproval approval) => Begun is null ? ["begun", "informed"] : ["informed"];

        private protected override ParliamentaryApprovalState? Next(ApprovalAct act, ParliamentaryApproval approval) =>
            act is ApprovalAct.Informed ? new Informed(act.On) : this with { Begun = act.On };
    }

    /// <summary>Parliament has been informed, which is all that the law asks for.</summary>
    /// <param name="On">The day on which it was last informed.</param>
    public sealed record Informed(LocalDate On) : ParliamentaryApprovalState
    {
        /// <inheritdoc/>
        public override Standing Standing => Standing.Passed;

        /// <inheritdoc/>
        public override string Name => "informed";

        internal override bool ActsByLaw => true;

        internal override ImmutableArray<string> AllowedActs(ParliamentaryApproval approval) => ["begun", "informed", .. AdvisoryVotes];

        private protected override ParliamentaryApprovalState? Next(ApprovalAct act, ParliamentaryApproval approval) => act switch
        {
            ApprovalAct.Begun => this,
            ApprovalAct.Informed => new Informed(act.On),
            _ => Advise(act),
        };
    }

    /// <summary>Parliament, or its committee, is to be heard, and has not been yet.</summary>
    public sealed record NotConsulted : ParliamentaryApprovalState
    {
        /// <inheritdoc/>
        public override Standing Standing => Standing.Pending;

        /// <inheritdoc/>
        public override string Name => "not consulted";

        internal override bool ActsByLaw => true;

        internal override Mandate? Asked => Mandate.Unlimited;

        internal override ImmutableArray<string> AllowedActs(ParliamentaryApproval approval) => ["consulted"];

        private protected override ParliamentaryApprovalState? Next(ApprovalAct act, ParliamentaryApproval approval) => new Consulted(act.On);
    }

    /// <summary>Parliament, or its committee, has been heard, which is all that the law asks for.</summary>
    /// <param name="On">The day on which it was last heard.</param>
    public sealed record Consulted(LocalDate On) : ParliamentaryApprovalState
    {
        /// <inheritdoc/>
        public override Standing Standing => Standing.Passed;

        /// <inheritdoc/>
        public override string Name => "consulted";

        internal override bool ActsByLaw => true;

        internal override ImmutableArray<string> AllowedActs(ParliamentaryApproval approval) => ["consulted", .. AdvisoryVotes];

        private protected override ParliamentaryApprovalState? Next(ApprovalAct act, ParliamentaryApproval approval) =>
            act is ApprovalAct.Consulted ? new Consulted(act.On) : Advise(act);
    }

    /// <summary>Parliament has voted where the law asks for nothing, or only to inform or consult it: the vote binds nobody.</summary>
    /// <param name="On">The day of the vote.</param>
    /// <param name="Supported">Whether it was in favour.</param>
    public sealed record Advised(LocalDate On, bool Supported) : ParliamentaryApprovalState
    {
        /// <inheritdoc/>
        public override Standing Standing => Standing.Passed;

        /// <inheritdoc/>
        public override string Name => Supported ? "supported by a vote that does not bind" : "opposed by a vote that does not bind";

        internal override bool ActsByLaw => true;

        internal override ImmutableArray<string> AllowedActs(ParliamentaryApproval approval) =>
            [
                .. approval.Procedure switch
                {
                    ApprovalProcedure.Consultation => (string[])["consulted"],
                    ApprovalProcedure.InformationOnly => ["begun", "informed"],
                    _ => [],
                },
                .. AdvisoryVotes,
            ];

        private protected override ParliamentaryApprovalState? Next(ApprovalAct act, ParliamentaryApproval approval) =>
            act is ApprovalAct.Approved or ApprovalAct.Rejected ? Advise(act) : this;
    }
}
