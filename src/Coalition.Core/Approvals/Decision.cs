using System.Collections.Immutable;
using Coalition.Internal;

namespace Coalition.Approvals;

/// <summary>One body that decides on an approval: a chamber, a committee, a president, the host's parliament.</summary>
/// <remarks>Equality is by value, and of the parties by sequence.</remarks>
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

    /// <summary>
    /// How many must say yes for it to decide alone although another body has refused; null if it cannot. A lower chamber with the last word has one, and a
    /// parliament that needs a greater majority where its president refuses.
    /// </summary>
    public VotingRule? Override { get; init; }

    /// <summary>
    /// Its parties with their seats, which make up all its members; empty if they are not told apart. Only where <see cref="Rule"/> says how many must consent: the
    /// vote can then be analysed party by party.
    /// </summary>
    public ImmutableArray<Party> Parties { get; init => field = Guard.Items(value); } = [];

    /// <summary>Equality by value.</summary>
    public bool Equals(Decision? other) => other is not null
        && Body == other.Body && Members == other.Members && Rule == other.Rule && Override == other.Override && Sequence.Same(Parties, other.Parties);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Body, Members, Rule, Override, Sequence.Hash(Parties));
}
