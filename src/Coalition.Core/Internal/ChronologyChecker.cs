using System.Collections.Immutable;
using NodaTime;

namespace Coalition.Internal;

/// <summary>Checks that the facts about one matter fold into one state on every day, by whatever had been published by then (rules S1 and S2).</summary>
internal sealed class ChronologyChecker<TState, TFact>(
    Problems problems,
    string path,
    Func<string, Source?> sources,
    TState initial,
    Func<TState, TFact, TState?> next,
    Func<TState, LocalDate, TState> onDay,
    Func<TFact, string> nameOfFact,
    Func<TState, string> nameOfState,
    Func<TState, string> allowed)
    where TState : class
    where TFact : DatedFact
{
    internal void Check(ImmutableArray<TFact> facts, CancellationToken cancellation)
    {
        if (facts.IsEmpty)
        {
            return;
        }

        var sorted = Chronology.Visible(facts, sources, LocalDate.MaxIsoValue, LocalDate.MaxIsoValue);
        if (Chronology.TryFold(initial, sorted, next, mayPassOver: false, out var fault) is null)
        {
            Report(fault!, facts, null);
            return;
        }

        // What is on record changes only when something is published. Most histories are published in the order of their days,
        // and then each record is a beginning of the whole.
        LocalDate[] known = [.. sorted.Select(f => Chronology.KnownFrom(f, sources))];
        if (IsInOrder(sorted, known))
        {
            return;
        }

        foreach (var knownAsOf in known.Distinct().Order())
        {
            cancellation.ThrowIfCancellationRequested();
            var visible = Chronology.Visible(facts, sources, LocalDate.MaxIsoValue, knownAsOf);
            if (Chronology.TryFold(initial, visible, next, mayPassOver: true, out fault) is null)
            {
                Report(fault!, facts, knownAsOf);
                return;
            }
        }
    }

    private static bool IsInOrder(List<TFact> sorted, LocalDate[] known)
    {
        for (var i = 1; i < known.Length; i++)
        {
            if (known[i] < known[i - 1] || (sorted[i].On == sorted[i - 1].On && known[i] != known[i - 1]))
            {
                return false;
            }
        }

        return true;
    }

    private void Report(Chronology.Fault<TState, TFact> fault, ImmutableArray<TFact> facts, LocalDate? knownAsOf)
    {
        var first = fault.Day[0];
        var names = string.Join(" and ", fault.Day.Select(f => $"'{nameOfFact(f)}'"));
        var when = $"on {IsoDate.Format(first.On)}{(knownAsOf is { } date ? $", by what was published up to {IsoDate.Format(date)}" : "")}";
        var place = fault.Day.Count == 1 ? $"{path}[{facts.IndexOf(first)}]" : path;
        if (fault.Day.Count > Chronology.MaxPerDay)
        {
            problems.Add(place, $"{fault.Day.Count} entries {when}", $"at most {Chronology.MaxPerDay} a day");
        }
        else if (fault.Ends.Count > 1)
        {
            problems.Add(
                place, $"{names} {when}",
                $"entries of one day to end in one state whatever their order, not in {string.Join(" or ", fault.Ends.Select(nameOfState))}");
        }
        else
        {
            var before = onDay(fault.Before, first.On);
            var words = allowed(before);
            problems.Add(
                place, $"{names} {when}, in the state '{nameOfState(before)}'",
                words.Length == 0 ? "no entry: this state allows none" : $"what this state allows: {words}");
        }
    }
}
