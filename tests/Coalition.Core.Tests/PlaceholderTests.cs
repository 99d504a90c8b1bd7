namespace Coalition.Tests;

public class PlaceholderTests
{
    [Fact]
    public void Solution_Builds_AndRunsTests() => Assert.NotNull(typeof(PlaceholderTests).Assembly);
}
