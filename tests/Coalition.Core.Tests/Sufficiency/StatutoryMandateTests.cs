using Coalition.Approvals;
using Coalition.Sufficiency;
using Coalition.Tests.Fixtures;

namespace Coalition.Tests.Sufficiency;

/// <summary>What the law itself allows where no vote is needed, or before it, and a request that asks for more.</summary>
public class StatutoryMandateTests
{
    private const string Guarantee = """
        "pledges": { "p": { "nation": "FR", "support": "land", "stage": "firm", "zone": "reachBack", "needs": ["a"], "amount": [{ "from": 900 }] } },
        "guarantees": { "g": { "pillar": "other", "beneficiary": "UA", "standards": {
          "hundred": { "requires": { "total": "land", "atLeast": 100 } },
          "five-hundred": { "requires": { "total": "land", "atLeast": 500 } } } } }
        """;

    [Theory]
    [InlineData("notRequired", "")]
    [InlineData("informationOnly", "")]
    [InlineData("consultation", """{ "act": "consulted", "on": "2026-01-02" }""")]
    [InlineData("exPostApproval", "")]
    [InlineData("exPostApproval", """{ "act": "begun", "on": "2026-01-02" }""")]
    public void Ceiling_SetByLaw_BindsTotals(string procedure, string act)
    {
        var report = Model(procedure, act, """{ "ceilings": { "total": 100 } }""").On("2026-01-10");

        Assert.Equal(Verdict.Sufficient, report["g", "hundred"].Verdict);
        Assert.Equal(Verdict.Insufficient, report["g", "five-hundred"].Verdict);
    }

    [Fact]
    public void Consultation_StillToCome_CountsUpToTheCeilingOnceGranted()
    {
        var report = Model("consultation", "", """{ "ceilings": { "total": 100 } }""").On("2026-01-10");

        Assert.Equal(Verdict.Contingent, report["g", "hundred"].Verdict);
        Assert.Equal(Verdict.Insufficient, report["g", "five-hundred"].Verdict);
        Assert.Equal("Approvals Pending: approval 'a': not consulted [approval:a]", report.Gates("p"));
    }

    [Fact]
    public void Request_ForMoreThanTheLawAllows_IsAnOpenMatter()
    {
        const string Acts = """{ "act": "begun", "on": "2026-01-02" }, { "act": "submitted", "on": "2026-01-03", "mandate": { "ceilings": { "total": 900 } } }""";
        var model = Model("exPostApproval", Acts, """{ "ceilings": { "total": 100 } }""");

        Assert.Equal(Verdict.Sufficient, model.On("2026-01-10")["g", "hundred"].Verdict);
        Assert.Equal(Verdict.Contingent, model.On("2026-01-10")["g", "five-hundred"].Verdict);
        Assert.Contains("approval:a", model.On("2026-01-10").OpenMatters.Select(m => m.ToString()));
        Assert.Equal(Verdict.Sufficient, model.On("2026-01-10", "approval:a")["g", "five-hundred"].Verdict);

        // And is none once it has been refused.
        var refused = Model("exPostApproval", Acts + """, { "act": "rejected", "on": "2026-01-04" }""", """{ "ceilings": { "total": 100 } }""");
        Assert.Equal(Verdict.Insufficient, refused.On("2026-01-10")["g", "hundred"].Verdict);
    }

    [Fact]
    public void Consent_Given_TakesThePlaceOfWhatTheLawAllows()
    {
        const string Acts = """{ "act": "submitted", "on": "2026-01-03" }, { "act": "approved", "on": "2026-01-04", "mandate": { "ceilings": { "total": 600 } } }""";
        var model = Model("exPostApproval", Acts, """{ "ceilings": { "total": 100 } }""");

        Assert.Equal(Verdict.Insufficient, model.On("2026-01-02")["g", "five-hundred"].Verdict);
        Assert.Equal(Verdict.Sufficient, model.On("2026-01-10")["g", "five-hundred"].Verdict);
    }

    // Silence consents to less than the law allows: to have withdrawn the request would have been better, since the consent binds.
    [Fact]
    public void Silence_ThatConsentsToLessThanTheLawAllows_Narrows()
    {
        string Gates(string more) => Given.Model(
            $$"""
            "approvals": { "a": { "nation": "FR", "procedure": "exPostApproval", "silence": "P7D", "acts": [
              { "act": "submitted", "on": "2026-01-01", "mandate": { "zones": ["sea"] } }{{more}}] } },
            {{Guarantee}}
            """).On("2026-01-10").Gates("p");

        Assert.Equal("Mandate Failed: the mandate of 'a' does not allow the zone reachBack []", Gates(""));
        Assert.Equal("", Gates(""", { "act": "withdrawn", "on": "2026-01-05" }"""));
    }

    // As in France: the vote before four months have passed is for the time after them.
    [Fact]
    public void Consent_ForATimeToCome_LetsTheExecutiveActOnUntilThen()
    {
        CoalitionModel Model(string from) => Given.Model(
            $$"""
            "approvals": { "a": { "nation": "FR", "procedure": "exPostApproval", "decideWithin": "P4M", "acts": [
              { "act": "begun", "on": "2026-03-01" },
              { "act": "submitted", "on": "2026-06-01", "mandate": { "from": "{{from}}" } },
              { "act": "approved", "on": "2026-06-15" }] } },
            {{Guarantee}}
            """, "2026-12-31");

        Assert.All(
            (string[])["2026-06-14", "2026-06-15", "2026-07-01", "2026-07-02", "2026-12-01"], day => Assert.Equal("", Model("2026-07-02").On(day).Gates("p")));
        Assert.Equal("", Model("2026-07-10").On("2026-07-01").Gates("p"));
        Assert.Equal("Mandate Failed: the mandate of 'a' ended on 2026-07-01 []", Model("2026-07-10").On("2026-07-02").Gates("p"));
        Assert.Equal(new MandateState.NotBegun(new NodaTime.LocalDate(2026, 7, 10)), Model("2026-07-10").MandateState("a", new NodaTime.LocalDate(2026, 7, 1)));
    }

    [Fact]
    public void Law_ThatDoesNotAllowTheZone_FailsTheMandate() => Assert.Equal(
        "Mandate Failed: the mandate of 'a' does not allow the zone reachBack []",
        Model("notRequired", "", """{ "zones": ["sea"] }""").On("2026-01-10").Gates("p"));

    [Fact]
    public void Law_WhoseTimeIsOver_FailsTheMandate() => Assert.Equal(
        "Mandate Failed: the mandate of 'a' ended on 2026-01-05 []",
        Model("exPostApproval", "", """{ "until": "2026-01-05" }""").On("2026-01-10").Gates("p"));

    private static CoalitionModel Model(string procedure, string acts, string statutoryMandate) => Given.Model(
        $$"""
        "approvals": { "a": { "nation": "FR", "procedure": "{{procedure}}", "statutoryMandate": {{statutoryMandate}}, "acts": [{{acts}}] } },
        {{Guarantee}}
        """);

    [Theory]
    [InlineData("2026-02-28", Verdict.Insufficient)]
    [InlineData("2026-03-01", Verdict.Sufficient)]
    public void ExPostApproval_ConsentForATimeToCome_UntilThenWithinWhatTheLawAllows(string on, Verdict verdict) => Assert.Equal(
        verdict,
        Model(
            "exPostApproval",
            """{ "act": "begun", "on": "2026-01-02" }, { "act": "submitted", "on": "2026-01-03", "mandate": { "from": "2026-03-01" } }, { "act": "approved", "on": "2026-01-04" }""",
            """{ "ceilings": { "total": 100 } }""").On(on)["g", "five-hundred"].Verdict);
}
