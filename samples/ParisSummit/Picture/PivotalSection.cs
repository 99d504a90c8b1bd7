using Coalition.Analysis;

namespace ParisSummit.Picture;

/// <summary>Who is pivotal: without whom it fails, how power is shared, and how many may drop out.</summary>
internal static class PivotalSection
{
    private const int MostShown = 6;
    private const int BarWidth = 20;

    internal static void Draw(Page page, StandardAnalysis analysis)
    {
        if (analysis.OverNations is not { } function)
        {
            return;
        }

        var resilience = function.Resilience();
        AnalysisPicture.Finding(page, "Pivotal", Without(function, resilience));
        var players = function.Power().Players.Where(p => !p.Swings.IsZero).OrderByDescending(p => p.ShapleyShubik).ToList();
        foreach (var player in players.Take(MostShown))
        {
            var share = player.ShapleyShubik.Value;
            page.Row(
                AnalysisPicture.Indent, Column.Fixed(20, Name(player.Player, analysis)), Column.Fixed(BarWidth, Shares.Bar(share, BarWidth)),
                Column.Right(7, Words.Percent(share)), Column.Fixed(2, ""), Column.Rest(new Span($"Banzhaf {Words.Percent(player.BanzhafNormalised.Value)}", Page.Faint)));
        }

        var rest = players.Count - MostShown;
        var dummies = function.Dummies().Length;
        if (rest > 0 || dummies > 0)
        {
            var more = rest > 0 ? $"{rest} more with less; " : "";
            page.Line(AnalysisPicture.Indent, new Span($"{more}{Words.Many(dummies, "nation makes", "nations make")} no difference", Page.Faint));
        }
    }

    private static string Without(SufficiencyFunction function, Resilience resilience)
    {
        var veto = function.VetoPlayers();
        var needed = veto.IsEmpty ? "Nobody alone can make it fail"
            : $"Without {string.Join(" or ", veto.OfType<FunctionVariable.OfNation>().Select(v => v.Nation))} it fails";
        var share = resilience.Survivals.Length > 2 ? $"; of all ways to lose two nations it survives {Words.Percent(resilience.Survivals[2].Share.Value)}" : "";
        return resilience.LeastToBreak is { } least
            ? $"{needed}; it takes {Words.Many(least, "withdrawal", "withdrawals")} to break it{share}."
            : "It does not hang on who takes part.";
    }

    private static string Name(FunctionVariable player, StandardAnalysis analysis) =>
        player is FunctionVariable.OfNation { Nation: var nation } ? Words.Nation(nation, analysis.Model) : player.ToString();
}
