using System.Collections.Immutable;

namespace Coalition.Comparison;

/// <summary>Edits of one list of a draft, by the positions that entries have before.</summary>
internal sealed class EntryEdits<TEntry>(ImmutableArray<TEntry> before)
    where TEntry : class
{
    private readonly List<TEntry> added = [];
    private TEntry?[]? entries;

    internal bool IsEdited => entries is not null || added.Count > 0;

    internal void Add(TEntry entry) => added.Add(entry);

    internal void Remove(int position) => Entries[position] = null;

    internal void Edit(int position, Func<TEntry, TEntry> edit) => Entries[position] = edit(Entries[position]!);

    internal ImmutableArray<TEntry> Build() => IsEdited ? [.. (entries ?? [.. before]).OfType<TEntry>(), .. added] : before;

    private TEntry?[] Entries => entries ??= [.. before];
}
