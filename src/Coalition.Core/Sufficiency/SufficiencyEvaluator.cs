using Coalition.Internal;
using NodaTime;

namespace Coalition.Sufficiency;

/// <summary>Says whether each guarantee of a model is enough on a day, by whose standard, and why.</summary>
public static class SufficiencyEvaluator
{
    /// <summary>Evaluates every guarantee by each of its standards.</summary>
    /// <param name="model">The model.</param>
    /// <param name="on">The day.</param>
    /// <param name="knownAsOf">Only what had been published by this day counts; null for the model's as-of date, and not after it.</param>
    /// <param name="granting">Open matters to take as settled favourably, as a what-if (rule S4); null for none.</param>
    /// <param name="cancellation">Ends the work early.</param>
    /// <returns>The verdicts with their grounds.</returns>
    /// <exception cref="ArgumentOutOfRangeException">
    /// A day is not of the ISO calendar, in the years 1 to 9999, or <paramref name="knownAsOf"/> is after the model's as-of date.
    /// </exception>
    /// <exception cref="ArgumentException">A matter of <paramref name="granting"/> is not open on that day.</exception>
    /// <exception cref="OperationCanceledException">The work was cancelled.</exception>
    /// <remarks>
    /// A pure function (property P10): no clock, no culture, no state. The time taken grows linearly with the pledges, but where conditions wait for each
    /// other in long tangles. The grounds of a gate are told when they are asked for; what they cost then is not under <paramref name="cancellation"/>.
    /// </remarks>
    public static SufficiencyReport Evaluate(
        CoalitionModel model,
        LocalDate on,
        LocalDate? knownAsOf = null,
        IEnumerable<OpenMatter>? granting = null,
        CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(model);
        var situation = new Situation(model, Guard.Day(on, nameof(on)), model.Known(knownAsOf), granting ?? [], cancellation);
        return new Evaluation(situation, cancellation).Report(cancellation);
    }
}
