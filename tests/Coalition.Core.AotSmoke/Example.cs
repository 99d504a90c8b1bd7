using Coalition.Approvals;
using Coalition.Json;
using Coalition.Requirements;
using NodaTime;

namespace Coalition.AotSmoke;

/// <summary>A made-up coalition, from C# and from JSON.</summary>
internal static class Example
{
    internal const string Json = """
        {
          "format": "coalition/1",
          "asOf": "2026-03-01",
          "sources": { "example": { "label": "illustrative", "title": "Made up" } },
          "nations": {
            "FR": { "name": "France" }, "GB": { "name": "United Kingdom" }, "PL": { "name": "Poland" },
            "UA": { "name": "Ukraine", "roles": ["host"] }
          },
          "circumstances": { "ceasefire": { "title": "Ceasefire in force" } },
          "approvals": {
            "gb-commons": {
              "nation": "GB", "procedure": "priorApproval",
              "decisions": [{ "body": "House of Commons", "members": 650, "needs": "more than 1/2 of cast" }]
            }
          },
          "pledges": {
            "fr-land": { "nation": "FR", "support": "land", "stage": "firm", "amount": [{ "from": 3000, "to": 6000, "source": "example" }] },
            "gb-land": {
              "nation": "GB", "support": "land", "stage": "firm", "needs": ["gb-commons"],
              "amount": [{ "from": 4000, "source": "example" }], "condition": { "holds": "ceasefire" }
            },
            "pl-land": { "nation": "PL", "support": "land", "stage": "firm", "amount": [{ "from": 1500, "source": "example" }] },
            "fr-air": {
              "nation": "FR", "support": "air", "stage": "firm", "amount": [{ "from": 10 }],
              "condition": { "contributes": "PL", "with": "air" }
            },
            "pl-air": {
              "nation": "PL", "support": "air", "stage": "firm", "amount": [{ "from": 10 }],
              "condition": { "contributes": "FR", "with": "air" }
            }
          },
          "guarantees": {
            "force": {
              "pillar": "multinationalForce", "beneficiary": "UA",
              "standards": { "seven-thousand": { "source": "example", "requires": { "total": "land", "atLeast": 7000 } } }
            },
            "sky": {
              "pillar": "multinationalForce", "beneficiary": "UA",
              "standards": { "twenty": { "requires": { "total": "air", "atLeast": 20 } } }
            }
          }
        }
        """;

    internal const string OutlookJson = """
        {
          "format": "coalition-outlook/1",
          "sources": { "guess": { "label": "illustrative", "title": "Made up" } },
          "probabilities": [
            { "of": "circumstance:ceasefire", "probability": 0.5, "source": "guess" },
            { "of": "approval:gb-commons", "given": "circumstance:ceasefire", "probability": 0.9, "otherwise": 0.4, "source": "guess" },
            { "of": "amount:fr-land", "probability": 0.25, "source": "guess" }
          ],
          "remedies": {
            "unit": "EUR",
            "menu": {
              "gb-vote": { "cost": 100, "source": "guess", "grant": "approval:gb-commons" },
              "gb-waives": { "cost": 150, "source": "guess", "waive": "gb-land" },
              "pl-more": {
                "cost": 400, "source": "guess",
                "pledge": { "nation": "PL", "support": "land", "stage": "firm", "amount": [{ "from": 3000 }] }
              }
            }
          }
        }
        """;

    internal static NationCode France { get; } = new("FR");

    internal static LocalDate Day { get; } = new(2026, 3, 1);

    internal static CoalitionModel Model { get; } = CoalitionJson.Read(Json);

    /// <summary>One nation, one parliament and one pledge, made in C#.</summary>
    internal static CoalitionDraft Draft { get; } = new()
    {
        AsOf = Day,
        Sources = [new Source { Id = "example", Label = SourceLabel.Illustrative, Title = "Made up" }],
        Nations = [new Nation { Code = France, Name = "France" }, new Nation { Code = new NationCode("UA"), Name = "Ukraine", Roles = [NationRole.Host] }],
        Circumstances = [new Circumstance { Id = "ceasefire", Title = "Ceasefire in force" }],
        Approvals = [new ParliamentaryApproval { Id = "fr-vote", Nation = France, Procedure = ApprovalProcedure.PriorApproval }],
        Pledges = [new Pledge { Id = "fr-land", Nation = France, Support = "land", Stage = PledgeStage.Firm, Claims = [new Claim(1000, 1000)], Needs = ["fr-vote"] }],
        Guarantees =
        [
            new Guarantee
            {
                Id = "force",
                Pillar = GuaranteePillar.MultinationalForce,
                Beneficiary = new NationCode("UA"),
                Standards = [new SufficiencyStandard { Id = "thousand", Requires = new Requirement.Total(PledgeFilter.ForSupport("land"), 1000) }],
            },
        ],
    };
}
