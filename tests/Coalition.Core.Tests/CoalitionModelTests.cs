using Coalition.Approvals;
using Coalition.Tests.Fixtures;
using NodaTime;

namespace Coalition.Tests;

/// <summary>What is on record on a day by what was known on another, and how further facts are recorded.</summary>
public class CoalitionModelTests
{
    private static readonly LocalDate Day5 = new(2026, 1, 5);
    private static readonly LocalDate Day6 = new(2026, 1, 6);
    private static readonly LocalDate Day7 = new(2026, 1, 7);

    private static readonly CoalitionModel Model = CoalitionModel.Create(Given.Draft with
    {
        Sources = [new Source { Id = "paper", Label = SourceLabel.Fact, Title = "x", Published = new PublicationDate(Day7) }],
        Approvals = [Given.Approval("commons", Given.GB, ApprovalProcedure.CommitmentToVote)],
        Pledges = [Given.Pledge("fr-land", Given.FR, 1000), Given.Pledge("fr-air", Given.FR, 100, "air"), Given.Pledge("gb-land", Given.GB, 500)],
    });

    [Fact]
    public void CircumstanceState_OfEachEvent_NamesItsDay()
    {
        var model = Model
            .AddEvent("ceasefire", Event(CircumstanceChange.RuledOut, new LocalDate(2026, 1, 1)))
            .AddEvent("ceasefire", Event(CircumstanceChange.Occurred, Day5))
            .AddEvent("ceasefire", Event(CircumstanceChange.Ended, Day7));
        CircumstanceState On(int day) => model.CircumstanceState("ceasefire", new LocalDate(2026, 1, 1).PlusDays(day - 1));

        Assert.Equal(new CircumstanceState.Unknown(), model.CircumstanceState("ceasefire", new LocalDate(2025, 12, 31)));
        Assert.Equal(new CircumstanceState.RuledOut(new LocalDate(2026, 1, 1)), On(1));
        Assert.Equal(new CircumstanceState.RuledOut(new LocalDate(2026, 1, 1)), On(4));
        Assert.Equal(new CircumstanceState.Occurred(Day5), On(5));
        Assert.Equal(new CircumstanceState.Occurred(Day5), On(6));
        Assert.Equal(new CircumstanceState.Ended(Day7), On(7));
        Assert.Equal(
            [("unknown", Standing.Pending), ("ruled out", Standing.Failed), ("occurred", Standing.Passed), ("ended", Standing.Failed)],
            new[] { -5, 1, 5, 7 }.Select(d => (On(d).Name, On(d).Standing)));
    }

    // Every state meets every event.
    [Theory]
    [InlineData("", "ended", "unknown", "occurred, ruledOut")]
    [InlineData("occurred", "occurred", "occurred", "ended")]
    [InlineData("occurred", "ruledOut", "occurred", "ended")]
    [InlineData("occurred,ended", "ended", "ended", "occurred, ruledOut")]
    [InlineData("ruledOut", "ruledOut", "ruled out", "occurred")]
    [InlineData("ruledOut", "ended", "ruled out", "occurred")]
    public void AddEvent_ThatTheStateDoesNotAllow_Refused(string history, string change, string state, string allowed)
    {
        var model = After(history);
        var count = model.Circumstances[0].Events.Length;

        Assert.Equal(
            $"$.circumstances.ceasefire.events[{count}]: found '{change}' on 2026-01-09, in the state '{state}'; expected what this state allows: {allowed}.",
            Given.Problems(() => model.AddEvent("ceasefire", Event(Parse(change), new LocalDate(2026, 1, 9)))));
    }

    [Theory]
    [InlineData("", "occurred", "occurred")]
    [InlineData("", "ruledOut", "ruled out")]
    [InlineData("occurred", "ended", "ended")]
    [InlineData("occurred,ended", "occurred", "occurred")]
    [InlineData("occurred,ended", "ruledOut", "ruled out")]
    [InlineData("ruledOut", "occurred", "occurred")]
    public void AddEvent_ThatTheStateAllows_MovesOn(string history, string change, string state) =>
        Assert.Equal(state, After(history).AddEvent("ceasefire", Event(Parse(change), new LocalDate(2026, 1, 9))).CircumstanceState("ceasefire", Given.AsOf).Name);

    [Fact]
    public void AddEvent_OccurredAndEndedOnOneDay_Ended()
    {
        var model = CoalitionModel.Create(Given.Draft with
        {
            Circumstances = [new Circumstance { Id = "c", Title = "x", Events = [Event(CircumstanceChange.Ended, Day5), Event(CircumstanceChange.Occurred, Day5)] }],
        });

        Assert.Equal("ended", model.CircumstanceState("c", Day5).Name);
    }

    [Fact]
    public void CircumstanceState_PublishedLater_NotYetKnown()
    {
        var model = Model.AddEvent("ceasefire", Event(CircumstanceChange.Occurred, Day5) with { Source = "paper" });

        Assert.Equal("unknown", model.CircumstanceState("ceasefire", Day7, Day6).Name);
        Assert.Equal("occurred", model.CircumstanceState("ceasefire", Day5, Day7).Name);
        Assert.Equal("unknown", model.CircumstanceState("ceasefire", new LocalDate(2026, 1, 4)).Name);
    }

    [Fact]
    public void CircumstanceState_OwnPublication_GoesBeforeThatOfTheSource()
    {
        var model = Model.AddEvent("ceasefire", Event(CircumstanceChange.Occurred, Day5) with { Source = "paper", Published = new PublicationDate(Day6) });

        Assert.Equal("occurred", model.CircumstanceState("ceasefire", Day5, Day6).Name);
        Assert.Equal("unknown", model.CircumstanceState("ceasefire", Day5, Day5).Name);
    }

    [Fact]
    public void CircumstanceState_PublishedBeforeItsDay_KnownButNotYetTrue()
    {
        var model = Model.AddEvent("ceasefire", Event(CircumstanceChange.Occurred, Day7) with { Published = new PublicationDate(Day5) });

        Assert.Equal("unknown", model.CircumstanceState("ceasefire", Day6, Day5).Name);
        Assert.Equal("occurred", model.CircumstanceState("ceasefire", Day7, Day5).Name);
    }

    [Fact]
    public void CircumstanceState_SourceWithoutADate_KnownFromItsOwnDay()
    {
        var model = Model.AddSource(new Source { Id = "undated", Label = SourceLabel.Fact, Title = "x" })
            .AddEvent("ceasefire", Event(CircumstanceChange.Occurred, Day5) with { Source = "undated" });

        Assert.Equal("unknown", model.CircumstanceState("ceasefire", Day7, new LocalDate(2026, 1, 4)).Name);
        Assert.Equal("occurred", model.CircumstanceState("ceasefire", Day7, Day5).Name);
    }

    [Fact]
    public void CircumstanceState_AssumedToEnd_AfterItOccurredOnRecord()
    {
        var model = Model.AddEvent("ceasefire", Event(CircumstanceChange.Occurred, Day5))
            .AddEvent("ceasefire", Event(CircumstanceChange.Ended, new LocalDate(2026, 6, 1)) with { Assumed = true });

        Assert.Equal("occurred", model.CircumstanceState("ceasefire", new LocalDate(2026, 5, 31)).Name);
        Assert.Equal("ended", model.CircumstanceState("ceasefire", new LocalDate(2026, 6, 1)).Name);
        Assert.Equal("unknown", model.CircumstanceState("ceasefire", new LocalDate(2026, 6, 1), new LocalDate(2026, 1, 4)).Name);
    }

    [Fact]
    public void StageOf_ByTheDatedStages_TheLatestUpToTheDay()
    {
        var model = CoalitionModel.Create(Given.Draft with
        {
            Pledges =
            [
                Given.Pledge("p", Given.FR) with { Stage = null, Stages = [Stage(PledgeStage.Firm, Day7), Stage(PledgeStage.Declared, Day5)] },
                Given.Pledge("q", Given.FR) with { Stage = PledgeStage.Floated, Stages = [Stage(PledgeStage.Firm, Day7)] },
            ],
        });

        Assert.Null(model.StageOf("p", new LocalDate(2026, 1, 4)));
        Assert.Equal([PledgeStage.Declared, PledgeStage.Declared, PledgeStage.Firm], new[] { Day5, Day6, Day7 }.Select(d => model.StageOf("p", d)!.Value));
        Assert.Equal([PledgeStage.Floated, PledgeStage.Firm], new[] { Day6, Day7 }.Select(d => model.StageOf("q", d)!.Value));

        // A pledge does not exist before its first stage.
        Assert.Equal(["q"], model.On("2026-01-04").Pledges.Select(p => p.Pledge.Id));
    }

    [Fact]
    public void StageOf_PublishedOutOfOrder_WhatWasKnownThen()
    {
        var pledge = Given.Pledge("p", Given.FR) with
        {
            Stage = null,
            Stages =
            [
                Stage(PledgeStage.Declared, Day5) with { Published = new PublicationDate(new LocalDate(2026, 1, 9)) },
                Stage(PledgeStage.Withdrawn, Day6) with { Published = new PublicationDate(Day6) },
            ],
        };
        var model = CoalitionModel.Create(Given.Draft with { Pledges = [pledge] });

        Assert.Null(model.StageOf("p", Day5, Day7));
        Assert.Equal(PledgeStage.Withdrawn, model.StageOf("p", Day6, Day7));
        Assert.Equal(PledgeStage.Declared, model.StageOf("p", Day5));
        Assert.Equal(PledgeStage.Withdrawn, model.StageOf("p", Day6));
    }

    [Fact]
    public void StageOf_SourceOfThePledge_DatesItsStages()
    {
        var pledge = Given.Pledge("p", Given.FR) with { Source = "paper", Stage = PledgeStage.Declared, Stages = [Stage(PledgeStage.Firm, Day5)] };
        var model = Model.AddPledge(pledge);

        Assert.Null(model.StageOf("p", Day7, Day6));
        Assert.Equal(PledgeStage.Firm, model.StageOf("p", Day7, Day7));
        Assert.Equal(PledgeStage.Declared, model.StageOf("p", new LocalDate(2026, 1, 4), Day7));
    }

    [Fact]
    public void Claims_PublishedLater_DoNotCountYet()
    {
        var model = Model
            .AddClaim("fr-land", new Claim(800, 900) { Source = "paper" })
            .AddClaim("fr-land", new Claim(1, 5000) { Published = new PublicationDate(Day6) });
        (long, long) Amount(LocalDate knownAsOf)
        {
            var pledge = Coalition.Sufficiency.SufficiencyEvaluator.Evaluate(model, Given.AsOf, knownAsOf).Pledge("fr-land");
            return (pledge.Lower, pledge.Upper);
        }

        Assert.Equal((1000, 1000), Amount(Day5));
        Assert.Equal((1, 5000), Amount(Day6));
        Assert.Equal((1, 5000), Amount(Day7));
        Assert.Equal((800, 1000), (
            Model.AddClaim("fr-land", new Claim(800, 900) { Source = "paper" }).On("2026-01-10").Pledge("fr-land").Lower,
            Model.AddClaim("fr-land", new Claim(800, 900) { Source = "paper" }).On("2026-01-10").Pledge("fr-land").Upper));
    }

    [Fact]
    public void States_OfWhatTheModelDoesNotHave_Refused()
    {
        Assert.Equal("The model has no approval 'gone'. (Parameter 'approval')", Assert.Throws<ArgumentException>(() => Model.ApprovalState("gone", Day5)).Message);
        Assert.Equal("The model has no circumstance 'gone'. (Parameter 'circumstance')", Assert.Throws<ArgumentException>(() => Model.CircumstanceState("gone", Day5)).Message);
        Assert.Equal("The model has no pledge 'gone'. (Parameter 'pledge')", Assert.Throws<ArgumentException>(() => Model.StageOf("gone", Day5)).Message);
        Assert.Equal(
            $"The model has no pledge '{new string('x', 100)}…'. (Parameter 'pledge')", Assert.Throws<ArgumentException>(() => Model.StageOf(new string('x', 101), Day5)).Message);
        Assert.Throws<ArgumentNullException>(() => Model.StageOf(null!, Day5));
    }

    [Fact]
    public void KnownAsOf_AfterTheModel_Refused()
    {
        var after = Given.AsOf.PlusDays(1);
        const string Message = "The model holds what was known up to 2026-01-10, and nothing later. (Parameter 'knownAsOf')";

        Assert.StartsWith(Message, Assert.Throws<ArgumentOutOfRangeException>(() => Model.ApprovalState("commons", Day5, after)).Message, StringComparison.Ordinal);
        Assert.StartsWith(Message, Assert.Throws<ArgumentOutOfRangeException>(() => Model.CircumstanceState("ceasefire", Day5, after)).Message, StringComparison.Ordinal);
        Assert.StartsWith(Message, Assert.Throws<ArgumentOutOfRangeException>(() => Model.StageOf("fr-land", Day5, after)).Message, StringComparison.Ordinal);
        Assert.NotNull(Model.StageOf("fr-land", Day5, Given.AsOf));
    }

    [Fact]
    public void WithAsOf_Later_AllowsLaterFacts_AndEarlierRefusesThem()
    {
        var later = Model.WithAsOf(new LocalDate(2026, 2, 1)).AddStage("fr-land", Stage(PledgeStage.Deployed, new LocalDate(2026, 1, 20)));

        Assert.Equal(PledgeStage.Deployed, later.StageOf("fr-land", new LocalDate(2026, 1, 20)));
        Assert.Equal(Given.AsOf, Model.AsOf);
        Assert.Equal(
            "$.pledges.fr-land.stages[0].on: found 2026-01-20; expected a day up to the model's as-of date, 2026-01-19, or an entry marked as assumed.",
            Given.Problems(() => later.WithAsOf(new LocalDate(2026, 1, 19))));
    }

    [Fact]
    public void Additions_LeaveTheModelAsItIs()
    {
        var before = Model.Draft;
        var after = Model
            .AddSource(new Source { Id = "s", Label = SourceLabel.Estimate, Title = "x" })
            .AddPledge(Given.Pledge("de-land", Given.DE, 1))
            .AddAct("commons", new ApprovalAct.Committed { On = Day5 })
            .AddStage("gb-land", Stage(PledgeStage.Deployed, Day6))
            .AddClaim("gb-land", new Claim(1, 2));

        Assert.Equal(before, Model.Draft);
        Assert.Equal(["paper", "s"], after.Sources.Select(s => s.Id));
        Assert.Equal(["fr-land", "fr-air", "gb-land", "de-land"], after.Pledges.Select(p => p.Id));
        Assert.Equal("committed to a vote", after.ApprovalState("commons", Day5).Name);
        Assert.Equal((PledgeStage.Deployed, 2), (after.StageOf("gb-land", Day6)!.Value, after.Pledges[2].Claims.Length));
    }

    [Fact]
    public void Additions_OfWhatIsNotValid_Refused()
    {
        Assert.Equal(
            "$.approvals.commons.acts[0]: found 'approved' on 2026-01-05, in the state 'not requested'; expected what this state allows: preConsulted, committed, submitted.",
            Given.Problems(() => Model.AddAct("commons", new ApprovalAct.Approved { On = Day5 })));
        Assert.Equal(
            "$.sources.paper: found a second entry with the id 'paper'; expected an id that no other entry of the list, and no well-known support type, has.",
            Given.Problems(() => Model.AddSource(Model.Sources[0])));
        Assert.Equal(
            "$.pledges.gb-land.amount[1].source: found 'gone'; expected the id of a source of this model.",
            Given.Problems(() => Model.AddClaim("gb-land", new Claim(1, 2) { Source = "gone" })));
    }

    [Fact]
    public void Additions_ToWhatTheModelDoesNotHave_Refused()
    {
        Assert.Throws<ArgumentException>("approval", () => Model.AddAct("gone", new ApprovalAct.Committed { On = Day5 }));
        Assert.Throws<ArgumentException>("circumstance", () => Model.AddEvent("gone", Event(CircumstanceChange.Occurred, Day5)));
        Assert.Throws<ArgumentException>("pledge", () => Model.AddStage("gone", Stage(PledgeStage.Firm, Day5)));
        Assert.Throws<ArgumentException>("pledge", () => Model.AddClaim("gone", new Claim(1, 1)));
        Assert.Equal(
            "The model has no nation 'PL'. (Parameter 'nation')", Assert.Throws<ArgumentException>(() => Model.Withdraw(new NationCode("PL"), Day5)).Message);
    }

    [Fact]
    public void Additions_OfNull_Refused()
    {
        Assert.Throws<ArgumentNullException>(() => Model.AddSource(null!));
        Assert.Throws<ArgumentNullException>(() => Model.AddPledge(null!));
        Assert.Throws<ArgumentNullException>(() => Model.AddAct("commons", null!));
        Assert.Throws<ArgumentNullException>(() => Model.AddEvent("ceasefire", null!));
        Assert.Throws<ArgumentNullException>(() => Model.AddStage("fr-land", null!));
        Assert.Throws<ArgumentNullException>(() => Model.AddClaim("fr-land", null!));
    }

    [Fact]
    public void Withdraw_Nation_AllItsPledgesFromThatDay()
    {
        var model = Model.AddStage("fr-land", Stage(PledgeStage.Deployed, Day6)).Withdraw(Given.FR, Day6, source: "paper");

        Assert.Equal(PledgeStage.Firm, model.StageOf("fr-land", Day5));
        Assert.Equal([PledgeStage.Withdrawn, PledgeStage.Withdrawn, PledgeStage.Firm], model.Pledges.Select(p => model.StageOf(p.Id, Day6)!.Value));

        // Known only once it is published.
        Assert.Equal(PledgeStage.Firm, model.StageOf("fr-land", Day6, Day6));
        Assert.Equal("Stage Failed: withdrawn since 2026-01-06 []", model.On("2026-01-06").Gates("fr-land"));
    }

    [Fact]
    public void Withdraw_InTheFuture_OnlyAsAnAssumption()
    {
        var day = new LocalDate(2026, 6, 1);

        Assert.Equal(PledgeStage.Withdrawn, Model.Withdraw(Given.FR, day, assumed: true).StageOf("fr-air", day));
        Assert.Equal(
            """
            $.pledges.fr-land.stages[0].on: found 2026-06-01; expected a day up to the model's as-of date, 2026-01-10, or an entry marked as assumed.
            $.pledges.fr-air.stages[0].on: found 2026-06-01; expected a day up to the model's as-of date, 2026-01-10, or an entry marked as assumed.
            """,
            Given.Problems(() => Model.Withdraw(Given.FR, day)));
    }

    private static CoalitionModel After(string history) => history.Split(',', StringSplitOptions.RemoveEmptyEntries)
        .Select((change, i) => Event(Parse(change), Day5.PlusDays(i))).Aggregate(Model, (model, change) => model.AddEvent("ceasefire", change));

    private static CircumstanceChange Parse(string change) => Enum.Parse<CircumstanceChange>(change, ignoreCase: true);

    private static CircumstanceEvent Event(CircumstanceChange change, LocalDate on) => new() { On = on, Change = change };

    private static StageChange Stage(PledgeStage stage, LocalDate on) => new() { On = on, Stage = stage };
}
