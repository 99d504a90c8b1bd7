using System.Numerics;

namespace Coalition.Sufficiency;

/// <summary>A set of numbers below a limit.</summary>
internal readonly struct BitSet(int limit)
{
    private readonly ulong[] words = new ulong[(limit + 63) / 64];

    /// <summary>Adds a number; false if it is there already.</summary>
    internal bool Add(int number)
    {
        ref var word = ref words[number >> 6];
        var bit = 1UL << number;
        var isNew = (word & bit) == 0;
        word |= bit;
        return isNew;
    }

    internal bool Has(int number) => (words[number >> 6] & (1UL << number)) != 0;

    /// <summary>The numbers, from the least to the greatest.</summary>
    internal int[] ToArray()
    {
        var count = 0;
        foreach (var word in words)
        {
            count += BitOperations.PopCount(word);
        }

        var numbers = new int[count];
        var next = 0;
        for (var i = 0; next < count; i++)
        {
            for (var word = words[i]; word != 0; word &= word - 1)
            {
                numbers[next++] = (i << 6) + BitOperations.TrailingZeroCount(word);
            }
        }

        return numbers;
    }
}
