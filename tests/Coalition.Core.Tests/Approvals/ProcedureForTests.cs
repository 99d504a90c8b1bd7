using Coalition.Approvals;
using Coalition.Tests.Fixtures;
using static Coalition.Tests.Fixtures.Regimes;

namespace Coalition.Tests.Approvals;

public class ProcedureForTests
{
    private static readonly OperationPredicate WhenArmed = new() { Armed = true };

    [Fact]
    public void ProcedureFor_OneRuleApplies_ItsSteps()
    {
        var answer = Ask(Regime(Rule("armed", WhenArmed), Rule("unarmed", new() { Armed = false })), new() { IsArmed = true });

        Assert.Equal("armed", Assert.IsType<ProcedureAnswer.Applies>(answer).Rule.Id);
        Assert.Equal("Art. armed", answer.Citation);
        Assert.Equal(Confidence, answer.Confidence);
        Assert.Empty(answer.SetAside);
    }

    [Fact]
    public void ProcedureFor_RuleWithAConfidenceOfItsOwn_ThatOfTheRule()
    {
        var own = Confidence with { Level = "low", Verify = "everything" };

        Assert.Equal(own, Ask(Regime(Rule("a") with { Confidence = own }), new()).Confidence);
    }

    [Fact]
    public void ProcedureFor_NoRuleIsForIt_NotKnownWithTheLegalBasis()
    {
        var answer = Assert.IsType<ProcedureAnswer.NotKnown>(Ask(Regime(Rule("armed", WhenArmed)), new() { IsArmed = false }));

        Assert.Null(answer.Rule);
        Assert.Equal(("No rule that the facts state is for such an operation.", "Constitution"), (answer.Reason, answer.Citation));
        Assert.Equal("No rule that the facts state is for such an operation.", Assert.IsType<ProcedureAnswer.NotKnown>(Ask(Regime([]), new())).Reason);
    }

    [Fact]
    public void ProcedureFor_RuleThatIsNotKnown_SaysWhy()
    {
        var answer = Ask(Regime(Rule("a") with { Steps = [], NotKnown = "No source was found." }), new());

        Assert.Equal(("a", "No source was found."), (answer.Rule!.Id, Assert.IsType<ProcedureAnswer.NotKnown>(answer).Reason));
    }

    [Fact]
    public void ProcedureFor_TwoRulesWithoutPrecedence_ConflictByName()
    {
        var conflict = Assert.Throws<RegimeConflictException>(() => Ask(Regime(Rule("a"), Rule("b", WhenArmed), Rule("c", new() { Urgent = true })), new() { IsArmed = true, IsUrgent = false }));

        Assert.Equal(
            "Of XA the rules 'a' and 'b' all apply to the operation on 2026-01-10; expected one, or one that is declared an exception to the others.", conflict.Message);
        Assert.Equal(["a", "b"], conflict.Rules.AsEnumerable());
        Assert.Equal((XA, Given.AsOf), (conflict.Nation, conflict.On));
    }

    [Fact]
    public void ProcedureFor_Exception_DisplacesWhereItAppliesOnly()
    {
        var regime = Regime(Rule("a"), Rule("b", WhenArmed, "a"));

        Assert.Equal("b", Ask(regime, new() { IsArmed = true }).Rule!.Id);
        Assert.Equal("a", Ask(regime, new() { IsArmed = false }).Rule!.Id);
    }

    // An exception to an exception restores the first rule, and so must be declared an exception to it too.
    [Fact]
    public void ProcedureFor_ExceptionThatIsDisplaced_DisplacesNothing()
    {
        var chain = Regime(Rule("a"), Rule("b", null, "a"), Rule("c", null, "b"));
        var both = Regime(Rule("a"), Rule("b", null, "a"), Rule("c", null, "b", "a"));

        Assert.Equal(["a", "c"], Assert.Throws<RegimeConflictException>(() => Ask(chain, new())).Rules.AsEnumerable());
        Assert.Equal("c", Ask(both, new()).Rule!.Id);
    }

    [Theory]
    [InlineData("2026-01-09", "RegimeOutOfDateException")]
    [InlineData("2026-01-10", "a")]
    [InlineData("2026-01-11", "a")]
    [InlineData("2026-01-12", "RegimeOutOfDateException")]
    public void ProcedureFor_DatedRule_BothItsDaysInclusive(string on, string expected)
    {
        var regime = Regime(Rule("a") with { From = Given.Day("2026-01-10"), Until = Given.Day("2026-01-11") });
        ProcedureAnswer? answer = null;
        var thrown = Record.Exception(() => answer = regime.ProcedureFor(new(), Given.Day(on)));

        Assert.Equal(expected, thrown?.GetType().Name ?? answer!.Rule!.Id);
    }

    [Fact]
    public void ProcedureFor_OnlyRulesOfOtherDays_FailsLoudlyWithTheirDates()
    {
        var regime = Regime(
            Rule("a") with { Until = Given.Day("2025-06-30") },
            Rule("b", WhenArmed) with { From = Given.Day("2026-03-01") },
            Rule("c", WhenArmed) with { From = Given.Day("2026-02-01"), Until = Given.Day("2026-02-28") },
            Rule("d", new() { Armed = false }) with { From = Given.Day("2026-02-01") });
        var thrown = Assert.Throws<RegimeOutOfDateException>(() => Ask(regime, new() { IsArmed = true }));

        Assert.Equal(
            "Of XA no rule for the operation is in force on 2026-01-10: 'a' is until 2025-06-30, 'b' is from 2026-03-01, 'c' is from 2026-02-01 until 2026-02-28.",
            thrown.Message);
        Assert.Equal(["a", "b", "c"], thrown.Rules.AsEnumerable());
        Assert.Equal((XA, Given.AsOf), (thrown.Nation, thrown.On));
    }

    [Fact]
    public void ProcedureFor_RuleOfOtherDaysBesideOneInForce_NotMissed()
    {
        var regime = Regime(Rule("old") with { Until = Given.Day("2025-12-31") }, Rule("new") with { From = Given.Day("2026-01-01") });

        Assert.Equal("new", Ask(regime, new()).Rule!.Id);
        Assert.Equal("old", regime.ProcedureFor(new(), Given.Day("2025-12-31")).Rule!.Id);
    }

    [Fact]
    public void ProcedureFor_RuleInWordsOnly_SetAsideUnlessAsserted()
    {
        var words = Rule("b", WhenArmed, "a") with { InWordsOnly = true };
        var regime = Regime(Rule("a"), words);

        var silent = Ask(regime, new() { IsArmed = true });
        Assert.Equal("a", silent.Rule!.Id);
        Assert.Same(words, Assert.Single(silent.SetAside));

        // What is not stated might be as the words want it, and does not matter to the answer.
        Assert.Same(words, Assert.Single(Assert.IsType<ProcedureAnswer.Applies>(Ask(regime, new())).SetAside));
        Assert.Empty(Ask(regime, new() { IsArmed = false }).SetAside);

        var asserted = Ask(regime, new() { IsArmed = true, Asserted = ["b", "of-another-nation"] });
        Assert.Equal("b", asserted.Rule!.Id);
        Assert.Empty(asserted.SetAside);
        Assert.Equal("a", Ask(regime, new() { IsArmed = false, Asserted = ["b"] }).Rule!.Id);
    }

    [Fact]
    public void ProcedureFor_AssertionOfARuleThatItsPredicateDecides_Refused() => Assert.Equal(
        "'a' is asserted: expected a rule whose condition is in words only. The predicate of this one decides. (Parameter 'operation')",
        Assert.Throws<ArgumentException>("operation", () => Ask(Regime(Rule("a")), new() { Asserted = ["a"] })).Message);

    [Fact]
    public void ProcedureFor_Misuse_Refused()
    {
        Assert.Throws<ArgumentNullException>("operation", () => Regime().ProcedureFor(null!, Given.AsOf));
        Assert.Throws<ArgumentOutOfRangeException>("on", () => Regime().ProcedureFor(new(), new NodaTime.LocalDate(0, 1, 1)));
        Assert.Throws<ArgumentOutOfRangeException>("Headcount", () => new Operation { Headcount = -1 });
        Assert.Throws<ArgumentException>("Support", () => new Operation { Support = "Land" });
        Assert.Throws<ArgumentException>("Asserted", () => new Operation { Asserted = ["A"] });
        Assert.Throws<ArgumentException>("Asserted", () => new Operation { Asserted = default });
        Assert.Throws<ArgumentOutOfRangeException>("Frame", () => new Operation { Frame = (OrganisationalFrame)99 });
    }

    [Fact]
    public void ProcedureFor_InputThatTheAnswerTurnsOn_Missing()
    {
        var regime = Regime(
            Rule("small", new() { HeadcountAtMost = 12, Armed = true }), Rule("large", new() { HeadcountAtLeast = 13, Armed = true }),
            Rule("at-sea", new() { Armed = true, Zones = [Zone.Sea] }, "small", "large"));

        Assert.Equal([OperationInput.Armed, OperationInput.Headcount, OperationInput.Zone], Missing(regime, new()));
        Assert.Equal([OperationInput.Headcount], Missing(regime, new() { IsArmed = true, Zone = Zone.Rear }));
        Assert.Equal("at-sea", Ask(regime, new() { IsArmed = true, Zone = Zone.Sea }).Rule!.Id);
        Assert.IsType<ProcedureAnswer.NotKnown>(Ask(regime, new() { IsArmed = false }));
    }

    [Fact]
    public void ProcedureFor_InputThatMattersToNoRule_NotMissing()
    {
        var sameEitherWay = Regime(Rule("a"), Rule("b", new() { Support = ["land"], Frames = [OrganisationalFrame.Nato] }, "a"));

        Assert.Equal("a", Ask(sameEitherWay, new() { Frame = OrganisationalFrame.Osce }).Rule!.Id);
        Assert.Equal([OperationInput.Support], Missing(sameEitherWay, new() { Frame = OrganisationalFrame.Nato }));
        Assert.Equal([OperationInput.Frame], Missing(sameEitherWay, new() { Support = "land" }));
        Assert.Equal("a", Ask(sameEitherWay, new() { Support = "naval" }).Rule!.Id);
    }

    // A conflict that a missing input could avoid is not thrown, and nor is a date that does not matter then.
    [Fact]
    public void ProcedureFor_ConflictOrDateThatAnInputDecides_MissingFirst()
    {
        Assert.Equal([OperationInput.Armed], Missing(Regime(Rule("a"), Rule("b", WhenArmed)), new()));
        Assert.Equal([OperationInput.Armed], Missing(Regime(Rule("a", WhenArmed) with { Until = Given.Day("2025-01-01") }), new()));
    }

    [Fact]
    public void Headcount_AtItsEdges_Inclusive()
    {
        var regime = Regime(Rule("a", new() { HeadcountAtLeast = 10, HeadcountAtMost = 20 }), Rule("all", new() { HeadcountAtMost = long.MaxValue, Armed = true }));

        foreach (var (headcount, isFor) in new[] { (9L, false), (10, true), (20, true), (21, false), (long.MaxValue, false) })
        {
            Assert.Equal(isFor, Ask(regime, new() { Headcount = headcount, IsArmed = false }).Rule is not null);
        }
    }

    [Fact]
    public void Answers_EqualByValue()
    {
        var regime = Regime(Rule("a"), Rule("b", WhenArmed, "a"));
        var same = Regime(Rule("a"), Rule("b", WhenArmed, "a"));

        Assert.Equal(Ask(regime, new() { IsArmed = true }), Ask(same, new() { IsArmed = true }));
        Assert.Equal(Ask(regime, new() { IsArmed = true }).GetHashCode(), Ask(same, new() { IsArmed = true }).GetHashCode());
        Assert.NotEqual(Ask(regime, new() { IsArmed = true }), Ask(regime, new() { IsArmed = false }));
        Assert.Equal(Ask(regime, new()), Ask(same, new()));
        Assert.Equal(Ask(regime, new()).GetHashCode(), Ask(same, new()).GetHashCode());
    }

    private static OperationInput[] Missing(ApprovalRegime regime, Operation operation) =>
        [.. Assert.IsType<ProcedureAnswer.InputMissing>(Ask(regime, operation)).Inputs];

    private static ProcedureAnswer Ask(ApprovalRegime regime, Operation operation) => regime.ProcedureFor(operation, Given.AsOf);
}
