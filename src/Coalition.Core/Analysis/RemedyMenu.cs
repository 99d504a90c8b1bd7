using System.Collections.Immutable;
using Coalition.Internal;

namespace Coalition.Analysis;

/// <summary>The remedies to choose from, with what all their costs are counted in.</summary>
/// <remarks>Equality is by value, and of the list by sequence.</remarks>
public sealed record RemedyMenu
{
    /// <summary>What costs are counted in, such as <c>EUR</c>.</summary>
    public required Unit Unit { get; init => field = Guard.Unit(value); }

    /// <summary>The remedies.</summary>
    public required ImmutableArray<Remedy> Remedies { get; init => field = Guard.Items(value); }

    /// <summary>Equality by value.</summary>
    public bool Equals(RemedyMenu? other) => other is not null && Unit == other.Unit && Sequence.Same(Remedies, other.Remedies);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Unit, Sequence.Hash(Remedies));
}
