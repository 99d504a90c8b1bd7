using System.Collections.Immutable;
using Coalition.Requirements;
using NodaTime;

namespace Coalition.Benchmarks;

/// <content>The pledges, and what they wait for.</content>
internal sealed partial class ModelGenerator
{
    // Out of every 60 pledges, six wait in a chain, each for the one before, and three in a circle.
    private const int Round = 60;
    private const int ChainFrom = 40;
    private const int ChainUntil = 45;
    private const int CircleFrom = 57;

    private Pledge MakePledge(int i)
    {
        var nation = nations[nationOf[i]];
        var support = supportOf[i];
        var isForce = Forces.Contains(support);
        var source = SourceId();
        Zone? zone = !isForce ? null : random.Next(6) switch { 0 => Zone.NeighbouringAlly, 1 => Zone.Forward, 2 => Zone.Sea, 3 => null, _ => Zone.Rear };
        var stages = MakeStages();
        var start = AsOf.PlusDays(random.Next(-200, 20));
        return new Pledge
        {
            Id = IdOf(i),
            Nation = nation,
            Support = support,
            Stage = stages.IsEmpty ? MakeStage() : null,
            Stages = stages,
            Claims = MakeClaims(support),
            From = OneIn(8) ? start : null,
            Until = OneIn(8) ? start.PlusDays(random.Next(100, 700)) : null,
            Readiness = isForce && OneIn(6) ? new Readiness { Notice = Period.FromDays(30 * random.Next(1, 7)), From = OneIn(2) ? "ceasefire" : "un-mandate" } : null,
            Zone = zone,
            Needs = isForce ? [.. approvalsOf[nation], .. zone?.IsOnHostTerritory() == true ? [Consent] : ImmutableArray<string>.Empty] : [],
            Condition = MakeCondition(i),
            Source = source,
            Note = OneIn(5) ? "Said in public by a minister, and to be confirmed by the government." : null,
        };
    }

    private string IdOf(int i) => $"{nations[nationOf[i]].Value.ToLowerInvariant()}-{supportOf[i]}-{i}";

    private PledgeStage MakeStage() => random.Next(12) switch
    {
        0 => PledgeStage.Floated,
        1 or 2 => PledgeStage.Declared,
        3 => PledgeStage.Offered,
        4 => PledgeStage.Deployed,
        5 => PledgeStage.Allocated,
        6 => OneIn(2) ? PledgeStage.Withdrawn : PledgeStage.Declined,
        _ => PledgeStage.Firm,
    };

    private ImmutableArray<StageChange> MakeStages()
    {
        if (random.Next(5) > 1)
        {
            return [];
        }

        var first = AsOf.PlusDays(-random.Next(40, 300));
        var declared = new StageChange { Stage = PledgeStage.Declared, On = first, Source = SourceId() };
        var next = new StageChange { Stage = MakeStage(), On = first.PlusDays(random.Next(1, 40)), Published = OneIn(3) ? new PublicationDate(first.PlusDays(40)) : null };
        return OneIn(3) ? [declared] : [declared, next];
    }

    private ImmutableArray<Claim> MakeClaims(string support)
    {
        var unit = support is "weapons" or "technology" or "financial-aid" or "humanitarian-aid" ? 1_000_000 : support is "air-defence" or "sanctions" ? 1 : 50;
        var lower = random.Next(1, 40) * unit;
        var claim = new Claim(OneIn(6) ? null : lower, OneIn(3) ? lower + (random.Next(1, 10) * unit) : lower) { Source = OneIn(3) ? SourceId() : null };
        ImmutableArray<Claim> claims = random.Next(7) switch
        {
            0 => [],
            1 => [claim, new Claim(lower / 2, lower * 2L) { Source = SourceId(), Published = new PublicationDate(AsOf.PlusDays(-random.Next(60))) }],
            _ => [claim],
        };
        offered[support] = offered.GetValueOrDefault(support) + (claims.IsEmpty ? 0 : lower);
        return claims;
    }

    private Requirement? MakeCondition(int i)
    {
        var place = i % Round;
        var start = i - place;
        if (place is >= ChainFrom and <= ChainUntil)
        {
            return WaitsFor(i - 1);
        }

        if (place >= CircleFrom && start + Round <= pledges)
        {
            return WaitsFor(place == CircleFrom ? start + Round - 1 : i - 1);
        }

        return random.Next(8) == 0 ? MakeCondition() : null;
    }

    private Requirement.Contributes WaitsFor(int i) => new(nations[nationOf[i]], new PledgeFilter { Pledges = [IdOf(i)] });

    private Requirement MakeCondition() => random.Next(16) switch
    {
        < 5 => HoldsOneOf("ceasefire", "backstop", "un-mandate", "request"),
        < 8 => Contributes(),
        < 10 => new Requirement.Contributors(PledgeFilter.ForSupport(Pick(Support)), random.Next(3, 9)),
        < 12 => new Requirement.Total(PledgeFilter.ForSupport(Pick(Forces)), random.Next(1, 30) * (long)pledges, OneIn(2) ? 10L * pledges : null),
        < 14 => new Requirement.AllOf(HoldsOneOf("ceasefire", "un-mandate"), Contributes()),
        < 15 => new Requirement.AllOf(
            new Requirement.Contributors(PledgeFilter.ForSupport("land"), 5), new Requirement.AnyOf(new Requirement.Holds("backstop"), Contributes())),
        _ => new Requirement.Met("ceasefire-monitoring", "staff"),
    };

    private Requirement.Holds HoldsOneOf(params ImmutableArray<string> circumstances) => new(Pick(circumstances));

    private Requirement.Contributes Contributes()
    {
        var other = random.Next(pledges);
        return new Requirement.Contributes(nations[nationOf[other]], PledgeFilter.ForSupport(supportOf[other]));
    }
}
