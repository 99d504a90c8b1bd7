using System.Numerics;

namespace Coalition.Tests.Oracle;

/// <summary>A limit on the sum of a group of pledges.</summary>
internal sealed record NaiveLimit(Int128 AtMost, HashSet<int> Group);

/// <summary>Rule S6: the greatest whole sum that exceeds no pledge, ceiling or cap.</summary>
internal static class NaiveTotal
{
    /// <summary>
    /// The least, over every choice of limits, of what the chosen limits allow and of what the pledges under none of them bring.
    /// </summary>
    /// <remarks>
    /// No sum can exceed any of these figures, and the greatest sum reaches the least of them: caps and national ceilings nest in each
    /// other, and so do the host's, so this is a flow through a network and its cuts. <see cref="ByTrial"/> does not rely on that.
    /// </remarks>
    internal static Int128 ByCuts(IReadOnlyDictionary<int, long> amounts, IReadOnlyList<NaiveLimit> limits)
    {
        var binding = limits.Where(l => l.Group.Count > 0).ToList();
        Int128? least = null;
        foreach (var chosen in Orders.Subsets(binding.Count))
        {
            var cut = (Int128)0;
            var covered = new HashSet<int>();
            for (var i = 0; i < chosen.Length; i++)
            {
                if (chosen[i])
                {
                    cut += binding[i].AtMost;
                    covered.UnionWith(binding[i].Group);
                }
            }

            foreach (var (pledge, amount) in amounts)
            {
                cut += covered.Contains(pledge) ? 0 : amount;
            }

            least = least is null || cut < least ? cut : least;
        }

        return least!.Value;
    }

    /// <summary>The same by trying every whole amount for every pledge: for small amounts only.</summary>
    internal static Int128 ByTrial(IReadOnlyDictionary<int, long> amounts, IReadOnlyList<NaiveLimit> limits) =>
        Try([.. amounts], 0, [], limits);

    /// <summary>What can be kept deployed of an amount: the greatest whole number that is no more than the share of it that the pledge states.</summary>
    internal static long Sustained(Pledge pledge, long amount) => pledge.Rotation is { Numerator: var deployed, Denominator: var of }
        ? (long)(new BigInteger(amount) * deployed / of)
        : amount;

    private static Int128 Try(KeyValuePair<int, long>[] amounts, int next, Dictionary<int, long> taken, IReadOnlyList<NaiveLimit> limits)
    {
        if (next == amounts.Length)
        {
            var isWithin = limits.All(l => taken.Where(t => l.Group.Contains(t.Key)).Sum(t => t.Value) <= l.AtMost);
            return isWithin ? taken.Values.Sum() : -1;
        }

        var best = (Int128)(-1);
        for (var amount = 0L; amount <= amounts[next].Value; amount++)
        {
            taken[amounts[next].Key] = amount;
            var sum = Try(amounts, next + 1, taken, limits);
            best = sum > best ? sum : best;
        }

        return best;
    }
}
