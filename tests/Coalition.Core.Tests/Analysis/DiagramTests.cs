using Coalition.Analysis;
using Coalition.Analysis.Diagrams;
using Coalition.Tests.Properties;

namespace Coalition.Tests.Analysis;

public class DiagramTests
{
    [Fact]
    public void Compile_DrawnCircuits_AgreesWithPlainEvaluationOfEveryAssignment()
    {
        foreach (var seed in Draws.Seeds(3000))
        {
            var sample = CircuitSample.Draw(seed, seed % 100 == 0 ? 10 : 6);
            var (diagram, least, greatest) = DiagramCompiler.Compile(sample.Circuit, sample.Variables, sample.Root, AnalysisBudget.Default, default);

            foreach (var assignment in sample.Assignments())
            {
                Assert.Equal(sample.IsTrue(assignment), diagram.IsTrue(least, assignment));
                Assert.Equal(sample.IsTrue(assignment, greatest: true), diagram.IsTrue(greatest, assignment));
            }
        }
    }

    [Fact]
    public void Compile_DrawnCircuits_HoldsOnlyWhatIsReachedReducedAndChildrenFirst()
    {
        foreach (var seed in Draws.Seeds(1000))
        {
            var sample = CircuitSample.Draw(seed, 8);
            var (diagram, least, greatest) = DiagramCompiler.Compile(sample.Circuit, sample.Variables, sample.Root, AnalysisBudget.Default, default);

            Assert.Equal(Enumerable.Range(0, sample.Variables), diagram.Order.ToArray().Order());
            Assert.Equal(new DiagramNode(sample.Variables, 0, 0), diagram[Diagram.False]);
            Assert.Equal(new DiagramNode(sample.Variables, 1, 1), diagram[Diagram.True]);
            var reached = new HashSet<int> { Diagram.False, Diagram.True, least, greatest };
            for (var node = diagram.Nodes.Length - 1; node > Diagram.True; node--)
            {
                var (_, high, low) = diagram[node];
                Assert.True(high < node && low < node && high != low);
                Assert.True(diagram.LevelOf(node) < Math.Min(diagram.LevelOf(high), diagram.LevelOf(low)));
                Assert.Contains(node, reached);
                reached.UnionWith([high, low]);
            }

            Assert.Distinct(diagram.Nodes.ToArray());
        }
    }

    [Fact]
    public void Compile_NoCircle_GivesOneFunctionForBothFixedPoints()
    {
        var circuit = new Circuit();
        var (a, b) = (circuit.Equation(), circuit.Equation());
        circuit.Define(a, circuit.And(b, circuit.Variable(0)));
        circuit.Define(b, circuit.Or(circuit.Variable(1), circuit.Variable(2)));

        var (diagram, least, greatest) = DiagramCompiler.Compile(circuit, 3, a, AnalysisBudget.Default, default);

        Assert.Equal(least, greatest);
        Assert.True(diagram.IsTrue(least, [true, false, true]));
        Assert.False(diagram.IsTrue(least, [false, true, true]));
    }

    [Fact]
    public void Compile_CircleOfWaitingNations_IsFalseAtTheLeastAndTrueAtTheGreatestFixedPoint()
    {
        const int Nations = 300;
        var circuit = new Circuit();
        var goes = Enumerable.Range(0, Nations).Select(_ => circuit.Equation()).ToArray();
        for (var i = 0; i < Nations; i++)
        {
            circuit.Define(goes[i], circuit.And(goes[(i + 1) % Nations], circuit.Variable(i)));
        }

        var (diagram, least, greatest) = DiagramCompiler.Compile(circuit, Nations, goes[0], AnalysisBudget.Default, default);

        Assert.Equal(Diagram.False, least);
        Assert.Equal(Nations + 2, diagram.Nodes.Length);
        Assert.True(diagram.IsTrue(greatest, Enumerable.Repeat(true, Nations).ToArray()));
        Assert.False(diagram.IsTrue(greatest, [.. Enumerable.Repeat(true, Nations - 1), false]));
    }

    [Fact]
    public void Compile_CircleThroughASum_FollowsInRounds()
    {
        // Nation 0 goes if approved; each other if approved and as many go as stand before it.
        const int Nations = 8;
        var circuit = new Circuit();
        var goes = Enumerable.Range(0, Nations).Select(_ => circuit.Equation()).ToArray();
        var sum = circuit.Sum([.. goes.Select(g => circuit.Amount(g, 1000))]);
        for (var i = 0; i < Nations; i++)
        {
            circuit.Define(goes[i], circuit.And(circuit.Reaches(sum, i * 1000), circuit.Variable(i)));
        }

        var root = circuit.Reaches(sum, 5000);
        var (diagram, least, greatest) = DiagramCompiler.Compile(circuit, Nations, root, AnalysisBudget.Default, default);

        for (var bits = 0; bits < 1 << Nations; bits++)
        {
            var assignment = Enumerable.Range(0, Nations).Select(v => (bits & (1 << v)) != 0).ToArray();
            Assert.Equal(CircuitSample.IsTrue(circuit, root, assignment, greatest: false), diagram.IsTrue(least, assignment));
            Assert.Equal(CircuitSample.IsTrue(circuit, root, assignment, greatest: true), diagram.IsTrue(greatest, assignment));
        }
    }

    [Fact]
    public void Compile_ChainOfTenThousandGates_DoesNotOverflowTheStackAndFindsAnOrderThatFits()
    {
        const int Gates = 10_000;
        var circuit = new Circuit();
        var chain = circuit.Variable(0);
        for (var i = 1; i < Gates; i++)
        {
            chain = i % 2 == 0 ? circuit.And(chain, circuit.Variable(i)) : circuit.Or(chain, circuit.Variable(i));
        }

        var (diagram, least, _) = DiagramCompiler.Compile(circuit, Gates, chain, new AnalysisBudget { Nodes = 100_000 }, default);

        Assert.Equal(Gates + 2, diagram.Nodes.Length);
        Assert.True(diagram.IsTrue(least, Enumerable.Repeat(true, Gates).ToArray()));
        Assert.False(diagram.IsTrue(least, new bool[Gates]));
    }

    [Fact]
    public void Compile_BudgetReached_NamesItAndFitsOneThatSuffices()
    {
        var circuit = new Circuit();
        var root = circuit.AtLeast(3, [.. Enumerable.Range(0, 6).Select(circuit.Variable)]);
        var (diagram, _, _) = DiagramCompiler.Compile(circuit, 6, root, AnalysisBudget.Default, default);
        Assert.Equal(14, diagram.Nodes.Length);

        var error = Assert.Throws<AnalysisBudgetException>(() => DiagramCompiler.Compile(circuit, 6, root, new AnalysisBudget { Nodes = 13 }, default));

        Assert.Equal(13, error.Budget.Nodes);
        Assert.Equal(
            "The budget of 13 nodes (AnalysisBudget.Nodes) does not suffice for the decision diagram: allow more, or ask of fewer variables.", error.Message);
    }

    [Fact]
    public void Compile_SumOfManyDifferentAmounts_CountsItsLevelsAgainstTheBudget()
    {
        // A ceiling over a sum with 2^16 different values, inside another sum: its levels alone exceed the budget.
        var circuit = new Circuit();
        var inner = circuit.Sum([.. Enumerable.Range(0, 16).Select(i => circuit.Amount(circuit.Variable(i), 1L << i))]);
        var outer = circuit.Sum(circuit.Min(inner, circuit.Constant(60_000)), circuit.Amount(circuit.Variable(16), 5000));

        Assert.Throws<AnalysisBudgetException>(
            () => DiagramCompiler.Compile(circuit, 17, circuit.Reaches(outer, 62_000), new AnalysisBudget { Nodes = 10_000 }, default));
    }

    [Fact]
    public void Compile_Cancelled_Throws()
    {
        var circuit = new Circuit();
        using var source = new CancellationTokenSource();
        source.Cancel();

        Assert.Throws<OperationCanceledException>(
            () => DiagramCompiler.Compile(circuit, 1, circuit.Variable(0), AnalysisBudget.Default, source.Token));
    }
}
