using System.Numerics;

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
        return (field.Multiply(t, field.Inverse(one)), field.Multiply(1, field.Power(one, (ulong)Variables - 1)));
    }

    // The probability that each node is true.
    protected override void WalkUp(ReadOnlySpan<Vector<double>> points, Span<Vector<double>> below, PrimeLanes lanes)
    {
        var width = points.Length;
        for (var node = Diagram.True + 1; node < Nodes.Length; node++)
        {
            var (_, high, low) = Nodes[node];
            for (var i = 0; i < points.Length; i++)
            {
                var toLow = below[(low * width) + i];
                below[(node * width) + i] = lanes.Reduce(toLow + lanes.Multiply(points[i], below[(high * width) + i] - toLow));
            }
        }
    }

    // The probability of coming by each node; and with it, that the variable there decides.
    protected override void WalkDown(
        ReadOnlySpan<Vector<double>> points, ReadOnlySpan<Vector<double>> below, Span<Vector<double>> above, Span<Vector<double>> counted, PrimeLanes lanes)
    {
        var width = points.Length;
        for (var node = Nodes.Length - 1; node > Diagram.True; node--)
        {
            var (variable, high, low) = Nodes[node];
            for (var i = 0; i < points.Length; i++)
            {
                var own = above[(node * width) + i];
                var toHigh = lanes.Multiply(points[i], own);
                ref var aboveHigh = ref above[(high * width) + i];
                aboveHigh = lanes.Reduce(aboveHigh + toHigh);
                ref var aboveLow = ref above[(low * width) + i];
                aboveLow = lanes.Reduce(aboveLow + own - toHigh);
                ref var swings = ref counted[(variable * width) + i];
                swings = lanes.Reduce(swings + lanes.Multiply(own, below[(high * width) + i] - below[(low * width) + i]));
            }
        }
    }

    // The nodes that a function needs, numbered anew level by level, from the lowest, so that the walks stay among numbers near each other.
    private static DiagramNode[] Below(Diagram diagram, int root)
    {
        var isReached = diagram.Below(root);
        var starts = new int[diagram.Variables + 2];
        for (var node = 0; node <= root; node++)
        {
            starts[Height(node) + 1] += isReached[node] ? 1 : 0;
        }

        for (var height = 1; height < starts.Length; height++)
        {
            starts[height] += starts[height - 1];
        }

        var nodes = new DiagramNode[starts[^1]];
        var places = new int[root + 1];
        for (var node = 0; node <= root; node++)
        {
            if (isReached[node])
            {
                var (variable, high, low) = diagram[node];
                places[node] = starts[Height(node)]++;
                nodes[places[node]] = new DiagramNode(variable, places[high], places[low]);
            }
        }

        return nodes;

        int Height(int node) => diagram.Variables - diagram.LevelOf(node);
    }
}
