namespace Coalition.Packages.Tests;

/// <summary>A fresh program outside the repository that references the package, and nothing else.</summary>
[Collection(PackedLibraryTests.Name)]
public class ConsumerTests(PackedLibrary packed)
{
    [Fact]
    public async Task Program_WithThePackageAlone_GivesTheVerdicts()
    {
        var folder = await Write("ordinary");
        await Tool.Run(folder, "dotnet", "build", "--configuration", "Release", "--output", "out");

        Assert.Equal(Expected(native: false), await Tool.Run(folder, "dotnet", "out/Consumer.dll"));
    }

    [NativeFact]
    public async Task Program_WithThePackageAlone_GivesTheVerdictsAsNativeProgramToo()
    {
        var linker = NativeFactAttribute.Linker;
        Assert.True(linker is not null, "This machine has neither clang nor gcc, one of which links native programs.");

        var folder = await Write("native");
        await Tool.Run(folder, "dotnet", "publish", "--configuration", "Release", "--output", "out", "-p:PublishAot=true", $"-p:CppCompilerAndLinker={linker}");

        Assert.Equal(Expected(native: true), await Tool.Run(folder, Path.Combine(folder, "out", "Consumer")));
    }

    private string Expected(bool native) => string.Join(
        Environment.NewLine, "C#: Contingent", "JSON: Sufficient", "Regimes: 34", $"Native: {native}", $"{PackedLibrary.Version}+{packed.Commit}", "");

    private async Task<string> Write(string name)
    {
        var folder = Directory.CreateDirectory(Path.Combine(packed.Folder, name)).FullName;
        var cache = (await Tool.Run(folder, "dotnet", "nuget", "locals", "global-packages", "--list")).Split(": ")[^1].Trim();
        File.Copy(Path.Combine(AppContext.BaseDirectory, "Consumer", "Program.cs"), Path.Combine(folder, "Program.cs"));

        // The package goes into a folder of its own, so that the machine's cache stays as it is; that cache has the rest.
        await File.WriteAllTextAsync(Path.Combine(folder, "Consumer.csproj"), $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <OutputType>Exe</OutputType>
                <TargetFramework>net10.0</TargetFramework>
                <ImplicitUsings>enable</ImplicitUsings>
                <Nullable>enable</Nullable>
                <TreatWarningsAsErrors>true</TreatWarningsAsErrors>
                <WarningsNotAsErrors>NU1900;NU1901;NU1902;NU1903;NU1904</WarningsNotAsErrors>
                <RestorePackagesPath>{Path.Combine(folder, "packages")}</RestorePackagesPath>
                <RestoreFallbackFolders>{cache}</RestoreFallbackFolders>
                <RestoreAdditionalProjectSources>{packed.Feed}</RestoreAdditionalProjectSources>
              </PropertyGroup>
              <ItemGroup>
                <PackageReference Include="Coalition.Core" Version="{PackedLibrary.Version}" />
              </ItemGroup>
            </Project>
            """);
        return folder;
    }
}
