using Coalition.Internal;

namespace Coalition.Approvals;

/// <summary>One body that decides on an approval: a chamber, a committee, a president, the host's parliament.</summary>
public sealed record Decision
{
    /// <summary>The name of the body, by which acts refer to it; unique within the approval. Not empty.</summary>
    public required string Body { get; init => field = Guard.Text(value); }

    /// <summary>The number of all its members, at least 1; null if not known.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is below 1.</exception>
    public int? Members
    {
        get;
        init => field = value is null or >= 1 ? value
            : throw new ArgumentOutOfRangeException(nameof(Members), value, "Expected at least one member.");
    }

    /// <summary>How many must say yes; null if not known, and then no tally is checked against it.</summary>
    public VotingRule? Rule { get; init; }
}
