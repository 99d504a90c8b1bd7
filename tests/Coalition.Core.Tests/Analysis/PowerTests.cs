using System.Numerics;
using Coalition.Analysis;
using Coalition.Analysis.Diagrams;
using Coalition.Tests.Properties;

namespace Coalition.Tests.Analysis;

/// <summary>Every index by its definition, over all assignments of drawn circuits.</summary>
public class PowerTests
{
    [Fact]
    public void Power_DrawnCircuits_AgreesWithPlainEnumeration()
    {
        foreach (var seed in Draws.Seeds(2000))
        {
            var sample = CircuitSample.Draw(seed, 8);
            var function = WeightedGame.FunctionOf(sample.Circuit, sample.Variables, sample.Root);
            var power = function.Power();
            var plain = new PlainAnswers(sample.Variables, [.. sample.Assignments().Select(a => sample.IsTrue(a))]);

            Assert.Equal(plain.Winning.Length, power.WinningCoalitions);
            Assert.Equal((1 << sample.Variables) - plain.Winning.Length, power.LosingCoalitions);
            Assert.Equal(Enumerable.Range(0, sample.Variables).Sum(plain.Swings), power.Swings);
            for (var i = 0; i < sample.Variables; i++)
            {
                var player = power.Players[i];
                Assert.Equal(function.Variables[i], player.Player);
                Assert.Equal(plain.Swings(i), player.Swings);
                Assert.Equal(new Rational(plain.Swings(i), 1 << (sample.Variables - 1)), player.Banzhaf);
                Assert.Equal(PlainAnswers.Share(plain.Swings(i), (int)power.Swings), player.BanzhafNormalised);
                Assert.Equal(PlainAnswers.Share(plain.Swings(i), plain.Winning.Length), player.PowerToPrevent);
                Assert.Equal(PlainAnswers.Share(plain.Swings(i), (int)power.LosingCoalitions), player.PowerToInitiate);
                Assert.Equal(plain.ShapleyShubik(i), player.ShapleyShubik);
            }

            Assert.Equal(Enumerable.Range(0, sample.Variables).Select(plain.DeeganPackel), function.DeeganPackel());
            Assert.Equal(Enumerable.Range(0, sample.Variables).Select(plain.Holler), function.Holler());
        }
    }

    [Fact]
    public void Johnston_DrawnCircuits_AgreesWithPlainEnumeration()
    {
        foreach (var seed in Draws.Seeds(2000))
        {
            var sample = CircuitSample.Draw(seed, 8);
            var plain = new PlainAnswers(sample.Variables, [.. sample.Assignments().Select(a => sample.IsTrue(a))]);

            var johnston = WeightedGame.FunctionOf(sample.Circuit, sample.Variables, sample.Root).Johnston();

            Assert.Equal(Enumerable.Range(0, sample.Variables).Select(plain.Johnston), johnston);
        }
    }

    [Fact]
    public void ShapleyShubik_SmallCircuits_IsTheShareOfOrdersInWhichThePlayerDecides()
    {
        foreach (var seed in Draws.Seeds(200))
        {
            var sample = CircuitSample.Draw(seed, 5);
            var decides = new int[sample.Variables];
            var orders = Orders([.. Enumerable.Range(0, sample.Variables)]).ToArray();
            foreach (var order in orders)
            {
                var assignment = new bool[sample.Variables];
                var before = sample.IsTrue(assignment);
                foreach (var player in order)
                {
                    assignment[player] = true;
                    var after = sample.IsTrue(assignment);
                    decides[player] += after && !before ? 1 : 0;
                    before = after;
                }
            }

            var power = WeightedGame.FunctionOf(sample.Circuit, sample.Variables, sample.Root).Power();

            Assert.Equal(decides.Select(d => new Rational(d, orders.Length)), power.Players.Select(p => p.ShapleyShubik));
        }

        static IEnumerable<int[]> Orders(int[] of) =>
            of.Length == 0 ? [[]] : of.SelectMany(first => Orders([.. of.Where(x => x != first)]).Select(rest => (int[])[first, .. rest]));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(3)]
    public void Power_NeverOrAlwaysSufficient_AllIndicesAreNought(int variables)
    {
        foreach (var value in new[] { false, true })
        {
            var function = WeightedGame.FunctionOf(variables, (_, _) => Signal.Of(value));
            var power = function.Power();

            Assert.Equal(value ? 1 << variables : 0, power.WinningCoalitions);
            Assert.Equal(value ? 0 : 1 << variables, power.LosingCoalitions);
            Assert.Equal(new Rational(value ? 1 : 0, 1), power.PowerToAct);
            Assert.Equal(0, power.Swings);
            Assert.Equal(variables, power.Players.Length);
            Assert.All(power.Players, p => Assert.All(
                [p.Banzhaf, p.BanzhafNormalised, p.ShapleyShubik, p.PowerToInitiate, p.PowerToPrevent],
                index => Assert.Equal(default, index)));
            Assert.All([function.DeeganPackel(), function.Holler(), function.Johnston()], indices => Assert.Equal(Enumerable.Repeat(default(Rational), variables), indices));
        }
    }

    [Fact]
    public void Johnston_TooManyStates_NamesTheWorkAndTheBudget()
    {
        var function = WeightedGame.FunctionOf(
            12,
            (circuit, players) => circuit.Reaches(circuit.Sum([.. players.Select((p, i) => circuit.Amount(p, 20 + (i * i)))]), 373),
            new AnalysisBudget { Nodes = 500 });

        var thrown = Assert.Throws<AnalysisBudgetException>(() => function.Johnston());

        Assert.Equal("joint criticality", thrown.Work);
        Assert.Equal(500, thrown.Budget.Nodes);
    }

    // A count by variable and size takes a word, and one more for every 64 variables: 16 x 16 words are eight for each of 32 nodes, 64 x 64 x 2 words eight for each of 1,024.
    [Theory]
    [InlineData(16, 32)]
    [InlineData(64, 1_024)]
    public void Power_CountsOfEightWordsForEachNode_FitAndNotIfOneNodeLessIsAllowed(int variables, int nodes)
    {
        var within = Always(nodes);
        Assert.Equal(BigInteger.One << variables, within.Power().WinningCoalitions);
        Assert.Equal(variables + 1, within.Resilience().Survivals.Length);
        Assert.Equal(variables, within.DeeganPackel().Length);
        Assert.Equal(variables, within.Holler().Length);

        var beyond = Always(nodes - 1);
        Assert.Equal("the counts by size", Assert.Throws<AnalysisBudgetException>(() => beyond.Power()).Work);
        Assert.Equal("the counts by size", Assert.Throws<AnalysisBudgetException>(() => beyond.Resilience()).Work);
        Assert.Equal("the counts by size", Assert.Throws<AnalysisBudgetException>(() => beyond.DeeganPackel()).Work);
        Assert.Equal("the counts by size", Assert.Throws<AnalysisBudgetException>(() => beyond.Holler()).Work);

        SufficiencyFunction Always(int budget) => WeightedGame.FunctionOf(variables, (_, _) => Signal.True, new AnalysisBudget { Nodes = budget });
    }

    [Fact]
    public void Power_Cancelled_Stops()
    {
        var function = new WeightedGame(3, 1, 1, 1, 1, 1).Function;
        var cancelled = new CancellationToken(canceled: true);

        Assert.Throws<OperationCanceledException>(() => function.Power(cancelled));
        Assert.Throws<OperationCanceledException>(() => function.DeeganPackel(cancelled));
        Assert.Throws<OperationCanceledException>(() => function.Holler(cancelled));
        Assert.Throws<OperationCanceledException>(() => function.Johnston(cancelled));
        Assert.Throws<OperationCanceledException>(() => function.Resilience(cancelled));
    }
}
