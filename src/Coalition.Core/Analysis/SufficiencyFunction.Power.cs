using System.Collections.Immutable;
using System.Numerics;
using Coalition.Analysis.Diagrams;

namespace Coalition.Analysis;

public sealed partial class SufficiencyFunction
{
    private SizeCounts? sizes;
    private BigInteger[][]? minimalMembers;

    /// <summary>The power indices of all variables that follow from swings; over nations, these are the players.</summary>
    /// <param name="cancellation">Ends the work early.</param>
    /// <returns>Counts as whole numbers, indices as exact fractions.</returns>
    /// <remarks>
    /// From the number of each variable's swings by size, counted by walks over the diagram; nothing is listed. Cost: nodes times variables, for each 50 bits that
    /// the greatest count needs. The indices of minimal coalitions, <see cref="DeeganPackel"/> and <see cref="Holler"/>, and that of joint criticality,
    /// <see cref="Johnston"/>, are calls of their own, since they need more, and may exceed the budget where this does not.
    /// </remarks>
    /// <exception cref="AnalysisBudgetException">The counts, by variable and size, would need more than eight words for each node of the budget: beyond 1,500 variables by default.</exception>
    /// <exception cref="OperationCanceledException">The work was cancelled.</exception>
    public PowerIndices Power(CancellationToken cancellation = default)
    {
        var counts = Sizes(cancellation);
        var winning = counts.True.Aggregate(BigInteger.Add);
        var losing = (BigInteger.One << Variables.Length) - winning;
        var swings = counts.Swings.Select(s => s.Aggregate(BigInteger.Add)).ToArray();
        var all = swings.Aggregate(BigInteger.Zero, BigInteger.Add);
        var (weights, orders) = OrderWeights(Variables.Length);
        return new PowerIndices(
            [.. Variables.Select((player, i) => new PlayerPower(player)
            {
                Swings = swings[i],
                Banzhaf = new Rational(swings[i], BigInteger.One << (Variables.Length - 1)),
                BanzhafNormalised = Share(swings[i], all),
                ShapleyShubik = new Rational(counts.Swings[i].Zip(weights, BigInteger.Multiply).Aggregate(BigInteger.Add), orders),
                PowerToInitiate = Share(swings[i], losing),
                PowerToPrevent = Share(swings[i], winning),
            })],
            winning,
            all);
    }

    /// <summary>
    /// The Deegan-Packel index of each variable: over the minimal winning coalitions, the mean of its equal share in each, nought where it is no member (Deegan and
    /// Packel, 1978).
    /// </summary>
    /// <param name="cancellation">Ends the work early.</param>
    /// <returns>The indices in the order of <see cref="Variables"/>; they sum to 1, or are all 0 where nobody is ever critical.</returns>
    /// <remarks>From the number of minimal coalitions with each variable by size, counted by walks over the diagram of sets.</remarks>
    /// <exception cref="AnalysisBudgetException">
    /// The diagram of the minimal coalitions would have more nodes than the budget allows, or the counts would not fit it, as for <see cref="Power"/>.
    /// </exception>
    /// <exception cref="OperationCanceledException">The work was cancelled.</exception>
    public ImmutableArray<Rational> DeeganPackel(CancellationToken cancellation = default)
    {
        var unit = Combinatorics.LeastCommonMultiple(Variables.Length);
        return Shares(MinimalMembers(cancellation).Select(bySize =>
            bySize.Select((count, others) => count * (unit / (others + 1))).Aggregate(BigInteger.Add)));
    }

    /// <summary>The public good index of each variable: the minimal winning coalitions with it, by their number summed over all variables (Holler, 1982).</summary>
    /// <param name="cancellation">Ends the work early.</param>
    /// <returns>The indices in the order of <see cref="Variables"/>; they sum to 1, or are all 0 where nobody is ever critical.</returns>
    /// <remarks>From the same counts as <see cref="DeeganPackel"/>, kept for both.</remarks>
    /// <exception cref="AnalysisBudgetException">
    /// The diagram of the minimal coalitions would have more nodes than the budget allows, or the counts would not fit it, as for <see cref="Power"/>.
    /// </exception>
    /// <exception cref="OperationCanceledException">The work was cancelled.</exception>
    public ImmutableArray<Rational> Holler(CancellationToken cancellation = default) =>
        Shares(MinimalMembers(cancellation).Select(bySize => bySize.Aggregate(BigInteger.Add)));

    /// <summary>
    /// The Johnston index of each variable: over the winning coalitions with critical members, those without whom they lose, the mean of its equal share among
    /// these, nought where it is none (Johnston, 1978).
    /// </summary>
    /// <param name="cancellation">Ends the work early.</param>
    /// <returns>The indices in the order of <see cref="Variables"/>; they sum to 1, or are all 0 where nobody is ever critical.</returns>
    /// <remarks>
    /// It needs to know who is critical together with whom: the states of that walk may exceed the budget where <see cref="Power"/> is quick.
    /// Players of equal weight keep their number down; dozens of different ones do not.
    /// </remarks>
    /// <exception cref="AnalysisBudgetException">The walk would need more states than the budget allows nodes.</exception>
    /// <exception cref="OperationCanceledException">The work was cancelled.</exception>
    public ImmutableArray<Rational> Johnston(CancellationToken cancellation = default) =>
        Shares(JointCriticality.Of(diagram, sufficient, budget, cancellation));

    // The share of the orders of n players in which given ones, by number, come before a given player: k!(n-1-k)!/n!, that is the integral of p^k(1-p)^(n-1-k),
    // and therefore a multiple of one by the least common multiple of 1 to n.
    private static (BigInteger[] Weights, BigInteger Whole) OrderWeights(int n)
    {
        var whole = Combinatorics.LeastCommonMultiple(n);
        return (n == 0 ? [] : [.. Combinatorics.Binomials(n - 1).Select(b => whole / (n * b))], whole);
    }

    private static ImmutableArray<Rational> Shares(IEnumerable<BigInteger> scores)
    {
        BigInteger[] all = [.. scores];
        var whole = all.Aggregate(BigInteger.Zero, BigInteger.Add);
        return [.. all.Select(score => Share(score, whole))];
    }

    private static Rational Share(BigInteger part, BigInteger whole) => whole.IsZero ? default : new Rational(part, whole);

    // Both are kept once counted; two threads that count at once find the same.
    private SizeCounts Sizes(CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        return sizes ??= WithinBudget() ? SizeCounts.Of(diagram, sufficient, cancellation) : throw new AnalysisBudgetException(budget, "the counts by size");
    }

    private BigInteger[][] MinimalMembers(CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        return minimalMembers ??= WithinBudget()
            ? SizeCounts.Members(SetDiagram.MinimalOf(diagram, sufficient, budget, cancellation), cancellation)
            : throw new AnalysisBudgetException(budget, "the counts by size");
    }

    // A count by variable and size has up to a bit for each variable; eight words for each node allowed are the memory that a diagram takes.
    private bool WithinBudget() => (double)Variables.Length * Variables.Length * (1 + (Variables.Length / 64)) <= 8.0 * budget.Nodes;
}
