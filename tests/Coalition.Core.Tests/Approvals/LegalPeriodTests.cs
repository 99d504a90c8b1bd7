using System.Collections.Immutable;
using Coalition.Approvals;
using Coalition.Tests.Fixtures;
using NodaTime;

namespace Coalition.Tests.Approvals;

/// <summary>Periods that a law sets: their text, and their last days at the edges of months, years and calendars.</summary>
public class LegalPeriodTests
{
    private const string Expected = "expected a period such as P7D, P4M or '2 sitting days'";

    [Theory]
    [InlineData("2026-03-02", "P7D", "2026-03-09")]
    [InlineData("2026-03-02", "P1W", "2026-03-09")]
    [InlineData("2026-03-01", "P3D", "2026-03-04")]
    [InlineData("2026-03-01", "P4M", "2026-07-01")]
    [InlineData("2026-03-02", "P0D", "2026-03-02")]
    [InlineData("2026-01-31", "P1M", "2026-02-28")]
    [InlineData("2028-01-31", "P1M", "2028-02-29")]
    [InlineData("2026-01-31", "P2M", "2026-03-31")]
    [InlineData("2026-08-31", "P1M", "2026-09-30")]
    [InlineData("2028-02-29", "P1Y", "2029-02-28")]
    [InlineData("2028-02-29", "P4Y", "2032-02-29")]
    [InlineData("2026-12-31", "P60D", "2027-03-01")]
    [InlineData("2026-01-30", "P1M1D", "2026-03-01")]
    public void LastDay_ByTheCalendar_DoesNotCountTheFirst(string start, string period, string last) =>
        Assert.Equal(Given.Day(last), LegalPeriod.Parse(period).LastDay(Given.Day(start), []));

    [Fact]
    public void LastDay_BeyondTheCalendar_Null()
    {
        Assert.Null(LegalPeriod.Parse("P1D").LastDay(new LocalDate(9999, 12, 31), []));
        Assert.Null(LegalPeriod.Parse("P1000Y").LastDay(new LocalDate(9001, 1, 1), []));
        Assert.Equal(new LocalDate(9990, 1, 2), LegalPeriod.Parse("P1D").LastDay(new LocalDate(9990, 1, 1), []));
        Assert.Equal(new LocalDate(9999, 12, 31), new LegalPeriod(1).LastDay(new LocalDate(9999, 12, 30), [new LocalDate(9999, 12, 31)]));
    }

    [Fact]
    public void LastDay_InSittingDays_CountsThoseAfterTheStartOnce()
    {
        // Before, on and after the start, in no order, one of them twice.
        ImmutableArray<LocalDate> sitting =
            [new(2026, 3, 12), new(2026, 3, 1), new(2026, 3, 2), new(2026, 3, 10), new(2026, 3, 10), new(2026, 3, 18)];
        var start = new LocalDate(2026, 3, 2);

        Assert.Equal(new LocalDate(2026, 3, 10), new LegalPeriod(1).LastDay(start, sitting));
        Assert.Equal(new LocalDate(2026, 3, 12), new LegalPeriod(2).LastDay(start, sitting));
        Assert.Equal(new LocalDate(2026, 3, 18), new LegalPeriod(3).LastDay(start, sitting));
        Assert.Null(new LegalPeriod(4).LastDay(start, sitting));
        Assert.Null(new LegalPeriod(1).LastDay(new LocalDate(2026, 3, 18), sitting));
        Assert.Null(new LegalPeriod(1).LastDay(start, []));
        Assert.Throws<ArgumentException>("sittingDays", () => new LegalPeriod(1).LastDay(start, default));
    }

    [Theory]
    [InlineData("P7D")]
    [InlineData("P4M")]
    [InlineData("P1Y2M3W4D")]
    [InlineData("P0D")]
    [InlineData("1 sitting days")]
    [InlineData("10000 sitting days")]
    public void Parse_OfWhatToStringWrites_GivesItBack(string text)
    {
        Assert.Equal(text, LegalPeriod.Parse(text).ToString());
        Assert.Equal(LegalPeriod.Parse(text), LegalPeriod.Parse(text));
        Assert.Equal(LegalPeriod.Parse(text).GetHashCode(), LegalPeriod.Parse(text).GetHashCode());
    }

    [Theory]
    [InlineData("")]
    [InlineData("P")]
    [InlineData("7")]
    [InlineData("PT7H")]
    [InlineData("P-7D")]
    [InlineData("P1001Y")]
    [InlineData("0 sitting days")]
    [InlineData("-1 sitting days")]
    [InlineData("10001 sitting days")]
    [InlineData(" 2 sitting days")]
    [InlineData("2 Sitting days")]
    [InlineData("two sitting days")]
    public void Parse_OfWhatIsNone_Refused(string text)
    {
        Assert.False(LegalPeriod.TryParse(text, out _));
        Assert.Equal($"'{text}' is not a legal period: {Expected}.", Assert.Throws<FormatException>(() => LegalPeriod.Parse(text)).Message);
    }

    [Fact]
    public void Create_OutOfRange_Refused()
    {
        Assert.StartsWith("Expected a number from 1 to 10,000.", Assert.Throws<ArgumentOutOfRangeException>("sittingDays", () => new LegalPeriod(0)).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>("sittingDays", () => new LegalPeriod(10_001));
        Assert.Throws<ArgumentNullException>("calendar", () => new LegalPeriod(null!));
        Assert.Equal(
            "'PT1H' is no legal period: expected a period of whole days, weeks, months or years up to 1,000 years, such as P30D. (Parameter 'calendar')",
            Assert.Throws<ArgumentException>(() => new LegalPeriod(Period.FromHours(1))).Message);
        Assert.False(LegalPeriod.TryParse(null, out _));
    }

    [Fact]
    public void Equality_ByWhatIsWritten_NotByLength()
    {
        Assert.Equal(new LegalPeriod(Period.FromDays(7)), LegalPeriod.Parse("P7D"));
        Assert.NotEqual(LegalPeriod.Parse("P1W"), LegalPeriod.Parse("P7D"));
        Assert.NotEqual(new LegalPeriod(7), LegalPeriod.Parse("P7D"));
        Assert.Equal((null, 7), (new LegalPeriod(7).Calendar, new LegalPeriod(7).SittingDays));
    }

    [Theory]
    [InlineData(100, true)]
    [InlineData(101, false)]
    public void Parse_OfAHundredCharacters_IsTheLongest(int length, bool isRead) =>
        Assert.Equal(isRead, LegalPeriod.TryParse($"P{new string('0', length - 3)}7D", out _));
}
