namespace Coalition.Comparison;

/// <summary>Something that both models have, whose parts are compared.</summary>
/// <param name="What">What it is.</param>
/// <param name="Subject">The id of the entry; null for the model.</param>
/// <param name="Item">The id of the standard within the entry; null for an entry.</param>
/// <param name="Words">What a sentence calls it, such as <c>'gb-land'</c>.</param>
/// <param name="Edit">Puts what is made of it into its place.</param>
internal sealed record Place<T>(ChangedPart What, string? Subject, string? Item, string Words, Action<DraftEdits, Func<T, T>> Edit);

/// <summary>A part of an entry, compared in its own way.</summary>
internal abstract class Part<T>(string property)
{
    /// <summary>The property of the record that it compares.</summary>
    internal string Property => property;

    internal abstract void Compare(Place<T> place, T before, T after, Differences into);
}
