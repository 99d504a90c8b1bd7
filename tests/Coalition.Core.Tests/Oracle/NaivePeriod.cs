using System.Collections.Immutable;
using Coalition.Approvals;
using NodaTime;

namespace Coalition.Tests.Oracle;

/// <summary>The last day of a period that a law sets, by walking the days after its start.</summary>
internal static class NaivePeriod
{
    internal static LocalDate? Last(LegalPeriod? period, LocalDate start, ImmutableArray<LocalDate> sittingDays)
    {
        if (period is null)
        {
            return null;
        }

        var day = start;
        if (period.SittingDays is { } wanted)
        {
            for (var walked = 0; walked < 5_000; walked++)
            {
                day = day.PlusDays(1);
                if (sittingDays.Contains(day) && --wanted == 0)
                {
                    return day;
                }
            }

            return null;
        }

        // Months and years first, each to the same day of the month or to its last; then day by day.
        var calendar = period.Calendar!;
        day = Month(day, 12 * (int)calendar.Years);
        day = Month(day, (int)calendar.Months);
        for (var left = (7 * (int)calendar.Weeks) + (int)calendar.Days; left > 0; left--)
        {
            day = day.PlusDays(1);
        }

        return day;
    }

    private static LocalDate Month(LocalDate day, int later)
    {
        var months = (12 * day.Year) + day.Month - 1 + later;
        var (year, month) = (months / 12, (months % 12) + 1);
        return new LocalDate(year, month, Math.Min(day.Day, CalendarSystem.Iso.GetDaysInMonth(year, month)));
    }
}
