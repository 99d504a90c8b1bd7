using System.Collections.Immutable;
using Coalition.Internal;

namespace Coalition;

/// <summary>A participant of the coalition.</summary>
/// <remarks>Equality is by value, and of <see cref="Roles"/> by sequence.</remarks>
public sealed record Nation
{
    /// <summary>The nation's code, by which everything else refers to it.</summary>
    public required NationCode Code
    {
        get;
        init => field = value == default ? throw new ArgumentException("Expected a nation code, found the default value.", nameof(Code)) : value;
    }

    /// <summary>The name to show. Not empty.</summary>
    public required string Name { get; init => field = Guard.Text(value); }

    /// <summary>The parts that the nation plays; none if empty.</summary>
    public ImmutableArray<NationRole> Roles { get; init => field = Guard.DefinedItems(value); } = [];

    /// <summary>Whether the nation has nuclear weapons of its own.</summary>
    public bool NuclearArmed { get; init; }

    /// <summary>What else the record's author wants to say; null if nothing.</summary>
    public string? Note { get; init => field = Guard.OptionalText(value); }

    /// <summary>Equality by value.</summary>
    public bool Equals(Nation? other) => other is not null
        && Code == other.Code && Name == other.Name && NuclearArmed == other.NuclearArmed && Note == other.Note
        && Sequence.Same(Roles, other.Roles);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Code, Name, NuclearArmed, Note, Sequence.Hash(Roles));
}
