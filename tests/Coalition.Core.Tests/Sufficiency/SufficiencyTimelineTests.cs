using Coalition.Sufficiency;
using Coalition.Tests.Fixtures;
using NodaTime;

namespace Coalition.Tests.Sufficiency;

/// <summary>Worked examples of the timeline: each kind of change, and what comes next.</summary>
public class SufficiencyTimelineTests
{
    private const string Needed = "\"standards\": { \"s\": { \"requires\": { \"total\": \"land\", \"atLeast\": 100 } } }";

    [Fact]
    public void Over_NothingChanges_OneInterval() => Assert.Equal(
        "2026-01-01 to 2026-12-31: sufficient", Told(Model(Pledge()), "2026-01-01", "2026-12-31"));

    [Fact]
    public void Over_OneDay_OneInterval() => Assert.Equal(
        "2026-01-10 to 2026-01-10: sufficient", Told(Model(Pledge("\"from\": \"2026-01-10\", \"until\": \"2026-01-10\"")), "2026-01-10", "2026-01-10"));

    [Fact]
    public void Over_APeriodOfAPledge_BeginsOnItsFirstDayAndEndsAfterItsLast() => Assert.Equal(
        """
        2026-01-01 to 2026-01-31: insufficient
        2026-02-01 to 2026-02-28: sufficient (the period of 'p' began on 2026-02-01)
        2026-03-01 to 2026-12-31: insufficient (the period of 'p' ended on 2026-02-28)
        """,
        Told(Model(Pledge("\"from\": \"2026-02-01\", \"until\": \"2026-02-28\"")), "2026-01-01", "2026-12-31"));

    [Fact]
    public void Over_APeriodThatEndsWithTheFirstDay_EndsOnTheSecond() => Assert.Equal(
        """
        2026-01-10 to 2026-01-10: sufficient
        2026-01-11 to 2026-01-12: insufficient (the period of 'p' ended on 2026-01-10)
        """,
        Told(Model(Pledge("\"until\": \"2026-01-10\"")), "2026-01-10", "2026-01-12"));

    [Fact]
    public void Over_APeriodThatBeginsOnTheLastDayOfTheCalendar_BeginsOnIt() => Assert.Equal(
        ["9999-12-30 to 9999-12-30: insufficient", "9999-12-31 to 9999-12-31: sufficient"],
        Over(Model(Pledge("\"from\": \"9999-12-31\"")), "9999-12-30", "9999-12-31")["g", "s"].Intervals.Select(i => i.ToString()));

    [Fact]
    public void Over_AChangeOnTheLastDay_IsInIt() => Assert.Equal(
        """
        2026-01-01 to 2026-01-31: insufficient
        2026-02-01 to 2026-02-01: sufficient (the period of 'p' began on 2026-02-01)
        """,
        Told(Model(Pledge("\"from\": \"2026-02-01\"")), "2026-01-01", "2026-02-01"));

    [Fact]
    public void Over_TwoCircumstancesOfOneDay_BothTold()
    {
        var model = Given.Model(
            $$"""
            "circumstances": {
              "ceasefire": { "title": "A ceasefire is in force", "events": [{ "event": "occurred", "on": "2026-01-05" }] },
              "backstop": { "title": "A backstop is granted", "events": [{ "event": "occurred", "on": "2026-01-05" }] }
            },
            "pledges": { {{Pledge("\"condition\": { \"allOf\": [{ \"holds\": \"ceasefire\" }, { \"holds\": \"backstop\" }] }")}} },
            "guarantees": { "g": { "pillar": "multinationalForce", "beneficiary": "UA", {{Needed}} } }
            """);

        Assert.Equal(
            """
            2026-01-01 to 2026-01-04: contingent
            2026-01-05 to 2026-12-31: sufficient ('ceasefire' occurred on 2026-01-05; 'backstop' occurred on 2026-01-05)
            """,
            Told(model, "2026-01-01", "2026-12-31"));
    }

    [Fact]
    public void Over_ATerm_NoVerdictOutsideIt() => Assert.Equal(
        """
        2026-01-01 to 2026-01-31: no verdict, outside the term
        2026-02-01 to 2026-02-28: sufficient (the term of 'g' began on 2026-02-01)
        2026-03-01 to 2026-12-31: no verdict, outside the term (the term of 'g' ended on 2026-02-28)
        """,
        Told(Model(Pledge(), guarantee: "\"from\": \"2026-02-01\", \"until\": \"2026-02-28\","), "2026-01-01", "2026-12-31"));

    [Fact]
    public void Over_StagesOfAPledge_EachNamed() => Assert.Equal(
        """
        2026-01-01 to 2026-01-04: insufficient
        2026-01-05 to 2026-01-06: contingent ('p' reached the stage declared on 2026-01-05)
        2026-01-07 to 2026-01-08: sufficient ('p' reached the stage firm on 2026-01-07)
        2026-01-09 to 2026-12-31: insufficient ('p' reached the stage withdrawn on 2026-01-09)
        """,
        Told(
            Model("""
                "p": { "nation": "FR", "support": "land", "amount": [{ "from": 100 }], "stages": [
                  { "stage": "declared", "on": "2026-01-05" }, { "stage": "firm", "on": "2026-01-07" }, { "stage": "withdrawn", "on": "2026-01-09" }] }
                """),
            "2026-01-01", "2026-12-31"));

    [Fact]
    public void Over_AStageStatedAgain_NotNamedAsReachedAnew() => Assert.Equal(
        """
        2026-01-01 to 2026-01-07: insufficient
        2026-01-08 to 2026-12-31: sufficient (the period of 'p' began on 2026-01-08)
        """,
        Told(
            Model("""
                "p": { "nation": "FR", "support": "land", "amount": [{ "from": 100 }], "from": "2026-01-08", "stages": [
                  { "stage": "firm", "on": "2026-01-05" }, { "stage": "firm", "on": "2026-01-08" }] }
                """),
            "2026-01-01", "2026-12-31"));

    [Fact]
    public void Over_FactsOfTheVeryDayUpToWhichIsKnown_AreOnRecord() => Assert.Equal(
        """
        2026-01-06 to 2026-01-09: contingent
        2026-01-10 to 2026-12-31: sufficient (the act 'approved' of 'fr' was taken on 2026-01-10; 'p' reached the stage firm on 2026-01-10)
        """,
        Told(
            Model(
                """
                "p": { "nation": "FR", "support": "land", "amount": [{ "from": 100 }], "needs": ["fr"], "stages": [
                  { "stage": "declared", "on": "2026-01-05" }, { "stage": "firm", "on": "2026-01-10" }] }
                """,
                approval: "\"acts\": [{ \"act\": \"submitted\", \"on\": \"2026-01-05\" }, { \"act\": \"approved\", \"on\": \"2026-01-10\" }]"),
            "2026-01-06", "2026-12-31"));

    [Fact]
    public void Over_AnEventNotYetPublished_ChangesNothingAndIsNotNamed()
    {
        var model = Model(
            Pledge("\"from\": \"2026-01-05\", \"condition\": { \"holds\": \"ceasefire\" }"),
            events: "{ \"event\": \"occurred\", \"on\": \"2026-01-05\", \"published\": \"2026-01-09\" }");
        var timeline = SufficiencyTimeline.Over(model, Given.Day("2026-01-01"), Given.Day("2026-12-31"), knownAsOf: Given.Day("2026-01-08"));

        Assert.Equal(
            ["2026-01-01 to 2026-01-04: insufficient", "2026-01-05 to 2026-12-31: contingent"], timeline["g", "s"].Intervals.Select(i => i.ToString()));
        Assert.Equal("the period of 'p' began on 2026-01-05", Assert.Single(timeline["g", "s"].Intervals[1].Changes).ToString());
    }

    [Fact]
    public void Over_ATrigger_UnknownThenOccurredThenEnded() => Assert.Equal(
        """
        2026-01-01 to 2026-01-04: sufficient, the trigger is unknown
        2026-01-05 to 2026-01-08: sufficient ('ceasefire' occurred on 2026-01-05)
        2026-01-09 to 2026-12-31: no verdict, the trigger is ruled out or has ended ('ceasefire' ended on 2026-01-09)
        """,
        Told(
            Model(
                Pledge(), guarantee: "\"trigger\": \"ceasefire\",",
                events: "{ \"event\": \"occurred\", \"on\": \"2026-01-05\" }, { \"event\": \"ended\", \"on\": \"2026-01-09\" }"),
            "2026-01-01", "2026-12-31"));

    [Fact]
    public void Over_ARuledOutCircumstance_Named() => Assert.Equal(
        """
        2026-01-01 to 2026-01-04: contingent
        2026-01-05 to 2026-12-31: insufficient ('ceasefire' was ruled out on 2026-01-05)
        """,
        Told(
            Model(Pledge("\"condition\": { \"holds\": \"ceasefire\" }"), events: "{ \"event\": \"ruledOut\", \"on\": \"2026-01-05\" }"),
            "2026-01-01", "2026-12-31"));

    [Fact]
    public void Over_ANoticeToMove_ReadyOnTheDayItHasRun() => Assert.Equal(
        """
        2026-01-01 to 2026-01-04: contingent
        2026-01-05 to 2026-02-04: insufficient ('ceasefire' occurred on 2026-01-05)
        2026-02-05 to 2026-12-31: sufficient ('p' became ready on 2026-02-05)
        """,
        Told(
            Model(
                Pledge("\"readiness\": { \"notice\": \"P1M\", \"from\": \"ceasefire\" }"), events: "{ \"event\": \"occurred\", \"on\": \"2026-01-05\" }"),
            "2026-01-01", "2026-12-31"));

    [Fact]
    public void Over_NoNoticeToMove_ReadyByTheCircumstanceAlone() => Assert.Equal(
        """
        2026-01-01 to 2026-01-04: contingent
        2026-01-05 to 2026-12-31: sufficient ('ceasefire' occurred on 2026-01-05)
        """,
        Told(
            Model(
                Pledge("\"readiness\": { \"notice\": \"P0D\", \"from\": \"ceasefire\" }"), events: "{ \"event\": \"occurred\", \"on\": \"2026-01-05\" }"),
            "2026-01-01", "2026-12-31"));

    [Fact]
    public void Over_AnApprovalAndAPeriodThatBeginsOnItsDay_BothNamed()
    {
        // The pledge comes before its approval in the model, and could not stand on the day if the approval were looked at after it.
        var model = Given.Model(
            $$"""
            "approvals": {
              "gb": { "nation": "GB", "procedure": "priorApproval" },
              "fr": { "nation": "FR", "procedure": "priorApproval", "due": "2026-01-15", "acts": [
                { "act": "submitted", "on": "2026-01-05" }, { "act": "approved", "on": "2026-02-01" }] }
            },
            "pledges": { {{Pledge("\"from\": \"2026-02-01\", \"needs\": [\"fr\"]")}} },
            "guarantees": { "g": { "pillar": "multinationalForce", "beneficiary": "UA", {{Needed}} } }
            """,
            "2026-12-31");

        Assert.Equal(
            """
            2026-01-01 to 2026-01-31: insufficient
            2026-02-01 to 2026-12-31: sufficient (the act 'approved' of 'fr' was taken on 2026-02-01; the period of 'p' began on 2026-02-01)
            """,
            Told(model, "2026-01-01", "2026-12-31"));
    }

    [Fact]
    public void Over_AMandate_ActsAndPeriodsEachNamed() => Assert.Equal(
        """
        2026-01-01 to 2026-01-03: contingent
        2026-01-04 to 2026-01-06: insufficient (the act 'submitted' of 'fr' was taken on 2026-01-04)
        2026-01-07 to 2026-12-31: sufficient (the mandate of 'fr' began on 2026-01-07)
        2027-01-01 to 2027-06-30: insufficient (the mandate of 'fr' ended on 2026-12-31)
        """,
        Told(
            Model(
                Pledge("\"needs\": [\"fr\"]"),
                approval: """
                    "acts": [
                      { "act": "submitted", "on": "2026-01-04", "mandate": { "from": "2026-01-07", "until": "2026-12-31" } }, { "act": "approved", "on": "2026-01-05" }]
                    """),
            "2026-01-01", "2027-06-30"));

    [Fact]
    public void Over_AMandateAskedFor_EndsToo() => Assert.Equal(
        """
        2026-01-05 to 2026-01-20: contingent
        2026-01-21 to 2026-12-31: insufficient (the mandate of 'fr', asked for, ended on 2026-01-20)
        """,
        Told(
            Model(
                Pledge("\"needs\": [\"fr\"]"), approval: "\"acts\": [{ \"act\": \"submitted\", \"on\": \"2026-01-04\", \"mandate\": { \"until\": \"2026-01-20\" } }]"),
            "2026-01-05", "2026-12-31"));

    [Theory]
    [InlineData("")]
    [InlineData(", \"condition\": \"always\"")]
    public void Over_AMandateFollowedByOneWithAnotherCondition_StandsUnderTheConditionOfTheDay(string first) => Assert.Equal(
        """
        2026-01-01 to 2026-01-31: sufficient
        2026-02-01 to 2026-12-31: insufficient (the mandate of 'fr' ended on 2026-01-31; the mandate of 'fr' began on 2026-02-01)
        """,
        Told(
            Model(
                Pledge("\"needs\": [\"fr\"]"), events: "{ \"event\": \"ruledOut\", \"on\": \"2025-12-01\" }",
                approval: $$"""
                    "acts": [
                      { "act": "submitted", "on": "2025-12-01", "mandate": { "until": "2026-01-31"{{first}} } }, { "act": "approved", "on": "2025-12-02" },
                      { "act": "submitted", "on": "2025-12-03", "mandate": { "from": "2026-02-01", "condition": { "holds": "ceasefire" } } },
                      { "act": "approved", "on": "2025-12-04" }]
                    """),
            "2026-01-01", "2026-12-31"));

    [Fact]
    public void Over_ARenewalUnderAnotherCeiling_CountsWhatIsAskedForUntilAChamberAllowsLess() => Assert.Equal(
        """
        2026-01-01 to 2026-01-04: insufficient
        2026-01-05 to 2026-01-06: contingent (the act 'submitted' of 'fr' was taken on 2026-01-05)
        2026-01-07 to 2026-12-31: insufficient (the act 'approved' of 'fr' was taken on 2026-01-07)
        """,
        Told(
            Model(
                Pledge("\"needs\": [\"fr\"]"),
                approval: """
                    "decisions": [{ "body": "Assembly" }, { "body": "Senate" }],
                    "acts": [
                      { "act": "submitted", "on": "2025-12-01", "mandate": { "ceilings": { "land": 50 } } },
                      { "act": "approved", "on": "2025-12-02", "body": "Assembly" }, { "act": "approved", "on": "2025-12-03", "body": "Senate" },
                      { "act": "submitted", "on": "2026-01-05", "mandate": { "ceilings": { "land": 100 } } },
                      { "act": "approved", "on": "2026-01-07", "body": "Assembly", "mandate": { "ceilings": { "land": 60 } } }]
                    """),
            "2026-01-01", "2026-12-31"));

    [Fact]
    public void Over_AMandateAskedForAnewOnTheDayAfterItsEnd_GoesOn() => Assert.Equal(
        """
        2026-01-05 to 2026-01-20: contingent
        2026-01-21 to 2026-12-31: insufficient (the act 'withdrawn' of 'fr' was taken on 2026-01-21; the act 'submitted' of 'fr' was taken on 2026-01-21; the period of 'p' ended on 2026-01-20)
        """,
        Told(
            Model(
                Pledge("\"needs\": [\"fr\"], \"until\": \"2026-01-20\""), asOf: "2026-12-31",
                approval: """
                    "acts": [
                      { "act": "submitted", "on": "2026-01-04", "mandate": { "until": "2026-01-20" } }, { "act": "withdrawn", "on": "2026-01-21" },
                      { "act": "submitted", "on": "2026-01-21", "mandate": { "until": "2026-06-30" } }]
                    """),
            "2026-01-05", "2026-12-31"));

    [Fact]
    public void Over_ARenewalAskedForFromTheDayAfterTheMandate_NamesTheEndAndWhatIsAskedFor() => Assert.Equal(
        """
        2026-01-10 to 2026-01-31: sufficient
        2026-02-01 to 2026-12-31: contingent (the mandate of 'fr' ended on 2026-01-31; the mandate of 'fr', asked for, began on 2026-02-01)
        """,
        Told(
            Model(
                Pledge("\"needs\": [\"fr\"]"),
                approval: """
                    "acts": [
                      { "act": "submitted", "on": "2026-01-04", "mandate": { "until": "2026-01-31" } }, { "act": "approved", "on": "2026-01-05" },
                      { "act": "submitted", "on": "2026-01-06", "mandate": { "from": "2026-02-01" } }]
                    """),
            "2026-01-10", "2026-12-31"));

    [Fact]
    public void Over_ADecisionDue_OverdueOnTheDayAfter() => Assert.Equal(
        """
        2026-01-01 to 2026-01-05: contingent
        2026-01-06 to 2026-12-31: insufficient (the decision of 'fr' was due by 2026-01-05)
        """,
        Told(Model(Pledge("\"needs\": [\"fr\"]"), approval: "\"due\": \"2026-01-05\""), "2026-01-01", "2026-12-31"));

    [Fact]
    public void Over_Silence_IsConsentFromTheDayAfter() => Assert.Equal(
        """
        2026-01-01 to 2026-01-08: contingent
        2026-01-09 to 2026-12-31: sufficient (silence up to 2026-01-08 gave the consent of 'fr')
        """,
        Told(
            Model(
                Pledge("\"needs\": [\"fr\"]"), procedure: "tacitApproval",
                approval: "\"silence\": \"P7D\", \"acts\": [{ \"act\": \"submitted\", \"on\": \"2026-01-01\" }]"),
            "2026-01-01", "2026-12-31"));

    [Fact]
    public void Over_ExecutiveAction_ConsentMissedOrStillDue()
    {
        const string Begun = "\"informWithin\": \"P3D\", \"decideWithin\": \"P4M\", \"acts\": [{ \"act\": \"begun\", \"on\": \"2026-03-01\" }, { \"act\": \"informed\", \"on\": \"2026-03-04\" }]";
        var missed = Model(Pledge("\"needs\": [\"fr\"]"), procedure: "exPostApproval", approval: Begun, asOf: "2026-12-31");
        var due = Model(Pledge("\"needs\": [\"fr\"]"), procedure: "exPostApproval", approval: Begun, asOf: "2026-04-01");

        Assert.Equal(
            """
            2026-01-01 to 2026-07-01: sufficient
            2026-07-02 to 2026-12-31: insufficient (the consent of 'fr' was due by 2026-07-01)
            """,
            Told(missed, "2026-01-01", "2026-12-31"));
        Assert.Equal(
            """
            2026-01-01 to 2026-07-01: sufficient
            2026-07-02 to 2026-12-31: contingent (the consent of 'fr' was due by 2026-07-01)
            """,
            Told(due, "2026-01-01", "2026-12-31"));
    }

    [Fact]
    public void Over_ConsentWhoseTimeRunsFromInformation_DueByTheDayOnWhichInformationWas() => Assert.Equal(
        """
        2026-01-10 to 2026-03-19: sufficient
        2026-03-20 to 2026-12-31: contingent (the consent of 'fr' was due by 2026-03-19)
        """,
        Told(
            Model(
                Pledge("\"needs\": [\"fr\"]"), procedure: "exPostApproval",
                approval: "\"informWithin\": \"P10D\", \"decideWithin\": \"P60D\", \"decideFrom\": \"information\", \"acts\": [{ \"act\": \"begun\", \"on\": \"2026-01-08\" }]"),
            "2026-01-10", "2026-12-31"));

    [Fact]
    public void Over_InformationMissed_OverdueUntilItIsGiven() => Assert.Equal(
        """
        2026-01-01 to 2026-01-04: sufficient
        2026-01-05 to 2026-01-07: insufficient (the information of 'fr' was due by 2026-01-04)
        2026-01-08 to 2026-12-31: sufficient (the act 'informed' of 'fr' was taken on 2026-01-08)
        """,
        Told(
            Model(
                Pledge("\"needs\": [\"fr\"]"), procedure: "informationOnly",
                approval: "\"informWithin\": \"P3D\", \"acts\": [{ \"act\": \"begun\", \"on\": \"2026-01-01\" }, { \"act\": \"informed\", \"on\": \"2026-01-08\" }]"),
            "2026-01-01", "2026-12-31"));

    [Fact]
    public void Over_AProvisionalExtension_EndsAfterTheMandate() => Assert.Equal(
        """
        2026-01-01 to 2026-04-05: sufficient
        2026-04-06 to 2026-12-31: contingent (the mandate of 'fr', extended provisionally, ended on 2026-04-05)
        """,
        Told(Provisional, "2026-01-01", "2026-12-31"));

    [Fact]
    public void Over_AnAssumptionAheadOfTheRecord_IsForeseen() => Assert.Equal(
        """
        2026-01-01 to 2026-05-31: contingent
        2026-06-01 to 2026-12-31: sufficient ('ceasefire' occurred on 2026-06-01)
        """,
        Told(
            Model(
                Pledge("\"condition\": { \"holds\": \"ceasefire\" }"), events: "{ \"event\": \"occurred\", \"on\": \"2026-06-01\", \"assumed\": true }"),
            "2026-01-01", "2026-12-31"));

    [Fact]
    public void Changes_OnlyThoseThatTheStandardDependsOn()
    {
        var model = Given.Model(
            """
            "pledges": {
              "p": { "nation": "FR", "support": "land", "stage": "firm", "amount": [{ "from": 100 }], "until": "2026-01-31",
                     "condition": { "contributes": "GB", "with": { "support": ["naval"] } } },
              "q": { "nation": "GB", "support": "naval", "stage": "firm", "until": "2026-01-31" },
              "r": { "nation": "DE", "support": "air", "stage": "firm", "until": "2026-01-31" }
            },
            "guarantees": {
              "g": { "pillar": "multinationalForce", "beneficiary": "UA", "standards": { "s": { "requires": { "total": "land", "atLeast": 100 } } } },
              "h": { "pillar": "multinationalForce", "beneficiary": "UA", "until": "2026-01-31", "standards": { "s": { "requires": { "met": "g" } } } }
            }
            """);
        var timeline = SufficiencyTimeline.Over(model, Given.Day("2026-01-01"), Given.Day("2026-12-31"));

        Assert.Equal(
            ["the period of 'p' ended on 2026-01-31", "the period of 'q' ended on 2026-01-31"],
            timeline["g", "s"].Intervals[1].Changes.Select(c => c.ToString()));
        Assert.Equal(
            ["the period of 'p' ended on 2026-01-31", "the period of 'q' ended on 2026-01-31", "the term of 'h' ended on 2026-01-31"],
            timeline["h", "s"].Intervals[1].Changes.Select(c => c.ToString()));
        Assert.Equal(new NationCode("FR"), timeline["g", "s"].Intervals[1].Changes[0].Nation);
        Assert.Null(timeline["h", "s"].Intervals[1].Changes[2].Nation);
    }

    [Fact]
    public void Changes_OfWhatTheConditionOfAMandateLooksAt_Named() => Assert.Equal(
        """
        2026-01-05 to 2026-01-31: sufficient
        2026-02-01 to 2026-12-31: insufficient (the period of 'q' ended on 2026-01-31)
        """,
        Told(
            Model(
                Pledge("\"needs\": [\"fr\"]") + ", \"q\": { \"nation\": \"GB\", \"support\": \"naval\", \"stage\": \"firm\", \"until\": \"2026-01-31\" }",
                approval: """
                    "acts": [
                      { "act": "submitted", "on": "2026-01-02", "mandate": { "condition": { "contributes": "GB" } } }, { "act": "approved", "on": "2026-01-03" }]
                    """),
            "2026-01-05", "2026-12-31"));

    [Theory]
    [InlineData("2026-02-27", "the period of 'p' ends on 2026-02-28: 1 day's notice")]
    [InlineData("2026-02-28", "the period of 'p' ends on 2026-02-28: 0 days' notice")]
    [InlineData("2026-03-01", "")]
    [InlineData("2026-01-31", "the period of 'p' begins on 2026-02-01: 0 days' notice\nthe period of 'p' ends on 2026-02-28: 28 days' notice")]
    [InlineData("2026-02-01", "the period of 'p' ends on 2026-02-28: 27 days' notice")]
    public void NextChanges_OfAPeriod_CountToTheLastDayAsThingsAre(string on, string changes) => Assert.Equal(
        changes, Next(Model(Pledge("\"from\": \"2026-02-01\", \"until\": \"2026-02-28\"")), on));

    [Fact]
    public void NextChanges_OfEachKind_TheSoonestFirst()
    {
        var model = Given.Model(
            """
            "circumstances": { "ceasefire": { "title": "Ceasefire", "events": [{ "event": "occurred", "on": "2026-01-05" }] } },
            "approvals": {
              "fr": { "nation": "FR", "procedure": "priorApproval", "acts": [
                { "act": "submitted", "on": "2026-01-02", "mandate": { "from": "2026-02-01", "until": "2026-11-30" } }, { "act": "approved", "on": "2026-01-03" }] },
              "de": { "nation": "DE", "procedure": "tacitApproval", "silence": "P30D", "acts": [{ "act": "submitted", "on": "2026-01-06" }] },
              "gb": { "nation": "GB", "procedure": "commitmentToVote", "due": "2026-01-31" },
              "us": { "nation": "GB", "procedure": "exPostApproval", "informWithin": "P10D", "decideWithin": "P60D", "acts": [{ "act": "begun", "on": "2026-01-08" }] }
            },
            "pledges": { "p": { "nation": "FR", "support": "land", "stage": "firm", "readiness": { "notice": "P30D", "from": "ceasefire" }, "needs": ["fr"] } },
            "guarantees": {
              "g": { "pillar": "multinationalForce", "beneficiary": "UA", "from": "2026-01-20", "until": "2026-12-31",
                     "standards": { "s": { "requires": { "contributes": "FR" } } } }
            }
            """);

        Assert.Equal(
            """
            the information of 'us' is due by 2026-01-18: 8 days' notice
            the term of 'g' begins on 2026-01-20: 9 days' notice
            the mandate of 'fr' begins on 2026-02-01: 21 days' notice
            the decision of 'gb' is due by 2026-01-31: 21 days' notice
            'p' becomes ready on 2026-02-04: 24 days' notice
            silence up to 2026-02-05 gives the consent of 'de': 26 days' notice
            the consent of 'us' is due by 2026-03-09: 58 days' notice
            the mandate of 'fr' ends on 2026-11-30: 324 days' notice
            the term of 'g' ends on 2026-12-31: 355 days' notice
            """,
            Next(model, "2026-01-10"));
    }

    [Fact]
    public void NextChanges_OfADayWithSeveralReasonsToLook_EachOnce() => Assert.Equal(
        "the period of 'p' begins on 2026-02-01: 21 days' notice\nthe period of 'p' ends on 2026-02-28: 49 days' notice",
        Next(
            Model("""
                "p": { "nation": "FR", "support": "land", "from": "2026-02-01", "until": "2026-02-28", "stages": [
                  { "stage": "declared", "on": "2026-01-05" }, { "stage": "firm", "on": "2026-02-01", "assumed": true }] }
                """),
            "2026-01-10"));

    [Fact]
    public void NextChanges_OfManyOnOneDay_InTheOrderOfTheModel()
    {
        string[] ids = [.. Enumerable.Range(0, 20).Select(i => $"x{i}")];
        var end = new LocalDate(2026, 1, 31);
        var model = CoalitionModel.Create(Given.Draft with
        {
            Pledges = [.. ids.Select(id => Given.Pledge(id, Given.FR) with { Until = end })],
            Guarantees = [.. ids.Select(id => Given.Guarantee(id, ("s", Given.Total("land", 1))) with { Until = end })],
        });

        Assert.Equal(
            string.Join("\n", ids.Select(id => $"the period of '{id}' ends on 2026-01-31: 21 days' notice").Concat(
                ids.Select(id => $"the term of '{id}' ends on 2026-01-31: 21 days' notice"))),
            Next(model, "2026-01-10"));
    }

    [Fact]
    public void NextChanges_OfAPledgeThatIsOnlyFloated_TellsItsPeriodToo() => Assert.Equal(
        "the period of 'p' ends on 2026-01-31: 21 days' notice",
        Next(Model("\"p\": { \"nation\": \"FR\", \"support\": \"land\", \"stage\": \"floated\", \"until\": \"2026-01-31\" }"), "2026-01-10"));

    [Fact]
    public void NextChanges_OfAMandateThatGoesOnProvisionally_TellsBothEnds() => Assert.Equal(
        """
        the mandate of 'fr' ends on 2026-01-31: 21 days' notice
        the mandate of 'fr', extended provisionally, ends on 2026-04-05: 85 days' notice
        """,
        Next(Provisional, "2026-01-10"));

    [Theory]
    [InlineData("2026-01-30", "")]
    [InlineData("2026-01-31", "the mandate of 'fr' ends on 2026-01-31: 0 days' notice")]
    public void NextChanges_OnTheLastDay_WhatEndsWithIt(string day, string changes) => Assert.Equal(
        changes, string.Join("\n", Over(Provisional, "2026-01-01", day).NextChanges(Given.Day(day))));

    [Fact]
    public void NextChanges_OnTheLastDay_WhatBeginsOnTheDayAfter() => Assert.Equal(
        "the period of 'p' begins on 2026-02-01: 0 days' notice",
        Assert.Single(Over(Model(Pledge("\"from\": \"2026-02-01\"")), "2026-01-01", "2026-01-31").NextChanges(Given.Day("2026-01-31"))).ToString());

    [Theory]
    [InlineData("\"act\": \"extended\", \"on\": \"2026-01-08\", \"until\": \"2026-10-31\"", "")]
    [InlineData("\"act\": \"submitted\", \"on\": \"2026-01-08\", \"mandate\": { \"from\": \"2026-07-01\", \"until\": \"2026-10-31\" } }, { \"act\": \"approved\", \"on\": \"2026-01-09\"", "")]
    [InlineData(
        "\"act\": \"submitted\", \"on\": \"2026-01-08\", \"mandate\": { \"from\": \"2026-07-01\", \"until\": \"2026-10-31\", \"zones\": [\"rear\"] } }, { \"act\": \"approved\", \"on\": \"2026-01-09\"",
        "the mandate of 'fr' ends on 2026-06-30: 171 days' notice\nthe mandate of 'fr' begins on 2026-07-01: 171 days' notice\n")]
    [InlineData(
        "\"act\": \"submitted\", \"on\": \"2026-01-08\", \"mandate\": { \"from\": \"2026-07-02\", \"until\": \"2026-10-31\" } }, { \"act\": \"approved\", \"on\": \"2026-01-09\"",
        "the mandate of 'fr' ends on 2026-06-30: 171 days' notice\nthe mandate of 'fr' begins on 2026-07-02: 172 days' notice\n")]
    public void NextChanges_OfAMandateThatIsExtendedOrRenewed_DoesNotEndWhereItGoesOn(string acts, string changes) => Assert.Equal(
        changes + "the mandate of 'fr' ends on 2026-10-31: 294 days' notice",
        Next(
            Model(
                Pledge("\"needs\": [\"fr\"]"),
                approval: $$"""
                    "acts": [
                      { "act": "submitted", "on": "2026-01-02", "mandate": { "until": "2026-06-30", "extendableUntil": "2026-10-31" } },
                      { "act": "approved", "on": "2026-01-03" }, { {{acts}} }]
                    """),
            "2026-01-10"));

    [Fact]
    public void NextChanges_OfAMandateByLaw_TellsBothEnds()
    {
        var model = Model(
            Pledge("\"needs\": [\"fr\"]"), procedure: "informationOnly",
            approval: "\"statutoryMandate\": { \"from\": \"2026-02-10\", \"until\": \"2026-06-30\" }");

        Assert.Equal(
            "the mandate of 'fr' begins on 2026-02-10: 30 days' notice\nthe mandate of 'fr' ends on 2026-06-30: 171 days' notice", Next(model, "2026-01-10"));
    }

    [Fact]
    public void NextChanges_OfActionBeforeConsentForALaterTime_TellsWhereItEnds() => Assert.Equal(
        """
        the mandate of 'fr' ends on 2026-05-05: 115 days' notice
        the mandate of 'fr' begins on 2026-07-01: 171 days' notice
        the mandate of 'fr' ends on 2026-10-31: 294 days' notice
        """,
        Next(
            Model(
                Pledge("\"needs\": [\"fr\"]"), procedure: "exPostApproval",
                approval: """
                    "decideWithin": "P4M",
                    "acts": [
                      { "act": "begun", "on": "2026-01-05" }, { "act": "submitted", "on": "2026-01-06", "mandate": { "from": "2026-07-01", "until": "2026-10-31" } },
                      { "act": "approved", "on": "2026-01-07" }]
                    """),
            "2026-01-10"));

    [Fact]
    public void NextChanges_OfAProvisionalExtensionShorterThanTheMandate_DoesNotEndIt() => Assert.Equal(
        "the mandate of 'fr' ends on 2026-06-30: 171 days' notice",
        Next(
            Model(
                Pledge("\"needs\": [\"fr\"]"),
                approval: """
                    "provisionalExtension": "P10D",
                    "acts": [
                      { "act": "submitted", "on": "2026-01-02", "mandate": { "until": "2026-06-30" } }, { "act": "approved", "on": "2026-01-03" },
                      { "act": "submitted", "on": "2026-01-09", "mandate": { "until": "2027-06-30" } }]
                    """),
            "2026-01-10"));

    [Fact]
    public void NextChanges_OfNoticeThatRunsBeyondThePeriod_DoesNotBecomeReady() => Assert.Equal(
        "the period of 'p' ends on 2026-01-31: 21 days' notice",
        Next(
            Model(
                Pledge("\"until\": \"2026-01-31\", \"readiness\": { \"notice\": \"P30D\", \"from\": \"ceasefire\" }"),
                events: "{ \"event\": \"occurred\", \"on\": \"2026-01-05\" }"),
            "2026-01-10"));

    [Fact]
    public void NextChanges_OfNoticeThatHasRunByTheLastDayOfThePeriod_BecomesReady() => Assert.Equal(
        "'p' becomes ready on 2026-02-04: 24 days' notice\nthe period of 'p' ends on 2026-02-04: 25 days' notice",
        Next(
            Model(
                Pledge("\"until\": \"2026-02-04\", \"readiness\": { \"notice\": \"P30D\", \"from\": \"ceasefire\" }"),
                events: "{ \"event\": \"occurred\", \"on\": \"2026-01-05\" }"),
            "2026-01-10"));

    [Fact]
    public void Changes_ThatMoveNoGate_NotNamed()
    {
        // On one day France is sounded out, and two pledges are put on record that promise nothing, or nothing firmer than before.
        const string Stages = "\"nation\": \"FR\", \"support\": \"land\", \"amount\": [{ \"from\": 50 }], \"needs\": [\"fr\"], \"stages\": [{ \"stage\": \"floated\", \"on\": \"2026-01-02\" }";
        var model = Model(
            $$"""
            "p": { {{Stages}}] },
            "q": { {{Stages}}, { "stage": "declared", "on": "2026-01-05" }] },
            "r": { "nation": "GB", "support": "land", "amount": [{ "from": 50 }], "stages": [{ "stage": "declined", "on": "2026-01-05" }] },
            "s": { "nation": "GB", "support": "land", "amount": [{ "from": 100 }], "stages": [{ "stage": "firm", "on": "2026-01-05" }] }
            """,
            approval: "\"acts\": [{ \"act\": \"preConsulted\", \"on\": \"2026-01-05\" }]");

        Assert.Equal(
            """
            2026-01-01 to 2026-01-01: insufficient
            2026-01-02 to 2026-01-04: contingent ('p' reached the stage floated on 2026-01-02; 'q' reached the stage floated on 2026-01-02)
            2026-01-05 to 2026-01-31: sufficient ('s' reached the stage firm on 2026-01-05)
            """,
            Told(model, "2026-01-01", "2026-01-31"));
    }

    [Theory]
    [InlineData("2025-12-31")]
    [InlineData("2027-01-01")]
    public void Days_OutsideTheTimeline_Refused(string day)
    {
        var timeline = Over(Model(Pledge()), "2026-01-01", "2026-12-31");
        var message = $"Expected a day of the timeline, from 2026-01-01 to 2026-12-31. (Parameter '{{0}}')\nActual value was {day}.".ReplaceLineEndings();

        Assert.Equal(
            message.Replace("{0}", "on", StringComparison.Ordinal),
            Assert.Throws<ArgumentOutOfRangeException>(() => timeline.NextChanges(Given.Day(day))).Message);
        Assert.Equal(
            message.Replace("{0}", "day", StringComparison.Ordinal),
            Assert.Throws<ArgumentOutOfRangeException>(() => timeline["g", "s"].At(Given.Day(day))).Message);
    }

    [Fact]
    public void Over_UntilBeforeFrom_Refused() => Assert.Equal(
        "The last day, 2025-12-31, is before the first, 2026-01-01. (Parameter 'until')",
        Assert.Throws<ArgumentException>(() => Over(Model(Pledge()), "2026-01-01", "2025-12-31")).Message);

    [Fact]
    public void Over_KnownAsOfAfterTheModel_Refused() => Assert.Throws<ArgumentOutOfRangeException>(
        "knownAsOf", () => SufficiencyTimeline.Over(Model(Pledge()), Given.AsOf, Given.AsOf, Given.AsOf.PlusDays(1)));

    [Fact]
    public void Over_Cancelled_Stops()
    {
        using var source = new CancellationTokenSource();
        source.Cancel();

        Assert.Throws<OperationCanceledException>(
            () => SufficiencyTimeline.Over(Model(Pledge()), Given.AsOf, Given.AsOf, cancellation: source.Token));
    }

    [Fact]
    public void Days_OfAnotherCalendar_RefusedByName()
    {
        var model = Model(Pledge(), approval: "\"note\": \"Not asked.\"");
        var julian = new LocalDate(2026, 1, 1, CalendarSystem.Julian);
        var timeline = Over(model, "2026-01-01", "2026-12-31");

        Assert.Throws<ArgumentOutOfRangeException>("on", () => timeline.NextChanges(julian));
        Assert.Throws<ArgumentOutOfRangeException>("day", () => timeline["g", "s"].At(julian));
        Assert.Throws<ArgumentOutOfRangeException>("from", () => SufficiencyTimeline.Over(model, julian, Given.AsOf));
        Assert.Throws<ArgumentOutOfRangeException>("until", () => SufficiencyTimeline.Over(model, Given.AsOf, julian));
        Assert.Throws<ArgumentOutOfRangeException>("knownAsOf", () => SufficiencyTimeline.Over(model, Given.AsOf, Given.AsOf, julian));
        Assert.Throws<ArgumentOutOfRangeException>("on", () => SufficiencyEvaluator.Evaluate(model, julian));
        Assert.Throws<ArgumentOutOfRangeException>("knownAsOf", () => SufficiencyEvaluator.Evaluate(model, Given.AsOf, julian));
        Assert.Throws<ArgumentOutOfRangeException>("on", () => model.ApprovalState("fr", julian));
        Assert.Throws<ArgumentOutOfRangeException>("on", () => model.MandateState("fr", julian));
        Assert.Throws<ArgumentOutOfRangeException>("on", () => model.Deadlines("fr", julian));
        Assert.Throws<ArgumentOutOfRangeException>("on", () => model.CircumstanceState("ceasefire", julian));
        Assert.Throws<ArgumentOutOfRangeException>("on", () => model.StageOf("p", julian));
    }

    [Fact]
    public void Over_CancelledWhileABoundIsWorkedOut_StopsBeforeTheNextSweep()
    {
        // Pledges that wait for each other may take many sweeps, so that a day is too long to wait for.
        var model = Model(Pledge("\"condition\": { \"holds\": \"ceasefire\" }"));
        var matters = new Matters(model);
        var day = new Day(model, model.AsOf, model.AsOf, matters, new bool[matters.Count], CancellationToken.None);
        PledgeOn[] pledges = [PledgeGates.On(day, 0, new AskedStages(model, CancellationToken.None))!];
        var points = new Compilation(day, pledges, pledges, ofEvery: true, CancellationToken.None).Points;

        Assert.All(Enum.GetValues<Bound>(), bound =>
            Assert.Throws<OperationCanceledException>(() => points.WorkOutVerdicts(bound, new CancellationToken(canceled: true))));
    }

    [Theory]
    [InlineData("g", "t")]
    [InlineData("h", "s")]
    public void Indexer_UnknownStandard_Refused(string guarantee, string standard) => Assert.Equal(
        $"The model has no standard '{standard}' of a guarantee '{guarantee}'.",
        Assert.Throws<KeyNotFoundException>(() => Over(Model(Pledge()), "2026-01-01", "2026-01-01")[guarantee, standard]).Message);

    [Fact]
    public void Over_TheWholeCalendar_ReachesBothEnds()
    {
        var model = Model(
            Pledge("\"from\": \"0001-01-01\", \"until\": \"9999-12-31\", \"needs\": [\"fr\"], \"readiness\": { \"notice\": \"P1000Y\", \"from\": \"ceasefire\" }"),
            approval: """
                "due": "9999-12-31", "provisionalExtension": "P1000Y",
                "acts": [{ "act": "submitted", "on": "9998-01-04", "mandate": { "until": "9999-12-31" } }, { "act": "approved", "on": "9998-01-05" },
                  { "act": "submitted", "on": "9999-12-31", "mandate": { "until": "9999-12-31" } }]
                """,
            guarantee: "\"from\": \"0001-01-01\", \"until\": \"9999-12-31\",", events: "{ \"event\": \"occurred\", \"on\": \"9000-01-01\" }", asOf: "9999-12-31");
        var timeline = Over(model, "0001-01-01", "9999-12-31");

        Assert.Equal(["0001-01-01 to 8999-12-31: contingent", "9000-01-01 to 9999-12-31: insufficient"], timeline["g", "s"].Intervals.Select(i => i.ToString()));
        Assert.Empty(timeline.NextChanges(Given.Day("0001-01-01")));
    }

    [Fact]
    public void Over_TheParisModel_SaysForEachDayWhatEvaluatingThatDaySays()
    {
        var model = Coalition.Json.CoalitionJson.Read(File.ReadAllBytes(Path.Combine(Repository.Root, "samples", "ParisSummit", "paris-2026.json")));

        AssertSays(model, Over(model, "2025-01-01", "2026-12-31"));
    }

    private static CoalitionModel Provisional => Model(
        Pledge("\"needs\": [\"fr\"]"),
        approval: """
            "provisionalExtension": "P3M",
            "acts": [
              { "act": "submitted", "on": "2025-01-04", "mandate": { "until": "2026-01-31" } }, { "act": "approved", "on": "2025-01-05" },
              { "act": "submitted", "on": "2026-01-05", "mandate": { "until": "2027-01-31" } }]
            """);

    private static string Pledge(string more = "") =>
        $"\"p\": {{ \"nation\": \"FR\", \"support\": \"land\", \"stage\": \"firm\", \"amount\": [{{ \"from\": 100 }}]{(more.Length == 0 ? "" : ", ")}{more} }}";

    private static CoalitionModel Model(
        string pledges, string guarantee = "", string events = "", string? approval = null, string procedure = "priorApproval", string asOf = "2026-01-10") =>
        Given.Model(
            $$"""
            "circumstances": { "ceasefire": { "title": "A ceasefire is in force", "events": [{{events}}] } },
            {{(approval is null ? "" : $$"""
            "approvals": { "fr": { "nation": "FR", "procedure": "{{procedure}}", {{approval}} } },
            """)}}
            "pledges": { {{pledges}} },
            "guarantees": { "g": { "pillar": "multinationalForce", "beneficiary": "UA", {{guarantee}} {{Needed}} } }
            """,
            asOf);

    private static SufficiencyTimeline Over(CoalitionModel model, string from, string until) =>
        SufficiencyTimeline.Over(model, Given.Day(from), Given.Day(until));

    private static string Told(CoalitionModel model, string from, string until)
    {
        var timeline = Over(model, from, until);
        AssertSays(model, timeline);
        return string.Join(
            "\n", timeline["g", "s"].Intervals.Select(i => i.Changes.IsEmpty ? i.ToString() : $"{i} ({string.Join("; ", i.Changes.Select(c => c.ToString()))})"));
    }

    private static string Next(CoalitionModel model, string on) =>
        string.Join("\n", Over(model, "2026-01-01", "2027-01-01").NextChanges(Given.Day(on)));

    private static void AssertSays(CoalitionModel model, SufficiencyTimeline timeline)
    {
        for (var day = timeline.From; day <= timeline.Until; day = day.PlusDays(1))
        {
            foreach (var verdict in SufficiencyEvaluator.Evaluate(model, day).Verdicts)
            {
                Assert.Equal(verdict.Verdict, timeline[verdict.Guarantee, verdict.Standard].At(day).Verdict);
            }
        }
    }

    [Fact]
    public void Over_NoModel_Refused() =>
        Assert.Throws<ArgumentNullException>("model", () => SufficiencyTimeline.Over(null!, Given.AsOf, Given.AsOf));

    [Fact]
    public void Item_NullId_Refused()
    {
        var timeline = SufficiencyTimeline.Over(CoalitionModel.Create(Given.Draft), Given.AsOf, Given.AsOf);

        Assert.Throws<ArgumentNullException>("guarantee", () => timeline[null!, "s"]);
        Assert.Throws<ArgumentNullException>("standard", () => timeline["g", null!]);
    }
}
