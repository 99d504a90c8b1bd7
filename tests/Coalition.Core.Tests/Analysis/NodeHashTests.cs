using Coalition.Analysis.Diagrams;

namespace Coalition.Tests.Analysis;

public class NodeHashTests
{
    // Balls thrown into as many bins at random leave some 63 in 100 bins with one or more.
    [Theory]
    [InlineData(1 << 16, 1, 1)]
    [InlineData(1, 1 << 16, 1)]
    [InlineData(1, 1, 1 << 16)]
    [InlineData(1 << 8, 1 << 8, 1)]
    [InlineData(1 << 8, 1, 1 << 8)]
    [InlineData(1, 1 << 8, 1 << 8)]
    [InlineData(1 << 4, 1 << 6, 1 << 6)]
    public void Of_NeighbouringNumbers_FillsPlacesAsIfDrawn(int a, int b, int c)
    {
        const int Places = 1 << 16;
        foreach (var shift in (int[])[0, 16])
        {
            var isTaken = new bool[Places];
            for (var i = 0; i < Places; i++)
            {
                isTaken[NodeHash.Of(i % a, i / a % b, i / a / b % c) >> shift & (Places - 1)] = true;
            }

            Assert.InRange(isTaken.Count(taken => taken), Places * 0.61, Places);
        }
    }
}
