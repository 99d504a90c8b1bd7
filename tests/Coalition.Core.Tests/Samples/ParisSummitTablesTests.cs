using ParisSummit;

namespace Coalition.Tests.Samples;

/// <summary>The tables that the sample writes for a spreadsheet, and takes back.</summary>
public sealed class ParisSummitTablesTests : IDisposable
{
    private readonly string folder = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());

    public void Dispose()
    {
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public void Run_Export_WritesTheTables_AndImport_TakesThemBack()
    {
        var written = SampleRun.Of("--export-csv", folder);

        Assert.Equal(new SampleRun(ParisSummitApp.Evaluated, string.Concat(Files().Select(f => $"{f}\n")), ""), written);
        Assert.Equal(SampleRun.Of(), SampleRun.Of("--import-csv", folder));
        Assert.Equal(SampleRun.Of("--timeline", "2026-01-01..2026-03-31"), SampleRun.Of("--timeline", "2026-01-01..2026-03-31", "--import-csv", folder));
    }

    [Fact]
    public void Run_Import_OfEditedTables_ChangesTheVerdict()
    {
        var illustrative = SampleRun.ModelFile("illustrative.json");
        SampleRun.Of(illustrative, "--export-csv", folder);
        var claims = Path.Combine(folder, "claims.csv");
        File.WriteAllLines(claims, File.ReadAllLines(claims).Take(1));

        Assert.NotEqual(SampleRun.Of(illustrative).Output, SampleRun.Of(illustrative, "--import-csv", folder).Output);
    }

    [Fact]
    public void Run_Import_OfFaultyTables_ListsTheirRowsAndColumns()
    {
        SampleRun.Of("--export-csv", folder);
        File.AppendAllText(Path.Combine(folder, "claims.csv"), "\r\nfr-land,07/01/2026,,,,\r\n");
        var row = File.ReadAllLines(Path.Combine(folder, "claims.csv")).Length;

        var run = SampleRun.Of("--import-csv", folder);

        Assert.Equal(ParisSummitApp.InvalidModel, run.ExitCode);
        Assert.Contains(
            $"\n  claims.csv row {row}, column from: found '07/01/2026'; expected a whole number from 0 to 9223372036854775807, in digits alone, without separators.\n",
            run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Run_Export_OverTables_IsRefused()
    {
        SampleRun.Of("--export-csv", folder);
        File.Delete(Path.Combine(folder, "pledges.csv"));

        Assert.Equal(
            $"Cannot write the tables into '{folder}': it has a claims.csv, which might be an edited one.\n{SampleRun.Hint}", SampleRun.Of("--export-csv", folder).Error);
        Assert.False(File.Exists(Path.Combine(folder, "pledges.csv")));
    }

    [Fact]
    public void Run_Export_IntoAFile_IsRefused()
    {
        using var file = new TemporaryFile("");

        Assert.Equal(
            $"Cannot write the tables into '{file.Path}': it cannot be created or written to.\n{SampleRun.Hint}", SampleRun.Of("--export-csv", file.Path).Error);
    }

    [Fact]
    public void Run_Import_OfNoFolder_IsRefused() => Assert.Equal(
        $"Cannot read the table file '{Path.Combine(folder, "pledges.csv")}': there is no such file.\n{SampleRun.Hint}", SampleRun.Of("--import-csv", folder).Error);

    [Theory]
    [InlineData("--on does not go with --export-csv: the tables hold what is on record, whatever is asked of it.", "--on", "2026-01-10")]
    [InlineData("--withdraw does not go with --export-csv: the tables hold what is on record, whatever is asked of it.", "--withdraw", "FR")]
    [InlineData("--analyse and --export-csv cannot be shown at once: expected one of them.", "--analyse")]
    public void Run_Export_WithAQuestion_IsRefused(string problem, params string[] args) =>
        Assert.Equal(new SampleRun(ParisSummitApp.WrongUsage, "", $"{problem}\n{SampleRun.Hint}"), SampleRun.Of(["--export-csv", folder, .. args]));

    private IEnumerable<string> Files() => new[] { "pledges.csv", "claims.csv", "stages.csv", "acts.csv" }.Select(f => Path.Combine(folder, f));
}
