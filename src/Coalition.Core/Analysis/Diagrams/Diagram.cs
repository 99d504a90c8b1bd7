using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace Coalition.Analysis.Diagrams;

/// <summary>A node of a <see cref="Diagram"/>: where to go on by the value of a variable.</summary>
/// <param name="Variable">The variable; for the two ends, the number of variables.</param>
/// <param name="High">The node for true.</param>
/// <param name="Low">The node for false.</param>
internal readonly record struct DiagramNode(int Variable, int High, int Low);

/// <summary>Monotone Boolean functions as one reduced ordered decision diagram (Bryant, 1986): frozen, and shared between threads.</summary>
/// <remarks>
/// Node 0 is false and node 1 is true. A node comes after the two that it refers to, so that a walk from the first to the last sees both before it, and a walk
/// back sees every node after those that refer to it. No two nodes are equal, and none has its two ends the same: each function has one node.
/// </remarks>
internal sealed class Diagram
{
    internal const int False = 0;
    internal const int True = 1;

    private readonly DiagramNode[] nodes;
    private readonly int[] order;
    private readonly int[] levels;

    /// <param name="nodes">The nodes, the two ends first.</param>
    /// <param name="order">The variables from the top level down.</param>
    internal Diagram(DiagramNode[] nodes, int[] order)
    {
        this.nodes = nodes;
        this.order = order;
        levels = new int[order.Length + 1];
        for (var level = 0; level < order.Length; level++)
        {
            levels[order[level]] = level;
        }

        levels[order.Length] = order.Length;
    }

    internal int Variables => order.Length;

    internal ReadOnlySpan<DiagramNode> Nodes => nodes;

    /// <summary>The variables from the top level down.</summary>
    internal ReadOnlySpan<int> Order => order;

    internal DiagramNode this[int node] => nodes[node];

    /// <summary>The level of a node's variable; that of the two ends is below all others.</summary>
    internal int LevelOf(int node) => levels[nodes[node].Variable];

    internal int LevelOfVariable(int variable) => levels[variable];

    /// <summary>Which nodes a function needs: itself, and those that it refers to; by node, up to itself.</summary>
    internal bool[] Below(int root)
    {
        var isReached = new bool[root + 1];
        isReached[root] = true;
        for (var node = root; node > True; node--)
        {
            if (isReached[node])
            {
                isReached[nodes[node].High] = isReached[nodes[node].Low] = true;
            }
        }

        return isReached;
    }

    /// <summary>Whether the function of a node is true. Cost: a step for each variable on the path, without a branch that depends on its value.</summary>
    internal bool IsTrue(int node, ReadOnlySpan<bool> assignment)
    {
        var values = MemoryMarshal.Cast<bool, byte>(assignment);
        while (node > True)
        {
            // The high branch where the value is 1.
            ref readonly var at = ref nodes[node];
            node = at.Low ^ ((at.Low ^ at.High) & -values[at.Variable]);
        }

        return node == True;
    }

    /// <summary>The nodes below some, these and the two ends included, in ascending order. Cost: linear in the nodes.</summary>
    internal int[] Below(params ReadOnlySpan<int> roots)
    {
        var isBelow = new bool[nodes.Length];
        isBelow[False] = isBelow[True] = true;
        var last = True;
        foreach (var root in roots)
        {
            isBelow[root] = true;
            last = Math.Max(last, root);
        }

        var count = 2;
        for (var i = last; i > True; i--)
        {
            if (isBelow[i])
            {
                isBelow[nodes[i].High] = isBelow[nodes[i].Low] = true;
                count++;
            }
        }

        var below = new int[count];
        for (int i = 0, at = 0; i <= last; i++)
        {
            if (isBelow[i])
            {
                below[at++] = i;
            }
        }

        return below;
    }

    /// <summary>The variables on which some functions depend, in ascending order.</summary>
    internal ImmutableArray<int> Support(params ReadOnlySpan<int> roots)
    {
        var support = new SortedSet<int>();
        foreach (var node in Below(roots).AsSpan(2))
        {
            support.Add(nodes[node].Variable);
        }

        return [.. support];
    }
}
