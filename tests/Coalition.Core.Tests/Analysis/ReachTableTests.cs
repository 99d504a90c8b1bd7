using Coalition.Analysis.Diagrams;
using Coalition.Tests.Properties;

namespace Coalition.Tests.Analysis;

public class ReachTableTests
{
    [Fact]
    public void TryFind_IntervalsAddedInAnyOrder_FindsThatOfTheAmountOrNone()
    {
        foreach (var seed in Draws.Seeds(20))
        {
            var random = new Random(seed);
            var table = new ReachTable();
            Assert.False(table.TryFind(1, out _, out _));

            // Every second interval of three amounts: 0 to 3, 6 to 9 and so on.
            var starts = Enumerable.Range(0, 1000).Select(i => i * 6L).ToArray();
            random.Shuffle(starts);
            foreach (var start in starts)
            {
                Assert.False(table.TryFind(start + 1, out _, out var place));
                table.Add(new Reach((int)start, start, start + 3), place);
            }

            for (var amount = 1L; amount <= 6002; amount++)
            {
                var start = (amount - 1) / 6 * 6;
                var isInside = amount - start <= 3 && start < 6000;
                Assert.Equal(isInside, table.TryFind(amount, out var reach, out _));
                if (isInside)
                {
                    Assert.Equal(new Reach((int)start, start, start + 3), reach);
                }
            }
        }
    }
}
