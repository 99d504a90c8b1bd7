using System.Collections.Immutable;
using Coalition.Approvals;
using Coalition.Requirements;
using Coalition.Tests.Fixtures;

namespace Coalition.Tests.Approvals;

/// <summary>Decisions, ceilings, mandates and acts check themselves.</summary>
public class ApprovalPartsTests
{
    [Fact]
    public void Decision_WithoutMembersOrName_Refused()
    {
        var thrown = Assert.Throws<ArgumentOutOfRangeException>("Members", () => new Decision { Body = "Senate", Members = 0 });
        Assert.StartsWith("Expected at least one member.", thrown.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>("Body", () => new Decision { Body = " " });
        Assert.Equal(1, new Decision { Body = "President", Members = 1 }.Members);
        Assert.Null(new Decision { Body = "President" }.Members);
    }

    [Fact]
    public void Ceiling_CalledTotal_Refused() => Assert.Equal(
        "'total' is no support type: expected null for the ceiling in total. (Parameter 'support')",
        Assert.Throws<ArgumentException>(() => new Ceiling("total", 1)).Message);

    [Fact]
    public void Ceiling_NegativeOrOfNoId_Refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>("atMost", () => new Ceiling(null, -1));
        Assert.Throws<ArgumentException>("support", () => new Ceiling("Land", 1));
        Assert.Equal(0, new Ceiling("land", 0).AtMost);
    }

    [Fact]
    public void Mandate_Caveats_NoneBlank()
    {
        Assert.Equal(
            "Expected some text, found none. (Parameter 'Caveats')",
            Assert.Throws<ArgumentException>(() => new Mandate { Caveats = ["no combat", ""] }).Message);
        Assert.Equal(
            "Expected a list, found the default value of ImmutableArray. (Parameter 'Caveats')",
            Assert.Throws<ArgumentException>(() => new Mandate { Caveats = default }).Message);
    }

    [Fact]
    public void Mandate_ZoneThatIsNone_Refused() => Assert.Throws<ArgumentOutOfRangeException>("Zones", () => new Mandate { Zones = [(Zone)99] });

    [Fact]
    public void Mandate_EachComponent_CountsForEquality()
    {
        Mandate[] distinct =
        [
            Mandate.Unlimited, new() { From = Given.AsOf }, new() { Until = Given.AsOf }, new() { Ceilings = [new Ceiling(null, 1)] },
            new() { Ceilings = [new Ceiling(null, 2)] }, new() { Zones = [Zone.Rear] }, new() { Support = ["land"] }, new() { Caveats = ["x"] },
            new() { Condition = new Requirement.Always() },
        ];

        Assert.Equal(distinct.Length, distinct.Distinct().Count());
        Assert.All(distinct, m => Assert.Equal(m, m with { Zones = [.. m.Zones], Ceilings = [.. m.Ceilings] }));
        Assert.All(distinct, m => Assert.Equal(m.GetHashCode(), (m with { Zones = [.. m.Zones] }).GetHashCode()));
    }

    [Fact]
    public void Motion_EachComponent_CountsForEquality()
    {
        var motion = new Motion { On = Given.AsOf, Asked = Mandate.Unlimited };
        Motion[] distinct =
        [
            motion, motion with { On = Given.AsOf.PlusDays(1) }, motion with { Asked = new Mandate { Until = Given.AsOf } }, motion with { ApprovedBy = ["Senate"] },
            motion with { Given = Mandate.Unlimited },
        ];

        Assert.Equal(distinct.Length, distinct.Distinct().Count());
        Assert.All(distinct, m => Assert.Equal(m.GetHashCode(), (m with { ApprovedBy = [.. m.ApprovedBy] }).GetHashCode()));
        Assert.All(distinct, m => Assert.Equal(m, m with { ApprovedBy = [.. m.ApprovedBy] }));
    }

    [Fact]
    public void Approved_DayAndMandates_CountForEquality()
    {
        ParliamentaryApprovalState.Approved[] distinct = [new(Given.AsOf, []), new(Given.AsOf.PlusDays(1), []), new(Given.AsOf, [Mandate.Unlimited])];

        Assert.Equal(distinct.Length, distinct.Distinct().Count());
        Assert.All(distinct, a => Assert.Equal(a.GetHashCode(), (a with { Mandates = [.. a.Mandates] }).GetHashCode()));
    }

    [Fact]
    public void Approval_ProcedureThatIsNone_Refused() => Assert.Throws<ArgumentOutOfRangeException>(
        "Procedure", () => Given.Approval("a", Given.FR, (ApprovalProcedure)99));

    [Fact]
    public void Approval_NullAmongItsActs_Refused() => Assert.Throws<ArgumentException>(
        "Acts", () => Given.Approval("a", Given.FR, ApprovalProcedure.PriorApproval, ImmutableArray.Create<ApprovalAct>([null!])));

    [Fact]
    public void Act_BlankBody_Refused()
    {
        Assert.Throws<ArgumentException>("Body", () => new ApprovalAct.Approved { On = Given.AsOf, Body = "" });
        Assert.Throws<ArgumentException>("Body", () => new ApprovalAct.Rejected { On = Given.AsOf, Body = "" });
    }

    [Fact]
    public void Seats_BelowOne_Refused()
    {
        Assert.StartsWith(
            "Expected at least one seat. (Parameter 'Seats')",
            Assert.Throws<ArgumentOutOfRangeException>("Seats", () => new Party { Name = "A", Seats = 0 }).Message, StringComparison.Ordinal);
        Assert.StartsWith(
            "Expected at least one seat. (Parameter 'Seats')",
            Assert.Throws<ArgumentOutOfRangeException>("Seats", () => new RegimeChamber { Name = "A", Seats = 0 }).Message, StringComparison.Ordinal);
        Assert.Equal((1, 1, null), (new Party { Name = "A", Seats = 1 }.Seats, new RegimeChamber { Name = "A", Seats = 1 }.Seats, new RegimeChamber { Name = "A" }.Seats));
    }

    [Fact]
    public void Approved_AfterARefusalThatAnotherBodyMayOverride_OnlyThatBodyOverrides()
    {
        Decision[] bodies = [new Decision { Body = "A" }, new Decision { Body = "B" }, new Decision { Body = "C", Override = VotingRule.SimpleMajority }];
        ImmutableArray<ApprovalAct> refused =
        [
            new ApprovalAct.Submitted { On = Given.AsOf.PlusDays(-2) }, new ApprovalAct.Rejected { On = Given.AsOf.PlusDays(-1), Body = "A" },
        ];
        ParliamentaryApproval Of(params ApprovalAct[] acts) =>
            Given.Approval("a", Given.FR, ApprovalProcedure.PriorApproval, [.. refused, .. acts]) with { Decisions = [.. bodies] };
        string State(params ApprovalAct[] acts) =>
            CoalitionModel.Create(Given.Draft with { Approvals = [Of(acts)] }).ApprovalState("a", Given.AsOf).InWords;

        Assert.Equal("submitted since 2026-01-08, so far approved by B, refused by A, which can be overridden", State(new ApprovalAct.Approved { On = Given.AsOf, Body = "B" }));
        Assert.Equal("approved on 2026-01-10", State(new ApprovalAct.Approved { On = Given.AsOf, Body = "C", Overrides = true }));
        Assert.Throws<CoalitionModelException>(() => State(new ApprovalAct.Approved { On = Given.AsOf, Body = "B", Overrides = true }));
    }
}
