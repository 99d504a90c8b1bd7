using System.IO.Compression;
using System.Xml.Linq;

namespace Coalition.Packages.Tests;

/// <summary>The tree under test, uncommitted changes included, as two clones of one tagged commit, packed in both.</summary>
/// <remarks>
/// The repository is made afresh of the files found, so that it does not matter whether the tests run in a clone, a work tree or an unpacked archive.
/// </remarks>
public sealed class PackedLibrary : IAsyncLifetime, IDisposable
{
    /// <summary>The version of the tag. No release will bear it, so that no cache can hold another package of it.</summary>
    public const string Version = "1.2.3-test.7";

    /// <summary>Where the clones say that they come from.</summary>
    public const string RepositoryUrl = "https://github.com/example/coalition-core";

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("coalition-packages-");

    /// <summary>The folder of everything here, outside the repository.</summary>
    public string Folder => folder.FullName;

    /// <summary>The commit that was packed.</summary>
    public string Commit { get; private set; } = "";

    /// <summary>The feed: the folder with the packages of the first clone.</summary>
    public string Feed => Path.Combine(Folder, "feed");

    /// <summary>The package.</summary>
    public string Package => Path.Combine(Feed, $"Coalition.Core.{Version}.nupkg");

    /// <summary>The package with the symbols.</summary>
    public string Symbols => Path.Combine(Feed, $"Coalition.Core.{Version}.snupkg");

    /// <summary>The package of the HTML report, of the first clone; in a folder of its own.</summary>
    public string Reporting => Path.Combine(Folder, "reporting", $"Coalition.Reporting.{Version}.nupkg");

    /// <summary>The same as <see cref="Package"/>, of the second clone.</summary>
    public string PackageAgain => Path.Combine(FeedAgain, Path.GetFileName(Package));

    /// <summary>The same as <see cref="Symbols"/>, of the second clone.</summary>
    public string SymbolsAgain => Path.Combine(FeedAgain, Path.GetFileName(Symbols));

    private string FeedAgain => Path.Combine(Folder, "feed-again");

    /// <inheritdoc/>
    public async Task InitializeAsync()
    {
        string[] repository = [$"--git-dir={Path.Combine(Folder, "repository")}", $"--work-tree={RootOfTheTree()}"];
        await Git(Folder, "init", "--quiet", "--bare", "repository");
        await Git(Folder, [.. repository, "add", "--all"]);
        await Git(Folder, [.. repository, "commit", "--quiet", "--message", "The tree under test"]);
        await Git(Folder, [.. repository, "tag", $"v{Version}"]);
        Commit = (await Git(Folder, [.. repository, "rev-parse", "HEAD"])).Trim();

        // Of different depth, so that a path which found its way into an assembly would show.
        await Task.WhenAll(Pack("clone", Feed), Pack(Path.Combine("another", "folder", "clone"), FeedAgain));
        await Tool.Run(
            Path.Combine(Folder, "clone"), "dotnet", "pack", "src/Coalition.Reporting", "--configuration", "Release", "--output", Path.GetDirectoryName(Reporting)!, "-p:RunAnalyzers=false");
    }

    /// <summary>The bytes of a file of a package.</summary>
    public static byte[] Read(string package, string path)
    {
        using var zip = ZipFile.OpenRead(package);
        using var file = zip.GetEntry(path)?.Open() ?? throw new FileNotFoundException($"{package} has no {path}, but {string.Join(", ", zip.Entries)}.");
        using var bytes = new MemoryStream();
        file.CopyTo(bytes);
        return bytes.ToArray();
    }

    /// <summary>The paths of the files of a package, without what the container itself consists of.</summary>
    public static string[] FilesOf(string package)
    {
        using var zip = ZipFile.OpenRead(package);
        return [.. zip.Entries.Select(e => e.FullName).Where(f => f != "[Content_Types].xml" && !f.StartsWith("_rels/", StringComparison.Ordinal) && !f.StartsWith("package/", StringComparison.Ordinal)).Order()];
    }

    /// <summary>The metadata of a package.</summary>
    public static XElement Nuspec(string package, string id = "Coalition.Core")
    {
        var root = XElement.Load(new MemoryStream(Read(package, $"{id}.nuspec")));
        return root.Element(root.Name.Namespace + "metadata")!;
    }

    /// <inheritdoc/>
    public Task DisposeAsync() => Task.CompletedTask;

    /// <summary>Deletes everything here.</summary>
    public void Dispose()
    {
        // Git writes its objects read-only, which Windows would not delete.
        foreach (var file in folder.EnumerateFiles("*", SearchOption.AllDirectories).Where(f => f.IsReadOnly))
        {
            file.IsReadOnly = false;
        }

        folder.Delete(recursive: true);
    }

    private async Task Pack(string clone, string feed)
    {
        await Git(Folder, "clone", "--quiet", "repository", clone);
        var root = Path.Combine(Folder, clone);
        await Git(root, "remote", "set-url", "origin", RepositoryUrl + ".git");

        // The analyzers have seen these sources in the ordinary build, and write nothing.
        await Tool.Run(root, "dotnet", "pack", "src/Coalition.Core", "--configuration", "Release", "--output", feed, "-p:RunAnalyzers=false");
    }

    private static Task<string> Git(string folder, params IEnumerable<string> arguments) =>
        Tool.Run(folder, "git", ["-c", "user.name=Tests", "-c", "user.email=tests@example.com", "-c", "safe.directory=*", .. arguments]);

    private static string RootOfTheTree()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "Coalition.sln")))
        {
            folder = Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("The tests run outside the repository.");
        }

        return folder;
    }
}

/// <summary>The tests that look at the one packed library.</summary>
[CollectionDefinition(Name)]
public sealed class PackedLibraryTests : ICollectionFixture<PackedLibrary>
{
    /// <summary>The name of the collection.</summary>
    public const string Name = "Packed library";
}
