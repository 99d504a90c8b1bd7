using Coalition.Tests.Fixtures;
using NodaTime;

namespace Coalition.Tests;

public class PublicationDateTests
{
    private const string Expected = "a day such as 2026-01-10, or a month such as 2026-01";

    [Theory]
    [InlineData("2026-01", "2026-01-31")]
    [InlineData("2026-02", "2026-02-28")]
    [InlineData("2028-02", "2028-02-29")]
    [InlineData("2100-02", "2100-02-28")]
    [InlineData("2000-02", "2000-02-29")]
    [InlineData("2026-04", "2026-04-30")]
    [InlineData("9999-12", "9999-12-31")]
    public void Parse_Month_CountsFromItsLastDay(string text, string from)
    {
        var date = PublicationDate.Parse(text);

        Assert.True(date.IsMonthOnly);
        Assert.Equal(Given.Day(from), date.From);
        Assert.Equal(text, date.ToString());
        Assert.NotEqual(date, new PublicationDate(Given.Day(from)));
        Assert.Equal(date, new PublicationDate(Given.Day(from).ToYearMonth()));
    }

    [Fact]
    public void Parse_Day_IsThatDay()
    {
        var date = PublicationDate.Parse("2026-01-10");

        Assert.False(date.IsMonthOnly);
        Assert.Equal((new LocalDate(2026, 1, 10), "2026-01-10"), (date.From, date.ToString()));
        Assert.True(PublicationDate.TryParse("2028-02-29", out _));
    }

    [Theory]
    [InlineData("")]
    [InlineData("2026")]
    [InlineData("2026-1")]
    [InlineData("2026-13")]
    [InlineData("2026-00")]
    [InlineData("2026-02-29")]
    [InlineData("2026-01-1")]
    [InlineData("2026/01")]
    [InlineData("0000-01")]
    [InlineData("٢٠٢٦-٠١")]
    public void Parse_Neither_Refused(string text)
    {
        Assert.Equal($"'{text}' is not a publication date: expected {Expected}.", Assert.Throws<FormatException>(() => PublicationDate.Parse(text)).Message);
        Assert.False(PublicationDate.TryParse(text, out var date));
        Assert.Equal(default, date);
    }

    [Fact]
    public void Parse_Null_Refused()
    {
        Assert.Throws<ArgumentNullException>("s", () => PublicationDate.Parse(null!));
        Assert.False(PublicationDate.TryParse(null, out _));
    }

    [Fact]
    public void Days_OutsideTheCalendarOfTheFile_Refused()
    {
        var julian = new LocalDate(2026, 1, 10, CalendarSystem.Julian);
        var early = new LocalDate(0, 12, 31);
        Action[] refused =
        [
            () => _ = new PublicationDate(julian), () => _ = new PublicationDate(early),
            () => _ = new PublicationDate(new YearMonth(0, 12)), () => _ = new PublicationDate(new YearMonth(2026, 1, CalendarSystem.Julian)),
            () => _ = Given.Draft with { AsOf = julian }, () => _ = Given.Draft with { AsOf = early },
            () => _ = new StageChange { On = julian, Stage = PledgeStage.Firm },
            () => _ = Given.Pledge("p", Given.FR) with { From = early }, () => _ = Given.Pledge("p", Given.FR) with { Until = julian },
            () => _ = Given.Guarantee("g") with { From = early }, () => _ = Given.Guarantee("g") with { Until = julian },
            () => _ = new Coalition.Approvals.Mandate { From = early }, () => _ = new Coalition.Approvals.Mandate { Until = julian },
            () => _ = Given.Approval("a", Given.FR, default) with { Due = early },
        ];

        Assert.All(refused, r => Assert.StartsWith(
            "Expected a day of the ISO calendar, in the years 1 to 9999.", Assert.Throws<ArgumentOutOfRangeException>(r).Message, StringComparison.Ordinal));
    }
}
