using System.Collections.Immutable;
using Coalition.Approvals;
using Coalition.Tests.Fixtures;
using NodaTime;

namespace Coalition.Tests.Approvals;

/// <summary>What an approval may not be, beyond its single parts: what a property means only under some procedures is refused under the others.</summary>
public class ApprovalCheckTests
{
    private static readonly LocalDate Day = new(2026, 1, 5);

    [Fact]
    public void Properties_UnderEveryProcedure_OnlyWhereTheyMeanSomething()
    {
        var days = LegalPeriod.Parse("P7D");
        (string Property, ApprovalProcedure[] Allowed, Func<ParliamentaryApproval, ParliamentaryApproval> Set)[] properties =
        [
            ("combination", [ApprovalProcedure.ExPostApproval], a => a with { Combination = DecisionCombination.AnyMayAnnul }),
            ("informFirst", [ApprovalProcedure.InformationOnly], a => a with { InformFirst = true }),
            ("informWithin", [ApprovalProcedure.InformationOnly, ApprovalProcedure.ExPostApproval], a => a with { InformWithin = days }),
            ("silence", [ApprovalProcedure.TacitApproval, ApprovalProcedure.ExPostApproval], a => a with { Silence = days }),
            ("decideWithin", [ApprovalProcedure.ExPostApproval], a => a with { DecideWithin = days }),
            ("decideFrom", [ApprovalProcedure.ExPostApproval], a => a with { DecideWithin = a.Procedure == ApprovalProcedure.ExPostApproval ? days : null, DecideFrom = PeriodStart.Information }),
            (
                "provisionalExtension",
                [
                    ApprovalProcedure.PriorApproval, ApprovalProcedure.CommitmentToVote, ApprovalProcedure.HostConsent, ApprovalProcedure.TacitApproval,
                    ApprovalProcedure.ExPostApproval,
                ],
                a => a with { ProvisionalExtension = days }),
            (
                "statutoryMandate",
                [ApprovalProcedure.NotRequired, ApprovalProcedure.InformationOnly, ApprovalProcedure.Consultation, ApprovalProcedure.ExPostApproval],
                a => a with { StatutoryMandate = Mandate.Unlimited }),
        ];

        foreach (var (property, allowed, set) in properties)
        {
            foreach (var procedure in Enum.GetValues<ApprovalProcedure>())
            {
                var draft = Given.Draft with { Approvals = [set(ParliamentaryApprovalStateTests.Approval(procedure))] };
                if (allowed.Contains(procedure))
                {
                    Assert.NotNull(CoalitionModel.Create(draft));
                    continue;
                }

                var name = Coalition.Internal.FormatNames.Of(procedure);
                Assert.Contains(
                    $"$.approvals.a.{property}: found '{property}' under the procedure '{name}'; "
                        + $"expected it only under {string.Join(", ", allowed.Select(Coalition.Internal.FormatNames.Of))}.",
                    Given.Problems(draft).Split('\n'));
            }
        }
    }

    [Fact]
    public void TacitApproval_WithoutSilence_Refused() => Assert.Equal(
        "$.approvals.a.silence: found nothing; expected how long silence must last: a period such as P7D, P4M or '2 sitting days'.",
        Problems(Given.Approval("a", Given.DE, ApprovalProcedure.TacitApproval)));

    [Fact]
    public void DecideFrom_WithoutAPeriod_Refused() => Assert.Equal(
        "$.approvals.a.decideFrom: found the start of a period that is not given; expected 'decideWithin' beside it.",
        Problems(Given.Approval("a", Given.DE, ApprovalProcedure.ExPostApproval) with { DecideFrom = PeriodStart.Information }));

    [Fact]
    public void SittingDays_MissingOrTwice_Refused()
    {
        var approval = Given.Approval("a", Given.DE, ApprovalProcedure.TacitApproval) with
        {
            Silence = new LegalPeriod(2),
            Acts = [new ApprovalAct.Submitted { On = Day }],
        };

        // As long as no act has set the period running, it needs no input.
        CoalitionModel.Create(Given.Draft with { Approvals = [approval with { Acts = [] }] });
        Assert.Equal("$.approvals.a.sittingDays: found none, beside a period in sitting days; expected the days on which parliament sits.", Problems(approval));
        Assert.Equal(
            "$.approvals.a.sittingDays: found a day named twice; expected each day at most once.", Problems(approval with { SittingDays = [Day, Day.PlusDays(1), Day] }));
    }

    [Fact]
    public void Vote_AnnouncedForADayBeforeTheActOrCarriedByNobody_Refused()
    {
        var approval = Given.Approval("a", Given.DE, ApprovalProcedure.PriorApproval) with
        {
            Acts =
            [
                new ApprovalAct.Submitted { On = Day }, new ApprovalAct.Scheduled { On = Day.PlusDays(1), VoteOn = Day },
                new ApprovalAct.Approved { On = Day.PlusDays(2), Tally = new Tally(0, 10) },
            ],
        };

        Assert.Equal(
            "$.approvals.a.acts[1].voteOn: found 2026-01-05; expected a day on or after that of the act, 2026-01-06.\n"
            + "$.approvals.a.acts[2].tally: found 0 to 10, 0 abstaining, recorded as approved; expected a count with votes in favour.",
            Problems(approval));
    }

    [Fact]
    public void Vote_Postponed_IsScheduledAnewAndTheLatestDayCounts()
    {
        var state = ParliamentaryApprovalState.Initial(Given.Approval("a", Given.DE, ApprovalProcedure.PriorApproval));
        ApprovalAct[] acts =
        [
            new ApprovalAct.Submitted { On = Day }, new ApprovalAct.Scheduled { On = Day, VoteOn = Day.PlusDays(10) },
            new ApprovalAct.Scheduled { On = Day.PlusDays(9), VoteOn = Day.PlusDays(30) },
        ];

        var after = acts.Aggregate(state, (before, act) => before.After(act, Given.Approval("a", Given.DE, ApprovalProcedure.PriorApproval))!);

        Assert.Equal(Day.PlusDays(30), Assert.IsType<ParliamentaryApprovalState.Submitted>(after).Motion.VoteOn);
    }

    [Fact]
    public void Override_OfASingleBodyOrOfASitting_Refused()
    {
        const string Message = "$.approvals.a.decisions[0].override: found a body that may override another; expected several bodies, each of which must consent.";
        var rule = VotingRule.Parse("at least 2/3 of cast");
        var one = Given.Approval("a", Given.DE, ApprovalProcedure.PriorApproval) with { Decisions = [new Decision { Body = "A", Override = rule }] };

        Assert.Equal(Message, Problems(one));
        Assert.Equal(Message, Problems(one with { Decisions = one.Decisions.Add(new Decision { Body = "B" }), Combination = DecisionCombination.JointSitting }));
    }

    [Fact]
    public void Override_WithoutTheRuleOrTheRefusal_Refused()
    {
        var approval = Given.Approval("a", Given.DE, ApprovalProcedure.PriorApproval) with
        {
            Decisions = [new Decision { Body = "A", Override = VotingRule.Parse("at least 2/3 of cast") }, new Decision { Body = "B" }],
        };
        ApprovalAct Vote(string body, Tally? tally = null) => new ApprovalAct.Approved { On = Day.PlusDays(2), Body = body, Overrides = true, Tally = tally };
        ImmutableArray<ApprovalAct> refused = [new ApprovalAct.Submitted { On = Day }, new ApprovalAct.Rejected { On = Day.PlusDays(1), Body = "B" }];

        Assert.Contains(
            "$.approvals.a.acts[1].overrides: found a vote to override, by a body that may not; expected a body with the rule 'override'.",
            Problems(approval with { Acts = [new ApprovalAct.Submitted { On = Day }, Vote("B")] }).Split('\n'));
        Assert.Equal(
            "$.approvals.a.acts[1]: found 'approved' on 2026-01-07, in the state 'submitted'; expected what this state allows: referred, scheduled, approved, "
                + "rejected, withdrawn, lapsed.",
            Problems(approval with { Acts = [new ApprovalAct.Submitted { On = Day }, Vote("A")] }));
        Assert.Equal(
            "$.approvals.a.acts[2]: found 'approved' on 2026-01-07, in the state 'submitted'; expected what this state allows: referred, scheduled, approved, "
                + "rejected, withdrawn, lapsed (each body decides once, all on one mandate; 'overrides' only after a refusal).",
            Problems(approval with { Acts = [.. refused, new ApprovalAct.Approved { On = Day.PlusDays(2), Body = "A" }] }));
        Assert.Equal(
            "$.approvals.a.acts[2].tally: found 60 to 40, 0 abstaining, recorded as approved; expected a count that 'at least 2/3 of cast' carries.",
            Problems(approval with { Acts = [.. refused, Vote("A", new Tally(60, 40))] }));
        Assert.NotNull(CoalitionModel.Create(Given.Draft with { Approvals = [approval with { Acts = [.. refused, Vote("A", new Tally(70, 30))] }] }));
    }

    [Fact]
    public void JointSitting_VotesAsOne()
    {
        var majority = VotingRule.Parse("more than 1/2 of members");
        var approval = Given.Approval("a", Given.DE, ApprovalProcedure.PriorApproval) with
        {
            Combination = DecisionCombination.JointSitting,
            Decisions = [new Decision { Body = "A", Members = 100, Rule = majority }, new Decision { Body = "B", Members = 50, Rule = majority }],
        };
        ParliamentaryApproval Voted(Tally tally, string? body = null) => approval with
        {
            Acts = [new ApprovalAct.Submitted { On = Day }, new ApprovalAct.Approved { On = Day, Tally = tally, Body = body }],
        };

        Assert.NotNull(CoalitionModel.Create(Given.Draft with { Approvals = [Voted(new Tally(76, 74))] }));
        Assert.Equal(
            "$.approvals.a.acts[1].tally: found 75 to 70, 0 abstaining, recorded as approved; expected a count that 'more than 1/2 of members' carries.",
            Problems(Voted(new Tally(75, 70))));
        Assert.Equal(
            "$.approvals.a.acts[1].tally: found 151 votes (76 to 75, 0 abstaining); expected at most the 150 members of the joint sitting.", Problems(Voted(new Tally(76, 75))));
        Assert.Equal("$.approvals.a.acts[1].body: found 'A'; expected no body: they sit as one.", Problems(Voted(new Tally(76, 74), "A")));
        Assert.Equal(
            "$.approvals.a.decisions: found several rules of bodies that sit as one; expected one rule for all of them.",
            Problems(approval with { Decisions = [approval.Decisions[0], approval.Decisions[1] with { Rule = null }] }));
    }

    [Fact]
    public void Mandate_ExtendableToBeforeItsEnd_Refused()
    {
        ParliamentaryApproval Asking(LocalDate? until) => Given.Approval(
            "a", Given.DE, ApprovalProcedure.PriorApproval, new ApprovalAct.Submitted { On = Day, Mandate = new Mandate { Until = until, ExtendableUntil = new LocalDate(2026, 3, 1) } });

        Assert.Equal(
            "$.approvals.a.acts[0].mandate.extendableUntil: found 2026-03-01; expected a day on or after the last, 2026-03-02.", Problems(Asking(new LocalDate(2026, 3, 2))));
        Assert.Equal("$.approvals.a.acts[0].mandate.extendableUntil: found 2026-03-01; expected none: the mandate has no last day.", Problems(Asking(null)));
        Assert.NotNull(CoalitionModel.Create(Given.Draft with { Approvals = [Asking(new LocalDate(2026, 3, 1))] }));
    }

    [Fact]
    public void StatutoryMandate_ThatMakesNoSense_Refused() => Assert.Equal(
        "$.approvals.a.statutoryMandate.until: found 2026-01-01; expected a day on or after the first, 2026-01-05.",
        Problems(Given.Approval("a", Given.DE, ApprovalProcedure.NotRequired) with { StatutoryMandate = new Mandate { From = Day, Until = new LocalDate(2026, 1, 1) } }));

    private static string Problems(ParliamentaryApproval approval) => Given.Problems(Given.Draft with { Approvals = [approval] });
}
