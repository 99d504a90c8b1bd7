using System.Numerics;
using Coalition.Analysis;
using Coalition.Sufficiency;
using Coalition.Tests.Generators;
using Coalition.Tests.Properties;

namespace Coalition.Tests.Analysis;

/// <summary>P8: whatever is asked of the function of a drawn model agrees with evaluating the model under every assignment.</summary>
public class ModelQuestionsTests
{
    private const VariableKinds Both = VariableKinds.OpenMatters | VariableKinds.Nations;
    private const double Close = 1e-12;

    [ModelProperty(1000)]
    public void Questions_OverOpenMatters_AgreeWithEvaluatingEveryAssignment(ModelSample sample) => AssertAgrees(sample, VariableKinds.OpenMatters, most: 7);

    [ModelProperty(500)]
    public void Questions_OverNations_AgreeWithEvaluatingEveryAssignment(ModelSample sample) => AssertAgrees(sample, VariableKinds.Nations, most: 7);

    [ModelProperty(500)]
    public void Questions_OverBoth_AgreeWithEvaluatingEveryAssignment(ModelSample sample) => AssertAgrees(sample, Both, most: 6);

    [Fact]
    public void Questions_UpToFourteenVariables_AgreeWithEveryAssignmentOfTheGates()
    {
        var reached = new SortedDictionary<int, int>();
        foreach (var seed in Enumerable.Range(Draws.Seed, 1500))
        {
            foreach (var function in FunctionSample.Of(ModelSample.Of(seed), Both, mostVariables: 14).Where(f => f.Variables > 7))
            {
                if (reached.GetValueOrDefault(function.Variables) < 12)
                {
                    reached[function.Variables] = reached.GetValueOrDefault(function.Variables) + 1;
                    AssertAgrees(function, [.. Assignments(function).Select(a => (function.IsTrue(a), function.IsTrue(a, greatest: true)))]);
                }
            }
        }

        Assert.Equal([8, 9, 10, 11, 12, 13, 14], reached.Keys);
    }

    private static void AssertAgrees(ModelSample sample, VariableKinds over, int most)
    {
        foreach (var function in FunctionSample.Of(sample, over, most))
        {
            // Settled, it is sufficient or deadlocked as met at the least or the greatest fixed point.
            AssertAgrees(function, [.. Assignments(function).Select(a => (function.Verdict(a) == Verdict.Sufficient, function.IsMetTogether(a)))]);
        }
    }

    private static IEnumerable<bool[]> Assignments(FunctionSample function) => function.Assignments(1 << function.Variables);

    private static void AssertAgrees(FunctionSample sample, (bool Sufficient, bool Possible)[] table)
    {
        var function = sample.Function;
        bool[] wins = [.. table.Select(t => t.Sufficient)];
        var plain = new PlainAnswers(sample.Variables, wins);

        Assert.Equal(wins, AtOnce(function, wins.Length));
        Assert.Equal(
            table.Select(t => t.Sufficient ? Verdict.Sufficient : t.Possible ? Verdict.Deadlocked : Verdict.Insufficient),
            Assignments(sample).Select(a => function.VerdictOf(a)));
        AssertSets(function, plain);
        AssertPower(function, plain);
        AssertLikelihood(sample, table, plain);
    }

    private static void AssertSets(SufficiencyFunction function, PlainAnswers plain)
    {
        foreach (var (sets, expected) in new[] { (function.UnlockSets(), plain.Minimal), (function.BlockingSets(), plain.Blocking) })
        {
            int[] listed = [.. sets.Select(s => Bits(function, s))];

            Assert.Equal(expected.Order(), listed.Order());
            Assert.Equal(listed.Select(s => BitOperations.PopCount((uint)s)).Order(), listed.Select(s => BitOperations.PopCount((uint)s)));
            Assert.Equal(expected.Length, sets.Count);
            Assert.All(sets.CountBySize.Index(), s => Assert.Equal(expected.Count(e => BitOperations.PopCount((uint)e) == s.Index), s.Item));
        }
    }

    private static void AssertPower(SufficiencyFunction function, PlainAnswers plain)
    {
        var players = Enumerable.Range(0, function.Variables.Length).ToArray();
        var power = function.Power();
        var resilience = function.Resilience();

        Assert.Equal(plain.Winning.Length, power.WinningCoalitions);
        Assert.Equal(players.Select(i => (BigInteger)plain.Swings(i)), power.Players.Select(p => p.Swings));
        Assert.Equal(players.Select(plain.ShapleyShubik), power.Players.Select(p => p.ShapleyShubik));
        Assert.Equal(players.Select(i => PlainAnswers.Share(plain.Swings(i), plain.Winning.Length)), power.Players.Select(p => p.PowerToPrevent));
        Assert.Equal(
            players.Select(i => PlainAnswers.Share(plain.Swings(i), (1 << players.Length) - plain.Winning.Length)), power.Players.Select(p => p.PowerToInitiate));
        Assert.Equal(players.Select(plain.DeeganPackel), function.DeeganPackel());
        Assert.Equal(players.Select(plain.Holler), function.Holler());
        Assert.Equal(players.Select(plain.Johnston), function.Johnston());
        Assert.Equal(players.Where(plain.HasVeto).Select(i => function.Variables[i]), function.VetoPlayers());
        Assert.Equal(players.Where(plain.IsDummy).Select(i => function.Variables[i]), function.Dummies());
        Assert.All(resilience.Survivals, s => Assert.Equal(plain.Survived(s.Withdrawals), s.Survived));
        Assert.Equal(resilience.Survivals.FirstOrDefault(s => s.Survived < s.Combinations)?.Withdrawals, resilience.LeastToBreak);
    }

    private static void AssertLikelihood(FunctionSample sample, (bool Sufficient, bool Possible)[] table, PlainAnswers plain)
    {
        var function = sample.Function;
        var (outlook, worlds) = Draw(sample);
        var likelihood = function.Likelihood(outlook);
        double sufficient = P(w => table[w].Sufficient), risk = P(w => !table[w].Sufficient);

        Near(sufficient, likelihood.Sufficient);
        Near(P(w => table[w] is { Sufficient: false, Possible: true }), likelihood.Deadlocked);
        Near(P(w => !table[w].Possible), likelihood.Insufficient);
        foreach (var importance in likelihood.Importances)
        {
            var i = function.Variables.IndexOf(importance.Variable);
            double granted = P(w => PlainAnswers.Has(w, i)), refused = P(w => !PlainAnswers.Has(w, i));
            var (ifGranted, ifRefused) = (P(w => PlainAnswers.Has(w, i) && table[w].Sufficient) / granted, P(w => !PlainAnswers.Has(w, i) && table[w].Sufficient) / refused);
            Near(granted, importance.Probability);
            Near(ifGranted, importance.IfGranted);
            Near(ifRefused, importance.IfRefused);
            Near(ifGranted - ifRefused, importance.Birnbaum);
            if (risk > 1e-6 && sample.Variables <= 7)
            {
                var wholly = P(w => plain.Blocking.Any(b => PlainAnswers.Has(b, i) && (b & w) == 0));
                Near(wholly / risk, likelihood.FussellVesely(importance.Variable));
                Near((ifGranted - ifRefused) * refused / risk, importance.Criticality);
                Near((1 - ifRefused) / risk, importance.RiskAchievementWorth);
            }
        }

        foreach (var (sets, value) in new[] { (function.UnlockSets(), true), (function.BlockingSets(), false) })
        {
            var listed = sets.ByProbability(outlook).ToList();
            Assert.Equal(sets.Count, listed.Count);
            Assert.All(listed.Zip(listed.Skip(1)), pair => Assert.True(pair.First.Probability >= pair.Second.Probability * (1 - Close)));
            foreach (var (set, probability) in listed.Take(8))
            {
                var bits = Bits(function, set);
                Near(P(w => (w & bits) == (value ? bits : 0)), probability);
            }
        }

        double P(Func<int, bool> where) => Enumerable.Range(0, worlds.Length).Where(where).Sum(w => worlds[w]);
    }

    // A probability for each variable, which for some depends on the first circumstance among them; and what each assignment's is.
    private static (Outlook Outlook, double[] Worlds) Draw(FunctionSample sample)
    {
        var draw = sample.Sample.Chance();
        var variables = sample.Function.Variables;
        var circumstance = variables.Index().FirstOrDefault(v => v.Item is FunctionVariable.OfMatter { Matter.Kind: OpenMatterKind.Circumstance }, (-1, null!));
        Estimate[] estimates =
        [
            .. variables.Select((v, i) => circumstance.Index >= 0 && i != circumstance.Index && draw.Chance(40)
                ? new Estimate { Of = v, Probability = Drawn(), Given = ((FunctionVariable.OfMatter)circumstance.Item).Matter, Otherwise = Drawn() }
                : new Estimate { Of = v, Probability = Drawn() }),
        ];
        var worlds = new double[1 << variables.Length];
        for (var world = 0; world < worlds.Length; world++)
        {
            worlds[world] = estimates.Index().Aggregate(1.0, (product, e) =>
            {
                var granted = e.Item.Given is null || PlainAnswers.Has(world, circumstance.Index) ? e.Item.Probability : e.Item.Otherwise!.Value;
                return product * (PlainAnswers.Has(world, e.Index) ? granted : 1 - granted);
            });
        }

        return (Outlook.Create([], estimates), worlds);

        double Drawn() => draw.Int(1, 99) / 100.0;
    }

    private static bool[] AtOnce(SufficiencyFunction function, int count)
    {
        var words = (count + 63) / 64;
        var assignments = new ulong[function.Variables.Length * words];
        for (var i = 0; i < count; i++)
        {
            for (var v = 0; v < function.Variables.Length; v++)
            {
                assignments[(v * words) + (i / 64)] |= (ulong)(i >> v & 1) << (i % 64);
            }
        }

        var results = new ulong[words];
        function.IsSufficient(assignments, results);
        return [.. Enumerable.Range(0, count).Select(i => (results[i / 64] >> (i % 64) & 1) != 0)];
    }

    private static int Bits(SufficiencyFunction function, MinimalSet set) => set.Variables.Aggregate(0, (bits, v) => bits | (1 << function.Variables.IndexOf(v)));

    private static void Near(double expected, double? actual) =>
        Assert.True(Math.Abs(expected - actual!.Value) <= Close * Math.Max(1, Math.Abs(expected)), $"expected {expected}, found {actual}");
}
