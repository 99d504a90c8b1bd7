namespace Coalition.Analysis.Diagrams;

/// <summary>For each node of a family, the sizes that its sets have: one bit each.</summary>
internal sealed class SetSizes
{
    private readonly ulong[] bits;
    private readonly int words;

    internal SetSizes(SetDiagram sets)
    {
        var greatest = new int[sets.Nodes.Length];
        for (var i = SetDiagram.Empty + 1; i < greatest.Length; i++)
        {
            greatest[i] = Math.Max(greatest[sets[i].High] + 1, greatest[sets[i].Low]);
        }

        Greatest = greatest[sets.Root];
        words = (Greatest / 64) + 1;
        bits = new ulong[checked(greatest.Length * words)];
        bits[SetDiagram.Empty * words] = 1;
        for (var i = SetDiagram.Empty + 1; i < greatest.Length; i++)
        {
            var carried = 0UL;
            for (var word = 0; word < words; word++)
            {
                var high = bits[(sets[i].High * words) + word];
                bits[(i * words) + word] = bits[(sets[i].Low * words) + word] | (high << 1) | carried;
                carried = high >> 63;
            }
        }
    }

    /// <summary>The greatest size of a set; 0 if there is none.</summary>
    internal int Greatest { get; }

    /// <summary>Whether a node has a set of this size.</summary>
    internal bool Has(int node, int size) => size >= 0 && (bits[(node * words) + (size / 64)] & (1UL << (size % 64))) != 0;
}
