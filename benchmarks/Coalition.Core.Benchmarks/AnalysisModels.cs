using System.Collections.Immutable;
using Coalition.Analysis;
using Coalition.Approvals;
using Coalition.Requirements;
using Coalition.Sufficiency;
using NodaTime;

namespace Coalition.Benchmarks;

/// <summary>Makes up models for the exact analysis: every figure in them is drawn from a fixed seed, and none is real.</summary>
internal static class AnalysisModels
{
    internal static readonly LocalDate On = new(2026, 11, 1);

    private static readonly ImmutableArray<string> Support = ["land", "air", "naval", "logistics", "engineering"];

    /// <summary>
    /// So many nations with a pledge each for each of five guarantees; a pledge waits for its nation's parliament, and one in three for the ceasefire too. A
    /// standard asks for half of what is pledged, and for a third of the nations.
    /// </summary>
    /// <param name="nations">The number of nations.</param>
    /// <param name="step">Amounts are multiples of it, from 50 up to 2,500: of 35 nations some 45,000 persons, of which a division of 22,000 is asked.</param>
    /// <param name="totals">How many totals a standard has: a second one is of other support, by the same nations.</param>
    internal static CoalitionModel Coalition(int nations, int step = 50, int totals = 1)
    {
        var random = new Random(Seed: 20_261_124);
        var codes = ModelGenerator.Codes().Take(nations).ToArray();
        var pledges = ImmutableArray.CreateBuilder<Pledge>();
        foreach (var support in Support)
        {
            foreach (var code in codes)
            {
                pledges.Add(Pledge(code, support, step * random.NextInt64(Math.Max(1, 50 / step), (2_500 / step) + 1)) with
                {
                    Needs = [Parliament(code)],
                    Condition = random.Next(3) == 0 ? new Requirement.Holds("ceasefire") : null,
                });
            }
        }

        var half = Support.ToDictionary(s => s, s => pledges.Where(p => p.Support == s).Sum(p => p.Claims[0].Upper!.Value) / 2);
        return CoalitionModel.Create(new CoalitionDraft
        {
            AsOf = On,
            Title = "Made up by a generator with a fixed seed",
            Nations = [.. codes.Select(c => new Nation { Code = c, Name = $"Nation {c}" })],
            Circumstances = [new Circumstance { Id = "ceasefire", Title = "A ceasefire" }],
            Approvals =
            [
                .. codes.Select(c => new ParliamentaryApproval { Id = Parliament(c), Nation = c, Procedure = ApprovalProcedure.PriorApproval }),
            ],
            Pledges = pledges.ToImmutable(),
            Guarantees =
            [
                .. Support.Select((s, i) => Guarantee(s, new Requirement.AllOf(
                [
                    .. Enumerable.Range(0, totals).Select(t => Support[(i + t) % Support.Length]).Select(of => Total(of, half[of])),
                    new Requirement.Contributors(PledgeFilter.ForSupport(s), nations / 3),
                ]))),
            ],
        });
    }

    /// <summary>
    /// Probabilities for every open matter of such a model, the votes of one nation in four given the ceasefire, and twelve further pledges to choose from.
    /// </summary>
    internal static Outlook Outlook(CoalitionModel model, ImmutableArray<OpenMatter> open)
    {
        var random = new Random(Seed: 7);
        var ceasefire = new OpenMatter(OpenMatterKind.Circumstance, "ceasefire");
        return Analysis.Outlook.Create(
            [],
            open.Select((matter, i) => new Estimate
            {
                Of = new FunctionVariable.OfMatter(matter),
                Probability = random.Next(50, 96) / 100.0,
                Given = matter != ceasefire && i % 4 == 0 ? ceasefire : null,
                Otherwise = matter != ceasefire && i % 4 == 0 ? random.Next(5, 50) / 100.0 : null,
            }),
            new RemedyMenu
            {
                Unit = Unit.Euro,
                Remedies =
                [
                    .. Enumerable.Range(0, 12).Select(i => new Remedy.FurtherPledge
                    {
                        Id = $"more-{i}",
                        Cost = random.Next(50, 500),
                        Pledge = Pledge(model.Nations[i].Code, Support[i % Support.Length], model.Guarantees.Length * 2_000 * random.Next(1, 9)) with { Id = $"more-{i}" },
                    }),
                ],
            });
    }

    /// <summary>Players with weights, of which those in favour must reach each quota: a nation promises its weights as so much of a support type each.</summary>
    internal static CoalitionModel Game(long[][] weights, long[] quotas)
    {
        var codes = ModelGenerator.Codes().Take(weights[0].Length).ToArray();
        return CoalitionModel.Create(new CoalitionDraft
        {
            AsOf = On,
            Nations = [.. codes.Select(c => new Nation { Code = c, Name = $"Nation {c}" })],
            Pledges = [.. weights.SelectMany((of, d) => of.Select((w, i) => Pledge(codes[i], Support[d], w)))],
            Guarantees = [Guarantee("game", new Requirement.AllOf([.. quotas.Select((q, d) => Total(Support[d], q))]))],
        });
    }

    /// <summary>The 538 votes of the 51 electors' delegations of the United States, by the census of 2020.</summary>
    internal static long[] ElectoralCollege { get; } =
    [
        54, 40, 30, 28, 19, 19, 17, 16, 16, 15, 14, 13, 12, .. Times(4, 11), .. Times(5, 10), .. Times(2, 9), .. Times(3, 8), .. Times(2, 7), .. Times(6, 6),
        .. Times(2, 5), .. Times(7, 4), .. Times(7, 3),
    ];

    /// <summary>28 made-up populations in thousands, together over 500,000, a few of them great.</summary>
    internal static long[] Populations { get; } = Drawn();

    private static IEnumerable<long> Times(int count, long weight) => Enumerable.Repeat(weight, count);

    private static long[] Drawn()
    {
        var random = new Random(Seed: 28);
        return [.. Enumerable.Range(0, 28).Select(i => (long)(85_000 * Math.Exp(-i / 6.0)) + random.Next(400, 1_400))];
    }

    private static string Parliament(NationCode code) => $"parliament-{code.Value.ToLowerInvariant()}";

    private static Pledge Pledge(NationCode nation, string support, long amount) => new()
    {
        Id = $"{nation.Value.ToLowerInvariant()}-{support}",
        Nation = nation,
        Support = support,
        Stages = [new StageChange { On = On.PlusDays(-10), Stage = PledgeStage.Firm }],
        Claims = [new Claim(amount, amount)],
    };

    private static Requirement.Total Total(string support, long atLeast) => new(PledgeFilter.ForSupport(support), atLeast);

    internal static Guarantee Guarantee(string id, Requirement requires) => new()
    {
        Id = id,
        Title = $"Made up: {id}",
        Pillar = GuaranteePillar.MultinationalForce,
        Beneficiary = ModelGenerator.Codes().First(),
        Standards = [new SufficiencyStandard { Id = "enough", Requires = requires }],
    };
}
