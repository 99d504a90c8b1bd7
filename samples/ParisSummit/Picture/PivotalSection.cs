using Coalition.Analysis;

namespace ParisSummit.Picture;

/// <summary>Who is pivotal: without whom it fails, how power is shared, and how many may drop out.</summary>
internal static class PivotalSection
{
    private const int MostShown = 6;

    internal static void Draw(Page page, AnalysedStandard analysis)
    {
        if (analysis.OverNations is not { } function)
        {
            return;
        }

        var resilience = function.Resilience();
        AnalysisPicture.Finding(page, "Pivotal", Without(function, resilience, analysis));
        var players = function.Power().Players.Where(p => !p.Swings.IsZero).OrderByDescending(p => p.ShapleyShubik).ToList();
        if (players.Count > 0)
        {
            Row(new Span("share of power", Page.Faint), "", new Span("Shapley-Shubik", Page.Faint), new Span("Banzhaf", Page.Faint));
        }

        var width = page.Width < 100 ? 10 : 20;
        foreach (var player in players.Take(MostShown))
        {
            var share = player.ShapleyShubik.Value;
            Row(
                Name(player.Player, analysis), Shares.Bar(share, width), Words.PercentInColumn(share),
                new Span(Words.PercentInColumn(player.BanzhafNormalised.Value), Page.Faint));
        }

        var rest = players.Count - MostShown;
        var dummies = function.Dummies().Length;
        if (rest > 0 || dummies > 0)
        {
            var more = rest > 0 ? $"{rest} more with less; " : "";
            page.Line(AnalysisPicture.Indent, new Span($"{more}{Words.Many(dummies, "nation makes", "nations make")} no difference", Page.Faint));
        }

        void Row(Span name, Span bar, Span shapleyShubik, Span banzhaf) => page.Row(
            AnalysisPicture.Indent, Column.Fixed(20, name), Column.Fixed(page.Width < 100 ? 10 : 20, bar), Column.Right(16, shapleyShubik), Column.Right(10, banzhaf));
    }

    private static string Without(SufficiencyFunction function, Resilience resilience, AnalysedStandard analysis)
    {
        if (resilience.LeastToBreak is not { } least)
        {
            return "It does not hang on who takes part.";
        }

        List<string> veto = [.. function.VetoPlayers().Select(v => Name(v, analysis))];
        var needed = veto.Count > 0 ? $"Without {Words.List(veto, "or")} it fails."
            : $"Nobody alone can make it fail: it takes {Words.Many(least, "withdrawal", "withdrawals")}.";
        return resilience.Survivals.Length <= 2 || least > 2 ? needed
            : $"{needed} Of all ways to lose two nations it survives {Words.Percent(resilience.Survivals[2].Share.Value)}.";
    }

    private static string Name(FunctionVariable player, AnalysedStandard analysis) =>
        player is FunctionVariable.OfNation { Nation: var nation } ? Words.Nation(nation, analysis.Model) : player.ToString();
}
