using System.Reflection.Metadata;
using System.Text.Json;

namespace Coalition.Packages.Tests;

/// <summary>Where a debugger finds the sources, and that a build can be repeated.</summary>
[Collection(PackedLibraryTests.Name)]
public class SymbolTests(PackedLibrary packed)
{
    private const string Library = "lib/net10.0/Coalition.Core.dll";
    private const string Symbols = "lib/net10.0/Coalition.Core.pdb";

    // The kinds that the specification of portable symbols names.
    private static readonly Guid SourceLink = new("CC110556-A091-4D38-9FEC-25AB9A351A6A");
    private static readonly Guid EmbeddedSource = new("0E8A571B-6926-466E-B4AD-8AB04611F5FE");

    [Fact]
    public void Symbols_SourceLink_LeadsToTheCommit()
    {
        using var provider = MetadataReaderProvider.FromPortablePdbImage([.. PackedLibrary.Read(packed.Symbols, Symbols)]);
        var pdb = provider.GetMetadataReader();
        var link = Assert.Single(Information(pdb, EntityHandle.ModuleDefinition, SourceLink));

        using var json = JsonDocument.Parse(pdb.GetBlobBytes(link.Value));
        var documents = json.RootElement.GetProperty("documents").EnumerateObject().ToDictionary(p => p.Name, p => p.Value.GetString());
        Assert.Equal(new() { ["/_/*"] = $"https://raw.githubusercontent.com/example/coalition-core/{packed.Commit}/*" }, documents);
    }

    [Fact]
    public void Symbols_EverySource_IsInTheCommitOrEmbedded()
    {
        using var provider = MetadataReaderProvider.FromPortablePdbImage([.. PackedLibrary.Read(packed.Symbols, Symbols)]);
        var pdb = provider.GetMetadataReader();
        var names = pdb.Documents.Where(d => !Information(pdb, d, EmbeddedSource).Any())
            .Select(d => pdb.GetString(pdb.GetDocument(d).Name)).ToArray();

        Assert.Contains("/_/src/Coalition.Core/CoalitionModel.cs", names);
        Assert.All(names, n => Assert.True(n.StartsWith("/_/", StringComparison.Ordinal) && File.Exists(Path.Combine(packed.Folder, "clone", n[3..])), n));
    }

    [Fact]
    public void Builds_OfOneCommitInTwoFolders_AreByteIdentical()
    {
        Assert.Equal(PackedLibrary.Read(packed.Package, Library), PackedLibrary.Read(packed.PackageAgain, Library));
        Assert.Equal(PackedLibrary.Read(packed.Symbols, Symbols), PackedLibrary.Read(packed.SymbolsAgain, Symbols));
    }

    private static IEnumerable<CustomDebugInformation> Information(MetadataReader pdb, EntityHandle of, Guid kind) =>
        pdb.GetCustomDebugInformation(of).Select(pdb.GetCustomDebugInformation).Where(i => pdb.GetGuid(i.Kind) == kind);
}
