using System.Collections.Immutable;
using System.Numerics;
using Coalition.Analysis.Diagrams;

namespace Coalition.Analysis;

public sealed partial class SufficiencyFunction
{
    private SizeCounts? sizes;

    /// <summary>The power indices of all variables; over nations, these are the players.</summary>
    /// <param name="cancellation">Ends the work early.</param>
    /// <returns>Counts as whole numbers, indices as exact fractions.</returns>
    /// <remarks>
    /// All but two indices follow from the number of each variable's swings by size, which come from one set of walks over the diagram; the Deegan-Packel and the
    /// Holler index from the number of minimal coalitions with each variable by size. Nothing is listed. Cost: nodes times variables, for each 62 bits that the
    /// greatest count needs.
    /// </remarks>
    /// <exception cref="AnalysisBudgetException">The diagram of minimal coalitions would have more nodes than the budget allows.</exception>
    /// <exception cref="OperationCanceledException">The work was cancelled.</exception>
    public PowerIndices Power(CancellationToken cancellation = default)
    {
        var counts = Sizes(cancellation);
        var winning = counts.True.Aggregate(BigInteger.Add);
        var losing = (BigInteger.One << Variables.Length) - winning;
        var swings = counts.Swings.Select(s => s.Aggregate(BigInteger.Add)).ToArray();
        var all = swings.Aggregate(BigInteger.Zero, BigInteger.Add);
        var (weights, orders) = OrderWeights(Variables.Length);
        var minimal = SizeCounts.Members(SetDiagram.MinimalOf(diagram, sufficient, budget, cancellation), cancellation);
        var memberships = minimal.Select(m => m.Aggregate(BigInteger.Add)).ToArray();
        var allMemberships = memberships.Aggregate(BigInteger.Zero, BigInteger.Add);
        var coalitions = MinimalCoalitions(minimal);
        return new PowerIndices(
            [.. Variables.Select((player, i) => new PlayerPower(player)
            {
                Swings = swings[i],
                Banzhaf = new Rational(swings[i], BigInteger.One << (Variables.Length - 1)),
                BanzhafNormalised = Share(swings[i], all),
                ShapleyShubik = new Rational(counts.Swings[i].Zip(weights, BigInteger.Multiply).Aggregate(BigInteger.Add), orders),
                PowerToInitiate = Share(swings[i], losing),
                PowerToPrevent = Share(swings[i], winning),
                DeeganPackel = Share(minimal[i].Select((count, others) => count * (orders / (others + 1))).Aggregate(BigInteger.Add), orders * coalitions),
                Holler = Share(memberships[i], allMemberships),
            })],
            winning,
            all);
    }

    /// <summary>
    /// The Johnston index of each variable: over the winning coalitions with critical members, those without whom they lose, the mean of its equal share among
    /// these, nought where it is none (Johnston, 1978).
    /// </summary>
    /// <param name="cancellation">Ends the work early.</param>
    /// <returns>The indices in the order of <see cref="Variables"/>; they sum to 1, or are all 0 where nobody is ever critical.</returns>
    /// <remarks>
    /// A call of its own, since it needs to know who is critical together with whom: the states of that walk may exceed the budget where <see cref="Power"/> is
    /// quick. Players of equal weight keep their number down; dozens of different ones do not.
    /// </remarks>
    /// <exception cref="AnalysisBudgetException">The walk would need more states than the budget allows nodes.</exception>
    /// <exception cref="OperationCanceledException">The work was cancelled.</exception>
    public ImmutableArray<Rational> Johnston(CancellationToken cancellation = default)
    {
        var sums = JointCriticality.Of(diagram, sufficient, budget, cancellation);
        var whole = sums.Aggregate(BigInteger.Zero, BigInteger.Add);
        return [.. sums.Select(s => Share(s, whole))];
    }

    // The share of the orders of n players in which given ones, by number, come before a given player: k!(n-1-k)!/n!, that is the integral of p^k(1-p)^(n-1-k),
    // and therefore a multiple of one by the least common multiple of 1 to n.
    private static (BigInteger[] Weights, BigInteger Whole) OrderWeights(int n)
    {
        var whole = Combinatorics.LeastCommonMultiple(n);
        return (n == 0 ? [] : [.. Combinatorics.Binomials(n - 1).Select(b => whole / (n * b))], whole);
    }

    // Each minimal coalition but the empty one, counted once for each member.
    private static BigInteger MinimalCoalitions(BigInteger[][] members)
    {
        var coalitions = BigInteger.Zero;
        for (var others = 0; others < members.Length; others++)
        {
            coalitions += members.Aggregate(BigInteger.Zero, (sum, m) => sum + m[others]) / (others + 1);
        }

        return coalitions;
    }

    private static Rational Share(BigInteger part, BigInteger whole) => whole.IsZero ? default : new Rational(part, whole);

    // Kept once counted; two threads that count at once find the same.
    private SizeCounts Sizes(CancellationToken cancellation) => sizes ??= SizeCounts.Of(diagram, sufficient, cancellation);
}
