using System.Collections.Immutable;
using Coalition.Internal;
using NodaTime;

namespace Coalition;

/// <summary>What the coalition promises together, and by which standards it is enough.</summary>
/// <remarks>Equality is by value, and of the standards by sequence.</remarks>
public sealed record Guarantee
{
    /// <summary>The id by which requirements and reports refer to the guarantee.</summary>
    public required string Id { get; init => field = Guard.Id(value); }

    /// <summary>The name to show; null to show the id.</summary>
    public string? Title { get; init => field = Guard.OptionalText(value); }

    /// <summary>The part of the promise that it belongs to.</summary>
    public required GuaranteePillar Pillar { get; init => field = Guard.Defined(value); }

    /// <summary>The nation to which it is promised.</summary>
    public required NationCode Beneficiary { get; init; }

    /// <summary>The id of the circumstance that brings it into force; null if it needs none.</summary>
    public string? Trigger { get; init => field = Guard.OptionalId(value); }

    /// <summary>The first day of its term, inclusive; null if unbounded.</summary>
    public LocalDate? From { get; init => field = Guard.Day(value); }

    /// <summary>The last day of its term, inclusive; null if unbounded.</summary>
    public LocalDate? Until { get; init => field = Guard.Day(value); }

    /// <summary>The measures of what is enough, at least one; ids unique within the guarantee.</summary>
    public required ImmutableArray<SufficiencyStandard> Standards { get; init => field = Guard.Items(value); }

    /// <summary>The id of the source that promises it; null if none is cited.</summary>
    public string? Source { get; init => field = Guard.OptionalId(value); }

    /// <summary>What the sources say beyond the fields; null if nothing.</summary>
    public string? Note { get; init => field = Guard.OptionalText(value); }

    /// <summary>Equality by value.</summary>
    public bool Equals(Guarantee? other) => other is not null
        && Id == other.Id && Title == other.Title && Pillar == other.Pillar && Beneficiary == other.Beneficiary
        && Trigger == other.Trigger && From == other.From && Until == other.Until && Source == other.Source && Note == other.Note
        && Sequence.Same(Standards, other.Standards);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Id, Title, Pillar, Beneficiary, Trigger, Sequence.Hash(Standards));
}
