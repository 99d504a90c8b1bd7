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

    // Longer than any history here, so that silence decides nothing.
    private static readonly LegalPeriod Long = LegalPeriod.Parse("P1Y");

    /// <summary>Every procedure, and those two that have a variant with states or acts of its own.</summary>
    public static TheoryData<string> Variants => [.. AllVariants.Select(v => v.Name)];

    internal static IEnumerable<(string Name, ParliamentaryApproval Approval, Dictionary<string, Dictionary<string, string>> Table)> AllVariants
    {
        get
        {
            foreach (var procedure in Enum.GetValues<ApprovalProcedure>())
            {
                yield return (procedure.ToString(), Approval(procedure), ApprovalTables.Of(procedure, procedure == ApprovalProcedure.TacitApproval));
            }

            var exPost = Approval(ApprovalProcedure.ExPostApproval);
            yield return ("ExPostApproval that an objection ends", exPost with { Silence = Long }, ApprovalTables.Of(ApprovalProcedure.ExPostApproval, silence: true));
            yield return (
                "ExPostApproval that any body may annul", exPost with { Combination = DecisionCombination.AnyMayAnnul },
                ApprovalTables.Of(ApprovalProcedure.ExPostApproval, anyMayAnnul: true));
        }
    }

    [Theory]
    [MemberData(nameof(Variants))]
    public void AddAct_InEveryState_MovesOnOrIsRefusedByName(string variant)
    {
        var (_, approval, table) = AllVariants.Single(v => v.Name == variant);
        foreach (var (state, way) in ApprovalTables.Ways(table, ApprovalTables.Label(ParliamentaryApprovalState.Initial(approval))))
        {
            var model = CoalitionModel.Create(Given.Draft with { Approvals = [approval with { Acts = History(way) }] });
            var day = Start.PlusDays(way.Length);
            Assert.Equal(state, ApprovalTables.Label(model.ApprovalState("a", day)));
            foreach (var act in ApprovalTables.Acts)
            {
                if (table[state].TryGetValue(act, out var next))
                {
                    Assert.Equal(next, ApprovalTables.Label(model.AddAct("a", ApprovalTables.Act(act, day)).ApprovalState("a", day)));
                }
                else
                {
                    AssertRefused(model, state, act, way.Length, table[state].Keys);
                }
            }
        }
    }

    [Fact]
    public void Tables_OfStatesAndActs_LeaveNoneOut()
    {
        // What follows from the date, and from no act.
        string[] byDate = [nameof(ParliamentaryApprovalState.Overdue), nameof(ParliamentaryApprovalState.ConsentDue)];
        var reached = AllVariants.SelectMany(v => ApprovalTables.Ways(v.Table, ApprovalTables.Label(ParliamentaryApprovalState.Initial(v.Approval))).Values
            .Select(way => State(v.Approval with { Acts = History(way) }).GetType().Name)).Distinct();

        Assert.Equal(Cases(typeof(ParliamentaryApprovalState)).Except(byDate).Order(), reached.Order());
        Assert.Equal(Cases(typeof(ApprovalAct)).Order(), ApprovalTables.Acts.Select(a => ApprovalTables.Act(a, Start).GetType().Name).Order());
        Assert.Equal(ApprovalTables.Acts, ApprovalTables.Acts.Select(a => ApprovalTables.Act(a, Start).Name));
        Assert.All(AllVariants, v => Assert.Equal(
            v.Table.Keys.Order(), ApprovalTables.Ways(v.Table, ApprovalTables.Label(ParliamentaryApprovalState.Initial(v.Approval))).Keys.Order()));
    }

    [Theory]
    [InlineData(ApprovalProcedure.CommitmentToVote, "not requested", Standing.Pending)]
    [InlineData(ApprovalProcedure.CommitmentToVote, "in pre-consultation", Standing.Pending)]
    [InlineData(ApprovalProcedure.CommitmentToVote, "committed to a vote", Standing.Pending)]
    [InlineData(ApprovalProcedure.CommitmentToVote, "submitted", Standing.Pending)]
    [InlineData(ApprovalProcedure.CommitmentToVote, "in committee", Standing.Pending)]
    [InlineData(ApprovalProcedure.CommitmentToVote, "scheduled", Standing.Pending)]
    [InlineData(ApprovalProcedure.CommitmentToVote, "approved", Standing.Passed)]
    [InlineData(ApprovalProcedure.CommitmentToVote, "approved, renewal requested", Standing.Passed)]
    [InlineData(ApprovalProcedure.CommitmentToVote, "rejected", Standing.Failed)]
    [InlineData(ApprovalProcedure.CommitmentToVote, "withdrawn", Standing.Failed)]
    [InlineData(ApprovalProcedure.CommitmentToVote, "lapsed by dissolution", Standing.Pending)]
    [InlineData(ApprovalProcedure.CommitmentToVote, "revoked", Standing.Failed)]
    [InlineData(ApprovalProcedure.TacitApproval, "submitted, objected to", Standing.Pending)]
    [InlineData(ApprovalProcedure.ExPostApproval, "may act first", Standing.Passed)]
    [InlineData(ApprovalProcedure.ExPostApproval, "acting without consent", Standing.Passed)]
    [InlineData(ApprovalProcedure.ExPostApproval, "acting without consent, consent scheduled [informed]", Standing.Passed)]
    [InlineData(ApprovalProcedure.ExPostApproval, "must terminate", Standing.Failed)]
    [InlineData(ApprovalProcedure.InformationOnly, "not informed", Standing.Passed)]
    [InlineData(ApprovalProcedure.InformationOnly, "informed", Standing.Passed)]
    [InlineData(ApprovalProcedure.InformationOnly, "opposed by a vote that does not bind", Standing.Passed)]
    [InlineData(ApprovalProcedure.Consultation, "not consulted", Standing.Pending)]
    [InlineData(ApprovalProcedure.Consultation, "consulted", Standing.Passed)]
    [InlineData(ApprovalProcedure.Consultation, "supported by a vote that does not bind", Standing.Passed)]
    [InlineData(ApprovalProcedure.Consultation, "opposed by a vote that does not bind", Standing.Passed)]
    [InlineData(ApprovalProcedure.NotRequired, "not required", Standing.Passed)]
    [InlineData(ApprovalProcedure.Prohibited, "prohibited", Standing.Failed)]
    public void Standing_OfEachState_AsItsGate(ApprovalProcedure procedure, string state, Standing standing)
    {
        var approval = Approval(procedure);
        var way = ApprovalTables.Ways(
            ApprovalTables.Of(procedure, procedure == ApprovalProcedure.TacitApproval), ApprovalTables.Label(ParliamentaryApprovalState.Initial(approval)))[state];

        Assert.Equal(standing, State(approval with { Acts = History(way) }).Standing);
    }

    [Fact]
    public void NotInformed_WhereParliamentMustBeInformedFirst_Pends()
    {
        var approval = Approval(ApprovalProcedure.InformationOnly) with { InformFirst = true };

        Assert.Equal(Standing.Pending, State(approval).Standing);
        Assert.Equal(Standing.Pending, State(approval with { Acts = History(["begun"]) }).Standing);
        Assert.Equal(Standing.Passed, State(approval with { Acts = History(["begun", "informed"]) }).Standing);
    }

    [Fact]
    public void StatesByDate_AllowNoActOfTheirOwn()
    {
        ParliamentaryApprovalState overdue = new ParliamentaryApprovalState.Overdue(Start, DeadlineKind.Decision);
        ParliamentaryApprovalState due = new ParliamentaryApprovalState.ConsentDue(Start, null);
        var approval = Approval(ApprovalProcedure.PriorApproval);

        Assert.Equal(("overdue", Standing.Failed), (overdue.Name, overdue.Standing));
        Assert.Equal(("consent due", Standing.Pending), (due.Name, due.Standing));
        Assert.Null(overdue.MandateOn(Start));
        Assert.All(ApprovalTables.Acts, a => Assert.Null(overdue.After(ApprovalTables.Act(a, Start), approval)));
        Assert.All(ApprovalTables.Acts, a => Assert.Null(due.After(ApprovalTables.Act(a, Start), approval)));
    }

    [Fact]
    public void States_DatesAndGrounds_KeptFromTheActs()
    {
        var (second, third) = (Start.PlusDays(1), Start.PlusDays(2));
        var motion = new Motion { On = Start, Asked = Mandate.Unlimited };
        ParliamentaryApprovalState Of(ApprovalProcedure procedure, params string[] acts) => State(Approval(procedure) with { Acts = History(acts) });

        Assert.Equal(new ParliamentaryApprovalState.PreConsultation(Start), Of(ApprovalProcedure.PriorApproval, "preConsulted", "preConsulted"));
        Assert.Equal(new ParliamentaryApprovalState.Committed(Start), Of(ApprovalProcedure.CommitmentToVote, "committed", "preConsulted"));
        Assert.Equal(new ParliamentaryApprovalState.Withdrawn(second), Of(ApprovalProcedure.CommitmentToVote, "committed", "withdrawn"));
        Assert.Equal(new ParliamentaryApprovalState.Rejected(second, null), Of(ApprovalProcedure.PriorApproval, "submitted", "rejected"));
        Assert.Equal(new ParliamentaryApprovalState.Revoked(third), Of(ApprovalProcedure.PriorApproval, "submitted", "approved", "revoked"));
        Assert.Equal(new ParliamentaryApprovalState.Submitted(motion), Of(ApprovalProcedure.PriorApproval, "submitted"));
        Assert.Equal(new ParliamentaryApprovalState.Submitted(motion with { Stage = MotionStage.Scheduled }), Of(ApprovalProcedure.PriorApproval, "submitted", "referred", "scheduled"));
        Assert.Equal(new ParliamentaryApprovalState.Lapsed(second, motion), Of(ApprovalProcedure.PriorApproval, "submitted", "lapsed"));
        Assert.Equal(new ParliamentaryApprovalState.Approved(second, [new Mandate { From = second }]), Of(ApprovalProcedure.PriorApproval, "submitted", "approved"));
        Assert.Equal(new ParliamentaryApprovalState.Submitted(motion with { ObjectedOn = second }), Of(ApprovalProcedure.TacitApproval, "submitted", "objected"));
        Assert.Equal(new ParliamentaryApprovalState.NotInformed(Start, false), Of(ApprovalProcedure.InformationOnly, "begun"));
        Assert.Equal(new ParliamentaryApprovalState.Informed(second), Of(ApprovalProcedure.InformationOnly, "begun", "informed"));
        Assert.Equal(new ParliamentaryApprovalState.Consulted(second), Of(ApprovalProcedure.Consultation, "consulted", "consulted"));
        Assert.Equal(new ParliamentaryApprovalState.Advised(second, false), Of(ApprovalProcedure.Consultation, "consulted", "rejected"));
        Assert.Equal(new ParliamentaryApprovalState.ExecutiveAction(Start, second, null), Of(ApprovalProcedure.ExPostApproval, "begun", "informed"));
        Assert.Equal(new ParliamentaryApprovalState.MustTerminate(third, TerminationCause.Rejected), Of(ApprovalProcedure.ExPostApproval, "submitted", "begun", "rejected"));
        Assert.Equal(
            new ParliamentaryApprovalState.MustTerminate(third, TerminationCause.Objected),
            State(Approval(ApprovalProcedure.ExPostApproval) with { Silence = Long, Acts = History(["submitted", "begun", "objected"]) }));
        Assert.Equal(
            new ParliamentaryApprovalState.MustTerminate(second, TerminationCause.Annulled),
            State(Approval(ApprovalProcedure.ExPostApproval) with { Combination = DecisionCombination.AnyMayAnnul, Acts = History(["begun", "annulled"]) }));
    }

    [Fact]
    public void Approved_OnAConditionalMandate_SaysSo()
    {
        var mandate = new Mandate { Condition = new Coalition.Requirements.Requirement.Holds("ceasefire") };
        ImmutableArray<ApprovalAct> acts = [new ApprovalAct.Submitted { On = Start }, new ApprovalAct.Approved { On = Start, Mandate = mandate }];

        Assert.Equal("approved with conditions", State(Approval(ApprovalProcedure.PriorApproval) with { Acts = acts }).Name);
        Assert.Equal(
            "approved with conditions, renewal requested",
            State(Approval(ApprovalProcedure.PriorApproval) with { Acts = acts.Add(new ApprovalAct.Submitted { On = Start.PlusDays(1) }) }).Name);
    }

    internal static ParliamentaryApproval Approval(ApprovalProcedure procedure) =>
        Given.Approval("a", Given.UA, procedure) with { Silence = procedure == ApprovalProcedure.TacitApproval ? Long : null };

    private static void AssertRefused(CoalitionModel model, string state, string act, int position, IEnumerable<string> allowed)
    {
        var problems = Given.Problems(() => model.AddAct("a", ApprovalTables.Act(act, Start.PlusDays(position))));
        var message = $"$.approvals.a.acts[{position}]: found '{act}' on 2026-01-{Start.PlusDays(position).Day:00}, in the state '{state.Split(" [")[0]}'; expected ";

        // Whether a mandate may be extended depends on the mandate, and not on the state alone.
        var names = allowed.Concat(state.StartsWith("approved", StringComparison.Ordinal) ? ["extended"] : Array.Empty<string>()).Order().ToList();
        Assert.StartsWith(message, problems, StringComparison.Ordinal);
        var expected = problems[message.Length..^1];
        if (names.Count == 0)
        {
            Assert.Equal("no entry: this state allows none", expected);
            return;
        }

        const string What = "what this state allows: ";
        const string Extension = " ('extended' only as far as the mandate lets the government)";
        Assert.StartsWith(What, expected, StringComparison.Ordinal);
        Assert.Equal(names.Contains("extended"), expected.EndsWith(Extension, StringComparison.Ordinal));
        Assert.Equal(names, expected[What.Length..].Replace(Extension, "", StringComparison.Ordinal).Split(", ").Order());
    }

    private static ParliamentaryApprovalState State(ParliamentaryApproval approval) =>
        CoalitionModel.Create(Given.Draft with { Approvals = [approval] }).ApprovalState("a", Given.AsOf);

    private static ImmutableArray<ApprovalAct> History(string[] acts) => [.. acts.Select((a, i) => ApprovalTables.Act(a, Start.PlusDays(i)))];

    private static IEnumerable<string> Cases(Type closed) => closed.GetNestedTypes(BindingFlags.Public).Select(t => t.Name);
}
