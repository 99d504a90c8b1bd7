using System.Collections.Immutable;
using Coalition.Internal;
using Coalition.Sufficiency;
using NodaTime;

namespace Coalition.Comparison;

/// <summary>What is other in one report than in another, which verdicts moved, and which changes moved them.</summary>
/// <remarks>
/// <para>
/// A report carries its model, its day, what was known and what was taken as granted, so that one comparison answers several questions: two models on one day; one
/// model on two days; one model by what was known on two days, which is what was learnt between them; a what-if beside what is on record; and any of
/// these together.
/// </para>
/// <para>The order of lists bears on no verdict (property P4), so that it is no change. Immutable, and safe to use from any thread.</para>
/// </remarks>
public sealed class CoalitionComparison
{
    private readonly Trials trials;
    private readonly ImmutableArray<ChangeStep> steps;

    private CoalitionComparison(SufficiencyReport before, SufficiencyReport after, ComparisonBudget budget, CancellationToken cancellation)
    {
        Before = before;
        After = after;
        steps = Differences.Between(before, after, cancellation);
        trials = new Trials(before, after, steps);
        Changes = [.. steps.Select(s => s.Change)];
        Moves = FindMoves(budget, cancellation);
    }

    /// <summary>The report before.</summary>
    public SufficiencyReport Before { get; }

    /// <summary>The report after.</summary>
    public SufficiencyReport After { get; }

    /// <summary>
    /// What changes: the days first, then what is taken as granted, then the models list by list, each in the order of the model after, and what is gone from it last. A day that
    /// moves on brings facts into view that both models have: each of them is a change of its own, beside the day. What a day that moves back takes out of view goes with the day.
    /// </summary>
    public ImmutableArray<CoalitionChange> Changes { get; }

    /// <summary>The standards that both models have and whose verdicts differ, in the order of the model after.</summary>
    public ImmutableArray<VerdictMove> Moves { get; }

    /// <summary>Compares two models on one day.</summary>
    /// <param name="before">The model before.</param>
    /// <param name="after">The model after.</param>
    /// <param name="on">The day.</param>
    /// <param name="knownAsOf">Only what had been published by this day counts; null for the as-of date of each model, and not after either.</param>
    /// <param name="budget">How much may be tried to find smallest causes; null for <see cref="ComparisonBudget.Default"/>.</param>
    /// <param name="cancellation">Ends the work early.</param>
    /// <returns>The comparison.</returns>
    /// <exception cref="ArgumentOutOfRangeException">
    /// A day is not of the ISO calendar, in the years 1 to 9999, or <paramref name="knownAsOf"/> is after a model's as-of date.
    /// </exception>
    /// <exception cref="OperationCanceledException">The work was cancelled.</exception>
    public static CoalitionComparison Between(
        CoalitionModel before, CoalitionModel after, LocalDate on, LocalDate? knownAsOf = null, ComparisonBudget? budget = null,
        CancellationToken cancellation = default) =>
        Between(
            SufficiencyEvaluator.Evaluate(before, on, knownAsOf, null, cancellation), SufficiencyEvaluator.Evaluate(after, on, knownAsOf, null, cancellation),
            budget, cancellation);

    /// <summary>Compares two reports: of two models, of two days, by what was known on two days, or with other matters taken as granted.</summary>
    /// <param name="before">The report before.</param>
    /// <param name="after">The report after.</param>
    /// <param name="budget">How much may be tried to find smallest causes; null for <see cref="ComparisonBudget.Default"/>.</param>
    /// <param name="cancellation">Ends the work early.</param>
    /// <returns>The comparison.</returns>
    /// <exception cref="OperationCanceledException">The work was cancelled.</exception>
    /// <remarks>
    /// The changes are found in time linear in the models. Smallest causes are sought by trying sets of changes in growing size, each at the cost of checking and
    /// evaluating a model, within the budget (see <see cref="MoveCause"/>).
    /// </remarks>
    public static CoalitionComparison Between(
        SufficiencyReport before, SufficiencyReport after, ComparisonBudget? budget = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        return new CoalitionComparison(before, after, budget ?? ComparisonBudget.Default, cancellation);
    }

    /// <summary>The report that comes of making some of the changes to what was before, and no others but what they take along.</summary>
    /// <param name="changes">The changes, of <see cref="Changes"/>, in any order.</param>
    /// <returns>The report. Made of all changes it says what <see cref="After"/> says, the order of lists aside.</returns>
    /// <exception cref="ArgumentException">
    /// A change is none of this comparison, or a matter is taken as granted that is not open then.
    /// </exception>
    /// <exception cref="CoalitionModelException">What comes of the changes is no valid model, as where a pledge is added without an approval that it needs.</exception>
    /// <remarks>
    /// A change takes along the added sources, nations and support types that it refers to, and the move of a day without which what it adds would not be
    /// in view. Facts that the moved day would bring into view by itself stay out of it unless their own changes are made: the model of the report holds them
    /// as not published yet, and its as-of date may be after the days of the report. What is taken as granted and is so no more after lapses where it is not open.
    /// </remarks>
    public SufficiencyReport Apply(IEnumerable<CoalitionChange> changes)
    {
        ArgumentNullException.ThrowIfNull(changes);
        var chosen = new List<int>();
        foreach (var change in changes)
        {
            ArgumentNullException.ThrowIfNull(change, nameof(changes));
            if (change.Position >= steps.Length || !change.Equals(Changes[change.Position]))
            {
                throw new ArgumentException($"Not a change of this comparison: {change}.", nameof(changes));
            }

            chosen.Add(change.Position);
        }

        return trials.Report(trials.WithAlong([.. chosen]));
    }

    /// <summary>The comparison as plain text: the verdicts that moved with their causes, then all changes.</summary>
    /// <returns>Lines that end in line feeds. Invariant and stable: the same comparison gives the same text.</returns>
    /// <remarks>Of a cause of which the budget ended before it was irreducible (see <see cref="MoveCause.IsIrreducible"/>) the first 20 changes are told, and how many more there are.</remarks>
    public string ToText() => Told(new Outline.Plain());

    /// <summary>The comparison as GitHub-flavoured Markdown, with all text of the models escaped.</summary>
    /// <returns>Lines that end in line feeds. Invariant and stable: the same comparison gives the same text.</returns>
    public string ToMarkdown() => Told(new Outline.Markdown());

    private ImmutableArray<VerdictMove> FindMoves(ComparisonBudget budget, CancellationToken cancellation)
    {
        var was = Findings(Before).ToDictionary(f => f.Standard);
        var moved = Findings(After).Where(now => was.TryGetValue(now.Standard, out var old) && old.Found.Verdict != now.Found.Verdict).ToList();
        if (moved.Count == 0)
        {
            return [];
        }

        var causes = new CauseSearch(trials, steps, [.. moved.Select(m => (m.Standard, m.Found.Verdict))], budget, cancellation).Find();
        return [.. moved.Select((now, i) => new VerdictMove(now.Standard.Guarantee, now.Standard.Standard, was[now.Standard].Found, now.Found, causes[i]))];
    }

    private static IEnumerable<(StandardKey Standard, (Verdict? Verdict, GuaranteeForce Force) Found)> Findings(SufficiencyReport report) =>
        report.Guarantees.SelectMany(g => g.Standards.Select(s => (new StandardKey(s.Guarantee, s.Standard), (s.Verdict, g.Force))));

    private string Told(Outline outline)
    {
        new ComparisonTeller(this, outline).Tell();
        return outline.ToString();
    }
}
