using Coalition.Analysis;
using Coalition.Analysis.Diagrams;

namespace Coalition.Tests.Analysis;

public class NodeStoreTests
{
    private const int Many = 2_000;

    [Fact]
    public void Choose_DrawnFunctions_AgreesWithTruthTablesAndKeepsEachFunctionOnce()
    {
        const int Levels = 4;
        var random = new Random(1);
        using var store = new NodeStore(Levels, AnalysisBudget.Default, default);
        var tables = new Dictionary<int, int> { [Diagram.False] = 0, [Diagram.True] = 0xFFFF };
        for (var level = 0; level < Levels; level++)
        {
            tables[store.Make(level, Diagram.True, Diagram.False)] =
                Enumerable.Range(0, 16).Where(a => (a & (1 << level)) != 0).Sum(a => 1 << a);
        }

        for (var i = 0; i < 20_000; i++)
        {
            var nodes = tables.Keys.ToArray();
            var (condition, high, low) = (One(), One(), One());

            var result = store.Choose(condition, high, low);

            var table = (tables[condition] & tables[high]) | (~tables[condition] & tables[low] & 0xFFFF);
            Assert.Equal(table, tables.GetValueOrDefault(result, table));
            tables[result] = table;

            int One() => nodes[random.Next(nodes.Length)];
        }

        Assert.Distinct(tables.Values);
    }

    [Fact]
    public void Make_Cancelled_ThrowsAfterSomeThousandSteps()
    {
        using var source = new CancellationTokenSource();
        source.Cancel();
        using var store = new NodeStore(100_000, AnalysisBudget.Default, source.Token);

        Assert.Throws<OperationCanceledException>(() =>
        {
            var node = Diagram.True;
            for (var level = 99_999; level >= 0; level--)
            {
                node = store.Make(level, node, Diagram.False);
            }
        });
    }

    [Fact]
    public void LowestLevelOf_Node_IsTheLastLevelItDependsOn()
    {
        using var store = new NodeStore(5, AnalysisBudget.Default, default);
        var node = store.And(store.Make(1, Diagram.True, Diagram.False), store.Make(3, Diagram.True, Diagram.False));

        Assert.Equal(1, store.LevelOf(node));
        Assert.Equal(3, store.LowestLevelOf(node));
        Assert.Equal(-1, store.LowestLevelOf(Diagram.True));
        Assert.Equal(-1, store.LowestLevelOf(Diagram.False));
        Assert.Equal(0, store.LowestLevelOf(store.Make(0, Diagram.True, Diagram.False)));
    }

    // The two ends are nodes as well.
    [Fact]
    public void Make_OneNodeMoreThanTheBudget_IsRefused()
    {
        using var store = new NodeStore(2, new AnalysisBudget { Nodes = 3 }, default);
        var node = store.Make(0, Diagram.True, Diagram.False);

        Assert.Equal(node, store.Make(0, Diagram.True, Diagram.False));
        Assert.Equal("the decision diagram", Assert.Throws<AnalysisBudgetException>(() => store.Make(1, Diagram.True, Diagram.False)).Work);
    }

    [Fact]
    public void CountAnswer_OneMoreThanTheBudget_IsRefusedLikeANode()
    {
        using var store = new NodeStore(2, new AnalysisBudget { Nodes = 4 }, default);
        store.CountAnswer();
        store.CountAnswer();

        Assert.Throws<AnalysisBudgetException>(store.CountAnswer);
        Assert.Throws<AnalysisBudgetException>(() => store.Make(0, Diagram.True, Diagram.False));
    }

    // They are looked at every 4,096 steps.
    [Fact]
    public void Step_MoreThanAllowed_IsRefused()
    {
        using var store = new NodeStore(1, AnalysisBudget.Default, default, mostSteps: 4096);
        for (var i = 0; i < 8191; i++)
        {
            store.Step();
        }

        Assert.Throws<AnalysisBudgetException>(store.Step);
    }

    // A step for each node: 100 variables, 4,950 disjunctions of two and as many conjunctions. No further 2,300 are allowed.
    [Fact]
    public void Choose_WhatIsThereAlready_TakesNoStep()
    {
        const int Levels = 100;
        using var store = new NodeStore(Levels, AnalysisBudget.Default, default, mostSteps: (3 * 4096) - 1);
        int[] v = [.. Enumerable.Range(0, Levels).Select(level => store.Make(level, Diagram.True, Diagram.False))];
        for (var i = 0; i < Levels; i++)
        {
            for (var j = i + 1; j < Levels; j++)
            {
                var (or, and) = (store.Or(v[i], v[j]), store.And(v[i], v[j]));

                Assert.Equal(or, store.Choose(Diagram.True, or, and));
                Assert.Equal(and, store.Choose(Diagram.False, or, and));
                Assert.Equal(and, store.Choose(or, and, and));
                Assert.Equal(or, store.Choose(or, Diagram.True, Diagram.False));
                Assert.Equal(or, store.Choose(v[i], v[i], v[j]));
                Assert.Equal(and, store.Choose(v[i], v[j], v[i]));
                Assert.Equal((or, and), (store.Or(v[j], v[i]), store.And(v[j], v[i])));
            }
        }
    }

    [Fact]
    public void Choose_WhatWasAskedBefore_TakesNoStepWhicheverComesFirst()
    {
        var once = Steps((_, _, _) => { });

        Assert.Equal(once, Steps((store, a, b) => Assert.Equal(store.Or(a, b), store.Or(b, a))));
        Assert.Equal(once, Steps((store, a, b) => Assert.Equal(store.And(a, b), store.And(b, a))));
    }

    // One node for each of the levels from the fifth on: both the table of nodes and that of answers have grown.
    [Fact]
    public void Choose_WhatWasAskedBeforeTheTablesGrew_TakesNoStep()
    {
        static void Grow(NodeStore store)
        {
            for (var level = 4; level < Many; level++)
            {
                store.Make(level, Diagram.True, Diagram.False);
            }
        }

        Assert.Equal(Steps((store, _, _) => Grow(store)), Steps((store, a, b) =>
        {
            Grow(store);
            store.Or(a, b);
            store.And(a, b);
        }));
    }

    // The steps of a store that has made two functions, their disjunction and their conjunction, and something more: as many as are missing to the 4,096 that are too many.
    private static int Steps(Action<NodeStore, int, int> more)
    {
        using var store = new NodeStore(Many, AnalysisBudget.Default, default, mostSteps: 0);
        int[] v = [.. Enumerable.Range(0, 4).Select(level => store.Make(level, Diagram.True, Diagram.False))];
        var (a, b) = (store.And(v[0], v[2]), store.And(v[1], v[3]));
        store.Or(a, b);
        store.And(a, b);
        more(store, a, b);
        var left = 1;
        for (; Record.Exception(store.Step) is null; left++)
        {
        }

        return 4096 - left;
    }

    // Making at least 80 and at least 81 of 160 takes fewer than 10,000 steps; that both are the latter takes more than 6,000 and makes nothing.
    [Fact]
    public void And_StepsThatMakeNoNode_AreCountedToo()
    {
        const int Levels = 160;
        using var store = new NodeStore(Levels, AnalysisBudget.Default, default, mostSteps: (3 * 4096) - 1);
        var atLeast = new int[82];
        atLeast[0] = Diagram.True;
        for (var level = Levels - 1; level >= 0; level--)
        {
            for (var count = atLeast.Length - 1; count > 0; count--)
            {
                atLeast[count] = store.Make(level, atLeast[count - 1], atLeast[count]);
            }
        }

        Assert.Throws<AnalysisBudgetException>(() => store.And(atLeast[80], atLeast[81]));
    }

    // Two hundred nations in steps of ten took longer than anybody waits, since few of the steps of the conjunction make a node, and the cache grew with nodes only.
    [Fact]
    public void Compile_ConjunctionOfAThresholdAndACount_TakesFewStepsForEachNode()
    {
        const int Nations = 200;
        const long Steps = 700_000;
        var random = new Random(1);
        var circuit = new Circuit();
        var nations = Enumerable.Range(0, Nations).Select(circuit.Variable).ToArray();
        var weights = nations.Select(_ => random.NextInt64(1, 12)).ToArray();
        var signal = circuit.And(
            circuit.Reaches(circuit.Sum([.. nations.Select((n, i) => circuit.Amount(n, weights[i]))]), weights.Sum() / 2), circuit.AtLeast(Nations / 3, nations));
        var graph = new CircuitGraph(circuit, signal);
        var order = new VariableOrder(circuit, graph, Nations).From(signal, InputOrder.LargestFirst, sharedFirst: true);

        var (compiled, work) = DiagramCompiler.Compile(circuit, graph, signal, order, AnalysisBudget.Default, default, Steps);
        Assert.InRange(work, compiled.Diagram.Nodes.Length, Steps / 10);
        Assert.Throws<AnalysisBudgetException>(() => DiagramCompiler.Compile(circuit, graph, signal, order, AnalysisBudget.Default, default, Steps / 10));
    }
}
