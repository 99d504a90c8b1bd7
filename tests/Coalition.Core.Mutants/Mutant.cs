using System.Text.Json;

namespace Coalition.Mutants;

/// <summary>What became of a mutant.</summary>
internal enum Result
{
    /// <summary>No test comes by it.</summary>
    NoCoverage,

    /// <summary>No test fails.</summary>
    Survived,

    /// <summary>A test fails.</summary>
    Killed,

    /// <summary>A test does not end.</summary>
    Timeout,

    /// <summary>The process ends.</summary>
    Crashed,
}

/// <summary>One small change of the code.</summary>
internal sealed record Mutant(int Id, string Path, int Line, string Kind, string Original, string Replacement)
{
    // Stryker's reason for those that are left to be tested here.
    private const string ToBeTested = "Removed by mutate filter";

    private const string Root = "/Coalition.Core/";

    /// <summary>The mutants of a folder or file that compile, and that no other makes superfluous.</summary>
    internal static List<Mutant> Read(string report, string area)
    {
        using var json = JsonDocument.Parse(File.ReadAllBytes(report));
        return
        [
            .. from file in json.RootElement.GetProperty("files").EnumerateObject()
               let path = file.Name[(file.Name.IndexOf(Root, StringComparison.Ordinal) + Root.Length)..]
               where path == area || path.StartsWith($"{area}/", StringComparison.Ordinal)
               let lines = file.Value.GetProperty("source").GetString()!.Split('\n')
               from mutant in file.Value.GetProperty("mutants").EnumerateArray()
               where mutant.TryGetProperty("statusReason", out var why) && why.GetString() == ToBeTested
               let start = mutant.GetProperty("location").GetProperty("start")
               let line = start.GetProperty("line").GetInt32()
               select new Mutant(
                   int.Parse(mutant.GetProperty("id").GetString()!, System.Globalization.CultureInfo.InvariantCulture),
                   path,
                   line,
                   mutant.GetProperty("mutatorName").GetString()!,
                   lines[line - 1][(start.GetProperty("column").GetInt32() - 1)..].Trim(),
                   string.Join(' ', mutant.GetProperty("replacement").GetString()!.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))),
        ];
    }
}
