using System.Collections.Immutable;
using Coalition.Analysis;
using Coalition.Sufficiency;

namespace ParisSummit.Picture;

/// <summary>What the verdicts hang on: for each standard what to unlock first, who must move first, how likely it is, who is pivotal, and what closes the gap.</summary>
internal static class AnalysisPicture
{
    /// <summary>Where what is told under a finding begins.</summary>
    internal const int Indent = Margin + HeadWidth;

    private const int Margin = 2;
    private const int HeadWidth = 15;

    /// <param name="page">Where to draw.</param>
    /// <param name="report">How everything stands.</param>
    /// <param name="analyses">What was found of each standard.</param>
    /// <param name="outlook">What is assumed of probabilities and costs; null if nothing is.</param>
    internal static void Draw(Page page, SufficiencyReport report, ImmutableArray<AnalysedStandard> analyses, Outlook? outlook)
    {
        Headline.Draw(page, report);
        page.Blank();
        DrawAssumed(page, outlook);
        foreach (var guarantee in report.Guarantees)
        {
            page.Heading(guarantee.Guarantee.Title ?? guarantee.Guarantee.Id);
            foreach (var analysis in analyses.Where(a => a.Standard.Guarantee == guarantee.Guarantee.Id))
            {
                var standard = analysis.Standard;
                var title = standard.Definition.Title ?? standard.Standard;
                page.Blank();
                page.Item(
                    0, new Span(VerdictWords.Sign(standard.Verdict), VerdictWords.Style(standard.Verdict)),
                    new Span(title, Page.Bold), VerdictTable.Label(standard), new Span($" – {VerdictWords.Word(standard.Verdict)}", VerdictWords.Style(standard.Verdict)));
                Draw(page, analysis);
            }
        }

        page.Blank();
        page.Line(0, new Span(
            "Who is pivotal is asked as if all that is open went well. Power: Shapley and Shubik's index, which sums to 100 % over all nations.", Page.Faint));
    }

    /// <summary>A finding behind a word for what it answers.</summary>
    internal static void Finding(Page page, string head, params Span[] finding) =>
        page.Row(Margin, Column.Fixed(HeadWidth, new Span(head, Page.Bold)), Column.Rest(finding));

    private static void Draw(Page page, AnalysedStandard analysis)
    {
        if (analysis.Standard.Verdict is null)
        {
            Finding(page, "Not in force", "There is nothing to analyse.");
            return;
        }

        UnlockSection.Draw(page, analysis);
        LikelihoodSection.Draw(page, analysis);
        PivotalSection.Draw(page, analysis);
        FirstMoverSection.Draw(page, analysis);
        RemedySection.Draw(page, analysis);
    }

    // Whoever reads a probability or a cost must see whose it is.
    private static void DrawAssumed(Page page, Outlook? outlook)
    {
        if (outlook is null)
        {
            page.Line(0, "No outlook is given: nothing is said of likelihood and remedies. --outlook names a file with probabilities and costs.");
            return;
        }

        page.Line(0, new Span("Probabilities and costs are assumed: ", Page.Bold), string.Join("; ", outlook.Sources.Select(Words.Cite)));
    }
}
