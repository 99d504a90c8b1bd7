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

        Assert.Equal(One, PlainAnswers.Sum(power.Players.Select(p => p.ShapleyShubik)));
        Assert.Equal(One, PlainAnswers.Sum(power.Players.Select(p => p.BanzhafNormalised)));
        Assert.Equal(One, PlainAnswers.Sum(game.Function.DeeganPackel()));
        Assert.Equal(One, PlainAnswers.Sum(game.Function.Holler()));
        foreach (var player in new[] { 0, players / 2, players - 1 })
        {
            var swings = game.SwingsBySize(player);
            var orders = swings.Select((count, size) => new Rational(count * PlainAnswers.Factorial(size) * PlainAnswers.Factorial(players - 1 - size), PlainAnswers.Factorial(players)));
            Assert.Equal(swings.Aggregate(BigInteger.Add), power.Players[player].Swings);
            Assert.Equal(PlainAnswers.Sum(orders), power.Players[player].ShapleyShubik);
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
            Assert.Equal(GaussLegendre.Integral(p => game.Birnbaum(player, p)), power.Players[player].ShapleyShubik.Value, 1e-13);
        }
    }

    [Fact]
    public void Johnston_ThirtyPlayersOfThreeWeights_SumsToOneAndEqualPlayersHaveEqualPower()
    {
        int[] weights = [.. Enumerable.Repeat(7, 5), .. Enumerable.Repeat(3, 10), .. Enumerable.Repeat(1, 15)];

        var johnston = new WeightedGame(45, weights).Function.Johnston();

        Assert.Equal(One, PlainAnswers.Sum(johnston));
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

        Assert.Equal(One, PlainAnswers.Sum(power.Players.Select(p => p.ShapleyShubik)));
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

    private static BigInteger Choose(int n, int k) => PlainAnswers.Factorial(n) / (PlainAnswers.Factorial(k) * PlainAnswers.Factorial(n - k));
}
