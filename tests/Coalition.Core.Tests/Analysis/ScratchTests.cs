using Coalition.Analysis;
using Coalition.Analysis.Diagrams;

namespace Coalition.Tests.Analysis;

/// <summary>Work done once more takes the arrays that were given back: each of these has thousands of bytes.</summary>
public class ScratchTests
{
    private const int Many = 5_000;

    private static readonly Diagram ends = new([new(Many, 0, 0), new(Many, 1, 1)], [.. Enumerable.Range(0, Many)]);

    [Fact]
    public void NodeStore_OnceMore_TakesArraysGivenBack() => AssertTakesThoseGivenBack(() =>
    {
        using var store = new NodeStore(Many, AnalysisBudget.Default, default);
        var node = Diagram.True;
        for (var level = Many - 1; level >= 0; level--)
        {
            node = store.Make(level, node, Diagram.False);
        }
    });

    [Fact]
    public void PairTable_OnceMore_TakesArraysGivenBack() => AssertTakesThoseGivenBack(() =>
    {
        using var table = new PairTable();
        for (var i = 1; i < Many; i++)
        {
            table.Set(i, i, i);
        }
    });

    [Fact]
    public void SetDiagramBuilder_OnceMore_TakesArraysGivenBack() => AssertTakesThoseGivenBack(() =>
    {
        using var builder = new SetDiagramBuilder(ends, AnalysisBudget.Default, default);
        var family = SetDiagram.None;
        for (var level = Many - 1; level >= 0; level--)
        {
            family = builder.Node(level, SetDiagram.Empty, family);
        }
    });

    [Fact]
    public void Regularity_OnceMore_TakesArraysGivenBack()
    {
        var diagram = new Diagram([.. Enumerable.Range(0, Many).Select(_ => new DiagramNode(0, 0, 0))], [0]);

        AssertTakesThoseGivenBack(() =>
        {
            using var regularity = new Regularity(diagram, AnalysisBudget.Default);
        });
    }

    // Eight numbers for each node in either of two arrays; what is left is what the answers take.
    [Fact]
    public void Counts_OnceMore_TakesArraysGivenBack()
    {
        const int Players = 20;
        var random = new Random(1);
        var circuit = new Circuit();
        var sum = circuit.Sum([.. Enumerable.Range(0, Players).Select(v => circuit.Amount(circuit.Variable(v), random.Next(1_000_000)))]);
        var (diagram, root, _) = DiagramCompiler.Compile(circuit, Players, circuit.Reaches(sum, Players * 250_000), AnalysisBudget.Default, default);
        var polynomials = new SwingPolynomials(diagram, root);

        AssertTakesThoseGivenBack(() => polynomials.Counts(default), 4 * sizeof(double) * diagram.Nodes.Length);
    }

    // The least of several times, since a garbage collection in between may empty the pool.
    private static void AssertTakesThoseGivenBack(Action work, long most = 1_000)
    {
        work();
        var least = long.MaxValue;
        for (var time = 0; time < 10; time++)
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            work();
            least = Math.Min(least, GC.GetAllocatedBytesForCurrentThread() - before);
        }

        Assert.InRange(least, 0, most);
    }
}
