namespace Coalition.Analysis.Diagrams;

/// <summary>Answers for disjoint intervals of amounts, found by an amount.</summary>
/// <remarks>
/// Sorted blocks of bounded length, so that an insertion moves little: finding costs two logarithmic searches, and what is not found is added where it was looked for.
/// </remarks>
internal sealed class ReachTable
{
    private const int MostInBlock = 128;

    // The last answer of each block, and the blocks; the last block may end anywhere.
    private Reach[] ends = new Reach[4];
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
        place.Index = Search(block.Items.AsSpan(0, block.Count), amount);
        if (place.Index == block.Count || block.Items[place.Index].Above >= amount)
        {
            return false;
        }

        reach = block.Items[place.Index];
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
        ends[at] = blocks[at].Items[blocks[at].Count - 1];
        count++;
    }

    // The first answer that holds up to the amount or more.
    private static int Search(ReadOnlySpan<Reach> items, long amount)
    {
        var (from, to) = (0, items.Length);
        while (from < to)
        {
            var middle = (int)((uint)(from + to) / 2);
            if (items[middle].UpTo < amount)
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
        internal Reach[] Items = new Reach[8];
        internal int Count;

        internal void Insert(int place, Reach reach)
        {
            if (Count == Items.Length)
            {
                Array.Resize(ref Items, Count * 2);
            }

            Array.Copy(Items, place, Items, place + 1, Count - place);
            Items[place] = reach;
            Count++;
        }

        internal Block TakeUpperHalf()
        {
            var kept = Count / 2;
            var taken = new Block { Items = new Reach[Items.Length], Count = Count - kept };
            Array.Copy(Items, kept, taken.Items, 0, taken.Count);
            Count = kept;
            return taken;
        }
    }
}
