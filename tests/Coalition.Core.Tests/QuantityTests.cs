namespace Coalition.Tests;

public class QuantityTests
{
    [Fact]
    public void Add_OneUnit_Exact()
    {
        var sum = new Quantity(long.MaxValue, Unit.Personnel) + new Quantity(long.MaxValue, Unit.Personnel);

        Assert.Equal((Int128)long.MaxValue * 2, sum.Amount);
        Assert.Equal("18,446,744,073,709,551,614 personnel", sum.ToString());
    }

    [Fact]
    public void Add_TwoUnits_Refused() => Assert.Equal(
        "7,500 personnel and 2 brigades have different units and cannot be added.",
        Assert.Throws<InvalidOperationException>(() => new Quantity(7500, Unit.Personnel) + new Quantity(2, Unit.Brigades)).Message);

    [Fact]
    public void Add_BeyondItsBits_Throws() =>
        Assert.Throws<OverflowException>(() => new Quantity(Int128.MaxValue, Unit.Euro) + new Quantity(1, Unit.Euro));
}
