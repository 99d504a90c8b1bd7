using System.Buffers.Binary;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Coalition.Packages.Tests;

/// <summary>What is in the package, and what a gallery will show of it.</summary>
[Collection(PackedLibraryTests.Name)]
public partial class PackageTests(PackedLibrary packed)
{
    [Fact]
    public void Package_OfATaggedCommit_HasTheVersionOfTheTag() =>
        Assert.Equal(
            [$"Coalition.Core.{PackedLibrary.Version}.nupkg", $"Coalition.Core.{PackedLibrary.Version}.snupkg"],
            Directory.EnumerateFiles(packed.Feed).Select(f => Path.GetFileName(f)).Order());

    [Fact]
    public void Package_Files_AreTheLibraryAndItsTexts()
    {
        Assert.Equal(
            ["Coalition.Core.nuspec", "README.md", "icon.png", "lib/net10.0/Coalition.Core.dll", "lib/net10.0/Coalition.Core.xml"],
            PackedLibrary.FilesOf(packed.Package).Order(StringComparer.Ordinal));
        Assert.Equal(["Coalition.Core.nuspec", "lib/net10.0/Coalition.Core.pdb"], PackedLibrary.FilesOf(packed.Symbols).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Nuspec_Fields_AsAGalleryAsksForThem()
    {
        var nuspec = PackedLibrary.Nuspec(packed.Package);
        string Field(string name) => Element(nuspec, name).Value;

        Assert.Equal("Coalition.Core", Field("id"));
        Assert.Equal(PackedLibrary.Version, Field("version"));
        Assert.Equal("MIT", Field("license"));
        Assert.Equal("expression", Element(nuspec, "license").Attribute("type")!.Value);
        Assert.Equal("icon.png", Field("icon"));
        Assert.Equal("README.md", Field("readme"));
        Assert.Equal(PackedLibrary.RepositoryUrl, Field("projectUrl"));
        Assert.Equal($"{PackedLibrary.RepositoryUrl}/blob/{packed.Commit}/CHANGELOG.md", Field("releaseNotes"));
        Assert.Contains("coalition", Field("tags").Split(' '));
        Assert.True(Field("description").Length > 80, Field("description"));
    }

    [Fact]
    public void Nuspec_Repository_IsTheCommit()
    {
        var repository = Element(PackedLibrary.Nuspec(packed.Package), "repository");

        Assert.Equal("git", repository.Attribute("type")!.Value);
        Assert.Equal(PackedLibrary.RepositoryUrl + ".git", repository.Attribute("url")!.Value);
        Assert.Equal(packed.Commit, repository.Attribute("commit")!.Value);
    }

    [Fact]
    public void Nuspec_Dependencies_AreNodaTimeOnly()
    {
        var groups = Element(PackedLibrary.Nuspec(packed.Package), "dependencies").Elements().ToArray();

        Assert.Equal("net10.0", Assert.Single(groups).Attribute("targetFramework")!.Value);
        Assert.Equal("NodaTime", Assert.Single(groups[0].Elements()).Attribute("id")!.Value);
    }

    [Fact]
    public void Icon_IsAPngOf128By128()
    {
        var icon = PackedLibrary.Read(packed.Package, "icon.png");

        Assert.Equal("PNG", Encoding.ASCII.GetString(icon, 1, 3));
        Assert.Equal((128, 128), (BinaryPrimitives.ReadInt32BigEndian(icon.AsSpan(16)), BinaryPrimitives.ReadInt32BigEndian(icon.AsSpan(20))));
    }

    [Fact]
    public void Readme_EachLink_LeadsAwayFromTheGallery()
    {
        var readme = Encoding.UTF8.GetString(PackedLibrary.Read(packed.Package, "README.md"));
        var links = Link().Matches(readme).Select(m => m.Groups["to"].Value).ToArray();

        Assert.StartsWith("# Coalition.Core", readme);
        Assert.Contains($"{PackedLibrary.RepositoryUrl}/blob/{packed.Commit}/CONTRIBUTING.md", links);
        Assert.All(links, l => Assert.StartsWith("https://", l));

        // Nothing but the links is another than in the repository.
        var original = File.ReadAllText(Path.Combine(packed.Folder, "clone", "README.md"));
        Assert.Equal(Link().Replace(original, "").TrimEnd(), Link().Replace(readme, "").TrimEnd());
    }

    [Fact]
    public void XmlDocs_OfEveryNamespace_AreThere()
    {
        var docs = XElement.Load(new MemoryStream(PackedLibrary.Read(packed.Package, "lib/net10.0/Coalition.Core.xml")));
        var members = docs.Descendants("member").Select(m => m.Attribute("name")!.Value).ToHashSet();

        Assert.Superset(
            new HashSet<string> { "T:Coalition.CoalitionModel", "T:Coalition.Json.CoalitionJson", "T:Coalition.Sufficiency.SufficiencyEvaluator", "T:Coalition.Analysis.Outlook" },
            members);
    }

    private static XElement Element(XElement metadata, string name) =>
        metadata.Element(metadata.Name.Namespace + name) ?? throw new InvalidOperationException($"The nuspec has no {name}: {metadata}");

    [GeneratedRegex(@"\]\((?<to>[^)]+)\)")]
    private static partial Regex Link();
}
