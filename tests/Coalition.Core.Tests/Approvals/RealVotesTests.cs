using Coalition.Approvals;
using Coalition.Sufficiency;
using Coalition.Tests.Fixtures;
using NodaTime;

namespace Coalition.Tests.Approvals;

/// <summary>Votes that were really held, by the cases of the project's research: each test cites its case and how far that is sourced.</summary>
/// <remarks>Days that a case does not give are made up, within the year that it gives; the tests that use them say so.</remarks>
public class RealVotesTests
{
    // TR-2003-03-01 (fact_with_source; the AP text says "four short", arithmetic gives three).
    [Fact]
    public void Turkey2003_MoreYesThanNo_RejectedSinceAbstentionsCount()
    {
        var rule = VotingRule.Parse("more than 1/2 of present");
        var tally = new Tally(264, 250, 19);

        Assert.Equal(533, tally.Present);
        Assert.Equal(267, rule.VotesNeeded(tally.Present));
        Assert.Equal(3, rule.VotesNeeded(tally.Present) - tally.Yes);
        Assert.False(rule.Carries(tally, 550));
        Assert.True(VotingRule.SimpleMajority.Carries(tally, 550));

        var model = Given.Model(Turkey2003("rejected"), "2003-12-31");
        Assert.Equal(new ParliamentaryApprovalState.Rejected(new LocalDate(2003, 3, 1), null), model.ApprovalState("tbmm", new LocalDate(2003, 3, 1)));
        Assert.Equal(
            "Approvals Failed: approval 'tbmm': rejected since 2003-03-01 []", model.On("2003-03-20").Gates("tr-land"));
    }

    // TR-2003-03-01 (fact_with_source): an outcome recorded contrary to its tally is an error.
    [Fact]
    public void Turkey2003_RecordedAsApproved_Refused() => Assert.Equal(
        "$.approvals.tbmm.acts[1].tally: found 264 to 250, 19 abstaining, recorded as approved; expected a count that 'more than 1/2 of present' carries.",
        Given.Problems(Given.Text(Turkey2003("approved"), "2003-12-31")));

    // TR-2023-tezkere (fact_with_source): 357 to 164, for two years. The day of the vote is made up.
    [Fact]
    public void Turkey2023_Approved_ForTwoYearsByTheCalendar()
    {
        var from = new LocalDate(2023, 10, 30);
        var until = from.Plus(Period.FromYears(2)).PlusDays(-1);
        var model = Given.Model(
            $$"""
            "nations": { "TR": { "name": "Türkiye" } },
            "approvals": {
              "tbmm": {
                "nation": "TR", "procedure": "priorApproval",
                "decisions": [{ "body": "TBMM", "members": 600, "needs": "more than 1/2 of present" }],
                "acts": [
                  { "act": "submitted", "on": "2023-10-01", "mandate": { "from": "{{Iso(from)}}", "until": "{{Iso(until)}}" } },
                  { "act": "approved", "on": "2023-10-17", "tally": { "yes": 357, "no": 164 } }
                ]
              }
            },
            "pledges": { "tr-land": { "nation": "TR", "support": "land", "stage": "firm", "needs": ["tbmm"] } }
            """);

        Assert.Equal("2025-10-29", Iso(until));
        Assert.Equal(261, VotingRule.Parse("more than 1/2 of present").VotesNeeded(new Tally(357, 164).Present));
        Assert.Equal("Mandate Failed: the mandate of 'tbmm' has not begun []", model.On("2023-10-29").Gates("tr-land"));
        Assert.Equal("", model.On("2023-10-30").Gates("tr-land"));
        Assert.Equal("", model.On("2025-10-29").Gates("tr-land"));
        Assert.Equal("Mandate Failed: the mandate of 'tbmm' ended on 2025-10-29 []", model.On("2025-10-30").Gates("tr-land"));
    }

    // CA-2006-05-17 (fact_with_source): not binding in law, so an undertaking to vote.
    [Fact]
    public void Canada2006_ByFourVotes_Approved()
    {
        var model = Given.Model(
            """
            "nations": { "CA": { "name": "Canada" } },
            "approvals": {
              "commons": {
                "nation": "CA", "procedure": "commitmentToVote",
                "decisions": [{ "body": "House of Commons", "needs": "more than 1/2 of cast" }],
                "acts": [
                  { "act": "submitted", "on": "2006-05-17" },
                  { "act": "approved", "on": "2006-05-17", "tally": { "yes": 149, "no": 145 } }
                ]
              }
            }
            """);

        Assert.Equal(148, VotingRule.SimpleMajority.VotesNeeded(294));
        Assert.Equal("approved", model.ApprovalState("commons", new LocalDate(2006, 5, 17)).Name);
        Assert.Equal("not requested", model.ApprovalState("commons", new LocalDate(2006, 5, 16)).Name);
    }

    // CA-2008-03-13 (fact_with_source): 1,000 allied troops can be required; that Canada gets helicopters and drones stays a caveat.
    [Fact]
    public void Canada2008_ApprovedWithConditions_WaitsForTheAllies()
    {
        static string Text(string allies) =>
            $$"""
            "nations": { "CA": { "name": "Canada" }, "US": { "name": "United States" }, "AF": { "name": "Afghanistan", "roles": ["host"] } },
            "approvals": {
              "commons": {
                "nation": "CA", "procedure": "commitmentToVote",
                "decisions": [{ "body": "House of Commons", "needs": "more than 1/2 of cast" }],
                "acts": [
                  {
                    "act": "submitted", "on": "2008-03-13",
                    "mandate": {
                      "until": "2011-12-31", "caveats": ["Helicopters are to be had", "Drones are to be had"],
                      "condition": { "total": { "support": ["land"], "nations": ["US"] }, "atLeast": 1000 }
                    }
                  },
                  { "act": "approved", "on": "2008-03-13", "tally": { "yes": 198, "no": 77 } }
                ]
              }
            },
            "pledges": {
              "ca-land": { "nation": "CA", "support": "land", "stage": "deployed", "needs": ["commons"] }{{allies}}
            }
            """;

        var state = Given.Model(Text("")).ApprovalState("commons", new LocalDate(2008, 3, 13));
        Assert.Equal(["Helicopters are to be had", "Drones are to be had"], state.MandateOn(new LocalDate(2008, 3, 13))!.Caveats.AsEnumerable());
        Assert.Equal(
            "Condition Failed: the condition of the mandate of 'commons' cannot be met by what is on record: at least 1,000 of land of US []",
            Given.Model(Text("")).On("2008-04-01").Gates("ca-land"));
        Assert.Equal(
            "Condition Pending: the condition of the mandate of 'commons' is not met yet: at least 1,000 of land of US [stage:us-land]",
            Given.Model(Text(", \"us-land\": { \"nation\": \"US\", \"support\": \"land\", \"stage\": \"offered\", \"amount\": [{ \"from\": 1000 }] }"))
                .On("2008-04-01").Gates("ca-land"));
        var met = Given.Model(Text(", \"us-land\": { \"nation\": \"US\", \"support\": \"land\", \"stage\": \"firm\", \"amount\": [{ \"from\": 1000 }] }"));
        Assert.Equal(Standing.Passed, met.On("2011-12-31").Pledge("ca-land").Standing);
        Assert.Equal("Mandate Failed: the mandate of 'commons' ended on 2011-12-31 []", met.On("2012-01-01").Gates("ca-land"));
    }

    // BE-2011-03-21 (fact_with_source): a resolution though none is required, so only the count is a test.
    [Fact]
    public void Belgium2011_ResolutionOfAll_CarriesByAnyRule()
    {
        var tally = new Tally(125, 0, 1);

        Assert.Equal(126, tally.Present);
        Assert.True(VotingRule.SimpleMajority.Carries(tally, 150));
        Assert.True(VotingRule.Parse("more than 1/2 of present").Carries(tally, 150));
        Assert.True(VotingRule.Parse("at least 4/5 of members").Carries(tally, 150));
        Assert.False(VotingRule.Parse("at least 1/1 of present").Carries(tally, 150));

        // What is not required is asked of nobody; a vote that is held all the same is on record and binds nobody.
        static string Record(string act) => Given.Text(
            $$"""
            "nations": { "BE": { "name": "Belgium" } },
            "approvals": { "be": { "nation": "BE", "procedure": "notRequired", "acts": [{ "act": "{{act}}", "on": "2011-03-21" }] } }
            """);

        Assert.Equal(
            "$.approvals.be.acts[0]: found 'submitted' on 2011-03-21, in the state 'not required'; expected what this state allows: approved, rejected.",
            Given.Problems(Record("submitted")));
        Assert.Equal(
            "supported by a vote that does not bind", Coalition.Json.CoalitionJson.Read(Record("approved")).ApprovalState("be", new LocalDate(2011, 3, 21)).Name);
    }

    // DE-KFOR-2025 (fact_with_source): 391 to 189, 2 abstaining; at most 400 soldiers, for a year. The days are made up.
    [Fact]
    public void GermanyKfor2025_RenewedForAYear_UnderTheCeiling()
    {
        var model = Given.Model(
            """
            "nations": { "DE": { "name": "Germany" } },
            "approvals": {
              "bundestag": {
                "nation": "DE", "procedure": "priorApproval",
                "decisions": [{ "body": "Bundestag", "members": 630, "needs": "more than 1/2 of cast" }],
                "acts": [
                  { "act": "submitted", "on": "2024-05-01", "mandate": { "until": "2025-06-30", "ceilings": { "total": 400 } } },
                  { "act": "approved", "on": "2024-06-06" },
                  { "act": "submitted", "on": "2025-05-07", "mandate": { "from": "2025-07-01", "until": "2026-06-30", "ceilings": { "total": 400 } } },
                  { "act": "approved", "on": "2025-06-05", "tally": { "yes": 391, "no": 189, "abstain": 2 } }
                ]
              }
            },
            "pledges": { "de-land": { "nation": "DE", "support": "land", "stage": "deployed", "amount": [{ "from": 500 }], "needs": ["bundestag"] } },
            "guarantees": {
              "kfor": { "pillar": "other", "beneficiary": "DE", "standards": { "in-full": { "requires": { "total": "land", "atLeast": 500 } } } }
            }
            """);

        Assert.Equal(291, VotingRule.SimpleMajority.VotesNeeded(580));
        Assert.Equal(Period.FromYears(1), Period.Between(new LocalDate(2025, 7, 1), new LocalDate(2026, 7, 1)));
        Assert.Equal("approved, renewal requested", model.ApprovalState("bundestag", new LocalDate(2025, 6, 4)).Name);
        foreach (var day in new[] { "2025-06-30", "2025-07-01", "2026-06-30" })
        {
            var total = Assert.IsType<Finding.Total>(model.On(day)["kfor", "in-full"].Grounds);
            var limit = Assert.Single(total.Secured.Limits);
            Assert.Equal((400, 500, 100), ((long)total.Secured.Counted.Amount, (long)limit.Offered, (long)total.Secured.Shortfall.Amount));
            Assert.Equal(("bundestag", null, 400), (limit.Approval, limit.Support, limit.AtMost));
        }

        Assert.Equal("Mandate Failed: the mandate of 'bundestag' ended on 2026-06-30 []", model.On("2026-07-01").Gates("de-land"));
    }

    // HR-threshold (rule sourced; arithmetic derived): of 151 members, 76 where the President consents, 101 where not.
    [Theory]
    [InlineData("more than 1/2 of members", 76)]
    [InlineData("at least 2/3 of members", 101)]
    public void CroatiaThreshold_HangsOnThePresident(string rule, int needed)
    {
        Assert.Equal(needed, VotingRule.Parse(rule).VotesNeeded(151));
        Assert.True(VotingRule.Parse(rule).Carries(new Tally(needed, 151 - needed), 151));
        Assert.False(VotingRule.Parse(rule).Carries(new Tally(needed - 1, 0), 151));
    }

    // HR-2022-12-16 (label "verify", general knowledge): no authority for what happened, only arithmetic of the rule above.
    [Fact]
    public void Croatia2022_NinetySevenOfTheTwoThirds_DoNotCarry()
    {
        Assert.Equal(101, VotingRule.Parse("at least 2/3 of members").VotesNeeded(151));
        Assert.False(VotingRule.Parse("at least 2/3 of members").Carries(new Tally(97, 10), 151));
    }

    // GB-2013-08-29 (label "verify counts"): no authority for the counts, only arithmetic of a simple majority.
    [Fact]
    public void Britain2013_FewerYesThanNo_DoNotCarry() => Assert.False(VotingRule.SimpleMajority.Carries(new Tally(272, 285), null));

    // UA-2953-2016 (fact_with_source): the host's parliament, 226 of 450 needed, 240 in favour. The day is made up.
    [Fact]
    public void Ukraine2016_HostConsent_NeedsMostOfAllMembers()
    {
        static string Text(int yes, string outcome) =>
            $$"""
            "approvals": {
              "rada": {
                "nation": "UA", "procedure": "hostConsent",
                "decisions": [{ "body": "Verkhovna Rada", "members": 450, "needs": "more than 1/2 of members" }],
                "acts": [
                  { "act": "submitted", "on": "2016-01-14" },
                  { "act": "{{outcome}}", "on": "2016-02-02", "tally": { "yes": {{yes}}, "no": 0 } }
                ]
              }
            },
            "pledges": { "fr-land": { "nation": "FR", "support": "land", "stage": "firm", "zone": "rear", "needs": ["rada"] } }
            """;

        Assert.Equal(226, VotingRule.Parse("more than 1/2 of members").VotesNeeded(450));
        var model = Given.Model(Text(240, "approved"));
        Assert.Equal("Admission Pending: approval 'rada': submitted since 2016-01-14 [approval:rada]", model.On("2016-02-01").Gates("fr-land"));
        Assert.Equal("", model.On("2016-02-02").Gates("fr-land"));
        Assert.Equal("", Given.Model(Text(226, "approved")).On("2016-02-02").Gates("fr-land"));
        Assert.Equal(
            "$.approvals.rada.acts[1].tally: found 225 to 0, 0 abstaining, recorded as approved; expected a count that 'more than 1/2 of members' carries.",
            Given.Problems(Given.Text(Text(225, "approved"))));
        Assert.Equal(
            "Admission Failed: approval 'rada': rejected since 2016-02-02 []", Given.Model(Text(225, "rejected")).On("2016-02-02").Gates("fr-land"));
    }

    // SE-2025-12-10 (fact_with_source): ceilings per component until the end of 2026; by acclamation, so without a count.
    [Fact]
    public void Sweden2025_ByAcclamation_CeilingsPerComponent()
    {
        var model = Given.Model(
            """
            "nations": { "SE": { "name": "Sweden" }, "UA": { "name": "Ukraine" } },
            "approvals": {
              "riksdag": {
                "nation": "SE", "procedure": "priorApproval",
                "decisions": [{ "body": "Riksdag", "members": 349, "needs": "more than 1/2 of cast" }],
                "acts": [
                  { "act": "submitted", "on": "2025-12-10", "mandate": { "until": "2026-12-31", "ceilings": { "land": 1700, "naval": 700, "air": 600 } } },
                  { "act": "approved", "on": "2025-12-10" }
                ]
              }
            },
            "pledges": {
              "se-land": { "nation": "SE", "support": "land", "stage": "firm", "amount": [{ "from": 2000 }], "needs": ["riksdag"] },
              "se-naval": { "nation": "SE", "support": "naval", "stage": "firm", "amount": [{ "from": 700 }], "needs": ["riksdag"] },
              "se-air": { "nation": "SE", "support": "air", "stage": "firm", "amount": [{ "from": 601 }], "needs": ["riksdag"] }
            },
            "guarantees": {
              "presence": {
                "pillar": "other", "beneficiary": "UA",
                "standards": {
                  "together": { "requires": { "total": { "support": ["land", "naval", "air"] }, "atLeast": 3000 } },
                  "more": { "requires": { "total": { "support": ["land", "naval", "air"] }, "atLeast": 3001 } }
                }
              }
            }
            """);
        var report = model.On("2026-12-31");
        var total = Assert.IsType<Finding.Total>(report["presence", "more"].Grounds);

        Assert.Equal(Verdict.Sufficient, report["presence", "together"].Verdict);
        Assert.Equal(Verdict.Insufficient, report["presence", "more"].Verdict);
        Assert.Equal(3000, total.Secured.Counted.Amount);
        Assert.Equal(
            [("land", 1700, 2000), ("air", 600, 601)],
            total.Secured.Limits.Select(l => (l.Support!, l.AtMost, (long)l.Offered)));
        Assert.Equal(Verdict.Insufficient, model.On("2027-01-01")["presence", "together"].Verdict);
    }

    private static string Turkey2003(string outcome) =>
        $$"""
        "nations": { "TR": { "name": "Türkiye" } },
        "approvals": {
          "tbmm": {
            "nation": "TR", "procedure": "priorApproval",
            "decisions": [{ "body": "TBMM", "members": 550, "needs": "more than 1/2 of present" }],
            "acts": [
              { "act": "submitted", "on": "2003-03-01" },
              { "act": "{{outcome}}", "on": "2003-03-01", "tally": { "yes": 264, "no": 250, "abstain": 19 } }
            ]
          }
        },
        "pledges": { "tr-land": { "nation": "TR", "support": "land", "stage": "firm", "needs": ["tbmm"] } }
        """;

    private static string Iso(LocalDate day) => Coalition.Internal.IsoDate.Format(day);
}
