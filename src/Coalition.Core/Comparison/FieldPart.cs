using Coalition.Internal;

namespace Coalition.Comparison;

/// <summary>A property that is replaced as a whole.</summary>
/// <param name="property">The property of the record.</param>
/// <param name="name">The property as the model file spells it.</param>
/// <param name="bears">Whether a rule reads it.</param>
/// <param name="get">Reads it.</param>
/// <param name="with">Gives the entry another value.</param>
/// <param name="words">A value in words; null if there is none.</param>
/// <param name="same">Whether two values are the same, the order of lists aside; null for equality.</param>
/// <param name="refers">What a value refers to; null if nothing.</param>
/// <param name="noun">What a sentence calls the property; null for its name.</param>
internal sealed class FieldPart<T, TValue>(
    string property,
    string name,
    bool bears,
    Func<T, TValue> get,
    Func<T, TValue, T> with,
    Func<TValue, string?> words,
    Func<TValue, TValue, bool>? same = null,
    Func<TValue, IEnumerable<Reference>>? refers = null,
    string? noun = null)
    : Part<T>(property)
{
    internal override void Compare(Place<T> place, T before, T after, Differences into)
    {
        var (was, now) = (get(before), get(after));
        if ((same ?? EqualityComparer<TValue>.Default.Equals)(was, now))
        {
            return;
        }

        var (old, young) = (words(was), words(now));
        into.Add(
            ChangeKind.Changed, place.What, $"the {noun ?? name} of {place.Words} changes: from {Short(old)} to {Short(young)}",
            change => change with { Subject = place.Subject, Item = place.Item, Aspect = name, Before = old, After = young, BearsOnVerdicts = bears },
            edits => place.Edit(edits, entry => with(entry, now)),
            refers: [.. refers?.Invoke(now) ?? []]);
    }

    private static string Short(string? words) => words is null ? "nothing" : Guard.OneLine(Guard.Clip(words));
}
