using System.Collections.Immutable;
using Coalition.Requirements;
using NodaTime;

namespace Coalition.Benchmarks;

/// <content>Five guarantees, by two or three standards each: what they ask for is a share of what all pledges come to.</content>
internal sealed partial class ModelGenerator
{
    private ImmutableArray<Guarantee> MakeGuarantees() =>
    [
        MakeGuarantee(
            "ceasefire-monitoring", GuaranteePillar.CeasefireMonitoring, "ceasefire",
            Standard("nations", new Requirement.Contributors(PledgeFilter.ForSupport("monitoring"), nations.Length / 8)),
            Standard("staff", Total(0.3, null, "monitoring"))),
        MakeGuarantee(
            "armed-forces-support", GuaranteePillar.ArmedForcesSupport, null,
            Standard("trainees", Total(0.5, null, "training")),
            Standard("training-or-money", new Requirement.AnyOf(Total(0.9, null, "training"), Total(0.4, null, "financial-aid"))),
            Standard("broad", new Requirement.AllOf(Total(0.2, null, "weapons"), new Requirement.Contributors(PledgeFilter.ForSupport("weapons"), 5)))),
        MakeGuarantee(
            "multinational-force", GuaranteePillar.MultinationalForce, "ceasefire",
            Standard("small", Total(0.1, null, "land", "air", "naval", "special-forces")),
            Standard("shared-burden", Total(0.3, 20L * pledges, "land", "air", "naval", "special-forces")),
            Standard("large", new Requirement.AllOf(
                Total(0.8, null, "land"),
                new Requirement.Contributors(new PledgeFilter { Roles = [NationRole.Framework], LeastStage = PledgeStage.Allocated }, 2),
                new Requirement.AnyOf(new Requirement.Holds("backstop"), Total(0.2, null, "air-defence"))))),
        MakeGuarantee(
            "renewed-attack-commitments", GuaranteePillar.RenewedAttackCommitments, "renewed-attack",
            Standard("sanctions", new Requirement.Contributors(PledgeFilter.ForSupport("sanctions"), nations.Length / 4)),
            Standard("force-or-money", new Requirement.AnyOf(
                new Requirement.Met("multinational-force", "small"), Total(0.6, null, "weapons", "financial-aid")))),
        MakeGuarantee(
            "long-term-cooperation", GuaranteePillar.LongTermCooperation, null,
            Standard("money", Total(0.4, 60_000_000L * pledges / nations.Length, "financial-aid", "humanitarian-aid")),
            Standard("two-of-three", new Requirement.AtLeast(
                2,
                new Requirement.Met("armed-forces-support", "trainees"),
                new Requirement.Contributors(new PledgeFilter { Families = [SupportFamily.Technology] }, nations.Length / 5),
                Total(0.5, null, "weapons")))),
    ];

    private Guarantee MakeGuarantee(string id, GuaranteePillar pillar, string? trigger, params ImmutableArray<SufficiencyStandard> standards) => new()
    {
        Id = id,
        Title = $"Made up: {id}",
        Pillar = pillar,
        Beneficiary = nations[0],
        Trigger = trigger,
        From = trigger is null ? new LocalDate(2026, 1, 1) : null,
        Standards = standards,
        Source = SourceId(),
    };

    private SufficiencyStandard Standard(string id, Requirement requires) =>
        new() { Id = id, Requires = requires, Title = $"Made up: {id}", Source = SourceId() };

    private Requirement.Total Total(double share, long? cap, params ImmutableArray<string> support) =>
        new(new PledgeFilter { Support = support }, (long)(share * support.Sum(s => offered.GetValueOrDefault(s))), cap);
}
