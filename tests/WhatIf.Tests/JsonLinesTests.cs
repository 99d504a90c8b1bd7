using System.Text;
using Coalition;
using Coalition.Json;
using Coalition.Tests;
using WhatIf.Models;

namespace WhatIf.Tests;

/// <summary>The lines of a text by the paths of its values.</summary>
public sealed class JsonLinesTests
{
    private const string Text = """
        {
          "a": [
            { "b": 1 },
            2,
            { "b": {
              "c": 3 }
            }
          ],
          "d": 4,
          "d": 5
        }
        """;

    [Theory]
    [InlineData("$", 1)]
    [InlineData("$.a", 2)]
    [InlineData("$.a[0].b", 3)]
    [InlineData("$.a[1]", 4)]
    [InlineData("$.a[2]", 5)]
    [InlineData("$.a[2].b.c", 6)]
    [InlineData("$.d", 10)]
    [InlineData("$.a[2].b.none", 5)]
    [InlineData("$.a[7].b", 2)]
    [InlineData("$.none", 1)]
    [InlineData("claims.csv row 3", 1)]
    public void LineOf_APath_IsThatOfItsValueOrOfTheNearestAroundIt(string path, int line)
    {
        Assert.Equal(line, LineOf(Encoding.UTF8.GetBytes(Text), path));
        Assert.Equal(line, LineOf(Encoding.UTF8.GetBytes(Text.ReplaceLineEndings("\r\n")), path));
        Assert.Equal(line, LineOf([.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(Text)], path));
    }

    [Theory]
    [InlineData("", 1)]
    [InlineData("{\n\"a\": 1,\n\n", 4)]
    [InlineData("{\n\"a\": 1\n}}", 3)]
    [InlineData("\n\n\u00ff", 3)]
    public void LineOf_WhereTheTextIsNoJson_IsThatOfTheFault(string text, int line) => Assert.Equal(line, LineOf(Encoding.UTF8.GetBytes(text), "$.a"));

    [Fact]
    public void Line_ThatIsLong_IsClipped()
    {
        var lines = JsonLines.Of([.. Enumerable.Repeat((byte)'x', 1_000_000), (byte)'\n', 0xE2, 0x82], []);

        Assert.Equal($"{new string('x', 160)}…", lines[1]);
        Assert.Equal("\uFFFD", lines[2]);
        Assert.Equal(2, lines.Count);
    }

    [Fact]
    public void LineOf_EveryProblemOfABrokenModel_HoldsItsName()
    {
        var text = Repository.Text("samples", "ParisSummit", "paris-2026.json").Replace("\"stage\": \"declared\"", "\"stage\": \"declraed\"", StringComparison.Ordinal);
        var file = Encoding.UTF8.GetBytes(text);
        var problems = Assert.Throws<CoalitionModelException>(() => CoalitionJson.Read(file)).Problems;

        var lines = JsonLines.Of(file, problems.Select(p => p.Path));

        Assert.True(problems.Length > 20);
        Assert.All(problems, p => Assert.Contains("declraed", lines[lines.LineOf(p)], StringComparison.Ordinal));
        Assert.Equal(problems.Length, problems.Select(lines.LineOf).Distinct().Count());
    }

    private static int LineOf(byte[] text, string path)
    {
        var problem = new ModelProblem(path, "this", "that");
        return JsonLines.Of(text, [path]).LineOf(problem);
    }
}
