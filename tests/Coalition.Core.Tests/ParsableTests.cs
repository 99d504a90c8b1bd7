using Coalition.Analysis;
using Coalition.Approvals;
using Coalition.Sufficiency;
using Coalition.Tests.Fixtures;

namespace Coalition.Tests;

/// <summary>What parses takes part in generic parsing too, and a culture changes nothing.</summary>
public class ParsableTests
{
    private static readonly System.Globalization.CultureInfo Arabic = System.Globalization.CultureInfo.GetCultureInfo("ar-SA");

    [Fact]
    public void Parse_Generically_SameAsByItsOwnMethod()
    {
        Check(new NationCode("FR"), "UK");
        Check(Unit.Euro, "Euro");
        Check(new PublicationDate(Given.AsOf), "2026");
        Check(new Share(2, 3), "3/2");
        Check(VotingRule.SimpleMajority, "a majority");
        Check(LegalPeriod.Parse("2 sitting days"), "P1H");
        Check(new OpenMatter(OpenMatterKind.Stage, "fr-land"), "stage");
        Check(FunctionVariable.Parse("party:de-bundestag/Bundestag/Example party"), "party");
    }

    [Fact]
    public void Parse_GenericallyFromASpan_SameAsByItsOwnMethod()
    {
        CheckSpan(new NationCode("FR"), "UK");
        CheckSpan(Unit.Euro, "Euro");
        CheckSpan(new PublicationDate(Given.AsOf.ToYearMonth()), "2026");
    }

    [Fact]
    public void Get_EachKindOfEntry_ById()
    {
        var model = Everything.Model;

        Assert.Equal("fact", model.GetSource("fact").Id);
        Assert.Same(SupportType.Land, model.GetSupportType("land"));
        Assert.Equal("type-0", model.GetSupportType("type-0").Id);
        Assert.Equal("France", model.GetNation(Given.FR).Name);
        Assert.Equal("ceasefire", model.GetCircumstance("ceasefire").Id);
        Assert.Equal("prior", model.GetApproval("prior").Id);
        Assert.Equal("fr-land", model.GetPledge("fr-land").Id);
        Assert.Equal("force", model.GetGuarantee("force").Id);
        Assert.Equal("The model has no guarantee 'gone'. (Parameter 'guarantee')", Assert.Throws<ArgumentException>(() => model.GetGuarantee("gone")).Message);
        Assert.Equal("The model has no nation 'DE'. (Parameter 'nation')", Assert.Throws<ArgumentException>(() => model.GetNation(Given.DE)).Message);
    }

    private static void Check<T>(T value, string none)
        where T : IParsable<T>
    {
        Assert.Equal(value, T.Parse(value.ToString()!, Arabic));
        Assert.True(T.TryParse(value.ToString(), Arabic, out var parsed));
        Assert.Equal(value, parsed);
        Assert.False(T.TryParse(none, null, out _));
        Assert.False(T.TryParse(null, null, out _));
        Assert.Throws<FormatException>(() => T.Parse(none, null));
        Assert.Throws<ArgumentNullException>("s", () => T.Parse(null!, null));
    }

    private static void CheckSpan<T>(T value, string none)
        where T : ISpanParsable<T>
    {
        Assert.Equal(value, T.Parse(value.ToString().AsSpan(), Arabic));
        Assert.True(T.TryParse(value.ToString().AsSpan(), Arabic, out var parsed));
        Assert.Equal(value, parsed);
        Assert.False(T.TryParse(none.AsSpan(), null, out _));
        Assert.Throws<FormatException>(() => T.Parse(none.AsSpan(), null));
    }
}
