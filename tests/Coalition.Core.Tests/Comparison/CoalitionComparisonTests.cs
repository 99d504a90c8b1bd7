using System.Collections.Immutable;
using Coalition.Approvals;
using Coalition.Comparison;
using Coalition.Json;
using Coalition.Requirements;
using Coalition.Sufficiency;
using Coalition.Tests.Fixtures;
using NodaTime;

namespace Coalition.Tests.Comparison;

/// <summary>Worked examples of what changed, which verdict moved, and why.</summary>
public class CoalitionComparisonTests
{
    private static readonly OpenMatter Ceasefire = OpenMatter.Parse("circumstance:ceasefire");

    // France's 5 stand; Britain's 5 wait for its parliament and a ceasefire. Ten are enough.
    private static readonly CoalitionModel Model = Given.Model("""
        "sources": { "press": { "label": "fact", "title": "Press", "published": "2026-01-08" } },
        "approvals": {
          "gb-commons": { "nation": "GB", "procedure": "priorApproval", "acts": [{ "act": "submitted", "on": "2026-01-05" }] }
        },
        "pledges": {
          "fr-land": { "nation": "FR", "support": "land", "stage": "firm", "amount": [{ "from": 5 }] },
          "gb-land": {
            "nation": "GB", "support": "land", "stage": "firm", "needs": ["gb-commons"], "condition": { "holds": "ceasefire" },
            "amount": [{ "from": 3, "to": 3 }, { "from": 3, "to": 5, "source": "press" }]
          }
        },
        "guarantees": {
          "force": {
            "pillar": "multinationalForce", "beneficiary": "UA",
            "standards": { "ten": { "requires": { "total": "land", "atLeast": 10 } }, "five": { "requires": { "total": "land", "atLeast": 5 } } }
          }
        }
        """);

    [Fact]
    public void Between_TwoModels_TellsEachChangeInTheDomainsWords()
    {
        var pledge = Model.GetPledge("gb-land");
        var after = CoalitionModel.Create(Model.Draft with
        {
            Title = "Later",
            Nations = Model.Nations.Add(new Nation { Code = new("PL"), Name = "Poland" }),
            Sources = [Model.Sources[0] with { Title = "The press" }],
            Approvals = [Model.Approvals[0] with { Acts = Model.Approvals[0].Acts.Add(new ApprovalAct.Approved { On = Given.Day("2026-01-09"), Tally = new Tally(300, 200) }) }],
            Pledges =
            [
                pledge with { Condition = null, Claims = [new Claim(3, 3), new Claim(4, 6) { Source = "press" }], Note = "Edited." },
                Given.Pledge("pl-land", new("PL"), 2),
            ],
            Guarantees = [Model.Guarantees[0] with { Standards = [.. Model.Guarantees[0].Standards.Take(1), new SufficiencyStandard { Id = "two", Requires = new Requirement.Contributors(PledgeFilter.All, 2) }] }],
        });

        var comparison = CoalitionComparison.Between(Model, after, Given.AsOf);

        Assert.Equal(
            [
                "the title of the model changes: from nothing to Later",
                "the nation 'PL' is added",
                "the title of 'press' changes: from Press to The press",
                "the act 'approved' of 'gb-commons' on 2026-01-09 is added",
                "the claim of 'gb-land' by 'press' changes: from 3 to 5, source 'press' to 4 to 6, source 'press'",
                "the condition of 'gb-land' changes: from 'ceasefire' holds to nothing",
                "the note of 'gb-land' changes: from nothing to Edited.",
                "the pledge 'pl-land' is added",
                "the pledge 'fr-land' is removed",
                "the standard 'two' of 'force' is added",
                "the standard 'five' of 'force' is removed",
            ],
            comparison.Changes.Select(c => c.ToString()));
        Assert.Equal(
            ["Model title", "Nation ", "Source title", "Pledge note"],
            comparison.Changes.Where(c => !c.BearsOnVerdicts).Select(c => $"{c.What} {c.Aspect}"));
        var act = comparison.Changes.Single(c => c.What == ChangedPart.Act);
        Assert.Equal(
            (ChangeKind.Added, "gb-commons", "approved", Given.Day("2026-01-09"), null, null, "approved on 2026-01-09, 300 to 200, 0 abstaining"),
            (act.Kind, act.Subject, act.Item, act.On!.Value, act.Aspect, act.Before, act.After));
    }

    [Fact]
    public void Cause_OfSeveralChanges_IsASmallestSet()
    {
        var after = CoalitionModel.Create(Model.Draft with
        {
            Approvals = [Model.Approvals[0] with { Acts = Model.Approvals[0].Acts.Add(new ApprovalAct.Approved { On = Given.Day("2026-01-09") }) }],
            Circumstances = [Model.Circumstances[0] with { Events = [new CircumstanceEvent { On = Given.Day("2026-01-09"), Change = CircumstanceChange.Occurred }] }, Model.Circumstances[1]],
            Pledges = [Given.Pledge("fr-land", Given.FR, 7), Model.Pledges[1] with { Note = "Edited." }],
        });

        var move = Assert.Single(CoalitionComparison.Between(Model, after, Given.AsOf).Moves);

        // France's 7 and Britain's 3 for certain: with 5 of France the upper end of Britain's would still be asked for.
        Assert.Equal("force by ten: contingent, then sufficient", move.ToString());
        Assert.Equal(
            [
                "the event 'occurred' of 'ceasefire' on 2026-01-09 is added",
                "the act 'approved' of 'gb-commons' on 2026-01-09 is added",
                "the claim of 'fr-land' changes: from 5 to 7",
            ],
            move.Cause.Changes.Select(c => c.ToString()));
        Assert.True(move.Cause.IsSmallest);
        Assert.Equal(3, move.Cause.AtLeast);
        Assert.Empty(move.Cause.Along);
    }

    // A requirement of one part reads as its part does, and is sorted apart from it all the same.
    [Fact]
    public void Between_PartsThatReadTheSame_InAnotherOrder_IsEmpty()
    {
        var (one, other) = (new Requirement.Holds("ceasefire"), new Requirement.AllOf(new Requirement.Holds("ceasefire")));
        CoalitionModel Of(params ImmutableArray<Requirement> parts) => CoalitionModel.Create(Given.Draft with
        {
            Guarantees = [Given.Guarantee("force", ("s", new Requirement.AtLeast(1, parts)))],
        });

        Assert.Empty(CoalitionComparison.Between(Of(one, other), Of(other, one), Given.AsOf).Changes);
        Assert.Single(CoalitionComparison.Between(Of(one, other), Of(other, other), Given.AsOf).Changes);
    }

    [Fact]
    public void Between_TwoKnowledgeDates_TellsWhatWasLearnt_AndWhatItChanged()
    {
        var (before, after) = (Evaluated(Given.AsOf, Given.Day("2026-01-06")), Evaluated(Given.AsOf, Given.AsOf));

        var comparison = CoalitionComparison.Between(before, after);

        Assert.Equal(
            """
            What changed
            ============
              Before: on 2026-01-10, by what was known on 2026-01-06.
              After: on 2026-01-10, by what was known on 2026-01-10.

              Verdicts that moved
                Guarantee  Standard  Before        After
                force      ten       insufficient  contingent
                force by ten: insufficient, then contingent
                  by this change alone:
                    the figure 3 to 5 of 'gb-land' by 'press' becomes known on 2026-01-08
                  taking along:
                    the day up to which publications count moves from 2026-01-06 to 2026-01-10

              All changes
                the day up to which publications count moves from 2026-01-06 to 2026-01-10
                the figure 3 to 5 of 'gb-land' by 'press' becomes known on 2026-01-08

            """.ReplaceLineEndings("\n"),
            comparison.ToText());
    }

    [Fact]
    public void Between_TwoDays_TheDayAloneIsTheCause_WhereNothingElseHappens()
    {
        var model = CoalitionModel.Create(Model.Draft with { Pledges = [Given.Pledge("fr-land", Given.FR, 5) with { From = Given.Day("2026-01-08") }, Model.Pledges[1]] });

        var comparison = CoalitionComparison.Between(Evaluated(model, "2026-01-07"), Evaluated(model, "2026-01-09"));

        Assert.Equal("the day moves from 2026-01-07 to 2026-01-09", Assert.Single(comparison.Changes).ToString());
        Assert.Equal(["force by ten: insufficient, then contingent", "force by five: contingent, then sufficient"], comparison.Moves.Select(m => m.ToString()));
        Assert.All(comparison.Moves, m => Assert.Equal(comparison.Changes[0], Assert.Single(m.Cause.Changes)));
    }

    [Fact]
    public void Between_TwoDays_AnActIsReached_AndTheDayWithoutItIsNot()
    {
        var model = Model.AddEvent("ceasefire", new CircumstanceEvent { On = Given.Day("2026-01-08"), Change = CircumstanceChange.RuledOut });

        var comparison = CoalitionComparison.Between(Evaluated(model, "2026-01-07"), Evaluated(model, "2026-01-09"));

        var move = Assert.Single(comparison.Moves);
        Assert.Equal("the event 'ruledOut' of 'ceasefire' on 2026-01-08 is reached", Assert.Single(move.Cause.Changes).ToString());
        Assert.Equal("the day moves from 2026-01-07 to 2026-01-09", Assert.Single(move.Cause.Along).ToString());
        Assert.Equal(Verdict.Contingent, comparison.Apply(move.Cause.Along)["force", "ten"].Verdict);

        // Back again nothing is reached: what is undone goes with the day.
        Assert.Equal("the day moves from 2026-01-09 to 2026-01-07", Assert.Single(CoalitionComparison.Between(comparison.After, comparison.Before).Changes).ToString());
    }

    [Fact]
    public void Between_WhatIsGranted_OneChangeEach()
    {
        var before = SufficiencyEvaluator.Evaluate(Model, Given.AsOf, granting: [Ceasefire]);
        var after = SufficiencyEvaluator.Evaluate(Model, Given.AsOf, granting: [OpenMatter.Parse("approval:gb-commons"), OpenMatter.Parse("amount:gb-land")]);

        Assert.Equal(
            ["'approval:gb-commons' is taken as granted", "'amount:gb-land' is taken as granted", "'circumstance:ceasefire' is taken as granted no more"],
            CoalitionComparison.Between(before, after).Changes.Select(c => c.ToString()));
    }

    [Fact]
    public void Apply_GrantOfWhatWasSettledMeanwhile_Lapses()
    {
        var before = SufficiencyEvaluator.Evaluate(Model, Given.AsOf, granting: [Ceasefire]);
        var occurred = Model.AddEvent("ceasefire", new CircumstanceEvent { On = Given.AsOf, Change = CircumstanceChange.Occurred });
        var comparison = CoalitionComparison.Between(before, SufficiencyEvaluator.Evaluate(occurred, Given.AsOf));

        Assert.Equal(["Grant", "Event"], comparison.Changes.Select(c => c.What.ToString()));
        Assert.Empty(comparison.Apply([comparison.Changes[1]]).Granted);
        Assert.Equal(Ceasefire, Assert.Single(comparison.Apply([]).Granted));
    }

    [Fact]
    public void Apply_AnAddedPledge_TakesAlongItsNationAndSource_ButNotItsApproval()
    {
        var source = new Source { Id = "new", Label = SourceLabel.Fact, Title = "New", Published = new PublicationDate(Given.AsOf) };
        var after = Model.Draft with
        {
            Nations = Model.Nations.Add(new Nation { Code = new("PL"), Name = "Poland" }),
            Sources = Model.Sources.Add(source),
            Pledges = Model.Pledges.Add(Given.Pledge("pl-land", new("PL"), 5) with { Source = "new" }),
        };
        var comparison = CoalitionComparison.Between(Model, CoalitionModel.Create(after), Given.AsOf);

        var move = Assert.Single(comparison.Moves);
        Assert.Equal("the pledge 'pl-land' is added", Assert.Single(move.Cause.Changes).ToString());
        Assert.Equal(["the nation 'PL' is added", "the source 'new' is added"], move.Cause.Along.Select(c => c.ToString()));

        var approval = new ParliamentaryApproval { Id = "pl-sejm", Nation = new("PL"), Procedure = ApprovalProcedure.PriorApproval };
        var withApproval = CoalitionModel.Create(after with
        {
            Approvals = Model.Approvals.Add(approval),
            Pledges = after.Pledges.SetItem(2, after.Pledges[2] with { Needs = ["pl-sejm"] }),
        });
        comparison = CoalitionComparison.Between(Model, withApproval, Given.AsOf);
        var refused = Assert.Throws<CoalitionModelException>(() => comparison.Apply(comparison.Changes.Where(c => c.What == ChangedPart.Pledge)));
        Assert.Equal("$.pledges.pl-land.needs[0]: found 'pl-sejm'; expected the id of an approval of this model.", Assert.Single(refused.Problems).ToString());
    }

    [Fact]
    public void Apply_AChangeOfAnotherComparison_Refused()
    {
        var one = CoalitionComparison.Between(Evaluated(Model, "2026-01-07"), Evaluated(Model, "2026-01-09"));
        var other = CoalitionComparison.Between(Evaluated(Model, "2026-01-07"), Evaluated(Model, "2026-01-08"));

        Assert.Equal(
            "Not a change of this comparison: the day moves from 2026-01-07 to 2026-01-08. (Parameter 'changes')",
            Assert.Throws<ArgumentException>("changes", () => one.Apply(other.Changes)).Message);
        Assert.Throws<ArgumentNullException>("changes", () => one.Apply([null!]));
    }

    [Fact]
    public void Between_AGuaranteeThatComesIntoForce_MovesFromNoVerdict()
    {
        var guarantee = Model.Guarantees[0] with { From = Given.Day("2026-01-08") };
        var model = CoalitionModel.Create(Model.Draft with { Guarantees = [guarantee] });

        var comparison = CoalitionComparison.Between(Evaluated(model, "2026-01-07"), Evaluated(model, "2026-01-09"));

        Assert.Equal(
            ["force by ten: not in force, outside its term, then contingent", "force by five: not in force, outside its term, then sufficient"],
            comparison.Moves.Select(m => m.ToString()));
        Assert.Equal((null, GuaranteeForce.OutsideTerm, Verdict.Contingent, GuaranteeForce.InForce), (comparison.Moves[0].Before, comparison.Moves[0].ForceBefore, comparison.Moves[0].After, comparison.Moves[0].ForceAfter));
    }

    [Fact]
    public void Cause_BeyondTheBudget_SaysSo()
    {
        ImmutableArray<Pledge> pledges = [.. Enumerable.Range(0, 6).Select(i => Given.Pledge($"p-{i}", Given.FR, 1))];
        var draft = Given.Draft with { Guarantees = [Given.Guarantee("force", ("five", new Requirement.Total(PledgeFilter.ForSupport("land"), 5)))] };

        var comparison = CoalitionComparison.Between(
            CoalitionModel.Create(draft), CoalitionModel.Create(draft with { Pledges = pledges }), Given.AsOf, budget: new ComparisonBudget { Sets = 21 });

        var cause = Assert.Single(comparison.Moves).Cause;
        Assert.Equal((false, true, 3, 5), (cause.IsSmallest, cause.IsIrreducible, cause.AtLeast, cause.Changes.Length));
        Assert.Contains("by these 5 changes together, of which none can be left out; at least 3 are needed, and fewer than these may do:", comparison.ToText(), StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>("Sets", () => new ComparisonBudget { Sets = 0 });
    }

    [Fact]
    public void ToMarkdown_TextOfTheModel_IsEscaped()
    {
        var comparison = CoalitionComparison.Between(Model, CoalitionModel.Create(Model.Draft with { Title = "<script>*x*" }), Given.AsOf);

        Assert.Contains("- the title of the model changes: from nothing to \\<script\\>\\*x\\* (bears on no verdict)\n", comparison.ToMarkdown(), StringComparison.Ordinal);
    }

    // What was learnt between the 6th and the 10th of January 2026, and what it changed: by itself, no verdict.
    [Fact]
    public void Paris_BetweenThe6thAndThe10thOfJanuary_MuchIsLearnt_AndNoVerdictMoves()
    {
        var paris = CoalitionJson.Read(File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "paris-2026.json")));
        LocalDate tenth = new(2026, 1, 10);

        var comparison = CoalitionComparison.Between(
            SufficiencyEvaluator.Evaluate(paris, tenth, knownAsOf: new LocalDate(2026, 1, 6)), SufficiencyEvaluator.Evaluate(paris, tenth, knownAsOf: tenth));

        Assert.Equal(
            [
                "the day up to which publications count moves from 2026-01-06 to 2026-01-10",
                "the act 'committed' of 'gb-commons' on 2026-01-07 becomes known on 2026-01-07",
                "the figure 6,000 of 'fr-land' by 'fr-2026-01-08' becomes known on 2026-01-08",
                "the stage 'declared' of 'gb-preparation' on 2026-01-10 becomes known on 2026-01-10",
                "the figure 200,000,000 of 'gb-preparation' becomes known on 2026-01-10",
                "the stage 'declared' of 'lt-land' on 2026-01-07 becomes known on 2026-01-07",
                "the claim without a figure of 'lt-land' becomes known on 2026-01-07",
            ],
            comparison.Changes.Select(c => c.ToString()));
        Assert.Empty(comparison.Moves);
    }

    private static SufficiencyReport Evaluated(LocalDate on, LocalDate knownAsOf) => SufficiencyEvaluator.Evaluate(Model, on, knownAsOf);

    private static SufficiencyReport Evaluated(CoalitionModel model, string on) => SufficiencyEvaluator.Evaluate(model, Given.Day(on));
}
