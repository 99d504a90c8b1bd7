using Coalition.Tests.Oracle;

namespace Coalition.Tests.Properties;

/// <summary>Comparisons of what was found before and after.</summary>
internal static class Order
{
    /// <summary>Every verdict, down to the parts of requirements, and every pledge stands at least as well as it did.</summary>
    internal static void AssertNoWorse(NaiveReport before, NaiveReport after, string change)
    {
        foreach (var was in before.Standards)
        {
            var now = after.Standards.Single(s => s.Guarantee == was.Guarantee && s.Standard == was.Standard);
            Assert.True(was.Verdict is null == now.Verdict is null, $"{change}: {was.Guarantee} was {was.Force} and is {now.Force}");
            foreach (var (old, young) in was.Grounds.WithParts().Zip(now.Grounds.WithParts()))
            {
                Assert.True(young.Verdict >= old.Verdict, $"{change}:\n{was.ToText()}\nbut then\n{now.ToText()}");
            }
        }

        foreach (var was in before.Pledges)
        {
            // A pledge may be gone where a change for the worse is undone.
            if (after.Pledges.SingleOrDefault(p => p.Id == was.Id) is { } now)
            {
                Assert.True(now.Standing >= was.Standing, $"{change}:\n{was.ToText()}\nbut then\n{now.ToText()}");
            }
        }
    }

    /// <summary>What is secured is reachable, and what is reachable possible (P3).</summary>
    internal static void AssertBounds(NaiveReport report)
    {
        foreach (var finding in report.Standards.SelectMany(s => s.Grounds.WithParts()))
        {
            if (finding.Sums is { } sums)
            {
                Assert.True(sums.Secured <= sums.Reachable && sums.Reachable <= sums.Possible, finding.ToText());
            }

            if (finding.Nations is { } nations)
            {
                Assert.Empty(nations.Secured.Except(nations.Reachable));
                Assert.Empty(nations.Reachable.Except(nations.Possible));
            }
        }
    }
}
