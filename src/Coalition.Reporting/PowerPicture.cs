using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Coalition.Analysis;

namespace Coalition.Reporting;

/// <summary>How power is shared among the nations that have any, greatest first.</summary>
internal sealed class PowerPicture
{
    private const int MostRows = 40;

    private readonly CoalitionModel model;

    internal PowerPicture(PowerIndices power, CoalitionModel model)
    {
        this.model = model;
        Players = [.. power.Players.Where(p => !p.Swings.IsZero).OrderByDescending(p => p.ShapleyShubik)];
    }

    internal ImmutableArray<PlayerPower> Players { get; }

    internal string Says => Players.Length == 1 ? $"{Name(Players[0])} alone decides"
        : $"{Name(Players[0])} has {Words.Percent(Players[0].ShapleyShubik.Value)} of the power, of {Words.Number(Players.Length)} nations that have any";

    internal string Data => Chart.Json(new JsonObject
    {
        ["rows"] = Chart.Array(Players.Take(MostRows).Select(p => (JsonNode)new JsonObject
        {
            ["name"] = Chart.Text(Name(p)),
            ["first"] = p.ShapleyShubik.Value,
            ["second"] = p.BanzhafNormalised.Value,
            ["label"] = Words.Percent(p.ShapleyShubik.Value),
            ["tip"] = $"{Words.Level(Name(p))}\nShapley-Shubik {Words.Percent(p.ShapleyShubik.Value)}\nBanzhaf {Words.Percent(p.BanzhafNormalised.Value)} of all swings",
        })),
    });

    internal string Name(PlayerPower player) => player.Player is FunctionVariable.OfNation { Nation: var nation } ? Words.Nation(nation, model) : player.Player.ToString();
}
