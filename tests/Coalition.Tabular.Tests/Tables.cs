using System.Text;
using Coalition.Json;

namespace Coalition.Tabular.Tests;

/// <summary>A small model, made up, with its tables, and what reading them says.</summary>
internal static class Tables
{
    internal const string PledgesHeader = "id,nation,support,stage,unit,rotation,from,until,readiness.notice,readiness.from,zone,host,needs,condition,source,note\r\n";
    internal const string ClaimsHeader = "pledge,from,to,published,source,note\r\n";
    internal const string StagesHeader = "pledge,stage,on,published,source,assumed,note\r\n";
    internal const string ActsHeader = "approval,act,on,body,tally.yes,tally.no,tally.abstain,overrides,mandate,voteOn,until,published,source,assumed,note\r\n";

    internal static CoalitionModel Model { get; } = CoalitionJson.Read("""
        {
          "format": "coalition/1",
          "asOf": "2026-03-01",
          "sources": { "example": { "label": "illustrative", "title": "Worked example" } },
          "nations": { "XA": { "name": "Arland" }, "UA": { "name": "Ukraine", "roles": ["host"] } },
          "circumstances": { "ceasefire": { "title": "Ceasefire in force" } },
          "approvals": {
            "xa-house": {
              "nation": "XA", "procedure": "priorApproval",
              "decisions": [{ "body": "House", "members": 101, "needs": "more than 1/2 of cast" }],
              "acts": [
                { "act": "submitted", "on": "2026-01-07", "mandate": { "until": "2026-12-31", "ceilings": { "total": 900 } }, "source": "example" },
                { "act": "approved", "on": "2026-02-01", "body": "House", "tally": { "yes": 60, "no": 30, "abstain": 2 } }
              ]
            },
            "ua-rada": { "nation": "UA", "procedure": "hostConsent" }
          },
          "pledges": {
            "xa-land": {
              "nation": "XA", "support": "land", "stage": "declared", "stages": [{ "stage": "firm", "on": "2026-02-02", "source": "example" }],
              "amount": [{ "from": 500, "to": 800, "source": "example" }], "zone": "rear", "needs": ["xa-house", "ua-rada"],
              "readiness": { "notice": "P30D", "from": "ceasefire" }, "condition": { "holds": "ceasefire" }, "note": "= made up"
            },
            "xa-air": { "nation": "XA", "support": "air", "stage": "firm", "amount": [{ "to": 12 }] }
          },
          "guarantees": {
            "force": {
              "pillar": "multinationalForce", "beneficiary": "UA",
              "standards": { "five-hundred": { "requires": { "total": { "support": ["land"], "pledges": ["xa-land"] }, "atLeast": 500 } } }
            }
          }
        }
        """);

    /// <summary>Its tables.</summary>
    internal static CsvTables OfModel { get; } = CoalitionCsv.Write(Model);

    /// <summary>The problems of tables, as lines; none if they are valid.</summary>
    internal static string[] Problems(CsvTables tables, CoalitionLimits? limits = null) =>
        Problems(() => CoalitionCsv.Read(Model, tables, limits ?? CoalitionLimits.Default));

    internal static string[] Problems(Action read)
    {
        try
        {
            read();
            return [];
        }
        catch (CoalitionModelException invalid)
        {
            return [.. invalid.Problems.Select(p => p.ToString())];
        }
    }

    /// <summary>The tables with a piece of one of them replaced, which must be there.</summary>
    internal static CsvTables With(string table, string from, string to)
    {
        return table switch
        {
            "pledges" => OfModel with { Pledges = Replace(OfModel.Pledges) },
            "claims" => OfModel with { Claims = Replace(OfModel.Claims) },
            "stages" => OfModel with { Stages = Replace(OfModel.Stages) },
            _ => OfModel with { Acts = Replace(OfModel.Acts) },
        };

        string Replace(string text)
        {
            Assert.Contains(from, text, StringComparison.Ordinal);
            return text.Replace(from, to, StringComparison.Ordinal);
        }
    }

    /// <summary>Streams of the tables as UTF-8.</summary>
    internal static Func<string, Stream> Open(CsvTables tables) => file => new MemoryStream(Encoding.UTF8.GetBytes(file switch
    {
        "pledges.csv" => tables.Pledges,
        "claims.csv" => tables.Claims,
        "stages.csv" => tables.Stages,
        _ => tables.Acts,
    }));
}
