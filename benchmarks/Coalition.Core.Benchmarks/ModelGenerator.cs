using System.Collections.Immutable;
using System.Text;
using Coalition.Approvals;
using Coalition.Json;
using Coalition.Requirements;
using NodaTime;

namespace Coalition.Benchmarks;

/// <summary>Makes up a valid model of any size, the same for the same size: no figure, vote or date in it is real.</summary>
/// <remarks>
/// The mix is that of the modelled meeting, and stays the same at every size: of all pledges about two in five are dated in stages, a quarter are
/// conditional (a twentieth in circles of three, a tenth in chains of six), half need an approval, one in seven has no figure, one in seven two that
/// disagree. What grows with the pledges is the number of nations, as far as ISO 3166-1 has codes, and of sources, as far as the limits allow.
/// </remarks>
internal sealed partial class ModelGenerator
{
    /// <summary>The sizes that the design sets targets for, and what lies between.</summary>
    internal static readonly int[] Sizes = [150, 1_000, 10_000, 100_000];

    /// <summary>A day on which every gate occurs in each of its states.</summary>
    internal static readonly LocalDate On = new(2026, 11, 1);

    private static readonly LocalDate AsOf = new(2026, 11, 24);

    private static readonly ImmutableArray<string> Forces = ["land", "air", "naval", "special-forces", "logistics", "engineering"];

    // What a nation offers: forces more often than anything else.
    private static readonly ImmutableArray<string> Support =
    [
        "land", "land", "air", "naval", "special-forces", "logistics", "engineering", "air-defence", "intelligence", "strategic-lift", "training", "training",
        "weapons", "technology", "monitoring", "sanctions", "financial-aid", "humanitarian-aid",
    ];

    private readonly Random random = new(Seed: 20_261_124);
    private readonly int pledges;
    private readonly NationCode[] nations;
    private readonly int[] nationOf;
    private readonly string[] supportOf;
    private readonly ImmutableArray<Source> sources;
    private readonly Dictionary<NationCode, ImmutableArray<string>> approvalsOf = [];

    // What all pledges of a type come to together, so that standards can ask for a share of it.
    private readonly Dictionary<string, long> offered = [];

    private ModelGenerator(int pledges)
    {
        this.pledges = pledges;
        var count = pledges switch { <= 150 => 35, <= 1_000 => 60, <= 10_000 => 150, _ => 250 };
        var host = new NationCode("UA");
        nations = [host, .. Codes().Where(c => c != host).Take(count - 1)];
        nationOf = new int[pledges];
        supportOf = new string[pledges];
        for (var i = 0; i < pledges; i++)
        {
            nationOf[i] = random.Next(1, count);
            supportOf[i] = Support[random.Next(Support.Length)];
        }

        sources = [.. Enumerable.Range(0, Math.Clamp(pledges / 5, 30, 9_000)).Select(MakeSource)];
    }

    /// <summary>A model of so many pledges; 35 nations for 150, up to 250 for 100,000.</summary>
    internal static CoalitionModel Model(int pledges) => new ModelGenerator(pledges).Make();

    /// <summary>The model file of such a model, indented as a person would keep it.</summary>
    internal static byte[] Utf8(int pledges) => Encoding.UTF8.GetBytes(CoalitionJson.Write(Model(pledges)));

    internal static IEnumerable<NationCode> Codes()
    {
        for (var first = 'A'; first <= 'Z'; first++)
        {
            for (var second = 'A'; second <= 'Z'; second++)
            {
                if (NationCode.TryParse($"{first}{second}", out var code))
                {
                    yield return code;
                }
            }
        }
    }

    private CoalitionModel Make()
    {
        ImmutableArray<ParliamentaryApproval> approvals = [HostConsent(), .. nations[1..].SelectMany(n => MakeApprovals(n))];
        ImmutableArray<Pledge> made = [.. Enumerable.Range(0, pledges).Select(MakePledge)];
        return CoalitionModel.Create(new CoalitionDraft
        {
            AsOf = AsOf,
            Title = $"A made-up coalition of {nations.Length} nations and {pledges} pledges",
            Note = "Wholly invented, by a generator with a fixed seed.",
            Sources = sources,
            Nations = [.. nations.Select(MakeNation)],
            Circumstances = MakeCircumstances(),
            Approvals = approvals,
            Pledges = made,
            Guarantees = MakeGuarantees(),
        });
    }

    private Source MakeSource(int i) => new()
    {
        Id = $"statement-{i}",
        Label = i % 4 == 0 ? SourceLabel.Estimate : SourceLabel.Illustrative,
        Title = $"Made up: statement number {i} on what a government would offer",
        Publisher = "A ministry of defence",
        Published = new PublicationDate(AsOf.PlusDays(-30 - random.Next(300))),
        Link = $"https://example.org/statements/{i}",
    };

    private Nation MakeNation(NationCode code, int position) => new()
    {
        Code = code,
        Name = $"Nation {code}",
        Roles = position == 0 ? [NationRole.Host] : position < 4 ? [NationRole.Framework, NationRole.Contributor] : [NationRole.Contributor],
        NuclearArmed = position is 1 or 2,
    };

    private ImmutableArray<Circumstance> MakeCircumstances() =>
    [
        new() { Id = "ceasefire", Title = "A ceasefire is in force" },
        new() { Id = "backstop", Title = "A backstop from outside is granted" },
        new() { Id = "renewed-attack", Title = "The host is attacked again" },
        new() { Id = "un-mandate", Title = "A mandate of the United Nations is given", Events = [Event(CircumstanceChange.Occurred, 120)] },
        new() { Id = "request", Title = "The host has asked for help", Events = [Event(CircumstanceChange.Occurred, 200)], Source = SourceId() },
        new() { Id = "winter-truce", Title = "A truce", Events = [Event(CircumstanceChange.Occurred, 250), Event(CircumstanceChange.Ended, 220)] },
        new() { Id = "accession", Title = "Accession to an alliance", Events = [Event(CircumstanceChange.RuledOut, 90)] },
    ];

    private CircumstanceEvent Event(CircumstanceChange change, int daysBefore) =>
        new() { Change = change, On = AsOf.PlusDays(-daysBefore) };

    private string SourceId() => sources[random.Next(sources.Length)].Id;

    private bool OneIn(int count) => random.Next(count) == 0;

    private T Pick<T>(ImmutableArray<T> of) => of[random.Next(of.Length)];
}
