using System.Collections.Immutable;
using Coalition.Approvals;
using Coalition.Tests.Fixtures;
using Coalition.Tests.Generators;
using NodaTime;

namespace Coalition.Tests.Approvals;

/// <summary>Deadlines at their edges, by worked examples (rule S2).</summary>
public class DeadlinesTests
{
    private static readonly LocalDate AsOf = new(2026, 12, 31);

    // Germany: silence of seven days is consent (ParlBG § 4).
    private static readonly ParliamentaryApproval silent = Given.Approval("a", Given.DE, ApprovalProcedure.TacitApproval) with { Silence = LegalPeriod.Parse("P7D") };

    // France: information within three days of the intervention, consent beyond four months (Constitution, article 35).
    private static readonly ParliamentaryApproval french = Given.Approval("a", Given.FR, ApprovalProcedure.ExPostApproval) with
    {
        InformWithin = LegalPeriod.Parse("P3D"),
        DecideWithin = LegalPeriod.Parse("P4M"),
    };

    // The United States: a report within 48 hours, sixty days from it or from when it was due (War Powers Resolution, sections 4 and 5).
    private static readonly ParliamentaryApproval american = Given.Approval("a", Given.FR, ApprovalProcedure.ExPostApproval) with
    {
        InformWithin = LegalPeriod.Parse("P2D"),
        DecideWithin = LegalPeriod.Parse("P60D"),
        DecideFrom = PeriodStart.Information,
    };

    [Theory]
    [InlineData("2026-03-02", "submitted")]
    [InlineData("2026-03-09", "submitted")]
    [InlineData("2026-03-10", "approved tacitly")]
    [InlineData("2026-12-31", "approved tacitly")]
    public void Silence_OfSevenDaysFrom2March_IsConsentFromThe10th(string on, string state) =>
        Assert.Equal(state, State(silent, on, null, Submitted("2026-03-02")).Name);

    [Fact]
    public void Silence_Kept_TakesEffectOnTheDayAfterThePeriod() => Assert.Equal(
        new ParliamentaryApprovalState.Approved(Given.Day("2026-03-10"), [new Mandate { From = Given.Day("2026-03-10"), Until = AsOf }], IsTacit: true),
        State(silent, "2026-04-01", null, new ApprovalAct.Submitted { On = Given.Day("2026-03-02"), Mandate = new Mandate { Until = AsOf } }));

    [Theory]
    [InlineData("2026-03-08", "submitted")]
    [InlineData("2026-03-09", "submitted")]
    [InlineData("2026-03-10", "approved tacitly")]
    public void Silence_EndingAfterWhatIsKnown_LeavesTheMatterOpen(string known, string state)
    {
        Assert.Equal(state, State(silent, "2026-06-01", known, Submitted("2026-03-02")).Name);
        Assert.Equal(state, CoalitionModel.Create(Given.Draft with { AsOf = Given.Day(known), Approvals = [silent with { Acts = [Submitted("2026-03-02")] }] })
            .ApprovalState("a", Given.Day("2026-06-01")).Name);
    }

    [Fact]
    public void Silence_BrokenOnItsLastDay_IsNoConsent()
    {
        Assert.Equal("submitted, objected to", State(silent, "2026-06-01", null, Submitted("2026-03-02"), Objected("2026-03-09")).Name);
        Assert.Equal(
            "approved", State(silent, "2026-06-01", null, Submitted("2026-03-02"), Objected("2026-03-09"), new ApprovalAct.Approved { On = Given.Day("2026-04-01") }).Name);
        Assert.Equal("approved", State(silent, "2026-03-05", null, Submitted("2026-03-02"), new ApprovalAct.Approved { On = Given.Day("2026-03-04") }).Name);
    }

    [Fact]
    public void Silence_BrokenOnTheDayAfter_IsRefused() => Assert.Equal(
        "$.approvals.a.acts[1]: found 'objected' on 2026-03-10, in the state 'approved tacitly'; "
            + "expected what this state allows: submitted, extended, revoked ('extended' only as far as the mandate lets the government).",
        Given.Problems(() => Model(silent, Submitted("2026-03-02"), Objected("2026-03-10"))));

    [Fact]
    public void Silence_OnARenewal_ExtendsTheApproval()
    {
        var first = new Mandate { Until = Given.Day("2026-06-30") };
        ImmutableArray<ApprovalAct> acts =
        [
            new ApprovalAct.Submitted { On = Given.Day("2026-03-02"), Mandate = first },
            new ApprovalAct.Submitted { On = Given.Day("2026-06-01"), Mandate = new Mandate { From = Given.Day("2026-07-01") } },
        ];

        Assert.Equal("approved tacitly, renewal requested", State(silent, "2026-06-08", null, acts).Name);
        var renewed = Assert.IsType<ParliamentaryApprovalState.Approved>(State(silent, "2026-06-09", null, acts));
        Assert.Equal([new Mandate { From = Given.Day("2026-07-01") }, first with { From = Given.Day("2026-03-10") }], renewed.Mandates.AsEnumerable());
    }

    [Fact]
    public void Silence_InSittingDays_EndsWithThem()
    {
        var sitting = silent with { Silence = new LegalPeriod(2), SittingDays = [Given.Day("2026-03-12"), Given.Day("2026-03-02"), Given.Day("2026-03-10")] };

        Assert.Equal("submitted", State(sitting, "2026-03-12", null, Submitted("2026-03-02")).Name);
        Assert.Equal("approved tacitly", State(sitting, "2026-03-13", null, Submitted("2026-03-02")).Name);

        // Where the days given do not reach, nobody can say when it ends.
        Assert.Equal("submitted", State(sitting, "2026-12-01", null, Submitted("2026-03-10")).Name);
        Assert.Equal([new ApprovalDeadline(DeadlineKind.Silence, null)], Model(sitting, Submitted("2026-03-10")).Deadlines("a", AsOf).AsEnumerable());
    }

    [Fact]
    public void Silence_AnAnnouncedActAfterIt_CountsItAsKept()
    {
        // The source announces on the first what is to happen on the twentieth: by then, silence will have been consent, although nobody knows it yet.
        var model = CoalitionModel.Create(Given.Draft with
        {
            AsOf = Given.Day("2026-04-01"),
            Sources = [new Source { Id = "plan", Label = SourceLabel.Fact, Title = "x", Published = new PublicationDate(Given.Day("2026-03-01")) }],
            Approvals = [silent with { Acts = [Submitted("2026-03-02") with { Source = "plan" }, Submitted("2026-03-20") with { Source = "plan" }] }],
        });

        Assert.Equal("submitted", model.ApprovalState("a", Given.Day("2026-03-19"), Given.Day("2026-03-05")).Name);
        Assert.Equal("approved tacitly, renewal requested", model.ApprovalState("a", Given.Day("2026-03-25"), Given.Day("2026-03-05")).Name);
    }

    [Theory]
    [InlineData("2026-03-04", "acting without consent")]
    [InlineData("2026-03-05", "overdue")]
    [InlineData("2026-07-01", "overdue")]
    [InlineData("2026-07-02", "must terminate")]
    public void French_NeverInformed_OverdueFromThe5thOfMarch_MustTerminateFromThe2ndOfJuly(string on, string state) =>
        Assert.Equal(state, State(french, on, null, Begun("2026-03-01")).Name);

    [Theory]
    [InlineData("2026-03-05", "overdue")]
    [InlineData("2026-03-06", "acting without consent")]
    [InlineData("2026-07-01", "acting without consent")]
    [InlineData("2026-07-02", "must terminate")]
    public void French_InformedLate_OverdueUntilThen(string on, string state) =>
        Assert.Equal(state, State(french, on, null, Begun("2026-03-01"), Informed("2026-03-06")).Name);

    [Fact]
    public void French_ConsentInTimeOrLate_Approves()
    {
        ImmutableArray<ApprovalAct> until = [Begun("2026-03-01"), Informed("2026-03-03"), Submitted("2026-06-01")];
        ApprovalAct Approved(string day) => new ApprovalAct.Approved { On = Given.Day(day) };

        Assert.Equal("approved", State(french, "2026-07-02", null, until.Add(Approved("2026-07-01"))).Name);
        Assert.Equal("must terminate", State(french, "2026-07-09", null, until.Add(Approved("2026-07-10"))).Name);
        Assert.Equal("approved", State(french, "2026-07-10", null, until.Add(Approved("2026-07-10"))).Name);
        Assert.Equal(
            new ParliamentaryApprovalState.MustTerminate(Given.Day("2026-07-02"), TerminationCause.DeadlinePassed), State(french, "2026-08-01", null, until));
    }

    [Fact]
    public void French_ConsentDueAfterWhatIsKnown_Pends()
    {
        var due = Assert.IsType<ParliamentaryApprovalState.ConsentDue>(State(french, "2026-07-02", "2026-07-01", Begun("2026-03-01"), Informed("2026-03-03")));

        Assert.Equal((Given.Day("2026-07-01"), null), (due.LastDay, due.Motion));
        Assert.Equal("acting without consent", State(french, "2026-07-01", "2026-06-01", Begun("2026-03-01"), Informed("2026-03-03")).Name);
        Assert.Equal("must terminate", State(french, "2026-07-02", "2026-07-02", Begun("2026-03-01"), Informed("2026-03-03")).Name);
    }

    [Fact]
    public void French_OverdueInformation_StaysSoWhenConsentIsDueBeyondWhatIsKnown() =>
        Assert.Equal(new ParliamentaryApprovalState.Overdue(Given.Day("2026-03-04"), DeadlineKind.Information), State(french, "2026-08-01", "2026-06-01", Begun("2026-03-01")));

    [Fact]
    public void French_Deadlines_ToldWhileTheyRun()
    {
        var model = Model(french, Begun("2026-03-01"), Informed("2026-03-03"));

        Assert.Empty(model.Deadlines("a", Given.Day("2026-02-28")));
        Assert.Equal(
            [new ApprovalDeadline(DeadlineKind.Information, Given.Day("2026-03-04")), new ApprovalDeadline(DeadlineKind.Consent, Given.Day("2026-07-01"))],
            model.Deadlines("a", Given.Day("2026-03-01")).AsEnumerable());
        Assert.Equal([new ApprovalDeadline(DeadlineKind.Consent, Given.Day("2026-07-01"))], model.Deadlines("a", Given.Day("2026-03-03")).AsEnumerable());
    }

    [Theory]
    [InlineData(null, "2026-05-02")]
    [InlineData("2026-03-02", "2026-05-01")]
    [InlineData("2026-03-03", "2026-05-02")]
    [InlineData("2026-03-20", "2026-05-02")]
    [InlineData("2026-02-20", "2026-04-30")]
    public void American_SixtyDays_RunFromTheReportOrFromWhenItWasDue(string? informed, string last)
    {
        // Begun on the first of March; a report made before is taken as made on that day.
        ImmutableArray<ApprovalAct> acts = informed is null ? [Begun("2026-03-01")] : [Begun("2026-03-01"), Informed(informed)];
        var day = Given.Day(last);

        Assert.Contains(new ApprovalDeadline(DeadlineKind.Consent, day), Model(american, acts).Deadlines("a", new LocalDate(2026, 4, 1)));
        Assert.Equal("must terminate", Model(american, acts).ApprovalState("a", day.PlusDays(1)).Name);
        Assert.NotEqual("must terminate", Model(american, acts).ApprovalState("a", day).Name);
    }

    [Fact]
    public void American_ReportedAgain_TheFirstReportCounts()
    {
        var model = Model(american, Begun("2026-03-01"), Informed("2026-03-02"), Informed("2026-03-20"), Informed("2026-05-01"));

        Assert.Equal([new ApprovalDeadline(DeadlineKind.Consent, Given.Day("2026-05-01"))], model.Deadlines("a", Given.Day("2026-04-01")).AsEnumerable());
        Assert.Equal("acting without consent", model.ApprovalState("a", Given.Day("2026-05-01")).Name);
        Assert.Equal("must terminate", model.ApprovalState("a", Given.Day("2026-05-02")).Name);
    }

    [Fact]
    public void American_WithoutATimeForTheReport_NothingRunsUntilItIsMade()
    {
        var law = american with { InformWithin = null };

        Assert.Equal("acting without consent", State(law, "2026-12-01", null, Begun("2026-03-01")).Name);
        Assert.Equal("must terminate", State(law, "2026-07-01", null, Begun("2026-03-01"), Informed("2026-04-01")).Name);
    }

    [Fact]
    public void Due_BesideTheTimeForInformation_TheEarlierCounts()
    {
        var law = Given.Approval("a", Given.FR, ApprovalProcedure.InformationOnly) with
        {
            InformFirst = true,
            InformWithin = LegalPeriod.Parse("P30D"),
            Due = Given.Day("2026-03-05"),
        };

        Assert.Equal(new ParliamentaryApprovalState.Overdue(Given.Day("2026-03-05"), DeadlineKind.Decision), State(law, "2026-03-06", null, Begun("2026-03-01")));
        Assert.Equal(new ParliamentaryApprovalState.Overdue(Given.Day("2026-03-05"), DeadlineKind.Decision), State(law, "2026-03-06", null));
        Assert.Equal("informed", State(law, "2026-03-06", null, Begun("2026-03-01"), Informed("2026-03-06")).Name);
    }

    [Fact]
    public void Due_OfExecutiveAction_EndsItWhereItIsEarlierThanTheLaw()
    {
        Assert.Equal("must terminate", State(french with { Due = Given.Day("2026-05-01") }, "2026-05-02", null, Begun("2026-03-01"), Informed("2026-03-02")).Name);
        Assert.Equal("acting without consent", State(french with { Due = Given.Day("2026-09-01") }, "2026-07-01", null, Begun("2026-03-01"), Informed("2026-03-02")).Name);
        Assert.Equal("must terminate", State(french with { Due = Given.Day("2026-09-01") }, "2026-07-02", null, Begun("2026-03-01"), Informed("2026-03-02")).Name);
        Assert.Equal("may act first", State(french with { Due = Given.Day("2026-05-01") }, "2026-06-01", null).Name);
    }

    [Fact]
    public void Lapsed_ByDissolution_LeavesARequestOpenAndAMandateStanding()
    {
        var approval = Given.Approval("a", Given.DE, ApprovalProcedure.PriorApproval) with { Due = Given.Day("2026-09-30") };
        var lapsed = new ApprovalAct.Lapsed { On = Given.Day("2026-04-01") };
        ImmutableArray<ApprovalAct> given = [Submitted("2026-03-02"), new ApprovalAct.Approved { On = Given.Day("2026-03-10") }];
        var fallen = State(approval, "2026-04-01", null, Submitted("2026-03-02"), lapsed);

        Assert.Equal(("lapsed by dissolution", Standing.Pending), (fallen.Name, fallen.Standing));
        Assert.Equal("overdue", State(approval, "2026-10-01", null, Submitted("2026-03-02"), lapsed).Name);
        Assert.Equal("submitted", State(approval, "2026-05-01", null, Submitted("2026-03-02"), lapsed, Submitted("2026-05-01")).Name);
        Assert.Equal(State(approval, "2026-03-20", null, given), State(approval, "2026-04-01", null, [.. given, Submitted("2026-03-25"), lapsed]));
    }

    [Fact]
    public void Request_TakenBackOrFallen_LeavesNoBetterProspectThanItWas()
    {
        var limited = new Mandate { Ceilings = [new Ceiling(null, 100)] };
        ImmutableArray<ApprovalAct> asked = [Begun("2026-03-01"), Informed("2026-03-02"), Submitted("2026-03-05") with { Mandate = limited }];
        ApprovalAct[] ends = [new ApprovalAct.Withdrawn { On = Given.Day("2026-03-10") }, new ApprovalAct.Lapsed { On = Given.Day("2026-03-10") }];

        Assert.Equal(limited, State(french, "2026-08-01", "2026-06-01", asked).Asked);
        Assert.All(ends, end => Assert.Equal(limited, State(french, "2026-08-01", "2026-06-01", [.. asked, end]).Asked));
        Assert.Equal(Mandate.Unlimited, State(french, "2026-08-01", "2026-06-01", asked[..2]).Asked);

        // One of two chambers has stated less than was asked for: so much remains in prospect.
        var chambers = Given.Approval("a", Given.FR, ApprovalProcedure.PriorApproval) with { Decisions = [new Decision { Body = "House" }, new Decision { Body = "Senate" }] };
        var house = new ApprovalAct.Approved { On = Given.Day("2026-03-06"), Body = "House", Mandate = limited };
        Assert.Equal(limited, State(chambers, "2026-03-06", null, Submitted("2026-03-05"), house).Asked);
        Assert.Equal(limited, State(chambers, "2026-03-10", null, Submitted("2026-03-05"), house, ends[1]).Asked);
    }

    [Fact]
    public void Bodies_ThatMayOverrideEachOtherAndBothRefuse_EndTheRequest()
    {
        var rule = VotingRule.Parse("at least 2/3 of cast");
        var approval = Given.Approval("a", Given.FR, ApprovalProcedure.PriorApproval) with
        {
            Decisions = [new Decision { Body = "House", Override = rule }, new Decision { Body = "Senate", Override = rule }],
        };
        ApprovalAct Rejected(string body, string day) => new ApprovalAct.Rejected { On = Given.Day(day), Body = body };

        Assert.Equal("submitted", State(approval, "2026-03-03", null, Submitted("2026-03-02"), Rejected("Senate", "2026-03-03")).Name);
        Assert.Equal(
            new ParliamentaryApprovalState.Rejected(Given.Day("2026-03-04"), "House"),
            State(approval, "2026-03-04", null, Submitted("2026-03-02"), Rejected("Senate", "2026-03-03"), Rejected("House", "2026-03-04")));
    }

    // A deadline without a last day is one that the sitting days given do not reach; this one does not run.
    [Fact]
    public void Silence_AfterARefusalThatCanBeOverridden_RunsNoMore()
    {
        var law = silent with { Decisions = [new Decision { Body = "President" }, new Decision { Body = "House", Override = VotingRule.SimpleMajority }] };
        var refused = new ApprovalAct.Rejected { On = Given.Day("2026-03-03"), Body = "President" };

        Assert.Equal(
            [new ApprovalDeadline(DeadlineKind.Silence, Given.Day("2026-03-09"))], Model(law, Submitted("2026-03-02")).Deadlines("a", Given.Day("2026-03-03")).AsEnumerable());
        Assert.Empty(Model(law, Submitted("2026-03-02"), refused).Deadlines("a", Given.Day("2026-03-03")));
        Assert.Equal("submitted", State(law, "2026-06-01", null, Submitted("2026-03-02"), refused).Name);
    }

    [Theory]
    [InlineData(ApprovalProcedure.NotRequired)]
    [InlineData(ApprovalProcedure.InformationOnly)]
    [InlineData(ApprovalProcedure.Consultation)]
    [InlineData(ApprovalProcedure.ExPostApproval)]
    public void Mandate_OfTheLaw_HasAnEndToo(ApprovalProcedure procedure)
    {
        var law = Given.Approval("a", Given.FR, procedure) with { StatutoryMandate = new Mandate { Until = Given.Day("2026-06-30") } };

        Assert.Equal([new ApprovalDeadline(DeadlineKind.Mandate, Given.Day("2026-06-30"))], Model(law).Deadlines("a", Given.Day("2026-03-01")).AsEnumerable());
        Assert.Empty(Model(law with { StatutoryMandate = null }).Deadlines("a", Given.Day("2026-03-01")));
    }

    // Consent that begins after the four months leaves a gap, of which the deadlines warn.
    [Fact]
    public void French_ConsentThatBeginsLater_TheLawsOwnTimeRunsOn()
    {
        var model = Model(
            french, Begun("2026-03-01"), Informed("2026-03-02"), Submitted("2026-04-01"),
            new ApprovalAct.Approved { On = Given.Day("2026-05-01"), Mandate = new Mandate { From = Given.Day("2026-09-01"), Until = Given.Day("2026-12-31") } });

        Assert.Equal(
            [new ApprovalDeadline(DeadlineKind.Mandate, Given.Day("2026-07-01"))], model.Deadlines("a", Given.Day("2026-05-04")).AsEnumerable());
        Assert.Equal(
            [new ApprovalDeadline(DeadlineKind.Mandate, Given.Day("2026-12-31"))], model.Deadlines("a", Given.Day("2026-09-01")).AsEnumerable());
    }

    // What goes on provisionally is a mandate that was given, not the four months of the law.
    [Fact]
    public void French_RenewalRequestedBeforeTheConsentBegins_DoesNotLengthenTheLawsOwnTime()
    {
        var model = Model(
            french with { ProvisionalExtension = LegalPeriod.Parse("P30D") }, Begun("2026-03-01"), Informed("2026-03-02"), Submitted("2026-04-01"),
            new ApprovalAct.Approved { On = Given.Day("2026-05-01"), Mandate = new Mandate { From = Given.Day("2026-09-01") } }, Submitted("2026-06-20"));
        var renewal = Assert.IsType<ParliamentaryApprovalState.RenewalRequested>(model.ApprovalState("a", Given.Day("2026-07-02")));

        Assert.Null(renewal.ProvisionallyUntil);
        Assert.Equal(Given.Day("2026-07-01"), renewal.MandateOn(Given.Day("2026-07-02"))!.Until);
        Assert.Equal([new ApprovalDeadline(DeadlineKind.Mandate, Given.Day("2026-07-01"))], model.Deadlines("a", Given.Day("2026-06-20")).AsEnumerable());
    }

    [Theory]
    [InlineData("P10D", "Mandate 2026-06-30")]
    [InlineData("P100D", "ProvisionalExtension 2026-08-09; Mandate 2026-06-30")]
    public void Extension_ThatTheMandateOutlasts_IsNoDeadline(string extension, string deadlines)
    {
        var approval = Given.Approval("a", Given.DE, ApprovalProcedure.PriorApproval) with { ProvisionalExtension = LegalPeriod.Parse(extension) };
        var asked = new ApprovalAct.Submitted { On = Given.Day("2026-01-02"), Mandate = new Mandate { Until = Given.Day("2026-06-30") } };
        var model = Model(approval, asked, new ApprovalAct.Approved { On = Given.Day("2026-01-03") }, Submitted("2026-05-01"));

        Assert.Equal(deadlines, Told(model, "2026-05-02"));
    }

    [Theory]
    [InlineData("2026-05-01", "Mandate 2026-06-01")]
    [InlineData("2026-06-02", "Mandate 2026-06-01")]
    [InlineData("2026-07-01", "Mandate 2026-10-31")]
    public void Action_ThatEndsBeforeConsentBegins_IsDueFirst(string on, string deadlines)
    {
        var asked = new ApprovalAct.Submitted { On = Given.Day("2026-02-03"), Mandate = new Mandate { From = Given.Day("2026-07-01"), Until = Given.Day("2026-10-31") } };
        var model = Model(french with { InformWithin = null }, Begun("2026-02-01"), asked, new ApprovalAct.Approved { On = Given.Day("2026-03-02") });

        Assert.Equal(deadlines, Told(model, on));
    }

    private static string Told(CoalitionModel model, string on) => string.Join(
        "; ", model.Deadlines("a", Given.Day(on)).Select(d => $"{d.Kind} {ModelText.Of(d.LastDay!.Value)}"));

    private static ParliamentaryApprovalState State(ParliamentaryApproval approval, string on, string? known, params ImmutableArray<ApprovalAct> acts) =>
        Model(approval, acts).ApprovalState("a", Given.Day(on), known is null ? null : Given.Day(known));

    private static CoalitionModel Model(ParliamentaryApproval approval, params ImmutableArray<ApprovalAct> acts) =>
        CoalitionModel.Create(Given.Draft with { AsOf = AsOf, Approvals = [approval with { Acts = acts }] });

    private static ApprovalAct.Submitted Submitted(string on) => new() { On = Given.Day(on) };

    private static ApprovalAct.Objected Objected(string on) => new() { On = Given.Day(on) };

    private static ApprovalAct.Begun Begun(string on) => new() { On = Given.Day(on) };

    private static ApprovalAct.Informed Informed(string on) => new() { On = Given.Day(on) };
}
