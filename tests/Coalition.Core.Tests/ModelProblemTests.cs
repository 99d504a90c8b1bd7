namespace Coalition.Tests;

public class ModelProblemTests
{
    [Fact]
    public void ToString_PlaceFoundExpected_OnOneLine() =>
        Assert.Equal("$.pledges.p: found 'a'; expected a b.", new ModelProblem("$.pledges.p", "'a'", "a b").ToString());

    [Fact]
    public void ToString_ControlCharacters_ShownAsEscapes()
    {
        var problem = new ModelProblem("$.a\nb", "'\u0000\u001b[2J\u0085\u2028'", "c\rd");

        Assert.Equal("$.a\\u000ab: found '\\u0000\\u001b[2J\\u0085\\u2028'; expected c\\u000dd.", problem.ToString());
    }

    [Fact]
    public void Found_Long_ClippedAtAHundred()
    {
        Assert.Equal(new string('x', 100), new ModelProblem("$", new string('x', 100), "y").Found);
        Assert.Equal(new string('x', 100) + "…", new ModelProblem("$", new string('x', 101), "y").Found);
    }

    [Fact]
    public void Found_SurrogatePairAtTheClip_LeftOutWhole()
    {
        Assert.Equal(new string('x', 99) + "…", new ModelProblem("$", new string('x', 99) + "😀😀", "y").Found);
        Assert.Equal(new string('x', 98) + "😀…", new ModelProblem("$", new string('x', 98) + "😀😀", "y").Found);
    }

    [Theory]
    [InlineData("", "found", "expected", "path")]
    [InlineData("$", " ", "expected", "found")]
    [InlineData("$", "found", "", "expected")]
    public void Constructor_BlankPart_Refused(string path, string found, string expected, string parameter) => Assert.Equal(
        $"Expected some text, found none. (Parameter '{parameter}')",
        Assert.Throws<ArgumentException>(() => new ModelProblem(path, found, expected)).Message);
}
