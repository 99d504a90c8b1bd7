using System.Collections.Immutable;

namespace Coalition.Analysis;

/// <summary>A round in which pledges come to stand after a first move.</summary>
/// <remarks>Equality is by value, and of the lists by sequence.</remarks>
public sealed record FollowingRound
{
    internal FollowingRound(ImmutableArray<string> pledges, ImmutableArray<NationCode> nations, bool isMet)
    {
        Pledges = pledges;
        Nations = nations;
        IsMet = isMet;
    }

    /// <summary>The ids of the pledges that come to stand in this round, in the order of the model.</summary>
    public ImmutableArray<string> Pledges { get; }

    /// <summary>Their nations, each once, in the order of those pledges.</summary>
    public ImmutableArray<NationCode> Nations { get; }

    /// <summary>Whether the standard is met with all that stands after this round.</summary>
    public bool IsMet { get; }

    /// <summary>Equality by value.</summary>
    public bool Equals(FollowingRound? other) => other is not null && IsMet == other.IsMet
        && Pledges.AsSpan().SequenceEqual(other.Pledges.AsSpan()) && Nations.AsSpan().SequenceEqual(other.Nations.AsSpan());

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(IsMet, Internal.Sequence.Hash(Pledges), Internal.Sequence.Hash(Nations));
}
