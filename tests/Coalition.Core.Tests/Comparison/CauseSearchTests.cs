using Coalition.Comparison;
using Coalition.Internal;
using Coalition.Sufficiency;
using Coalition.Tests.Fixtures;

namespace Coalition.Tests.Comparison;

/// <summary>How much the search for causes tries.</summary>
public class CauseSearchTests
{
    [Theory]
    [InlineData(1, 12)]
    [InlineData(40, 12)]
    [InlineData(40, 1)]
    public void Find_HoweverManyVerdictsMoved_TriesAtMostTwiceTheBudget(int sets, int standards)
    {
        SufficiencyReport Report(long each) => SufficiencyEvaluator.Evaluate(
            CoalitionModel.Create(Given.Draft with
            {
                Pledges = [.. Enumerable.Range(0, 20).Select(i => Given.Pledge($"p-{i}", Given.FR, each))],
                Guarantees = [Given.Guarantee("force", [.. Enumerable.Range(0, standards).Select(i => ($"s-{i}", Given.Total("land", 30)))])],
            }),
            Given.AsOf);
        var (before, after) = (Report(1), Report(2));
        var steps = Differences.Between(before, after, CancellationToken.None);
        var moves = after.Verdicts.Select(v => (new StandardKey(v.Guarantee, v.Standard), (Verdict?)Verdict.Sufficient)).ToList();

        var search = new CauseSearch(new Trials(before, after, steps), steps, moves, new ComparisonBudget { Sets = sets }, CancellationToken.None);
        var causes = search.Find();

        Assert.Equal(standards, causes.Length);
        Assert.All(causes, c => Assert.InRange(c.Changes.Length, 10, 20));
        Assert.InRange(search.Tried, sets, 2 * sets);
    }

    // For each of many verdicts nearly all of many changes would be a text without end.
    [Fact]
    public void ToText_ACauseThatWasNotMadeSmall_TellsTwentyChangesAndHowManyMore()
    {
        CoalitionModel Of(long each) => CoalitionModel.Create(Given.Draft with
        {
            Pledges = [.. Enumerable.Range(0, 30).Select(i => Given.Pledge($"p-{i}", Given.FR, each))],
            Guarantees = [Given.Guarantee("force", ("sixty", Given.Total("land", 60)))],
        });

        var comparison = CoalitionComparison.Between(Of(1), Of(2), Given.AsOf, budget: new ComparisonBudget { Sets = 1 });

        Assert.Equal((30, false), (Assert.Single(comparison.Moves).Cause.Changes.Length, comparison.Moves[0].Cause.IsIrreducible));
        Assert.Contains(
            "      by these 30 changes together; at least 1 is needed, and fewer than these may do:\n        the claim of 'p-0' changes: from 1 to 2\n",
            comparison.ToText(), StringComparison.Ordinal);
        Assert.Contains("        the claim of 'p-19' changes: from 1 to 2\n        and 10 more\n\n  All changes\n", comparison.ToText(), StringComparison.Ordinal);
    }
}
