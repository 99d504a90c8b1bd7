using System.Collections.Immutable;
using Coalition.Analysis.Diagrams;
using Coalition.Sufficiency;
using NodaTime;

namespace Coalition.Analysis;

/// <summary>Who could break a deadlock by moving first (rule S9), and how the others would follow.</summary>
/// <remarks>
/// <para>
/// A nation moves first by giving up the conditions that it sets on pledges locked in the deadlock: its own, and those of mandates that it gives. All open matters
/// are taken as granted; what no deadlock holds back keeps its conditions.
/// </para>
/// <para>Immutable, and shared between threads without harm.</para>
/// </remarks>
public sealed class FirstMovers
{
    private readonly Func<CancellationToken, StandardAsked> ask;

    private FirstMovers(Verdict verdict, SufficiencyFunction function, Func<CancellationToken, StandardAsked> ask)
    {
        Verdict = verdict;
        Function = function;
        this.ask = ask;
    }

    /// <summary>The verdict by the standard. Only of a deadlock are there first movers: of any other verdict no set of nations is one.</summary>
    public Verdict Verdict { get; }

    /// <summary>
    /// Whether the standard would be met, as a function of which nations move first, each a <see cref="FunctionVariable.OfWaiver"/>: those that set a condition
    /// on a locked pledge that may bear on the standard, in the order of the model. False throughout, and of no variable, unless the verdict is deadlocked.
    /// </summary>
    public SufficiencyFunction Function { get; }

    /// <summary>The nations of <see cref="Function"/>, in the order of the model.</summary>
    public ImmutableArray<NationCode> Nations => [.. Function.Variables.OfType<FunctionVariable.OfWaiver>().Select(v => v.Nation)];

    /// <summary>Finds the first movers of a standard.</summary>
    /// <param name="model">The model.</param>
    /// <param name="on">The day.</param>
    /// <param name="guarantee">The id of the guarantee.</param>
    /// <param name="standard">The id of the standard; null where the guarantee has only one.</param>
    /// <param name="knownAsOf">Only what had been published by this day counts; null for the model's as-of date, and not after it.</param>
    /// <param name="granting">Open matters to take as settled favourably when the verdict is found; null for none.</param>
    /// <param name="budget">How much the work may use; null for <see cref="AnalysisBudget.Default"/>.</param>
    /// <param name="cancellation">Ends the work early.</param>
    /// <returns>The first movers; none where the verdict is another.</returns>
    /// <exception cref="ArgumentException">
    /// The model has no such guarantee; the guarantee has no such standard, or several and none is named; it is not in force; or a matter of
    /// <paramref name="granting"/> is not open on that day.
    /// </exception>
    /// <exception cref="ArgumentOutOfRangeException">
    /// A day is not of the ISO calendar, in the years 1 to 9999, or <paramref name="knownAsOf"/> is after the model's as-of date.
    /// </exception>
    /// <exception cref="AnalysisBudgetException">The work does not fit the budget.</exception>
    /// <exception cref="OperationCanceledException">The work was cancelled.</exception>
    public static FirstMovers Of(
        CoalitionModel model,
        LocalDate on,
        string guarantee,
        string? standard = null,
        LocalDate? knownAsOf = null,
        IEnumerable<OpenMatter>? granting = null,
        AnalysisBudget? budget = null,
        CancellationToken cancellation = default)
    {
        ImmutableArray<OpenMatter> given = [.. granting ?? []];
        var asked = Ask(cancellation);
        var situation = asked.Situation;
        var verdict = asked.Formula.Met.Verdict;
        budget ??= AnalysisBudget.Default;
        if (verdict != Verdict.Deadlocked)
        {
            return new FirstMovers(verdict, new SufficiencyFunction([], new Circuit(), Signal.False, budget, cancellation), Ask);
        }

        var locked = new bool[model.Pledges.Length];
        foreach (var pledge in situation.Pledges)
        {
            locked[pledge.Position] = IsLocked(pledge);
        }

        var allGranted = StandardAsked.Of(model, on, guarantee, standard, knownAsOf, situation.Day.Matters.Of(situation.Open), cancellation);
        var builder = new CircuitBuilder(allGranted.Situation, VariableKinds.None, budget, cancellation, locked);
        return new FirstMovers(verdict, builder.Compile(allGranted.Formula), Ask);

        StandardAsked Ask(CancellationToken stop)
        {
            var standing = StandardAsked.Of(model, on, guarantee, standard, knownAsOf, given, stop);
            standing.Situation.Points.WorkOut(stop);
            return standing;
        }
    }

    /// <summary>The minimal sets of nations that break the deadlock by moving first, each nation as a <see cref="FunctionVariable.OfWaiver"/>.</summary>
    /// <param name="cancellation">Ends the work early.</param>
    /// <returns>The sets: at least one if the verdict is deadlocked, and else none.</returns>
    /// <exception cref="AnalysisBudgetException">The sets do not fit the budget.</exception>
    /// <exception cref="OperationCanceledException">The work was cancelled.</exception>
    public MinimalSets Sets(CancellationToken cancellation = default) => Function.UnlockSets(cancellation);

    /// <summary>The rounds in which pledges come to stand once some nations have moved first, until nothing more follows.</summary>
    /// <param name="movers">The nations, each of <see cref="Nations"/>.</param>
    /// <param name="cancellation">Ends the work early.</param>
    /// <returns>
    /// The rounds. In each, every pledge comes to stand whose conditions, but for those given up, are met by what stood before it; the first is what the movers
    /// themselves bring about. Empty, if nothing follows from their move.
    /// </returns>
    /// <exception cref="ArgumentException">A nation is none of <see cref="Nations"/>.</exception>
    /// <exception cref="OperationCanceledException">The work was cancelled.</exception>
    /// <remarks>Cost: an evaluation of the model, and for each round the conditions of the pledges that do not stand yet.</remarks>
    public ImmutableArray<FollowingRound> RoundsAfter(IEnumerable<NationCode> movers, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(movers);
        var first = new HashSet<NationCode>(movers);
        var strangers = first.Except(Nations).ToList();
        if (strangers.Count > 0)
        {
            var expected = Nations.IsEmpty ? "none, as the verdict is no deadlock" : $"some of {string.Join(", ", Nations)}";
            throw new ArgumentException($"No condition that a deadlock rests on is set by {string.Join(", ", strangers)}: expected {expected}.", nameof(movers));
        }

        var asked = ask(cancellation);
        var (model, points) = (asked.Situation.Model, asked.Situation.Points);
        var locked = asked.Situation.Pledges.Where(IsLocked).ToHashSet();
        var rounds = ImmutableArray.CreateBuilder<FollowingRound>();
        foreach (var pledges in points.Rounds(Bound.Reachable, (p, c) => locked.Contains(p) && first.Contains(c.SetBy(p, model)), cancellation))
        {
            rounds.Add(new FollowingRound([.. pledges.Select(p => p.Pledge.Id)], [.. pledges.Select(p => p.Pledge.Nation).Distinct()], points.IsMet(asked.Formula, null)));
        }

        return rounds.ToImmutable();
    }

    private static bool IsLocked(PledgeOn pledge) => pledge.Stands[Bound.Possible] && !pledge.Stands[Bound.Reachable];
}
