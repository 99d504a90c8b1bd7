using System.Collections.Immutable;
using Coalition.Analysis;
using Coalition.Sufficiency;
using Coalition.Tests.Fixtures;
using Coalition.Tests.Generators;
using Coalition.Tests.Oracle;
using Coalition.Tests.Properties;

namespace Coalition.Tests.Analysis;

/// <summary>Rule S9.</summary>
public class FirstMoversTests
{
    // FR waits for GB, GB for FR and DE, DE for what five thousand bring.
    private static readonly CoalitionModel circle = Given.Model(
        """
        "pledges": {
          "fr": { "nation": "FR", "support": "land", "stage": "firm", "amount": [{ "to": 3000 }], "condition": { "contributes": "GB", "with": "land" } },
          "gb": { "nation": "GB", "support": "land", "stage": "firm", "amount": [{ "to": 2000 }],
            "condition": { "allOf": [{ "contributes": "FR", "with": "land" }, { "holds": "ceasefire" }] } },
          "de": { "nation": "DE", "support": "land", "stage": "firm", "amount": [{ "to": 1000 }], "condition": { "total": "land", "atLeast": 6000 } }
        },
        "guarantees": {
          "force": { "pillar": "multinationalForce", "beneficiary": "UA", "standards": {
            "six": { "requires": { "total": "land", "atLeast": 6000 } },
            "one": { "requires": { "total": "land", "atLeast": 0 } },
            "ten": { "requires": { "total": "land", "atLeast": 10000 } }
          } }
        }
        """);

    [Fact]
    public void Of_ACircle_IsBrokenByEitherOfTwo()
    {
        var movers = FirstMovers.Of(circle, Given.AsOf, "force", "six");

        Assert.Equal(Verdict.Deadlocked, movers.Verdict);
        Assert.Equal(["waiver:FR", "waiver:GB", "waiver:DE"], movers.Function.Variables.Select(v => v.ToString()));
        Assert.Equal(["FR", "GB", "DE"], movers.Nations.Select(n => n.Value));
        Assert.Equal(["waiver:FR", "waiver:GB"], movers.Sets().Select(s => s.ToString()));
    }

    [Fact]
    public void RoundsAfter_OneMoves_TellsWhoFollowsWhen()
    {
        var rounds = FirstMovers.Of(circle, Given.AsOf, "force", "six").RoundsAfter([Given.FR]);

        Assert.Equal(["fr", "gb", "de"], rounds.Select(r => string.Join(' ', r.Pledges)));
        Assert.Equal(["FR", "GB", "DE"], rounds.Select(r => string.Join(' ', r.Nations)));
        Assert.Equal([false, false, true], rounds.Select(r => r.IsMet));
    }

    [Fact]
    public void Of_AConditionThatTheHostSets_TheHostMovesAndNotTheNationOfThePledge()
    {
        var movers = FirstMovers.Of(
            Given.Model(
                """
                "approvals": {
                  "rada": { "nation": "UA", "procedure": "hostConsent", "acts": [
                    { "act": "submitted", "on": "2026-01-01", "mandate": { "condition": { "contributes": "GB" } } }, { "act": "approved", "on": "2026-01-02" }] }
                },
                "pledges": {
                  "fr": { "nation": "FR", "support": "land", "stage": "firm", "zone": "rear", "needs": ["rada"] },
                  "gb": { "nation": "GB", "support": "land", "stage": "firm", "condition": { "contributes": "FR" } }
                },
                "guarantees": { "force": { "pillar": "multinationalForce", "beneficiary": "UA", "standards": { "both": { "requires": { "contributors": "land", "atLeast": 2 } } } } }
                """),
            Given.AsOf, "force", "both");

        Assert.Equal(["waiver:UA", "waiver:GB"], movers.Sets().Select(s => s.ToString()).OrderDescending());
        Assert.Equal(["fr", "gb"], movers.RoundsAfter([Given.UA]).Select(r => string.Join(' ', r.Pledges)));
    }

    // Both wait for more than all together promise. Neither is locked: UA is no mover, and moving first FR does not give up that condition.
    [Fact]
    public void Of_PledgesThatAreNotEvenPossible_KeepTheirConditions()
    {
        var model = CoalitionModel.Create(circle.Draft with { Pledges = [.. circle.Pledges, Impossible("fr-more", Given.FR), Impossible("ua", Given.UA)] });

        var movers = FirstMovers.Of(model, Given.AsOf, "force", "six");

        Assert.Equal(Verdict.Deadlocked, movers.Verdict);
        Assert.Equal(["FR", "GB", "DE"], movers.Nations.Select(n => n.Value));
        Assert.Equal(["fr", "gb", "de"], movers.RoundsAfter([Given.FR]).Select(r => string.Join(' ', r.Pledges)));

        static Pledge Impossible(string id, NationCode nation) => Given.Pledge(id, nation, 1) with { Condition = Given.Total("land", 100_000) };
    }

    [Fact]
    public void Of_WithAMatterGranted_TakesTheVerdictThatItLeadsTo()
    {
        var model = Given.Model(
            """
            "guarantees": { "force": { "pillar": "multinationalForce", "beneficiary": "UA", "standards": { "calm": { "requires": { "holds": "ceasefire" } } } } }
            """);

        Assert.Equal(Verdict.Contingent, FirstMovers.Of(model, Given.AsOf, "force").Verdict);
        Assert.Equal(Verdict.Sufficient, FirstMovers.Of(model, Given.AsOf, "force", granting: [OpenMatter.Parse("circumstance:ceasefire")]).Verdict);
        Assert.Throws<ArgumentException>("granting", () => FirstMovers.Of(model, Given.AsOf, "force", granting: [OpenMatter.Parse("stage:fr")]));
    }

    [Fact]
    public void Of_BeyondItsBudget_IsRefused()
    {
        var budget = new AnalysisBudget { Nodes = 1 };

        Assert.Same(budget, Assert.Throws<AnalysisBudgetException>(() => FirstMovers.Of(circle, Given.AsOf, "force", "six", budget: budget)).Budget);
    }

    [Fact]
    public void RoundsAfter_NobodyMoves_IsEmpty() => Assert.Empty(FirstMovers.Of(circle, Given.AsOf, "force", "six").RoundsAfter([]));

    [Fact]
    public void RoundsAfter_ANationThatSetsNoCondition_IsRefused()
    {
        var movers = FirstMovers.Of(circle, Given.AsOf, "force", "six");
        var refused = Assert.Throws<ArgumentException>("movers", () => movers.RoundsAfter([Given.UA, Given.FR, new NationCode("PL")]));

        Assert.Equal("No condition that a deadlock rests on is set by UA, PL: expected some of FR, GB, DE. (Parameter 'movers')", refused.Message);
        Assert.Throws<ArgumentNullException>("movers", () => movers.RoundsAfter(null!));
    }

    [Theory]
    [InlineData("one", Verdict.Sufficient)]
    [InlineData("ten", Verdict.Insufficient)]
    public void Of_AnotherVerdict_HasNone(string standard, Verdict verdict)
    {
        var movers = FirstMovers.Of(circle, Given.AsOf, "force", standard);

        Assert.Equal(verdict, movers.Verdict);
        Assert.Empty(movers.Nations);
        Assert.Empty(movers.Sets());
        Assert.Empty(movers.RoundsAfter([]));
        Assert.Equal(
            "No condition that a deadlock rests on is set by FR: expected none, as the verdict is no deadlock. (Parameter 'movers')",
            Assert.Throws<ArgumentException>(() => movers.RoundsAfter([Given.FR])).Message);
    }

    [Fact]
    public void Of_DrawnDeadlocks_AgreesWithTrialOfEverySet()
    {
        var wanted = Draws.Cases(400);
        var (deadlocks, byMandates, edited) = (0, 0, 0);
        for (var seed = Draws.Seed; deadlocks < wanted; seed++)
        {
            var sample = ModelSample.Of(seed);
            foreach (var standard in Reports.Evaluate(sample).Verdicts.Where(v => v.Verdict == Verdict.Deadlocked))
            {
                deadlocks++;
                var movers = FirstMovers.Of(sample.Model, sample.On, standard.Guarantee, standard.Standard, sample.KnownAsOf);
                var byMandate = sample.Model.Approvals.Any(a => a.Mandates().Any(m => m.Condition is not null));
                byMandates += byMandate ? 1 : 0;
                edited += byMandate ? 0 : 1;
                AssertAgrees(sample, standard, movers, byMandate);
            }
        }

        Assert.True(byMandates >= wanted / 20 && edited >= wanted / 4, $"{byMandates} with conditions of mandates, {edited} without");
    }

    private static void AssertAgrees(ModelSample sample, StandardReport standard, FirstMovers movers, bool byMandate)
    {
        Assert.Equal(Verdict.Deadlocked, movers.Verdict);
        Assert.True(movers.Sets().Count > 0);
        foreach (var set in Orders.Subsets(movers.Nations.Length))
        {
            ImmutableArray<NationCode> first = [.. movers.Nations.Where((_, i) => set[i])];
            var isMet = movers.Function.IsSufficient(set);
            var rounds = movers.RoundsAfter(first);

            Assert.Equal(NaiveEvaluator.IsMetWithout(sample.Model, sample.On, sample.KnownAsOf, first, standard.Definition.Requires), isMet);
            Assert.Equal(isMet, rounds is [.., { IsMet: true }]);
            Assert.Equal(isMet, movers.Sets().Any(s => s.Variables.All(v => first.Contains(((FunctionVariable.OfWaiver)v).Nation))));
            Assert.Equal(rounds.SelectMany(r => r.Pledges).Distinct().Count(), rounds.Sum(r => r.Pledges.Length));
            if (!byMandate)
            {
                Assert.Equal(isMet, VerdictOnceGivenUp(sample, standard, first) >= Verdict.Contingent);
            }
        }

        // All together break it; who is no variable cannot.
        Assert.True(NaiveEvaluator.IsMetWithout(sample.Model, sample.On, sample.KnownAsOf, [.. movers.Nations], standard.Definition.Requires));
        Assert.False(NaiveEvaluator.IsMetWithout(
            sample.Model, sample.On, sample.KnownAsOf, [.. sample.Model.Nations.Select(n => n.Code).Except(movers.Nations)], standard.Definition.Requires));
    }

    // Where only nations set conditions, they can be struck out of the model.
    private static Verdict? VerdictOnceGivenUp(ModelSample sample, StandardReport standard, ImmutableArray<NationCode> movers)
    {
        var locked = NaiveEvaluator.Locked(sample.Model, sample.On, sample.KnownAsOf);
        var model = CoalitionModel.Create(sample.Model.Draft with
        {
            Pledges = [.. sample.Model.Pledges.Select(p => locked.Contains(p.Id) && movers.Contains(p.Nation) ? p with { Condition = null } : p)],
        });
        return SufficiencyEvaluator.Evaluate(model, sample.On, sample.KnownAsOf)[standard.Guarantee, standard.Standard].Verdict;
    }
}
