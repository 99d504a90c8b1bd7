using Coalition.Internal;

namespace Coalition.Approvals;

/// <summary>A chamber of a nation's parliament, or the body of it that the law names.</summary>
public sealed record RegimeChamber
{
    /// <summary>Its name. Not empty.</summary>
    public required string Name { get; init => field = Guard.Text(value); }

    /// <summary>The number of seats, at least 1; null if not known.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is below 1.</exception>
    public int? Seats
    {
        get;
        init => field = value is null or >= 1 ? value
            : throw new ArgumentOutOfRangeException(nameof(Seats), value, "Expected at least one seat.");
    }

    /// <summary>What it does, in the words of the facts; null if they do not say.</summary>
    public string? Role { get; init => field = Guard.OptionalText(value); }
}
