namespace Coalition.Analysis.Diagrams;

/// <summary>Builds families of sets over the variables of one diagram.</summary>
/// <remarks>
/// The unique table and the memory of finished steps are arrays with open addressing. Until they are frozen, nodes hold their level in the variable's place.
/// Recursion is as deep as there are levels.
/// </remarks>
internal sealed class SetDiagramBuilder : IDisposable
{
    private readonly Diagram diagram;
    private readonly AnalysisBudget budget;
    private readonly CancellationToken cancellation;
    private readonly PairTable steps = new();
    private DiagramNode[] nodes = Scratch.Rent<DiagramNode>(1024);
    private int[] unique = Scratch.Rent<int>(2048);
    private int mask = 2047;
    private int count = SetDiagram.Empty + 1;

    internal SetDiagramBuilder(Diagram diagram, AnalysisBudget budget, CancellationToken cancellation)
    {
        this.diagram = diagram;
        this.budget = budget;
        this.cancellation = cancellation;
        nodes[SetDiagram.None] = new DiagramNode(diagram.Variables, SetDiagram.None, SetDiagram.None);
        nodes[SetDiagram.Empty] = new DiagramNode(diagram.Variables, SetDiagram.Empty, SetDiagram.Empty);
    }

    /// <summary>The family of the sets of <paramref name="high"/> with the variable of the level, and those of <paramref name="low"/>.</summary>
    internal int Node(int level, int high, int low)
    {
        if (high == SetDiagram.None)
        {
            return low;
        }

        var node = new DiagramNode(level, high, low);
        var slot = Slot(node);
        if (unique[slot] != 0)
        {
            return unique[slot];
        }

        Spend();
        if (count > mask / 2)
        {
            Grow();
            slot = Slot(node);
        }

        unique[slot] = count;
        nodes[count] = node;
        return count++;
    }

    /// <summary>The sets of one family that are not in another, where in neither a set contains another one.</summary>
    internal int Without(int family, int other)
    {
        if (family <= SetDiagram.Empty)
        {
            // The empty set, which all others contain, is the only one of a family or none of it.
            return family == other ? SetDiagram.None : family;
        }

        // No set of the family has a variable above its own.
        var (level, high, low) = nodes[family];
        while (nodes[other].Variable < level)
        {
            other = nodes[other].Low;
        }

        if (family == other || other <= SetDiagram.Empty)
        {
            return family == other ? SetDiagram.None : family;
        }

        if (steps.TryGet(family, other, out var found))
        {
            return found;
        }

        var (otherLevel, otherHigh, otherLow) = nodes[other];
        found = otherLevel == level
            ? Node(level, Without(high, otherHigh), Without(low, otherLow))
            : Node(level, high, Without(low, other));
        Spend();
        steps.Set(family, other, found);
        return found;
    }

    /// <summary>The family alone, without the nodes that it does not need.</summary>
    internal SetDiagram Freeze(int root)
    {
        var order = diagram.Order.ToArray();
        var isNeeded = new bool[count];
        isNeeded[root] = isNeeded[SetDiagram.None] = isNeeded[SetDiagram.Empty] = true;
        var starts = new int[order.Length + 2];
        for (var i = count - 1; i >= 0; i--)
        {
            if (isNeeded[i])
            {
                isNeeded[nodes[i].High] = isNeeded[nodes[i].Low] = true;
                starts[Height(i) + 1]++;
            }
        }

        for (var height = 1; height < starts.Length; height++)
        {
            starts[height] += starts[height - 1];
        }

        var frozen = new DiagramNode[starts[^1]];
        var places = new int[count];
        for (var i = 0; i < count; i++)
        {
            if (isNeeded[i])
            {
                places[i] = starts[Height(i)]++;
                frozen[places[i]] = new DiagramNode(VariableOf(i), places[nodes[i].High], places[nodes[i].Low]);
            }
        }

        return new SetDiagram(frozen, places[root], order);

        int VariableOf(int node) => node <= SetDiagram.Empty ? order.Length : order[nodes[node].Variable];
    }

    /// <summary>Gives its arrays back.</summary>
    public void Dispose()
    {
        steps.Dispose();
        Scratch.Return(nodes);
        Scratch.Return(unique);
    }

    private int Height(int node) => diagram.Variables - nodes[node].Variable;

    private void Spend()
    {
        cancellation.ThrowIfCancellationRequested();
        if (count + steps.Count >= budget.Nodes)
        {
            throw new AnalysisBudgetException(budget, "the minimal sets");
        }
    }

    private int Slot(DiagramNode node)
    {
        var slot = (int)NodeHash.Of(node.Variable, node.High, node.Low) & mask;
        while (unique[slot] != 0 && nodes[unique[slot]] != node)
        {
            slot = (slot + 1) & mask;
        }

        return slot;
    }

    private void Grow()
    {
        Scratch.Grow(ref nodes, mask + 1);
        Scratch.Return(unique);
        mask = (2 * mask) + 1;
        unique = Scratch.Rent<int>(mask + 1);
        for (var i = SetDiagram.Empty + 1; i < count; i++)
        {
            unique[Slot(nodes[i])] = i;
        }
    }
}
