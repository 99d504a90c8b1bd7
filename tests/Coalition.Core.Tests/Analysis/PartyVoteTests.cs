using System.Collections.Immutable;
using Coalition.Analysis;
using Coalition.Analysis.Diagrams;
using Coalition.Approvals;
using Coalition.Sufficiency;
using Coalition.Tests.Generators;
using Coalition.Tests.Properties;
using NodaTime;

namespace Coalition.Tests.Analysis;

/// <summary>The vote of parties gives what the acts of the bodies would, were each to vote in turn.</summary>
public class PartyVoteTests
{
    private static readonly LocalDate Day = new(2026, 3, 1);

    [Fact]
    public void Of_DrawnBodies_IsWhatTheirVotesInTurnComeTo()
    {
        var (votes, overridden, joint) = (0, 0, 0);
        foreach (var seed in Enumerable.Range(Draws.Seed, 300))
        {
            var approval = Drawn(new Draw(seed));
            var model = Model(approval);
            var state = model.ApprovalState("vote", Day);
            Assert.True(PartyVote.IsKnown(approval, state));

            List<(string Body, string Party)> parties = [.. approval.Decisions.SelectMany(d => d.Parties.Select(p => (d.Body, p.Name)))];
            var circuit = new Circuit();
            var gate = PartyVote.Of(circuit, approval, state, (body, party) => circuit.Variable(parties.IndexOf((body, party.Name))));
            for (var bits = 0; bits < 1 << parties.Count; bits++)
            {
                var assignment = Enumerable.Range(0, parties.Count).Select(i => (bits & (1 << i)) != 0).ToArray();
                var expected = Vote(model, approval, (body, party) => assignment[parties.IndexOf((body, party))], out var byOverride);

                Assert.True(expected == CircuitSample.IsTrue(circuit, gate, assignment, greatest: false), $"seed {seed}, votes {bits:b}");
                votes++;
                overridden += byOverride && expected ? 1 : 0;
                joint += approval.Combination == DecisionCombination.JointSitting ? 1 : 0;
            }
        }

        Assert.True(votes > 10_000 && overridden > 100 && joint > 500, $"{votes} votes, {overridden} overridden, {joint} joint");
    }

    [Fact]
    public void Of_OneChamber_NeedsMoreThanHalfOfItsMembers()
    {
        var approval = Approval([Body("Chamber", "more than 1/2 of cast", null, 40, 30, 30)]);

        Assert.True(IsGranted(approval, true, true, false));
        Assert.False(IsGranted(approval, true, false, false));
        Assert.True(IsGranted(approval, false, true, true));
    }

    // The Lower House has 70 of its 100 seats with p0 and p1, where two thirds are 67. The Council may not override, so that it has no say any more.
    [Fact]
    public void Of_OneHasRefused_OnlyThoseThatMayOverrideDecide()
    {
        var approval = Approval([
            Body("Lower", "more than 1/2 of cast", "at least 2/3 of members", 40, 30, 30), new Decision { Body = "Upper" }, new Decision { Body = "Council" }]);
        var refused = approval with { Acts = [.. approval.Acts, new ApprovalAct.Rejected { On = Day, Body = "Upper" }] };

        Assert.False(PartyVote.IsKnown(approval, Model(approval).ApprovalState("vote", Day)));
        Assert.True(PartyVote.IsKnown(refused, Model(refused).ApprovalState("vote", Day)));
        Assert.True(IsGranted(refused, true, true, false));
        Assert.True(IsGranted(refused, true, false, true));
        Assert.False(IsGranted(refused, false, true, true));
    }

    // p3 has the one seat of the Upper House. The Council is done, whoever sits in it.
    [Fact]
    public void Of_OneHasAgreed_ItMayStillOverrideTheOther()
    {
        var approval = Approval([
            Body("Lower", "more than 1/2 of cast", "at least 2/3 of members", 40, 30, 30),
            Body("Upper", "more than 1/2 of cast", null, 1) with { Parties = [new Party { Name = "p3", Seats = 1 }] },
            new Decision { Body = "Council" },
        ]);
        var agreed = approval with
        {
            Acts = [.. approval.Acts, new ApprovalAct.Approved { On = Day, Body = "Lower" }, new ApprovalAct.Approved { On = Day, Body = "Council" }],
        };

        Assert.True(PartyVote.IsKnown(agreed, Model(agreed).ApprovalState("vote", Day)));
        Assert.True(IsGranted(agreed, false, false, false, true));
        Assert.True(IsGranted(agreed, true, true, false, false));
        Assert.False(IsGranted(agreed, false, true, true, false));
    }

    [Fact]
    public void IsKnown_OnlyIfBodiesWithPartiesDecideByAVote_True()
    {
        var known = Approval([Body("Chamber", "more than 1/2 of cast", null, 40, 30, 30)]);
        var silent = known with { Procedure = ApprovalProcedure.TacitApproval, Silence = LegalPeriod.Parse("P7D") };
        var second = known with { Decisions = [.. known.Decisions, new Decision { Body = "Senate" }] };
        var lighter = Approval([
            Body("Chamber", "at least 2/3 of members", "more than 1/2 of cast", 40, 30, 30), Body("Senate", "more than 1/2 of cast", null, 1, 1)]);

        var asHeavy = Approval([
            Body("Chamber", "at least 2/3 of members", "at least 2/3 of members", 40, 30, 30), Body("Senate", "more than 1/2 of cast", null, 1, 1)]);
        var afterwards = known with { Procedure = ApprovalProcedure.ExPostApproval, Acts = [] };

        Assert.True(IsKnown(known));
        Assert.True(IsKnown(asHeavy));
        Assert.True(IsKnown(afterwards));
        Assert.False(IsKnown(silent));
        Assert.False(IsKnown(afterwards with { Silence = LegalPeriod.Parse("P7D") }));
        Assert.False(IsKnown(Approval([])));
        Assert.False(IsKnown(second));
        Assert.False(IsKnown(lighter));
        Assert.False(IsKnown(known with { Procedure = ApprovalProcedure.Consultation, Acts = [] }));

        static bool IsKnown(ParliamentaryApproval approval) => PartyVote.IsKnown(approval, Model(approval).ApprovalState("vote", Day));
    }

    private static bool IsGranted(ParliamentaryApproval approval, params bool[] votes)
    {
        var circuit = new Circuit();
        var gate = PartyVote.Of(
            circuit, approval, Model(approval).ApprovalState("vote", Day),
            (_, party) => circuit.Variable(int.Parse(party.Name[1..], System.Globalization.CultureInfo.InvariantCulture)));
        return CircuitSample.IsTrue(circuit, gate, votes, greatest: false);
    }

    // Each body votes in turn; once one has refused, those that may override do so if they have the votes.
    private static bool Vote(CoalitionModel model, ParliamentaryApproval approval, Func<string, string, bool> consents, out bool byOverride)
    {
        byOverride = false;
        if (approval.Combination == DecisionCombination.JointSitting)
        {
            var all = Count(approval.Decisions);
            return approval.Decisions[0].Rule!.Carries(all, all.Cast)!.Value;
        }

        // The outcome must not hang on who votes first: those that may not override vote before the others.
        foreach (var decision in approval.Decisions.OrderBy(d => d.Override is not null).Where(d => !Pending(model).ApprovedBy.Contains(d.Body) && !Pending(model).RefusedBy.Contains(d.Body)).ToList())
        {
            if (State(model).Pending is not { } motion)
            {
                break;
            }

            var overrides = !motion.RefusedBy.IsEmpty;
            if (overrides && decision.Override is null)
            {
                continue;
            }

            model = Act(model, decision, overrides);
        }

        foreach (var decision in approval.Decisions.Where(d => d.Override is not null))
        {
            if (State(model).Pending is { RefusedBy.IsEmpty: false } motion && !motion.RefusedBy.Contains(decision.Body)
                && decision.Override!.Carries(Count([decision]), Count([decision]).Cast) == true)
            {
                byOverride = true;
                model = Act(model, decision, overrides: true);
            }
        }

        return State(model).Standing == Standing.Passed;

        CoalitionModel Act(CoalitionModel before, Decision decision, bool overrides)
        {
            var tally = Count([decision]);
            return (overrides ? decision.Override : decision.Rule)!.Carries(tally, tally.Cast)!.Value
                ? before.AddAct("vote", new ApprovalAct.Approved { On = Day, Body = decision.Body, Tally = tally, Overrides = overrides })
                : overrides ? before
                : before.AddAct("vote", new ApprovalAct.Rejected { On = Day, Body = decision.Body, Tally = tally });
        }

        Tally Count(ImmutableArray<Decision> bodies)
        {
            var seats = bodies.SelectMany(d => d.Parties.Select(p => (p.Seats, Yes: consents(d.Body, p.Name)))).ToList();
            return new Tally(seats.Where(s => s.Yes).Sum(s => s.Seats), seats.Where(s => !s.Yes).Sum(s => s.Seats));
        }
    }

    private static ParliamentaryApprovalState State(CoalitionModel model) => model.ApprovalState("vote", Day);

    private static Motion Pending(CoalitionModel model) => State(model).Pending!;

    private static ParliamentaryApproval Drawn(Draw draw)
    {
        var bodies = draw.Int(1, 3);
        var joint = bodies > 1 && draw.Chance(25);
        var overriding = !joint && bodies > 1 ? draw.Int(0, 2) : 0;
        var rule = draw.Among("more than 1/2 of cast", "at least 3/5 of members");
        return Approval([
            .. Enumerable.Range(0, bodies).Select(b => Body(
                $"b{b}", joint ? rule : draw.Among("more than 1/2 of cast", "at least 3/5 of members"), b < overriding ? "at least 2/3 of members" : null,
                [.. Enumerable.Range(0, draw.Int(1, 3)).Select(_ => draw.Int(1, 50))])),
        ]) with
        { Combination = joint ? DecisionCombination.JointSitting : DecisionCombination.EachConsents };
    }

    private static ParliamentaryApproval Approval(ImmutableArray<Decision> decisions) => new()
    {
        Id = "vote",
        Nation = new NationCode("FR"),
        Procedure = ApprovalProcedure.PriorApproval,
        Decisions = decisions,
        Acts = [new ApprovalAct.Submitted { On = Day.PlusDays(-5) }],
    };

    private static Decision Body(string name, string rule, string? overriding, params int[] seats) => new()
    {
        Body = name,
        Members = seats.Sum(),
        Rule = VotingRule.Parse(rule),
        Override = overriding is null ? null : VotingRule.Parse(overriding),
        Parties = [.. seats.Select((s, i) => new Party { Name = $"p{i}", Seats = s })],
    };

    private static CoalitionModel Model(ParliamentaryApproval approval) => CoalitionModel.Create(new CoalitionDraft
    {
        AsOf = Day,
        Nations = [new Nation { Code = new NationCode("FR"), Name = "France" }],
        Approvals = [approval],
    });
}
