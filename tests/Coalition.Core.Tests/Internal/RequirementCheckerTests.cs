using Coalition.Json;
using Coalition.Requirements;
using Coalition.Tests.Fixtures;

namespace Coalition.Tests.Internal;

public class RequirementCheckerTests
{
    private const string SupportTypes =
        "a support type that the model declares, or one of land, naval, air, special-forces, air-defence, strategic-lift, logistics, engineering, "
        + "intelligence, training, weapons, technology, monitoring, sanctions, financial-aid, humanitarian-aid, strategic-deterrence";

    private const string At = "$.guarantees.g.standards.s.requires";

    [Theory]
    [InlineData("{ \"holds\": \"gone\" }", ".holds: found 'gone'; expected the id of a circumstance of this model.")]
    [InlineData("{ \"contributes\": \"PL\" }", ".contributes: found 'PL'; expected the code of a nation of this model.")]
    [InlineData("{ \"contributes\": \"FR\", \"with\": { \"nations\": [\"FR\", \"PL\"] } }", ".with.nations[1]: found 'PL'; expected the code of a nation of this model.")]
    [InlineData("{ \"contributors\": { \"pledges\": [\"gone\"] }, \"atLeast\": 1 }", ".contributors.pledges[0]: found 'gone'; expected the id of a pledge of this model.")]
    [InlineData("{ \"met\": \"gone\" }", ".met: found 'gone'; expected the id of a guarantee of this model.")]
    [InlineData("{ \"met\": \"two\" }", ": found no standard of 'two', which has 2; expected 'standard', the id of one of them.")]
    [InlineData("{ \"met\": \"two\", \"standard\": \"gone\" }", ".standard: found 'gone'; expected the id of a standard of 'two'.")]
    [InlineData("{ \"contributors\": \"tanks\", \"atLeast\": 1 }", ".contributors.support[0]: found 'tanks'; expected " + SupportTypes + ".")]
    [InlineData("{ \"allOf\": [\"always\", { \"anyOf\": [{ \"holds\": \"gone\" }] }] }", ".allOf[1].anyOf[0].holds: found 'gone'; expected the id of a circumstance of this model.")]
    [InlineData("{ \"atLeast\": 1, \"of\": [{ \"met\": \"gone\" }] }", ".of[0].met: found 'gone'; expected the id of a guarantee of this model.")]
    public void Reference_Dangling_Reported(string requires, string expected) => Assert.Equal(At + expected, Given.Problems(WithStandard(requires)));

    [Fact]
    public void Reference_OfConditions_CheckedToo() => Assert.Equal(
        """
        $.approvals.a.acts[0].mandate.condition.holds: found 'gone'; expected the id of a circumstance of this model.
        $.pledges.p.condition.holds: found 'gone'; expected the id of a circumstance of this model.
        """,
        Given.Problems(Given.Text(
            """
            "approvals": { "a": { "nation": "FR", "procedure": "priorApproval",
              "acts": [{ "act": "submitted", "on": "2026-01-01", "mandate": { "condition": { "holds": "gone" } } }] } },
            "pledges": { "p": { "nation": "FR", "support": "land", "stage": "firm", "condition": { "holds": "gone" } } }
            """)));

    [Theory]
    [InlineData("{ \"total\": { \"zones\": [\"rear\"] }, \"atLeast\": 1 }", "a total that names neither unit, nor support type, nor family")]
    [InlineData("{ \"total\": { \"support\": [\"land\", \"air-defence\"] }, \"atLeast\": 1 }", "a total over personnel and batteries")]
    [InlineData("{ \"total\": { \"families\": [\"enablers\"] }, \"atLeast\": 1 }", "a total over batteries and sorties-per-day")]
    [InlineData("{ \"total\": { \"support\": [\"land\"], \"families\": [\"training\"] }, \"atLeast\": 1 }", "a total whose support types are of none of its families")]
    public void Total_WithoutOneUnit_Refused(string requires, string found) => Assert.Equal(
        $"{At}: found {found}; expected a total of one unit: name support types that share one, or state 'unit'.", Given.Problems(WithStandard(requires)));

    [Fact]
    public void Total_OfATypeThatDoesNotExist_ReportedOnce() => Assert.Equal(
        $"{At}.total.support[0]: found 'tanks'; expected {SupportTypes}.", Given.Problems(WithStandard("{ \"total\": \"tanks\", \"atLeast\": 1 }")));

    [Theory]
    [InlineData("{ \"total\": \"land\", \"atLeast\": 1 }", "$.guarantees.g.standards.s.requires", "a-brigade", "brigades", "personnel")]
    [InlineData("{ \"anyOf\": [\"always\", { \"total\": { \"nations\": [\"DE\"] }, \"atLeast\": 1, \"unit\": \"personnel\" }] }", "$.guarantees.g.standards.s.requires.anyOf[1]", "a-brigade", "brigades", "personnel")]
    [InlineData("{ \"total\": { \"pledges\": [\"soldiers\", \"a-brigade\"] }, \"atLeast\": 1, \"unit\": \"brigades\" }", "$.guarantees.g.standards.s.requires", "soldiers", "personnel", "brigades")]
    public void Total_OverPledgesOfAnotherUnit_Refused(string requires, string place, string pledge, string unit, string of) => Assert.Equal(
        $"{place}: found the pledge '{pledge}' in {unit} within a total in {of}; expected pledges of one unit in a total.", Given.Problems(WithStandard(requires)));

    [Fact]
    public void Total_WithALeastStage_UnitsCheckedWhateverTheStage() => Assert.Equal(
        $"{At}: found the pledge 'a-brigade' in brigades within a total in personnel; expected pledges of one unit in a total.",
        Given.Problems(WithStandard("{ \"total\": { \"support\": [\"land\"], \"leastStage\": \"deployed\" }, \"atLeast\": 1 }")));

    [Theory]
    [InlineData("{ \"total\": { \"support\": [\"land\"], \"nations\": [\"FR\"] }, \"atLeast\": 1 }")]
    [InlineData("{ \"total\": { \"nations\": [\"FR\"] }, \"atLeast\": 1, \"unit\": \"personnel\" }")]
    [InlineData("{ \"total\": { \"families\": [\"forces\"], \"zones\": [\"sea\"] }, \"atLeast\": 1 }")]
    [InlineData("{ \"total\": { \"support\": [\"land\"], \"nations\": [\"DE\"] }, \"atLeast\": 1, \"unit\": \"brigades\" }")]
    [InlineData("{ \"total\": { \"roles\": [\"framework\"] }, \"atLeast\": 1, \"unit\": \"personnel\" }")]
    public void Total_OfOneUnit_Allowed(string requires) => Assert.NotNull(CoalitionJson.Read(WithStandard(requires)));

    [Fact]
    public void Met_OfTheOnlyStandard_NeedsNoName() => Assert.NotNull(CoalitionJson.Read(WithStandard("{ \"met\": \"one\" }")));

    [Fact]
    public void Standards_InACircle_RefusedWithTheCircle()
    {
        static Requirement Met(string guarantee, string? standard = null) => new Requirement.AllOf(new Requirement.Always(), new Requirement.Met(guarantee, standard));

        Assert.Equal(
            "$.guarantees.a.standards.s.requires: found a circle of standards: a/s → b/t → c/u → a/s; expected standards that do not refer to each other in a circle.",
            Given.Problems(Given.Draft with
            {
                Guarantees =
                [
                    Given.Guarantee("z", ("s", Met("a"))),
                    Given.Guarantee("a", ("s", Met("b", "t"))),
                    Given.Guarantee("b", ("r", new Requirement.Always()), ("t", Met("c"))),
                    Given.Guarantee("c", ("u", Met("a", "s"))),
                ],
            }));
        Assert.Equal(
            "$.guarantees.a.standards.s.requires: found a circle of standards: a/s → a/s; expected standards that do not refer to each other in a circle.",
            Given.Problems(Given.Draft with { Guarantees = [Given.Guarantee("a", ("s", Met("a")))] }));
    }

    [Fact]
    public void Standards_OfOneGuaranteeReferringToEachOther_Allowed() => Assert.NotNull(CoalitionModel.Create(Given.Draft with
    {
        Guarantees = [Given.Guarantee("a", ("s", new Requirement.Met("a", "t")), ("t", new Requirement.Always()))],
    }));

    [Fact]
    public void Requirement_DeeperThanTheLimit_Refused()
    {
        var limits = new CoalitionLimits { MaxDepth = 3 };
        Requirement three = new Requirement.AllOf(new Requirement.AnyOf(new Requirement.Always()));

        Assert.Equal(
            $"{At}: found a requirement of 4 levels; expected at most 3, the limit in force.",
            Given.Problems(Given.Draft with { Guarantees = [Given.Guarantee("g", ("s", new Requirement.AtLeast(1, three)))] }, limits));
        Assert.NotNull(CoalitionModel.Create(Given.Draft with { Guarantees = [Given.Guarantee("g", ("s", three))] }, limits));
    }

    [Fact]
    public void Standards_InALongerChainThanTheLimit_Refused()
    {
        static CoalitionDraft Chain(int length) => Given.Draft with
        {
            Guarantees = [.. Enumerable.Range(0, length).Select(i => Given.Guarantee($"g{i}", ("s", i == 0 ? new Requirement.Always() : new Requirement.Met($"g{i - 1}"))))],
        };

        Assert.Equal(
            "$.guarantees: found standards that refer to each other, 33 levels deep together; expected at most 32, the limit in force.", Given.Problems(Chain(33)));
        Assert.NotNull(CoalitionModel.Create(Chain(32)));
    }

    private static string WithStandard(string requires) => Given.Text(
        $$"""
        "pledges": {
          "soldiers": { "nation": "FR", "support": "land", "stage": "firm" },
          "a-brigade": { "nation": "DE", "support": "land", "stage": "firm", "unit": "brigades" }
        },
        "guarantees": {
          "one": { "pillar": "other", "beneficiary": "UA", "standards": { "x": { "requires": "always" } } },
          "two": { "pillar": "other", "beneficiary": "UA", "standards": { "x": { "requires": "always" }, "y": { "requires": "always" } } },
          "g": { "pillar": "other", "beneficiary": "UA", "standards": { "s": { "requires": {{requires}} } } }
        }
        """);
}
