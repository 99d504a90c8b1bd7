using System.Numerics;
using Coalition.Analysis;
using Coalition.Analysis.Diagrams;

namespace Coalition.Tests.Analysis;

public class JointCriticalityTests
{
    // A state for each of both, and the shadow of what would be without those who are in: 1, then 2 and 2.
    [Fact]
    public void Of_BothOfTwo_IsAHalfEachAndNeedsFiveStatesAndShadows() => AssertNeeds(5, [1, 1], 2, (circuit, v) => circuit.And(v));

    // Either alone is critical alone, and both together are not: the start, without the first, and with it beside its shadow; and the end beside one that lost.
    [Fact]
    public void Of_OneOfTwo_IsOneEachAndNeedsSixStatesAndShadows() => AssertNeeds(6, [2, 2], 2, (circuit, v) => circuit.Or(v));

    // From 64 variables on a number takes two words.
    [Fact]
    public void Of_AllOf64_CountsEachStateAndShadowTwice()
    {
        var share = Enumerable.Range(1, 64).Aggregate(BigInteger.One, (all, n) => all / BigInteger.GreatestCommonDivisor(all, n) * n) / 64;

        AssertNeeds(2 * (1 + (2 * 64)), [.. Enumerable.Repeat(share, 64)], 64, (circuit, v) => circuit.And(v));
    }

    private static void AssertNeeds(int needed, BigInteger[] expected, int variables, Func<Circuit, Signal[], Signal> function)
    {
        var circuit = new Circuit();
        var signal = function(circuit, [.. Enumerable.Range(0, variables).Select(circuit.Variable)]);
        var (diagram, root, _) = DiagramCompiler.Compile(circuit, variables, signal, AnalysisBudget.Default, default);

        Assert.Equal(expected, JointCriticality.Of(diagram, root, new AnalysisBudget { Nodes = needed }, default));
        Assert.Throws<AnalysisBudgetException>(() => JointCriticality.Of(diagram, root, new AnalysisBudget { Nodes = needed - 1 }, default));
    }
}
