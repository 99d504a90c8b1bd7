using System.Collections.Immutable;
using Coalition.Internal;

namespace Coalition.Approvals;

/// <summary>For which operations a rule is: each property that is set must be satisfied.</summary>
/// <remarks>Without any it is for every operation. Equality is by value, and of the lists by sequence.</remarks>
public sealed record OperationPredicate
{
    /// <summary>The predicate that every operation satisfies.</summary>
    public static OperationPredicate Any { get; } = new();

    /// <summary>The frames, one of which must be the operation's; any if empty.</summary>
    public ImmutableArray<OrganisationalFrame> Frames { get; init => field = Guard.DefinedItems(value); } = [];

    /// <summary>Whether there must, or must not, be a mandate of the United Nations; null if it does not matter.</summary>
    public bool? UnMandate { get; init; }

    /// <summary>Whether there must, or must not, be a treaty as the basis; null if it does not matter.</summary>
    public bool? TreatyBasis { get; init; }

    /// <summary>Whether those sent must, or must not, be armed; null if it does not matter.</summary>
    public bool? Armed { get; init; }

    /// <summary>The least number of persons, inclusive, at least 0; null if there is none.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is negative.</exception>
    public long? HeadcountAtLeast { get; init => field = Guard.NotNegative(value); }

    /// <summary>The greatest number of persons, inclusive, at least 0; null if there is none.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is negative.</exception>
    public long? HeadcountAtMost { get; init => field = Guard.NotNegative(value); }

    /// <summary>Whether it must, or must not, be urgent; null if it does not matter.</summary>
    public bool? Urgent { get; init; }

    /// <summary>The ids of support types, one of which must be the operation's; any if empty.</summary>
    public ImmutableArray<string> Support { get; init => field = Guard.Ids(value); } = [];

    /// <summary>The zones, one of which must be the operation's; any if empty.</summary>
    public ImmutableArray<Zone> Zones { get; init => field = Guard.DefinedItems(value); } = [];

    /// <summary>Equality by value.</summary>
    public bool Equals(OperationPredicate? other) => other is not null
        && UnMandate == other.UnMandate && TreatyBasis == other.TreatyBasis && Armed == other.Armed && HeadcountAtLeast == other.HeadcountAtLeast
        && HeadcountAtMost == other.HeadcountAtMost && Urgent == other.Urgent && Sequence.Same(Frames, other.Frames)
        && Sequence.Same(Support, other.Support) && Sequence.Same(Zones, other.Zones);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(
        UnMandate, TreatyBasis, Armed, HeadcountAtLeast, HeadcountAtMost, Urgent, Sequence.Hash(Frames), Sequence.Hash(Support));
}
