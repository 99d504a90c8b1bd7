using System.Collections.Immutable;
using Coalition.Approvals;

namespace Coalition.Internal;

/// <summary>What a pledge refers to, looked up once.</summary>
/// <param name="Support">Its support type.</param>
/// <param name="Nation">The position of its nation in the model.</param>
/// <param name="Unit">What its claims are counted in.</param>
/// <param name="Host">The position of the host whose consent it needs; -1 if it needs none.</param>
/// <param name="Needs">The positions of the approvals that it needs.</param>
/// <param name="NationalLimit">The position of the one of these that may set national ceilings, or -1.</param>
/// <param name="HostLimit">The position of the one of these that may set ceilings of the host, or -1.</param>
internal readonly record struct PledgeLinks(
    SupportType Support, int Nation, Unit Unit, int Host, ImmutableArray<int> Needs, int NationalLimit, int HostLimit);

/// <summary>The entries of one list by id.</summary>
internal sealed class EntryIndex<TKey, TEntry>
    where TKey : notnull
{
    private readonly Dictionary<TKey, int> positions;
    private readonly ImmutableArray<TEntry> entries;

    // Ids of entries that a file declares but that are too broken to be built: references to them do not dangle.
    private readonly HashSet<TKey>? broken;

    internal EntryIndex(ImmutableArray<TEntry> entries, Func<TEntry, TKey> key, HashSet<TKey>? broken, Action<TKey> onSecond)
    {
        this.entries = entries;
        this.broken = broken;
        positions = new Dictionary<TKey, int>(entries.Length);
        for (var i = 0; i < entries.Length; i++)
        {
            if (!positions.TryAdd(key(entries[i]), i))
            {
                onSecond(key(entries[i]));
            }
        }
    }

    internal int Count => entries.Length;

    internal IEnumerable<TKey> Keys => positions.Keys;

    /// <summary>The position of an entry, or -1.</summary>
    internal int PositionOf(TKey key) => positions.TryGetValue(key, out var position) ? position : -1;

    internal TEntry? Find(TKey key) => positions.TryGetValue(key, out var position) ? entries[position] : default;

    /// <summary>Whether an entry of that id is declared, be it broken.</summary>
    internal bool Declares(TKey key) => positions.ContainsKey(key) || (broken?.Contains(key) ?? false);
}

/// <summary>Ids that a file declares for entries that could not be built.</summary>
internal sealed class BrokenEntries
{
    internal HashSet<string> Sources { get; } = [];

    internal HashSet<string> SupportTypes { get; } = [];

    internal HashSet<NationCode> Nations { get; } = [];

    internal HashSet<string> Circumstances { get; } = [];

    internal HashSet<string> Approvals { get; } = [];

    internal HashSet<string> Pledges { get; } = [];

    internal HashSet<string> Guarantees { get; } = [];
}

/// <summary>Every list of a model by id, and what each pledge refers to.</summary>
internal sealed class ModelIndex
{
    private readonly HashSet<Unit> units;
    private readonly Dictionary<StandardKey, SufficiencyStandard> standards = [];

    internal ModelIndex(CoalitionDraft draft, Problems problems, BrokenEntries? broken)
    {
        Draft = draft;
        units = [.. Unit.WellKnown, .. draft.SupportTypes.Select(t => t.Unit)];
        foreach (var guarantee in draft.Guarantees)
        {
            foreach (var standard in guarantee.Standards)
            {
                standards.TryAdd(new StandardKey(guarantee.Id, standard.Id), standard);
            }
        }

        Sources = Index(draft.Sources, s => s.Id, broken?.Sources, "sources");
        SourceOf = Sources.Find;
        Nations = Index(draft.Nations, n => n.Code, broken?.Nations, "nations");
        Circumstances = Index(draft.Circumstances, c => c.Id, broken?.Circumstances, "circumstances");
        Approvals = Index(draft.Approvals, a => a.Id, broken?.Approvals, "approvals");
        Pledges = Index(draft.Pledges, p => p.Id, broken?.Pledges, "pledges");
        Guarantees = Index(draft.Guarantees, g => g.Id, broken?.Guarantees, "guarantees");
        SupportTypes = Index(SupportType.WellKnown.AddRange(draft.SupportTypes), s => s.Id, broken?.SupportTypes, "supportTypes");

        EntryIndex<TKey, TEntry> Index<TKey, TEntry>(ImmutableArray<TEntry> entries, Func<TEntry, TKey> key, HashSet<TKey>? declared, string list)
            where TKey : notnull => new(entries, key, declared, id => problems.Add(
                $"$.{list}.{id}", $"a second entry with the id '{id}'", "an id that no other entry of the list, and no well-known support type, has"));
    }

    internal CoalitionDraft Draft { get; }

    /// <summary>Whether a unit other than a currency is well known, or that of a support type of the model.</summary>
    internal bool Knows(Unit unit) => units.Contains(unit);

    /// <summary>The standard of a guarantee that some id names, or the only one where none is named; null if there is none.</summary>
    internal SufficiencyStandard? FindStandard(Guarantee guarantee, string? standard) =>
        standard is null ? guarantee.Standards[0] : standards.GetValueOrDefault(new StandardKey(guarantee.Id, standard));

    internal EntryIndex<string, Source> Sources { get; }

    internal EntryIndex<string, SupportType> SupportTypes { get; }

    internal EntryIndex<NationCode, Nation> Nations { get; }

    internal EntryIndex<string, Circumstance> Circumstances { get; }

    internal EntryIndex<string, ParliamentaryApproval> Approvals { get; }

    internal EntryIndex<string, Pledge> Pledges { get; }

    internal EntryIndex<string, Guarantee> Guarantees { get; }

    /// <summary>What each pledge refers to, by its position; filled in by the check.</summary>
    internal PledgeLinks[] Links { get; set; } = [];

    /// <summary>The pledges by what filters name; filled in by the check.</summary>
    internal FilterCandidates Candidates { get; set; } = null!;

    internal Func<string, Source?> SourceOf { get; }
}
