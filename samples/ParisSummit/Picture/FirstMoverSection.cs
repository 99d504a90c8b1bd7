using Coalition;
using Coalition.Analysis;

namespace ParisSummit.Picture;

/// <summary>Who could break a deadlock by giving up conditions, and how the others would follow.</summary>
internal static class FirstMoverSection
{
    private const int MostShown = 3;

    internal static void Draw(Page page, AnalysedStandard analysis)
    {
        if (analysis.FirstMovers is not { } movers)
        {
            return;
        }

        var sets = movers.Function.UnlockSets();
        AnalysisPicture.Finding(
            page, "Move first",
            $"{Words.Exact(sets.Count)} {(sets.Count.IsOne ? "set" : "sets")} of nations could break the deadlock by giving up their conditions, all else going well:");
        foreach (var set in sets.List(MostShown).Sets)
        {
            var nations = set.Variables.OfType<FunctionVariable.OfWaiver>().Select(w => w.Nation).ToList();
            var rounds = movers.RoundsAfter(nations).Select(r => $"{Names(r.Nations)} ({string.Join(", ", r.Pledges)})");
            page.Line(AnalysisPicture.Indent, new Span(Names(nations), Page.Bold), $" – first {string.Join(", then ", rounds)}");
        }

        if (sets.Count > MostShown)
        {
            page.Line(AnalysisPicture.Indent, new Span($"{Words.Exact(sets.Count - MostShown)} more", Page.Faint));
        }

        string Names(IEnumerable<NationCode> nations) => Words.List([.. nations.Select(n => Words.Nation(n, analysis.Model))], "and");
    }
}
