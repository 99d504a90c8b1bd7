using System.Collections.Immutable;
using Coalition.Internal;

namespace Coalition;

/// <summary>A named fact of the world on which pledges and guarantees wait, such as a ceasefire in force.</summary>
/// <remarks>Its <see cref="CircumstanceState"/> on a day follows from its events. Equality is by value, and of the events by sequence.</remarks>
public sealed record Circumstance
{
    /// <summary>The id by which conditions and triggers refer to it.</summary>
    public required string Id { get; init => field = Guard.Id(value); }

    /// <summary>What holds when it holds. Not empty.</summary>
    public required string Title { get; init => field = Guard.Text(value); }

    /// <summary>What has happened, in any order; unknown on every day if empty.</summary>
    public ImmutableArray<CircumstanceEvent> Events { get; init => field = Guard.Items(value); } = [];

    /// <summary>The id of the source that names the circumstance; null if none is cited.</summary>
    public string? Source { get; init => field = Guard.OptionalId(value); }

    /// <summary>What else the record's author wants to say; null if nothing.</summary>
    public string? Note { get; init => field = Guard.OptionalText(value); }

    /// <summary>Equality by value.</summary>
    public bool Equals(Circumstance? other) => other is not null
        && Id == other.Id && Title == other.Title && Source == other.Source && Note == other.Note && Sequence.Same(Events, other.Events);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Id, Title, Source, Note, Sequence.Hash(Events));
}
