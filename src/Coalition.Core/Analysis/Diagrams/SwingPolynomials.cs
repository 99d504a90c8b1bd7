namespace Coalition.Analysis.Diagrams;

/// <summary>Counts at how many assignments of the others a variable is critical: the function is false with it false and true with it true.</summary>
/// <remarks>
/// If every variable is true with probability p on its own, variable i decides with probability B_i(p) (Birnbaum, 1969), and with t = p/(1-p) its swings by size
/// are the coefficients of B_i(p)·(1+t)^(n-1). Walking by probability needs no care for levels that a branch passes over.
/// </remarks>
internal sealed class SwingPolynomials : SizePolynomials
{
    /// <param name="diagram">The diagram of the function.</param>
    /// <param name="root">Its node in it, none of the two ends.</param>
    internal SwingPolynomials(Diagram diagram, int root)
        : base(Below(diagram, root), diagram.Variables) { }

    protected override (ulong Point, ulong Weight) At(ulong t, PrimeField field)
    {
        var one = field.Form(t + 1);
        return (field.Multiply(field.Form(t), field.Inverse(one)), field.Power(one, (ulong)Variables - 1));
    }

    // The probability that each node is true.
    protected override void WalkUp(ReadOnlySpan<ulong> points, ulong[] below, PrimeField field)
    {
        var width = points.Length;
        for (var node = Diagram.True + 1; node < Nodes.Length; node++)
        {
            var own = below.AsSpan(node * width, width);
            var high = below.AsSpan(Nodes[node].High * width, width);
            var low = below.AsSpan(Nodes[node].Low * width, width);
            for (var i = 0; i < own.Length; i++)
            {
                own[i] = field.Add(low[i], field.Multiply(points[i], field.Subtract(high[i], low[i])));
            }
        }
    }

    // The probability of coming by each node; and with it, that the variable there decides.
    protected override void WalkDown(ReadOnlySpan<ulong> points, ulong[] below, ulong[] above, Span<ulong> counted, PrimeField field)
    {
        var width = points.Length;
        for (var node = Nodes.Length - 1; node > Diagram.True; node--)
        {
            var (variable, high, low) = Nodes[node];
            var own = above.AsSpan(node * width, width);
            var aboveHigh = above.AsSpan(high * width, width);
            var aboveLow = above.AsSpan(low * width, width);
            var belowHigh = below.AsSpan(high * width, width);
            var belowLow = below.AsSpan(low * width, width);
            var swings = counted.Slice(variable * Variables, width);
            for (var i = 0; i < own.Length; i++)
            {
                var toHigh = field.Multiply(points[i], own[i]);
                aboveHigh[i] = field.Add(aboveHigh[i], toHigh);
                aboveLow[i] = field.Add(aboveLow[i], field.Subtract(own[i], toHigh));
                swings[i] = field.Add(swings[i], field.Multiply(own[i], field.Subtract(belowHigh[i], belowLow[i])));
            }
        }
    }

    // The nodes that a function needs, numbered anew in the same order.
    private static DiagramNode[] Below(Diagram diagram, int root)
    {
        var isReached = diagram.Below(root);
        var places = new int[root + 1];
        var nodes = new List<DiagramNode>();
        for (var node = 0; node <= root; node++)
        {
            if (isReached[node] || node <= Diagram.True)
            {
                var (variable, high, low) = diagram[node];
                places[node] = nodes.Count;
                nodes.Add(new DiagramNode(variable, places[high], places[low]));
            }
        }

        return [.. nodes];
    }
}
