using Coalition.Comparison;
using Coalition.Sufficiency;

namespace ParisSummit.Picture;

/// <summary>What is other in one model than in another: the verdicts that moved first, and why, and then all changes.</summary>
internal static class ComparisonPicture
{
    internal static void Draw(Page page, CoalitionComparison comparison)
    {
        page.Line(0, new Span("What changed", Page.Bold));
        Draw(page, "Before", comparison.Before);
        Draw(page, "After", comparison.After);
        ComparisonSection.DrawMoves(page, comparison);
        page.Heading("All changes");
        ComparisonSection.DrawChanges(page, comparison.Changes);
        page.Blank();
        page.Line(0, new Span("+ added   − removed   ~ changed   › come, or published, since", Page.Faint));
    }

    private static void Draw(Page page, string when, SufficiencyReport report)
    {
        page.Row(0, Column.Fixed(8, new Span(when, Page.Faint)), Column.Rest(
            report.Model.Draft.Title ?? "A coalition", new Span($" – on {Words.Of(report.On)}, {Headline.Known(report.Model, report.KnownAsOf)}", Page.Faint)));
        Headline.WhatIf(page, report);
    }
}
