using Coalition.Analysis;
using Coalition.Sufficiency;
using Coalition.Tests.Fixtures;

namespace Coalition.Tests.Sufficiency;

/// <summary>A pledge that only a mandate asked for allows stands under the ceilings of that mandate, wherever one asks what would be if it stood (rule S6).</summary>
/// <remarks>Were it under no ceiling as things stand, then granting the request would make a condition false that was met.</remarks>
public class RequestedCeilingTests
{
    private const string LandIsAllowed =
        """{ "act": "submitted", "on": "2026-01-01", "mandate": { "support": ["land"] } }, { "act": "approved", "on": "2026-01-02" },""";

    private const string Waiting =
        "Mandate Pending: the mandate of 'a' does not allow the support type 'naval'; its renewal or amendment is undecided [approval:a]";

    [Theory]
    [MemberData(nameof(Approvals))]
    public void Condition_BeyondTheCeilingAskedFor_FailsAsItDoesOnceThatIsGranted(string nation, string procedure, string law, string before)
    {
        foreach (var ceiling in (string[])["\"naval\": 4", "\"total\": 4", "\"naval\": 6, \"total\": 4"])
        {
            var model = Model(nation, procedure, law, before, ceiling);

            Assert.StartsWith($"{Waiting}\nCondition Failed: ", model.On("2026-01-10").Gates("p"), StringComparison.Ordinal);
            Assert.StartsWith("Condition Failed: ", model.On("2026-01-10", "approval:a").Gates("p"), StringComparison.Ordinal);
            Assert.Equal(Standing.Failed, model.On("2026-01-10").Pledge("p").Standing);
        }
    }

    [Theory]
    [MemberData(nameof(Approvals))]
    public void Condition_WithinTheCeilingAskedFor_WaitsForTheMandateAlone(string nation, string procedure, string law, string before)
    {
        var model = Model(nation, procedure, law, before, "\"naval\": 5, \"total\": 6");

        Assert.Equal(Waiting, model.On("2026-01-10").Gates("p"));
        Assert.Equal("", model.On("2026-01-10", "approval:a").Gates("p"));
    }

    [Fact]
    public void CeilingInTotal_OfARenewalOverdue_HoldsWhateverIsDoneUnderTheApproval()
    {
        // The renewal does not allow land at all; were it done all the same, the ceiling asked for would hold it.
        var model = Renewal(
            "\"until\": \"2026-01-05\"", "\"support\": [\"naval\"], \"ceilings\": { \"total\": 4 }",
            """ "p": { "nation": "FR", "support": "land", "stage": "firm", "needs": ["a"], "amount": [{ "from": 7 }], "condition": { "total": "land", "atLeast": 5 } } """);
        const string Failed = "\nCondition Failed: its condition cannot be met by what is on record: at least 5 of land []";

        Assert.Equal("Mandate Failed: the mandate of 'a' ended on 2026-01-05 []" + Failed, model.On("2026-01-10").Gates("p"));
        Assert.EndsWith(Failed, model.On("2026-01-10", "approval:a").Gates("p"), StringComparison.Ordinal);
    }

    [Fact]
    public void CeilingInTotal_OfAMandateThatStands_HoldsUntilAWiderOneIsGranted()
    {
        // Land of 4 counts. With naval of 3, which only the renewal allows, that would be 7: more than the total of the standing mandate.
        var model = Renewal(
            "\"support\": [\"land\"], \"ceilings\": { \"total\": 4 }", "\"support\": [\"naval\"], \"ceilings\": { \"total\": 10 }",
            """
            "l": { "nation": "FR", "support": "land", "stage": "firm", "needs": ["a"], "amount": [{ "from": 4 }] },
            "p": { "nation": "FR", "support": "naval", "stage": "firm", "needs": ["a"], "amount": [{ "from": 3 }],
              "condition": { "total": { "support": ["land", "naval"] }, "atLeast": 7 } }
            """);

        Assert.Equal([(Gate.Mandate, Standing.Pending), (Gate.Condition, Standing.Pending)], model.On("2026-01-10").Pledge("p").Gates.Select(g => (g.Gate, g.Standing)));
        Assert.Equal("", model.On("2026-01-10", "approval:a").Gates("p"));
    }

    [Theory]
    [MemberData(nameof(Approvals))]
    public void Compile_OfAPledgeThatOnlyTheRequestAllows_AgreesWithEvaluation(string nation, string procedure, string law, string before)
    {
        SufficiencyFunction Compile(string ceilings) => SufficiencyFunction.Compile(Model(nation, procedure, law, before, ceilings), Given.Day("2026-01-10"), "g");

        Assert.Empty(Compile("\"naval\": 4").UnlockSets());
        Assert.Equal("approval:a", Assert.Single(Compile("\"naval\": 5").UnlockSets()).ToString());
    }

    /// <summary>What the law or an earlier decision allows is land; naval forces are asked for.</summary>
    public static TheoryData<string, string, string, string> Approvals => new()
    {
        { "FR", "exPostApproval", """ "statutoryMandate": { "support": ["land"] },""", "" },
        { "FR", "priorApproval", "", LandIsAllowed },
        { "UA", "hostConsent", "", LandIsAllowed },
    };

    // A mandate that was given, and the renewal that is asked for.
    private static CoalitionModel Renewal(string given, string asked, string pledges) => Given.Model(
        $$"""
        "approvals": { "a": { "nation": "FR", "procedure": "priorApproval", "acts": [
          { "act": "submitted", "on": "2026-01-01", "mandate": { {{given}} } }, { "act": "approved", "on": "2026-01-02" },
          { "act": "submitted", "on": "2026-01-03", "mandate": { {{asked}} } }] } },
        "pledges": { {{pledges}} }
        """);

    // A pledge of 7, if it can be at least 5.
    private static CoalitionModel Model(string nation, string procedure, string law, string before, string ceilings) => Given.Model(
        $$"""
        "approvals": { "a": { "nation": "{{nation}}", "procedure": "{{procedure}}",{{law}} "acts": [
          {{before}} { "act": "submitted", "on": "2026-01-03", "mandate": { "support": ["naval"], "ceilings": { {{ceilings}} } } }] } },
        "pledges": { "p": { "nation": "FR", "support": "naval", "stage": "firm", "zone": "{{(nation == "UA" ? "rear" : "sea")}}", "needs": ["a"],
          "amount": [{ "from": 7 }], "condition": { "total": "naval", "atLeast": 5 } } },
        "guarantees": { "g": { "pillar": "other", "beneficiary": "UA", "standards": { "s": { "requires": { "total": "naval", "atLeast": 5 } } } } }
        """);
}
