using System.Collections.Immutable;
using System.Numerics;
using Coalition.Approvals;
using NodaTime;

namespace Coalition.Internal;

/// <summary>Rules S1 and S2: which facts are on record, and the state that follows from them.</summary>
internal static class Chronology
{
    /// <summary>How many facts about one thing may share a day: all their orders are tried.</summary>
    internal const int MaxPerDay = 6;

    /// <summary>The day from which a fact is known: its publication, that of its source, or its own day; an assumption always.</summary>
    internal static LocalDate KnownFrom(DatedFact fact, Func<string, Source?> sources, string? sourceOfAll = null) =>
        fact.Assumed ? LocalDate.MinIsoValue
        : fact.Published?.From ?? ((fact.Source ?? sourceOfAll) is { } id ? sources(id)?.Published?.From : null) ?? fact.On;

    /// <summary>The day from which a claim is known; always if nothing dates it.</summary>
    internal static LocalDate KnownFrom(Claim claim, string? pledgeSource, Func<string, Source?> sources) =>
        claim.Published?.From ?? ((claim.Source ?? pledgeSource) is { } id ? sources(id)?.Published?.From : null) ?? LocalDate.MinIsoValue;

    /// <summary>The facts that hold on a day and are known by another, by day.</summary>
    internal static List<TFact> Visible<TFact>(ImmutableArray<TFact> facts, Func<string, Source?> sources, LocalDate on, LocalDate knownAsOf)
        where TFact : DatedFact
    {
        var visible = new List<TFact>(facts.Length);
        foreach (var fact in facts)
        {
            if (fact.On <= on && KnownFrom(fact, sources) <= knownAsOf)
            {
                visible.Add(fact);
            }
        }

        // Stable, so that the order of a file decides nothing but is kept.
        return IsSorted(visible) ? visible : [.. visible.OrderBy(f => f.On)];
    }

    private static bool IsSorted<TFact>(List<TFact> facts)
        where TFact : DatedFact
    {
        for (var i = 1; i < facts.Count; i++)
        {
            if (facts[i].On < facts[i - 1].On)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>How an act moves an approval on: by the state that the days before the act have left.</summary>
    /// <remarks>
    /// An act on record says that its day came as the record has it, be that day ahead of what is known (an assumption, or a day that was announced): silence
    /// that ended before it has become consent. So every beginning of a checked history folds, by whatever is known.
    /// </remarks>
    internal static Func<ParliamentaryApprovalState, ApprovalAct, ParliamentaryApprovalState?> Next(ParliamentaryApproval approval) =>
        (state, act) => Deadlines.Elapse(state, approval, act.On, LocalDate.MaxIsoValue).After(act, approval);

    /// <summary>The state after facts sorted by day, each of which some state allows: a checked model holds no others.</summary>
    /// <remarks>An assumption that builds on what had not been published yet has no effect: it is on record, but there is nothing that it could follow.</remarks>
    internal static TState Fold<TState, TFact>(TState initial, List<TFact> sorted, Func<TState, TFact, TState?> next)
        where TState : class
        where TFact : DatedFact =>
        TryFold(initial, sorted, next, mayPassOver: true, out _) ?? throw new InvalidOperationException("The facts were not checked.");

    /// <summary>The state after facts sorted by day; null with the fault where no order of a day is allowed, or two orders end differently.</summary>
    /// <param name="initial">The state before the first.</param>
    /// <param name="sorted">The facts.</param>
    /// <param name="next">The state after a fact; null if the state does not allow it.</param>
    /// <param name="mayPassOver">Whether assumptions of a day that the state does not allow are passed over.</param>
    /// <param name="fault">The fault; null if there is none.</param>
    internal static TState? TryFold<TState, TFact>(
        TState initial, List<TFact> sorted, Func<TState, TFact, TState?> next, bool mayPassOver, out Fault<TState, TFact>? fault)
        where TState : class
        where TFact : DatedFact
    {
        fault = null;
        var state = initial;
        for (var start = 0; start < sorted.Count;)
        {
            var end = start + 1;
            while (end < sorted.Count && sorted[end].On == sorted[start].On)
            {
                end++;
            }

            // One fact a day is the rule, and needs no trying of orders.
            if (end == start + 1 && next(state, sorted[start]) is { } only)
            {
                (state, start) = (only, end);
                continue;
            }

            var day = sorted[start..end];
            var ends = new List<TState>();
            if (day.Count <= MaxPerDay)
            {
                CollectEnds(state, day, next, ends);
            }

            if (ends.Count == 0 && mayPassOver && day.Count <= MaxPerDay)
            {
                ends = PassOver(state, day, next);
            }

            if (ends.Count != 1)
            {
                fault = new Fault<TState, TFact>(state, day, ends);
                return null;
            }

            state = ends[0];
            start = end;
        }

        return state;
    }

    // The ends of the day without the fewest assumptions, such that there is only one: what the state does not allow has no effect, and the others keep theirs.
    private static List<TState> PassOver<TState, TFact>(TState state, List<TFact> day, Func<TState, TFact, TState?> next)
        where TState : class
        where TFact : DatedFact
    {
        var ends = new List<TState>();
        int[] assumed = [.. Enumerable.Range(0, day.Count).Where(i => day[i].Assumed)];
        for (var without = 1; without <= assumed.Length && ends.Count != 1; without++)
        {
            ends.Clear();
            for (var left = 0; left < 1 << assumed.Length; left++)
            {
                if (BitOperations.PopCount((uint)left) == without)
                {
                    List<TFact> kept = [.. day.Where((_, i) => Array.IndexOf(assumed, i) is var a && (a < 0 || (left & (1 << a)) == 0))];
                    CollectEnds(state, kept, next, ends);
                }
            }
        }

        return ends;
    }

    // Every order of one day's facts; keeps the different states in which the allowed ones end.
    private static void CollectEnds<TState, TFact>(TState state, List<TFact> rest, Func<TState, TFact, TState?> next, List<TState> ends)
        where TState : class
        where TFact : DatedFact
    {
        if (rest.Count == 0)
        {
            if (!ends.Contains(state))
            {
                ends.Add(state);
            }

            return;
        }

        for (var i = 0; i < rest.Count; i++)
        {
            if (next(state, rest[i]) is { } after)
            {
                CollectEnds(after, [.. rest[..i], .. rest[(i + 1)..]], next, ends);
            }
        }
    }

    /// <summary>Why the facts of one day do not fold.</summary>
    internal sealed record Fault<TState, TFact>(TState Before, List<TFact> Day, List<TState> Ends);
}
