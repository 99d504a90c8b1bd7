using System.Collections.Immutable;
using System.Globalization;
using Coalition.Internal;

namespace Coalition.Analysis;

/// <summary>Some remedies which together make a guarantee sufficient, none of them without use.</summary>
/// <remarks>Written as <c>125: more-land + vote</c>; without any remedy <c>0: nothing</c>. Equality is by value, and of the list by sequence.</remarks>
public sealed record RemedySelection
{
    internal RemedySelection(ImmutableArray<Remedy> remedies, Int128 cost)
    {
        Remedies = remedies;
        Cost = cost;
    }

    /// <summary>The remedies, in the order of the menu.</summary>
    public ImmutableArray<Remedy> Remedies { get; }

    /// <summary>What they cost together, in the unit of the menu: exact.</summary>
    public Int128 Cost { get; }

    /// <summary>Equality by value.</summary>
    public bool Equals(RemedySelection? other) => other is not null && Cost == other.Cost && Sequence.Same(Remedies, other.Remedies);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Cost, Sequence.Hash(Remedies));

    /// <summary>The selection in the form that the remarks show. Invariant.</summary>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{Cost}: {(Remedies.IsEmpty ? "nothing" : string.Join(" + ", Remedies.Select(r => r.Id)))}");
}
