namespace Coalition.Analysis.Diagrams;

/// <summary>The dual of a function: true where the function is false of the opposite assignment.</summary>
/// <remarks>
/// What blocks a function is what makes its dual true. The dual of a diagram has the same nodes in the same places, with the two ends and the two branches of
/// each node exchanged, so that making it costs one step for each node.
/// </remarks>
internal static class DualDiagram
{
    /// <summary>The duals of all functions of a diagram.</summary>
    internal static Diagram Of(Diagram diagram)
    {
        var nodes = diagram.Nodes.ToArray();
        for (var i = Diagram.True + 1; i < nodes.Length; i++)
        {
            var (variable, high, low) = nodes[i];
            nodes[i] = new DiagramNode(variable, Root(low), Root(high));
        }

        return new Diagram(nodes, diagram.Order.ToArray());
    }

    /// <summary>Where the dual of a node's function stands in the dual diagram.</summary>
    internal static int Root(int node) => node <= Diagram.True ? Diagram.True - node : node;
}
