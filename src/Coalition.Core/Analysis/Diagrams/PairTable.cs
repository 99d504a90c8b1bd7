namespace Coalition.Analysis.Diagrams;

/// <summary>Remembers a number for each pair of positive numbers, in an array with open addressing.</summary>
internal sealed class PairTable : IDisposable
{
    private int mask = 1023;
    private (int First, int Second, int Value)[] entries = Scratch.Rent<(int, int, int)>(1024);

    internal int Count { get; private set; }

    internal bool TryGet(int first, int second, out int value)
    {
        ref readonly var entry = ref entries[Slot(first, second)];
        value = entry.Value;
        return entry.First != 0;
    }

    /// <summary>Adds a pair that is not known yet, or changes its number.</summary>
    internal void Set(int first, int second, int value)
    {
        var slot = Slot(first, second);
        if (entries[slot].First == 0)
        {
            Count++;
        }

        entries[slot] = (first, second, value);
        if (Count > mask / 8 * 5)
        {
            Grow();
        }
    }

    /// <summary>Gives its array back.</summary>
    public void Dispose() => Scratch.Return(entries);

    private int Slot(int first, int second)
    {
        var slot = (int)NodeHash.Of(first, second, 0) & mask;
        while (entries[slot].First != 0 && (entries[slot].First != first || entries[slot].Second != second))
        {
            slot = (slot + 1) & mask;
        }

        return slot;
    }

    private void Grow()
    {
        var old = entries;
        var places = mask + 1;
        mask = (2 * places) - 1;
        entries = Scratch.Rent<(int, int, int)>(2 * places);
        foreach (var entry in old.AsSpan(0, places))
        {
            if (entry.First != 0)
            {
                entries[Slot(entry.First, entry.Second)] = entry;
            }
        }

        Scratch.Return(old);
    }
}
