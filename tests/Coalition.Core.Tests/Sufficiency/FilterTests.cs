using Coalition.Sufficiency;
using Coalition.Tests.Fixtures;

namespace Coalition.Tests.Sufficiency;

/// <summary>Which pledges each kind of filter selects.</summary>
public class FilterTests
{
    private const string Pledges =
        """
        "pledges": {
          "fr-rear": { "nation": "FR", "support": "land", "stage": "firm", "zone": "rear" },
          "fr-sea": { "nation": "FR", "support": "naval", "stage": "deployed", "zone": "sea" },
          "gb-air": { "nation": "GB", "support": "air-defence", "stage": "firm", "zone": "air" },
          "de-nowhere": { "nation": "DE", "support": "land", "stage": "offered" },
          "de-money": { "nation": "DE", "support": "financial-aid", "stage": "declared" }
        },
        """;

    [Theory]
    [InlineData("{ }", "fr-rear fr-sea gb-air de-nowhere de-money")]
    [InlineData("\"land\"", "fr-rear de-nowhere")]
    [InlineData("{ \"support\": [\"naval\", \"land\", \"naval\"] }", "fr-rear fr-sea de-nowhere")]
    [InlineData("{ \"support\": [\"training\"] }", "")]
    [InlineData("{ \"families\": [\"forces\"] }", "fr-rear fr-sea de-nowhere")]
    [InlineData("{ \"families\": [\"enablers\", \"financial\"] }", "gb-air de-money")]
    [InlineData("{ \"nations\": [\"DE\", \"GB\"] }", "gb-air de-nowhere de-money")]
    [InlineData("{ \"nations\": [\"UA\"] }", "")]
    [InlineData("{ \"roles\": [\"framework\"] }", "fr-rear fr-sea gb-air")]
    [InlineData("{ \"roles\": [\"contributor\", \"host\"] }", "fr-rear fr-sea de-nowhere de-money")]
    [InlineData("{ \"roles\": [\"observer\"] }", "")]
    [InlineData("{ \"zones\": [\"rear\", \"air\"] }", "fr-rear gb-air")]
    [InlineData("{ \"zones\": [\"reachBack\"] }", "")]
    [InlineData("{ \"pledges\": [\"de-money\", \"fr-sea\", \"fr-sea\"] }", "fr-sea de-money")]
    [InlineData("{ \"leastStage\": \"deployed\" }", "fr-rear fr-sea gb-air de-nowhere de-money")]
    [InlineData("{ \"support\": [\"land\"], \"nations\": [\"FR\"], \"zones\": [\"rear\"], \"families\": [\"forces\"], \"roles\": [\"framework\"], \"pledges\": [\"fr-rear\", \"fr-sea\"] }", "fr-rear")]
    [InlineData("{ \"support\": [\"land\"], \"zones\": [\"sea\"] }", "")]
    [InlineData("{ \"pledges\": [\"fr-rear\"], \"nations\": [\"DE\"] }", "")]
    public void Filter_OfEachKind_SelectsInTheOrderOfTheModel(string filter, string expected)
    {
        var report = Given.Model(
            Pledges + "\"guarantees\": { \"g\": { \"pillar\": \"other\", \"beneficiary\": \"UA\", \"standards\": { \"s\": { \"requires\": { \"contributors\": "
            + filter + ", \"atLeast\": 9 } } } } }").On("2026-01-10");

        Assert.Equal(expected, string.Join(' ', Assert.IsType<Finding.Contributors>(report["g", "s"].Grounds).Contributions.Select(c => c.Pledge.Pledge.Id)));
    }

    [Theory]
    [InlineData("{ \"leastStage\": \"floated\" }", "GB FR", "DE FR GB")]
    [InlineData("{ \"leastStage\": \"firm\" }", "GB FR", "DE FR GB")]
    [InlineData("{ \"leastStage\": \"allocated\" }", "FR", "DE FR GB")]
    [InlineData("{ \"leastStage\": \"deployed\", \"nations\": [\"GB\"] }", "", "GB")]
    public void Filter_LeastStage_LeavesWhatMayStillComeToIt(string filter, string secured, string reachable)
    {
        var report = Given.Model(
            Pledges + "\"guarantees\": { \"g\": { \"pillar\": \"other\", \"beneficiary\": \"UA\", \"standards\": { \"s\": { \"requires\": { \"contributors\": "
            + filter + ", \"atLeast\": 9 } } } } }").On("2026-01-10");
        var found = Assert.IsType<Finding.Contributors>(report["g", "s"].Grounds);

        Assert.Equal(secured.Split(' ', StringSplitOptions.RemoveEmptyEntries).Order(), found.Secured.Select(n => n.Value));
        Assert.Equal(reachable, string.Join(' ', found.Reachable.Select(n => n.Value)));
    }
}
