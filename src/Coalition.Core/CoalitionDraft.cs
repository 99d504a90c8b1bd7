using System.Collections.Immutable;
using Coalition.Approvals;
using Coalition.Internal;
using NodaTime;

namespace Coalition;

/// <summary>What a model is made of, before it is checked as a whole by <see cref="CoalitionModel.Create(CoalitionDraft, CoalitionLimits?, CancellationToken)"/>.</summary>
/// <remarks>Each record in it has checked itself. Equality is by value, and of the lists by sequence.</remarks>
public sealed record CoalitionDraft
{
    /// <summary>The day up to which the model holds what was known, inclusive.</summary>
    public required LocalDate AsOf { get; init => field = Guard.Day(value); }

    /// <summary>What the model is about; null if not stated.</summary>
    public string? Title { get; init => field = Guard.OptionalText(value); }

    /// <summary>What else the author wants to say; null if nothing.</summary>
    public string? Note { get; init => field = Guard.OptionalText(value); }

    /// <summary>The sources that entries cite; ids unique.</summary>
    public ImmutableArray<Source> Sources { get; init => field = Guard.Items(value); } = [];

    /// <summary>Support types beside the well-known ones; ids unique, and none of a well-known one.</summary>
    public ImmutableArray<SupportType> SupportTypes { get; init => field = Guard.Items(value); } = [];

    /// <summary>The participants; codes unique.</summary>
    public ImmutableArray<Nation> Nations { get; init => field = Guard.Items(value); } = [];

    /// <summary>The facts of the world on which things wait; ids unique.</summary>
    public ImmutableArray<Circumstance> Circumstances { get; init => field = Guard.Items(value); } = [];

    /// <summary>The procedures of approval; ids unique.</summary>
    public ImmutableArray<ParliamentaryApproval> Approvals { get; init => field = Guard.Items(value); } = [];

    /// <summary>The pledges; ids unique.</summary>
    public ImmutableArray<Pledge> Pledges { get; init => field = Guard.Items(value); } = [];

    /// <summary>The guarantees; ids unique.</summary>
    public ImmutableArray<Guarantee> Guarantees { get; init => field = Guard.Items(value); } = [];

    /// <summary>Equality by value.</summary>
    public bool Equals(CoalitionDraft? other) => other is not null
        && AsOf == other.AsOf && Title == other.Title && Note == other.Note
        && Sequence.Same(Sources, other.Sources) && Sequence.Same(SupportTypes, other.SupportTypes)
        && Sequence.Same(Nations, other.Nations) && Sequence.Same(Circumstances, other.Circumstances)
        && Sequence.Same(Approvals, other.Approvals) && Sequence.Same(Pledges, other.Pledges)
        && Sequence.Same(Guarantees, other.Guarantees);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(
        AsOf, Title, Sequence.Hash(Nations), Sequence.Hash(Circumstances), Sequence.Hash(Approvals), Sequence.Hash(Pledges), Sequence.Hash(Guarantees));
}
