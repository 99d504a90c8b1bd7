using Coalition.Approvals;
using Coalition.Json;
using Coalition.Tests.Fixtures;

namespace Coalition.Tests.Samples;

/// <summary>The Paris model takes every state's law from the catalogue.</summary>
public class ParisLawTests
{
    private static readonly CoalitionModel Paris = CoalitionJson.Read(Repository.Bytes("samples", "ParisSummit", "paris-2026.json"));

    [Fact]
    public void Approvals_OfEveryState_FollowTheRuleThatTheCatalogueAnswersWith()
    {
        Assert.Empty(ApprovalRegimes.Catalogue.Disagreements(Paris));
        Assert.All(Paris.Approvals, approval => Assert.NotNull(approval.Law));
        Assert.All(Paris.Nations, nation =>
        {
            var answer = Assert.IsType<ProcedureAnswer.Applies>(ApprovalRegimes.Catalogue[nation.Code].ProcedureFor(Operations.Paris, Paris.AsOf));
            var asked = answer.Steps.Select(s => s.Procedure).Where(p => p != ApprovalProcedure.InformationOnly || answer.Steps.Length == 1);

            Assert.Equal(
                asked.Select(p => (answer.Rule.Id, p)).Order(),
                Paris.Approvals.Where(a => a.Nation == nation.Code).Select(a => (a.Law!, a.Procedure)).Order());
        });
    }

    [Fact]
    public void Pledges_OfForces_NeedTheLawOfTheirNation_AndOnTheHostsTerritoryTheHosts()
    {
        string[] forces = ["land", "naval", "air"];
        Assert.All(Paris.Pledges.Where(p => forces.Contains(p.Support)), pledge => Assert.Superset(
            Paris.Approvals.Where(a => a.Nation == pledge.Nation).Select(a => a.Id).ToHashSet(), pledge.Needs.ToHashSet()));
        Assert.All(
            Paris.Pledges.Where(p => p.Zone is Zone.Rear or Zone.HostTerritory or Zone.Forward or Zone.LineOfContact),
            pledge => Assert.Contains("ua-rada", pledge.Needs));
    }
}
