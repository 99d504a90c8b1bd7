using Coalition.Analysis;

namespace ParisSummit.Picture;

/// <summary>What to unlock: the smallest sets of open matters that suffice, the most probable first where probabilities are given.</summary>
internal static class UnlockSection
{
    private const int MostShown = 3;

    internal static void Draw(Page page, AnalysedStandard analysis)
    {
        if (analysis.OverMatters is not { } function)
        {
            return;
        }

        var sets = function.UnlockSets();
        AnalysisPicture.Finding(page, "Unlock", HowMany(sets, analysis.Outlook is null ? "the smallest" : "the most probable"));
        foreach (var (text, set) in Shown(sets, analysis.Outlook))
        {
            page.Row(AnalysisPicture.Indent, Column.Right(7, new Span(text, Page.Faint)), Column.Fixed(2, ""), Column.Rest(set.ToString()));
        }

        if (sets.Count > MostShown)
        {
            page.Line(AnalysisPicture.Indent, new Span($"{Words.Exact(sets.Count - MostShown)} more", Page.Faint));
        }
    }

    private static string HowMany(MinimalSets sets, string first)
    {
        var sizes = sets.CountBySize.Index().Where(s => !s.Item.IsZero).Select(s => s.Index).ToList();
        var size = sizes[0] == sizes[^1] ? Words.Many(sizes[0], "matter", "matters") : $"{sizes[0]} to {sizes[^1]} matters";
        return !sets.Count.IsOne ? $"{Words.Exact(sets.Count)} sets of {size} would do, none with a matter to spare; {first} first:"
            : sizes[0] == 1 ? "1 matter would do, and nothing else:"
            : $"1 set of {size} would do, and needs each of them:";
    }

    private static IEnumerable<(string Text, MinimalSet Set)> Shown(MinimalSets sets, Outlook? outlook) => outlook is null
        ? sets.List(MostShown).Sets.Select(s => ("–", s))
        : sets.ByProbability(outlook).Take(MostShown).Select(s => (Words.PercentInColumn(s.Probability), s.Set));
}
