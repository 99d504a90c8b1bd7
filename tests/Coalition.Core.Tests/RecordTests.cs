using Coalition.Approvals;
using Coalition.Requirements;
using Coalition.Tests.Fixtures;
using NodaTime;

namespace Coalition.Tests;

/// <summary>Single records check themselves.</summary>
public class RecordTests
{
    private const string AnId = "an id of lower-case ASCII letters, digits and single hyphens, at most 100 long, such as fr-land";

    [Theory]
    [InlineData("a")]
    [InlineData("fr-land")]
    [InlineData("2-of-3")]
    [InlineData("0")]
    public void Id_WellFormed_Kept(string id) => Assert.Equal(id, new Circumstance { Id = id, Title = "x" }.Id);

    [Theory]
    [InlineData("")]
    [InlineData("-")]
    [InlineData("-a")]
    [InlineData("a-")]
    [InlineData("a--b")]
    [InlineData("A")]
    [InlineData("a b")]
    [InlineData("a_b")]
    [InlineData("é")]
    [InlineData("a\n")]
    public void Id_NotWellFormed_Refused(string id) => Assert.Equal(
        $"'{id}' is not an id: expected {AnId}. (Parameter 'Id')",
        Assert.Throws<ArgumentException>(() => new Circumstance { Id = id, Title = "x" }).Message);

    [Fact]
    public void Id_OfEachLength_AtMostAHundred()
    {
        Assert.Equal(100, new Circumstance { Id = new string('a', 100), Title = "x" }.Id.Length);
        Assert.Equal(
            $"'{new string('a', 100)}…' is not an id: expected {AnId}. (Parameter 'Id')",
            Assert.Throws<ArgumentException>(() => new Circumstance { Id = new string('a', 101), Title = "x" }).Message);
        Assert.Throws<ArgumentNullException>("Id", () => new Circumstance { Id = null!, Title = "x" });
    }

    [Fact]
    public void Id_Optional_NullOrWellFormed()
    {
        Assert.Null((Given.Pledge("p", Given.FR) with { Source = null }).Source);
        Assert.Throws<ArgumentException>("Source", () => Given.Pledge("p", Given.FR) with { Source = "" });
        Assert.Throws<ArgumentException>("Support", () => Given.Pledge("p", Given.FR, support: "Land"));
    }

    [Theory]
    [InlineData("")]
    [InlineData(" \t\n")]
    public void Text_Blank_Refused(string text)
    {
        Assert.Equal("Expected some text, found none. (Parameter 'Title')", Assert.Throws<ArgumentException>(() => new Circumstance { Id = "c", Title = text }).Message);
        Assert.Throws<ArgumentException>("Note", () => Given.Pledge("p", Given.FR) with { Note = text });
        Assert.Throws<ArgumentNullException>("Title", () => new Circumstance { Id = "c", Title = null! });
    }

    [Fact]
    public void Text_HalfASurrogatePair_Refused()
    {
        foreach (var text in new[] { "\ud800", "a\udc00b", "\ud83d\ude00\ud83d", "\ude00\ud83d", "\ud83d\ud83d\ude00" })
        {
            Assert.Equal(
                "Expected Unicode text, found half of a surrogate pair. (Parameter 'Title')",
                Assert.Throws<ArgumentException>(() => new Circumstance { Id = "c", Title = text }).Message);
        }

        Assert.Equal("😀a😀😀", new Circumstance { Id = "c", Title = "😀a😀😀" }.Title);
    }

    [Fact]
    public void Members_OfNoClosedSet_Refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>("Stage", () => Given.Pledge("p", Given.FR) with { Stage = (PledgeStage)99 });
        Assert.Throws<ArgumentOutOfRangeException>("Zone", () => Given.Pledge("p", Given.FR) with { Zone = (Zone)(-1) });
        Assert.Throws<ArgumentOutOfRangeException>("Roles", () => new Nation { Code = Given.FR, Name = "x", Roles = [(NationRole)99] });
        Assert.Throws<ArgumentOutOfRangeException>("Pillar", () => Given.Guarantee("g") with { Pillar = (GuaranteePillar)99 });
        var thrown = Assert.Throws<ArgumentOutOfRangeException>("Change", () => new CircumstanceEvent { On = Given.AsOf, Change = (CircumstanceChange)99 });
        Assert.StartsWith("Expected a CircumstanceChange.", thrown.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Rotation_OfNoShare_Refused() => Assert.StartsWith(
        "Expected a share above 0. (Parameter 'Rotation')",
        Assert.Throws<ArgumentOutOfRangeException>("Rotation", () => Given.Pledge("p", Given.FR) with { Rotation = default(Share) }).Message, StringComparison.Ordinal);

    [Fact]
    public void Standard_WithoutARequirement_Refused() =>
        Assert.Throws<ArgumentNullException>("Requires", () => new SufficiencyStandard { Id = "s", Requires = null! });

    [Theory]
    [InlineData(0, 0, 0, 0)]
    [InlineData(1000, 12_000, 52_000, 365_000)]
    public void Notice_OfWholeDays_Kept(int years, int months, int weeks, int days)
    {
        var notice = new PeriodBuilder { Years = years, Months = months, Weeks = weeks, Days = days }.Build();

        Assert.Equal(notice, new Readiness { Notice = notice, From = "c" }.Notice);
    }

    [Fact]
    public void Notice_NegativeOrOfHoursOrTooLong_Refused()
    {
        foreach (var notice in new[]
        {
            Period.FromDays(-1), Period.FromMonths(-1), Period.FromHours(1), Period.FromYears(1001), Period.FromMonths(12_001), Period.FromWeeks(52_001),
            Period.FromDays(365_001),
        })
        {
            Assert.Equal(
                $"'{notice}' is no notice to move: expected a period of whole days, weeks, months or years up to 1,000 years, such as P30D. (Parameter 'Notice')",
                Assert.Throws<ArgumentException>(() => new Readiness { Notice = notice, From = "c" }).Message);
        }

        Assert.Throws<ArgumentNullException>("value", () => new Readiness { Notice = null!, From = "c" });
        Assert.Throws<ArgumentException>("From", () => new Readiness { Notice = Period.Zero, From = "C" });
    }

    [Fact]
    public void Exception_WithoutProblems_Refused()
    {
        Assert.Equal("Expected at least one problem. (Parameter 'problems')", Assert.Throws<ArgumentException>(() => new CoalitionModelException([])).Message);
        Assert.Throws<ArgumentException>("problems", () => new CoalitionModelException(default));
        Assert.Throws<ArgumentOutOfRangeException>("notListed", () => new CoalitionModelException([new ModelProblem("$", "a", "b")], -1));
    }

    [Fact]
    public void Exception_Message_ListsEveryProblem()
    {
        var one = new CoalitionModelException([new ModelProblem("$.a", "b", "c")]);

        Assert.Equal("The model has 1 problem:\n  $.a: found b; expected c.", one.Message);
        Assert.Equal(
            "The model has 5 problems:\n  $.a: found b; expected c.\n  $.d: found e; expected f.\n  … and 3 more.",
            new CoalitionModelException([.. one.Problems, new ModelProblem("$.d", "e", "f")], 3).Message);
    }

    [Theory]
    [InlineData(Zone.LineOfContact, true)]
    [InlineData(Zone.Forward, true)]
    [InlineData(Zone.Rear, true)]
    [InlineData(Zone.HostTerritory, true)]
    [InlineData(Zone.ReachBack, false)]
    [InlineData(Zone.NeighbouringAlly, false)]
    [InlineData(Zone.Sea, false)]
    [InlineData(Zone.Air, false)]
    public void Zone_OnTheHostsTerritory_OrNot(Zone zone, bool isOnHostTerritory) => Assert.Equal(isOnHostTerritory, zone.IsOnHostTerritory());

    [Fact]
    public void Model_Equality_ByWhatItIsMadeOf()
    {
        var model = CoalitionModel.Create(Given.Draft);

        Assert.True(model.Equals((object)CoalitionModel.Create(Given.Draft with { Nations = [.. Given.Draft.Nations] })));
        Assert.False(model.Equals((object)"x"));
        Assert.False(model.Equals(null));
        Assert.False(model.Equals(CoalitionModel.Create(Given.Draft with { Nations = [.. Given.Draft.Nations.Reverse()] })));
        Assert.Throws<ArgumentNullException>("draft", () => CoalitionModel.Create(null!));
    }

    [Fact]
    public void Model_Lists_AreThoseOfItsDraft()
    {
        var model = Everything.Model;

        Assert.Equal(model.Draft.Sources.AsEnumerable(), model.Sources);
        Assert.Equal(model.Draft.Circumstances.AsEnumerable(), model.Circumstances);
        Assert.Equal(model.Draft.Approvals.AsEnumerable(), model.Approvals);
        Assert.Equal(model.Draft.Guarantees.AsEnumerable(), model.Guarantees);
        Assert.Equal(model.Draft.Nations.AsEnumerable(), model.Nations);
        Assert.Equal(SupportType.WellKnown.Concat(model.Draft.SupportTypes), model.SupportTypes);
    }

    [Fact]
    public void Filter_ForSupport_OnlyAnId()
    {
        Assert.Equal(new PledgeFilter { Support = ["land"] }, PledgeFilter.ForSupport("land"));
        Assert.Throws<ArgumentException>(() => PledgeFilter.ForSupport("Land"));
    }

    [Theory]
    [InlineData(PledgeStage.Declined)]
    [InlineData(PledgeStage.Withdrawn)]
    public void Filter_LeastStageThatEndsAPledge_Refused(PledgeStage stage)
    {
        var thrown = Assert.Throws<ArgumentOutOfRangeException>("LeastStage", () => new PledgeFilter { LeastStage = stage });
        Assert.StartsWith("Expected a stage from floated to deployed.", thrown.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Filter_StageThatIsNone_Refused() =>
        Assert.Throws<ArgumentOutOfRangeException>("LeastStage", () => new PledgeFilter { LeastStage = (PledgeStage)99 });
}
