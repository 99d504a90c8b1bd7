using System.Collections.Immutable;
using Coalition.Approvals;
using Coalition.Requirements;

namespace Coalition.Tests.Generators;

/// <summary>Draws models about one thing: a total under many ceilings at once, of nations, of hosts, on types and in total (rule S6).</summary>
internal static class CeilingGen
{
    private static readonly ImmutableArray<string> types = ["land", "naval", "air-defence"];

    internal static CoalitionModel Model(int seed)
    {
        var draw = new Draw(seed);
        var scale = draw.Chance(10) ? 1_000_000_000_000_000_000 : 1;
        ImmutableArray<NationCode> contributors = [new("FR"), new("GB")];
        ImmutableArray<NationCode> hosts = [new("UA"), new("MD")];
        ImmutableArray<ParliamentaryApproval> approvals =
        [
            .. contributors.Select(n => Approval($"of-{n.Value[..1].ToLowerInvariant()}", n, ApprovalProcedure.PriorApproval, draw, scale)),
            .. hosts.Select(n => Approval($"of-{n.Value[..1].ToLowerInvariant()}", n, ApprovalProcedure.HostConsent, draw, scale)),
        ];
        ImmutableArray<Pledge> pledges = [.. Enumerable.Range(1, draw.Int(2, 9)).Select(i => PledgeOf($"p{i}", contributors, hosts, draw, scale))];
        return CoalitionModel.Create(new CoalitionDraft
        {
            AsOf = ModelGen.Anchor,
            Nations =
            [
                .. contributors.Select(n => new Nation { Code = n, Name = n.Value }),
                .. hosts.Select(n => new Nation { Code = n, Name = n.Value, Roles = [NationRole.Host] }),
            ],
            Approvals = approvals,
            Pledges = pledges,
            Guarantees =
            [
                new Guarantee
                {
                    Id = "g1",
                    Pillar = GuaranteePillar.MultinationalForce,
                    Beneficiary = hosts[0],
                    Standards =
                    [
                        Standard("personnel", [.. types.Take(2)], draw, scale),
                        Standard("land", ["land"], draw, scale),
                        Standard("batteries", ["air-defence"], draw, scale),
                    ],
                },
            ],
        });
    }

    private static SufficiencyStandard Standard(string id, ImmutableArray<string> support, Draw draw, long scale) => new()
    {
        Id = id,
        Requires = new Requirement.Total(
            new PledgeFilter { Support = support }, draw.Int(0, 9) * scale, draw.Chance(50) ? draw.Int(0, 9) * scale : null, sustained: draw.Chance(40)),
    };

    private static Pledge PledgeOf(string id, ImmutableArray<NationCode> contributors, ImmutableArray<NationCode> hosts, Draw draw, long scale)
    {
        var (nation, host) = (draw.Pick(contributors), draw.Pick(hosts));
        var lower = draw.Int(0, 6);
        ImmutableArray<string> national = draw.Chance(80) ? [$"of-{nation.Value[..1].ToLowerInvariant()}"] : [];
        ImmutableArray<string> hosted = draw.Chance(75) ? [$"of-{host.Value[..1].ToLowerInvariant()}"] : [];
        return new Pledge
        {
            Id = id,
            Nation = nation,
            Support = draw.Pick(types),
            Stage = PledgeStage.Firm,
            Claims = draw.Chance(94) ? [new Claim(lower * scale, Math.Min(9, lower + draw.Weighted(60, 15, 15, 10)) * scale)] : [],
            Rotation = draw.Chance(40) ? ModelGen.Rotation(draw) : null,
            Zone = hosted.IsEmpty ? null : Zone.Rear,
            Host = host,
            Needs = [.. national, .. hosted],
        };
    }

    private static ParliamentaryApproval Approval(string id, NationCode nation, ApprovalProcedure procedure, Draw draw, long scale)
    {
        var day = ModelGen.Anchor.PlusDays(-60);
        var acts = ImmutableArray.Create<ApprovalAct>(
            new ApprovalAct.Submitted { On = day, Mandate = MandateOf(draw, scale) }, new ApprovalAct.Approved { On = day.PlusDays(10) });
        return new ParliamentaryApproval
        {
            Id = id,
            Nation = nation,
            Procedure = procedure,
            Acts = draw.Chance(25) ? acts.Add(new ApprovalAct.Submitted { On = day.PlusDays(20), Mandate = MandateOf(draw, scale) }) : acts,
        };
    }

    private static Mandate MandateOf(Draw draw, long scale)
    {
        var limited = draw.Some<string?>([null, .. types], 3);
        return new Mandate { Ceilings = draw.Chance(10) ? [] : [.. limited.Select(s => new Ceiling(s, draw.Int(0, 9) * scale))] };
    }
}
