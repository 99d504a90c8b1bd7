namespace Coalition.Analysis.Diagrams;

/// <summary>Builds families of sets over the variables of one diagram.</summary>
/// <remarks>The unique table and the memory of finished steps are arrays with open addressing. Nothing here calls itself, so that the number of levels is not limited by a stack.</remarks>
internal sealed class SetDiagramBuilder : IDisposable
{
    private readonly Diagram diagram;
    private readonly AnalysisBudget budget;
    private readonly CancellationToken cancellation;
    private readonly PairTable steps = new();
    private readonly Stack<(int Family, int Other)> open = new();
    private DiagramNode[] nodes = Scratch.Rent<DiagramNode>(1024);
    private int[] unique = Scratch.Rent<int>(2048);
    private int mask = 2047;
    private int count = SetDiagram.Empty + 1;
    private int spent;

    internal SetDiagramBuilder(Diagram diagram, AnalysisBudget budget, CancellationToken cancellation)
    {
        this.diagram = diagram;
        this.budget = budget;
        this.cancellation = cancellation;
        nodes[SetDiagram.None] = new DiagramNode(diagram.Variables, SetDiagram.None, SetDiagram.None);
        nodes[SetDiagram.Empty] = new DiagramNode(diagram.Variables, SetDiagram.Empty, SetDiagram.Empty);
    }

    /// <summary>The family of the sets of <paramref name="high"/> with the variable, and those of <paramref name="low"/>.</summary>
    internal int Node(int variable, int high, int low)
    {
        if (high == SetDiagram.None)
        {
            return low;
        }

        var node = new DiagramNode(variable, high, low);
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
        if (!TryFind(family, ref other, out var found))
        {
            open.Push((family, other));
        }

        while (open.TryPeek(out var step))
        {
            var (variable, high, low) = nodes[step.Family];
            var (_, otherHigh, otherLow) = nodes[step.Other];
            if (nodes[step.Other].Variable != variable)
            {
                (otherHigh, otherLow) = (SetDiagram.None, step.Other);
            }

            var isReady = true;
            if (!TryFind(high, ref otherHigh, out var newHigh))
            {
                open.Push((high, otherHigh));
                isReady = false;
            }

            if (!TryFind(low, ref otherLow, out var newLow))
            {
                open.Push((low, otherLow));
                isReady = false;
            }

            if (isReady)
            {
                open.Pop();
                found = Node(variable, newHigh, newLow);
                Spend();
                steps.Set(step.Family, step.Other, found);
            }
        }

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
                frozen[places[i]] = new DiagramNode(nodes[i].Variable, places[nodes[i].High], places[nodes[i].Low]);
            }
        }

        return new SetDiagram(frozen, places[root], order);
    }

    /// <summary>Gives its arrays back.</summary>
    public void Dispose()
    {
        steps.Dispose();
        Scratch.Return(nodes);
        Scratch.Return(unique);
    }

    // Where the answer is known at once, or was found before; else the step is brought into its plainest form.
    private bool TryFind(int family, ref int other, out int found)
    {
        // No set of the family has a variable above its own.
        while (other > SetDiagram.Empty && LevelOf(other) < LevelOf(family))
        {
            other = nodes[other].Low;
        }

        if (family == other)
        {
            found = SetDiagram.None;
            return true;
        }

        // The empty set, which all others contain, is either the only one of a family or none of it.
        if (family <= SetDiagram.Empty || other <= SetDiagram.Empty)
        {
            found = family;
            return true;
        }

        return steps.TryGet(family, other, out found);
    }

    private int LevelOf(int node) => diagram.LevelOfVariable(nodes[node].Variable);

    private int Height(int node) => diagram.Variables - LevelOf(node);

    private void Spend()
    {
        if (count + steps.Count >= budget.Nodes)
        {
            throw new AnalysisBudgetException(budget, "the minimal sets");
        }

        if ((++spent & 0xFFF) == 0)
        {
            cancellation.ThrowIfCancellationRequested();
        }
    }

    private int Slot(DiagramNode node)
    {
        var hash = (((ulong)(uint)node.High << 32) | (uint)node.Low) * 0x9E3779B97F4A7C15 + (uint)node.Variable * 0xC2B2AE3D27D4EB4F;
        var slot = (int)((hash ^ (hash >> 29)) >> 20) & mask;
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
