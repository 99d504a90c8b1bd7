using System.Globalization;
using System.Numerics;
using System.Text.Json;
using Coalition.Analysis;

namespace Coalition.Tests.Analysis;

/// <summary>Voting games whose figures are known (<c>Data/reference-games.json</c>).</summary>
public class ReferenceGamesTests
{
    private static readonly JsonElement[] Games = [.. JsonDocument.Parse(Repository.Bytes("tests", "Coalition.Core.Tests", "Data", "reference-games.json"))
        .RootElement.GetProperty("games").EnumerateArray()];

    public static TheoryData<string> Names { get; } = [.. Games.Select(g => g.GetProperty("name").GetString()!)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Power_OfTheGame_ExactlyAsKnown(string name)
    {
        var game = Games.Single(g => g.GetProperty("name").GetString() == name);
        var players = game.GetProperty("players").EnumerateArray().ToArray();
        var function = new WeightedGame(game.GetProperty("quota").GetInt64(), [.. players.Select(p => p.GetProperty("weight").GetInt32())]).Function;

        var power = function.Power();

        Assert.Equal(game.GetProperty("winning").GetInt32(), power.WinningCoalitions);
        Assert.Equal((BigInteger.One << players.Length) - power.WinningCoalitions, power.LosingCoalitions);
        Assert.Equal(new Rational(power.WinningCoalitions, BigInteger.One << players.Length), power.PowerToAct);
        Assert.Equal(game.GetProperty("swings").GetInt32(), power.Swings);
        Assert.Equal(players.Length, power.Players.Length);
        foreach (var (player, of) in players.Zip(power.Players))
        {
            Assert.Equal(player.GetProperty("swings").GetInt32(), of.Swings);
            Assert.Equal(player.GetProperty("banzhaf").GetDouble(), of.Banzhaf.Value);
            Assert.Equal(player.GetProperty("banzhafNormalised").GetDouble(), of.BanzhafNormalised.Value);
            Assert.Equal(player.GetProperty("shapley").GetString(), of.ShapleyShubik.ToString());
            Assert.Equal(new Rational(of.Swings, power.WinningCoalitions), of.PowerToPrevent);
            Assert.Equal(new Rational(of.Swings, power.LosingCoalitions), of.PowerToInitiate);
        }

        // The games that have dummies, the veto players, and the least group that can block, read off the figures.
        Assert.Equal(players.Count(p => p.GetProperty("swings").GetInt32() == 0), function.Dummies().Length);
        Assert.Equal(players.Count(p => p.GetProperty("swings").GetInt32() == (int)power.WinningCoalitions), function.VetoPlayers().Length);
        var greatestLosing = game.GetProperty("maximalLosingBySize").EnumerateArray().Select(c => c.GetInt32()).ToList().FindLastIndex(c => c > 0);
        Assert.Equal(players.Length - greatestLosing, function.Resilience().LeastToBreak);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Sets_OfTheGame_AsManyOfEachSizeAsKnown(string name)
    {
        var game = Games.Single(g => g.GetProperty("name").GetString() == name);
        var players = game.GetProperty("players").EnumerateArray().ToArray();
        var function = new WeightedGame(game.GetProperty("quota").GetInt64(), [.. players.Select(p => p.GetProperty("weight").GetInt32())]).Function;

        // Whoever is outside of a maximal losing coalition is a minimal blocking set.
        var (minimal, blocking) = (function.UnlockSets(), function.BlockingSets());
        Assert.Equal(game.GetProperty("minimal").GetInt32(), minimal.Count);
        Assert.Equal(Counts("minimalBySize"), Padded(minimal));
        Assert.Equal(game.GetProperty("maximalLosing").GetInt32(), blocking.Count);
        Assert.Equal(Counts("maximalLosingBySize").Reverse(), Padded(blocking));

        BigInteger[] Counts(string property) => [.. game.GetProperty(property).EnumerateArray().Select(c => (BigInteger)c.GetInt32())];

        IEnumerable<BigInteger> Padded(MinimalSets sets) =>
            sets.CountBySize.Concat(Enumerable.Repeat(BigInteger.Zero, players.Length + 1 - sets.CountBySize.Length));
    }

    [Fact]
    public void Power_SecurityCouncil_DeeganPackelHollerAndJohnstonByTheirClosedForms()
    {
        var function = new WeightedGame(39, [.. Enumerable.Repeat(7, 5), .. Enumerable.Repeat(1, 10)]).Function;

        var johnston = function.Johnston();

        // 210 minimal coalitions of nine: each has the five permanent members, and a given elected one is in 84 of them.
        Assert.Equal([.. Enumerable.Repeat("1/9", 5), .. Enumerable.Repeat("2/45", 10)], function.DeeganPackel().Select(i => i.ToString()));
        Assert.Equal([.. Enumerable.Repeat("1/9", 5), .. Enumerable.Repeat("2/45", 10)], function.Holler().Select(i => i.ToString()));

        // In these nine are critical; in the other 638 winning ones, the five alone.
        var permanent = new Rational((210 * 5) + (638 * 9), 848 * 45);
        Assert.All(johnston.Take(5), j => Assert.Equal(permanent, j));
        Assert.All(johnston.Skip(5), j => Assert.Equal(new Rational(84, 848 * 9), j));
        Assert.Equal(
            Enumerable.Range(0, 5).Select(i => string.Create(CultureInfo.InvariantCulture, $"party:vote/council/{i}")), function.VetoPlayers().Select(v => v.ToString()));
    }
}
