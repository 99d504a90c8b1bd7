using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Coalition.Comparison;
using Coalition.Json;
using Coalition.Sufficiency;
using Coalition.Tests.Generators;
using Coalition.Tests.Properties;

namespace Coalition.Tests.Comparison;

/// <summary>What holds of every comparison, over drawn models, edits, days, knowledge and grants.</summary>
public class ComparisonPropertiesTests
{
    // Of so many changes all subsets are tried.
    internal const int MostEnumerated = 8;

    [ModelProperty(200)]
    public void Between_AModelAndItself_WhateverTheOrder_IsEmpty(ModelSample sample)
    {
        var report = Reports.Evaluate(sample);
        var shuffled = SufficiencyEvaluator.Evaluate(ModelShuffle.Of(sample.Model, sample.Chance()), sample.On, sample.KnownAsOf);

        foreach (var comparison in new[] { CoalitionComparison.Between(report, report), CoalitionComparison.Between(report, shuffled) })
        {
            Assert.Empty(comparison.Changes);
            Assert.Empty(comparison.Moves);
            Assert.Equal(Dump.Of(report), Dump.Of(comparison.Apply([])));
        }
    }

    [ModelProperty(400)]
    public void Apply_AllChanges_GivesAfter_AndNoneGivesBefore(ModelSample sample)
    {
        var comparison = ComparisonSample.Compared(sample);

        AssertSame(comparison.Before, comparison.Apply([]));
        AssertSame(comparison.After, comparison.Apply(comparison.Changes));
    }

    [ModelProperty(400)]
    public void Apply_ChangesThatBearOnNoVerdict_MovesNone_AndTheOthersDoWithoutThem(ModelSample sample)
    {
        var comparison = ComparisonSample.Compared(sample);

        Assert.Equal(Verdicts(comparison.After), Verdicts(comparison.Apply(comparison.Changes.Where(c => c.BearsOnVerdicts))));

        // What others still refer to cannot be removed by itself.
        foreach (var applied in comparison.Changes.Where(c => !c.BearsOnVerdicts).Select(c => Applied(comparison, [c])).OfType<SufficiencyReport>())
        {
            Assert.Equal(Verdicts(comparison.Before), Verdicts(applied));
        }
    }

    [ModelProperty(400)]
    public void Moves_AreTheStandardsOfBothWhoseVerdictsDiffer(ModelSample sample)
    {
        var comparison = ComparisonSample.Compared(sample);

        var before = comparison.Before.Verdicts.ToDictionary(v => (v.Guarantee, v.Standard), v => v.Verdict);
        Assert.Equal(
            comparison.After.Verdicts.Where(v => before.TryGetValue((v.Guarantee, v.Standard), out var was) && was != v.Verdict)
                .Select(v => (v.Guarantee, v.Standard, before[(v.Guarantee, v.Standard)], v.Verdict)),
            comparison.Moves.Select(m => (m.Guarantee, m.Standard, m.Before, m.After)));
    }

    [ModelProperty(300)]
    public void Cause_AppliedAlone_GivesTheNewVerdict_AndNoSmallerSetDoes(ModelSample sample)
    {
        var comparison = ComparisonSample.Compared(sample);

        foreach (var move in comparison.Moves)
        {
            AssertGives(comparison, move);
            Assert.True(move.Cause.IsSmallest && move.Cause.IsIrreducible);
            Assert.Equal(move.Cause.Changes.Length, move.Cause.AtLeast);
        }

        if (comparison.Moves.IsEmpty || comparison.Changes.Length > MostEnumerated)
        {
            return;
        }

        var first = FirstSmallest(comparison);
        foreach (var move in comparison.Moves)
        {
            Assert.Equal(first[(move.Guarantee, move.Standard)].Select(c => c.ToString()), move.Cause.Changes.Select(c => c.ToString()));
        }
    }

    [ModelProperty(300)]
    public void Cause_BeyondTheBudget_IsABoundThatGivesTheNewVerdict(ModelSample sample)
    {
        var exact = ComparisonSample.Compared(sample);
        var bound = ComparisonSample.Compared(sample, new ComparisonBudget { Sets = 1 + (sample.Seed % 7) });

        foreach (var (move, smallest) in bound.Moves.Zip(exact.Moves))
        {
            AssertGives(bound, move);
            Assert.InRange(move.Cause.AtLeast, 1, smallest.Cause.Changes.Length);
            Assert.True(move.Cause.Changes.Length >= smallest.Cause.Changes.Length);
            Assert.Equal(move.Cause.IsSmallest, move.Cause.AtLeast == move.Cause.Changes.Length);
            if (move.Cause.IsIrreducible)
            {
                Assert.DoesNotContain(
                    move.Cause.Changes,
                    left => Applied(bound, move.Cause.Changes.Remove(left)) is { } applied && applied[move.Guarantee, move.Standard].Verdict == move.After);
            }
        }
    }

    private static void AssertGives(CoalitionComparison comparison, VerdictMove move)
    {
        var applied = comparison.Apply(move.Cause.Changes);
        Assert.Equal(move.After, applied[move.Guarantee, move.Standard].Verdict);
        AssertSame(applied, comparison.Apply(move.Cause.Changes.AddRange(move.Cause.Along)));
    }

    // Plainly: every subset of all changes, through the public way, the smaller first and those of one size in the order of the changes.
    private static Dictionary<(string, string), ImmutableArray<CoalitionChange>> FirstSmallest(CoalitionComparison comparison)
    {
        var found = new Dictionary<(string, string), ImmutableArray<CoalitionChange>>();
        var count = comparison.Changes.Length;
        var subsets = Enumerable.Range(0, 1 << count)
            .Select(bits => Enumerable.Range(0, count).Where(i => (bits & (1 << i)) != 0).ToArray())
            .OrderBy(s => s.Length).ThenBy(s => string.Concat(s.Select(i => (char)('a' + i))), StringComparer.Ordinal);
        foreach (var subset in subsets)
        {
            ImmutableArray<CoalitionChange> changes = [.. subset.Select(i => comparison.Changes[i])];
            if (Applied(comparison, changes) is { } applied)
            {
                foreach (var move in comparison.Moves.Where(m => applied[m.Guarantee, m.Standard].Verdict == m.After))
                {
                    found.TryAdd((move.Guarantee, move.Standard), changes);
                }
            }
        }

        return found;
    }

    // Null where what comes of the changes cannot be recorded.
    internal static SufficiencyReport? Applied(CoalitionComparison comparison, ImmutableArray<CoalitionChange> changes)
    {
        try
        {
            return comparison.Apply(changes);
        }
        catch (Exception refused) when (refused is CoalitionModelException or ArgumentException)
        {
            return null;
        }
    }

    private static void AssertSame(SufficiencyReport expected, SufficiencyReport found)
    {
        Assert.Equal((expected.On, expected.KnownAsOf), (found.On, found.KnownAsOf));
        Assert.Equal(expected.Granted.Select(m => m.ToString()).Order(), found.Granted.Select(m => m.ToString()).Order());
        Assert.Equal(Sorted(expected.Model), Sorted(found.Model));
        Assert.Equal(Verdicts(expected), Verdicts(found));
    }

    private static IEnumerable<string> Verdicts(SufficiencyReport report) =>
        report.Verdicts.Select(v => $"{v.Guarantee} {v.Standard} {v.Verdict}").Order(StringComparer.Ordinal);

    // Every list of the model file in one order.
    private static string Sorted(CoalitionModel model) => Sorted(JsonNode.Parse(CoalitionJson.Write(model)))!;

    private static string? Sorted(JsonNode? node) => node switch
    {
        JsonObject entries => $"{{{string.Join(',', entries.Select(e => $"{e.Key}:{Sorted(e.Value)}").Order(StringComparer.Ordinal))}}}",
        JsonArray items => $"[{string.Join(',', items.Select(Sorted).Order(StringComparer.Ordinal))}]",
        _ => node?.ToJsonString(),
    };
}
