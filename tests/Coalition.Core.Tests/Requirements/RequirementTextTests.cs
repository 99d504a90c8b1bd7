using Coalition.Requirements;
using Coalition.Tests.Fixtures;

namespace Coalition.Tests.Requirements;

public class RequirementTextTests
{
    [Fact]
    public void Describe_EachForm_InWords()
    {
        Requirement holds = new Requirement.Holds("ceasefire");
        Requirement met = new Requirement.Met("force");

        Assert.Equal("always", RequirementText.Describe(new Requirement.Always()));
        Assert.Equal("always", new Requirement.Always().ToString());
        Assert.Equal("land", PledgeFilter.ForSupport("land").ToString());
        Assert.Equal("'ceasefire' holds", RequirementText.Describe(holds));
        Assert.Equal("at least 10,000 of land", RequirementText.Describe(new Requirement.Total(PledgeFilter.ForSupport("land"), 10_000)));
        Assert.Equal(
            "at least 2 brigades of anything, at most 1,000 from each nation",
            RequirementText.Describe(new Requirement.Total(PledgeFilter.All, 2, 1000, Unit.Brigades)));
        Assert.Equal("at least 10,000 sustained of land", RequirementText.Describe(new Requirement.Total(PledgeFilter.ForSupport("land"), 10_000, sustained: true)));
        Assert.Equal(
            "at least 2 brigades sustained of anything, at most 1 from each nation",
            RequirementText.Describe(new Requirement.Total(PledgeFilter.All, 2, 1, Unit.Brigades, sustained: true)));
        Assert.Equal("at least 1 nation contributes anything", RequirementText.Describe(new Requirement.Contributors(PledgeFilter.All, 1)));
        Assert.Equal("at least 2 nations contribute land", RequirementText.Describe(new Requirement.Contributors(PledgeFilter.ForSupport("land"), 2)));
        Assert.Equal("at least 0 nations contribute land", RequirementText.Describe(new Requirement.Contributors(PledgeFilter.ForSupport("land"), 0)));
        Assert.Equal("FR contributes land", RequirementText.Describe(new Requirement.Contributes(Given.FR, PledgeFilter.ForSupport("land"))));
        Assert.Equal("'force' is met", RequirementText.Describe(met));
        Assert.Equal("'force' is met by 'ten-thousand'", RequirementText.Describe(new Requirement.Met("force", "ten-thousand")));
        Assert.Equal("'ceasefire' holds and 'force' is met", RequirementText.Describe(new Requirement.AllOf(holds, met)));
        Assert.Equal("'ceasefire' holds or 'force' is met", RequirementText.Describe(new Requirement.AnyOf(holds, met)));
        Assert.Equal("2 of: 'ceasefire' holds; 'force' is met; always", RequirementText.Describe(new Requirement.AtLeast(2, holds, met, new Requirement.Always())));
        Assert.Equal(
            "('ceasefire' holds or 'force' is met) and (1 of: 'ceasefire' holds)",
            RequirementText.Describe(new Requirement.AllOf(new Requirement.AnyOf(holds, met), new Requirement.AtLeast(1, holds))));
    }

    [Fact]
    public void Describe_FilterOfEverything_InWords() => Assert.Equal(
        "land or air family forces or family enablers of FR or GB of a framework in rear or forward by 'a' or 'b' at least firm",
        RequirementText.Describe(new PledgeFilter
        {
            Support = ["land", "air"],
            Families = [SupportFamily.Forces, SupportFamily.Enablers],
            Nations = [Given.FR, Given.GB],
            Roles = [NationRole.Framework],
            Zones = [Zone.Rear, Zone.Forward],
            Pledges = ["a", "b"],
            LeastStage = PledgeStage.Firm,
        }));
}
