using System.Collections.Immutable;
using Coalition.Approvals;
using Coalition.Requirements;
using Coalition.Tests.Fixtures;
using NodaTime;

namespace Coalition.Tests.Approvals;

/// <summary>What follows from the acts of one approval: in any order, by several bodies, as published, with deadlines and renewals.</summary>
public class ApprovalHistoryTests
{
    private static readonly LocalDate Day1 = new(2026, 1, 5);
    private static readonly LocalDate Day2 = new(2026, 1, 6);
    private static readonly LocalDate Day3 = new(2026, 1, 7);

    [Fact]
    public void Acts_OfOneDay_FoldInWhateverOrderTheyStand()
    {
        ImmutableArray<ApprovalAct> acts = [Committed(Day1), Submitted(Day1), Approved(Day1)];

        foreach (var order in Orders(acts))
        {
            Assert.Equal("approved", Model(ApprovalProcedure.CommitmentToVote, order).ApprovalState("a", Day1).Name);
        }
    }

    [Fact]
    public void Acts_OfSeveralDays_FoldInTheOrderOfTheirDays()
    {
        foreach (var order in Orders([Submitted(Day1), Approved(Day2), Revoked(Day3)]))
        {
            var model = Model(ApprovalProcedure.PriorApproval, order);
            Assert.Equal(
                ["not requested", "submitted", "approved", "revoked"],
                new[] { Day1.PlusDays(-1), Day1, Day2, Day3 }.Select(d => model.ApprovalState("a", d).Name));
        }
    }

    [Fact]
    public void Acts_TakenBackAndAskedAgainOnOneDay_AreAskedAgain()
    {
        foreach (var order in Orders([Submitted(Day1), Withdrawn(Day2), Submitted(Day2, new Mandate { Until = Day3 })]))
        {
            var state = Assert.IsType<ParliamentaryApprovalState.Submitted>(Model(ApprovalProcedure.PriorApproval, order).ApprovalState("a", Day2));
            Assert.Equal(new Motion { On = Day2, Asked = new Mandate { Until = Day3 } }, state.Motion);
        }
    }

    [Fact]
    public void Acts_OfOneDayThatEndDifferently_Refused()
    {
        foreach (var order in Orders([Submitted(Day1), Approved(Day2), Submitted(Day3), Revoked(Day3)]))
        {
            Assert.Matches(
                "^\\$.approvals.a.acts: found ('submitted' and 'revoked'|'revoked' and 'submitted') on 2026-01-07; expected entries of one day to end in one "
                    + "state whatever their order, not in (revoked or submitted|submitted or revoked).$",
                Given.Problems(() => Model(ApprovalProcedure.PriorApproval, order)));
        }
    }

    [Fact]
    public void Acts_OfOneDayWithNoAllowedOrder_Refused() => Assert.Equal(
        "$.approvals.a.acts: found 'approved' and 'rejected' on 2026-01-06, in the state 'submitted'; expected what this state allows: referred, scheduled, approved, rejected, withdrawn, lapsed.",
        Given.Problems(() => Model(ApprovalProcedure.PriorApproval, [Submitted(Day1), Approved(Day2), Rejected(Day2)])));

    [Fact]
    public void Acts_SevenOnOneDay_Refused()
    {
        ImmutableArray<ApprovalAct> seven = [.. Enumerable.Range(0, 7).Select(i => i % 2 == 0 ? Submitted(Day1) : (ApprovalAct)Withdrawn(Day1))];

        Assert.Equal(
            "$.approvals.a.acts: found 7 entries on 2026-01-05; expected at most 6 a day.",
            Given.Problems(() => Model(ApprovalProcedure.PriorApproval, seven)));
        Assert.Equal("withdrawn", Model(ApprovalProcedure.PriorApproval, seven[1..]).ApprovalState("a", Day1).Name);
    }

    [Fact]
    public void Published_OutOfOrder_EachRecordMustFold()
    {
        // Only on the ninth is it published that the request was made: on the sixth, the consent came out of nowhere.
        Assert.Equal(
            "$.approvals.a.acts[1]: found 'approved' on 2026-01-06, by what was published up to 2026-01-06, in the state 'not requested'; "
                + "expected what this state allows: preConsulted, submitted.",
            Given.Problems(() => Model(
                ApprovalProcedure.PriorApproval, [Submitted(Day1) with { Published = new PublicationDate(new LocalDate(2026, 1, 9)) }, Approved(Day2)])));

        // Both at once, or the consent later still, is fine.
        foreach (var later in new[] { 9, 10 })
        {
            var model = Model(
                ApprovalProcedure.PriorApproval,
                [
                    Submitted(Day1) with { Published = new PublicationDate(new LocalDate(2026, 1, 9)) },
                    Approved(Day2) with { Published = new PublicationDate(new LocalDate(2026, 1, later)) },
                ]);
            Assert.Equal("not requested", model.ApprovalState("a", Day3, new LocalDate(2026, 1, 8)).Name);
            Assert.Equal(later == 9 ? "approved" : "submitted", model.ApprovalState("a", Day3, new LocalDate(2026, 1, 9)).Name);
            Assert.Equal("approved", model.ApprovalState("a", Day3).Name);
        }
    }

    [Fact]
    public void Published_TwoActsOfOneDayOnDifferentDays_EachRecordMustFold() => Assert.Equal(
        "$.approvals.a.acts[0]: found 'approved' on 2026-01-05, by what was published up to 2026-01-05, in the state 'not requested'; "
            + "expected what this state allows: preConsulted, submitted.",
        Given.Problems(() => Model(
            ApprovalProcedure.PriorApproval, [Approved(Day1), Submitted(Day1) with { Published = new PublicationDate(Day2) }])));

    [Fact]
    public void Published_WithTheSource_CountsFromItsDate()
    {
        var model = CoalitionModel.Create(Given.Draft with
        {
            Sources = [new Source { Id = "gazette", Label = SourceLabel.Fact, Title = "x", Published = new PublicationDate(Day3) }],
            Approvals = [Given.Approval("a", Given.FR, ApprovalProcedure.PriorApproval, Submitted(Day1) with { Source = "gazette" })],
        });

        Assert.Equal("not requested", model.ApprovalState("a", Day3, Day2).Name);
        Assert.Equal("submitted", model.ApprovalState("a", Day1, Day3).Name);
    }

    [Fact]
    public void Assumption_AlwaysOnRecord()
    {
        var model = Model(
            ApprovalProcedure.PriorApproval,
            [Submitted(new LocalDate(2026, 2, 1)) with { Assumed = true }, Approved(new LocalDate(2026, 3, 1)) with { Assumed = true }]);

        Assert.Equal("submitted", model.ApprovalState("a", new LocalDate(2026, 2, 28)).Name);
        Assert.Equal("approved", model.ApprovalState("a", new LocalDate(2026, 3, 1)).Name);
        Assert.Equal("approved", model.ApprovalState("a", new LocalDate(2026, 3, 1), Day1).Name);
    }

    [Fact]
    public void Assumption_OnTopOfTheRecord_CountsOnceWhatItBuildsOnIsKnown()
    {
        var vote = new LocalDate(2026, 4, 1);
        var model = Model(ApprovalProcedure.PriorApproval, [Submitted(Day2)]).AddAct("a", Approved(vote) with { Assumed = true });

        Assert.Equal("submitted", model.ApprovalState("a", vote.PlusDays(-1)).Name);
        Assert.Equal("approved", model.ApprovalState("a", vote).Name);

        // Before the request was published there is nothing that the assumed vote could follow.
        Assert.Equal("not requested", model.ApprovalState("a", vote, Day1).Name);
        Assert.Equal("approved", model.ApprovalState("a", vote, Day2).Name);
    }

    // Found by the property of losses: an assumption without effect took another of its day with it.
    [Fact]
    public void Assumption_WithoutEffect_LeavesTheOthersOfItsDayTheirs()
    {
        var day = new LocalDate(2026, 4, 1);
        var model = Model(
            ApprovalProcedure.PriorApproval,
            [
                Submitted(Day1), Approved(Day1) with { Published = new PublicationDate(Day2) }, Submitted(Day2),
                new ApprovalAct.Withdrawn { On = day, Assumed = true }, new ApprovalAct.Revoked { On = day, Assumed = true },
            ]);

        Assert.Equal("revoked", model.ApprovalState("a", day).Name);

        // Before the approval was published there is none to revoke, but a request to withdraw.
        Assert.Equal("withdrawn", model.ApprovalState("a", day, Day1).Name);
    }

    [Fact]
    public void Assumption_ThatTheWholeRecordDoesNotAllow_Refused() => Assert.Equal(
        "$.approvals.a.acts[1]: found 'revoked' on 2026-04-01, in the state 'submitted'; expected what this state allows: referred, scheduled, approved, rejected, withdrawn, lapsed.",
        Given.Problems(() => Model(ApprovalProcedure.PriorApproval, [Submitted(Day2)])
            .AddAct("a", new ApprovalAct.Revoked { On = new LocalDate(2026, 4, 1), Assumed = true })));

    [Fact]
    public void Due_PassedWithoutADecision_IsOverdueOnTheDaysAfter()
    {
        var model = CoalitionModel.Create(Given.Draft with
        {
            Approvals = [Given.Approval("a", Given.FR, ApprovalProcedure.PriorApproval, Submitted(Day1)) with { Due = Day2 }],
        });

        Assert.Equal("submitted", model.ApprovalState("a", Day2).Name);
        Assert.Equal(new ParliamentaryApprovalState.Overdue(Day2, DeadlineKind.Decision), model.ApprovalState("a", Day3));

        // By what was known on the last day itself, it could still be decided in time.
        Assert.Equal("submitted", model.ApprovalState("a", Day3, Day2).Name);
        Assert.Equal("overdue", model.ApprovalState("a", Day3, Day3).Name);
        Assert.Equal("overdue", model.ApprovalState("a", new LocalDate(2027, 1, 1)).Name);
    }

    [Fact]
    public void Due_BeyondWhatIsKnown_LeavesTheMatterOpen()
    {
        var model = CoalitionModel.Create(Given.Draft with
        {
            Approvals = [Given.Approval("a", Given.FR, ApprovalProcedure.PriorApproval, Submitted(Day1)) with { Due = Given.AsOf }],
        });

        Assert.Equal("submitted", model.ApprovalState("a", new LocalDate(2026, 6, 1)).Name);
        Assert.Equal("overdue", model.WithAsOf(Given.AsOf.PlusDays(1)).ApprovalState("a", new LocalDate(2026, 6, 1)).Name);
    }

    [Fact]
    public void Due_OfEachState_FailsOnlyWhatIsPending()
    {
        string After(params ImmutableArray<ApprovalAct> acts) => CoalitionModel.Create(Given.Draft with
        {
            Approvals = [Given.Approval("a", Given.FR, ApprovalProcedure.CommitmentToVote, acts) with { Due = Day3 }],
        }).ApprovalState("a", Day3.PlusDays(1)).Name;

        Assert.Equal("overdue", After());
        Assert.Equal("overdue", After(Committed(Day1)));
        Assert.Equal("overdue", After(Submitted(Day1)));
        Assert.Equal("approved", After(Submitted(Day1), Approved(Day3)));
        Assert.Equal("approved, renewal requested", After(Submitted(Day1), Approved(Day2), Submitted(Day3)));
        Assert.Equal("rejected", After(Submitted(Day1), Rejected(Day2)));
        Assert.Equal("withdrawn", After(Committed(Day1), Withdrawn(Day2)));
    }

    [Fact]
    public void Due_DecidedLate_CountsFromThatDay()
    {
        var model = CoalitionModel.Create(Given.Draft with
        {
            Approvals = [Given.Approval("a", Given.FR, ApprovalProcedure.PriorApproval, Submitted(Day1), Approved(Day3)) with { Due = Day1 }],
        });

        Assert.Equal(["submitted", "overdue", "approved"], new[] { Day1, Day2, Day3 }.Select(d => model.ApprovalState("a", d).Name));
    }

    [Fact]
    public void Chambers_OneAfterTheOther_ApproveTogether()
    {
        foreach (var (first, second) in new[] { ("Chamber", "Senate"), ("Senate", "Chamber") })
        {
            var model = TwoChambers(Submitted(Day1), Approved(Day2, first), Approved(Day3, second));
            var partly = Assert.IsType<ParliamentaryApprovalState.Submitted>(model.ApprovalState("a", Day2));

            Assert.Equal([first], partly.Motion.ApprovedBy.AsEnumerable());
            Assert.Equal(Standing.Pending, partly.Standing);
            Assert.Equal(Day3, Assert.IsType<ParliamentaryApprovalState.Approved>(model.ApprovalState("a", Day3)).On);
        }
    }

    [Fact]
    public void Chambers_OnOneDay_ApproveTogetherInEitherOrder()
    {
        foreach (var order in Orders([Submitted(Day1), Approved(Day2, "Senate"), Approved(Day2, "Chamber")]))
        {
            Assert.Equal("approved", TwoChambers(order).ApprovalState("a", Day2).Name);
        }
    }

    [Fact]
    public void Chambers_OneRefusesAfterTheOtherConsented_IsRejectedByIt()
    {
        var model = TwoChambers(Submitted(Day1), Approved(Day2, "Chamber"), Rejected(Day3, "Senate"));

        Assert.Equal(new ParliamentaryApprovalState.Rejected(Day3, "Senate"), model.ApprovalState("a", Day3));
    }

    [Fact]
    public void Chambers_OneConsentsTwice_Refused() => Assert.StartsWith(
        "$.approvals.a.acts[2]: found 'approved' on 2026-01-07, in the state 'submitted'; expected what this state allows: ",
        Given.Problems(() => TwoChambers(Submitted(Day1), Approved(Day2, "Chamber"), Approved(Day3, "Chamber"))), StringComparison.Ordinal);

    [Fact]
    public void Chambers_GiveTheMandateThatOneStates_AndNotTwoDifferentOnes()
    {
        var mandate = new Mandate { Ceilings = [new Ceiling(null, 400)] };
        var model = TwoChambers(Submitted(Day1, new Mandate { Ceilings = [new Ceiling(null, 900)] }), Approved(Day2, "Chamber", mandate), Approved(Day3, "Senate"));

        Assert.Equal(mandate with { From = Day3 }, model.ApprovalState("a", Day3).MandateOn(Day3));
        Assert.Equal(
            mandate with { From = Day3 },
            TwoChambers(Submitted(Day1), Approved(Day2, "Chamber", mandate), Approved(Day3, "Senate", mandate with { })).ApprovalState("a", Day3).MandateOn(Day3));
        Assert.StartsWith(
            "$.approvals.a.acts[2]: found 'approved' on 2026-01-07, in the state 'submitted'; expected what this state allows: ",
            Given.Problems(() => TwoChambers(
                Submitted(Day1), Approved(Day2, "Chamber", mandate), Approved(Day3, "Senate", new Mandate { Ceilings = [new Ceiling(null, 500)] }))),
            StringComparison.Ordinal);
    }

    [Fact]
    public void Mandate_Given_IsTheOneAskedForUnlessTheConsentStatesAnother()
    {
        var asked = new Mandate { Until = new LocalDate(2026, 12, 31), Caveats = ["No combat"] };
        var given = new Mandate { From = Day3, Until = new LocalDate(2026, 6, 30) };

        Assert.Equal(asked with { From = Day2 }, Model(ApprovalProcedure.PriorApproval, [Submitted(Day1, asked), Approved(Day2)]).ApprovalState("a", Day2).MandateOn(Day2));
        var model = Model(ApprovalProcedure.PriorApproval, [Submitted(Day1, asked), Approved(Day2, mandate: given)]);
        Assert.Null(model.ApprovalState("a", Day2).MandateOn(Day2));
        Assert.Equal(given, model.ApprovalState("a", Day2).MandateOn(Day3));
    }

    [Fact]
    public void Renewal_GrantedBeforeTheOldMandateEnds_TakesOverOnItsFirstDay()
    {
        var old = new Mandate { Until = new LocalDate(2026, 1, 31), Ceilings = [new Ceiling(null, 400)] };
        var renewed = new Mandate { From = new LocalDate(2026, 2, 1), Until = new LocalDate(2027, 1, 31) };
        var model = Model(
            ApprovalProcedure.PriorApproval, [Submitted(Day1, old), Approved(Day2), Submitted(Day3, renewed), Approved(Given.AsOf)]);
        var state = Assert.IsType<ParliamentaryApprovalState.Approved>(model.ApprovalState("a", Given.AsOf));

        Assert.Equal([renewed, old with { From = Day2 }], state.Mandates.AsEnumerable());
        Assert.Null(state.MandateOn(Day2.PlusDays(-1)));
        Assert.Equal(old with { From = Day2 }, state.MandateOn(Day2));
        Assert.Equal(old with { From = Day2 }, state.MandateOn(new LocalDate(2026, 1, 31)));
        Assert.Equal(renewed, state.MandateOn(new LocalDate(2026, 2, 1)));

        // Even a mandate that has ended is the one that governs: no other has taken its place.
        Assert.Equal(renewed, state.MandateOn(new LocalDate(2030, 1, 1)));
    }

    [Fact]
    public void Renewal_WithoutAFirstDay_ReplacesTheMandateOnTheDayOfTheVote()
    {
        var model = Model(
            ApprovalProcedure.PriorApproval,
            [Submitted(Day1, new Mandate { Ceilings = [new Ceiling(null, 400)] }), Approved(Day1), Submitted(Day2, new Mandate { Ceilings = [new Ceiling(null, 600)] }), Approved(Day3)]);

        Assert.Equal(400, model.ApprovalState("a", Day2).MandateOn(Day2)!.Ceilings[0].AtMost);
        Assert.Equal(600, model.ApprovalState("a", Day3).MandateOn(Day3)!.Ceilings[0].AtMost);
        Assert.Equal(400, model.ApprovalState("a", Day3).MandateOn(Day2)!.Ceilings[0].AtMost);
    }

    [Theory]
    [InlineData("rejected")]
    [InlineData("withdrawn")]
    public void Renewal_RejectedOrWithdrawn_FallsBackToTheCurrentMandate(string end)
    {
        var mandate = new Mandate { From = Day1, Until = new LocalDate(2026, 6, 30) };
        var model = Model(
            ApprovalProcedure.PriorApproval,
            [Submitted(Day1, mandate), Approved(Day1), Submitted(Day2, new Mandate { Until = new LocalDate(2027, 6, 30) }), end == "rejected" ? Rejected(Day3) : Withdrawn(Day3)]);
        var before = model.ApprovalState("a", Day1);

        Assert.Equal(mandate, model.ApprovalState("a", Day2).MandateOn(Day2));
        Assert.Equal(before, model.ApprovalState("a", Day3));
        Assert.Equal(mandate, model.ApprovalState("a", Day3).MandateOn(new LocalDate(2026, 6, 30)));

        // And may be asked for again.
        Assert.Equal("approved, renewal requested", model.AddAct("a", Submitted(Given.AsOf)).ApprovalState("a", Given.AsOf).Name);
    }

    [Fact]
    public void Renewal_BeforeTwoChambers_KeepsWhoHasConsented()
    {
        var model = TwoChambers(
            Submitted(Day1), Approved(Day1, "Chamber"), Approved(Day1, "Senate"), Submitted(Day2, new Mandate { Until = Day3 }), Approved(Day3, "Senate"));
        var state = Assert.IsType<ParliamentaryApprovalState.RenewalRequested>(model.ApprovalState("a", Day3));

        Assert.Equal(new Motion { On = Day2, Asked = new Mandate { Until = Day3 }, ApprovedBy = ["Senate"] }, state.Motion);
        Assert.Equal(new Mandate { From = Day1 }, state.MandateOn(Day3));
    }

    [Fact]
    public void Revoked_EndsEveryMandate()
    {
        var model = Model(ApprovalProcedure.PriorApproval, [Submitted(Day1), Approved(Day1), Submitted(Day2), Revoked(Day3)]);

        Assert.NotNull(model.ApprovalState("a", Day2).MandateOn(Day2));
        Assert.Null(model.ApprovalState("a", Day3).MandateOn(Day2));
    }

    [Theory]
    [InlineData("Upper House", "'Upper House'", "one of Chamber, Senate")]
    [InlineData(null, "no body, of several that decide", "one of Chamber, Senate")]
    public void Body_NotAmongThoseThatDecide_Refused(string? body, string found, string expected) => Assert.Contains(
        $"$.approvals.a.acts[1].body: found {found}; expected {expected}.",
        Given.Problems(() => TwoChambers(Submitted(Day1), Rejected(Day2, body))).Split('\n'));

    [Fact]
    public void Body_WhereNoneIsNamed_Refused() => Assert.Equal(
        "$.approvals.a.acts[1].body: found 'Senate'; expected no body: the approval names none.",
        Given.Problems(() => Model(ApprovalProcedure.PriorApproval, [Submitted(Day1), Approved(Day2, "Senate")])));

    [Fact]
    public void Body_OfOnlyOne_MayBeLeftOutOrNamed()
    {
        var approval = Given.Approval("a", Given.FR, ApprovalProcedure.PriorApproval) with { Decisions = [new Decision { Body = "Senate" }] };

        foreach (var body in new[] { null, "Senate" })
        {
            var model = CoalitionModel.Create(Given.Draft with { Approvals = [approval with { Acts = [Submitted(Day1), Approved(Day2, body)] }] });
            Assert.Equal("approved", model.ApprovalState("a", Day2).Name);
        }
    }

    [Fact]
    public void Bodies_OneTwice_Refused() => Assert.Equal(
        "$.approvals.a.decisions[1].body: found 'Senate' again; expected each body at most once.",
        Given.Problems(Given.Draft with
        {
            Approvals =
            [
                Given.Approval("a", Given.FR, ApprovalProcedure.PriorApproval) with { Decisions = [new Decision { Body = "Senate" }, new Decision { Body = "Senate" }] },
            ],
        }));

    [Fact]
    public void Nation_ThatIsNoHost_CannotConsentAsOne() => Assert.Equal(
        "$.approvals.a.nation: found 'FR', which is no host; expected a nation with the role host, for the procedure hostConsent.",
        Given.Problems(Given.Draft with { Approvals = [Given.Approval("a", Given.FR, ApprovalProcedure.HostConsent)] }));

    [Fact]
    public void Mandate_TwoCeilingsOfOneKind_Refused() => Assert.Equal(
        """
        $.approvals.a.acts[0].mandate.ceilings: found a second ceiling for land; expected at most one for each support type and one for the total.
        $.approvals.a.acts[0].mandate.ceilings: found a second ceiling for the total; expected at most one for each support type and one for the total.
        """,
        Given.Problems(() => Model(
            ApprovalProcedure.PriorApproval,
            [Submitted(Day1, new Mandate { Ceilings = [new Ceiling("land", 1), new Ceiling(null, 1), new Ceiling("land", 2), new Ceiling(null, 2)] })])));

    [Fact]
    public void Mandate_SupportTypesThatDoNotExist_Reported()
    {
        var problems = Given.Problems(() => Model(
            ApprovalProcedure.PriorApproval, [Submitted(Day1, new Mandate { Ceilings = [new Ceiling("tanks", 1)], Support = ["land", "horses"] })])).Split('\n');

        Assert.StartsWith("$.approvals.a.acts[0].mandate.ceilings.tanks: found 'tanks'; expected a support type that the model declares, or ", problems[0], StringComparison.Ordinal);
        Assert.StartsWith("$.approvals.a.acts[0].mandate.support[1]: found 'horses'; expected a support type that the model declares, or ", problems[1], StringComparison.Ordinal);
        Assert.Equal(2, problems.Length);
    }

    [Fact]
    public void Tally_OfMoreThanTheMembers_Refused() => Assert.Equal(
        "$.approvals.a.acts[1].tally: found 101 votes (60 to 40, 1 abstaining); expected at most the 100 members of Senate.",
        Given.Problems(() => Senate("more than 1/2 of cast", Approved(Day2) with { Tally = new Tally(60, 40, 1) })));

    [Fact]
    public void Tally_ContraryToTheOutcome_Refused()
    {
        Assert.Equal(
            "$.approvals.a.acts[1].tally: found 40 to 40, 20 abstaining, recorded as approved; expected a count that 'more than 1/2 of cast' carries.",
            Given.Problems(() => Senate("more than 1/2 of cast", Approved(Day2) with { Tally = new Tally(40, 40, 20) })));
        Assert.Equal(
            "$.approvals.a.acts[1].tally: found 51 to 49, 0 abstaining, recorded as rejected; expected a count that 'at least 51/100 of members' does not carry.",
            Given.Problems(() => Senate("at least 51/100 of members", Rejected(Day2) with { Tally = new Tally(51, 49) })));
    }

    [Fact]
    public void Tally_WhereTheRuleOrTheMembersAreNotKnown_IsNotChecked()
    {
        var approval = Given.Approval("a", Given.FR, ApprovalProcedure.PriorApproval, Submitted(Day1), Approved(Day2) with { Tally = new Tally(1, 99) });

        Assert.NotNull(CoalitionModel.Create(Given.Draft with { Approvals = [approval] }));
        Assert.NotNull(CoalitionModel.Create(Given.Draft with { Approvals = [approval with { Decisions = [new Decision { Body = "Senate" }] }] }));
        Assert.NotNull(CoalitionModel.Create(Given.Draft with
        {
            Approvals = [approval with { Decisions = [new Decision { Body = "Senate", Rule = VotingRule.Parse("more than 1/2 of members") }] }],
        }));
    }

    [Fact]
    public void Condition_OfAMandate_KeptInTheState()
    {
        var mandate = new Mandate { Condition = new Requirement.Holds("ceasefire") };
        var state = Model(ApprovalProcedure.PriorApproval, [Submitted(Day1, mandate), Approved(Day2)]).ApprovalState("a", Day2);

        Assert.Equal(new Requirement.Holds("ceasefire"), state.MandateOn(Day2)!.Condition);
    }

    private static CoalitionModel Model(ApprovalProcedure procedure, ImmutableArray<ApprovalAct> acts) =>
        CoalitionModel.Create(Given.Draft with { Approvals = [Given.Approval("a", Given.FR, procedure, acts)] });

    private static CoalitionModel TwoChambers(params ImmutableArray<ApprovalAct> acts) => CoalitionModel.Create(Given.Draft with
    {
        Approvals =
        [
            Given.Approval("a", Given.FR, ApprovalProcedure.PriorApproval, acts) with
            {
                Decisions = [new Decision { Body = "Chamber" }, new Decision { Body = "Senate" }],
            },
        ],
    });

    private static CoalitionModel Senate(string rule, ApprovalAct vote) => CoalitionModel.Create(Given.Draft with
    {
        Approvals =
        [
            Given.Approval("a", Given.FR, ApprovalProcedure.PriorApproval, Submitted(Day1), vote) with
            {
                Decisions = [new Decision { Body = "Senate", Members = 100, Rule = VotingRule.Parse(rule) }],
            },
        ],
    });

    private static IEnumerable<ImmutableArray<ApprovalAct>> Orders(ImmutableArray<ApprovalAct> acts) => acts.IsEmpty
        ? [[]]
        : acts.SelectMany((a, i) => Orders(acts.RemoveAt(i)).Select(rest => rest.Insert(0, a)));

    private static ApprovalAct.Committed Committed(LocalDate on) => new() { On = on };

    private static ApprovalAct.Submitted Submitted(LocalDate on, Mandate? mandate = null) => new() { On = on, Mandate = mandate };

    private static ApprovalAct.Approved Approved(LocalDate on, string? body = null, Mandate? mandate = null) => new() { On = on, Body = body, Mandate = mandate };

    private static ApprovalAct.Rejected Rejected(LocalDate on, string? body = null) => new() { On = on, Body = body };

    private static ApprovalAct.Withdrawn Withdrawn(LocalDate on) => new() { On = on };

    private static ApprovalAct.Revoked Revoked(LocalDate on) => new() { On = on };
}
