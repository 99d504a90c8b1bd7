namespace Coalition;

/// <summary>What can happen to a circumstance.</summary>
/// <remarks>The default value is <see cref="RuledOut"/>, which nothing can wait for.</remarks>
public enum CircumstanceChange
{
    /// <summary>It will not occur. Allowed while it does not hold and is not ruled out yet.</summary>
    RuledOut,

    /// <summary>It holds from that day on, inclusive. Allowed while it does not hold, even after it was ruled out.</summary>
    Occurred,

    /// <summary>It holds no more from that day on, inclusive. Allowed while it holds.</summary>
    Ended,
}
