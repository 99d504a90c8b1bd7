using System.Collections.Immutable;
using Coalition.Requirements;

namespace Coalition.Tests.Generators;

/// <summary>Draws requirements over the pledges that one model is going to have.</summary>
internal sealed class RequirementGen(
    Draw draw,
    ImmutableArray<Nation> nations,
    ImmutableArray<string> circumstances,
    ImmutableArray<(string Guarantee, int Standards)> guarantees,
    ImmutableArray<Pledge> offers,
    long scale,
    bool isAboutMandates)
{
    /// <summary>What a standard requires. It refers to guarantees before its own only, so that no circle comes about.</summary>
    internal Requirement Standard(string guarantee, int standard)
    {
        var before = References().Where(r => string.CompareOrdinal(r.Guarantee, guarantee) < 0
            || (r.Guarantee == guarantee && int.Parse(r.Standard[1..], null) < standard)).ToList();
        return Any(draw.Weighted(40, 45, 15), before);
    }

    /// <summary>What a pledge waits for, or a mandate.</summary>
    internal Requirement Condition(Pledge? of)
    {
        var condition = Any(draw.Weighted(70, 25, 5), [.. References()]);
        return of is not null && draw.Chance(25) ? new Requirement.AllOf(condition, Others(of)) : condition;
    }

    /// <summary>What waits for one other pledge.</summary>
    internal Requirement WaitFor(Pledge other)
    {
        var filter = new PledgeFilter { Pledges = [other.Id] };
        return draw.Weighted(40, 30, 30) switch
        {
            0 => new Requirement.Contributes(other.Nation, filter),
            1 => new Requirement.Contributors(filter, 1),
            _ => new Requirement.Total(filter, draw.Int(0, 2), null, UnitOf(other), other.Rotation is not null && draw.Chance(50)),
        };
    }

    private Requirement.Contributors Others(Pledge of) =>
        new(new PledgeFilter { Nations = [.. nations.Select(n => n.Code).Where(c => c != of.Nation)] }, draw.Int(1, 2));

    private IEnumerable<(string Guarantee, string Standard)> References() =>
        guarantees.SelectMany(g => Enumerable.Range(1, g.Standards).Select(i => (g.Guarantee, $"s{i}")));

    private Requirement Any(int depth, List<(string Guarantee, string Standard)> references)
    {
        if (depth == 0)
        {
            return Leaf(references);
        }

        ImmutableArray<Requirement> parts =
            [.. Enumerable.Range(0, draw.Weighted(10, 50, 40) + 1).Select(_ => Any(draw.Chance(75) ? 0 : depth - 1, references))];
        return draw.Weighted(45, 25, 30) switch
        {
            0 => new Requirement.AllOf(parts),
            1 => new Requirement.AnyOf(parts),
            _ => new Requirement.AtLeast(draw.Int(1, parts.Length), parts),
        };
    }

    private Requirement Leaf(List<(string Guarantee, string Standard)> references) =>
        draw.Weighted(3, circumstances.IsEmpty ? 0 : 10, isAboutMandates ? 120 : 42, 18, 15, references.Count == 0 ? 0 : 17) switch
        {
            0 => new Requirement.Always(),
            1 => new Requirement.Holds(draw.Pick(circumstances)),
            2 => Total(),
            3 => new Requirement.Contributors(Filter(), draw.Weighted(5, 40, 35, 15, 5)),
            4 => new Requirement.Contributes(offers.IsEmpty || draw.Chance(10) ? draw.Pick(nations).Code : draw.Pick(offers).Nation, Filter()),
            _ => Met(draw.Pick(references)),
        };

    private Requirement.Met Met((string Guarantee, string Standard) to) => new(
        to.Guarantee, guarantees.Single(g => g.Guarantee == to.Guarantee).Standards == 1 && draw.Chance(50) ? null : to.Standard);

    private Requirement.Total Total()
    {
        var filter = Filter();
        var counted = offers.Where(p => Matches(filter, p)).ToList();
        if (counted.Select(UnitOf).Distinct().Count() > 1)
        {
            filter = filter with { Support = [draw.Pick(counted).Support], Families = [] };
            counted = [.. counted.Where(p => Matches(filter, p))];
        }

        var unit = counted.Count == 0 ? Unit.Personnel : UnitOf(counted[0]);
        var named = SupportType.WellKnown.Where(t => filter.Support.Contains(t.Id)).Select(t => t.Unit).Distinct().ToList();
        var isImplied = filter.Families.IsEmpty && filter.Support.All(s => s != "drones") && named.Count == 1 && named[0] == unit;
        var most = counted.Aggregate((Int128)0, (sum, p) => sum + p.Claims.Select(c => c.Upper ?? c.Lower ?? 0).DefaultIfEmpty(0).Max());
        var sustained = draw.Chance(30);
        return new Requirement.Total(
            filter, AtLeast(sustained && draw.Chance(50) ? most / 2 : most), draw.Chance(35) ? draw.Int(0, 10) * Math.Min(scale, long.MaxValue / 10) : null, isImplied && draw.Chance(80) ? null : unit, sustained);
    }

    private long AtLeast(Int128 most)
    {
        var needed = draw.Weighted(4, 38, 18, 32, 8) switch
        {
            0 => 0,
            1 => most * draw.Int(10, 60) / 100,
            2 => most,
            3 => most * draw.Int(60, 100) / 100,
            _ => most + (draw.Int(1, 3) * scale),
        };
        return (long)Int128.Min(needed, long.MaxValue);
    }

    private PledgeFilter Filter() => isAboutMandates && draw.Chance(60) ? PledgeFilter.All : new()
    {
        Support = draw.Chance(38) && !offers.IsEmpty ? [.. draw.Some([.. offers.Select(p => p.Support).Distinct()], 2)] : [],
        Families = draw.Chance(12) ? draw.Some([SupportFamily.Forces, SupportFamily.Enablers], 2) : [],
        Nations = draw.Chance(16) ? draw.Some([.. nations.Select(n => n.Code)], 3) : [],
        Roles = draw.Chance(10) ? draw.Some([NationRole.Contributor, NationRole.Framework, NationRole.Host], 2) : [],
        Zones = draw.Chance(8) ? draw.Some([Zone.LineOfContact, Zone.Forward, Zone.Rear, Zone.HostTerritory, Zone.Sea, Zone.Air, Zone.ReachBack], 5) : [],
        Pledges = draw.Chance(14) && !offers.IsEmpty ? draw.Some([.. offers.Select(p => p.Id)], 4) : [],
        LeastStage = draw.Chance(20) ? draw.Among(PledgeStage.Floated, PledgeStage.Offered, PledgeStage.Firm, PledgeStage.Allocated, PledgeStage.Deployed) : null,
    };

    private bool Matches(PledgeFilter filter, Pledge pledge) =>
        (filter.Support.IsEmpty || filter.Support.Contains(pledge.Support))
        && (filter.Families.IsEmpty || filter.Families.Contains(FamilyOf(pledge)))
        && (filter.Nations.IsEmpty || filter.Nations.Contains(pledge.Nation))
        && (filter.Roles.IsEmpty || nations.Single(n => n.Code == pledge.Nation).Roles.Any(r => filter.Roles.Contains(r)))
        && (filter.Zones.IsEmpty || (pledge.Zone is { } zone && filter.Zones.Contains(zone)))
        && (filter.Pledges.IsEmpty || filter.Pledges.Contains(pledge.Id));

    private static SupportFamily FamilyOf(Pledge pledge) =>
        SupportType.WellKnown.SingleOrDefault(t => t.Id == pledge.Support)?.Family ?? SupportFamily.Enablers;

    private static Unit UnitOf(Pledge pledge) => pledge.Unit
        ?? SupportType.WellKnown.SingleOrDefault(t => t.Id == pledge.Support)?.Unit ?? new Unit("drones");
}
