using Coalition.Analysis;
using Coalition.Sufficiency;
using Coalition.Tests.Fixtures;

namespace Coalition.Tests.Analysis;

/// <summary>Totals under ceilings of nations and of hosts, as gates (rule S6): small models with the sum by hand, and what the cuts take of the budget.</summary>
public class CompileCeilingsTests
{
    private const string InTheRear = """ "zone": "rear", "needs": ["rada"] """;

    // Of 150 the host lets 100 through, and 50 stand at sea.
    [Fact]
    public void Compile_UnderAHostsCeiling_AddsWhatStandsBesideIt() => AssertSum(
        150,
        Model(Approval("rada", "UA", "\"land\": 100"), Pledge("fr", "FR", "land", 150, InTheRear), Pledge("de", "DE", "land", 50)));

    // The ceiling in total, which never binds, is above the one on land, which does.
    [Fact]
    public void Compile_UnderAHostsTotalAndType_CountsByTheInnerOneToo() => AssertSum(
        100,
        Model(Approval("rada", "UA", "\"land\": 100, \"total\": 500"), Pledge("fr", "FR", "land", 150, InTheRear)));

    // Neither ceiling of the host is above the other: 100 of land and 100 in the air. The nation's own does not bind.
    [Fact]
    public void Compile_UnderAHostsCeilingsOnTwoTypes_CountsByBoth() => AssertSum(
        200,
        Model(
            Approval("rada", "UA", "\"land\": 100, \"air\": 100") + ", " + Approval("gb", "GB", "\"air\": 1000"),
            Pledge("fr", "FR", "land", 150, InTheRear),
            Pledge("gb", "GB", "air", 150, """ "zone": "rear", "needs": ["gb", "rada"] """)));

    // The pledge under both ceilings fills either; the other two bring 10 each.
    [Fact]
    public void Compile_UnderCrossingCeilings_CountsTheGreatestSum() => AssertSum(
        20,
        Model(
            Approval("rada", "UA", "\"total\": 10") + ", " + Approval("fr", "FR", "\"total\": 10"),
            Pledge("both", "FR", "land", 10, """ "zone": "rear", "needs": ["fr", "rada"] """),
            Pledge("national", "FR", "air", 10, """ "needs": ["fr"] """),
            Pledge("host", "DE", "land", 10, InTheRear)));

    [Theory]
    [InlineData("rada", "UA", InTheRear)]
    [InlineData("fr", "FR", """ "needs": ["fr"] """)]
    public void Compile_UnderACeilingThatARenewalWidens_CountsByTheWiderOnceGranted(string id, string nation, string stands)
    {
        var model = Model(Approval(id, nation, "\"land\": 100", asked: "\"ceilings\": { \"land\": 200 }"), Pledge("fr", "FR", "land", 300, stands));

        AssertSum(100, model);
        AssertSum(200, model, $"approval:{id}");
    }

    // A variable is a matter that the function hangs on.
    [Theory]
    [InlineData("rada", "UA", InTheRear)]
    [InlineData("fr", "FR", """ "needs": ["fr"] """)]
    public void Compile_UnderACeilingWithARenewalForLater_DoesNotHangOnTheRenewal(string id, string nation, string stands)
    {
        var model = Model(
            Approval(id, nation, "\"land\": 100", asked: "\"from\": \"2026-02-01\", \"ceilings\": { \"land\": 200 }"),
            Pledge("fr", "FR", "land", 300, stands, stage: "offered"));

        Assert.Equal(["stage:fr"], Compile(model, 100).Variables.Select(v => v.ToString()));
        AssertSum(100, model, "stage:fr");
    }

    // What is counted holds the groups of pledges, and so takes one and one for each of them. A ceiling that may bind counts three: the way past it, and then the two
    // ways of its host, by a cut and past it. Either is a condition, which counts again, unless its cut lets as much through as is required.
    [Theory]
    [InlineData(101, (3 + 2) * (1 + 1), new[] { 150 })]
    [InlineData(100, (3 + 1) * (1 + 1), new[] { 150 })]
    [InlineData(101, (3 + 2) * (1 + 2), new[] { 150, 150 })]
    [InlineData(100, (3 + 1) * (1 + 2), new[] { 150, 150 })]

    // A ceiling that all pledges under it may fit under is not cut: there is the way past it, of the ceiling and of the host, and the condition of that.
    [InlineData(100, (2 + 1) * (1 + 1), new[] { 100 })]
    [InlineData(101, (2 + 1) * (1 + 1), new[] { 100 })]
    public void Compile_CutsThroughACeilingOfAHost_CountAgainstTheBudget(int atLeast, int nodes, int[] amounts)
    {
        string[] nations = ["FR", "DE"];
        var model = Model(
            Approval("rada", "UA", "\"land\": 100"),
            [.. amounts.Select((amount, i) => Pledge($"p{i}", nations[i], "land", amount, InTheRear))]);

        Assert.Equal(atLeast <= 100, Compile(model, atLeast, new AnalysisBudget { Nodes = nodes }).IsSufficient([]));

        var refused = Assert.Throws<AnalysisBudgetException>(() => Compile(model, atLeast, new AnalysisBudget { Nodes = nodes - 1 }));
        Assert.Equal("the cuts through ceilings of hosts", refused.Work);
    }

    [Fact]
    public void Compile_UnderCeilingsOfNationsAlone_HasNoCutsToCount()
    {
        var model = Model(Approval("fr", "FR", "\"land\": 100"), Pledge("fr", "FR", "land", 150, """ "needs": ["fr"] """));

        Assert.True(Compile(model, 100, new AnalysisBudget { Nodes = 1 }).IsSufficient([]));
    }

    // Enough for the sum and not for one more, as the evaluation says too.
    private static void AssertSum(int sum, Func<int, CoalitionModel> model, params string[] granting)
    {
        foreach (var (atLeast, isEnough) in new[] { (sum, true), (sum + 1, false) })
        {
            var function = Compile(model, atLeast);

            Assert.Equal(isEnough, function.IsSufficient([.. function.Variables.Select(v => granting.Contains(v.ToString()))]));
            Assert.Equal(isEnough, model(atLeast).On("2026-01-10", [.. granting])["force", "one"].Verdict == Verdict.Sufficient);
        }
    }

    private static SufficiencyFunction Compile(Func<int, CoalitionModel> model, int atLeast, AnalysisBudget? budget = null) =>
        SufficiencyFunction.Compile(model(atLeast), Given.AsOf, "force", budget: budget);

    // By the total that is asked for.
    private static Func<int, CoalitionModel> Model(string approvals, params string[] pledges) => atLeast => Given.Model($$"""
        "approvals": { {{approvals}} },
        "pledges": { {{string.Join(", ", pledges)}} },
        "guarantees": { "force": { "pillar": "multinationalForce", "beneficiary": "UA", "standards": {
          "one": { "requires": { "total": { "support": ["land", "air"] }, "atLeast": {{atLeast}} } } } } }
        """);

    private static string Approval(string id, string nation, string ceilings, string? asked = null) => $$"""
        "{{id}}": { "nation": "{{nation}}", "procedure": "{{(nation == "UA" ? "hostConsent" : "priorApproval")}}", "acts": [
          { "act": "submitted", "on": "2026-01-01", "mandate": { "ceilings": { {{ceilings}} } } }, { "act": "approved", "on": "2026-01-02" }
          {{(asked is null ? "" : $$""", { "act": "submitted", "on": "2026-01-05", "mandate": { {{asked}} } }""")}}] }
        """;

    private static string Pledge(string id, string nation, string support, int amount, string stands = "\"zone\": \"sea\"", string stage = "firm") => $$"""
        "{{id}}": { "nation": "{{nation}}", "support": "{{support}}", "stage": "{{stage}}", "amount": [{ "from": {{amount}} }], {{stands}} }
        """;
}
