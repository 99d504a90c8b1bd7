using Coalition.Analysis;
using Coalition.Json;
using Coalition.Sufficiency;
using Coalition.Tests.Fixtures;
using Coalition.Tests.Generators;
using Coalition.Tests.Properties;

namespace Coalition.Tests.Analysis;

/// <summary>P8: the function says of each assignment what evaluating the model so changed says.</summary>
/// <remarks>Of functions of up to twelve variables, and of the samples; <see cref="ModelQuestionsTests"/> compares every assignment of smaller ones.</remarks>
public class CompileTests
{
    private const VariableKinds Both = VariableKinds.OpenMatters | VariableKinds.Nations;

    private static readonly CoalitionModel model = Given.Model(
        """
        "circumstances": {
          "ceasefire": { "title": "A ceasefire is in force" },
          "backstop": { "title": "A backstop is granted", "events": [{ "event": "ruledOut", "on": "2026-01-05" }] }
        },
        "approvals": { "gb": { "nation": "GB", "procedure": "priorApproval" } },
        "pledges": {
          "fr": { "nation": "FR", "support": "land", "stage": "firm", "amount": [{ "from": 3000 }] },
          "gb": { "nation": "GB", "support": "land", "stage": "firm", "amount": [{ "from": 2000 }], "needs": ["gb"] },
          "de": { "nation": "DE", "support": "land", "stage": "offered", "amount": [{ "from": 2000 }] },
          "de-air": { "nation": "DE", "support": "air", "stage": "offered" }
        },
        "guarantees": {
          "force": { "pillar": "multinationalForce", "beneficiary": "UA", "standards": {
            "some": { "requires": { "total": "land", "atLeast": 5000 } }, "all": { "requires": { "total": "land", "atLeast": 7000 } } } },
          "past": { "pillar": "multinationalForce", "beneficiary": "UA", "until": "2026-01-09", "standards": { "one": { "requires": "always" } } },
          "gone": { "pillar": "multinationalForce", "beneficiary": "UA", "trigger": "backstop", "standards": { "one": { "requires": "always" } } }
        }
        """);

    [ModelProperty(500)]
    public void Compile_OverOpenMatters_AgreesWithEvaluation(ModelSample sample) => AssertAgrees(sample, VariableKinds.OpenMatters);

    [ModelProperty(250)]
    public void Compile_OverNations_AgreesWithEvaluation(ModelSample sample) => AssertAgrees(sample, VariableKinds.Nations);

    [ModelProperty(250)]
    public void Compile_OverBoth_AgreesWithEvaluation(ModelSample sample) => AssertAgrees(sample, Both);

    [Fact]
    public void Compile_UnderManyCeilings_AgreesWithEvaluation()
    {
        foreach (var seed in Draws.Seeds(1000))
        {
            AssertAgrees(new ModelSample(seed, CeilingGen.Model(seed), ModelGen.Anchor, null), Both);
        }
    }

    [Theory]
    [InlineData("paris-2026.json")]
    [InlineData("illustrative.json")]
    public void Compile_AModelOfTheSamples_AgreesWithEvaluation(string file)
    {
        var read = CoalitionJson.Read(Repository.Bytes("samples", "ParisSummit", file));

        AssertAgrees(new ModelSample(1, read, read.AsOf, null), Both, mostVariables: 60);
    }

    [Fact]
    public void Compile_OverBoth_HasMattersFirstAndThenEveryNationThatPromises()
    {
        var function = SufficiencyFunction.Compile(model, Given.AsOf, "force", "some", Both);

        Assert.Equal(["approval:gb", "stage:de", "nation:FR", "nation:GB", "nation:DE"], function.Variables.Select(v => v.ToString()));
        Assert.Equal(
            ["stage:de", "nation:FR", "nation:GB", "nation:DE"],
            SufficiencyFunction.Compile(model, Given.AsOf, "force", "some", Both, granting: [OpenMatter.Parse("approval:gb")]).Variables.Select(v => v.ToString()));
    }

    // Germany promises what the standard does not ask for, the United Kingdom only floats it, and Ukraine has declined.
    [Fact]
    public void Compile_OverNations_HasThoseThatPromiseWithoutEffectToo() => Assert.Equal(
        ["nation:FR", "nation:GB", "nation:DE"],
        SufficiencyFunction.Compile(
            Of("""{ "total": "land", "atLeast": 3000 }""", """
                "fr": { "nation": "FR", "support": "land", "stage": "firm", "amount": [{ "from": 3000 }] },
                "gb": { "nation": "GB", "support": "air", "stage": "floated" },
                "de": { "nation": "DE", "support": "air", "stage": "firm" },
                "ua": { "nation": "UA", "support": "land", "stage": "declined" }
                """),
            Given.AsOf, "force", over: VariableKinds.Nations).Variables.Select(v => v.ToString()));

    // The condition of the second asks for the standard as if the second stood already (rule S7).
    [Fact]
    public void Compile_ConditionThatItsOwnPledgeWouldMeet_IsMet() => Assert.True(
        SufficiencyFunction.Compile(
            Of("""{ "total": "land", "atLeast": 5000 }""", """
                "fr": { "nation": "FR", "support": "land", "stage": "firm", "amount": [{ "from": 3000 }] },
                "gb": { "nation": "GB", "support": "land", "stage": "firm", "amount": [{ "from": 2000 }], "condition": { "met": "force" } }
                """),
            Given.AsOf, "force").IsSufficient([]));

    [Fact]
    public void Compile_StageThatTheFilterAsksFor_IsAVariable()
    {
        var function = SufficiencyFunction.Compile(
            Of("""{ "contributors": { "leastStage": "allocated" }, "atLeast": 1 }""", """
                "fr": { "nation": "FR", "support": "land", "stage": "firm" }
                """),
            Given.AsOf, "force");

        Assert.Equal(["stage:fr"], function.Variables.Select(v => v.ToString()));
        Assert.Equal((false, true), (function.IsSufficient([false]), function.IsSufficient([true])));
    }

    // Two to the power of 32 is nought as a number of 32 bits.
    [Fact]
    public void Compile_MoreContributorsThanThereAreNations_IsNeverSufficient() => Assert.False(
        SufficiencyFunction.Compile(
            Of("""{ "contributors": "land", "atLeast": 4294967296 }""", """
                "fr": { "nation": "FR", "support": "land", "stage": "firm" }
                """),
            Given.AsOf, "force").IsSufficient([]));

    [Fact]
    public void Compile_ConditionsBeyondTheBudget_AreRefusedAsGates() => Assert.Equal(
        "the gates",
        Assert.Throws<AnalysisBudgetException>(() => SufficiencyFunction.Compile(
            Of("""{ "contributors": "land", "atLeast": 2 }""", """
                "fr": { "nation": "FR", "support": "land", "stage": "firm", "condition": { "holds": "backstop" } },
                "gb": { "nation": "GB", "support": "land", "stage": "firm", "condition": { "holds": "ceasefire" } }
                """),
            Given.AsOf, "force", budget: new AnalysisBudget { Nodes = 1 })).Work);

    [Fact]
    public void Budget_WithoutANode_IsRefused() => Assert.StartsWith(
        "Expected at least one node.", Assert.Throws<ArgumentOutOfRangeException>("Nodes", () => new AnalysisBudget { Nodes = 0 }).Message, StringComparison.Ordinal);

    [Fact]
    public void Compile_WhatCannotBeAsked_IsRefused()
    {
        Assert.Equal("The model has no guarantee 'none'. (Parameter 'guarantee')", Refused(() => Compile("none")));
        Assert.Equal("Guarantee 'force' has several standards: expected one of some, all. (Parameter 'standard')", Refused(() => Compile("force")));
        Assert.Equal("Guarantee 'force' has no standard 'few'. (Parameter 'standard')", Refused(() => Compile("force", "few")));
        Assert.Equal(
            "Guarantee 'past' is not in force on 2026-01-10: that day is outside its term. (Parameter 'guarantee')", Refused(() => Compile("past")));
        Assert.Equal(
            "Guarantee 'gone' is not in force on 2026-01-10: its trigger 'backstop' has ended or is ruled out. (Parameter 'guarantee')",
            Refused(() => Compile("gone")));
        Assert.Equal(
            "Expected at least one kind of variables, and only those that exist: not 'None'. (Parameter 'over')",
            Refused(() => Compile("force", "some", VariableKinds.None)));
        Assert.Equal(
            "Expected at least one kind of variables, and only those that exist: not '9'. (Parameter 'over')",
            Refused(() => Compile("force", "some", (VariableKinds)9)));
        Assert.Equal(
            "Not open on 2026-01-10, so that it cannot be granted: stage:fr. (Parameter 'granting')",
            Refused(() => SufficiencyFunction.Compile(model, Given.AsOf, "force", "some", granting: [OpenMatter.Parse("stage:fr")])));
        Assert.Throws<ArgumentNullException>("model", () => SufficiencyFunction.Compile(null!, Given.AsOf, "force"));

        static void Compile(string guarantee, string? standard = null, VariableKinds over = VariableKinds.OpenMatters) =>
            SufficiencyFunction.Compile(model, Given.AsOf, guarantee, standard, over);

        static string Refused(Action compile) => Assert.ThrowsAny<ArgumentException>(compile).Message;
    }

    [Fact]
    public void Compile_Cancelled_Stops() => Assert.Throws<OperationCanceledException>(
        () => SufficiencyFunction.Compile(model, Given.AsOf, "force", "some", Both, cancellation: new CancellationToken(canceled: true)));

    private static CoalitionModel Of(string requires, string pledges) => Given.Model($$"""
        "pledges": { {{pledges}} },
        "guarantees": { "force": { "pillar": "multinationalForce", "beneficiary": "UA", "standards": { "one": { "requires": {{requires}} } } } }
        """);

    private static void AssertAgrees(ModelSample sample, VariableKinds over, int mostVariables = 12)
    {
        foreach (var function in FunctionSample.Of(sample, over, mostVariables))
        {
            foreach (var assignment in function.Assignments(64))
            {
                var (least, greatest) = (function.IsTrue(assignment), function.IsTrue(assignment, greatest: true));
                Expect(function.Verdict(assignment) == Verdict.Sufficient, least, "as gates");
                Expect(function.Function.IsSufficient(assignment), least, "as a diagram");
                Expect(function.IsMetTogether(assignment), greatest, "together");

                // Told only if it fails: writing a model down takes longer than all the rest.
                void Expect(bool expected, bool actual, string what) =>
                    Assert.True(expected == actual, expected == actual ? null : $"{what}: {function.Told(assignment)}");
            }
        }
    }
}
