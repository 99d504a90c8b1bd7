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
            field = IsNotice(value) ? value
                : throw new ArgumentException($"'{value}' is no notice to move: expected {Expected}.", nameof(Notice));
        }
    }

    /// <summary>The id of the circumstance from whose day the notice runs.</summary>
    public required string From { get; init => field = Guard.Id(value); }

    /// <summary>The day on which a pledge is ready whose notice runs from another; null if that is beyond the calendar.</summary>
    internal LocalDate? ReadyOn(LocalDate since)
    {
        // A generous count of years decides whether the calendar ends first: it ends in 9999.
        var years = Notice.Years + (Notice.Months / 12) + (Notice.Weeks / 52) + (Notice.Days / 365) + 4;
        return since.Year + years > 9999 ? null : since + Notice;
    }

    internal const string Expected = "a period of whole days, weeks, months or years up to 1,000 years, such as P30D";

    internal static bool IsNotice(Period value) => !value.HasTimeComponent
        && value is { Years: >= 0 and <= 1_000, Months: >= 0 and <= 12_000, Weeks: >= 0 and <= 52_000, Days: >= 0 and <= 365_000 };
}
