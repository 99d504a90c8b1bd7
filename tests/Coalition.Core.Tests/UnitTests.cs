using Coalition.Tests.Fixtures;

namespace Coalition.Tests;

public class UnitTests
{
    private const string Expected = "an ISO 4217 currency such as EUR, or an id such as personnel";

    [Theory]
    [InlineData("personnel", false)]
    [InlineData("sorties-per-day", false)]
    [InlineData("5g-masts", false)]
    [InlineData("EUR", true)]
    [InlineData("UAH", true)]
    [InlineData("SEK", true)]
    public void Constructor_IdOrCurrency_Accepted(string code, bool isCurrency)
    {
        var unit = new Unit(code);

        Assert.Equal((code, code, isCurrency), (unit.Code, unit.ToString(), unit.IsCurrency));
        Assert.Equal(unit, Unit.Parse(code));
    }

    [Theory]
    [InlineData("")]
    [InlineData("Personnel")]
    [InlineData("eur ")]
    [InlineData("EURO")]
    [InlineData("Eur")]
    [InlineData("XYZ")]
    [InlineData("DEM")]
    [InlineData("a--b")]
    public void Constructor_Neither_Refused(string code)
    {
        Assert.Equal($"'{code}' is not a unit: expected {Expected}. (Parameter 'code')", Assert.Throws<ArgumentException>(() => new Unit(code)).Message);
        Assert.Equal($"'{code}' is not a unit: expected {Expected}.", Assert.Throws<FormatException>(() => Unit.Parse(code)).Message);
        Assert.False(Unit.TryParse(code, out var unit));
        Assert.Equal(default, unit);
    }

    [Fact]
    public void Parse_OfAHundredLetters_TheLongest()
    {
        Assert.True(Unit.TryParse(new string('x', 100), out _));
        Assert.False(Unit.TryParse(new string('x', 101), out _));
        Assert.Equal(
            $"'{new string('x', 100)}…' is not a unit: expected {Expected}.", Assert.Throws<FormatException>(() => Unit.Parse(new string('x', 101))).Message);
    }

    [Fact]
    public void Constructor_Null_Refused()
    {
        Assert.Throws<ArgumentNullException>("code", () => new Unit(null!));
        Assert.Throws<ArgumentNullException>("s", () => Unit.Parse(null!));
        Assert.False(Unit.TryParse(null, out _));
    }

    [Fact]
    public void Records_DefaultUnit_RefusedByName()
    {
        const string Message = "Expected a unit, found the default value. (Parameter 'Unit')";

        Assert.Equal(Message, Assert.Throws<ArgumentException>(() => Given.Pledge("p", Given.FR) with { Unit = default(Unit) }).Message);
        Assert.Equal(Message, Assert.Throws<ArgumentException>(() => new SupportType { Id = "x", Name = "x", Family = SupportFamily.Forces, Unit = default }).Message);
    }

    [Fact]
    public void WellKnown_SupportTypes_HaveDistinctIdsAndAUnit()
    {
        Assert.Equal(17, SupportType.WellKnown.Select(t => t.Id).Distinct().Count());
        Assert.Equal(Enum.GetValues<SupportFamily>(), SupportType.WellKnown.Select(t => t.Family).Distinct());
        Assert.All(SupportType.WellKnown, t => Assert.True(t.Unit.IsCurrency || Unit.WellKnown.Contains(t.Unit)));
    }
}
