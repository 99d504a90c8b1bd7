using Coalition.Approvals;

namespace Coalition.Tests.Approvals;

public class ShareTests
{
    [Theory]
    [InlineData(1, 1)]
    [InlineData(1, 2)]
    [InlineData(2, 3)]
    [InlineData(1, 1000)]
    [InlineData(1000, 1000)]
    public void Constructor_AboveNoughtUpToOne_Kept(int numerator, int denominator)
    {
        var share = new Share(numerator, denominator);

        Assert.Equal((numerator, denominator), (share.Numerator, share.Denominator));
        Assert.Equal(share, Share.Parse(share.ToString()));
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(-1, 2)]
    [InlineData(3, 2)]
    [InlineData(1, 0)]
    [InlineData(1, 1001)]
    [InlineData(-1, -2)]
    public void Constructor_NoShare_Refused(int numerator, int denominator)
    {
        var thrown = Assert.Throws<ArgumentOutOfRangeException>(nameof(numerator), () => new Share(numerator, denominator));

        Assert.StartsWith("Expected a fraction above 0 and at most 1, with a denominator up to 1,000.", thrown.Message, StringComparison.Ordinal);
        Assert.Equal($"{numerator}/{denominator}", thrown.ActualValue);
    }

    [Theory]
    [InlineData("")]
    [InlineData("1")]
    [InlineData("1/2/3")]
    [InlineData("0/2")]
    [InlineData("3/2")]
    [InlineData("1/1001")]
    [InlineData(" 1/2")]
    [InlineData("1 / 2")]
    [InlineData("1/2\0")]
    [InlineData("+1/2")]
    [InlineData("1/-2")]
    [InlineData("0.5")]
    [InlineData("1/99999999999")]
    [InlineData("١/٢")]
    public void Parse_NoShare_Refused(string text)
    {
        Assert.False(Share.TryParse(text, out var share));
        Assert.Equal(default, share);
        Assert.Equal(
            $"'{text}' is not a share: expected a fraction such as 2/3.", Assert.Throws<FormatException>(() => Share.Parse(text)).Message);
    }

    [Fact]
    public void TryParse_Null_IsNoShare() => Assert.False(Share.TryParse(null, out _));

    [Fact]
    public void Equality_SameValueWrittenDifferently_Differs() => Assert.NotEqual(new Share(1, 2), new Share(2, 4));

    [Fact]
    public void Default_IsNoShare_AndHarmless() => Assert.Equal("0/0", default(Share).ToString());
}
