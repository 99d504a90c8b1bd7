using Coalition.Tests.Fixtures;

namespace Coalition.Tests;

public class ClaimTests
{
    [Theory]
    [InlineData(-1L, null, "lower")]
    [InlineData(null, -1L, "upper")]
    public void Constructor_NegativeEnd_Refused(long? lower, long? upper, string parameter)
    {
        var thrown = Assert.Throws<ArgumentOutOfRangeException>(parameter, () => new Claim(lower, upper));
        Assert.StartsWith("Expected a whole number of at least 0.", thrown.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Constructor_UpperBelowLower_Refused() => Assert.Equal(
        "The upper end 3 is below the lower end 4. (Parameter 'upper')", Assert.Throws<ArgumentException>(() => new Claim(4, 3)).Message);

    [Theory]
    [InlineData(null, null, false, 0, 0)]
    [InlineData(3L, null, true, 3, 3)]
    [InlineData(null, 5L, true, 0, 5)]
    [InlineData(3L, 5L, true, 3, 5)]
    [InlineData(0L, 0L, true, 0, 0)]
    public void Ends_Missing_CountAsRuleS5Says(long? from, long? to, bool hasFigure, long lower, long upper)
    {
        var claim = new Claim(from, to);
        var pledge = CoalitionModel.Create(Given.Draft with { Pledges = [Given.Pledge("p", Given.FR) with { Claims = [claim] }] }).On("2026-01-10").Pledge("p");

        Assert.Equal((from, to, hasFigure), (claim.Lower, claim.Upper, claim.HasFigure));
        Assert.Equal((hasFigure, lower, upper), (pledge.HasFigure, pledge.Lower, pledge.Upper));
    }

    [Fact]
    public void Claims_Several_LeastLowerAndGreatestUpperNeverAMean()
    {
        var pledge = Given.Pledge("p", Given.FR) with { Claims = [new Claim(2000, 2500), new Claim(null, null), new Claim(1000, 3000), new Claim(null, 100)] };
        var report = CoalitionModel.Create(Given.Draft with { Pledges = [pledge] }).On("2026-01-10").Pledge("p");

        Assert.Equal((0, 3000), (report.Lower, report.Upper));
    }
}
