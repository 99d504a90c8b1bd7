using Coalition.Internal;
using Coalition.Sufficiency;

namespace Coalition.Analysis;

/// <summary>How probable somebody takes it to be that a variable turns out well.</summary>
/// <remarks>Equality is by value.</remarks>
public sealed record Estimate
{
    /// <summary>What is estimated: an open matter's being granted, a nation's taking part, or a party's consent.</summary>
    public required FunctionVariable Of { get; init => field = value ?? throw new ArgumentNullException(nameof(Of)); }

    /// <summary>The probability, from 0 to 1, both inclusive; where <see cref="Given"/> names a circumstance, if that holds.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not a number from 0 to 1.</exception>
    public required double Probability { get; init => field = Guard.Probability(value); }

    /// <summary>The circumstance on which it depends; null if it depends on none. An <see cref="Outlook"/> accepts no other kind of matter here.</summary>
    public OpenMatter? Given { get; init; }

    /// <summary>The probability, from 0 to 1, both inclusive, if <see cref="Given"/> does not hold; null if that is null.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not a number from 0 to 1.</exception>
    public double? Otherwise { get; init => field = Guard.Probability(value); }

    /// <summary>The id of the source; null if none is cited.</summary>
    public string? Source { get; init => field = Guard.OptionalId(value); }

    /// <summary>What else there is to say; null if nothing.</summary>
    public string? Note { get; init => field = Guard.OptionalText(value); }
}
