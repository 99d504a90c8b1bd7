using System.Text;

namespace Coalition.Packages.Tests;

[Collection(PackedLibraryTests.Name)]
public sealed class ReportingPackageTests(PackedLibrary packed)
{
    [Fact]
    public void Package_OfTheReport_HoldsTheLibraryItsDocumentationAndTheLicencesOfItsCharts() => Assert.Equal(
        ["Coalition.Reporting.nuspec", "LICENSES.txt", "README.md", "icon.png", "lib/net10.0/Coalition.Reporting.dll", "lib/net10.0/Coalition.Reporting.xml"],
        PackedLibrary.FilesOf(packed.Reporting).Order(StringComparer.Ordinal));

    [Fact]
    public void Package_OfTheReport_DependsOnTheLibraryOfTheSameVersion()
    {
        var metadata = PackedLibrary.Nuspec(packed.Reporting, "Coalition.Reporting");
        var dependencies = metadata.Descendants(metadata.Name.Namespace + "dependency").ToDictionary(d => d.Attribute("id")!.Value, d => d.Attribute("version")!.Value);

        Assert.Equal(PackedLibrary.Version, dependencies["Coalition.Core"]);
        Assert.All(dependencies.Where(d => d.Key != "Coalition.Core"), d => Assert.StartsWith("10.0.", d.Value, StringComparison.Ordinal));
    }

    [Fact]
    public void Licences_OfTheReport_NameTheVersionsInTheAssembly()
    {
        var licences = Encoding.UTF8.GetString(PackedLibrary.Read(packed.Reporting, "LICENSES.txt"));
        var assembly = Encoding.UTF8.GetString(PackedLibrary.Read(packed.Reporting, "lib/net10.0/Coalition.Reporting.dll"));

        Assert.Contains("Observable Plot 0.6.17", licences, StringComparison.Ordinal);
        Assert.Contains("@observablehq/plot v0.6.17", assembly, StringComparison.Ordinal);
        Assert.Contains("D3 7.9.2", licences, StringComparison.Ordinal);
        Assert.Contains("https://d3js.org v7.9.2", assembly, StringComparison.Ordinal);
    }
}
