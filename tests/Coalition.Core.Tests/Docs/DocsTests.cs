using System.Text.RegularExpressions;

namespace Coalition.Tests.Docs;

/// <summary>What the documents say is true: their code runs and prints what they show, and their links lead somewhere.</summary>
[Collection(nameof(DocsTests))]
public partial class DocsTests
{
    public static TheoryData<string> Documents() =>
        [.. Directory.EnumerateFiles(Repository.Root, "*.md", SearchOption.AllDirectories).Where(IsOurs).Select(f => Path.GetRelativePath(Repository.Root, f)).Order()];

    [Fact]
    public void Readme_Code_RunsAndPrintsWhatItShows() =>
        Assert.Equal(1, DocumentedCode.Run(File.ReadAllText(Path.Combine(Repository.Root, "README.md"))));

    [Theory]
    [MemberData(nameof(Documents))]
    public void Document_Code_RunsAndPrintsWhatItShows(string document) =>
        Assert.True(DocumentedCode.Run(File.ReadAllText(Path.Combine(Repository.Root, document))) >= 0);

    [Theory]
    [MemberData(nameof(Documents))]
    public void Document_LinksToFiles_LeadSomewhere(string document)
    {
        var path = Path.Combine(Repository.Root, document);
        var broken = Link().Matches(File.ReadAllText(path)).Select(m => m.Groups["to"].Value)
            .Where(to => !Path.Exists(Path.Combine(Path.GetDirectoryName(path)!, to)));

        Assert.Empty(broken);
    }

    private static bool IsOurs(string file) =>
        !Path.GetRelativePath(Repository.Root, file).Split(Path.DirectorySeparatorChar).Any(part => part is "bin" or "obj" or "artifacts" or "Golden" or "BenchmarkDotNet.Artifacts");

    [GeneratedRegex(@"\]\((?!https?:|#)(?<to>[^)#\s]+)(#[^)]*)?\)")]
    private static partial Regex Link();
}

/// <summary>Console and working directory belong to the whole process, so that these tests run alone.</summary>
[CollectionDefinition(nameof(DocsTests), DisableParallelization = true)]
public sealed class DocsTestsAlone;
