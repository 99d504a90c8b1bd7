namespace Coalition.Analysis.Diagrams;

/// <summary>The nodes of growing decision diagrams over one order of variables, each function once (Bryant, 1986; Brace, Rudell and Bryant, 1990).</summary>
/// <remarks>
/// Nodes lie in one array, children before parents, and never move; a table with open addressing finds a node by its parts. Results are kept in a cache of fixed
/// places, where a newer one replaces an older: it grows with the store and with the steps taken, and what is lost is only computed again. Recursion is as deep as
/// there are levels.
/// </remarks>
internal sealed class NodeStore : IDisposable
{
    private const string Work = "the decision diagram";
    private const int FewNodes = 1 << 10;
    private const int MostCached = 1 << 23;
    private const int StepsBetweenChecks = 4096;

    private readonly AnalysisBudget budget;
    private readonly CancellationToken cancellation;
    private Node[] nodes = Scratch.Rent<Node>(FewNodes);
    private int[] table = Scratch.Rent<int>(2 * FewNodes);
    private Choice[] choices = Scratch.Rent<Choice>(FewNodes);
    private uint tableMask = (2 * FewNodes) - 1;
    private uint choiceMask = FewNodes - 1;
    private int answers;
    private int untilCheck = StepsBetweenChecks;
    private long stepsLeft;
    private long sinceGrown;

    /// <param name="levels">The number of levels; the two ends lie on the level of that number.</param>
    /// <param name="budget">The most nodes and kept answers together.</param>
    /// <param name="cancellation">Checked every few thousand steps.</param>
    /// <param name="mostSteps">The most steps: what the cache has lost is computed again, which may take long without making a node.</param>
    internal NodeStore(int levels, AnalysisBudget budget, CancellationToken cancellation, long mostSteps = long.MaxValue)
    {
        stepsLeft = mostSteps;
        this.budget = budget;
        this.cancellation = cancellation;
        nodes[Diagram.False] = new Node(levels, Diagram.False, Diagram.False, -1);
        nodes[Diagram.True] = new Node(levels, Diagram.True, Diagram.True, -1);
        Count = 2;
    }

    internal int Count { get; private set; }

    /// <summary>The level of a node: the highest, which is least in number, that its function depends on.</summary>
    internal int LevelOf(int node) => nodes[node].Level;

    /// <summary>The lowest level that the function of a node depends on, or -1.</summary>
    internal int LowestLevelOf(int node) => nodes[node].Lowest;

    internal int And(int a, int b) => Choose(a, b, Diagram.False);

    internal int Or(int a, int b) => Choose(a, Diagram.True, b);

    /// <summary>One function where a condition is true, another where it is false.</summary>
    internal int Choose(int condition, int high, int low)
    {
        if (condition <= Diagram.True)
        {
            return condition == Diagram.True ? high : low;
        }

        high = high == condition ? Diagram.True : high;
        low = low == condition ? Diagram.False : low;
        if (high == low)
        {
            return high;
        }

        if (low == Diagram.False && high == Diagram.True)
        {
            return condition;
        }

        // What may be written in two ways is looked up in one.
        if (high == Diagram.True && condition > low)
        {
            (condition, low) = (low, condition);
        }
        else if (low == Diagram.False && condition > high)
        {
            (condition, high) = (high, condition);
        }

        var level = nodes[condition].Level;
        var below = Math.Min(nodes[high].Level, nodes[low].Level);
        if (level < below && nodes[condition] is { High: Diagram.True, Low: Diagram.False })
        {
            return Make(level, high, low);
        }

        var place = NodeHash.Of(condition, high, low);
        var known = choices[place & choiceMask];
        if (known.Condition == condition && known.High == high && known.Low == low)
        {
            return known.Result;
        }

        Step();
        level = Math.Min(level, below);
        var (conditionHigh, conditionLow) = Branches(condition, level);
        var (highHigh, highLow) = Branches(high, level);
        var (lowHigh, lowLow) = Branches(low, level);
        var ifTrue = Choose(conditionHigh, highHigh, lowHigh);
        var ifFalse = Choose(conditionLow, highLow, lowLow);
        var result = Make(level, ifTrue, ifFalse);
        choices[place & choiceMask] = new Choice(condition, high, low, result);
        return result;
    }

    /// <summary>The node of a level with these two branches, whose own levels are below it.</summary>
    /// <exception cref="AnalysisBudgetException">It would be one too many.</exception>
    internal int Make(int level, int high, int low)
    {
        if (high == low)
        {
            return high;
        }

        var place = NodeHash.Of(level, high, low) & tableMask;
        for (var at = table[place]; at != 0; at = table[place])
        {
            ref readonly var node = ref nodes[at];
            if (node.Level == level && node.High == high && node.Low == low)
            {
                return at;
            }

            place = (place + 1) & tableMask;
        }

        CheckBudget();
        Step();
        if (Count == nodes.Length)
        {
            Scratch.Grow(ref nodes, (int)Math.Min(2L * nodes.Length, budget.Nodes));
        }

        table[place] = Count;
        nodes[Count] = new Node(level, high, low, Math.Max(level, Math.Max(nodes[high].Lowest, nodes[low].Lowest)));
        Count++;
        if (Count > tableMask / 2)
        {
            Grow();
        }

        return Count - 1;
    }

    /// <summary>Looks at the cancellation, and at the steps left, every few thousand calls.</summary>
    /// <exception cref="AnalysisBudgetException">There are more steps than allowed.</exception>
    internal void Step()
    {
        if (--untilCheck == 0)
        {
            untilCheck = StepsBetweenChecks;
            cancellation.ThrowIfCancellationRequested();
            stepsLeft -= StepsBetweenChecks;
            sinceGrown += StepsBetweenChecks;
            if (sinceGrown > 2 * (long)choiceMask)
            {
                // Few of many steps make nodes: without a larger cache most would be taken again and again.
                GrowCache();
            }

            if (stepsLeft < 0)
            {
                throw new AnalysisBudgetException(budget, Work);
            }
        }
    }

    /// <summary>Counts an answer of a sum that is kept beside the nodes, and counts against the budget like one.</summary>
    /// <exception cref="AnalysisBudgetException">It would be one too many.</exception>
    internal void CountAnswer()
    {
        CheckBudget();
        answers++;
    }

    /// <summary>A diagram of what two nodes refer to, and nothing else.</summary>
    /// <param name="order">The variables by level.</param>
    /// <param name="a">A node.</param>
    /// <param name="b">Another, or the same.</param>
    internal (Diagram Diagram, int A, int B) Freeze(int[] order, int a, int b)
    {
        var isReached = new bool[Math.Max(a, b) + 1];
        isReached[a] = isReached[b] = true;
        var count = 2;
        for (var node = isReached.Length - 1; node > Diagram.True; node--)
        {
            if (isReached[node])
            {
                isReached[nodes[node].High] = isReached[nodes[node].Low] = true;
                count++;
            }
        }

        var frozen = new DiagramNode[count];
        frozen[Diagram.False] = new DiagramNode(order.Length, Diagram.False, Diagram.False);
        frozen[Diagram.True] = new DiagramNode(order.Length, Diagram.True, Diagram.True);
        var places = new int[Math.Max(isReached.Length, 2)];
        places[Diagram.True] = Diagram.True;
        var next = 2;
        for (var node = 2; node < isReached.Length; node++)
        {
            if (isReached[node])
            {
                frozen[next] = new DiagramNode(order[nodes[node].Level], places[nodes[node].High], places[nodes[node].Low]);
                places[node] = next++;
            }
        }

        return (new Diagram(frozen, order), places[a], places[b]);
    }

    /// <summary>Gives its arrays back.</summary>
    public void Dispose()
    {
        Scratch.Return(nodes);
        Scratch.Return(table);
        Scratch.Return(choices);
    }

    private void CheckBudget()
    {
        if (Count + answers >= budget.Nodes)
        {
            throw new AnalysisBudgetException(budget, Work);
        }
    }

    private (int High, int Low) Branches(int node, int level)
    {
        ref readonly var at = ref nodes[node];
        return at.Level == level ? (at.High, at.Low) : (node, node);
    }

    private void Grow()
    {
        Scratch.Return(table);
        tableMask = (tableMask * 2) + 1;
        table = Scratch.Rent<int>((int)tableMask + 1);
        for (var node = 2; node < Count; node++)
        {
            var place = NodeHash.Of(nodes[node].Level, nodes[node].High, nodes[node].Low) & tableMask;
            while (table[place] != 0)
            {
                place = (place + 1) & tableMask;
            }

            table[place] = node;
        }

        GrowCache();
    }

    private void GrowCache()
    {
        sinceGrown = 0;
        if (choiceMask + 1 >= MostCached)
        {
            return;
        }

        var before = choices;
        var count = (int)choiceMask + 1;
        choiceMask = (choiceMask * 2) + 1;
        choices = Scratch.Rent<Choice>(2 * count);
        foreach (var choice in before.AsSpan(0, count))
        {
            choices[NodeHash.Of(choice.Condition, choice.High, choice.Low) & choiceMask] = choice;
        }

        Scratch.Return(before);
    }

    private readonly record struct Node(int Level, int High, int Low, int Lowest);

    private readonly record struct Choice(int Condition, int High, int Low, int Result);
}
