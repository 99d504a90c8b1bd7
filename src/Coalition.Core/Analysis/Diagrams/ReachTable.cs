namespace Coalition.Analysis.Diagrams;

/// <summary>Answers for disjoint intervals of amounts, found by an amount.</summary>
/// <remarks>
/// Sorted blocks of bounded length, so that an insertion moves little: finding costs two logarithmic searches, and what is not found is added where it was looked for.
/// </remarks>
internal sealed class ReachTable
{
    private const int MostInBlock = 128;

    // The greatest amount of each block, and the blocks; the last may end anywhere.
    private long[] ends = new long[4];
    private Block[] blocks = new Block[4];
    private int count;

    /// <summary>Finds the answer for an amount.</summary>
    /// <param name="amount">The amount.</param>
    /// <param name="reach">The answer, if there is one.</param>
    /// <param name="place">Where it stands, or is to be added as long as nothing else is.</param>
    internal bool TryFind(long amount, out Reach reach, out (int Block, int Index) place)
    {
        reach = default;
        place = default;
        if (count == 0)
        {
            return false;
        }

        place.Block = Search(ends.AsSpan(0, count - 1), amount);
        var block = blocks[place.Block];
        place.Index = Search(block.Ends.AsSpan(0, block.Count), amount);
        if (place.Index == block.Count || block.Starts[place.Index] >= amount)
        {
            return false;
        }

        reach = new Reach(block.Nodes[place.Index], block.Starts[place.Index], block.Ends[place.Index]);
        return true;
    }

    /// <summary>Adds an answer at the place that was found for one of its amounts.</summary>
    internal void Add(Reach reach, (int Block, int Index) place)
    {
        if (count == 0)
        {
            blocks[count++] = new Block();
        }

        var block = blocks[place.Block];
        block.Insert(place.Index, reach);
        if (block.Count == MostInBlock)
        {
            Split(place.Block);
        }
    }

    private void Split(int at)
    {
        if (count == blocks.Length)
        {
            Array.Resize(ref blocks, count * 2);
            Array.Resize(ref ends, count * 2);
        }

        Array.Copy(blocks, at + 1, blocks, at + 2, count - at - 1);
        Array.Copy(ends, at, ends, at + 1, count - at);
        blocks[at + 1] = blocks[at].TakeUpperHalf();
        ends[at] = blocks[at].Ends[blocks[at].Count - 1];
        count++;
    }

    // The first place whose end is the amount or more.
    private static int Search(ReadOnlySpan<long> ends, long amount)
    {
        var (from, to) = (0, ends.Length);
        while (from < to)
        {
            var middle = (int)((uint)(from + to) / 2);
            if (ends[middle] < amount)
            {
                from = middle + 1;
            }
            else
            {
                to = middle;
            }
        }

        return from;
    }

    private sealed class Block
    {
        internal long[] Ends = new long[8];
        internal long[] Starts = new long[8];
        internal int[] Nodes = new int[8];
        internal int Count;

        internal void Insert(int place, Reach reach)
        {
            if (Count == Ends.Length)
            {
                Array.Resize(ref Ends, Count * 2);
                Array.Resize(ref Starts, Count * 2);
                Array.Resize(ref Nodes, Count * 2);
            }

            Array.Copy(Ends, place, Ends, place + 1, Count - place);
            Array.Copy(Starts, place, Starts, place + 1, Count - place);
            Array.Copy(Nodes, place, Nodes, place + 1, Count - place);
            (Ends[place], Starts[place], Nodes[place]) = (reach.UpTo, reach.Above, reach.Node);
            Count++;
        }

        internal Block TakeUpperHalf()
        {
            var kept = Count / 2;
            var taken = new Block { Ends = new long[Ends.Length], Starts = new long[Ends.Length], Nodes = new int[Ends.Length], Count = Count - kept };
            Array.Copy(Ends, kept, taken.Ends, 0, taken.Count);
            Array.Copy(Starts, kept, taken.Starts, 0, taken.Count);
            Array.Copy(Nodes, kept, taken.Nodes, 0, taken.Count);
            Count = kept;
            return taken;
        }
    }
}
