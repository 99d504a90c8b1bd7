using Coalition.Analysis;
using Coalition.Json;
using Coalition.Requirements;
using Coalition.Sufficiency;
using Coalition.Tests.Analysis;
using Coalition.Tests.Fixtures;

namespace Coalition.Tests.Json;

/// <summary>Small inputs that would multiply are refused before they do; large ones take no more memory than docs/errors.md says.</summary>
public class HostileModelsTests
{
    [Fact]
    public void AnyOf_PartsThatAreSharedLevelAfterLevel_RefusedBeyondFourMillion()
    {
        Requirement shared = new Requirement.Holds("ceasefire");
        var thrown = Assert.Throws<ArgumentException>("of", () =>
        {
            for (var i = 0; i < 100; i++)
            {
                shared = new Requirement.AnyOf(shared, shared);
            }
        });

        Assert.Equal("Expected at most 4000000 requirements in all, each as often as it stands there, found more. (Parameter 'of')", thrown.Message);
        Assert.Equal((1L << 21) - 1, shared.Size);
        Assert.Equal(shared, new Requirement.AnyOf(((Requirement.AnyOf)shared).Of));
    }

    [Fact]
    public void Read_OneConditionUnderWhichManyPledgesStand_RefusedBeforeItMultiplies()
    {
        // 31 kB of text that would make two million parts.
        var text = Given.Text(
            $$"""
            "approvals": { "a": { "nation": "FR", "procedure": "priorApproval", "acts": [{ "act": "submitted", "on": "2026-01-01",
              "mandate": { "condition": { "anyOf": [{{string.Join(", ", Enumerable.Repeat("\"always\"", 4_000))}}] } } }] } },
            "pledges": { {{string.Join(", ", Enumerable.Range(0, 500).Select(i => $"\"p{i}\": {{ \"nation\": \"FR\", \"support\": \"land\", \"stage\": \"firm\", \"needs\": [\"a\"] }}"))}} }
            """);
        var limits = new CoalitionLimits { MaxTerms = 2_000_499 };
        CoalitionJson.Read(text, new CoalitionLimits { MaxTerms = 2_000_500 });
        var before = GC.GetAllocatedBytesForCurrentThread();

        Assert.Equal("$: found requirements of more than 2000499 terms in all; expected at most 2000499, the limit in force.", Given.Problems(text, limits));
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 30 * text.Length);
    }

    [Fact]
    public void Create_FiltersThatEachSelectAll_CountedOnceForEachFilterAndOnceForEachPartOfAStandard()
    {
        // Two equal filters in a standard of three parts, over ten pledges; the condition shares its filter with another.
        var contributors = new Requirement.Contributors(PledgeFilter.All, 1);
        var draft = Given.Draft with
        {
            Pledges = [.. Enumerable.Range(0, 10).Select(i => Given.Pledge($"p{i}", Given.FR) with { Condition = i < 2 ? Given.Total("land", i) : null })],
            Guarantees = [Given.Guarantee("force", ("s", new Requirement.AllOf(contributors, contributors)))],
        };
        const int Terms = 2 + 10 + 3 + 10 + 20;

        Assert.Equal(
            $"$: found requirements of more than {Terms - 1} terms in all; expected at most {Terms - 1}, the limit in force.",
            Given.Problems(draft, new CoalitionLimits { MaxTerms = Terms - 1 }));
        Assert.NotNull(CoalitionModel.Create(draft, new CoalitionLimits { MaxTerms = Terms }));
    }

    [Theory]
    [InlineData("{ \"pledges\": [\"p0\", \"p1\"] }", 2)]
    [InlineData("{ \"nations\": [\"FR\"], \"support\": [\"land\"] }", 4)]
    [InlineData("{ \"nations\": [\"FR\", \"DE\"] }", 9)]
    [InlineData("{ \"support\": [\"land\", \"air\"] }", 9)]
    [InlineData("{ \"nations\": [\"GB\"], \"support\": [\"land\"] }", 0)]
    [InlineData("{ \"roles\": [\"host\"] }", 9)]
    public void Create_Filter_CountsWhatItMaySelect(string filter, int candidates)
    {
        var pledges = Enumerable.Range(0, 9).Select(i => $"\"p{i}\": {{ \"nation\": \"{(i < 6 ? "FR" : "DE")}\", \"support\": \"{(i % 3 < 2 ? "land" : "air")}\", \"stage\": \"firm\" }}");
        var text = Given.Text(
            $$"""
            "pledges": { {{string.Join(", ", pledges)}} },
            "guarantees": { "g": { "pillar": "other", "beneficiary": "UA", "standards": { "s": { "requires": { "contributors": {{filter}}, "atLeast": 1 } } } } }
            """);

        // One part; what it may select, once for the filter and once for the report.
        var terms = 1 + (2 * candidates);
        Assert.NotNull(CoalitionJson.Read(text, new CoalitionLimits { MaxTerms = terms }));
        if (terms > 1)
        {
            Assert.Contains("the limit in force", Given.Problems(text, new CoalitionLimits { MaxTerms = terms - 1 }), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Evaluate_DeadlockThroughStandardsThatEachReferTwiceToTheNext_FindsTheCircle()
    {
        const int Most = 60;
        static Requirement Next(int i) => i == Most ? new Requirement.Contributes(Given.DE, PledgeFilter.All)
            : new Requirement.AllOf(new Requirement.Met($"g{i}"), new Requirement.Met($"g{i}"));
        var draft = Given.Draft with
        {
            Pledges =
            [
                Given.Pledge("fr", Given.FR) with { Condition = new Requirement.Met("g0") },
                Given.Pledge("de", Given.DE) with { Condition = new Requirement.Contributes(Given.FR, PledgeFilter.All) },
            ],
            Guarantees = [.. Enumerable.Range(0, Most).Select(i => Given.Guarantee($"g{i}", ("s", Next(i + 1))))],
        };

        var report = CoalitionModel.Create(draft, new CoalitionLimits { MaxDepth = 128 }).On("2026-01-10");

        Assert.Equal(Verdict.Deadlocked, report["g0", "s"].Verdict);
        Assert.Equal(["de", "fr"], report["g0", "s"].Circle.Order());
    }

    [Fact]
    public void Over_StandardsThatEachReferTwiceToTheNext_FollowsEachOnce()
    {
        const int Most = 60;
        static Requirement Next(int i) => i == Most ? new Requirement.Contributes(Given.DE, PledgeFilter.All)
            : new Requirement.AllOf(new Requirement.Met($"g{i}"), new Requirement.Met($"g{i}"));
        var draft = Given.Draft with
        {
            Pledges = [Given.Pledge("de", Given.DE) with { Until = Given.AsOf }],
            Guarantees = [.. Enumerable.Range(0, Most).Select(i => Given.Guarantee($"g{i}", ("s", Next(i + 1))))],
        };

        var timeline = SufficiencyTimeline.Over(CoalitionModel.Create(draft, new CoalitionLimits { MaxDepth = 128 }), Given.AsOf, Given.AsOf.PlusDays(1));

        Assert.Equal("de", Assert.Single(timeline["g0", "s"].Intervals[1].Changes).Subject);
    }

    [Theory]
    [InlineData(6_000)]
    [InlineData(12_000)]
    public void ReadAndEvaluate_ManyPledges_AllocateInProportion(int pledges)
    {
        var text = System.Text.Encoding.UTF8.GetBytes(Given.Text(
            $$"""
            "pledges": { {{string.Join(", ", Enumerable.Range(0, pledges).Select(i => $"\"p{i}\": {{ \"nation\": \"FR\", \"support\": \"land\", \"stage\": \"firm\", \"amount\": [{{ \"from\": {i} }}] }}"))}} },
            "guarantees": { "g": { "pillar": "other", "beneficiary": "UA", "standards": { "s": { "requires": { "total": "land", "atLeast": 5 } } } } }
            """));
        var before = GC.GetAllocatedBytesForCurrentThread();
        using var stream = new MemoryStream(text);
        var model = CoalitionJson.Read(stream);
        var read = GC.GetAllocatedBytesForCurrentThread() - before;
        SufficiencyEvaluator.Evaluate(model, Given.AsOf);
        var evaluated = GC.GetAllocatedBytesForCurrentThread() - before - read;

        // The bounds of docs/errors.md: ten times the text, and 1,500 bytes for each pledge.
        Assert.InRange(read, 0, 10L * text.Length);
        Assert.InRange(evaluated, 0, 1_500L * pledges);
    }

    [Theory]
    [InlineData("{ \"stage\": \"frim\" }")]
    [InlineData("[[[[[[[[[[]]]]]]]]]]")]
    [InlineData("\"x\"")]
    public void Read_ManyProblems_KeepsNoMoreThanAreListed(string pledge)
    {
        var text = Given.Text($"\"pledges\": {{ {string.Join(", ", Enumerable.Range(0, 20_000).Select(i => $"\"p{i}\": {pledge}"))} }}");
        var before = GC.GetAllocatedBytesForCurrentThread();

        var thrown = Assert.Throws<CoalitionModelException>(() => CoalitionJson.Read(text, new CoalitionLimits { MaxProblems = 10 }));

        Assert.Equal(10, thrown.Problems.Length);
        Assert.InRange(thrown.NotListed, 19_990, 100_000);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 100L * text.Length);
    }

    [Fact]
    public void Power_MoreVariablesThanTheCountsOfWhichFitTheBudget_RefusedBeforeTheyAreMade()
    {
        const int Variables = 400;
        var function = WeightedGame.FunctionOf(
            Variables, (circuit, players) => circuit.And([.. players]), new AnalysisBudget { Nodes = Variables * Variables * (1 + (Variables / 64)) / 8 });
        var less = WeightedGame.FunctionOf(
            Variables, (circuit, players) => circuit.And([.. players]), new AnalysisBudget { Nodes = (Variables * Variables * (1 + (Variables / 64)) / 8) - 1 });

        Assert.Equal(Variables, function.Power().Players.Length);
        foreach (var ask in (Action[])[() => less.Power(), () => less.Resilience(), () => less.Holler(), () => less.DeeganPackel()])
        {
            Assert.Equal("the counts by size", Assert.Throws<AnalysisBudgetException>(ask).Work);
        }
    }
}
