using System.Diagnostics.CodeAnalysis;
using Coalition.Internal;
using NodaTime;

namespace Coalition;

/// <summary>When something was published: a day, or only a month.</summary>
/// <remarks>
/// What is dated only to a month counts from the month's last day, so that nothing is taken as known too early.
/// The default value is the first day of the calendar, 0001-01-01. Equality tells a month from its last day.
/// </remarks>
public readonly record struct PublicationDate : ISpanParsable<PublicationDate>
{
    internal const string Expected = "a day such as 2026-01-10, or a month such as 2026-01";

    /// <summary>Creates the date of something published on one day.</summary>
    /// <param name="day">The day.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="day"/> is not of the ISO calendar, or before the year 1.</exception>
    public PublicationDate(LocalDate day) => From = Guard.Day(day, nameof(day));

    /// <summary>Creates the date of something of which only the month is known.</summary>
    /// <param name="month">The month.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="month"/> is not of the ISO calendar, or before the year 1.</exception>
    public PublicationDate(YearMonth month)
    {
        From = Guard.Day(month.OnDayOfMonth(1), nameof(month)).With(DateAdjusters.EndOfMonth);
        IsMonthOnly = true;
    }

    /// <summary>The day from which it counts as published, inclusive.</summary>
    public LocalDate From { get; }

    /// <summary>Whether only the month is known.</summary>
    public bool IsMonthOnly { get; }

    /// <summary>Reads a date in ISO 8601 form.</summary>
    /// <param name="s">A day such as <c>2026-01-10</c>, or a month such as <c>2026-01</c>.</param>
    /// <returns>The date.</returns>
    /// <exception cref="FormatException"><paramref name="s"/> is neither.</exception>
    public static PublicationDate Parse(string s)
    {
        ArgumentNullException.ThrowIfNull(s);
        return Parse(s.AsSpan());
    }

    /// <inheritdoc cref="Parse(string)"/>
    public static PublicationDate Parse(ReadOnlySpan<char> s) => TryParse(s, out var date)
        ? date
        : throw new FormatException($"'{Guard.Clip(s.ToString())}' is not a publication date: expected {Expected}.");

    /// <summary>Reads a date in ISO 8601 form if there is one.</summary>
    /// <param name="s">The text, or null.</param>
    /// <param name="result">The date, or the default value.</param>
    /// <returns>Whether <paramref name="s"/> is such a date.</returns>
    public static bool TryParse([NotNullWhen(true)] string? s, out PublicationDate result) => TryParse(s.AsSpan(), out result);

    /// <inheritdoc cref="TryParse(string?, out PublicationDate)"/>
    public static bool TryParse(ReadOnlySpan<char> s, out PublicationDate result)
    {
        if (IsoDate.TryParse(s, out var day))
        {
            result = new PublicationDate(day);
            return true;
        }

        if (IsoDate.TryParse(s is { Length: 7 } ? $"{s}-01" : "", out var first))
        {
            result = new PublicationDate(first.ToYearMonth());
            return true;
        }

        result = default;
        return false;
    }

    /// <summary>The date in the form that <see cref="Parse(string)"/> reads. Invariant.</summary>
    public override string ToString()
    {
        var day = IsoDate.Format(From);
        return IsMonthOnly ? day[..7] : day;
    }

    // No provider matters to a form that is the same everywhere.
    static PublicationDate IParsable<PublicationDate>.Parse(string s, IFormatProvider? provider) => Parse(s);

    static bool IParsable<PublicationDate>.TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out PublicationDate result) => TryParse(s, out result);

    static PublicationDate ISpanParsable<PublicationDate>.Parse(ReadOnlySpan<char> s, IFormatProvider? provider) => Parse(s);

    static bool ISpanParsable<PublicationDate>.TryParse(ReadOnlySpan<char> s, IFormatProvider? provider, out PublicationDate result) => TryParse(s, out result);
}
