using System.Reflection;
using Coalition;
using Coalition.Approvals;
using Coalition.Json;
using Coalition.Requirements;
using Coalition.Sufficiency;
using NodaTime;

var day = new LocalDate(2026, 3, 1);
var france = new NationCode("FR");
var ukraine = new NationCode("UA");

var made = CoalitionModel.Create(new CoalitionDraft
{
    AsOf = day,
    Nations = [new Nation { Code = france, Name = "France" }, new Nation { Code = ukraine, Name = "Ukraine", Roles = [NationRole.Host] }],
    Approvals = [new ParliamentaryApproval { Id = "ua-rada", Nation = ukraine, Procedure = ApprovalProcedure.HostConsent }],
    Pledges =
    [
        new Pledge { Id = "fr-land", Nation = france, Support = "land", Stage = PledgeStage.Firm, Claims = [new Claim(3000, 3000)], Needs = ["ua-rada"] },
    ],
    Guarantees =
    [
        new Guarantee
        {
            Id = "force",
            Pillar = GuaranteePillar.MultinationalForce,
            Beneficiary = ukraine,
            Standards = [new SufficiencyStandard { Id = "three-thousand", Requires = new Requirement.Total(PledgeFilter.ForSupport("land"), 3000) }],
        },
    ],
});

var read = CoalitionJson.Read("""
    {
      "format": "coalition/1",
      "asOf": "2026-03-01",
      "sources": { "example": { "label": "illustrative", "title": "Made up" } },
      "nations": { "FR": { "name": "France" }, "UA": { "name": "Ukraine", "roles": ["host"] } },
      "pledges": { "fr-land": { "nation": "FR", "support": "land", "stage": "firm", "amount": [{ "from": 3000, "to": 3000, "source": "example" }] } },
      "guarantees": {
        "force": {
          "pillar": "multinationalForce", "beneficiary": "UA",
          "standards": { "three-thousand": { "source": "example", "requires": { "total": "land", "atLeast": 3000 } } }
        }
      }
    }
    """);

Console.WriteLine($"C#: {VerdictOf(made)}");
Console.WriteLine($"JSON: {VerdictOf(read)}");
Console.WriteLine($"Regimes: {ApprovalRegimes.Catalogue.Count}");
Console.WriteLine($"Native: {!System.Runtime.CompilerServices.RuntimeFeature.IsDynamicCodeSupported}");
Console.WriteLine(typeof(CoalitionModel).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion);

Verdict? VerdictOf(CoalitionModel model) => SufficiencyEvaluator.Evaluate(model, day)["force", "three-thousand"].Verdict;
