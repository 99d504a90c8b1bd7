using Coalition.Approvals;

namespace Coalition.Tests.Approvals;

public class TallyTests
{
    [Fact]
    public void Sums_OfYesNoAndAbstentions_CountedAsNamed()
    {
        var tally = new Tally(264, 250, 19);

        Assert.Equal(514, tally.Cast);
        Assert.Equal(533, tally.Present);
        Assert.Equal("264 to 250, 19 abstaining", tally.ToString());
    }

    [Fact]
    public void Sums_BeyondThirtyTwoBits_DoNotOverflow()
    {
        var tally = new Tally(int.MaxValue, int.MaxValue, int.MaxValue);

        Assert.Equal(2L * int.MaxValue, tally.Cast);
        Assert.Equal(3L * int.MaxValue, tally.Present);
    }

    [Fact]
    public void Constructor_Negative_Refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>("yes", () => new Tally(-1, 0));
        Assert.Throws<ArgumentOutOfRangeException>("no", () => new Tally(0, -1));
        var thrown = Assert.Throws<ArgumentOutOfRangeException>("abstain", () => new Tally(0, 0, -1));
        Assert.StartsWith("Expected a whole number of at least 0.", thrown.Message, StringComparison.Ordinal);
    }
}
