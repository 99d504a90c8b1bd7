using Coalition.Internal;

namespace Coalition;

/// <summary>Where something asserted comes from.</summary>
/// <remarks>Equality is by value.</remarks>
public sealed record Source
{
    /// <summary>The id by which entries cite the source.</summary>
    public required string Id { get; init => field = Guard.Id(value); }

    /// <summary>How what it says is to be taken.</summary>
    public required SourceLabel Label { get; init => field = Guard.Defined(value); }

    /// <summary>What it is called, or what it says in short. Not empty.</summary>
    public required string Title { get; init => field = Guard.Text(value); }

    /// <summary>Who published it; null if not known.</summary>
    public string? Publisher { get; init => field = Guard.OptionalText(value); }

    /// <summary>When it was published; null if not known, and then what it says is always on record.</summary>
    public PublicationDate? Published { get; init; }

    /// <summary>Where to find it; null if nowhere to link to.</summary>
    public string? Link { get; init => field = Guard.OptionalText(value); }

    /// <summary>How far to trust it, in words, such as <c>press, second-hand</c>; null if not stated.</summary>
    public string? Reliability { get; init => field = Guard.OptionalText(value); }

    /// <summary>What else it says that no field holds; null if nothing.</summary>
    public string? Note { get; init => field = Guard.OptionalText(value); }
}
