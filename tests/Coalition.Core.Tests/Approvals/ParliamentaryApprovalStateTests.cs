using System.Collections.Immutable;
using System.Reflection;
using Coalition.Approvals;
using Coalition.Tests.Fixtures;
using NodaTime;

namespace Coalition.Tests.Approvals;

/// <summary>Every state meets every act under every procedure: it moves on, or refuses by name.</summary>
public class ParliamentaryApprovalStateTests
{
    private static readonly LocalDate Start = new(2026, 1, 1);

    private static readonly string[] Acts = ["committed", "submitted", "approved", "rejected", "withdrawn", "revoked"];

    // How a state is reached, and where each act, in the order above, leads from it; "-" where it is refused.
    private static readonly Row[] Table =
    [
        new("not requested", [], "-|submitted|-|-|-|-"),
        new("submitted", ["submitted"], "-|-|approved|rejected|withdrawn|-"),
        new("approved", ["submitted", "approved"], "-|approved, renewal requested|-|-|-|revoked"),
        new("approved, renewal requested", ["submitted", "approved", "submitted"], "-|-|approved|approved|approved|revoked"),
        new("rejected", ["submitted", "rejected"], "-|submitted|-|-|-|-"),
        new("withdrawn", ["submitted", "withdrawn"], "-|submitted|-|-|-|-"),
        new("revoked", ["submitted", "approved", "revoked"], "-|submitted|-|-|-|-"),
    ];

    // Where the government undertakes to hold a vote, it may do so wherever nothing is before parliament and nothing stands.
    private static readonly Row[] TableOfCommitment =
    [
        .. Table.Select(r => r.Outcomes.StartsWith("-|submitted|", StringComparison.Ordinal) ? r with { Outcomes = "committed to a vote" + r.Outcomes[1..] } : r),
        new("committed to a vote", ["committed"], "-|submitted|-|-|withdrawn|-"),
    ];

    private static readonly Row[] TableOfNothing = [new("not required", [], "-|-|-|-|-|-")];

    public static TheoryData<ApprovalProcedure, string, string, string> Transitions
    {
        get
        {
            var data = new TheoryData<ApprovalProcedure, string, string, string>();
            foreach (var (procedure, table) in Tables)
            {
                foreach (var row in table)
                {
                    foreach (var (act, outcome) in Acts.Zip(row.Outcomes.Split('|')))
                    {
                        data.Add(procedure, row.State, act, outcome);
                    }
                }
            }

            return data;
        }
    }

    private static (ApprovalProcedure Procedure, Row[] Table)[] Tables =>
    [
        (ApprovalProcedure.PriorApproval, Table), (ApprovalProcedure.HostConsent, Table),
        (ApprovalProcedure.CommitmentToVote, TableOfCommitment), (ApprovalProcedure.NotRequired, TableOfNothing),
    ];

    [Theory]
    [MemberData(nameof(Transitions))]
    public void AddAct_InEveryState_MovesOnOrIsRefusedByName(ApprovalProcedure procedure, string state, string act, string outcome)
    {
        var row = Tables.Single(t => t.Procedure == procedure).Table.Single(r => r.State == state);
        var model = CoalitionModel.Create(Given.Draft with { Approvals = [Given.Approval("a", Given.UA, procedure, History(row.History))] });
        var day = Start.PlusDays(row.History.Length);
        Assert.Equal(state, model.ApprovalState("a", day).Name);

        if (outcome != "-")
        {
            var after = model.AddAct("a", Act(act, day)).ApprovalState("a", day);
            Assert.Equal(outcome, after.Name);
        }
        else
        {
            var allowed = Acts.Zip(row.Outcomes.Split('|')).Where(o => o.Second != "-").Select(o => o.First).ToArray();
            Assert.Equal(
                $"$.approvals.a.acts[{row.History.Length}]: found '{act}' on 2026-01-0{day.Day}, in the state '{state}'; expected "
                    + (allowed.Length == 0 ? "no entry: this state allows none." : $"what this state allows: {string.Join(", ", allowed)}."),
                Given.Problems(() => model.AddAct("a", Act(act, day))));
        }
    }

    [Fact]
    public void Tables_OfStatesAndActs_LeaveNoneOut()
    {
        var states = Cases(typeof(ParliamentaryApprovalState)).Where(s => s != nameof(ParliamentaryApprovalState.Overdue));
        var reached = Tables.SelectMany(t => t.Table.Select(r => State(t.Procedure, r.History).GetType().Name)).Distinct();

        Assert.Equal(states.Order(), reached.Order());
        Assert.Equal(Cases(typeof(ApprovalAct)).Order(), Acts.Select(a => Act(a, Start).GetType().Name).Order());
        Assert.Equal(Acts, Acts.Select(a => Act(a, Start).Name));
    }

    [Theory]
    [InlineData("not requested", Standing.Pending)]
    [InlineData("committed to a vote", Standing.Pending)]
    [InlineData("submitted", Standing.Pending)]
    [InlineData("approved", Standing.Passed)]
    [InlineData("approved, renewal requested", Standing.Passed)]
    [InlineData("rejected", Standing.Failed)]
    [InlineData("withdrawn", Standing.Failed)]
    [InlineData("revoked", Standing.Failed)]
    public void Standing_OfEachState_AsItsGate(string state, Standing standing) => Assert.Equal(
        standing, State(ApprovalProcedure.CommitmentToVote, TableOfCommitment.Single(r => r.State == state).History).Standing);

    [Fact]
    public void Overdue_FollowsFromTheDateOnly_AndAllowsNoActOfItsOwn()
    {
        ParliamentaryApprovalState overdue = new ParliamentaryApprovalState.Overdue(Start);
        var approval = Given.Approval("a", Given.FR, ApprovalProcedure.PriorApproval);

        Assert.Equal(("overdue", Standing.Failed), (overdue.Name, overdue.Standing));
        Assert.Null(overdue.MandateOn(Start));
        Assert.All(Acts, a => Assert.Null(overdue.After(Act(a, Start), approval)));
    }

    [Fact]
    public void NotRequired_PassesAndHasNoMandate()
    {
        var state = State(ApprovalProcedure.NotRequired, []);

        Assert.Equal(Standing.Passed, state.Standing);
        Assert.Null(state.MandateOn(Start));
    }

    [Fact]
    public void States_DatesAndGrounds_KeptFromTheActs()
    {
        Assert.Equal(new ParliamentaryApprovalState.Committed(Start), State(ApprovalProcedure.CommitmentToVote, ["committed"]));
        Assert.Equal(new ParliamentaryApprovalState.Withdrawn(Start.PlusDays(1)), State(ApprovalProcedure.CommitmentToVote, ["committed", "withdrawn"]));
        Assert.Equal(new ParliamentaryApprovalState.Rejected(Start.PlusDays(1), null), State(ApprovalProcedure.PriorApproval, ["submitted", "rejected"]));
        Assert.Equal(new ParliamentaryApprovalState.Revoked(Start.PlusDays(2)), State(ApprovalProcedure.PriorApproval, ["submitted", "approved", "revoked"]));
        Assert.Equal(
            new ParliamentaryApprovalState.Submitted(new Motion { On = Start, Asked = Mandate.Unlimited }), State(ApprovalProcedure.PriorApproval, ["submitted"]));
        Assert.Equal(
            new ParliamentaryApprovalState.Approved(Start.PlusDays(1), [new Mandate { From = Start.PlusDays(1) }]),
            State(ApprovalProcedure.PriorApproval, ["submitted", "approved"]));
    }

    [Theory]
    [InlineData(ApprovalProcedure.InformationOnly, "informationOnly")]
    [InlineData(ApprovalProcedure.Consultation, "consultation")]
    [InlineData(ApprovalProcedure.TacitApproval, "tacitApproval")]
    [InlineData(ApprovalProcedure.ExPostApproval, "exPostApproval")]
    [InlineData(ApprovalProcedure.Prohibited, "prohibited")]
    public void Create_ProcedureNotSupportedYet_Refused(ApprovalProcedure procedure, string name) => Assert.Equal(
        $"$.approvals.a.procedure: found '{name}', which is not supported yet; expected one of priorApproval, commitmentToVote, hostConsent, notRequired.",
        Given.Problems(Given.Draft with { Approvals = [Given.Approval("a", Given.FR, procedure)] }));

    private static ParliamentaryApprovalState State(ApprovalProcedure procedure, string[] history) =>
        CoalitionModel.Create(Given.Draft with { Approvals = [Given.Approval("a", Given.UA, procedure, History(history))] })
            .ApprovalState("a", Given.AsOf);

    private static ImmutableArray<ApprovalAct> History(string[] acts) => [.. acts.Select((a, i) => Act(a, Start.PlusDays(i)))];

    private static ApprovalAct Act(string name, LocalDate on) => name switch
    {
        "committed" => new ApprovalAct.Committed { On = on },
        "submitted" => new ApprovalAct.Submitted { On = on },
        "approved" => new ApprovalAct.Approved { On = on },
        "rejected" => new ApprovalAct.Rejected { On = on },
        "withdrawn" => new ApprovalAct.Withdrawn { On = on },
        "revoked" => new ApprovalAct.Revoked { On = on },
        _ => throw new ArgumentOutOfRangeException(nameof(name), name, "No act."),
    };

    private static IEnumerable<string> Cases(Type closed) => closed.GetNestedTypes(BindingFlags.Public).Select(t => t.Name);

    private sealed record Row(string State, string[] History, string Outcomes);
}
