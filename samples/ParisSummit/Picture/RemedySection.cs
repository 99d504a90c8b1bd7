using Coalition.Analysis;

namespace ParisSummit.Picture;

/// <summary>What would close the gap most cheaply, if all that is open went well.</summary>
internal static class RemedySection
{
    private const int MostShown = 3;

    internal static void Draw(Page page, AnalysedStandard analysis)
    {
        if (analysis.Remedies is not { } remedies)
        {
            return;
        }

        const string Head = "Close the gap";
        if (!remedies.IsPossible)
        {
            AnalysisPicture.Finding(page, Head, "Not even all remedies of the outlook together would.");
            return;
        }

        AnalysisPicture.Finding(page, Head, remedies.Count.IsOne ? "1 selection of the outlook's remedies would:"
            : $"{Words.Exact(remedies.Count)} selections of the outlook's remedies would, the cheapest first:");
        foreach (var selection in remedies.Take(MostShown))
        {
            page.Row(
                AnalysisPicture.Indent, Column.Right(12, Words.WithUnit(selection.Cost, remedies.Unit)), Column.Fixed(2, ""),
                Column.Rest(string.Join(" + ", selection.Remedies.Select(r => r.Title ?? r.Id)), new Span(Labels(selection, analysis.Outlook!), Page.Faint)));
        }
    }

    // What is made up must not pass for a price that somebody named.
    private static string Labels(RemedySelection selection, Outlook outlook)
    {
        var labels = selection.Remedies.Select(r => outlook.Sources.FirstOrDefault(s => s.Id == r.Source)).OfType<Coalition.Source>().Select(s => Words.Label(s.Label)).Distinct();
        return string.Join(", ", labels) is { Length: > 0 } text ? $" [{text}]" : "";
    }
}
