using System.Numerics;
using Coalition.Analysis;
using Coalition.Analysis.Diagrams;

namespace Coalition.Tests.Analysis;

/// <summary>What the theory says must hold of functions beyond enumeration.</summary>
public class IdentityTests
{
    private const double Close = 1e-12;

    public static TheoryData<int> Seeds { get; } = [.. Enumerable.Range(0, 16)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void UnlockAndBlockingSets_ThirtyVariablesAndMore_AreEachOthersMinimalTransversals(int seed)
    {
        var function = Nested(seed);
        ulong[] unlock = [.. function.UnlockSets().Select(s => Bits(function, s))];
        ulong[] blocking = [.. function.BlockingSets().Select(s => Bits(function, s))];

        Assert.InRange(function.Variables.Length, 30, 64);
        Assert.True(unlock.Length > 5 && blocking.Length > 5);
        // No set of either holds another; then the one being the transversals of the other is enough (Berge, 1989), and is found faster from the fewer.
        var (fewer, more) = unlock.Length < blocking.Length ? (unlock, blocking) : (blocking, unlock);
        Assert.Equal(more.Order(), Transversals(fewer).Order());
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Likelihood_ThirtyVariablesAndMore_BirnbaumIsTheFiniteDifferenceAndProbabilityAddsUp(int seed)
    {
        var function = Nested(seed);
        var random = new Random(seed);
        double[] probabilities = [.. function.Variables.Select(_ => random.NextDouble())];
        var likelihood = function.Likelihood(OutlookOf(function, probabilities));

        Assert.Equal(1, likelihood.Sufficient + likelihood.Deadlocked + likelihood.Insufficient, Close);
        foreach (var importance in likelihood.Importances.Where((_, i) => i % 5 == 0))
        {
            var (ifGranted, ifRefused) = (With(importance.Variable, 1), With(importance.Variable, 0));
            Assert.Equal(ifGranted - ifRefused, importance.Birnbaum!.Value, Close);
            Assert.Equal(ifGranted, importance.IfGranted!.Value, Close);
            Assert.Equal(ifRefused, importance.IfRefused!.Value, Close);
            Assert.Equal(likelihood.Sufficient, (importance.Probability * ifGranted) + ((1 - importance.Probability) * ifRefused), Close);
        }

        double With(FunctionVariable variable, double probability) => function.Likelihood(OutlookOf(
            function, [.. probabilities.Select((p, i) => function.Variables[i] == variable ? probability : p)])).Sufficient;
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Power_ThirtyVariablesAndMore_BanzhafIsBirnbaumAtOneHalfAndShapleyItsIntegral(int seed)
    {
        var function = Nested(seed);
        var power = function.Power();
        var half = Birnbaum(0.5);
        double[] integrals = new double[function.Variables.Length];
        foreach (var (point, weight) in GaussLegendre.Points)
        {
            foreach (var (i, value) in Birnbaum(point).Index())
            {
                integrals[i] += weight * value;
            }
        }

        Assert.Equal(1, power.Players.Sum(p => p.ShapleyShubik.Value), Close);
        foreach (var (i, player) in power.Players.Index())
        {
            Assert.Equal(half[i], player.Banzhaf.Value, Close);
            Assert.Equal(integrals[i], player.ShapleyShubik.Value, Close);
        }

        double[] Birnbaum(double probability)
        {
            var importances = function.Likelihood(OutlookOf(function, [.. Enumerable.Repeat(probability, function.Variables.Length)])).Importances;
            return [.. function.Variables.Select(v => importances.FirstOrDefault(i => i.Variable == v)?.Birnbaum ?? 0)];
        }
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Indices_ThirtyVariablesAndMore_SumToOne(int seed)
    {
        var function = Nested(seed);
        var power = function.Power();
        Rational one = new(1, 1);

        Assert.Equal(one, PlainAnswers.Sum(power.Players.Select(p => p.ShapleyShubik)));
        Assert.Equal(one, PlainAnswers.Sum(power.Players.Select(p => p.BanzhafNormalised)));
        Assert.Equal(one, PlainAnswers.Sum(function.DeeganPackel()));
        Assert.Equal(one, PlainAnswers.Sum(function.Holler()));
        Assert.Equal(one, PlainAnswers.Sum(function.Johnston()));
    }

    // Six groups put together, each an AND, an OR or a majority of its members, of whom some are in two groups.
    private static SufficiencyFunction Nested(int seed)
    {
        var random = new Random(seed);
        var members = Enumerable.Range(0, 6).Select(_ => random.Next(5, 7)).ToArray();
        return WeightedGame.FunctionOf(members.Sum(), (circuit, variables) =>
        {
            var first = 0;
            var made = new List<Signal>();
            foreach (var count in members)
            {
                List<Signal> of = [.. variables[first..(first + count)]];
                first += count;
                if (random.Next(3) == 0)
                {
                    of.Add(variables[random.Next(variables.Length)]);
                }

                made.Add(random.Next(4) switch
                {
                    0 => circuit.And([.. of]),
                    1 => circuit.Or([.. of.Take(2), circuit.And([.. of.Skip(2)])]),
                    2 => circuit.And(circuit.Or([.. of.Take(2)]), circuit.Or([.. of.Skip(2)])),
                    _ => circuit.AtLeast(of.Count - 1, [.. of]),
                });
            }

            var pairs = made.Chunk(2).ToArray();
            return random.Next(4) switch
            {
                0 => circuit.Or(circuit.And([.. made[..3]]), circuit.And([.. made[3..]])),
                1 => circuit.And(circuit.Or([.. made[..3]]), circuit.Or([.. made[3..]])),
                2 => circuit.AtLeast(2, [.. pairs.Select(p => circuit.And(p))]),
                _ => circuit.AtLeast(2, [.. pairs.Select(p => circuit.Or(p))]),
            };
        });
    }

    private static Outlook OutlookOf(SufficiencyFunction function, double[] probabilities) =>
        Outlook.Create([], function.Variables.Select((v, i) => new Estimate { Of = v, Probability = probabilities[i] }));

    private static ulong Bits(SufficiencyFunction function, MinimalSet set) =>
        set.Variables.Aggregate(0UL, (bits, v) => bits | (1UL << function.Variables.IndexOf(v)));

    // One set after the other (Berge, 1989, "Hypergraphs"): what meets it stays, the rest is widened by each of its members, and only what is minimal is kept.
    private static List<ulong> Transversals(ulong[] sets)
    {
        List<ulong> transversals = [0];
        foreach (var set in sets)
        {
            ulong[] meeting = [.. transversals.Where(t => (t & set) != 0)];
            var widened = transversals.Where(t => (t & set) == 0).SelectMany(t => Members(set).Select(m => t | m));
            transversals = [.. meeting, .. widened.Where(w => IsMinimal(w, meeting))];
        }

        return transversals;

        static bool IsMinimal(ulong set, ulong[] others)
        {
            foreach (var other in others)
            {
                if ((other & set) == other)
                {
                    return false;
                }
            }

            return true;
        }

        static IEnumerable<ulong> Members(ulong set)
        {
            for (; set != 0; set &= set - 1)
            {
                yield return 1UL << BitOperations.TrailingZeroCount(set);
            }
        }
    }
}
