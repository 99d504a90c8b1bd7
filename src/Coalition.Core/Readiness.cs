using Coalition.Internal;
using NodaTime;

namespace Coalition;

/// <summary>How long after what a pledge is ready: its notice to move.</summary>
public sealed record Readiness
{
    /// <summary>The notice to move, as a calendar period: <c>P4M</c> is four months, not 120 days. Not negative, no times of day.</summary>
    /// <exception cref="ArgumentException">The period has a negative component or one smaller than a day.</exception>
    public required Period Notice
    {
        get;
        init
        {
            ArgumentNullException.ThrowIfNull(value);
            field = CalendarPeriods.IsValid(value) ? value
                : throw new ArgumentException($"'{value}' is no notice to move: expected {CalendarPeriods.Expected}.", nameof(Notice));
        }
    }

    /// <summary>The id of the circumstance from whose day the notice runs.</summary>
    public required string From { get; init => field = Guard.Id(value); }

    /// <summary>The day on which a pledge is ready whose notice runs from another; null if that is beyond the calendar.</summary>
    internal LocalDate? ReadyOn(LocalDate since) => CalendarPeriods.After(since, Notice);
}
