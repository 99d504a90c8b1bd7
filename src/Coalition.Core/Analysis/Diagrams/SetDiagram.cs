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
    /// <para>
    /// The nodes of the diagram are gone through from the ends upward. The minimal sets of a node are those of its low branch, and, with the variable added, those
    /// of its high branch for which the low branch is false (Rauzy, 1993). Which these are is seen from the two families alone. The function is monotone, so that the low
    /// branch implies the high one: without one of its members a minimal set of the high branch makes neither true. So if it makes the low branch
    /// true, it is a minimal set of that too. What is left is the difference of two families that are there already.
    /// </para>
    /// <para>
    /// Where a node's variable is at least as desirable as all below it (see <see cref="Regularity"/>), the two families have no set in common: a set that
    /// suffices with the variable, but not without one of its own, does not suffice with that one in the variable's place. Elsewhere the work of one node is
    /// at most the product of the sizes of its two families.
    /// </para>
    /// </remarks>
    internal static SetDiagram MinimalOf(Diagram diagram, int node, AnalysisBudget budget, CancellationToken cancellation) =>
        DeepStack.Run(diagram.Variables, () => Minimal(diagram, node, budget, cancellation));

    private static SetDiagram Minimal(Diagram diagram, int node, AnalysisBudget budget, CancellationToken cancellation)
    {
        using var builder = new SetDiagramBuilder(diagram, budget, cancellation);
        using var regularity = new Regularity(diagram, budget);
        var minimal = new int[Math.Max(node, Diagram.True) + 1];
        minimal[Diagram.True] = Empty;
        foreach (var level in LevelsBelow(diagram, node))
        {
            cancellation.ThrowIfCancellationRequested();
            regularity.Add(level);
            foreach (var i in level)
            {
                var (_, high, low) = diagram[i];
                var added = regularity.Of(i) ? minimal[high] : builder.Without(minimal[high], minimal[low]);
                minimal[i] = builder.Node(diagram.LevelOf(i), added, minimal[low]);
            }
        }

        return builder.Freeze(minimal[node]);
    }

    // The nodes that one leads to, without the ends, level by level from the lowest.
    private static IEnumerable<int[]> LevelsBelow(Diagram diagram, int node)
    {
        var isReached = new bool[Math.Max(node, Diagram.True) + 1];
        isReached[node] = true;
        var levels = new List<int>?[diagram.Variables];
        for (var i = node; i > Diagram.True; i--)
        {
            if (isReached[i])
            {
                isReached[diagram[i].High] = isReached[diagram[i].Low] = true;
                (levels[diagram.LevelOf(i)] ??= []).Add(i);
            }
        }

        return levels.Reverse().OfType<List<int>>().Select(level => level.ToArray());
    }
}
