using System.Collections.Immutable;

namespace Coalition.Comparison;

/// <summary>An item of a list before, and the one that it is or stands for after; where one is missing there is none.</summary>
internal readonly record struct ItemPair<TItem>(bool HasBefore, TItem Before, bool HasAfter, TItem After);

/// <summary>Which items of two lists are the same, and which stand for each other.</summary>
internal static class Pairing
{
    /// <summary>Pairs items: first those that are the same, then those of one key, each in order. Those after in their order, and then those that are gone.</summary>
    internal static List<ItemPair<TItem>> Of<TItem>(
        ImmutableArray<TItem> before, ImmutableArray<TItem> after, Func<TItem, TItem> unordered, Func<TItem, object> key)
        where TItem : notnull
    {
        var partner = new int[after.Length];
        Array.Fill(partner, -1);
        var left = new bool[before.Length];
        Array.Fill(left, true);
        Match(item => unordered(item));
        Match(key);

        var pairs = new List<ItemPair<TItem>>(after.Length);
        for (var i = 0; i < after.Length; i++)
        {
            pairs.Add(partner[i] >= 0 ? new(true, before[partner[i]], true, after[i]) : new(false, default!, true, after[i]));
        }

        for (var i = 0; i < before.Length; i++)
        {
            if (left[i])
            {
                pairs.Add(new(true, before[i], false, default!));
            }
        }

        return pairs;

        void Match(Func<TItem, object> by)
        {
            var free = new Dictionary<object, Queue<int>>();
            for (var i = 0; i < before.Length; i++)
            {
                if (left[i])
                {
                    var name = by(before[i]);
                    if (!free.TryGetValue(name, out var queue))
                    {
                        free.Add(name, queue = new Queue<int>());
                    }

                    queue.Enqueue(i);
                }
            }

            for (var i = 0; i < after.Length && free.Count > 0; i++)
            {
                if (partner[i] < 0 && free.TryGetValue(by(after[i]), out var queue) && queue.TryDequeue(out var position))
                {
                    partner[i] = position;
                    left[position] = false;
                }
            }
        }
    }
}
