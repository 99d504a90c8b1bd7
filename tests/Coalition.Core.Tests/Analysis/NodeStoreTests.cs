using Coalition.Analysis;
using Coalition.Analysis.Diagrams;

namespace Coalition.Tests.Analysis;

public class NodeStoreTests
{
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
