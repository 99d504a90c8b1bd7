using Coalition.Json;
using Coalition.Sufficiency;

namespace Coalition.Tests.Golden;

/// <summary>The reports on the two models of the sample, as they are expected to the letter.</summary>
/// <remarks>
/// Where a change of them is meant, write them anew and review the difference:
/// <c>COALITION_UPDATE_GOLDEN=1 dotnet test tests/Coalition.Core.Tests --filter GoldenTests</c>.
/// </remarks>
public class GoldenTests
{
    private static readonly string Folder = Path.Combine(Repository.Root, "tests", "Coalition.Core.Tests", "Golden");

    [Theory]
    [InlineData("paris-2026")]
    [InlineData("illustrative")]
    public void ToText_OfSample_IsAsKept(string model) => AssertKept($"{model}.txt", Evaluate(model).ToText());

    [Theory]
    [InlineData("paris-2026")]
    [InlineData("illustrative")]
    public void Write_ReportOnSample_IsAsKept(string model) => AssertKept($"{model}.json", CoalitionJson.Write(Evaluate(model)));

    private static SufficiencyReport Evaluate(string name)
    {
        var model = CoalitionJson.Read(File.ReadAllBytes(Path.Combine(Repository.Root, "samples", "ParisSummit", $"{name}.json")));
        return SufficiencyEvaluator.Evaluate(model, model.AsOf);
    }

    private static void AssertKept(string file, string text)
    {
        var path = Path.Combine(Folder, file);
        if (Environment.GetEnvironmentVariable("COALITION_UPDATE_GOLDEN") == "1")
        {
            File.WriteAllText(path, text);
        }

        Assert.Equal(File.ReadAllText(path), text);
    }
}
