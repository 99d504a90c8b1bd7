using System.Collections.Immutable;
using Coalition;
using Coalition.Analysis;
using Coalition.Sufficiency;

namespace ParisSummit;

/// <summary>What the library answers of one standard beyond its verdict: those questions that its verdict leaves open.</summary>
internal sealed class StandardAnalysis
{
    private readonly SufficiencyReport report;

    private StandardAnalysis(SufficiencyReport report, StandardReport standard, Outlook? outlook)
    {
        this.report = report;
        Standard = standard;
        Outlook = outlook;
        if (standard.Verdict == Verdict.Contingent)
        {
            OverMatters = Compile(VariableKinds.OpenMatters | VariableKinds.Parties, report.Granted);
            Likelihood = outlook is null ? null : OverMatters.Likelihood(outlook);
        }

        if (standard.Verdict >= Verdict.Contingent)
        {
            OverNations = Compile(VariableKinds.Nations, AllOpen);
        }

        if (standard.Verdict == Verdict.Deadlocked)
        {
            FirstMovers = FirstMovers.Of(Model, report.On, standard.Guarantee, standard.Standard, report.KnownAsOf, report.Granted);
        }

        if (standard.Verdict <= Verdict.Deadlocked && outlook?.Remedies is not null)
        {
            Remedies = Coalition.Analysis.Remedies.For(Model, report.On, standard.Guarantee, outlook, standard.Standard, report.KnownAsOf, AllOpen);
        }
    }

    internal StandardReport Standard { get; }

    internal CoalitionModel Model => report.Model;

    internal Outlook? Outlook { get; }

    /// <summary>Of a contingent standard: sufficiency as a function of the matters that are open, and of the parties where a parliament names them.</summary>
    internal SufficiencyFunction? OverMatters { get; }

    /// <summary>Of a contingent standard: how likely it is; null without an outlook.</summary>
    internal Likelihood? Likelihood { get; }

    /// <summary>Of a sufficient or contingent standard: sufficiency as a function of who takes part, if all that is open goes well.</summary>
    internal SufficiencyFunction? OverNations { get; }

    /// <summary>Of a deadlock: who could break it by moving first.</summary>
    internal FirstMovers? FirstMovers { get; }

    /// <summary>Of a deadlocked or insufficient standard: what makes it sufficient, if all that is open goes well; null where no remedies are stated.</summary>
    internal RemedySelections? Remedies { get; }

    private ImmutableArray<OpenMatter> AllOpen => [.. report.Granted, .. report.OpenMatters];

    /// <summary>Works everything out, before anything is drawn.</summary>
    /// <exception cref="UsageException">The outlook does not fit the model, or an exact answer does not fit its budget.</exception>
    internal static ImmutableArray<StandardAnalysis> OfAll(SufficiencyReport report, Outlook? outlook)
    {
        try
        {
            return [.. report.Verdicts.Select(s => new StandardAnalysis(report, s, outlook))];
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

    private SufficiencyFunction Compile(VariableKinds over, ImmutableArray<OpenMatter> granting) => SufficiencyFunction.Compile(
        Model, report.On, Standard.Guarantee, Standard.Standard, over, report.KnownAsOf, granting);
}
