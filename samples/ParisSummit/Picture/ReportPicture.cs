using Coalition.Comparison;
using Coalition.Sufficiency;

namespace ParisSummit.Picture;

/// <summary>A report drawn: the answer first, then the grounds, then who is awaited.</summary>
internal static class ReportPicture
{
    /// <param name="page">Where to draw.</param>
    /// <param name="report">The report.</param>
    /// <param name="learnt">What was learnt after the day up to which publications count; null if that is not asked.</param>
    /// <param name="model">The model file as the user named it; null for the program's own.</param>
    internal static void Draw(Page page, SufficiencyReport report, CoalitionComparison? learnt, string? model)
    {
        Headline.Draw(page, report);
        if (!report.Verdicts.Any())
        {
            return;
        }

        VerdictTable.Draw(page, report);
        GroundsSection.Draw(page, report);
        AwaitedSection.Draw(page, report);
        if (learnt is not null)
        {
            ComparisonSection.DrawLearnt(page, learnt);
        }

        Legend.Draw(page, report, model);
    }
}
