using Coalition.Internal;
using NodaTime;

namespace Coalition;

/// <summary>Something that happened, or is assumed to happen, on one day.</summary>
/// <remarks>
/// <para>
/// Two dates matter (rule S1): <see cref="On"/>, from which it holds, and the day it was published, from which it is known:
/// <see cref="Published"/>, else the publication date of its source, else its own day.
/// </para>
/// <para>
/// An assumption is not published: it is always on record, and may lie after the model's as-of date. Where a question goes back to before what it
/// builds on was published, such as an assumed vote on a request not known yet, it has no effect.
/// </para>
/// </remarks>
public abstract record DatedFact
{
    // Only this assembly derives: acts, stages and events.
    private protected DatedFact()
    {
    }

    /// <summary>The day from which it holds, inclusive.</summary>
    public required LocalDate On { get; init => field = Guard.Day(value); }

    /// <summary>When it was published; null for the date of its source, or else its own day.</summary>
    public PublicationDate? Published { get; init; }

    /// <summary>The id of the source that says so; null if none is cited.</summary>
    public string? Source { get; init => field = Guard.OptionalId(value); }

    /// <summary>Whether this is assumed rather than on record. An assumption has no publication date.</summary>
    public bool Assumed { get; init; }

    /// <summary>What else the record's author wants to say; null if nothing.</summary>
    public string? Note { get; init => field = Guard.OptionalText(value); }

    // Only this assembly can override it, so that no outside type joins.
    private protected abstract void Close();
}
