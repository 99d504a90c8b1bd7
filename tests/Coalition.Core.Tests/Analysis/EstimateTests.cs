using Coalition.Analysis;

namespace Coalition.Tests.Analysis;

public class EstimateTests
{
    private static Estimate Even => new() { Of = FunctionVariable.Parse("circumstance:ceasefire"), Probability = 0.5 };

    [Fact]
    public void Probability_FromNoughtToOne_Kept()
    {
        Assert.Equal(0, (Even with { Probability = 0 }).Probability);
        Assert.Equal(1, (Even with { Probability = 1 }).Probability);
        Assert.Equal(0, (Even with { Otherwise = 0 }).Otherwise);
        Assert.Equal(1, (Even with { Otherwise = 1 }).Otherwise);
        Assert.Null((Even with { Otherwise = null }).Otherwise);
    }

    [Fact]
    public void Probability_OutsideNoughtToOne_Refused()
    {
        foreach (var none in new[] { Math.BitDecrement(0.0), Math.BitIncrement(1.0), double.NegativeInfinity, double.PositiveInfinity, double.NaN })
        {
            var thrown = Assert.Throws<ArgumentOutOfRangeException>("Probability", () => Even with { Probability = none });
            Assert.StartsWith("Expected a probability from 0 to 1. (Parameter 'Probability')", thrown.Message, StringComparison.Ordinal);
            Assert.Equal(none, thrown.ActualValue);
            Assert.Throws<ArgumentOutOfRangeException>("Otherwise", () => Even with { Otherwise = none });
        }
    }
}
