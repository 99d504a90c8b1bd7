using Coalition.Internal;
using NodaTime;

namespace Coalition.Approvals;

/// <content>What is done about a request.</content>
public abstract partial record ApprovalAct
{
    /// <summary>The government asks for approval; while an approval stands, for its renewal or amendment. Silence, where it is consent, runs from this day.</summary>
    public sealed record Submitted : ApprovalAct
    {
        private protected override string Word => "submitted";

        /// <summary>The mandate asked for; null if without limit.</summary>
        public Mandate? Mandate { get; init; }
    }

    /// <summary>The request goes to a committee.</summary>
    public sealed record Referred : ApprovalAct
    {
        private protected override string Word => "referred";
    }

    /// <summary>The vote is put on the agenda, or postponed: the latest day counts.</summary>
    public sealed record Scheduled : ApprovalAct
    {
        private protected override string Word => "scheduled";

        /// <summary>The day for which the vote is announced; null if not stated. It binds nobody.</summary>
        public LocalDate? VoteOn { get; init => field = Guard.Day(value); }
    }

    /// <summary>A body consents.</summary>
    public sealed record Approved : ApprovalAct
    {
        private protected override string Word => "approved";

        /// <summary>The body; null where at most one decides, or where they sit as one.</summary>
        public string? Body { get; init => field = Guard.OptionalText(value); }

        /// <summary>The count; null if not known, or by acclamation.</summary>
        public Tally? Tally { get; init; }

        /// <summary>Whether the body decides by its <see cref="Decision.Override"/>, alone and although another has refused.</summary>
        public bool Overrides { get; init; }

        /// <summary>The mandate given; null for the mandate asked for.</summary>
        public Mandate? Mandate { get; init; }
    }

    /// <summary>A body refuses.</summary>
    public sealed record Rejected : ApprovalAct
    {
        private protected override string Word => "rejected";

        /// <summary>The body; null where at most one decides, or where they sit as one.</summary>
        public string? Body { get; init => field = Guard.OptionalText(value); }

        /// <summary>The count; null if not known.</summary>
        public Tally? Tally { get; init; }

        /// <summary>Whether what failed was the vote by its <see cref="Decision.Override"/>.</summary>
        public bool Overrides { get; init; }
    }

    /// <summary>Silence is broken: a decision is asked for, or executive action objected to.</summary>
    public sealed record Objected : ApprovalAct
    {
        private protected override string Word => "objected";
    }

    /// <summary>A body ends executive action: see <see cref="DecisionCombination.AnyMayAnnul"/>.</summary>
    public sealed record Annulled : ApprovalAct
    {
        private protected override string Word => "annulled";

        /// <summary>The body; null where at most one decides.</summary>
        public string? Body { get; init => field = Guard.OptionalText(value); }

        /// <summary>The count; null if not known.</summary>
        public Tally? Tally { get; init; }
    }
}
