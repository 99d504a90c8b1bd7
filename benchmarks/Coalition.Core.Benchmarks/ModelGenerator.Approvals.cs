using System.Collections.Immutable;
using Coalition.Approvals;
using Coalition.Requirements;
using NodaTime;

namespace Coalition.Benchmarks;

/// <content>The approvals: none, one or two of each nation, and the host's consent.</content>
internal sealed partial class ModelGenerator
{
    private const string Consent = "ua-parliament";

    private static LocalDate Asked => AsOf.PlusDays(-160);

    private ParliamentaryApproval HostConsent() => new()
    {
        Id = Consent,
        Nation = nations[0],
        Procedure = ApprovalProcedure.HostConsent,
        Decisions = [Chamber(450)],
        Acts =
        [
            new ApprovalAct.Submitted
            {
                On = Asked,
                Mandate = new Mandate { Ceilings = [new Ceiling(null, 900L * pledges), new Ceiling("special-forces", 40L * pledges)] },
            },
            new ApprovalAct.Approved { On = Asked.PlusDays(20), Tally = new Tally(301, 40, 12) },
        ],
        Source = SourceId(),
    };

    private ImmutableArray<ParliamentaryApproval> MakeApprovals(NationCode nation)
    {
        var count = random.Next(7) switch { 0 => 0, < 5 => 1, _ => 2 };
        ImmutableArray<ParliamentaryApproval> made = [.. Enumerable.Range(0, count).Select(i => MakeApproval(nation, i == 0))];
        approvalsOf.Add(nation, [.. made.Select(a => a.Id)]);
        return made;
    }

    // Only the first of a nation may set ceilings: a pledge stands under at most one national mandate that does.
    private ParliamentaryApproval MakeApproval(NationCode nation, bool isFirst)
    {
        ImmutableArray<Decision> decisions = OneIn(3) ? [Chamber(300), Chamber(120, "Senate")] : [Chamber(300)];
        var submitted = new ApprovalAct.Submitted { On = Asked.PlusDays(random.Next(60)), Mandate = isFirst ? MakeMandate() : null };
        var approved = decisions.Select((d, i) => (ApprovalAct)new ApprovalAct.Approved
        {
            On = submitted.On.PlusDays(10 + (7 * i)),
            Body = decisions.Length > 1 ? d.Body : null,
            Tally = new Tally(70 + random.Next(30), random.Next(20), random.Next(5)),
        });
        return new ParliamentaryApproval
        {
            Id = $"{nation.Value.ToLowerInvariant()}-{(isFirst ? "parliament" : "budget")}",
            Nation = nation,
            Procedure = OneIn(4) ? ApprovalProcedure.CommitmentToVote : ApprovalProcedure.PriorApproval,
            Decisions = decisions,
            Acts = random.Next(8) switch
            {
                0 => [],
                1 => [submitted],
                2 => [submitted, .. approved.Take(decisions.Length - 1)],
                3 => [submitted, new ApprovalAct.Rejected { On = submitted.On.PlusDays(30), Body = decisions[0].Body }],
                4 => [submitted, .. approved, new ApprovalAct.Submitted { On = submitted.On.PlusDays(90), Mandate = MakeMandate() with { Ceilings = [] } }],
                _ => [submitted, .. approved],
            },
            Source = SourceId(),
        };
    }

    private Mandate MakeMandate()
    {
        var each = pledges / nations.Length * 400L;
        return new Mandate
        {
            From = OneIn(2) ? AsOf.PlusDays(-100) : null,
            Until = OneIn(2) ? AsOf.PlusDays(random.Next(-10, 300)) : null,
            Ceilings = random.Next(3) switch { 0 => [], 1 => [new Ceiling(null, each)], _ => [new Ceiling(null, each), new Ceiling("land", each / 2)] },
            Zones = OneIn(4) ? [Zone.Rear, Zone.HostTerritory, Zone.NeighbouringAlly, Zone.Sea, Zone.Air] : [],
            Caveats = OneIn(4) ? ["Not within 50 km of the line of contact"] : [],
            Condition = OneIn(5) ? new Requirement.Holds("ceasefire") : null,
        };
    }

    private static Decision Chamber(int members, string body = "Chamber of Deputies") =>
        new() { Body = body, Members = members, Rule = VotingRule.Parse("more than 1/2 of cast") };
}
