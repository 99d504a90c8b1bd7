using Coalition.Analysis;
using Coalition.Analysis.Diagrams;
using Coalition.Tests.Properties;

namespace Coalition.Tests.Analysis;

public class RegularityTests
{
    [Fact]
    public void Of_NodesOfDrawnDiagrams_HoldsOnlyIfTheirVariableMayTakeThePlaceOfAnyBelow()
    {
        var holds = 0;
        foreach (var seed in Enumerable.Range(Draws.Seed, 1000))
        {
            var sample = CircuitSample.Draw(seed, 7);
            var (diagram, _, _) = DiagramCompiler.Compile(sample.Circuit, sample.Variables, sample.Root, AnalysisBudget.Default, default);
            using var regularity = new Regularity(diagram, AnalysisBudget.Default);
            foreach (var level in Enumerable.Range(2, diagram.Nodes.Length - 2).GroupBy(diagram.LevelOf).OrderByDescending(l => l.Key))
            {
                regularity.Add(level.ToArray());
                foreach (var node in level.Where(regularity.Of))
                {
                    holds++;
                    var isTrue = sample.Assignments().Select(assignment => diagram.IsTrue(node, assignment)).ToArray();
                    Assert.All(
                        diagram.Order[(level.Key + 1)..].ToArray(),
                        below => Assert.True(IsAsDesirable(bits => isTrue[bits], diagram[node].Variable, below, sample.Variables)));
                }
            }
        }

        Assert.True(holds > 1000);
    }

    private static bool IsAsDesirable(Func<int, bool> isTrue, int variable, int than, int variables) =>
        Enumerable.Range(0, 1 << variables).All(bits =>
            (bits & (1 << variable)) != 0 || (bits & (1 << than)) == 0 || !isTrue(bits) || isTrue(bits ^ (1 << variable) ^ (1 << than)));
}
