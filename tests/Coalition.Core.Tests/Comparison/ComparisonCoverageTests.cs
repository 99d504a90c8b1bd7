using System.Collections.Immutable;
using Coalition.Comparison;
using Coalition.Sufficiency;
using Coalition.Tests.Generators;
using Coalition.Tests.Properties;
using Xunit.Abstractions;

namespace Coalition.Tests.Comparison;

/// <summary>That the properties of comparisons are put to something: what the drawn samples reach, from the first seed on.</summary>
public class ComparisonCoverageTests(ITestOutputHelper output)
{
    private const int Samples = 1_500;

    [Fact]
    public void DrawnComparisons_OfOneSeed_ReachEveryClass()
    {
        var counts = new SortedDictionary<string, int>(StringComparer.Ordinal);
        foreach (var seed in Enumerable.Range(Draws.Seed, Samples))
        {
            foreach (var reached in Classes(ComparisonSample.Compared(ModelSample.Of(seed))).Distinct())
            {
                counts[reached] = counts.GetValueOrDefault(reached) + 1;
            }
        }

        foreach (var (name, count) in counts)
        {
            output.WriteLine($"{count,5} {name}");
        }

        var rare = Expected().Where(name => counts.GetValueOrDefault(name) < 3).ToList();
        Assert.True(rare.Count == 0, $"Reached less than three times of {Samples}: {string.Join(", ", rare)}");
    }

    private static IEnumerable<string> Expected() =>
    [
        .. from part in Enum.GetValues<ChangedPart>() select $"part {part}",
        .. from kind in Enum.GetValues<ChangeKind>() select $"kind {kind}",
        .. from before in Verdicts() from after in Verdicts() where before != after && before != Verdict.Deadlocked && after != Verdict.Deadlocked select $"move {Word(before)} to {Word(after)}",
        "move from Deadlocked", "move to Deadlocked", "cause of 1", "cause of 2", "cause of 3", "cause by enumeration", "cause of several by enumeration", "cause taking along", "greater set undoes",
        "not recordable alone", "bears on no verdict",
    ];

    private static IEnumerable<Verdict?> Verdicts() => [null, .. Enum.GetValues<Verdict>()];

    private static string Word(Verdict? verdict) => verdict?.ToString() ?? "none";

    private static IEnumerable<string> Classes(CoalitionComparison comparison)
    {
        foreach (var change in comparison.Changes)
        {
            yield return $"part {change.What}";
            yield return $"kind {change.Kind}";
            if (!change.BearsOnVerdicts)
            {
                yield return "bears on no verdict";
            }
        }

        if (comparison.Changes.Any(c => Applied(comparison, [c]) is null))
        {
            yield return "not recordable alone";
        }

        foreach (var move in comparison.Moves)
        {
            yield return $"move {Word(move.Before)} to {Word(move.After)}";
            if (move.Before == Verdict.Deadlocked || move.After == Verdict.Deadlocked)
            {
                yield return $"move {(move.Before == Verdict.Deadlocked ? "from" : "to")} Deadlocked";
            }

            yield return $"cause of {move.Cause.Changes.Length}";
            if (!move.Cause.Along.IsEmpty)
            {
                yield return "cause taking along";
            }

            if (comparison.Changes.Length <= ComparisonPropertiesTests.MostEnumerated)
            {
                yield return "cause by enumeration";
                if (move.Cause.Changes.Length > 1)
                {
                    yield return "cause of several by enumeration";
                }
            }

            // A cause, and one change more, by which the new verdict is lost again: what makes the search try every set.
            foreach (var more in comparison.Changes.Except(move.Cause.Changes))
            {
                if (Applied(comparison, move.Cause.Changes.Add(more)) is { } applied && applied[move.Guarantee, move.Standard].Verdict != move.After)
                {
                    yield return "greater set undoes";
                    break;
                }
            }
        }
    }

    private static SufficiencyReport? Applied(CoalitionComparison comparison, ImmutableArray<CoalitionChange> changes) =>
        ComparisonPropertiesTests.Applied(comparison, changes);
}
