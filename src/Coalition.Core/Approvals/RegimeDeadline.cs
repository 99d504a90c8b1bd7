using Coalition.Internal;

namespace Coalition.Approvals;

/// <summary>A time that a nation's law sets, as the facts give it. What the library computes with is in <see cref="RegimeStep"/>.</summary>
public sealed record RegimeDeadline
{
    /// <summary>For what. Not empty.</summary>
    public required string What { get; init => field = Guard.Text(value); }

    /// <summary>How long, such as <c>P3D</c> or <c>PT48H</c>; null if the facts state no number.</summary>
    public string? Period { get; init => field = Guard.OptionalText(value); }

    /// <summary>From when. Not empty.</summary>
    public required string CountedFrom { get; init => field = Guard.Text(value); }

    /// <summary>How its days are counted, <c>calendar</c> or <c>sitting</c>; null if the facts do not say.</summary>
    public string? Unit { get; init => field = Guard.OptionalText(value); }

    /// <summary>What the facts add; null if nothing.</summary>
    public string? Note { get; init => field = Guard.OptionalText(value); }
}
