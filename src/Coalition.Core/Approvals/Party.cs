using Coalition.Internal;

namespace Coalition.Approvals;

/// <summary>A party in a body that decides, whose members vote as one. A member who votes alone is a party of one seat.</summary>
/// <remarks>Equality is by value.</remarks>
public sealed record Party
{
    /// <summary>Its name, unique within the body. Not empty.</summary>
    public required string Name { get; init => field = Guard.Text(value); }

    /// <summary>Its seats, at least 1.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is below 1.</exception>
    public required int Seats
    {
        get;
        init => field = value >= 1 ? value : throw new ArgumentOutOfRangeException(nameof(Seats), value, "Expected at least one seat.");
    }

    /// <summary>The probability that it consents, from 0 to 1, both inclusive; null if none is stated. An assumption, never a fact: its source says whose.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is no such number.</exception>
    public double? Consent { get; init => field = Guard.Probability(value); }

    /// <summary>The id of the source of the seats and the probability; null if none is cited.</summary>
    public string? Source { get; init => field = Guard.OptionalId(value); }
}
