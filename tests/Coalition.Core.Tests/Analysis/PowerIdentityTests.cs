using System.Numerics;
using Coalition.Analysis;
using Coalition.Analysis.Diagrams;

namespace Coalition.Tests.Analysis;

/// <summary>What the theory says of the indices, at sizes beyond enumeration.</summary>
public class PowerIdentityTests
{
    private static readonly Rational One = new(1, 1);

    public static TheoryData<int> Seeds { get; } = [.. Enumerable.Range(0, 8)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Power_ThirtyToSixtyPlayers_SumsToOneAndAgreesWithTablesOfSums(int seed)
    {
        var (game, players) = Draw(seed);
        var power = game.Function.Power();

        Assert.Equal(One, Sum(power.Players.Select(p => p.ShapleyShubik)));
        Assert.Equal(One, Sum(power.Players.Select(p => p.BanzhafNormalised)));
        Assert.Equal(One, Sum(game.Function.DeeganPackel()));
        Assert.Equal(One, Sum(game.Function.Holler()));
        foreach (var player in new[] { 0, players / 2, players - 1 })
        {
            var swings = game.SwingsBySize(player);
            var orders = swings.Select((count, size) => new Rational(count * Factorial(size) * Factorial(players - 1 - size), Factorial(players)));
            Assert.Equal(swings.Aggregate(BigInteger.Add), power.Players[player].Swings);
            Assert.Equal(Sum(orders), power.Players[player].ShapleyShubik);
        }
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Power_ThirtyToSixtyPlayers_BanzhafIsBirnbaumAtOneHalfAndShapleyItsIntegral(int seed)
    {
        var (game, players) = Draw(seed);
        var power = game.Function.Power();

        foreach (var player in new[] { 0, players - 1 })
        {
            Assert.Equal(game.Birnbaum(player, 0.5), power.Players[player].Banzhaf.Value, 1e-13);
            Assert.Equal(Integral(p => game.Birnbaum(player, p)), power.Players[player].ShapleyShubik.Value, 1e-13);
        }
    }

    [Fact]
    public void Johnston_ThirtyPlayersOfThreeWeights_SumsToOneAndEqualPlayersHaveEqualPower()
    {
        int[] weights = [.. Enumerable.Repeat(7, 5), .. Enumerable.Repeat(3, 10), .. Enumerable.Repeat(1, 15)];

        var johnston = new WeightedGame(45, weights).Function.Johnston();

        Assert.Equal(One, Sum(johnston));
        Assert.Equal(3, johnston.Zip(weights).Distinct().Count());
        Assert.True(johnston[0] > johnston[5] && johnston[5] > johnston[15] && johnston[15] > default(Rational));
    }

    [Theory]
    [InlineData(65)]
    [InlineData(66)]
    [InlineData(101)]
    [InlineData(151)]
    public void Power_MajorityOfEquals_ByItsClosedForm(int players)
    {
        var least = (players / 2) + 1;
        var function = new WeightedGame(least, [.. Enumerable.Repeat(1, players)]).Function;

        var power = function.Power();

        var swings = Choose(players - 1, least - 1);
        var equal = new Rational(1, players);
        Assert.Equal(Enumerable.Range(least, players - least + 1).Aggregate(BigInteger.Zero, (sum, k) => sum + Choose(players, k)), power.WinningCoalitions);
        Assert.Equal(swings * players, power.Swings);
        Assert.All(power.Players, p => Assert.Equal((swings, equal, equal), (p.Swings, p.ShapleyShubik, p.BanzhafNormalised)));
        Assert.All(power.Players, p => Assert.Equal(new Rational(swings, BigInteger.One << (players - 1)), p.Banzhaf));
        Assert.All([function.DeeganPackel(), function.Holler(), function.Johnston()], indices => Assert.All(indices, index => Assert.Equal(equal, index)));
    }

    [Fact]
    public void Power_ADictatorAmongAHundred_HasAllOfIt()
    {
        var function = new WeightedGame(100, [100, .. Enumerable.Repeat(1, 99)]).Function;
        var alone = WeightedGame.FunctionOf(100, (_, players) => players[41]);

        // The ninety-nine fall one short, so that the first one rules.
        foreach (var (game, dictator) in new[] { (function, 0), (alone, 41) })
        {
            var power = game.Power();
            var (deeganPackel, holler, johnston) = (game.DeeganPackel(), game.Holler(), game.Johnston());
            Assert.Equal(BigInteger.One << 99, power.WinningCoalitions);
            for (var i = 0; i < 100; i++)
            {
                var player = power.Players[i];
                var expected = i == dictator ? One : default;
                Assert.Equal(i == dictator ? BigInteger.One << 99 : 0, player.Swings);
                Assert.All(
                    [player.Banzhaf, player.BanzhafNormalised, player.ShapleyShubik, player.PowerToInitiate, player.PowerToPrevent, deeganPackel[i], holler[i], johnston[i]],
                    index => Assert.Equal(expected, index));
            }
        }
    }

    [Fact]
    public void Power_AHundredAndTwentyWithDuplicates_AgreesWithTablesOfSums()
    {
        var weights = Enumerable.Range(0, 120).Select(i => 1 + (i % 3)).ToArray();
        var game = new WeightedGame(121, weights);

        var power = game.Function.Power();

        Assert.Equal(One, Sum(power.Players.Select(p => p.ShapleyShubik)));
        for (var player = 0; player < 3; player++)
        {
            var swings = game.SwingsBySize(player).Aggregate(BigInteger.Add);
            Assert.True(swings > (BigInteger)ulong.MaxValue * ulong.MaxValue / 1_000_000);
            Assert.All(power.Players.Where((_, i) => weights[i] == weights[player]), p => Assert.Equal(swings, p.Swings));
        }
    }

    private static (WeightedGame Game, int Players) Draw(int seed)
    {
        var random = new Random(seed);
        var weights = Enumerable.Range(0, random.Next(30, 61)).Select(_ => random.Next(1, 9)).ToArray();
        return (new WeightedGame(random.Next(weights.Sum() / 2, weights.Sum()), weights), weights.Length);
    }

    // Gauss and Legendre, 32 points: exact up to degree 63.
    private static double Integral(Func<double, double> function)
    {
        var sum = 0.0;
        for (var i = 0; i < 32; i++)
        {
            var x = Math.Cos(Math.PI * (i + 0.75) / 32.5);
            var slope = 0.0;
            for (var step = 0; step < 10; step++)
            {
                var (before, at) = (1.0, x);
                for (var degree = 2; degree <= 32; degree++)
                {
                    (before, at) = (at, (((2 * degree) - 1) * x * at - ((degree - 1) * before)) / degree);
                }

                slope = 32 * ((x * at) - before) / ((x * x) - 1);
                x -= at / slope;
            }

            sum += function((x + 1) / 2) / ((1 - (x * x)) * slope * slope);
        }

        return sum;
    }

    private static Rational Sum(IEnumerable<Rational> of) => of.Aggregate(default(Rational), (sum, r) => sum + r);

    private static BigInteger Factorial(int n) => Enumerable.Range(1, n).Aggregate(BigInteger.One, (product, k) => product * k);

    private static BigInteger Choose(int n, int k) => Factorial(n) / (Factorial(k) * Factorial(n - k));
}
