using Coalition.Sufficiency;
using Coalition.Tests.Fixtures;

namespace Coalition.Tests.Sufficiency;

public class OpenMatterTests
{
    private const string Expected =
        "expected a form such as approval:gb-commons, admission:UA, circumstance:ceasefire, stage:fr-land or amount:fr-land.";

    [Theory]
    [InlineData("approval:gb-commons", OpenMatterKind.Approval, "gb-commons")]
    [InlineData("admission:UA", OpenMatterKind.Admission, "UA")]
    [InlineData("circumstance:ceasefire", OpenMatterKind.Circumstance, "ceasefire")]
    [InlineData("stage:fr-land", OpenMatterKind.Stage, "fr-land")]
    [InlineData("amount:fr-land", OpenMatterKind.Amount, "fr-land")]
    public void Parse_EachKind_WhatToStringWrites(string text, OpenMatterKind kind, string id)
    {
        var matter = OpenMatter.Parse(text);

        Assert.Equal((kind, id), (matter.Kind, matter.Id));
        Assert.Equal(text, matter.ToString());
        Assert.Equal(matter, new OpenMatter(kind, id));
    }

    [Fact]
    public void Parse_EveryKind_HasARow() => Assert.Equal(5, Enum.GetValues<OpenMatterKind>().Length);

    [Theory]
    [InlineData("")]
    [InlineData("approval")]
    [InlineData("approval:")]
    [InlineData(":gb")]
    [InlineData("approval:GB")]
    [InlineData("Approval:gb")]
    [InlineData("approval:gb:x")]
    [InlineData("approval: gb")]
    [InlineData("admission:ua")]
    [InlineData("admission:UK")]
    [InlineData("vote:gb")]
    [InlineData("0:gb")]
    public void Parse_NoMatter_Refused(string text)
    {
        Assert.False(OpenMatter.TryParse(text, out var matter));
        Assert.Null(matter);
        Assert.Equal($"'{text}' is not an open matter: {Expected}", Assert.Throws<FormatException>(() => OpenMatter.Parse(text)).Message);
    }

    [Fact]
    public void Parse_Null_Refused()
    {
        Assert.False(OpenMatter.TryParse(null, out _));
        Assert.Throws<ArgumentNullException>("s", () => OpenMatter.Parse(null!));
    }

    [Fact]
    public void Constructor_NoSuchId_Refused()
    {
        Assert.Throws<ArgumentException>("id", () => new OpenMatter(OpenMatterKind.Stage, "FR"));
        Assert.Throws<ArgumentException>(() => new OpenMatter(OpenMatterKind.Admission, "ua"));
        Assert.Throws<ArgumentOutOfRangeException>("kind", () => new OpenMatter((OpenMatterKind)5, "x"));
    }

    [Fact]
    public void Evaluate_GrantingWhatIsNotOpen_Refused()
    {
        var model = Given.Model(
            """
            "circumstances": { "ceasefire": { "title": "x", "events": [{ "event": "occurred", "on": "2026-01-01" }] }, "backstop": { "title": "x" } },
            "approvals": { "fr": { "nation": "FR", "procedure": "priorApproval", "acts": [{ "act": "submitted", "on": "2026-01-01" }, { "act": "approved", "on": "2026-01-02" }] } },
            "pledges": {
              "firm": { "nation": "FR", "support": "land", "stage": "firm", "amount": [{ "from": 1, "to": 1 }] },
              "gone": { "nation": "FR", "support": "land", "stage": "withdrawn", "amount": [{ "from": 1, "to": 2 }] },
              "open": { "nation": "FR", "support": "land", "stages": [{ "stage": "declared", "on": "2026-01-08" }], "amount": [{ "from": 1, "to": 2 }], "zone": "rear" }
            }
            """);
        string Refused(string day, params string[] matters) => Assert.Throws<ArgumentException>("granting", () => model.On(day, [.. matters])).Message;

        foreach (var matter in new[]
        {
            "circumstance:ceasefire", "approval:fr", "stage:firm", "amount:firm", "stage:gone", "amount:gone", "admission:FR",
        })
        {
            Assert.Equal($"Not open on 2026-01-10, so that it cannot be granted: {matter}. (Parameter 'granting')", Refused("2026-01-10", matter));
        }

        Assert.Equal(
            "Not open on 2026-01-10, so that it cannot be granted: approval:fr, stage:firm. (Parameter 'granting')",
            Refused("2026-01-10", "stage:firm", "circumstance:backstop", "approval:fr"));
        Assert.Equal(
            "The model has nothing by the name of stage:none, approval:none, admission:PL, so that it cannot be granted. (Parameter 'granting')",
            Refused("2026-01-10", "stage:none", "circumstance:backstop", "approval:none", "admission:PL"));

        // A pledge that does not exist yet has nothing to grant, and a circumstance before its day is unknown.
        Assert.Equal("Not open on 2026-01-07, so that it cannot be granted: stage:open. (Parameter 'granting')", Refused("2026-01-07", "stage:open"));
        Assert.Equal(["circumstance:ceasefire"], model.On("2025-12-31", "circumstance:ceasefire").Granted.Select(m => m.ToString()));
    }

    [Fact]
    public void Evaluate_GrantingNull_Refused()
    {
        Assert.Throws<ArgumentNullException>("granting", () => SufficiencyEvaluator.Evaluate(Everything.Model, Given.AsOf, granting: [null!]));
        Assert.Throws<ArgumentNullException>("model", () => SufficiencyEvaluator.Evaluate(null!, Given.AsOf));
    }

    [Fact]
    public void OpenMatters_OfTheDay_ByKindAndInTheOrderOfTheModel()
    {
        var model = Given.Model(
            """
            "approvals": { "fr": { "nation": "FR", "procedure": "priorApproval" }, "de": { "nation": "DE", "procedure": "priorApproval" } },
            "pledges": {
              "z": { "nation": "FR", "support": "land", "stage": "offered", "amount": [{ "to": 2 }], "zone": "rear" },
              "a": { "nation": "FR", "support": "land", "stage": "floated", "amount": [{ "from": 1 }, { "from": 2 }] },
              "n": { "nation": "FR", "support": "land", "stage": "declared", "amount": [{ }] }
            }
            """);

        Assert.Equal(
            ["approval:fr", "approval:de", "admission:UA", "circumstance:ceasefire", "circumstance:backstop", "stage:z", "stage:a", "stage:n", "amount:z", "amount:a"],
            model.On("2026-01-10").OpenMatters.Select(m => m.ToString()));

        // What is granted is told as granted, once, and is open no more.
        var granting = model.On("2026-01-10", "stage:a", "approval:de", "stage:a");
        Assert.Equal(["approval:de", "stage:a"], granting.Granted.Select(m => m.ToString()));
        Assert.Equal(8, granting.OpenMatters.Length);
        Assert.DoesNotContain(OpenMatter.Parse("stage:a"), granting.OpenMatters);
    }

    [Fact]
    public void OpenMatters_AfterARulingOut_NoneOfIt()
    {
        var model = Given.Model("\"circumstances\": { \"c\": { \"title\": \"x\", \"events\": [{ \"event\": \"ruledOut\", \"on\": \"2026-01-05\" }] } }");

        Assert.Equal(["circumstance:c"], model.On("2026-01-04").OpenMatters.Select(m => m.ToString()));
        Assert.Empty(model.On("2026-01-05").OpenMatters);
    }
}
