using Coalition.Internal;

namespace Coalition.Approvals;

/// <summary>Something done about an approval on one day.</summary>
/// <remarks>Which acts are allowed depends on the state that they meet: see <see cref="ParliamentaryApprovalState"/>.</remarks>
public abstract record ApprovalAct : DatedFact
{
    private ApprovalAct()
    {
    }

    /// <summary>The word for the act, as the model file spells it.</summary>
    public abstract string Name { get; }

    /// <summary>The government undertakes in public to put the matter to a vote.</summary>
    public sealed record Committed : ApprovalAct
    {
        /// <inheritdoc/>
        public override string Name => "committed";

        private protected override void Close()
        {
        }
    }

    /// <summary>The government asks for approval; while an approval stands, for its renewal or amendment.</summary>
    public sealed record Submitted : ApprovalAct
    {
        /// <inheritdoc/>
        public override string Name => "submitted";

        /// <summary>The mandate asked for; null if without limit.</summary>
        public Mandate? Mandate { get; init; }

        private protected override void Close()
        {
        }
    }

    /// <summary>A body consents.</summary>
    public sealed record Approved : ApprovalAct
    {
        /// <inheritdoc/>
        public override string Name => "approved";

        /// <summary>The body; null where the approval has at most one.</summary>
        public string? Body { get; init => field = Guard.OptionalText(value); }

        /// <summary>The count; null if not known, or by acclamation.</summary>
        public Tally? Tally { get; init; }

        /// <summary>The mandate given; null for the mandate asked for.</summary>
        public Mandate? Mandate { get; init; }

        private protected override void Close()
        {
        }
    }

    /// <summary>A body refuses.</summary>
    public sealed record Rejected : ApprovalAct
    {
        /// <inheritdoc/>
        public override string Name => "rejected";

        /// <summary>The body; null where the approval has at most one.</summary>
        public string? Body { get; init => field = Guard.OptionalText(value); }

        /// <summary>The count; null if not known.</summary>
        public Tally? Tally { get; init; }

        private protected override void Close()
        {
        }
    }

    /// <summary>The government takes its request, or its undertaking, back.</summary>
    public sealed record Withdrawn : ApprovalAct
    {
        /// <inheritdoc/>
        public override string Name => "withdrawn";

        private protected override void Close()
        {
        }
    }

    /// <summary>Parliament takes its approval back; from that day on, inclusive, it is gone.</summary>
    public sealed record Revoked : ApprovalAct
    {
        /// <inheritdoc/>
        public override string Name => "revoked";

        private protected override void Close()
        {
        }
    }
}
