using Coalition.Internal;

namespace Coalition.Approvals;

/// <summary>How the facts read a nation's law for the force of the Paris talks of January 2026: a reading, never legal advice.</summary>
public sealed record RegimeReading
{
    /// <summary>How to take it, such as <c>inference</c>. Not empty.</summary>
    public required string Label { get; init => field = Guard.Text(value); }

    /// <summary>The reading. Not empty.</summary>
    public required string Text { get; init => field = Guard.Text(value); }
}
