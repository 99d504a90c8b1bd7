namespace Coalition.Analysis.Diagrams;

/// <summary>Counts in how many sets of a family a variable is, by the number of the others in the set.</summary>
internal sealed class MemberPolynomials : SizePolynomials
{
    /// <param name="sets">The family, with some set that is not empty.</param>
    internal MemberPolynomials(SetDiagram sets)
        : base(sets.Nodes.ToArray(), sets.Order.Length) { }

    protected override (ulong Point, ulong Weight) At(ulong t, PrimeField field) => (field.Form(t), field.One);

    // The sum over the sets of each node of t to the power of their size.
    protected override void WalkUp(ReadOnlySpan<ulong> points, ulong[] below, PrimeField field)
    {
        var width = points.Length;
        for (var node = SetDiagram.Empty + 1; node < Nodes.Length; node++)
        {
            var own = below.AsSpan(node * width, width);
            var high = below.AsSpan(Nodes[node].High * width, width);
            var low = below.AsSpan(Nodes[node].Low * width, width);
            for (var i = 0; i < own.Length; i++)
            {
                own[i] = field.Add(low[i], field.Multiply(points[i], high[i]));
            }
        }
    }

    // The same over the ways into each node, from the root; and with it, of the sets with the variable there, the variable itself not counted.
    protected override void WalkDown(ReadOnlySpan<ulong> points, ulong[] below, ulong[] above, Span<ulong> counted, PrimeField field)
    {
        var width = points.Length;
        for (var node = Nodes.Length - 1; node > SetDiagram.Empty; node--)
        {
            var (variable, high, low) = Nodes[node];
            var own = above.AsSpan(node * width, width);
            var aboveHigh = above.AsSpan(high * width, width);
            var aboveLow = above.AsSpan(low * width, width);
            var belowHigh = below.AsSpan(high * width, width);
            var members = counted.Slice(variable * Variables, width);
            for (var i = 0; i < own.Length; i++)
            {
                aboveHigh[i] = field.Add(aboveHigh[i], field.Multiply(points[i], own[i]));
                aboveLow[i] = field.Add(aboveLow[i], own[i]);
                members[i] = field.Add(members[i], field.Multiply(own[i], belowHigh[i]));
            }
        }
    }
}
