using System.Numerics;
using Coalition.Analysis.Diagrams;

namespace Coalition.Tests.Analysis;

public class CombinatoricsTests
{
    [Theory]
    [InlineData(0, 1)]
    [InlineData(1, 1)]
    [InlineData(6, 60)]
    [InlineData(10, 2520)]
    [InlineData(16, 720_720)]
    public void LeastCommonMultiple_OfTheFirstNumbers_IsTheLeast(int n, int expected) => Assert.Equal(expected, Combinatorics.LeastCommonMultiple(n));

    [Fact]
    public void Binomials_OfEight_AreARowOfPascalsTriangle() =>
        Assert.Equal([1, 8, 28, 56, 70, 56, 28, 8, 1], Combinatorics.Binomials(8).Select(b => (int)b));

    [Fact]
    public void Binomials_OfNone_IsOne() => Assert.Equal([BigInteger.One], Combinatorics.Binomials(0));
}
