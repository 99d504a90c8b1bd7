using System.Text.Json.Nodes;
using Coalition.Json;
using Coalition.Sufficiency;
using Coalition.Tests.Fixtures;

namespace Coalition.Tests.Json;

/// <summary>A report as JSON, part by part, verbatim but for white space.</summary>
public class ReportWriterTests
{
    private static readonly CoalitionModel Model = Given.Model(
        """
        "title": "Small",
        "sources": { "paper": { "label": "fact", "title": "Paper" } },
        "approvals": {
          "fr": { "nation": "FR", "procedure": "priorApproval",
            "acts": [{ "act": "submitted", "on": "2026-01-01", "mandate": { "ceilings": { "land": 100 } } }, { "act": "approved", "on": "2026-01-02" }] }
        },
        "pledges": {
          "fr-land": { "nation": "FR", "support": "land", "stage": "firm", "amount": [{ "from": 200, "to": 300 }], "needs": ["fr"] },
          "de-land": { "nation": "DE", "support": "land", "stages": [{ "stage": "declared", "on": "2026-01-06", "source": "paper" }] },
          "gb-air": { "nation": "GB", "support": "air", "stage": "firm", "condition": { "contributes": "DE", "with": "air" } },
          "de-air": { "nation": "DE", "support": "air", "stage": "firm", "condition": { "contributes": "GB", "with": "air" } }
        },
        "guarantees": {
          "force": {
            "title": "The force", "pillar": "multinationalForce", "beneficiary": "UA", "trigger": "ceasefire",
            "standards": {
              "some": {
                "title": "Some", "source": "paper",
                "requires": {
                  "allOf": [
                    "always", { "holds": "ceasefire" }, { "total": "land", "atLeast": 250, "perNationCap": 900 }, { "contributors": "land", "atLeast": 2 },
                    { "contributes": "FR", "with": "land" }, { "anyOf": [{ "met": "shield" }, "always"] }, { "atLeast": 1, "of": [{ "total": "land", "atLeast": 1 }] }
                  ]
                }
              }
            }
          },
          "shield": { "pillar": "other", "beneficiary": "UA", "standards": { "any": { "requires": { "contributors": "air", "atLeast": 1 } } } },
          "later": { "pillar": "other", "beneficiary": "UA", "from": "2030-01-01", "standards": { "any": { "requires": "always" } } }
        }
        """);

    private static readonly string Text = CoalitionJson.Write(Model.On("2026-02-01", "amount:fr-land"));

    private static readonly JsonObject Report = JsonNode.Parse(Text)!.AsObject();

    [Fact]
    public void Write_Head_DaysAndWhatIsGranted()
    {
        Assert.StartsWith("{\n  \"format\": \"coalition-report/1\",\n  \"title\": \"Small\",\n  \"asOf\": \"2026-01-10\",\n", Text, StringComparison.Ordinal);
        Assert.EndsWith("}\n", Text, StringComparison.Ordinal);
        Assert.DoesNotContain('\r', Text);
        Assert.Equal(
            ["format", "title", "asOf", "on", "knownAsOf", "granted", "assumed", "guarantees", "pledges", "openMatters", "sharedUses"], Report.Select(p => p.Key));
        Assert.Equal(("\"2026-02-01\"", "\"2026-01-10\"", "[\"amount:fr-land\"]"), (Part("on"), Part("knownAsOf"), Part("granted")));
        Assert.Equal("[\"circumstance:ceasefire\",\"circumstance:backstop\",\"stage:de-land\"]", Part("openMatters"));
        Assert.Equal("[{\"guarantees\":[\"force\"],\"standard\":\"some\",\"pledges\":[\"fr-land\"],\"approvals\":[\"fr\"]}]", Part("sharedUses"));
    }

    [Fact]
    public void Write_Guarantees_TheirForceAndVerdicts()
    {
        Assert.Equal(
            ("\"The force\"", "\"triggerUnknown\"", "\"ceasefire\"", "\"unknown\""),
            (Part("guarantees.force.title"), Part("guarantees.force.force"), Part("guarantees.force.trigger"), Part("guarantees.force.triggerState")));
        Assert.Equal(
            ("\"Some\"", "\"paper\"", "\"insufficient\"", "[\"circumstance:ceasefire\",\"stage:de-land\"]", "[]"),
            (Part("guarantees.force.standards.some.title"), Part("guarantees.force.standards.some.source"), Part("guarantees.force.standards.some.verdict"),
                Part("guarantees.force.standards.some.openMatters"), Part("guarantees.force.standards.some.circle")));
        Assert.Equal(
            """{"force":"inForce","standards":{"any":{"verdict":"deadlocked","grounds":{"verdict":"deadlocked","requires":{"contributors":"air","atLeast":1},"secured":[],"reachable":[],"possible":["DE","GB"],"contributions":{"gb-air":{"standing":"locked"},"de-air":{"standing":"locked"}}},"openMatters":[],"circle":["gb-air","de-air"]}}}""",
            Part("guarantees.shield"));

        // Outside its term there is no verdict.
        Assert.Equal("\"outsideTerm\"", Part("guarantees.later.force"));
        Assert.DoesNotContain("verdict", Report["guarantees"]!["later"]!["standards"]!["any"]!.AsObject().Select(p => p.Key));
    }

    [Theory]
    [InlineData(0, """{"verdict":"sufficient","requires":"always"}""")]
    [InlineData(1, """{"verdict":"contingent","requires":{"holds":"ceasefire"},"state":"unknown"}""")]
    [InlineData(2, """{"verdict":"insufficient","requires":{"total":"land","atLeast":250,"perNationCap":900},"unit":"personnel","required":250,"secured":{"counted":100,"shortfall":150,"limits":[{"nation":"FR","approval":"fr","support":"land","atMost":100,"offered":300,"pledges":["fr-land"]}]},"reachable":{"counted":100,"shortfall":150,"limits":[{"nation":"FR","approval":"fr","support":"land","atMost":100,"offered":300,"pledges":["fr-land"]}]},"possible":{"counted":100,"shortfall":150,"limits":[{"nation":"FR","approval":"fr","support":"land","atMost":100,"offered":300,"pledges":["fr-land"]}]},"missingFigures":[{"upTo":"contingent","nations":["DE"],"pledges":["de-land"],"together":150}],"contributions":{"fr-land":{"standing":"passed","secured":300,"reachable":300,"possible":300},"de-land":{"standing":"pending"}}}""")]
    [InlineData(3, """{"verdict":"contingent","requires":{"contributors":"land","atLeast":2},"secured":["FR"],"reachable":["DE","FR"],"possible":["DE","FR"],"contributions":{"fr-land":{"standing":"passed"},"de-land":{"standing":"pending"}}}""")]
    [InlineData(4, """{"verdict":"sufficient","requires":{"contributes":"FR","with":"land"},"contributions":{"fr-land":{"standing":"passed"}}}""")]
    [InlineData(5, """{"verdict":"sufficient","anyOf":[{"verdict":"deadlocked","requires":{"met":"shield"},"force":"inForce"},{"verdict":"sufficient","requires":"always"}]}""")]
    public void Write_Grounds_OfEachForm(int part, string expected) => Assert.Equal(expected, Part($"guarantees.force.standards.some.grounds.allOf.{part}"));

    [Fact]
    public void Write_GroundsOfANumberOfParts_NamesTheNumber()
    {
        var some = Report["guarantees"]!["force"]!["standards"]!["some"]!["grounds"]!["allOf"]![6]!.AsObject();

        Assert.Equal(["verdict", "atLeast", "of"], some.Select(p => p.Key));
        Assert.Equal("1", some["atLeast"]!.ToJsonString());
    }

    [Theory]
    [InlineData("fr-land", """{"nation":"FR","support":"land","stage":"firm","standing":"passed","unit":"personnel","lower":200,"upper":300,"gates":[]}""")]
    [InlineData("de-land", """{"nation":"DE","support":"land","stage":"declared","standing":"pending","gates":[{"gate":"stage","standing":"pending","ground":"only declared since 2026-01-06, not firm","openMatters":["stage:de-land"],"source":"paper"}]}""")]
    [InlineData("gb-air", """{"nation":"GB","support":"air","stage":"firm","standing":"locked","gates":[{"gate":"condition","standing":"locked","ground":"its condition waits for others who wait in turn: DE contributes air"}]}""")]
    public void Write_Pledges_WithTheirGates(string pledge, string expected) => Assert.Equal(expected, Part($"pledges.{pledge}"));

    [Fact]
    public void Write_APoolUnderASustainedTotal_BothFiguresAndWhatStands()
    {
        var report = JsonNode.Parse(CoalitionJson.Write(Given.Model(
            """
            "pledges": { "fr": { "nation": "FR", "support": "land", "stage": "firm", "amount": [{ "from": 200, "to": 300 }], "rotation": "1/3" } },
            "guarantees": { "g": { "pillar": "other", "beneficiary": "UA", "standards": { "s": { "requires": { "total": "land", "atLeast": 67, "sustained": true } } } } }
            """).On("2026-01-10")))!;

        Assert.Equal(
            """{"nation":"FR","support":"land","stage":"firm","standing":"passed","rotation":"1/3","unit":"personnel","lower":200,"upper":300,"sustainedLower":66,"sustainedUpper":100,"gates":[]}""",
            report["pledges"]!["fr"]!.ToJsonString());
        Assert.Equal(
            """{"verdict":"contingent","requires":{"total":"land","atLeast":67,"sustained":true},"unit":"personnel","required":67,"secured":{"counted":66,"shortfall":1},"reachable":{"counted":100,"shortfall":0},"possible":{"counted":100,"shortfall":0},"contributions":{"fr":{"standing":"passed","secured":66,"reachable":100,"possible":100}}}""",
            report["guarantees"]!["g"]!["standards"]!["s"]!["grounds"]!.ToJsonString());
    }

    [Fact]
    public void Write_NumbersBeyondSixtyFourBits_Exact()
    {
        var model = Given.Model(
            """
            "pledges": {
              "a": { "nation": "FR", "support": "land", "stage": "firm", "amount": [{ "from": 9223372036854775807 }] },
              "b": { "nation": "DE", "support": "land", "stage": "firm", "amount": [{ "from": 9223372036854775807 }] }
            },
            "guarantees": { "g": { "pillar": "other", "beneficiary": "UA", "standards": { "s": { "requires": { "total": "land", "atLeast": 1 } } } } }
            """);

        Assert.Contains("\"counted\": 18446744073709551614", CoalitionJson.Write(model.On("2026-01-10")), StringComparison.Ordinal);
    }

    [Fact]
    public void Write_SameReportTwice_SameText()
    {
        var report = SufficiencyEvaluator.Evaluate(Everything.Model, Given.AsOf);

        Assert.Equal(CoalitionJson.Write(report), CoalitionJson.Write(report));
        Assert.Equal(CoalitionJson.Write(report), CoalitionJson.Write(SufficiencyEvaluator.Evaluate(Everything.Model, Given.AsOf)));
    }

    private static string Part(string path) => path.Split('.').Aggregate((JsonNode)Report, (at, name) =>
        at is JsonArray items ? items[int.Parse(name, System.Globalization.CultureInfo.InvariantCulture)]! : at[name]!).ToJsonString();
}
