using System.Collections.Immutable;
using Coalition;
using Coalition.Analysis;
using Coalition.Sufficiency;

namespace ParisSummit;

/// <summary>What the library answers of one standard beyond its verdict, worked out.</summary>
internal sealed class AnalysedStandard
{
    private AnalysedStandard(StandardAnalysis analysis, Outlook? outlook)
    {
        Standard = analysis.Standard;
        Model = analysis.Model;
        Outlook = outlook;
        OverMatters = analysis.OverMatters();
        Likelihood = outlook is null ? null : OverMatters?.Likelihood(outlook);
        OverNations = analysis.OverNations();
        FirstMovers = analysis.FirstMovers();
        Remedies = outlook is null ? null : analysis.RemediesOf(outlook);
    }

    internal StandardReport Standard { get; }

    internal CoalitionModel Model { get; }

    internal Outlook? Outlook { get; }

    internal SufficiencyFunction? OverMatters { get; }

    internal Likelihood? Likelihood { get; }

    internal SufficiencyFunction? OverNations { get; }

    internal FirstMovers? FirstMovers { get; }

    internal RemedySelections? Remedies { get; }

    /// <summary>Works everything out, before anything is drawn.</summary>
    /// <exception cref="UsageException">The outlook does not fit the model, or an exact answer does not fit its budget.</exception>
    internal static ImmutableArray<AnalysedStandard> OfAll(SufficiencyReport report, Outlook? outlook)
    {
        try
        {
            return [.. report.Verdicts.Select(s => new AnalysedStandard(new StandardAnalysis(report, s), outlook))];
        }
        catch (Exception refusal) when (refusal is CoalitionModelException or AnalysisBudgetException)
        {
            throw new UsageException($"--analyse: {refusal.Message}");
        }
        catch (ArgumentException refusal)
        {
            throw UsageException.Of("--outlook", refusal);
        }
    }
}
