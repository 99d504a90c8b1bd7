using Coalition.Analysis;
using Coalition.Sufficiency;
using Coalition.Tests.Fixtures;

namespace Coalition.Tests.Analysis;

public class FunctionVariableTests
{
    [Fact]
    public void Parse_EachKind_IsThatVariable()
    {
        (string Written, FunctionVariable Variable)[] kinds =
        [
            ("stage:fr-land", new FunctionVariable.OfMatter(new OpenMatter(OpenMatterKind.Stage, "fr-land"))),
            ("nation:FR", new FunctionVariable.OfNation(Given.FR)),
            ("waiver:FR", new FunctionVariable.OfWaiver(Given.FR)),
            ("party:de-bundestag/Bundestag/Example party", new FunctionVariable.OfParty("de-bundestag", "Bundestag", "Example party")),
        ];

        Assert.All(kinds, kind =>
        {
            Assert.Equal(kind.Variable, FunctionVariable.Parse(kind.Written));
            Assert.Equal(kind.Written, kind.Variable.ToString());
        });
    }

    // The name of the party comes last, and is written as it is.
    [Theory]
    [InlineData("Upper/Lower~", "Upper~1Lower~0")]
    [InlineData("~/", "~0~1")]
    [InlineData("~1", "~01")]
    [InlineData("~0", "~00")]
    public void Parse_BodyWithStrokesAndTildes_IsThatBody(string body, string escaped)
    {
        var variable = new FunctionVariable.OfParty("a", body, "Left/Right~1");

        Assert.Equal($"party:a/{escaped}/Left/Right~1", variable.ToString());
        Assert.Equal(variable, FunctionVariable.Parse($"party:a/{escaped}/Left/Right~1"));
    }

    [Fact]
    public void Parse_NoVariable_SaysWhatWasExpected() => Assert.Equal(
        "'party:a/b' is not a variable: expected an open matter such as approval:gb-commons, a nation such as nation:FR, "
            + "or a party such as party:de-bundestag/Bundestag/Example party.",
        Assert.Throws<FormatException>(() => FunctionVariable.Parse("party:a/b")).Message);
}
