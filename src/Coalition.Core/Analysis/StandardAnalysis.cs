using System.Collections.Immutable;
using Coalition.Sufficiency;

namespace Coalition.Analysis;

/// <summary>The questions that the verdict of one standard leaves open, put with the day, the knowledge and the granted matters of a report.</summary>
/// <remarks>
/// Which questions there are depends on the verdict: a question that does not arise is answered by null. Each call works its answer out anew.
/// Immutable, and shared between threads without harm.
/// </remarks>
public sealed class StandardAnalysis
{
    private readonly SufficiencyReport report;
    private readonly AnalysisBudget? budget;

    /// <summary>Prepares the questions; nothing is worked out yet.</summary>
    /// <param name="report">The report.</param>
    /// <param name="standard">A standard of it.</param>
    /// <param name="budget">How much each question may use; null for <see cref="AnalysisBudget.Default"/>.</param>
    /// <exception cref="ArgumentException"><paramref name="standard"/> is none of the report's.</exception>
    /// <exception cref="ArgumentNullException">The report or the standard is null.</exception>
    public StandardAnalysis(SufficiencyReport report, StandardReport standard, AnalysisBudget? budget = null)
    {
        ArgumentNullException.ThrowIfNull(report);
        ArgumentNullException.ThrowIfNull(standard);
        if (!report.Verdicts.Contains(standard))
        {
            throw new ArgumentException($"The standard '{standard.Standard}' of '{standard.Guarantee}' is not of this report: expected one of its verdicts.", nameof(standard));
        }

        this.report = report;
        this.budget = budget;
        Standard = standard;
    }

    /// <summary>The standard.</summary>
    public StandardReport Standard { get; }

    /// <summary>The model of the report.</summary>
    public CoalitionModel Model => report.Model;

    private ImmutableArray<OpenMatter> AllOpen => [.. report.Granted, .. report.OpenMatters];

    /// <summary>Of a contingent standard: sufficiency as a function of the matters that are open, and of the parties where a parliament names them.</summary>
    /// <param name="cancellation">Ends the work early.</param>
    /// <returns>The function; null of any other verdict.</returns>
    /// <exception cref="AnalysisBudgetException">The work does not fit the budget.</exception>
    /// <exception cref="OperationCanceledException">The work was cancelled.</exception>
    public SufficiencyFunction? OverMatters(CancellationToken cancellation = default) => Standard.Verdict == Verdict.Contingent
        ? Compile(VariableKinds.OpenMatters | VariableKinds.Parties, report.Granted, cancellation) : null;

    /// <summary>Of a sufficient or contingent standard: sufficiency as a function of who takes part, if all that is open goes well.</summary>
    /// <param name="cancellation">Ends the work early.</param>
    /// <returns>The function; null of any other verdict.</returns>
    /// <exception cref="AnalysisBudgetException">The work does not fit the budget.</exception>
    /// <exception cref="OperationCanceledException">The work was cancelled.</exception>
    public SufficiencyFunction? OverNations(CancellationToken cancellation = default) => Standard.Verdict >= Verdict.Contingent
        ? Compile(VariableKinds.Nations, AllOpen, cancellation) : null;

    /// <summary>Of a deadlocked standard: who could break the deadlock by moving first.</summary>
    /// <param name="cancellation">Ends the work early.</param>
    /// <returns>The first movers; null of any other verdict.</returns>
    /// <exception cref="AnalysisBudgetException">The work does not fit the budget.</exception>
    /// <exception cref="OperationCanceledException">The work was cancelled.</exception>
    public FirstMovers? FirstMovers(CancellationToken cancellation = default) => Standard.Verdict == Verdict.Deadlocked
        ? Analysis.FirstMovers.Of(Model, report.On, Standard.Guarantee, Standard.Standard, report.KnownAsOf, report.Granted, budget, cancellation) : null;

    /// <summary>Of a deadlocked or insufficient standard: what would make it sufficient most cheaply, if all that is open goes well.</summary>
    /// <param name="outlook">The remedies and their costs.</param>
    /// <param name="cancellation">Ends the work early.</param>
    /// <returns>The selections; null of any other verdict, and where the outlook has no remedies.</returns>
    /// <exception cref="ArgumentException">A remedy does not fit the model: see <see cref="Remedies.For"/>.</exception>
    /// <exception cref="ArgumentNullException"><paramref name="outlook"/> is null.</exception>
    /// <exception cref="CoalitionModelException">The model with the further pledges would not be valid.</exception>
    /// <exception cref="AnalysisBudgetException">The work does not fit the budget.</exception>
    /// <exception cref="OperationCanceledException">The work was cancelled.</exception>
    public RemedySelections? RemediesOf(Outlook outlook, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(outlook);
        return Standard.Verdict <= Verdict.Deadlocked && outlook.Remedies is not null
            ? Remedies.For(Model, report.On, Standard.Guarantee, outlook, Standard.Standard, report.KnownAsOf, AllOpen, budget, cancellation) : null;
    }

    private SufficiencyFunction Compile(VariableKinds over, ImmutableArray<OpenMatter> granting, CancellationToken cancellation) => SufficiencyFunction.Compile(
        Model, report.On, Standard.Guarantee, Standard.Standard, over, report.KnownAsOf, granting, budget, cancellation);
}
