using Coalition.Internal;

namespace Coalition;

/// <summary>One source's figure for the amount of a pledge, in the pledge's unit.</summary>
/// <remarks>
/// Rule S5: a missing lower end is nothing, a missing upper end equals the lower. A claim with neither end gives no figure.
/// Several claims of a pledge may disagree: all are kept, the least lower and the greatest upper end count, and none is averaged.
/// </remarks>
public sealed record Claim
{
    /// <summary>Creates a claim.</summary>
    /// <param name="lower">The lower end, inclusive, at least 0; null if not stated.</param>
    /// <param name="upper">The upper end, inclusive, at least <paramref name="lower"/>; null if not stated.</param>
    /// <exception cref="ArgumentOutOfRangeException">An end is negative.</exception>
    /// <exception cref="ArgumentException">The upper end is below the lower.</exception>
    public Claim(long? lower, long? upper)
    {
        Lower = Guard.NotNegative(lower, nameof(lower));
        Upper = Guard.NotNegative(upper, nameof(upper));
        if (upper < lower)
        {
            throw new ArgumentException($"The upper end {upper} is below the lower end {lower}.", nameof(upper));
        }
    }

    /// <summary>The lower end as stated, inclusive; null if not stated.</summary>
    public long? Lower { get; }

    /// <summary>The upper end as stated, inclusive; null if not stated.</summary>
    public long? Upper { get; }

    /// <summary>When the claim was published; null for the date of its source; without either it is always on record.</summary>
    public PublicationDate? Published { get; init; }

    /// <summary>The id of the source that says so; null if none is cited.</summary>
    public string? Source { get; init => field = Guard.OptionalId(value); }

    /// <summary>What else the source says of the amount; null if nothing.</summary>
    public string? Note { get; init => field = Guard.OptionalText(value); }

    /// <summary>Whether the claim states a figure at all.</summary>
    public bool HasFigure => Lower is not null || Upper is not null;

    /// <summary>The lower end that counts: 0 if it is not stated.</summary>
    internal long LowerOrNothing => Lower ?? 0;

    /// <summary>The upper end that counts: the lower if it is not stated.</summary>
    internal long UpperOrLower => Upper ?? LowerOrNothing;
}
