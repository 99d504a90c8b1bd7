using Coalition.Approvals;
using Coalition.Tests.Fixtures;

namespace Coalition.Tests.Docs;

/// <summary>docs/regimes.md shows the catalogue as it is.</summary>
/// <remarks>
/// Where a change of the catalogue is meant, write the page anew and review the difference:
/// <c>COALITION_UPDATE_GOLDEN=1 dotnet test tests/Coalition.Core.Tests --filter RegimesPageTests</c>.
/// </remarks>
public class RegimesPageTests
{
    [Fact]
    public void Page_OfTheCatalogue_IsAsGenerated()
    {
        var path = Path.Combine(Repository.Root, "docs", "regimes.md");
        var text = RegimesPage.Write(ApprovalRegimes.Catalogue, Operations.Paris, Given.AsOf);
        if (Environment.GetEnvironmentVariable("COALITION_UPDATE_GOLDEN") == "1")
        {
            File.WriteAllText(path, text);
        }

        Assert.Equal(File.ReadAllText(path), text);
    }
}
