using System.Collections.Immutable;
using Coalition.Internal;
using NodaTime;

namespace Coalition.Comparison;

/// <summary>A list whose items are added, removed and replaced one by one. Its order bears on nothing.</summary>
internal sealed class ItemsPart<T, TItem>(string property) : Part<T>(property)
    where TItem : notnull
{
    internal required ChangedPart What { get; init; }

    internal required Func<T, ImmutableArray<TItem>> Get { get; init; }

    internal required Func<T, ImmutableArray<TItem>, T> With { get; init; }

    /// <summary>What an item that only one model has shares with the item of the other that it stands for.</summary>
    internal required Func<TItem, object> Key { get; init; }

    /// <summary>What a sentence calls an item of an entry, such as <c>the act 'approved' of 'gb-commons' on 2026-02-03</c>.</summary>
    internal required Func<TItem, string, string> Noun { get; init; }

    /// <summary>What a sentence calls an item that is replaced, where the key leaves open what is in <see cref="Noun"/>; null for that.</summary>
    internal Func<TItem, string, string>? ReplacedNoun { get; init; }

    /// <summary>The item as the model file spells it; null if it has no name.</summary>
    internal required Func<TItem, string?> Name { get; init; }

    /// <summary>The whole item in words.</summary>
    internal required Func<TItem, string> Words { get; init; }

    internal required Func<TItem, IEnumerable<Reference>> Refers { get; init; }

    /// <summary>The one form of items that are the same but for the order of lists.</summary>
    internal Func<TItem, TItem> Unordered { get; init; } = item => item;

    /// <summary>An item without what no rule reads.</summary>
    internal Func<TItem, TItem> Bare { get; init; } = item => item;

    /// <summary>From when an item of an entry is in view; null if it always is.</summary>
    internal Func<T, TItem, Frame, Sight>? SightOf { get; init; }

    /// <summary>Leaves an item of an entry out of the view of a question; null for taking it out of the list.</summary>
    internal Func<T, TItem, Asked, T>? HiddenFrom { get; init; }

    internal Func<TItem, LocalDate?> On { get; init; } = _ => null;

    internal override void Compare(Place<T> place, T before, T after, Differences into)
    {
        var (was, now) = (Get(before), Get(after));
        if (Sequence.Same(was, now) && (SightOf is null || !into.ComesIntoView))
        {
            return;
        }

        foreach (var pair in Pairing.Of(was, now, Unordered, Key))
        {
            if (!pair.HasAfter)
            {
                AddRemoved(place, pair.Before, into);
                continue;
            }

            var sight = SightOf?.Invoke(after, pair.After, into.After);
            var brings = sight is { } seen && into.After.Beyond(seen) == DayMoves.None ? into.Before.Beyond(seen) : DayMoves.None;
            if (!pair.HasBefore)
            {
                AddAdded(place, pair.After, brings, into);
                continue;
            }

            var hiddenBy = SightOf is null ? DayMoves.None : into.Before.Beyond(SightOf(before, pair.Before, into.Before));
            if (brings != DayMoves.None && hiddenBy != DayMoves.None)
            {
                AddInView(place, pair, sight!.Value, brings, hiddenBy, into);
            }
            else if (!IsSame(pair.Before, pair.After))
            {
                AddReplaced(place, pair, brings, into);
            }
        }
    }

    private bool IsSame(TItem was, TItem now) => Comparison.Unordered.Same(was, now, Unordered);

    private void AddRemoved(Place<T> place, TItem was, Differences into) => into.Add(
        ChangeKind.Removed, What, $"{Noun(was, place.Words)} is removed", change => Describe(change, place, was) with { Before = Words(was) },
        Take(place, items => items.Remove(Unordered(was))));

    private void AddAdded(Place<T> place, TItem now, DayMoves brings, Differences into) => into.Add(
        ChangeKind.Added, What, $"{Noun(now, place.Words)} is added", change => Describe(change, place, now) with { After = Words(now) },
        Take(place, items => items.Add(Unordered(now))), brings, [.. Refers(now)]);

    private void AddReplaced(Place<T> place, ItemPair<TItem> pair, DayMoves brings, Differences into) => into.Add(
        ChangeKind.Changed, What, $"{(ReplacedNoun ?? Noun)(pair.After, place.Words)} changes: {FromTo(pair)}",
        change => Describe(change, place, pair.After) with
        {
            Before = Words(pair.Before),
            After = Words(pair.After),
            BearsOnVerdicts = !IsSame(Bare(pair.Before), Bare(pair.After)),
        },
        Take(place, items => items.Replace(Unordered(pair.Before), Unordered(pair.After))), brings, [.. Refers(pair.After)]);

    // It is in both models, and only the days keep it out of view before.
    private void AddInView(Place<T> place, ItemPair<TItem> pair, Sight sight, DayMoves brings, DayMoves hiddenBy, Differences into)
    {
        var isLearnt = brings.HasFlag(DayMoves.Knowledge);
        var isSame = IsSame(pair.Before, pair.After);
        var verb = isLearnt ? $"becomes known on {IsoDate.Format(sight.KnownFrom)}" : "is reached";
        into.Add(
            isLearnt ? ChangeKind.Learnt : ChangeKind.Reached, What,
            $"{Noun(pair.After, place.Words)} {verb}{(isSame ? "" : $", and changes: {FromTo(pair)}")}",
            change => Describe(change, place, pair.After) with { Before = isSame ? null : Words(pair.Before), After = Words(pair.After) },
            isSame ? null : Take(place, items => items.Replace(Unordered(pair.Before), Unordered(pair.After))), brings, [.. Refers(pair.After)],
            Hide(place, pair.Before),
            hiddenBy);
    }

    private Action<DraftEdits, Asked> Hide(Place<T> place, TItem item)
    {
        var removed = Take(place, items => items.Remove(Unordered(item)));
        return HiddenFrom is { } hidden ? (edits, asked) => place.Edit(edits, entry => hidden(entry, item, asked)) : (edits, _) => removed(edits);
    }

    private CoalitionChange Describe(CoalitionChange change, Place<T> place, TItem item) =>
        change with { Subject = place.Subject, Item = Name(item), On = On(item) };

    private string FromTo(ItemPair<TItem> pair) => $"from {Short(pair.Before)} to {Short(pair.After)}";

    private string Short(TItem item) => Guard.OneLine(Guard.Clip(Words(item)));

    // In their one form, since items of one list may have to agree: the bodies that consent, on one mandate.
    private Action<DraftEdits> Take(Place<T> place, Func<ImmutableArray<TItem>, ImmutableArray<TItem>> edit) =>
        edits => place.Edit(edits, entry => With(entry, edit([.. Get(entry).Select(Unordered)])));
}
