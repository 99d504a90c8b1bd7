using System.Numerics;

namespace Coalition.Analysis.Diagrams;

/// <summary>Counts in how many sets of a family a variable is, by the number of the others in the set.</summary>
internal sealed class MemberPolynomials : SizePolynomials
{
    /// <param name="sets">The family, with some set that is not empty.</param>
    internal MemberPolynomials(SetDiagram sets)
        : base(sets.Nodes.ToArray(), sets.Order.Length) { }

    protected override (ulong Point, ulong Weight) At(ulong t, PrimeField field) => (t, 1);

    // The sum over the sets of each node of t to the power of their size.
    protected override void WalkUp(ReadOnlySpan<Vector<double>> points, Span<Vector<double>> below, PrimeLanes lanes)
    {
        var width = points.Length;
        for (var node = SetDiagram.Empty + 1; node < Nodes.Length; node++)
        {
            var (_, high, low) = Nodes[node];
            for (var i = 0; i < points.Length; i++)
            {
                below[(node * width) + i] = lanes.Reduce(below[(low * width) + i] + lanes.Multiply(points[i], below[(high * width) + i]));
            }
        }
    }

    // The same over the ways into each node, from the root; and with it, of the sets with the variable there, the variable itself not counted.
    protected override void WalkDown(
        ReadOnlySpan<Vector<double>> points, ReadOnlySpan<Vector<double>> below, Span<Vector<double>> above, Span<Vector<double>> counted, PrimeLanes lanes)
    {
        var width = points.Length;
        for (var node = Nodes.Length - 1; node > SetDiagram.Empty; node--)
        {
            var (variable, high, low) = Nodes[node];
            for (var i = 0; i < points.Length; i++)
            {
                var own = above[(node * width) + i];
                ref var aboveHigh = ref above[(high * width) + i];
                aboveHigh = lanes.Reduce(aboveHigh + lanes.Multiply(points[i], own));
                ref var aboveLow = ref above[(low * width) + i];
                aboveLow = lanes.Reduce(aboveLow + own);
                ref var members = ref counted[(variable * width) + i];
                members = lanes.Reduce(members + lanes.Multiply(own, below[(high * width) + i]));
            }
        }
    }
}
