using Coalition.Analysis;
using Coalition.Analysis.Diagrams;

namespace Coalition.Tests.Analysis;

public class CircuitReadingTests
{
    private readonly Circuit circuit = new();
    private readonly Signal[] v;

    public CircuitReadingTests() => v = [.. Enumerable.Range(0, 5).Select(circuit.Variable)];

    // What counts above a least part: of what is asked, two intervals have one gate.
    [Fact]
    public void Compile_SumOfANumberWithALeastPart_AgreesWithPlainEvaluationAtEveryThreshold()
    {
        var greatest = circuit.Max(circuit.Steps([Signal.True, v[0]], [2, 6]), circuit.Amount(v[0], 4));
        var least = circuit.Min(circuit.Steps([Signal.True, v[2]], [1, 9]), circuit.Steps([Signal.True, v[2], v[3]], [3, 5, 7]));
        foreach (var sum in new[] { circuit.Sum(greatest, circuit.Amount(v[1], 1)), circuit.Sum(greatest, least, circuit.Amount(v[1], 1)) })
        {
            for (var atLeast = 1; atLeast <= circuit.Greatest(sum); atLeast++)
            {
                AssertAgrees(circuit.Reaches(sum, atLeast));
            }
        }
    }

    [Theory]
    [InlineData(5, 3)]
    [InlineData(3, 5)]
    public void Compile_OneNumberAskedForTwoAmounts_AnswersEachByItself(long first, long second)
    {
        var number = circuit.Min(circuit.Steps([v[0], circuit.And(v[0], v[1])], [3, 5]), circuit.Amount(v[2], 5));
        var (one, other) = (circuit.Reaches(number, first), circuit.Reaches(number, second));

        AssertAgrees(circuit.Or(circuit.And(v[3], one), circuit.And(v[4], other)));
    }

    [Fact]
    public void Compile_SumOfAnExtreme_CountsEachAnswerOnceAgainstTheBudget()
    {
        var (a, b, c) = (v[0], v[1], v[2]);
        var root = circuit.Reaches(circuit.Sum(circuit.Max(circuit.Amount(a, 2), circuit.Amount(b, 1)), circuit.Amount(c, 2)), 3);

        // Nodes: the two ends, five variables, a or b, b and c, and the whole. Answers: what the greater of a and b is, for 1 and for 2; the three steps of the two items;
        // and whether c alone reaches what is left, and all of it the 3.
        const int Nodes = 2 + 5 + 3;
        const int Answers = 2 + 3 + 2;
        Compile(root, Nodes + Answers);
        Assert.Throws<AnalysisBudgetException>(() => Compile(root, Nodes + Answers - 1));
        AssertAgrees(root);
    }

    [Fact]
    public void Compile_ExtremesThatAreUsedTwiceEach_ReadsEachOnce()
    {
        var number = circuit.Amount(v[0], 100);
        for (var i = 0; i < 40; i++)
        {
            number = circuit.Max(circuit.Min(number, circuit.Amount(v[1], 10 + i)), circuit.Min(number, circuit.Amount(v[2], 10 + i)));
        }

        var (diagram, root) = Compile(circuit.Reaches(number, 10), 1000);

        foreach (var assignment in Assignments())
        {
            Assert.Equal(assignment[0] && (assignment[1] || assignment[2]), diagram.IsTrue(root, assignment));
        }
    }

    // What is only compared is asked for one amount, however many others there are.
    [Fact]
    public void Compile_ExtremeThatIsComparedOnly_DoesNotLookForItsLevels()
    {
        var items = Enumerable.Range(0, 12).Select(i => circuit.Amount(circuit.Variable(5 + i), 1L << i));
        var root = circuit.Reaches(circuit.Min(circuit.Sum([.. items]), circuit.Steps([Signal.True, v[0]], [1, 4000])), 2048);

        var (diagram, node, _) = DiagramCompiler.Compile(circuit, 17, root, new AnalysisBudget { Nodes = 200 }, default);

        Assert.True(diagram.IsTrue(node, [true, .. new bool[15], true]));
        Assert.False(diagram.IsTrue(node, [true, .. new bool[4], .. Enumerable.Repeat(true, 11), false]));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Compile_OneGateOfManyInputs_MakesFewNodesWhateverTheirOrder(bool isReversed)
    {
        const int Inputs = 300;
        int[] order = [.. Enumerable.Range(0, Inputs)];
        Signal[] all = [.. order.Select(circuit.Variable)];
        if (isReversed)
        {
            Array.Reverse(order);
        }

        // A node for each variable and another where it is combined.
        foreach (var root in new[] { circuit.And(all), circuit.Or(all) })
        {
            var work = DiagramCompiler.Compile(circuit, new CircuitGraph(circuit, root), root, order, AnalysisBudget.Default, default).Work;
            Assert.InRange(work, Inputs, (2 * Inputs) + 2);
        }
    }

    private static IEnumerable<bool[]> Assignments() => Enumerable.Range(0, 1 << 5).Select(bits => MinimalSetsTests.Values(bits, 5));

    private (Diagram Diagram, int Root) Compile(Signal root, int nodes)
    {
        var (compiled, _) = DiagramCompiler.Compile(
            circuit, new CircuitGraph(circuit, root), root, [0, 1, 2, 3, 4], new AnalysisBudget { Nodes = nodes }, default);
        return (compiled.Diagram, compiled.Least);
    }

    private void AssertAgrees(Signal signal)
    {
        var (diagram, root) = Compile(signal, 1000);
        foreach (var assignment in Assignments())
        {
            Assert.Equal(CircuitSample.IsTrue(circuit, signal, assignment, greatest: false), diagram.IsTrue(root, assignment));
        }
    }
}
