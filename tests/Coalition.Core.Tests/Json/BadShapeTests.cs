using Coalition.Tests.Fixtures;

namespace Coalition.Tests.Json;

public class BadShapeTests
{
    [Theory]
    [MemberData(nameof(BadShapes.Names), MemberType = typeof(BadShapes))]
    public void Read_BadShape_EveryProblemWithItsPlace(string name)
    {
        var bad = BadShapes.All.Single(c => c.Name == name);

        Assert.Equal(bad.Expected, Given.Problems(bad.Json));
    }
}
