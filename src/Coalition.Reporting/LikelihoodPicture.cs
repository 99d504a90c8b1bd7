using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Coalition.Analysis;

namespace Coalition.Reporting;

/// <summary>How likely a standard is to become sufficient if each matter is settled well or badly, what matters most first.</summary>
internal sealed class LikelihoodPicture
{
    private const int MostRows = 8;

    private readonly Likelihood likelihood;

    internal LikelihoodPicture(Likelihood likelihood)
    {
        this.likelihood = likelihood;
        Importances = [.. likelihood.Importances.Where(i => i.Birnbaum is not null).OrderByDescending(i => i.Birnbaum)];
    }

    internal ImmutableArray<Importance> Importances { get; }

    internal string Says => $"{Words.Percent(likelihood.Sufficient)} likely to become sufficient"
        + (Importances.IsEmpty ? "" : $"; it hangs most on {Importances[0].Variable}: {Words.Percent(Importances[0].IfRefused!.Value)} without it, {Words.Percent(Importances[0].IfGranted!.Value)} with it");

    internal string Data => Chart.Json(new JsonObject
    {
        ["now"] = likelihood.Sufficient,
        ["rows"] = Chart.Array(Importances.Take(MostRows).Select(i => (JsonNode)new JsonObject
        {
            ["name"] = Chart.Text($"{i.Variable}"),
            ["badly"] = i.IfRefused!.Value,
            ["well"] = i.IfGranted!.Value,
            ["tip"] = $"{Words.Level($"{i.Variable}")}\ntaken as {Words.Percent(i.Probability)} likely\nsufficient: {Words.Percent(i.IfRefused!.Value)} if settled badly, {Words.Percent(i.IfGranted!.Value)} if well",
        })),
    });
}
