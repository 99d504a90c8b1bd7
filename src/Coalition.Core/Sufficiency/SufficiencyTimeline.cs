using System.Collections.Immutable;
using Coalition.Internal;
using NodaTime;

namespace Coalition.Sufficiency;

/// <summary>From which day to which day each guarantee is enough, by whose standard, and what changes it.</summary>
/// <remarks>
/// <para>
/// It says for each day what <see cref="SufficiencyEvaluator.Evaluate"/> says on that day (property P7), by the same <see cref="KnownAsOf"/> on every one:
/// what is not known yet is not foreseen, but for what the model assumes.
/// </para>
/// <para>
/// A verdict can only change on the day of an act, an event or a stage, on the first day of a period, or on the day after its last. The timeline goes from one
/// such day to the next, looks anew only at what that day is about, and works out anew only the bounds that this may move. Cost: the days on which something changes times what the
/// conditions and totals of the model take. Immutable, and safe to use from any thread.
/// </para>
/// </remarks>
public sealed class SufficiencyTimeline
{
    private readonly ImmutableArray<DatedChange> ahead;

    internal SufficiencyTimeline(
        LocalDate from, LocalDate until, LocalDate knownAsOf, ImmutableArray<StandardTimeline> standards, ImmutableArray<DatedChange> ahead)
    {
        From = from;
        Until = until;
        KnownAsOf = knownAsOf;
        Standards = standards;
        this.ahead = ahead;
    }

    /// <summary>The first day, inclusive.</summary>
    public LocalDate From { get; }

    /// <summary>The last day, inclusive.</summary>
    public LocalDate Until { get; }

    /// <summary>The day up to which publications were taken into account, inclusive.</summary>
    public LocalDate KnownAsOf { get; }

    /// <summary>Every standard of every guarantee, in the order of the model.</summary>
    public ImmutableArray<StandardTimeline> Standards { get; }

    /// <summary>The timeline of one standard.</summary>
    /// <param name="guarantee">The id of the guarantee.</param>
    /// <param name="standard">The id of the standard.</param>
    /// <exception cref="KeyNotFoundException">The model has no such guarantee, or the guarantee no such standard.</exception>
    /// <exception cref="ArgumentNullException">An id is null.</exception>
    public StandardTimeline this[string guarantee, string standard]
    {
        get
        {
            ArgumentNullException.ThrowIfNull(guarantee);
            ArgumentNullException.ThrowIfNull(standard);
            return Standards.FirstOrDefault(s => s.Guarantee == guarantee && s.Standard == standard)
                ?? throw new KeyNotFoundException($"The model has no standard '{Guard.Clip(standard)}' of a guarantee '{Guard.Clip(guarantee)}'.");
        }
    }

    /// <summary>Makes the timeline of every guarantee by each of its standards.</summary>
    /// <param name="model">The model.</param>
    /// <param name="from">The first day, inclusive.</param>
    /// <param name="until">The last day, inclusive.</param>
    /// <param name="knownAsOf">Only what had been published by this day counts; null for the model's as-of date, and not after it.</param>
    /// <param name="cancellation">Ends the work early.</param>
    /// <returns>The timeline.</returns>
    /// <exception cref="ArgumentOutOfRangeException">
    /// A day is not of the ISO calendar, in the years 1 to 9999, or <paramref name="knownAsOf"/> is after the model's as-of date.
    /// </exception>
    /// <exception cref="ArgumentException"><paramref name="until"/> is before <paramref name="from"/>.</exception>
    /// <exception cref="ArgumentNullException"><paramref name="model"/> is null.</exception>
    /// <exception cref="OperationCanceledException">The work was cancelled.</exception>
    public static SufficiencyTimeline Over(
        CoalitionModel model, LocalDate from, LocalDate until, LocalDate? knownAsOf = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(model);
        if (Guard.Day(until, nameof(until)) < Guard.Day(from, nameof(from)))
        {
            throw new ArgumentException($"The last day, {IsoDate.Format(until)}, is before the first, {IsoDate.Format(from)}.", nameof(until));
        }

        var known = model.Known(knownAsOf);
        cancellation.ThrowIfCancellationRequested();
        return new TimelineWalk(model, from, until, known, cancellation).Go();
    }

    /// <summary>What lapses, falls due or begins with the days of the timeline from a day on.</summary>
    /// <param name="on">A day of the timeline.</param>
    /// <returns>
    /// The ends and beginnings of mandates, periods of pledges and terms, the days on which a decision is due or silence becomes consent, and those on which
    /// forces become ready; by their <see cref="UpcomingChange.LastDay"/>, the soonest first, and those of one day in the order of the model.
    /// </returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="on"/> lies outside the timeline.</exception>
    /// <remarks>
    /// Something due on a day is still listed on that day, with no days' notice, and is not on the day after; so what ends with the last day of the timeline is
    /// listed, and what ends with the last day of the calendar never is. A decision due after <see cref="KnownAsOf"/> is
    /// listed, though no verdict hangs on it: by what is known, it may still be taken. What the model assumes is taken for granted: a deadline
    /// that an assumed act meets does not fall due. A mandate ends with its last day unless an extension or a renewal allows the same from the day after; one
    /// that goes on only provisionally is listed at both its ends. Acts, events and changes of stage are not listed.
    /// </remarks>
    public ImmutableArray<UpcomingChange> NextChanges(LocalDate on)
    {
        if (Guard.Day(on, nameof(on)) < From || on > Until)
        {
            throw Outside(on, nameof(on), From, Until);
        }

        return [.. ahead.Where(change => change.On > on).Select(change => new UpcomingChange(change, Period.DaysBetween(on, change.LastDay)))];
    }

    internal static ArgumentOutOfRangeException Outside(LocalDate day, string argument, LocalDate from, LocalDate until) => new(
        argument, IsoDate.Format(day), $"Expected a day of the timeline, from {IsoDate.Format(from)} to {IsoDate.Format(until)}.");
}
