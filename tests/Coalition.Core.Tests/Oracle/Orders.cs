namespace Coalition.Tests.Oracle;

/// <summary>Plain enumeration of orders and subsets.</summary>
internal static class Orders
{
    /// <summary>Every order of a few items.</summary>
    internal static IEnumerable<List<T>> Of<T>(List<T> items)
    {
        if (items.Count == 0)
        {
            yield return [];
        }

        for (var i = 0; i < items.Count; i++)
        {
            foreach (var rest in Of<T>([.. items[..i], .. items[(i + 1)..]]))
            {
                yield return [items[i], .. rest];
            }
        }
    }

    /// <summary>The lists that are left when so many of the items that may go are gone.</summary>
    internal static IEnumerable<List<T>> Without<T>(List<T> items, Func<T, bool> mayGo, int howMany) => Subsets(items.Count)
        .Where(gone => gone.Count(g => g) == howMany && !items.Where((item, i) => gone[i] && !mayGo(item)).Any())
        .Select(gone => items.Where((_, i) => !gone[i]).ToList());

    /// <summary>Every subset of so many positions.</summary>
    internal static IEnumerable<bool[]> Subsets(int count)
    {
        for (var mask = 0; mask < 1 << count; mask++)
        {
            yield return [.. Enumerable.Range(0, count).Select(i => (mask >> i & 1) == 1)];
        }
    }
}
