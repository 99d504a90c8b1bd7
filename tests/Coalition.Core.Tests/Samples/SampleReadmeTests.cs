using System.Text.RegularExpressions;

namespace Coalition.Tests.Samples;

/// <summary>What the README of the sample shows is what the program prints.</summary>
public partial class SampleReadmeTests
{
    private const string Program = "$ dotnet run --project samples/ParisSummit -- ";
    private const string LeftOut = "…\n";

    public static TheoryData<string> Excerpts() =>
        [.. Excerpt().Matches(Repository.Text("samples", "ParisSummit", "README.md").ReplaceLineEndings("\n")).Select(m => m.Groups["body"].Value)];

    [Fact]
    public void Readme_HasExcerpts() => Assert.Equal(6, Excerpts().Count);

    [Theory]
    [MemberData(nameof(Excerpts))]
    public void Readme_Excerpt_IsWhatTheProgramPrints(string excerpt)
    {
        var end = excerpt.IndexOf('\n', StringComparison.Ordinal) + 1;
        Assert.StartsWith(Program, excerpt, StringComparison.Ordinal);
        var args = excerpt[Program.Length..(end - 1)].Split(' ').Select(a => a.EndsWith(".json", StringComparison.Ordinal) ? SampleRun.ModelFile(Path.GetFileName(a)) : a);
        var output = SampleRun.Of([.. args]).Output;

        var at = 0;
        foreach (var lines in excerpt[end..].Split(LeftOut, StringSplitOptions.RemoveEmptyEntries))
        {
            var found = output.IndexOf(lines, at, StringComparison.Ordinal);
            Assert.True(found >= 0, $"The program does not print, or not in this order:\n{lines}");
            at = found + lines.Length;
        }
    }

    [GeneratedRegex("^```console\n(?<body>.*?)^```$", RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex Excerpt();
}
