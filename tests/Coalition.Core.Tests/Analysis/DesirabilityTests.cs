using Coalition.Analysis;
using Coalition.Analysis.Diagrams;

namespace Coalition.Tests.Analysis;

public class DesirabilityTests
{
    [Fact]
    public void Descends_DrawnCircuitsInAnyOrder_HoldsOnlyIfEachMayTakeTheNextOnesPlace()
    {
        var holds = 0;
        for (var seed = 0; seed < 3000; seed++)
        {
            var sample = CircuitSample.Draw(seed, 6);
            int[] order = [.. Enumerable.Range(0, sample.Variables)];
            new Random(seed).Shuffle(order);
            if (Desirability.Descends(sample.Circuit, sample.Root, order))
            {
                holds++;
                Assert.True(IsOfDesirability(bits => sample.IsTrue(MinimalSetsTests.Values(bits, sample.Variables)), order));
            }
        }

        Assert.InRange(holds, 100, 2999);
    }

    [Theory]
    [InlineData(0, 1, 2, 3, true)]
    [InlineData(0, 2, 1, 3, true)]
    [InlineData(1, 0, 2, 3, false)]
    [InlineData(0, 1, 3, 2, false)]
    public void Descends_ATotalAndANumberOfContributors_IsSeenFromTheAmounts(int a, int b, int c, int d, bool expected)
    {
        var circuit = new Circuit();
        Signal[] nations = [.. Enumerable.Range(0, 4).Select(circuit.Variable)];
        var total = circuit.Sum(circuit.Amount(nations[0], 7), circuit.Amount(nations[1], 3), circuit.Amount(nations[2], 3), circuit.Amount(nations[3], 1));
        var root = circuit.And(circuit.Reaches(total, 6), circuit.AtLeast(2, nations));

        Assert.Equal(expected, Desirability.Descends(circuit, root, [a, b, c, d]));
    }

    [Fact]
    public void Regularity_EveryNodeOfDrawnDiagrams_IsThatOfPlainEnumeration()
    {
        var regular = 0;
        for (var seed = 0; seed < 1000; seed++)
        {
            var sample = CircuitSample.Draw(seed, 7);
            var (diagram, _, _) = DiagramCompiler.Compile(sample.Circuit, sample.Variables, sample.Root, AnalysisBudget.Default, default);
            var regularity = new Regularity(diagram, AnalysisBudget.Default);
            foreach (var level in Enumerable.Range(2, diagram.Nodes.Length - 2).GroupBy(diagram.LevelOf).OrderByDescending(l => l.Key))
            {
                regularity.Add(level.ToArray());
                foreach (var node in level)
                {
                    var isTrue = sample.Assignments().Select(assignment => diagram.IsTrue(node, assignment)).ToArray();
                    var order = diagram.Order.ToArray().Where(v => Enumerable.Range(0, isTrue.Length).Any(bits => isTrue[bits] != isTrue[bits ^ (1 << v)]));
                    var expected = IsOfDesirability(bits => isTrue[bits], [.. order]);
                    regular += expected ? 1 : 0;
                    Assert.Equal(expected, regularity.Of(node));
                }
            }
        }

        Assert.True(regular > 1000);
    }

    private static bool IsOfDesirability(Func<int, bool> isTrue, int[] order) =>
        order.Zip(order.Skip(1)).All(pair => Enumerable.Range(0, 1 << (order.Max() + 1)).All(bits =>
            (bits & (1 << pair.First)) != 0 || (bits & (1 << pair.Second)) == 0 || !isTrue(bits)
            || isTrue(bits ^ (1 << pair.First) ^ (1 << pair.Second))));
}
