using System.Collections.Immutable;
using Coalition.Requirements;
using Coalition.Tests.Fixtures;

namespace Coalition.Tests.Requirements;

public class RequirementTests
{
    private static readonly Requirement Always = new Requirement.Always();

    [Fact]
    public void AllOf_TwoHundredAndFiftySixLevels_IsTheDeepest()
    {
        var deepest = Enumerable.Range(1, 255).Aggregate(Always, (requirement, _) => new Requirement.AllOf(requirement));

        Assert.Throws<ArgumentException>(() => new Requirement.AllOf(deepest));
    }

    [Fact]
    public void AllOf_AHundredThousandLevels_RefusedBeforeAWalkExhaustsTheStack()
    {
        static void Nest()
        {
            var requirement = Always;
            for (var i = 0; i < 100_000; i++)
            {
                requirement = new Requirement.AllOf(requirement);
            }

            CoalitionModel.Create(Given.Draft with { Guarantees = [Given.Guarantee("g", ("s", requirement))] });
        }

        var thrown = Assert.Throws<ArgumentException>(Nest);
        Assert.Equal("Expected at most 256 levels of requirements, found more. (Parameter 'of')", thrown.Message);
    }

    [Fact]
    public void Parts_NoneOrANullOrADefaultList_Refused()
    {
        Assert.Equal(
            "Expected at least one requirement, found none. (Parameter 'of')",
            Assert.Throws<ArgumentException>(() => new Requirement.AllOf([])).Message);
        Assert.Equal(
            "Expected at least one requirement, found none. (Parameter 'of')",
            Assert.Throws<ArgumentException>(() => new Requirement.AnyOf([])).Message);
        Assert.Equal(
            "Expected at least one requirement, found none. (Parameter 'of')",
            Assert.Throws<ArgumentException>(() => new Requirement.AtLeast(1, [])).Message);
        Assert.Equal(
            "Expected no null in the list. (Parameter 'of')",
            Assert.Throws<ArgumentException>(() => new Requirement.AnyOf(Always, null!)).Message);
        Assert.Equal(
            "Expected a list, found the default value of ImmutableArray. (Parameter 'of')",
            Assert.Throws<ArgumentException>(() => new Requirement.AllOf(default(ImmutableArray<Requirement>))).Message);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(3)]
    [InlineData(-1)]
    public void AtLeast_CountOutsideItsParts_Refused(int count)
    {
        var thrown = Assert.Throws<ArgumentOutOfRangeException>(() => new Requirement.AtLeast(count, Always, Always));

        Assert.StartsWith("Expected a number from 1 to the number of parts, 2. (Parameter 'count')", thrown.Message, StringComparison.Ordinal);
        Assert.Equal(count, thrown.ActualValue);
    }

    [Fact]
    public void AtLeast_OneAndAllOfItsParts_Allowed()
    {
        Assert.Equal(1, new Requirement.AtLeast(1, Always, Always).Count);
        Assert.Equal(2, new Requirement.AtLeast(2, Always, Always).Count);
    }

    [Fact]
    public void Figures_Negative_Refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>("atLeast", () => new Requirement.Total(PledgeFilter.All, -1));
        Assert.Throws<ArgumentOutOfRangeException>("perNationCap", () => new Requirement.Total(PledgeFilter.All, 1, -1));
        Assert.Throws<ArgumentOutOfRangeException>("atLeast", () => new Requirement.Contributors(PledgeFilter.All, -1));
    }

    [Fact]
    public void Figures_Nought_Allowed()
    {
        Assert.Equal(0, new Requirement.Total(PledgeFilter.All, 0, 0).AtLeast);
        Assert.Equal(0, new Requirement.Contributors(PledgeFilter.All, 0).AtLeast);
    }

    [Fact]
    public void Filter_Null_Refused()
    {
        Assert.Throws<ArgumentNullException>("filter", () => new Requirement.Total(null!, 1));
        Assert.Throws<ArgumentNullException>("filter", () => new Requirement.Contributors(null!, 1));
        Assert.Throws<ArgumentNullException>("filter", () => new Requirement.Contributes(Given.FR, null!));
    }

    [Fact]
    public void Ids_ThatAreNone_Refused()
    {
        Assert.Throws<ArgumentException>("circumstance", () => new Requirement.Holds("Ceasefire"));
        Assert.Throws<ArgumentNullException>("circumstance", () => new Requirement.Holds(null!));
        Assert.Throws<ArgumentException>("guarantee", () => new Requirement.Met("The force"));
        Assert.Throws<ArgumentException>("standard", () => new Requirement.Met("force", "-"));
    }

    [Fact]
    public void Total_DefaultUnit_RefusedByName()
    {
        var thrown = Assert.Throws<ArgumentException>("unit", () => new Requirement.Total(PledgeFilter.All, 1, null, default(Unit)));

        Assert.Equal("Expected a unit, found the default value. (Parameter 'unit')", thrown.Message);
    }

    [Fact]
    public void Equality_SameParts_ByValueAndSequence()
    {
        Requirement holds = new Requirement.Holds("ceasefire");
        Requirement[] distinct =
        [
            Always, holds, new Requirement.Holds("backstop"),
            new Requirement.Total(PledgeFilter.All, 1), new Requirement.Total(PledgeFilter.All, 2), new Requirement.Total(PledgeFilter.All, 1, 1),
            new Requirement.Total(PledgeFilter.All, 1, sustained: true), new Requirement.Total(PledgeFilter.All, 1, null, Unit.Euro), new Requirement.Total(PledgeFilter.ForSupport("land"), 1),
            new Requirement.Contributors(PledgeFilter.All, 1), new Requirement.Contributes(Given.FR, PledgeFilter.All),
            new Requirement.Met("force"), new Requirement.Met("force", "s"),
            new Requirement.AllOf(Always, holds), new Requirement.AllOf(holds, Always), new Requirement.AnyOf(Always, holds),
            new Requirement.AtLeast(1, Always, holds), new Requirement.AtLeast(2, Always, holds),
        ];

        Assert.Equal(distinct.Length, distinct.Distinct().Count());
        Assert.Equal(new Requirement.AllOf(Always, new Requirement.Holds("ceasefire")), distinct[13]);
        Assert.Equal(new Requirement.AllOf(Always, new Requirement.Holds("ceasefire")).GetHashCode(), distinct[13].GetHashCode());
        Assert.Equal(new Requirement.AnyOf(Always, new Requirement.Holds("ceasefire")).GetHashCode(), distinct[15].GetHashCode());
        Assert.Equal(new Requirement.AtLeast(2, Always, new Requirement.Holds("ceasefire")).GetHashCode(), distinct[17].GetHashCode());
    }
}
