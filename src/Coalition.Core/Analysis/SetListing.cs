using System.Collections.Immutable;
using System.Numerics;

namespace Coalition.Analysis;

/// <summary>The first of some minimal sets, and how many more there are.</summary>
/// <remarks>Equality is by its sets, in their order, and by how many are left.</remarks>
public sealed record SetListing
{
    internal SetListing(ImmutableArray<MinimalSet> sets, BigInteger left)
    {
        Sets = sets;
        Left = left;
    }

    /// <summary>The sets listed, in order.</summary>
    public ImmutableArray<MinimalSet> Sets { get; }

    /// <summary>How many sets are not listed: exact, and 0 if the listing is complete.</summary>
    public BigInteger Left { get; }

    /// <summary>Whether every set is listed.</summary>
    public bool IsComplete => Left.IsZero;

    /// <inheritdoc/>
    public bool Equals(SetListing? other) => other is not null && Left == other.Left && Sets.AsSpan().SequenceEqual(other.Sets.AsSpan());

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = default(HashCode);
        hash.Add(Left);
        foreach (var set in Sets)
        {
            hash.Add(set);
        }

        return hash.ToHashCode();
    }

    /// <summary>A line for each set, and one for how many are left. Invariant.</summary>
    public override string ToString() =>
        string.Join('\n', Sets.Select(s => s.ToString()).Concat(IsComplete ? [] : [FormattableString.Invariant($"and {Left} more")]));
}
