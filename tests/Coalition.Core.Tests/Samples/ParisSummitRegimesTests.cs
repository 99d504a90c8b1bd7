using Coalition.Approvals;
using Coalition.Tests.Fixtures;
using NodaTime;
using ParisSummit;

namespace Coalition.Tests.Samples;

public class ParisSummitRegimesTests
{
    [Fact]
    public void Run_Regimes_HasARowForEachState()
    {
        var run = SampleRun.Of("--regimes");
        var lines = run.Output.Split('\n');
        var states = ApprovalRegimes.Catalogue.ToList();

        Assert.Equal(ParisSummitApp.Evaluated, run.ExitCode);
        Assert.Equal(34, states.Count);
        foreach (var regime in states)
        {
            var answer = regime.ProcedureFor(Operations.Paris, new LocalDate(2026, 2, 22));
            var row = Assert.Single(lines, line => line.Contains($" {answer.Rule!.Id} ", StringComparison.Ordinal) || line.Contains($" {answer.Rule.Id} [", StringComparison.Ordinal));

            Assert.StartsWith(regime.Name.Split(' ')[0], row, StringComparison.Ordinal);
            Assert.Contains(answer is ProcedureAnswer.NotKnown ? " not known: " : "  ", row, StringComparison.Ordinal);
            Assert.Contains($"  {answer.Confidence.Level}", row, StringComparison.Ordinal);
            Assert.Contains($"  {answer.Citation.Split(' ')[0]}", row, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("Of 34 states: prior approval ")]
    [InlineData("On 2026-02-22, for the force of the Paris talks: an ad hoc coalition; armed; 1,000 persons;")]
    [InlineData("Ireland (IE)     prohibited ")]
    [InlineData("Canada (CA)      not required ")]
    [InlineData("Germany (DE)     prior approval, ")]
    public void Run_Regimes_Shows(string text) => Assert.Contains(text, SampleRun.Of("--regimes").Output, StringComparison.Ordinal);

    [Fact]
    public void Run_RegimesNotKnown_TellWhy()
    {
        var column = string.Join(' ', SampleRun.Of("--regimes").Output.Split('\n').Where(l => l.Length > 17).Select(l => l[17..Math.Min(l.Length, 43)].Trim()));

        Assert.All(
            ApprovalRegimes.Catalogue.Select(r => r.ProcedureFor(Operations.Paris, new LocalDate(2026, 2, 22))).OfType<ProcedureAnswer.NotKnown>(),
            unknown => Assert.Contains($"not known: {unknown.Reason}", column, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("On 2030-06-01, for ", "illustrative.json")]
    [InlineData("On 2026-05-01, for ", "paris-2026.json", "--on", "2026-05-01")]
    public void Run_Regimes_AreThoseOfTheDay(string expected, string model, params string[] more) =>
        Assert.Contains(expected, SampleRun.Of([SampleRun.ModelFile(model), "--regimes", .. more]).Output, StringComparison.Ordinal);
}
