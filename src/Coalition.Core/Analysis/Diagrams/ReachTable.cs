namespace Coalition.Analysis.Diagrams;

/// <summary>Answers for disjoint intervals of amounts, found by an amount.</summary>
/// <remarks>Sorted blocks of bounded length, so that an insertion moves little: both take a logarithmic search.</remarks>
internal sealed class ReachTable
{
    private const int MostInBlock = 128;

    private readonly List<List<Reach>> blocks = [];

    internal bool TryFind(long amount, out Reach reach)
    {
        reach = default;
        if (blocks.Count == 0)
        {
            return false;
        }

        var block = blocks[BlockOf(amount)];
        var place = PlaceIn(block, amount);
        if (place == block.Count)
        {
            return false;
        }

        reach = block[place];
        return reach.Above < amount;
    }

    internal void Add(Reach reach)
    {
        if (blocks.Count == 0)
        {
            blocks.Add([reach]);
            return;
        }

        var at = BlockOf(reach.UpTo);
        var block = blocks[at];
        block.Insert(PlaceIn(block, reach.UpTo), reach);
        if (block.Count > MostInBlock)
        {
            blocks.Insert(at + 1, block.GetRange(MostInBlock / 2, block.Count - (MostInBlock / 2)));
            block.RemoveRange(MostInBlock / 2, block.Count - (MostInBlock / 2));
        }
    }

    // The first block that ends at the amount or beyond, else the last.
    private int BlockOf(long amount)
    {
        var (from, to) = (0, blocks.Count - 1);
        while (from < to)
        {
            var middle = (from + to) / 2;
            (from, to) = blocks[middle][^1].UpTo < amount ? (middle + 1, to) : (from, middle);
        }

        return from;
    }

    private static int PlaceIn(List<Reach> block, long amount)
    {
        var (from, to) = (0, block.Count);
        while (from < to)
        {
            var middle = (from + to) / 2;
            (from, to) = block[middle].UpTo < amount ? (middle + 1, to) : (from, middle);
        }

        return from;
    }
}
