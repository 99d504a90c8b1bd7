using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Coalition.Internal;
using NodaTime;
using NodaTime.Text;

namespace Coalition.Approvals;

/// <summary>A period that a law sets: by the calendar, such as <c>P4M</c>, or in sitting days of a parliament, such as <c>2 sitting days</c>.</summary>
/// <remarks>
/// <para>
/// The day from which it runs is not counted, and its last day counts in full (as in §§ 187 and 188 of the German civil code): seven days from 2 March end with
/// 9 March, four months from 1 March with 1 July. Calendar months are months, not days: where the last month has no such day its last day is meant, so that
/// one month from 31 January ends with 28 February, or in a leap year with the 29th. <c>P0D</c> ends with the day itself.
/// </para>
/// <para>Sitting days are those that the approval lists; those on or before the day from which the period runs are not counted. Equality is by value.</para>
/// </remarks>
public sealed record LegalPeriod : IParsable<LegalPeriod>
{
    internal const string Expected = "a period such as P7D, P4M or '2 sitting days'";

    private const string SittingDayWords = " sitting days";
    private const int MaxSittingDays = 10_000;

    /// <summary>Creates a period by the calendar.</summary>
    /// <param name="calendar">Whole days, weeks, months or years, none negative, up to a thousand years.</param>
    /// <exception cref="ArgumentException">The period is not such a one.</exception>
    public LegalPeriod(Period calendar)
    {
        ArgumentNullException.ThrowIfNull(calendar);
        Calendar = CalendarPeriods.IsValid(calendar) ? calendar
            : throw new ArgumentException($"'{calendar}' is no legal period: expected {CalendarPeriods.Expected}.", nameof(calendar));
    }

    /// <summary>Creates a period in sitting days.</summary>
    /// <param name="sittingDays">At least 1, at most 10,000.</param>
    /// <exception cref="ArgumentOutOfRangeException">The number is out of range.</exception>
    public LegalPeriod(int sittingDays) =>
        SittingDays = sittingDays is >= 1 and <= MaxSittingDays ? sittingDays
            : throw new ArgumentOutOfRangeException(nameof(sittingDays), sittingDays, "Expected a number from 1 to 10,000.");

    /// <summary>The period by the calendar; null if it is in sitting days.</summary>
    public Period? Calendar { get; }

    /// <summary>The number of sitting days; null if it is by the calendar.</summary>
    public int? SittingDays { get; }

    /// <summary>The last day of the period, inclusive.</summary>
    /// <param name="start">The day from which it runs, itself not counted.</param>
    /// <param name="sittingDays">The days on which the parliament sits, in any order; each counts once.</param>
    /// <returns>The last day; null where the sitting days given do not reach so far, or the calendar ends first.</returns>
    public LocalDate? LastDay(LocalDate start, ImmutableArray<LocalDate> sittingDays)
    {
        if (Calendar is { } period)
        {
            return CalendarPeriods.After(start, period);
        }

        LocalDate[] counted = [.. Guard.Items(sittingDays, nameof(sittingDays)).Where(day => day > start).Distinct().Order()];
        return counted.Length >= SittingDays ? counted[SittingDays.Value - 1] : null;
    }

    /// <summary>Reads a period from the form that <see cref="ToString"/> writes.</summary>
    /// <param name="s">The text.</param>
    /// <returns>The period.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="s"/> is null.</exception>
    /// <exception cref="FormatException"><paramref name="s"/> is not a period.</exception>
    public static LegalPeriod Parse(string s)
    {
        ArgumentNullException.ThrowIfNull(s);
        return TryParse(s, out var period) ? period
            : throw new FormatException($"'{Guard.Clip(s)}' is not a legal period: expected {Expected}.");
    }

    /// <summary>Reads a period if there is one.</summary>
    /// <param name="s">The text, or null.</param>
    /// <param name="result">The period, or null.</param>
    /// <returns>Whether <paramref name="s"/> is a period.</returns>
    public static bool TryParse([NotNullWhen(true)] string? s, [MaybeNullWhen(false)] out LegalPeriod result)
    {
        result = null;
        // The framework's parser of numbers passes over trailing zero characters.
        if (s is null or { Length: > Guard.MaxShownLength } || s.Contains('\0'))
        {
            return false;
        }

        if (s.EndsWith(SittingDayWords, StringComparison.Ordinal))
        {
            result = int.TryParse(s[..^SittingDayWords.Length], NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count is >= 1 and <= MaxSittingDays
                ? new LegalPeriod(count) : null;
        }
        else if (s.Length > 1 && PeriodPattern.Roundtrip.Parse(s) is { Success: true, Value: var period } && CalendarPeriods.IsValid(period))
        {
            result = new LegalPeriod(period);
        }

        return result is not null;
    }

    /// <summary>The period as <see cref="Parse"/> reads it. Invariant.</summary>
    public override string ToString() => Calendar?.ToString() ?? string.Create(CultureInfo.InvariantCulture, $"{SittingDays}{SittingDayWords}");

    // No provider matters to a form that is the same everywhere.
    static LegalPeriod IParsable<LegalPeriod>.Parse(string s, IFormatProvider? provider) => Parse(s);

    static bool IParsable<LegalPeriod>.TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, [MaybeNullWhen(false)] out LegalPeriod result) => TryParse(s, out result);
}
