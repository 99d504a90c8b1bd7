using Coalition.Analysis;
using Coalition.Analysis.Diagrams;
using Coalition.Tests.Properties;

namespace Coalition.Tests.Analysis;

public class SumThresholdTests
{
    [Fact]
    public void Reaches_DrawnWeightsOfAnySize_AgreesWithEnumerationAtEverySum()
    {
        foreach (var seed in Draws.Seeds(40))
        {
            var random = new Random(seed);
            var weights = Enumerable.Range(0, random.Next(1, 9)).Select(_ => random.NextInt64(1, 1L << random.Next(2, 59))).ToArray();
            var sums = Enumerable.Range(0, 1 << weights.Length).Select(bits => Sum(weights, bits)).ToArray();
            var circuit = new Circuit();
            var sum = circuit.Sum([.. weights.Select((w, i) => circuit.Amount(circuit.Variable(i), w))]);

            foreach (var least in sums.SelectMany(s => new[] { s, s + 1 }).Distinct())
            {
                var (diagram, root, _) = DiagramCompiler.Compile(circuit, weights.Length, circuit.Reaches(sum, least), AnalysisBudget.Default, default);
                for (var bits = 0; bits < sums.Length; bits++)
                {
                    Assert.Equal(sums[bits] >= least, diagram.IsTrue(root, Assignment(weights.Length, bits)));
                }
            }
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(50)]
    [InlineData(1_000_003)]
    [InlineData(1L << 40)]
    public void Reaches_AmountsInAnotherUnit_GivesTheSameDiagram(long unit)
    {
        foreach (var seed in Draws.Seeds(20))
        {
            var random = new Random(seed);
            var weights = Enumerable.Range(0, 14).Select(_ => (long)random.Next(1, 160)).ToArray();
            var least = weights.Sum() / 2;

            var single = Compile(weights, least);
            var scaled = Compile([.. weights.Select(w => w * unit)], (least * unit) - random.NextInt64(0, unit));

            Assert.Equal(single.Nodes.ToArray(), scaled.Nodes.ToArray());
        }

        static Diagram Compile(long[] weights, long least)
        {
            var circuit = new Circuit();
            var sum = circuit.Sum([.. weights.Select((w, i) => circuit.Amount(circuit.Variable(i), w))]);
            return DiagramCompiler.Compile(circuit, weights.Length, circuit.Reaches(sum, least), AnalysisBudget.Default, default).Diagram;
        }
    }

    [Fact]
    public void Reaches_AmountsNearTheGreatestNumber_SaturatesWithoutOverflow()
    {
        long[] weights = [long.MaxValue, long.MaxValue - 1, long.MaxValue / 2, 1 + (long.MaxValue / 2), 2];
        foreach (var least in new[] { 1, 2, 3, long.MaxValue / 2, 3 + (long.MaxValue / 2), long.MaxValue - 1, long.MaxValue })
        {
            var circuit = new Circuit();
            var amounts = weights.Select((w, i) => circuit.Amount(circuit.Variable(i), w)).ToArray();
            var ceiling = circuit.Min(circuit.Sum(amounts.AsSpan(1, 3)), circuit.Constant(long.MaxValue - 1));
            var sum = circuit.Sum(amounts[0], ceiling, amounts[4], circuit.Constant(1));
            var root = circuit.Reaches(sum, least);

            var (diagram, node, _) = DiagramCompiler.Compile(circuit, weights.Length, root, AnalysisBudget.Default, default);

            for (var bits = 0; bits < 1 << weights.Length; bits++)
            {
                var assignment = Assignment(weights.Length, bits);
                Assert.Equal(CircuitSample.IsTrue(circuit, root, assignment, greatest: false), diagram.IsTrue(node, assignment));
            }
        }
    }

    [Fact]
    public void Reaches_TwoOfThreeThousand_DoesNotOverflowTheStack()
    {
        const int Members = 3000;
        var circuit = new Circuit();
        var root = circuit.AtLeast(2, [.. Enumerable.Range(0, Members).Select(circuit.Variable)]);

        var (diagram, node, _) = DiagramCompiler.Compile(circuit, Members, root, AnalysisBudget.Default, default);

        Assert.Equal((2 * Members) - 2 + 2, diagram.Nodes.Length);
        Assert.True(diagram.IsTrue(node, [.. new bool[Members - 2], true, true]));
        Assert.False(diagram.IsTrue(node, [.. new bool[Members - 1], true]));
    }

    [Fact]
    public void Reaches_SumsUnderCeilings_AgreesWithPlainEvaluation()
    {
        foreach (var seed in Draws.Seeds(300))
        {
            var random = new Random(seed);
            var circuit = new Circuit();
            var groups = Enumerable.Range(0, 3).Select(g => circuit.Min(
                circuit.Sum([.. Enumerable.Range(0, 4).Select(i => circuit.Amount(circuit.Or(circuit.Variable((g * 3) + (i % 3)), circuit.Variable(9)), random.Next(1, 5000)))]),
                circuit.Steps([Signal.True, circuit.Variable(random.Next(10))], [random.Next(1, 4000), random.Next(4000, 9000)])));
            var sum = circuit.Sum([.. groups, circuit.Constant(100)]);
            var root = circuit.Reaches(circuit.Max(sum, circuit.Amount(circuit.Variable(8), 5000)), random.Next(1, 12_000));

            var (diagram, node, _) = DiagramCompiler.Compile(circuit, 10, root, AnalysisBudget.Default, default);

            for (var bits = 0; bits < 1 << 10; bits++)
            {
                var assignment = Assignment(10, bits);
                Assert.Equal(CircuitSample.IsTrue(circuit, root, assignment, greatest: false), diagram.IsTrue(node, assignment));
            }
        }
    }

    // One item is 1 at level 0 and 2 at levels 0 and 2, the other 1 at level 1: both together, or the first in full, reach 2. The first depends on the lower level,
    // and so comes last. Then the answers about it are gates that are there already, and the whole is made of two nodes more.
    [Fact]
    public void Reaches_ItemOfSeveralLevels_StandsWhereTheLowestOfThemDoes()
    {
        using var store = new NodeStore(3, AnalysisBudget.Default, default);
        int[] variables = [.. Enumerable.Range(0, 3).Select(level => store.Make(level, Diagram.True, Diagram.False))];
        var inFull = store.And(variables[0], variables[2]);
        var before = store.Count;

        var reach = new SumThreshold(store, 0, [new NumberLevels([variables[0], inFull], [1, 2]), new NumberLevels([variables[1]], [1])]).Reaches(2);

        Assert.Equal(before + 2, store.Count);
        Assert.Equal(store.And(variables[0], store.Or(variables[1], variables[2])), reach.Node);
    }

    // Half of 140 takes 70 times 71 answers. The second time each of their nodes is there already, so that only the answers are steps.
    [Fact]
    public void Reaches_CancelledWhereNoNodeIsMade_ThrowsAfterSomeThousandAnswers()
    {
        const int Members = 140;
        using var source = new CancellationTokenSource();
        using var store = new NodeStore(Members, AnalysisBudget.Default, source.Token);
        var items = Enumerable.Range(0, Members).Select(level => new NumberLevels([store.Make(level, Diagram.True, Diagram.False)], [1])).ToArray();
        new SumThreshold(store, 0, items).Reaches(Members / 2);

        source.Cancel();

        Assert.Throws<OperationCanceledException>(() => new SumThreshold(store, 0, items).Reaches(Members / 2));
    }

    private static bool[] Assignment(int variables, int bits) => [.. Enumerable.Range(0, variables).Select(v => (bits & (1 << v)) != 0)];

    private static long Sum(long[] weights, int bits) => weights.Where((_, i) => (bits & (1 << i)) != 0).Sum();
}
