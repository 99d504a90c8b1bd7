using Coalition.Analysis.Diagrams;
using Coalition.Sufficiency;
using NodaTime;

namespace Coalition.Analysis;

/// <content>From a model to its function.</content>
public sealed partial class SufficiencyFunction
{
    private const VariableKinds AllKinds = VariableKinds.OpenMatters | VariableKinds.Nations | VariableKinds.Parties;

    /// <summary>The gates from which the diagram was compiled, and the one that says whether the standard is met.</summary>
    internal (Circuit Circuit, Signal Requirement) Gates => (circuit, requirement);

    /// <summary>Compiles the sufficiency of a guarantee by a standard, on a day.</summary>
    /// <param name="model">The model.</param>
    /// <param name="on">The day.</param>
    /// <param name="guarantee">The id of the guarantee.</param>
    /// <param name="standard">The id of the standard; null where the guarantee has only one.</param>
    /// <param name="over">What the variables are; whatever is none stays as it is on record, so that an open matter that is none is not granted.</param>
    /// <param name="knownAsOf">Only what had been published by this day counts; null for the model's as-of date, and not after it.</param>
    /// <param name="granting">Open matters to take as settled favourably, which then are no variables; null for none.</param>
    /// <param name="budget">How much the work may use; null for <see cref="AnalysisBudget.Default"/>.</param>
    /// <param name="cancellation">Ends the work early.</param>
    /// <returns>
    /// The function. Its variables are those open matters that it hangs on, by kind and in the order of the model, and then all nations that promise something on
    /// the day, with or without effect, in the order of the model; last the parties of the open decisions that it hangs on, in the order of the model.
    /// </returns>
    /// <exception cref="ArgumentException">
    /// The model has no such guarantee; the guarantee has no such standard, or several and none is named; it is not in force, since the day is outside its term
    /// or its trigger has ended or is ruled out; <paramref name="over"/> names no kind or one that does not exist; or a matter of
    /// <paramref name="granting"/> is not open on that day.
    /// </exception>
    /// <exception cref="ArgumentOutOfRangeException">
    /// A day is not of the ISO calendar, in the years 1 to 9999, or <paramref name="knownAsOf"/> is after the model's as-of date.
    /// </exception>
    /// <exception cref="AnalysisBudgetException">The work does not fit the budget.</exception>
    /// <exception cref="OperationCanceledException">The work was cancelled.</exception>
    /// <remarks>
    /// The function is true of an assignment exactly if evaluating the model, with the pledges of nations that are false withdrawn, and with
    /// <paramref name="granting"/> and the matters that are true granted, finds the standard sufficient.
    /// </remarks>
    public static SufficiencyFunction Compile(
        CoalitionModel model,
        LocalDate on,
        string guarantee,
        string? standard = null,
        VariableKinds over = VariableKinds.OpenMatters,
        LocalDate? knownAsOf = null,
        IEnumerable<OpenMatter>? granting = null,
        AnalysisBudget? budget = null,
        CancellationToken cancellation = default)
    {
        if (over == VariableKinds.None || (over & ~AllKinds) != 0)
        {
            throw new ArgumentException($"Expected at least one kind of variables, and only those that exist: not '{over}'.", nameof(over));
        }

        var asked = StandardAsked.Of(model, on, guarantee, standard, knownAsOf, granting, cancellation);
        return new CircuitBuilder(asked.Situation, over, budget ?? AnalysisBudget.Default, cancellation).Compile(asked.Formula);
    }
}
