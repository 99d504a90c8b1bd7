namespace Coalition.Analysis.Diagrams;

/// <summary>A family of sets of variables as a zero-suppressed decision diagram (Minato, 1993): frozen, and shared between threads.</summary>
/// <remarks>
/// Node 0 is the family without sets, node 1 the family of the empty set alone. <see cref="DiagramNode.High"/> leads to the sets that contain the variable,
/// without it, and <see cref="DiagramNode.Low"/> to those that do not contain it: a variable that a path passes over is in none of its sets, so that each path to
/// node 1 is one set. Nodes are sorted by level, the lowest first: a node comes after the two it refers to, and all nodes of a level stand together. Every node is
/// reached from <see cref="Root"/>, the last of them unless it is an end; no <see cref="DiagramNode.High"/> is 0, so that every node but 0 holds some set.
/// </remarks>
internal sealed class SetDiagram
{
    /// <summary>No set.</summary>
    internal const int None = 0;

    /// <summary>The empty set, and no other.</summary>
    internal const int Empty = 1;

    private readonly DiagramNode[] nodes;
    private readonly int[] order;

    internal SetDiagram(DiagramNode[] nodes, int root, int[] order)
    {
        this.nodes = nodes;
        this.order = order;
        Root = root;
    }

    /// <summary>The node of the whole family.</summary>
    internal int Root { get; }

    internal ReadOnlySpan<DiagramNode> Nodes => nodes;

    /// <summary>The variables from the top level down: that of the diagram which the family was made from.</summary>
    internal ReadOnlySpan<int> Order => order;

    internal DiagramNode this[int node] => nodes[node];

    /// <summary>The minimal sets of variables which, true while all others are false, make a monotone function true.</summary>
    /// <param name="diagram">The diagram of the function.</param>
    /// <param name="node">Its node in it.</param>
    /// <param name="budget">The most nodes and remembered steps at one time.</param>
    /// <param name="cancellation">Stops the work.</param>
    /// <exception cref="AnalysisBudgetException">The family, or the work on it, would have more nodes than the budget allows.</exception>
    /// <exception cref="OperationCanceledException">The work was cancelled.</exception>
    /// <remarks>
    /// Rauzy (1993): the minimal sets of a node are those of its low branch, and, with the variable added, those of its high branch for which the low branch is
    /// false. The nodes of the diagram are gone through from the ends upward. The work of one node is at most the product of the sizes of the family
    /// and of the diagram below it; in practice it is near their sum.
    /// </remarks>
    internal static SetDiagram MinimalOf(Diagram diagram, int node, AnalysisBudget budget, CancellationToken cancellation)
    {
        var builder = new SetDiagramBuilder(diagram, budget, cancellation);
        var isReached = new bool[Math.Max(node, Diagram.True) + 1];
        isReached[node] = true;
        for (var i = node; i > Diagram.True; i--)
        {
            if (isReached[i])
            {
                isReached[diagram[i].High] = isReached[diagram[i].Low] = true;
            }
        }

        var minimal = new int[isReached.Length];
        minimal[Diagram.True] = Empty;
        for (var i = Diagram.True + 1; i <= node; i++)
        {
            if (isReached[i])
            {
                var (variable, high, low) = diagram[i];
                minimal[i] = builder.Node(variable, builder.WhereFalse(minimal[high], low), minimal[low]);
            }
        }

        return builder.Freeze(minimal[node]);
    }
}
