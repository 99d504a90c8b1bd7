using System.Collections.Immutable;
using System.Reflection;
using Coalition.Approvals;
using Coalition.Requirements;
using Coalition.Sufficiency;
using Coalition.Tests.Fixtures;
using NodaTime;

namespace Coalition.Tests.Approvals;

/// <summary>How a mandate stands on a day, and how each of its endings is told apart.</summary>
public class MandateStateTests
{
    private static readonly LocalDate AsOf = new(2026, 12, 31);

    private static readonly Mandate toMarch = new() { From = Given.Day("2026-01-10"), Until = Given.Day("2026-03-31"), Ceilings = [new Ceiling(null, 400)] };

    [Fact]
    public void States_OfEachKind_AreReachedAndNamed()
    {
        var conditional = toMarch with { Condition = new Requirement.Holds("ceasefire") };
        ApprovalAct[] renewed = [Submitted("2026-03-30", toMarch with { From = Given.Day("2026-04-01"), Until = AsOf })];
        (MandateState? State, string Name)[] states =
        [
            (State("2026-01-09", Voted(toMarch)), "not begun"),
            (State("2026-03-31", Voted(toMarch)), "active"),
            (State("2026-04-01", [.. Voted(toMarch), .. renewed]), "provisionally extended"),
            (State("2026-04-02", [.. Voted(toMarch), .. renewed, Approved("2026-04-01")]), "extended"),
            (State("2026-03-02", [.. Voted(toMarch), Submitted("2026-03-01", new Mandate { Ceilings = [new Ceiling(null, 900)] }), Approved("2026-03-02")]), "amended"),
            (State("2026-04-01", Voted(toMarch)), "expired"),
            (State("2026-02-01", [.. Voted(toMarch), new ApprovalAct.Revoked { On = Given.Day("2026-02-01") }]), "revoked"),
            (State("2026-02-01", Voted(conditional), CircumstanceChange.RuledOut), "condition failed"),
        ];

        Assert.All(states, s => Assert.Equal(s.Name, s.State?.Name));
        Assert.Equal(typeof(MandateState).GetNestedTypes(BindingFlags.Public).Select(t => t.Name).Order(), states.Select(s => s.State!.GetType().Name).Order());
        Assert.Equal(new MandateState.NotBegun(Given.Day("2026-01-10")), states[0].State);
        Assert.Equal(new MandateState.Active(toMarch), states[1].State);
        Assert.Equal(new MandateState.ProvisionallyExtended(toMarch with { Until = Given.Day("2026-04-07") }, Given.Day("2026-04-07")), states[2].State);
        Assert.Equal(new MandateState.Extended(toMarch with { From = Given.Day("2026-04-01"), Until = AsOf }), states[3].State);
        Assert.Equal(new MandateState.Expired(Given.Day("2026-03-31")), states[5].State);
        Assert.Equal(new MandateState.Revoked(Given.Day("2026-02-01")), states[6].State);
        Assert.Equal(new MandateState.ConditionFailed(conditional), states[7].State);
    }

    [Fact]
    public void State_WhereNoMandateWasGiven_Null()
    {
        Assert.Null(State("2026-02-01", []));
        Assert.Null(State("2026-02-01", [Submitted("2026-01-05", toMarch)]));
        Assert.Null(State("2026-02-01", [Submitted("2026-01-05", toMarch), new ApprovalAct.Rejected { On = Given.Day("2026-01-06") }]));
    }

    [Fact]
    public void NotBegun_OfSeveral_NamesTheFirstToBegin()
    {
        var late = new Mandate { From = Given.Day("2026-06-01") };
        var early = new Mandate { From = Given.Day("2026-05-01") };

        Assert.Equal(
            new MandateState.NotBegun(early.From!.Value), State("2026-04-01", [.. Voted(late), Submitted("2026-03-01", early), Approved("2026-03-02")]));
    }

    // Two sitting days after the request, and then the mandate of the old period is over, whether or not anybody decides.
    [Theory]
    [InlineData("2026-03-31", "active")]
    [InlineData("2026-04-01", "provisionally extended")]
    [InlineData("2026-04-07", "provisionally extended")]
    [InlineData("2026-04-08", "expired")]
    public void ProvisionalExtension_OfTwoSittingDays_FromARequestInTime(string on, string state) =>
        Assert.Equal(state, State(on, [.. Voted(toMarch), Submitted("2026-03-30", toMarch)])!.Name);

    [Fact]
    public void ProvisionalExtension_RequestedOnTheLastDay_InTime_AndAfterIt_TooLate()
    {
        Assert.Equal("provisionally extended", State("2026-04-07", [.. Voted(toMarch), Submitted("2026-03-31", toMarch)])!.Name);
        Assert.Equal("expired", State("2026-04-02", [.. Voted(toMarch), Submitted("2026-04-01", toMarch)])!.Name);
    }

    [Fact]
    public void ProvisionalExtension_WhereTheSittingDaysDoNotReach_IsNone()
    {
        var model = Model([.. Voted(toMarch), Submitted("2026-03-30", toMarch)], sittingDays: ["2026-04-02"]);

        Assert.Equal("expired", model.MandateState("a", Given.Day("2026-04-01"))!.Name);
        Assert.Contains(new ApprovalDeadline(DeadlineKind.ProvisionalExtension, null), model.Deadlines("a", Given.Day("2026-04-01")));
    }

    [Fact]
    public void ProvisionalExtension_RefusedOrWithdrawn_IsOverAtOnce()
    {
        ApprovalAct[] ends =
            [new ApprovalAct.Rejected { On = Given.Day("2026-04-02") }, new ApprovalAct.Withdrawn { On = Given.Day("2026-04-02") }, new ApprovalAct.Lapsed { On = Given.Day("2026-04-02") }];

        Assert.All(ends, end =>
        {
            ImmutableArray<ApprovalAct> acts = [.. Voted(toMarch), Submitted("2026-03-30", toMarch), end];
            Assert.Equal("provisionally extended", State("2026-04-01", acts)!.Name);
            Assert.Equal("expired", State("2026-04-02", acts)!.Name);
        });
    }

    [Fact]
    public void Extended_ByTheGovernment_UpToWhatTheMandateAllows_AndNotBeyond()
    {
        var extendable = toMarch with { ExtendableUntil = Given.Day("2026-06-30") };
        ApprovalAct To(string until, string on) => new ApprovalAct.Extended { On = Given.Day(on), Until = Given.Day(until) };
        ImmutableArray<ApprovalAct> twice = [.. Voted(extendable), To("2026-05-31", "2026-03-20"), To("2026-06-30", "2026-06-01")];

        Assert.Equal("active", State("2026-03-31", twice)!.Name);
        Assert.Equal(
            new MandateState.Extended(extendable with { From = Given.Day("2026-04-01"), Until = Given.Day("2026-05-31") }), State("2026-04-01", twice));
        Assert.Equal("extended", State("2026-06-30", twice)!.Name);
        Assert.Equal(new MandateState.Expired(Given.Day("2026-06-30")), State("2026-07-01", twice));

        // Beyond what it allows, not further than it already goes, or once it has been over for more than a day.
        string[] refused =
        [
            Given.Problems(() => Model([.. Voted(extendable), To("2026-07-01", "2026-03-20")])),
            Given.Problems(() => Model([.. Voted(extendable), To("2026-03-31", "2026-03-20")])),
            Given.Problems(() => Model([.. Voted(extendable), To("2026-04-30", "2026-04-02")])),
            Given.Problems(() => Model([.. Voted(toMarch), To("2026-04-30", "2026-03-20")])),
        ];
        Assert.All(refused, problems => Assert.Matches(
            "^\\$.approvals.a.acts\\[2\\]: found 'extended' on 2026-0[34]-[02][02], in the state 'approved'; expected what this state allows: submitted, extended, "
                + "revoked \\('extended' only as far as the mandate lets the government\\).$",
            problems));
    }

    [Fact]
    public void Extended_WhileARenewalIsPending_KeepsTheRequest()
    {
        var extendable = toMarch with { ExtendableUntil = Given.Day("2026-06-30") };
        ImmutableArray<ApprovalAct> acts =
            [.. Voted(extendable), Submitted("2026-03-01", toMarch), new ApprovalAct.Extended { On = Given.Day("2026-03-20"), Until = Given.Day("2026-06-30") }];

        Assert.Equal("approved, renewal requested", Model(acts).ApprovalState("a", Given.Day("2026-04-01")).Name);
        Assert.Equal("extended", State("2026-04-01", acts)!.Name);
    }

    [Fact]
    public void Renewal_ThatMayBeExtendedFurther_IsAnExtensionNotAnAmendment()
    {
        var first = toMarch with { ExtendableUntil = Given.Day("2026-06-30") };
        var second = toMarch with { From = Given.Day("2026-04-01"), Until = Given.Day("2026-09-30"), ExtendableUntil = AsOf };

        Assert.Equal("extended", State("2026-04-01", [.. Voted(first), Submitted("2026-03-01", second), Approved("2026-03-20")])!.Name);
    }

    [Theory]
    [InlineData(null, "active")]
    [InlineData(CircumstanceChange.Occurred, "active")]
    [InlineData(CircumstanceChange.RuledOut, "condition failed")]
    public void Condition_ByWhatIsOnRecord_FailsOnlyWhatIsGone(CircumstanceChange? change, string state)
    {
        Requirement[] conditions =
        [
            new Requirement.Holds("ceasefire"),
            new Requirement.AllOf(new Requirement.Always(), new Requirement.Holds("ceasefire")),
            new Requirement.AnyOf(new Requirement.Holds("ceasefire"), new Requirement.Holds("ceasefire")),
            new Requirement.AtLeast(2, new Requirement.Always(), new Requirement.Holds("ceasefire"), new Requirement.Holds("ceasefire")),
        ];

        Assert.All(conditions, c => Assert.Equal(state, State("2026-02-01", Voted(toMarch with { Condition = c }), change)!.Name));
    }

    [Fact]
    public void Condition_ThatLooksAtPledges_IsLeftOpen() => Assert.Equal(
        "active", State("2026-02-01", Voted(toMarch with { Condition = new Requirement.Contributes(Given.GB, PledgeFilter.All) }))!.Name);

    [Theory]
    [InlineData(false, 500, 120, 500)]
    [InlineData(true, 500, 120, 380)]
    [InlineData(true, 500, 0, 500)]
    [InlineData(true, 500, 500, 0)]
    [InlineData(true, 0, 0, 0)]
    public void CountTowardsCeiling_LeavesOutThoseBeingRelievedWhereTheMandateSaysSo(bool excludes, long present, long relieved, long counted) =>
        Assert.Equal(counted, new Mandate { ExcludesReliefOverlap = excludes }.CountTowardsCeiling(present, relieved));

    [Fact]
    public void CountTowardsCeiling_OfNegativeOrTooMany_Refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>("present", () => Mandate.Unlimited.CountTowardsCeiling(-1, 0));
        Assert.Throws<ArgumentOutOfRangeException>("beingRelieved", () => Mandate.Unlimited.CountTowardsCeiling(1, -1));
        Assert.StartsWith(
            "Expected no more than are there.",
            Assert.Throws<ArgumentOutOfRangeException>("beingRelieved", () => Mandate.Unlimited.CountTowardsCeiling(1, 2)).Message, StringComparison.Ordinal);
    }

    private static ImmutableArray<ApprovalAct> Voted(Mandate mandate) => [Submitted("2026-01-05", mandate), Approved("2026-01-06")];

    private static ApprovalAct.Submitted Submitted(string on, Mandate mandate) => new() { On = Given.Day(on), Mandate = mandate };

    private static ApprovalAct.Approved Approved(string on) => new() { On = Given.Day(on) };

    private static MandateState? State(string on, ImmutableArray<ApprovalAct> acts, CircumstanceChange? change = null) =>
        Model(acts, change).MandateState("a", Given.Day(on));

    private static CoalitionModel Model(ImmutableArray<ApprovalAct> acts, CircumstanceChange? change = null, params ImmutableArray<string> sittingDays) =>
        CoalitionModel.Create(Given.Draft with
        {
            AsOf = AsOf,
            Circumstances =
            [
                new Circumstance
                {
                    Id = "ceasefire",
                    Title = "x",
                    Events = change is { } event1 ? [new CircumstanceEvent { On = Given.Day("2026-01-20"), Change = event1 }] : [],
                },
            ],
            Approvals =
            [
                Given.Approval("a", Given.DE, ApprovalProcedure.PriorApproval, acts) with
                {
                    ProvisionalExtension = new LegalPeriod(2),
                    SittingDays = [.. (sittingDays.IsDefaultOrEmpty ? ["2026-04-10", "2026-04-07", "2026-04-02", "2026-03-30"] : sittingDays).Select(Given.Day)],
                },
            ],
        });

    [Fact]
    public void State_OnTheFirstDay_HasBegun() => Assert.Equal("active", State("2026-01-10", Voted(toMarch))!.Name);

    [Theory]
    [InlineData("2026-03-31", "2026-03-31")]
    [InlineData("2026-04-01", "2026-04-07")]
    public void MandateOn_WhileARenewalIsAskedFor_ProvisionallyExtendedOnlyAfterItsLastDay(string on, string until) => Assert.Equal(
        Given.Day(until),
        Model([.. Voted(toMarch), Submitted("2026-03-30", toMarch)]).ApprovalState("a", Given.Day(on)).MandateOn(Given.Day(on))!.Until);
}
