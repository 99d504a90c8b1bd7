using Coalition.Analysis;
using Coalition.Analysis.Diagrams;

namespace Coalition.Tests.Analysis;

public class DiagramCompilerTests
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Compile_OneOrderOfSeveralFits_FindsIt(bool isFirst)
    {
        const int Pairs = 10;
        var (circuit, root) = SomePair(Pairs, isFirst);

        var (diagram, node, _) = DiagramCompiler.Compile(circuit, Variables(Pairs), root, new AnalysisBudget { Nodes = 400 }, default);

        var assignment = Enumerable.Range(0, Variables(Pairs)).Select(i => i % 2 == 0).ToArray();
        Assert.False(diagram.IsTrue(node, assignment));
        assignment[7] = true;
        Assert.True(diagram.IsTrue(node, assignment));
    }

    // Asked for all of the firsts as well, the first order gives the smallest, though it takes the most nodes to build.
    [Theory]
    [InlineData(true, 2)]
    [InlineData(false, 2)]
    [InlineData(true, 3)]
    public void Compile_FirstOrderTakesManyNodes_KeepsTheSmallestDiagram(bool isFirst, long atLeast)
    {
        const int Pairs = 17;
        var (circuit, root) = SomePair(Pairs, isFirst, atLeast);

        var (diagram, _, _) = DiagramCompiler.Compile(circuit, Variables(Pairs), root, AnalysisBudget.Default, default);

        // The two ends, and a node for each of the pairs' variables.
        Assert.Equal(2 + (2 * Pairs), diagram.Nodes.Length);
    }

    // Of two counts one implies the other: both together make no node, but take a step for each pair of their nodes. The budget allows some 32 for each of its own.
    [Fact]
    public void Compile_MoreThanTwentyStepsForEachNodeOfTheBudget_IsWithinIt()
    {
        const int Nations = 140;
        var budget = new AnalysisBudget { Nodes = 16_000 };
        var circuit = new Circuit();
        Signal[] v = [.. Enumerable.Range(0, Nations).Select(circuit.Variable)];
        var half = circuit.AtLeast(Nations / 2, v);
        var root = circuit.Or([.. Enumerable.Range((Nations / 2) + 1, (Nations / 2) - 1).Select(more => circuit.And(half, circuit.AtLeast(more, v)))]);
        int[] order = [.. Enumerable.Range(0, Nations)];

        Assert.Throws<AnalysisBudgetException>(
            () => DiagramCompiler.Compile(circuit, new CircuitGraph(circuit, root), root, order, budget, default, 20L * budget.Nodes));
        var (diagram, node, _) = DiagramCompiler.Compile(circuit, Nations, root, budget, default);

        Assert.True(diagram.IsTrue(node, [.. Enumerable.Repeat(true, (Nations / 2) + 1), .. new bool[(Nations / 2) - 1]]));
        Assert.False(diagram.IsTrue(node, [.. Enumerable.Repeat(true, Nations / 2), .. new bool[Nations / 2]]));
    }

    [Fact]
    public void Compile_NumbersWithinNumbers_NeedsNoDeepStack() => AssertNeedsNoDeepStack((circuit, v) =>
    {
        var number = circuit.Amount(v[0], 1);
        for (var i = 1; i < 10_000; i++)
        {
            number = i % 2 == 0 ? circuit.Min(number, circuit.Amount(v[1], i)) : circuit.Max(number, circuit.Amount(v[2], i));
        }

        return circuit.Reaches(number, 1);
    });

    [Fact]
    public void Compile_OneNumberManyTimesInASum_NeedsNoDeepStack() => AssertNeedsNoDeepStack((circuit, v) =>
    {
        var number = circuit.Max(circuit.Amount(v[1], 2), circuit.Amount(v[2], 1));
        return circuit.And(circuit.Reaches(circuit.Sum([.. Enumerable.Repeat(number, 5000)]), 3), v[0]);
    });

    private static int Variables(int pairs) => (3 * pairs) + 1;

    // Pairs take two nodes each where they stand together, and two to the power of their number where one of each comes first: as it does where what both items of the
    // sum wait for is first, or where the other input of the conjunction is entered first. The pairs are given first, or they are the smaller input.
    private static (Circuit Circuit, Signal Root) SomePair(int count, bool isFirst, long atLeast = 2)
    {
        var circuit = new Circuit();
        Signal[] v = [.. Enumerable.Range(0, Variables(count)).Select(circuit.Variable)];
        Signal[] firsts = [.. Enumerable.Range(0, count).Select(i => v[2 * i])];
        var any = isFirst ? Signal.False : circuit.Or([.. firsts, .. v[(2 * count)..]]);
        var pairs = circuit.Or([.. Enumerable.Range(0, count).Select(i => circuit.And(v[2 * i], v[(2 * i) + 1]))]);
        var both = circuit.And(pairs, isFirst ? circuit.Or(firsts) : any);
        return (circuit, circuit.Reaches(circuit.Sum(circuit.Amount(both, 2), circuit.Amount(circuit.And(firsts), 1)), atLeast));
    }

    private static void AssertNeedsNoDeepStack(Func<Circuit, Signal[], Signal> function)
    {
        var circuit = new Circuit();
        var root = function(circuit, [.. Enumerable.Range(0, 3).Select(circuit.Variable)]);
        bool[]? values = null;
        var thread = new Thread(
            () =>
            {
                var (diagram, node, _) = DiagramCompiler.Compile(circuit, 3, root, AnalysisBudget.Default, default);
                values = [diagram.IsTrue(node, [false, false, false]), diagram.IsTrue(node, [true, true, true])];
            },
            256 * 1024);
        thread.Start();
        thread.Join();

        Assert.Equal([false, true], values!);
    }
}
