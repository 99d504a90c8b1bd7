using System.Numerics;
using Coalition.Analysis;
using Coalition.Analysis.Diagrams;

namespace Coalition.Tests.Analysis;

/// <summary>Players with weights and a quota, as a function, and counted by plain tables of sums that share nothing with the engine.</summary>
internal sealed class WeightedGame(long quota, params int[] weights)
{
    internal SufficiencyFunction Function { get; } = FunctionOf(
        weights.Length, (circuit, players) => circuit.Reaches(circuit.Sum([.. players.Zip(weights, (p, w) => circuit.Amount(p, w))]), quota));

    /// <summary>A function of so many variables.</summary>
    internal static SufficiencyFunction FunctionOf(int variables, Func<Circuit, Signal[], Signal> build, AnalysisBudget? budget = null)
    {
        var circuit = new Circuit();
        return FunctionOf(circuit, variables, build(circuit, [.. Enumerable.Range(0, variables).Select(circuit.Variable)]), budget);
    }

    internal static SufficiencyFunction FunctionOf(Circuit circuit, int variables, Signal root, AnalysisBudget? budget = null) => new(
        [.. Enumerable.Range(0, variables).Select(i => (FunctionVariable)new FunctionVariable.OfParty("vote", "council", $"{i}"))], circuit, root, budget);

    /// <summary>The coalitions of the others, by size, that one player makes win.</summary>
    internal BigInteger[] SwingsBySize(int player)
    {
        var others = weights.Where((_, i) => i != player).ToArray();
        var counts = new BigInteger[weights.Length, quota];
        counts[0, 0] = 1;
        foreach (var weight in others)
        {
            for (var size = weights.Length - 1; size > 0; size--)
            {
                for (var sum = quota - 1; sum >= weight; sum--)
                {
                    counts[size, sum] += counts[size - 1, sum - weight];
                }
            }
        }

        return [.. Enumerable.Range(0, weights.Length).Select(size => Enumerable.Range(0, (int)quota)
            .Where(sum => sum + weights[player] >= quota).Aggregate(BigInteger.Zero, (all, sum) => all + counts[size, sum]))];
    }

    /// <summary>How likely a player decides, if every other takes part with this probability.</summary>
    internal double Birnbaum(int player, double probability)
    {
        var sums = new double[quota];
        sums[0] = 1;
        foreach (var weight in weights.Where((_, i) => i != player))
        {
            for (var sum = quota - 1; sum >= 0; sum--)
            {
                sums[sum] = (sums[sum] * (1 - probability)) + (sum >= weight ? sums[sum - weight] * probability : 0);
            }
        }

        return sums.Skip((int)Math.Max(0, quota - weights[player])).Sum();
    }
}
