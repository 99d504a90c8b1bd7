using System.Collections.Immutable;

namespace Coalition.Tests.Generators;

/// <summary>Chance from one seed: the same seed draws the same on every machine.</summary>
internal sealed class Draw(int seed)
{
    private readonly Random random = new(seed);

    /// <summary>True in so many of a hundred cases.</summary>
    internal bool Chance(int percent) => random.Next(100) < percent;

    /// <summary>A whole number; both ends inclusive.</summary>
    internal int Int(int from, int to) => random.Next(from, to + 1);

    internal T Pick<T>(IReadOnlyList<T> items) => items[random.Next(items.Count)];

    internal T Among<T>(params ReadOnlySpan<T> items) => items[random.Next(items.Length)];

    /// <summary>A position, as likely as its weight.</summary>
    internal int Weighted(params ReadOnlySpan<int> weights)
    {
        var total = 0;
        foreach (var weight in weights)
        {
            total += weight;
        }

        var left = random.Next(total);
        var position = 0;
        while (left >= weights[position])
        {
            left -= weights[position++];
        }

        return position;
    }

    /// <summary>Some of the items, so many at most, at least one, each once.</summary>
    internal ImmutableArray<T> Some<T>(IReadOnlyList<T> items, int atMost) =>
        [.. Shuffled(items).Take(Int(1, Math.Min(atMost, items.Count)))];

    internal ImmutableArray<T> Shuffled<T>(IEnumerable<T> items)
    {
        var shuffled = items.ToArray();
        random.Shuffle(shuffled);
        return [.. shuffled];
    }
}
