using System.Collections.Immutable;

namespace Coalition.Internal;

/// <summary>Equality by sequence for the records that hold lists.</summary>
internal static class Sequence
{
    internal static bool Same<T>(ImmutableArray<T> left, ImmutableArray<T> right) => left.AsSpan().SequenceEqual(right.AsSpan());

    internal static int Hash<T>(ImmutableArray<T> items)
    {
        var hash = new HashCode();
        foreach (var item in items)
        {
            hash.Add(item);
        }

        return hash.ToHashCode();
    }
}
