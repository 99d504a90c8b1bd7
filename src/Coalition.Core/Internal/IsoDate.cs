using System.Globalization;
using NodaTime;

namespace Coalition.Internal;

/// <summary>Days as <c>2026-01-10</c>, whatever the culture.</summary>
internal static class IsoDate
{
    internal const string Expected = "a day such as 2026-01-10";

    // Written out, as is the reading below: nearly every ground tells a day, and a format string costs as much as the rest of it.
    internal static string Format(LocalDate day) => day.Year < 0
        ? day.ToString("uuuu'-'MM'-'dd", CultureInfo.InvariantCulture)
        : string.Create(10, day, static (text, day) =>
        {
            PutDigits(text[..4], day.Year);
            text[4] = '-';
            PutDigits(text[5..7], day.Month);
            text[7] = '-';
            PutDigits(text[8..], day.Day);
        });

    // Four, two and two digits between hyphens, years 1 to 9999: written out because a model file holds one per entry.
    internal static bool TryParse(ReadOnlySpan<char> text, out LocalDate day)
    {
        day = default;
        if (text.Length != 10 || text[4] != '-' || text[7] != '-'
            || !TryDigits(text[..4], out var year) || !TryDigits(text[5..7], out var month) || !TryDigits(text[8..], out var dayOfMonth)
            || year < 1 || month is < 1 or > 12 || dayOfMonth < 1 || dayOfMonth > CalendarSystem.Iso.GetDaysInMonth(year, month))
        {
            return false;
        }

        day = new LocalDate(year, month, dayOfMonth);
        return true;
    }

    private static void PutDigits(Span<char> text, int value)
    {
        for (var i = text.Length - 1; i >= 0; i--)
        {
            text[i] = (char)('0' + (value % 10));
            value /= 10;
        }
    }

    private static bool TryDigits(ReadOnlySpan<char> text, out int value)
    {
        value = 0;
        foreach (var c in text)
        {
            if (!char.IsAsciiDigit(c))
            {
                return false;
            }

            value = (value * 10) + (c - '0');
        }

        return true;
    }
}
