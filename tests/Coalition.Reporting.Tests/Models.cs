using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Coalition.Analysis;
using Coalition.Approvals;
using Coalition.Json;
using Coalition.Requirements;
using Coalition.Sufficiency;
using Coalition.Tests;
using NodaTime;

namespace Coalition.Reporting.Tests;

/// <summary>The models that reports are made of. All but the first are made up.</summary>
internal static class Models
{
    private static readonly string[] Texts = ["title", "note", "name", "body", "publisher", "reliability", "link"];

    internal static CoalitionModel Paris { get; } = CoalitionJson.Read(File("paris-2026.json"));

    internal static CoalitionModel Illustrative { get; } = CoalitionJson.Read(File("illustrative.json"));

    internal static ReportContents Contents(string name) => name switch
    {
        "paris-2026" => Of(Paris) with { Outlook = CoalitionJson.ReadOutlook(File("paris-2026-outlook.json")), Regimes = ApprovalRegimes.Catalogue },
        "illustrative" => Of(Illustrative) with { Outlook = CoalitionJson.ReadOutlook(File("illustrative-outlook.json")), Regimes = ApprovalRegimes.Catalogue },
        _ => throw new ArgumentOutOfRangeException(nameof(name), name, "Expected a model of the sample."),
    };

    internal static ReportContents Of(CoalitionModel model) => new() { Report = SufficiencyEvaluator.Evaluate(model, model.AsOf) };

    /// <summary>The made-up model of the sample with every text replaced: names, titles, notes, bodies, links, caveats.</summary>
    internal static CoalitionModel WithTexts(Func<string, string> replace)
    {
        var root = JsonNode.Parse(File("illustrative.json"))!;
        Replace(root, replace);
        return CoalitionJson.Read(root.ToJsonString());
    }

    /// <summary>As many nations, each with a pledge of land forces; a third waits for a circumstance, a third for the next nation, the last of these for the first.</summary>
    internal static CoalitionModel Of(int nations)
    {
        ImmutableArray<Nation> all = [.. Codes().Take(nations).Select((c, i) => new Nation { Code = new NationCode(c), Name = $"Made-up nation {i:000} of the north" })];
        var waiting = all.Where((_, i) => i % 3 == 2).ToList();
        return CoalitionModel.Create(new CoalitionDraft
        {
            AsOf = new LocalDate(2030, 1, 1),
            Title = $"{nations} made-up nations",
            Nations = all,
            Sources = [new Source { Id = "made-up", Label = SourceLabel.Illustrative, Title = "Made up" }],
            Circumstances = [new Circumstance { Id = "ceasefire", Title = "A ceasefire is in force" }],
            Pledges = [.. all.Select((n, i) => Pledge(n, i, waiting))],
            Guarantees =
            [
                new Guarantee
                {
                    Id = "force", Title = "A force", Pillar = GuaranteePillar.MultinationalForce, Beneficiary = all[0].Code,
                    Standards =
                    [
                        new SufficiencyStandard { Id = "low", Title = "Low", Source = "made-up", Requires = new Requirement.Total(PledgeFilter.ForSupport("land"), 100) },
                        new SufficiencyStandard { Id = "high", Title = "High", Source = "made-up", Requires = new Requirement.Total(PledgeFilter.ForSupport("land"), 1_000_000) },
                        new SufficiencyStandard { Id = "many", Title = "Many", Source = "made-up", Requires = new Requirement.Contributors(PledgeFilter.ForSupport("land"), nations) },
                    ],
                },
            ],
        });
    }

    /// <summary>Made-up pledges, as a file has them, and three standards that ask for land forces: a ladder.</summary>
    internal static CoalitionModel WithPledges(string pledges) => CoalitionJson.Read($$"""
        {
          "format": "coalition/1", "asOf": "2030-01-01",
          "nations": { "XA": { "name": "Arland" }, "XB": { "name": "Borland" }, "XH": { "name": "Hostland" } },
          "circumstances": { "truce": { "title": "A truce holds" }, "vote": { "title": "A vote passes" } },
          "pledges": {{pledges}},
          "guarantees": { "force": { "pillar": "multinationalForce", "beneficiary": "XH", "standards": {
            "low": { "requires": { "total": "land", "atLeast": 3000 } },
            "mid": { "note": "What was said of five thousand.", "requires": { "total": "land", "atLeast": 5000 } },
            "high": { "requires": { "total": "land", "atLeast": 50000 } } } } }
        }
        """);

    private static Pledge Pledge(Nation nation, int place, List<Nation> waiting) => new()
    {
        Id = $"{nation.Code.Value.ToLowerInvariant()}-land",
        Nation = nation.Code,
        Support = "land",
        Stage = PledgeStage.Firm,
        Source = "made-up",
        Claims = [new Claim(100 + (10 * place), 200 + (10 * place))],
        Condition = (place % 3) switch
        {
            0 => null,
            1 => new Requirement.Holds("ceasefire"),
            _ => new Requirement.Contributes(waiting[(waiting.IndexOf(nation) + 1) % waiting.Count].Code, PledgeFilter.ForSupport("land")),
        },
    };

    // What the library takes for codes; their names are made up here.
    private static IEnumerable<string> Codes() =>
        "XABCDEFGHIJKLMNOPQRSTUVWYZ".SelectMany(first => "ABCDEFGHIJKLMNOPQRSTUVWXYZ".Select(second => $"{first}{second}")).Where(c => NationCode.TryParse(c, out _));

    private static void Replace(JsonNode node, Func<string, string> replace)
    {
        switch (node)
        {
            case JsonObject parts:
                foreach (var (key, value) in parts.ToList())
                {
                    if (value is JsonValue text && Texts.Contains(key) && text.GetValueKind() == System.Text.Json.JsonValueKind.String)
                    {
                        parts[key] = replace(text.GetValue<string>());
                    }
                    else if (key == "caveats" && value is JsonArray caveats)
                    {
                        parts[key] = new JsonArray([.. caveats.Select(c => (JsonNode)replace(c!.GetValue<string>()))]);
                    }
                    else if (value is not null)
                    {
                        Replace(value, replace);
                    }
                }

                break;
            case JsonArray items:
                foreach (var item in items.OfType<JsonNode>())
                {
                    Replace(item, replace);
                }

                break;
        }
    }

    private static byte[] File(string name) => Repository.Bytes("samples", "ParisSummit", name);
}
