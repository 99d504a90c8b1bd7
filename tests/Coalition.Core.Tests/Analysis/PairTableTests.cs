using Coalition.Analysis.Diagrams;

namespace Coalition.Tests.Analysis;

public class PairTableTests
{
    [Fact]
    public void Table_OfDrawnPairs_FindsEachAndNoOther()
    {
        var random = new Random(1);
        using var table = new PairTable();
        var expected = new Dictionary<(int, int), int>();
        for (var i = 0; i < 20_000; i++)
        {
            var (first, second) = (random.Next(1, 200), random.Next(1, 200));

            Assert.Equal(expected.TryGetValue((first, second), out var known), table.TryGet(first, second, out var found));
            Assert.Equal(known, found);

            table.Set(first, second, i);
            expected[(first, second)] = i;
            Assert.Equal(expected.Count, table.Count);
        }

        Assert.All(expected, pair => Assert.True(table.TryGet(pair.Key.Item1, pair.Key.Item2, out var value) && value == pair.Value));
    }
}
