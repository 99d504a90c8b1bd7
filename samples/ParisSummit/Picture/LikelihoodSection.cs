namespace ParisSummit.Picture;

/// <summary>How likely it is, and what that hangs on most.</summary>
internal static class LikelihoodSection
{
    private const int MostShown = 5;
    private const int BarWidth = 20;

    internal static void Draw(Page page, AnalysedStandard analysis)
    {
        if (analysis.Likelihood is not { } likelihood)
        {
            return;
        }

        AnalysisPicture.Finding(
            page, "Likely", Shares.Bar(likelihood.Sufficient, BarWidth),
            $" {Words.Percent(likelihood.Sufficient)} sufficient, {Words.Percent(likelihood.Deadlocked)} deadlocked, {Words.Percent(likelihood.Insufficient)} insufficient once all is settled");
        var hangsOn = likelihood.Importances.Where(i => i.Birnbaum is not null).OrderByDescending(i => i.Birnbaum).Take(MostShown).ToList();
        Row("hangs on", "taken as", "if well", "if badly", Page.Faint);
        foreach (var importance in hangsOn)
        {
            Row(
                importance.Variable.ToString(), Words.PercentInColumn(importance.Probability), Words.PercentInColumn(importance.IfGranted!.Value),
                Words.PercentInColumn(importance.IfRefused!.Value), null);
        }

        if (likelihood.Importances.Length > hangsOn.Count)
        {
            page.Line(AnalysisPicture.Indent, new Span($"{likelihood.Importances.Length - hangsOn.Count} more that weigh less", Page.Faint));
        }

        var groups = likelihood.Independence.Groups;
        var dependent = groups.Where(g => !g.Circumstances.IsEmpty).ToList();
        if (groups.Length > 1 || dependent.Count > 0)
        {
            page.Line(AnalysisPicture.Indent, new Span(
                $"Taken as independent of each other: {Words.Many(groups.Length, "group", "groups")} of matters"
                + (dependent.Count == 0 ? ", each of one." : $"; together, by {string.Join(", ", dependent.SelectMany(g => g.Circumstances).Distinct())}: {Words.Many(dependent.Sum(g => g.Variables.Length), "matter", "matters")}."),
                Page.Faint));
        }

        void Row(string what, string taken, string well, string badly, Spectre.Console.Style? style) => page.Row(
            AnalysisPicture.Indent, Column.Fixed(Math.Clamp(page.Width - AnalysisPicture.Indent - 30, 20, 44), new Span(what, style)),
            Column.Right(10, new Span(taken, style)), Column.Right(10, new Span(well, style)), Column.Right(10, new Span(badly, style)));
    }
}
