using Coalition.Internal;

namespace Coalition.Approvals;

/// <summary>The most that a mandate allows: of one support type, or in total.</summary>
public sealed record Ceiling
{
    /// <summary>The word for the total in the model file. No support type can be called that.</summary>
    internal const string Total = "total";

    /// <summary>Creates a ceiling.</summary>
    /// <param name="support">The id of the support type that it limits, in that type's unit; null for the total of personnel.</param>
    /// <param name="atMost">The most, inclusive; at least 0.</param>
    /// <exception cref="ArgumentException"><paramref name="support"/> is not an id.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="atMost"/> is negative.</exception>
    public Ceiling(string? support, long atMost)
    {
        Support = support != Total ? Guard.OptionalId(support, nameof(support))
            : throw new ArgumentException("'total' is no support type: expected null for the ceiling in total.", nameof(support));
        AtMost = Guard.NotNegative(atMost, nameof(atMost));
    }

    /// <summary>The id of the support type that it limits, in that type's unit; null for the total of personnel.</summary>
    public string? Support { get; }

    /// <summary>The most, inclusive.</summary>
    public long AtMost { get; }
}
