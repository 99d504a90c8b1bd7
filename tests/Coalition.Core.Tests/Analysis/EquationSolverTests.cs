using Coalition.Analysis;
using Coalition.Analysis.Diagrams;

namespace Coalition.Tests.Analysis;

public class EquationSolverTests
{
    private readonly Circuit circuit = new();

    // The circle has one amount of the sum for itself and cannot see the other, of a pledge that waits for nothing but itself.
    [Fact]
    public void Compile_CircleThatAgreesOverOneThatDoesNot_IsReadAtBothFixedPoints()
    {
        var a = circuit.Variable(0);
        var (waiting, going) = (circuit.Equation(), circuit.Equation());
        circuit.Define(waiting, waiting);
        var sum = circuit.Sum(circuit.Amount(going, 2), circuit.Amount(waiting, 1));
        circuit.Define(going, circuit.And(a, circuit.Or(a, circuit.Reaches(sum, 2))));

        var (diagram, least, greatest) = DiagramCompiler.Compile(circuit, 1, circuit.Reaches(sum, 3), AnalysisBudget.Default, default);

        Assert.Equal(Diagram.False, least);
        Assert.True(diagram.IsTrue(greatest, [true]));
        Assert.False(diagram.IsTrue(greatest, [false]));
    }

    [Fact]
    public void Compile_SumOverACircleThatAgrees_IsReadOnce()
    {
        var (a, b, c) = (circuit.Variable(0), circuit.Variable(1), circuit.Variable(2));
        var going = circuit.Equation();
        circuit.Define(going, circuit.And(a, circuit.Or(a, going)));
        var root = circuit.AtLeast(2, going, b, c);

        // Nodes: the two ends, the variables, both of b and c, one of them, and two of the three. Answers: the step of each item, and one for each of the last
        // three nodes and for c alone.
        const int Needed = 2 + 3 + 3 + 3 + 4;
        var (compiled, _) = Compile(root, [0, 1, 2], Needed);
        Assert.Throws<AnalysisBudgetException>(() => Compile(root, [0, 1, 2], Needed - 1));

        Assert.Equal(compiled.Least, compiled.Greatest);
        Assert.True(compiled.Diagram.IsTrue(compiled.Least, [true, false, true]));
        Assert.False(compiled.Diagram.IsTrue(compiled.Least, [false, false, true]));
    }

    // Thirty nations follow each other in rounds: only the first looks at the sum, and what the sum is made of never changes after the first round.
    [Fact]
    public void Compile_SumInACircleOfManyRounds_IsNotReadInEachRound()
    {
        const int Nations = 30;
        const int Others = 20;
        Signal[] v = [.. Enumerable.Range(0, Nations + Others).Select(circuit.Variable)];
        Signal[] goes = [.. Enumerable.Range(1, Nations - 1).Select(_ => circuit.Equation())];
        var first = circuit.And(v[0], circuit.Or(v[0], goes[^1]));
        circuit.Define(goes[0], circuit.And(v[1], circuit.AtLeast(2, [first, .. v[Nations..]])));
        for (var i = 1; i < goes.Length; i++)
        {
            circuit.Define(goes[i], circuit.And(v[i + 1], goes[i - 1]));
        }

        int[] order = [0, .. Enumerable.Range(1, Nations - 1).Reverse(), .. Enumerable.Range(Nations, Others)];

        // Some 800; in each round the sum would take sixty more.
        var (compiled, _) = Compile(goes[^1], order, 1200);

        Assert.Equal(compiled.Least, compiled.Greatest);
        Assert.True(compiled.Diagram.IsTrue(compiled.Least, [.. Enumerable.Repeat(true, Nations + 1), .. new bool[Others - 1]]));
        Assert.False(compiled.Diagram.IsTrue(compiled.Least, [.. Enumerable.Repeat(true, Nations), .. new bool[Others]]));
    }

    [Fact]
    public void Compile_SumOfACircleThatAgreesAskedForAtBothFixedPoints_SharesItsAnswers()
    {
        const int Others = 20;
        var (y, a) = (circuit.Variable(0), circuit.Variable(1));
        Signal[] others = [.. Enumerable.Range(2, Others).Select(circuit.Variable)];
        var (waiting, going) = (circuit.Equation(), circuit.Equation());
        circuit.Define(waiting, circuit.And(waiting, y));
        var sum = circuit.Sum([circuit.Amount(going, 7), .. others.Select((o, i) => circuit.Amount(o, 40 + (i * i)))]);
        circuit.Define(going, circuit.And(a, circuit.Or(a, circuit.Reaches(sum, 1))));
        var root = circuit.Reaches(circuit.Max(sum, circuit.Amount(waiting, 5000)), circuit.Greatest(sum) / 2);
        int[] order = [.. Enumerable.Range(0, Others + 2)];
        var size = Compile(root, order, 1_000_000).Compiled.Diagram.Nodes.Length;

        // The greatest differs in one node at the top. Each answer is a node, so that both take two for each node of the result, and little beside it.
        Assert.True(size > 1000);
        var (compiled, _) = Compile(root, order, size * 5 / 2);

        Assert.NotEqual(compiled.Least, compiled.Greatest);
        Assert.True(compiled.Diagram.IsTrue(compiled.Greatest, [true, .. new bool[Others + 1]]));
        Assert.False(compiled.Diagram.IsTrue(compiled.Least, [true, .. new bool[Others + 1]]));
    }

    private ((Diagram Diagram, int Least, int Greatest) Compiled, int Work) Compile(Signal root, int[] order, int nodes) =>
        DiagramCompiler.Compile(circuit, new CircuitGraph(circuit, root), root, order, new AnalysisBudget { Nodes = nodes }, default);
}
