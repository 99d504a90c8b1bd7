using NodaTime;
using NodaTime.Text;

namespace ParisSummit;

/// <summary>Days in succession, both ends inclusive.</summary>
internal readonly record struct Days(LocalDate From, LocalDate Until)
{
    private const string Between = "..";

    internal int Count => Period.DaysBetween(From, Until) + 1;

    /// <summary>Reads days from a form such as <c>2026-01-01..2026-12-31</c>.</summary>
    internal static bool TryParse(string text, out Days days, out string refusal)
    {
        days = default;
        if (text.Split(Between) is not [var first, var last] || !TryParseDay(first, out var from) || !TryParseDay(last, out var until))
        {
            refusal = $"'{text}' is no range of days: expected the first and the last, such as 2026-01-01..2026-12-31.";
            return false;
        }

        days = new Days(from, until);
        refusal = $"the last day, {LocalDatePattern.Iso.Format(until)}, is before the first, {LocalDatePattern.Iso.Format(from)}.";
        return from <= until;
    }

    /// <summary>Reads a day of the years that the library knows, 1 to 9999.</summary>
    internal static bool TryParseDay(string text, out LocalDate day)
    {
        var parsed = LocalDatePattern.Iso.Parse(text);
        day = parsed.Success ? parsed.Value : default;
        return parsed.Success && day.Year >= 1;
    }
}
