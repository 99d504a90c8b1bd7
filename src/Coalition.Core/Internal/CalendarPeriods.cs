using NodaTime;

namespace Coalition.Internal;

/// <summary>Calendar periods of whole days, weeks, months and years, up to a thousand years (rule S1).</summary>
internal static class CalendarPeriods
{
    internal const string Expected = "a period of whole days, weeks, months or years up to 1,000 years, such as P30D";

    internal static bool IsValid(Period value) => !value.HasTimeComponent
        && value is { Years: >= 0 and <= 1_000, Months: >= 0 and <= 12_000, Weeks: >= 0 and <= 52_000, Days: >= 0 and <= 365_000 };

    /// <summary>The day that lies a period after another; null if that is beyond the calendar, which ends in 9999.</summary>
    internal static LocalDate? After(LocalDate start, Period period)
    {
        // A generous count of years decides whether the calendar ends first.
        var years = period.Years + (period.Months / 12) + (period.Weeks / 52) + (period.Days / 365) + 4;
        return start.Year + years > 9999 ? null : start + period;
    }
}
