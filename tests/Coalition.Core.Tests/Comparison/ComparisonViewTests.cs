using Coalition.Comparison;
using Coalition.Sufficiency;
using Coalition.Tests.Fixtures;
using NodaTime;

namespace Coalition.Tests.Comparison;

/// <summary>What a moved day leaves out of view keeps out of the way of changes that have nothing to do with it.</summary>
public class ComparisonViewTests
{
    // Britain's parliament consents on the 6th and takes it back on the 9th; France's land forces come on the 6th, whatever Britain does.
    private static readonly CoalitionModel Consents = Given.Model("""
        "approvals": {
          "gb-commons": {
            "nation": "GB", "procedure": "priorApproval",
            "acts": [{ "act": "submitted", "on": "2026-01-02" }, { "act": "approved", "on": "2026-01-06" }, { "act": "revoked", "on": "2026-01-09" }]
          }
        },
        "circumstances": {
          "ceasefire": { "title": "A ceasefire", "events": [{ "event": "occurred", "on": "2026-01-06" }, { "event": "ended", "on": "2026-01-09" }] }
        },
        "pledges": { "fr-land": { "nation": "FR", "support": "land", "stage": "firm", "from": "2026-01-06", "amount": [{ "from": 5 }] } },
        "guarantees": {
          "force": { "pillar": "multinationalForce", "beneficiary": "UA", "standards": { "five": { "requires": { "total": "land", "atLeast": 5 } } } }
        }
        """);

    [Fact]
    public void Cause_TheDayAlone_ThoughFactsAreReachedOnWhichLaterOnesBuild()
    {
        var comparison = CoalitionComparison.Between(Consents.On("2026-01-05"), Consents.On("2026-01-07"));

        Assert.Equal(
            [
                "the day moves from 2026-01-05 to 2026-01-07",
                "the event 'occurred' of 'ceasefire' on 2026-01-06 is reached",
                "the act 'approved' of 'gb-commons' on 2026-01-06 is reached",
            ],
            comparison.Changes.Select(c => c.ToString()));
        Assert.Equal(comparison.Changes[0], Assert.Single(Assert.Single(comparison.Moves).Cause.Changes));
        Assert.Equal("submitted", Applied(comparison, 0).Model.ApprovalState("gb-commons", new(2026, 1, 7), Given.AsOf).Name);
    }

    [Fact]
    public void Cause_OfWhatIsLearnt_LeavesOutAnActOnWhichAnAssumptionBuilds()
    {
        var model = Given.Model("""
            "sources": { "press": { "label": "fact", "title": "Press", "published": "2026-01-08" } },
            "approvals": {
              "gb-commons": {
                "nation": "GB", "procedure": "priorApproval",
                "acts": [{ "act": "submitted", "on": "2026-01-02", "source": "press" }, { "act": "approved", "on": "2026-01-04", "assumed": true }]
              }
            },
            "pledges": { "fr-land": { "nation": "FR", "support": "land", "stage": "firm", "amount": [{ "from": 5, "source": "press" }] } },
            "guarantees": {
              "force": { "pillar": "multinationalForce", "beneficiary": "UA", "standards": { "five": { "requires": { "total": "land", "atLeast": 5 } } } }
            }
            """);

        var comparison = CoalitionComparison.Between(
            SufficiencyEvaluator.Evaluate(model, Given.AsOf, new LocalDate(2026, 1, 6)), SufficiencyEvaluator.Evaluate(model, Given.AsOf));

        Assert.Equal("the figure 5 of 'fr-land' by 'press' becomes known on 2026-01-08", Assert.Single(Assert.Single(comparison.Moves).Cause.Changes).ToString());
    }

    [Fact]
    public void Apply_AStageIsRemoved_AndTheNextIsNotReached_ThePledgeDoesNotExistYet()
    {
        StageChange floated = new() { On = new(2026, 1, 2), Stage = PledgeStage.Floated }, firm = new() { On = new(2026, 1, 6), Stage = PledgeStage.Firm };
        CoalitionModel Of(params StageChange[] stages) => CoalitionModel.Create(Given.Draft with
        {
            Pledges = [Given.Pledge("fr-land", Given.FR, 5) with { Stage = null, Stages = [.. stages] }],
        });

        var comparison = CoalitionComparison.Between(Of(floated, firm).On("2026-01-05"), Of(firm).On("2026-01-07"));

        Assert.Equal(
            ["the day moves from 2026-01-05 to 2026-01-07", "the stage 'firm' of 'fr-land' on 2026-01-06 is reached", "the stage 'floated' of 'fr-land' on 2026-01-02 is removed"],
            comparison.Changes.Select(c => c.ToString()));
        Assert.Empty(Applied(comparison, 0, 2).Pledges);
    }

    private static SufficiencyReport Applied(CoalitionComparison comparison, params int[] changes) => comparison.Apply(changes.Select(i => comparison.Changes[i]));
}
