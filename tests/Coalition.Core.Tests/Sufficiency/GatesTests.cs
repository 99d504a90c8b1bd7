using Coalition.Sufficiency;
using Coalition.Tests.Fixtures;

namespace Coalition.Tests.Sufficiency;

/// <summary>Rules S2 to S4: each gate of a pledge, with its grounds and open matters, verbatim.</summary>
public class GatesTests
{
    [Theory]
    [InlineData("floated", "Stage Pending: only floated, not firm [stage:p]")]
    [InlineData("declared", "Stage Pending: only declared, not firm [stage:p]")]
    [InlineData("offered", "Stage Pending: only offered, not firm [stage:p]")]
    [InlineData("firm", "")]
    [InlineData("allocated", "")]
    [InlineData("deployed", "")]
    [InlineData("declined", "Stage Failed: declined []")]
    [InlineData("withdrawn", "Stage Failed: withdrawn []")]
    public void Stage_OfEachKind_PassesPendsOrFails(string stage, string gates) =>
        Assert.Equal(gates, Given.Model($"\"pledges\": {{ \"p\": {{ \"nation\": \"FR\", \"support\": \"land\", \"stage\": \"{stage}\" }} }}").On("2026-01-10").Gates("p"));

    [Fact]
    public void Stage_Dated_NamesItsDayAndSource()
    {
        var report = Given.Model(
            """
            "sources": { "paper": { "label": "fact", "title": "Paper" } },
            "pledges": { "p": { "nation": "FR", "support": "land", "stages": [{ "stage": "declared", "on": "2026-01-06", "source": "paper" }] } }
            """).On("2026-01-10");

        Assert.Equal("Stage Pending: only declared since 2026-01-06, not firm [stage:p]", report.Gates("p"));
        Assert.Equal("Paper", Assert.Single(report.Pledge("p").Gates).Source!.Title);
    }

    [Fact]
    public void Stage_Ended_HidesWhateverElseStandsInTheWay()
    {
        var report = Given.Model(
            """
            "approvals": { "fr": { "nation": "FR", "procedure": "priorApproval" } },
            "pledges": {
              "p": {
                "nation": "FR", "support": "land", "stage": "declined", "until": "2020-01-01", "zone": "rear", "needs": ["fr"],
                "amount": [{ "from": 1, "to": 2 }], "condition": { "holds": "ceasefire" }
              }
            }
            """).On("2026-01-10");

        Assert.Equal("Stage Failed: declined []", report.Gates("p"));
        Assert.Equal(["approval:fr", "circumstance:ceasefire", "circumstance:backstop"], report.OpenMatters.Select(m => m.ToString()));
    }

    [Theory]
    [InlineData("2026-01-31", "Period Failed: it begins on 2026-02-01 []")]
    [InlineData("2026-02-01", "")]
    [InlineData("2026-02-28", "")]
    [InlineData("2026-03-01", "Period Failed: it ended on 2026-02-28 []")]
    public void Period_InclusiveAtBothEnds(string day, string gates) => Assert.Equal(
        gates,
        Given.Model("\"pledges\": { \"p\": { \"nation\": \"FR\", \"support\": \"land\", \"stage\": \"firm\", \"from\": \"2026-02-01\", \"until\": \"2026-02-28\" } }")
            .On(day).Gates("p"));

    [Theory]
    [InlineData("P1M", "2026-01-31", "2026-02-27", false, "2026-02-28")]
    [InlineData("P1M", "2026-01-31", "2026-02-28", true, "2026-02-28")]
    [InlineData("P1M", "2028-01-31", "2028-02-28", false, "2028-02-29")]
    [InlineData("P1M", "2028-01-31", "2028-02-29", true, "2028-02-29")]
    [InlineData("P1Y", "2028-02-29", "2029-02-27", false, "2029-02-28")]
    [InlineData("P1Y", "2028-02-29", "2029-02-28", true, "2029-02-28")]
    [InlineData("P4Y", "2028-02-29", "2032-02-28", false, "2032-02-29")]
    [InlineData("P30D", "2026-01-31", "2026-03-01", false, "2026-03-02")]
    [InlineData("P30D", "2026-01-31", "2026-03-02", true, "2026-03-02")]
    [InlineData("P4M", "2026-10-31", "2027-02-27", false, "2027-02-28")]
    [InlineData("P0D", "2026-01-31", "2026-01-31", true, "2026-01-31")]
    public void Readiness_OfACalendarPeriod_CountsFromTheDayOfTheCircumstance(string notice, string since, string day, bool isReady, string ready) => Assert.Equal(
        isReady ? "" : $"Readiness Failed: notice to move {notice} runs from 'ceasefire' on {since}: ready on {ready} []",
        WithNotice(notice, $"{{ \"event\": \"occurred\", \"on\": \"{since}\" }}").On(day).Gates("p"));

    [Theory]
    [InlineData("2026-02-28", Verdict.Contingent, "Readiness Pending: notice to move P30D runs from 'ceasefire', which is unknown [circumstance:ceasefire]")]
    [InlineData("2026-03-01", Verdict.Insufficient, "Readiness Failed: notice to move P30D runs from 'ceasefire' on 2026-03-01: ready on 2026-03-31 []")]
    [InlineData("2026-03-30", Verdict.Insufficient, "Readiness Failed: notice to move P30D runs from 'ceasefire' on 2026-03-01: ready on 2026-03-31 []")]
    [InlineData("2026-03-31", Verdict.Sufficient, "")]
    public void Readiness_OfAPledgeOfLongBefore_CountsFromTheActivationOfTheGuarantee(string day, Verdict verdict, string gates)
    {
        // Published days later, and the pledge made firm long before: neither moves the day.
        var report = Given.Model(
            """
            "circumstances": { "ceasefire": { "title": "A ceasefire", "events": [{ "event": "occurred", "on": "2026-03-01", "published": "2026-03-20" }] } },
            "pledges": {
              "p": {
                "nation": "FR", "support": "land", "stages": [{ "stage": "firm", "on": "2025-06-01" }], "from": "2025-06-01", "amount": [{ "from": 5 }],
                "readiness": { "notice": "P30D", "from": "ceasefire" }
              }
            },
            "guarantees": {
              "g": { "pillar": "multinationalForce", "beneficiary": "UA", "trigger": "ceasefire", "standards": { "s": { "requires": { "total": "land", "atLeast": 5 } } } }
            }
            """,
            "2026-12-31").On(day);

        Assert.Equal(gates, report.Gates("p"));
        Assert.Equal(verdict, report["g", "s"].Verdict);
    }

    [Theory]
    [InlineData("2026-01-31", "")]
    [InlineData("2026-03-01", "Readiness Failed: notice to move P30D runs from 'ceasefire' on 2026-03-01: ready on 2026-03-31 []")]
    [InlineData("2026-03-31", "")]
    public void Readiness_OfACircumstanceThatOccurredAgain_CountsFromTheLatest(string day, string gates) => Assert.Equal(
        gates,
        WithNotice(
            "P30D",
            "{ \"event\": \"occurred\", \"on\": \"2026-01-01\" }, { \"event\": \"ended\", \"on\": \"2026-02-15\" }, { \"event\": \"occurred\", \"on\": \"2026-03-01\" }").On(day).Gates("p"));

    [Fact]
    public void Readiness_BeyondTheCalendar_NeverReady() => Assert.Equal(
        "Readiness Failed: notice to move P1000Y runs from 'ceasefire' on 9000-01-01: never ready []",
        WithNotice("P1000Y", "{ \"event\": \"occurred\", \"on\": \"9000-01-01\" }", "9999-01-01").On("9999-12-31").Gates("p"));

    [Fact]
    public void Readiness_OfAnUnknownCircumstance_Pending()
    {
        var model = WithNotice("P30D", "");

        Assert.Equal("Readiness Pending: notice to move P30D runs from 'ceasefire', which is unknown [circumstance:ceasefire]", model.On("2026-01-10").Gates("p"));

        // Granted, all notice has run.
        Assert.Equal("", model.On("2026-01-10", "circumstance:ceasefire").Gates("p"));
    }

    [Fact]
    public void Readiness_OfACircumstanceThatEndedOrIsRuledOut_FailsOnItsSource()
    {
        const string Ended = "{ \"event\": \"occurred\", \"on\": \"2026-01-01\" }, { \"event\": \"ended\", \"on\": \"2026-01-05\", \"source\": \"paper\" }";
        var ended = WithNotice("P1D", Ended);

        Assert.Equal("", ended.On("2026-01-04").Gates("p"));
        Assert.Equal("Readiness Failed: notice to move P1D runs from 'ceasefire', which ended on 2026-01-05 []", ended.On("2026-01-05").Gates("p"));
        Assert.Equal("paper", Assert.Single(ended.On("2026-01-05").Pledge("p").Gates).Source!.Id);
        Assert.Equal(
            "Readiness Failed: notice to move P1D runs from 'ceasefire', which was ruled out on 2026-01-05 []",
            WithNotice("P1D", "{ \"event\": \"ruledOut\", \"on\": \"2026-01-05\" }").On("2026-01-05").Gates("p"));
    }

    [Theory]
    [InlineData("", "not requested [approval:gb]")]
    [InlineData("committed", "committed to a vote since 2026-01-01 [approval:gb]")]
    [InlineData("submitted", "submitted since 2026-01-01 [approval:gb]")]
    [InlineData("submitted,approved", null)]
    [InlineData("submitted,approved,submitted", null)]
    [InlineData("submitted,rejected", "rejected since 2026-01-02 []")]
    [InlineData("submitted,withdrawn", "withdrawn since 2026-01-02 []")]
    [InlineData("submitted,approved,revoked", "revoked since 2026-01-03 []")]
    public void Approvals_InEachState_PassPendOrFail(string acts, string? ground)
    {
        var list = string.Join(", ", acts.Split(',', StringSplitOptions.RemoveEmptyEntries).Select((a, i) => $"{{ \"act\": \"{a}\", \"on\": \"2026-01-0{i + 1}\" }}"));
        var report = Given.Model(
            $$"""
            "approvals": { "gb": { "nation": "GB", "procedure": "commitmentToVote", "acts": [{{list}}] } },
            "pledges": { "p": { "nation": "GB", "support": "land", "stage": "firm", "needs": ["gb"] } }
            """).On("2026-01-10");
        var standing = ground is null ? Standing.Passed : ground.EndsWith("[]", StringComparison.Ordinal) ? Standing.Failed : Standing.Pending;

        Assert.Equal(ground is null ? "" : $"Approvals {standing}: approval 'gb': {ground}", report.Gates("p"));
        Assert.Equal(standing, report.Pledge("p").Standing);
    }

    [Fact]
    public void Approvals_Overdue_Fail()
    {
        var report = Given.Model(
            """
            "sources": { "law": { "label": "fact", "title": "Law" } },
            "approvals": { "gb": { "nation": "GB", "procedure": "commitmentToVote", "due": "2026-01-05", "source": "law" } },
            "pledges": { "p": { "nation": "GB", "support": "land", "stage": "firm", "needs": ["gb"] } }
            """).On("2026-01-10");

        Assert.Equal("Approvals Failed: approval 'gb': overdue: a decision was due by 2026-01-05 []", report.Gates("p"));
        Assert.Equal("law", Assert.Single(report.Pledge("p").Gates).Source!.Id);
        Assert.Empty(report.OpenMatters.Where(m => m.Kind == OpenMatterKind.Approval));
    }

    [Fact]
    public void Approvals_HalfWayThroughTwoChambers_SayWhoConsentedAndWhoRefused()
    {
        static CoalitionModel Model(string last) => Given.Model(
            $$"""
            "approvals": {
              "fr": {
                "nation": "FR", "procedure": "priorApproval", "decisions": [{ "body": "Assembly" }, { "body": "Senate" }],
                "acts": [{ "act": "submitted", "on": "2026-01-01" }, { "act": "approved", "on": "2026-01-02", "body": "Senate" }{{last}}]
              }
            },
            "pledges": { "p": { "nation": "FR", "support": "land", "stage": "firm", "needs": ["fr"] } }
            """);

        Assert.Equal(
            "Approvals Pending: approval 'fr': submitted since 2026-01-01, so far approved by Senate [approval:fr]", Model("").On("2026-01-10").Gates("p"));
        Assert.Equal(
            "Approvals Failed: approval 'fr': rejected since 2026-01-03 by Assembly []",
            Model(", { \"act\": \"rejected\", \"on\": \"2026-01-03\", \"body\": \"Assembly\" }").On("2026-01-10").Gates("p"));
    }

    [Fact]
    public void Approvals_NotRequired_PassWithoutAMandate() => Assert.Equal(
        "",
        Given.Model(
            """
            "approvals": { "gb": { "nation": "GB", "procedure": "notRequired" } },
            "pledges": { "p": { "nation": "GB", "support": "land", "stage": "firm", "needs": ["gb"] } }
            """).On("2026-01-10").Gates("p"));

    [Fact]
    public void Admission_OfWhichNothingIsOnRecord_Pending()
    {
        var model = Given.Model(
            """
            "pledges": {
              "p": { "nation": "FR", "support": "land", "stage": "firm", "zone": "hostTerritory" },
              "q": { "nation": "FR", "support": "land", "stage": "firm", "zone": "neighbouringAlly" },
              "r": { "nation": "UA", "support": "land", "stage": "firm", "zone": "rear" }
            }
            """);

        Assert.Equal("Admission Pending: no consent of UA to forces on its territory is on record [admission:UA]", model.On("2026-01-10").Gates("p"));
        Assert.Equal("", model.On("2026-01-10").Gates("q"));
        Assert.Equal("", model.On("2026-01-10").Gates("r"));
        Assert.Equal("", model.On("2026-01-10", "admission:UA").Gates("p"));
    }

    [Fact]
    public void Admission_ByAConsentOnRecord_TakesItsState() => Assert.Equal(
        "Admission Failed: approval 'rada': rejected since 2026-01-02 []",
        Given.Model(
            """
            "approvals": { "rada": { "nation": "UA", "procedure": "hostConsent", "acts": [{ "act": "submitted", "on": "2026-01-01" }, { "act": "rejected", "on": "2026-01-02" }] } },
            "pledges": { "p": { "nation": "FR", "support": "land", "stage": "firm", "zone": "rear", "needs": ["rada"] } }
            """).On("2026-01-10").Gates("p"));

    [Theory]
    [InlineData("2026-01-31", "land", "rear", "Mandate Failed: the mandate of 'fr' has not begun []")]
    [InlineData("2026-02-01", "land", "rear", "")]
    [InlineData("2026-06-30", "land", "rear", "")]
    [InlineData("2026-07-01", "land", "rear", "Mandate Failed: the mandate of 'fr' ended on 2026-06-30 []")]
    [InlineData("2026-02-01", "land", "forward", "Mandate Failed: the mandate of 'fr' does not allow the zone forward []")]
    [InlineData("2026-02-01", "land", null, "Mandate Failed: the mandate of 'fr' does not allow the zone of a pledge that states none []")]
    [InlineData("2026-02-01", "air", "rear", "Mandate Failed: the mandate of 'fr' does not allow the support type 'air' []")]
    public void Mandate_Given_LimitsPeriodZonesAndTypes(string day, string support, string? zone, string gates) => Assert.Equal(
        gates,
        Given.Model(
            $$"""
            "approvals": {
              "fr": {
                "nation": "FR", "procedure": "priorApproval",
                "acts": [
                  { "act": "submitted", "on": "2026-01-01" },
                  { "act": "approved", "on": "2026-01-02", "mandate": { "from": "2026-02-01", "until": "2026-06-30", "zones": ["rear"], "support": ["land"] } }
                ]
              },
              "rada": { "nation": "UA", "procedure": "hostConsent", "acts": [{ "act": "submitted", "on": "2026-01-01" }, { "act": "approved", "on": "2026-01-02" }] }
            },
            "pledges": { "p": { "nation": "FR", "support": "{{support}}", "stage": "firm"{{(zone is null ? "" : $", \"zone\": \"{zone}\"")}}, "needs": ["fr", "rada"] } }
            """).On(day).Gates("p"));

    [Theory]
    [InlineData("2026-01-31", "land", "that is asked for begins on 2026-02-01")]
    [InlineData("2026-07-01", "land", "that is asked for ended on 2026-06-30")]
    [InlineData("2026-02-01", "air", "that is asked for does not allow the support type 'air'")]
    public void Mandate_OnlyAskedFor_LimitsTooWhereEvenItWouldNotDo(string day, string support, string ground)
    {
        var report = Given.Model(
            $$"""
            "approvals": {
              "fr": {
                "nation": "FR", "procedure": "priorApproval",
                "acts": [{ "act": "submitted", "on": "2026-01-01", "mandate": { "from": "2026-02-01", "until": "2026-06-30", "support": ["land"] } }]
              }
            },
            "pledges": { "p": { "nation": "FR", "support": "{{support}}", "stage": "firm", "needs": ["fr"] } }
            """).On(day);

        Assert.Equal($"Approvals Pending: approval 'fr': submitted since 2026-01-01 [approval:fr]\nMandate Failed: the mandate of 'fr' {ground} []", report.Gates("p"));
        Assert.Equal(Standing.Failed, report.Pledge("p").Standing);
    }

    [Fact]
    public void Mandate_ThatWouldDo_OnlyTheApprovalPends() => Assert.Equal(
        "Approvals Pending: approval 'fr': submitted since 2026-01-01 [approval:fr]",
        Given.Model(
            """
            "approvals": { "fr": { "nation": "FR", "procedure": "priorApproval", "acts": [{ "act": "submitted", "on": "2026-01-01", "mandate": { "support": ["land"] } }] } },
            "pledges": { "p": { "nation": "FR", "support": "land", "stage": "firm", "needs": ["fr"] } }
            """).On("2026-01-10").Gates("p"));

    [Fact]
    public void Mandate_ThatEndedBeforeItWasGiven_HasEndedOnTheDayOnWhichItIs() => Assert.Equal(
        "Mandate Failed: the mandate of 'fr' ended on 2026-01-05 []",
        Given.Model(
            """
            "approvals": {
              "fr": { "nation": "FR", "procedure": "priorApproval", "acts": [
                { "act": "submitted", "on": "2026-01-01", "mandate": { "until": "2026-01-05" } }, { "act": "approved", "on": "2026-01-08" }] }
            },
            "pledges": { "p": { "nation": "FR", "support": "land", "stage": "firm", "needs": ["fr"] } }
            """).On("2026-01-08").Gates("p"));

    [Fact]
    public void Mandate_EndedWhileItsRenewalIsUndecided_Pends()
    {
        var model = Renewal("\"until\": \"2026-12-31\"");

        Assert.Equal("", model.On("2026-01-31").Gates("p"));
        Assert.Equal(
            "Mandate Pending: the mandate of 'fr' ended on 2026-01-31; its renewal or amendment is undecided [approval:fr]", model.On("2026-02-01").Gates("p"));
        Assert.Equal("", model.On("2026-02-01", "approval:fr").Gates("p"));
        Assert.Equal(Standing.Passed, model.On("2026-02-01", "approval:fr").Pledge("p").Standing);

        // Beyond what the renewal asks for, nothing is left to hope for.
        Assert.Equal("Mandate Failed: the mandate of 'fr' ended on 2026-01-31 []", model.On("2027-01-01").Gates("p"));
    }

    [Fact]
    public void Mandate_ThatARenewalWouldWiden_PendsForWhatOnlyItAllows()
    {
        var model = Renewal("\"support\": [\"land\", \"air\"]", "\"support\": [\"land\"]", "air");

        Assert.Equal(
            "Mandate Pending: the mandate of 'fr' does not allow the support type 'air'; its renewal or amendment is undecided [approval:fr]",
            model.On("2026-01-10").Gates("p"));
    }

    [Fact]
    public void Mandate_WhoseRenewalIsNarrower_KeepsWhatItAllowsWhenGranted()
    {
        // Granting is wholly favourable: what stands remains allowed.
        var model = Renewal("\"support\": [\"air\"]", "\"support\": [\"land\"]");

        Assert.Equal("", model.On("2026-01-10").Gates("p"));
        Assert.Equal("", model.On("2026-01-10", "approval:fr").Gates("p"));
    }

    [Fact]
    public void Conditions_OfPledgeAndMandate_EachTold()
    {
        var model = Given.Model(
            """
            "sources": { "treaty": { "label": "fact", "title": "Treaty" }, "motion": { "label": "fact", "title": "Motion" } },
            "approvals": {
              "fr": { "nation": "FR", "procedure": "priorApproval", "source": "motion",
                "acts": [{ "act": "submitted", "on": "2026-01-01" }, { "act": "approved", "on": "2026-01-02", "mandate": { "condition": { "holds": "backstop" } } }] }
            },
            "pledges": {
              "p": { "nation": "FR", "support": "land", "stage": "firm", "needs": ["fr"], "condition": { "holds": "ceasefire" }, "source": "treaty" }
            }
            """);
        var report = model.On("2026-01-10");

        Assert.Equal(
            """
            Condition Pending: its condition is not met yet: 'ceasefire' holds [circumstance:ceasefire]
            Condition Pending: the condition of the mandate of 'fr' is not met yet: 'backstop' holds [circumstance:backstop]
            """,
            report.Gates("p"));
        Assert.Equal(["treaty", "motion"], report.Pledge("p").Gates.Select(g => g.Source!.Id));
        Assert.Equal("", model.On("2026-01-10", "circumstance:ceasefire", "circumstance:backstop").Gates("p"));
    }

    [Fact]
    public void Condition_ThatCannotBeMet_WaitsForNothing()
    {
        var gate = Assert.Single(Given.Model(
            """
            "pledges": { "p": { "nation": "FR", "support": "land", "stage": "firm",
              "condition": { "allOf": [{ "holds": "ceasefire" }, { "contributes": "GB" }] } } }
            """).On("2026-01-10").Pledge("p").Gates);

        Assert.Equal((Gate.Condition, Standing.Failed), (gate.Gate, gate.Standing));
        Assert.Empty(gate.OpenMatters);
    }

    [Fact]
    public void Condition_OfTheMandateAskedFor_CountsOnceGranted()
    {
        var model = Renewal("\"condition\": { \"holds\": \"backstop\" }", "\"until\": \"2026-01-31\"");

        Assert.Equal("", model.On("2026-01-31").Gates("p"));
        Assert.Equal(
            """
            Mandate Pending: the mandate of 'fr' ended on 2026-01-31; its renewal or amendment is undecided [approval:fr]
            Condition Pending: the condition of the mandate of 'fr' is not met yet: 'backstop' holds [circumstance:backstop]
            """,
            model.On("2026-02-01").Gates("p"));
        Assert.Equal(
            "Condition Pending: the condition of the mandate of 'fr' is not met yet: 'backstop' holds [circumstance:backstop]",
            model.On("2026-02-01", "approval:fr").Gates("p"));

        // While both mandates may be used, that without a condition sets none.
        Assert.Equal("", model.On("2026-01-31", "approval:fr").Gates("p"));
    }

    [Fact]
    public void Condition_OfTheMandateThatStands_MetOrLiftedByTheOneAskedFor()
    {
        var model = Renewal("\"until\": \"2026-12-31\"", "\"condition\": { \"anyOf\": [{ \"holds\": \"ceasefire\" }, { \"contributes\": \"GB\" }] }");

        Assert.Equal(
            "Condition Pending: the condition of the mandate of 'fr' is not met yet: 'ceasefire' holds or GB contributes anything [approval:fr, circumstance:ceasefire]",
            model.On("2026-01-10").Gates("p"));
        Assert.Equal("", model.On("2026-01-10", "approval:fr").Gates("p"));
        Assert.Equal("", model.On("2026-01-10", "circumstance:ceasefire").Gates("p"));
    }

    [Fact]
    public void Condition_OfTwoMandatesThatMayBeUsed_EitherWillDo()
    {
        var model = Renewal("\"condition\": { \"holds\": \"backstop\" }", "\"condition\": { \"holds\": \"ceasefire\" }");

        Assert.Equal(
            "Condition Pending: the condition of the mandate of 'fr' is not met yet: 'ceasefire' holds [approval:fr, circumstance:ceasefire, circumstance:backstop]",
            model.On("2026-01-10").Gates("p"));
        Assert.Equal(
            "Condition Pending: the condition of the mandate of 'fr' is not met yet: 'ceasefire' holds or 'backstop' holds [circumstance:ceasefire, circumstance:backstop]",
            model.On("2026-01-10", "approval:fr").Gates("p"));
        Assert.Equal("", model.On("2026-01-10", "approval:fr", "circumstance:backstop").Gates("p"));
    }

    private static CoalitionModel WithNotice(string notice, string events, string asOf = "2040-01-01") => Given.Model(
        $$"""
        "sources": { "paper": { "label": "fact", "title": "Paper" } },
        "circumstances": { "ceasefire": { "title": "A ceasefire", "events": [{{events}}] } },
        "pledges": { "p": { "nation": "FR", "support": "land", "stage": "firm", "readiness": { "notice": "{{notice}}", "from": "ceasefire" } } }
        """,
        asOf);

    // A mandate that stands, and the renewal that is asked for.
    private static CoalitionModel Renewal(string asked, string given = "\"until\": \"2026-01-31\"", string support = "land") => Given.Model(
        $$"""
        "approvals": {
          "fr": {
            "nation": "FR", "procedure": "priorApproval",
            "acts": [
              { "act": "submitted", "on": "2026-01-01" },
              { "act": "approved", "on": "2026-01-02", "mandate": { {{given}} } },
              { "act": "submitted", "on": "2026-01-05", "mandate": { {{asked}} } }
            ]
          }
        },
        "pledges": { "p": { "nation": "FR", "support": "{{support}}", "stage": "firm", "needs": ["fr"] } }
        """);

    [Theory]
    [InlineData("""{ "event": "ruledOut", "on": "2026-01-05", "source": "paper" }""", "Paper")]
    [InlineData("""{ "event": "ruledOut", "on": "2026-01-05" }""", "Speech")]
    public void Readiness_FromWhatIsRuledOut_OnTheWordOfThatElseOfThePledge(string ruledOut, string title) => Assert.Equal(
        title,
        Assert.Single(Given.Model(
            $$"""
            "sources": { "paper": { "label": "fact", "title": "Paper" }, "speech": { "label": "fact", "title": "Speech" } },
            "circumstances": { "ceasefire": { "title": "x", "events": [{{ruledOut}}] } },
            "pledges": { "p": { "nation": "FR", "support": "land", "stage": "firm", "source": "speech", "readiness": { "notice": "P5D", "from": "ceasefire" } } }
            """).On("2026-01-10").Pledge("p").Gates).Source!.Title);
}
