using Coalition.Analysis;
using Coalition.Json;
using Coalition.Sufficiency;
using ParisSummit;

namespace Coalition.Tests.Samples;

public class ParisSummitAnalysisTests
{
    private static readonly string Illustrative = SampleRun.ModelFile("illustrative.json");

    private static readonly string IllustrativeOutlook = SampleRun.ModelFile("illustrative-outlook.json");

    [Theory]
    [InlineData("Probabilities and costs are assumed: Made up for the sample: no forecast and no price of anybody stands behind these figures (illustrative)")]
    [InlineData("IISS: about 10,000, quick and symbolic [estimate] – contingent Unlock 1 set of 9 matters would do, and needs each of them:")]
    [InlineData("Pivotal Without France or United Kingdom it fails. Of all ways to lose two nations it survives 83 %.")]
    [InlineData("share of power Shapley-Shubik Banzhaf France ██████████·········· 50.0 % 50.0 %")]
    [InlineData("Close the gap 5 selections of the outlook's remedies would, the cheapest first: EUR 240 m A battlegroup led by Norway, 1,500 [illustrative]")]
    [InlineData("Close the gap Not even all remedies of the outlook together would.")]
    public void Run_AnalyseParis_Shows(string text)
    {
        var run = SampleRun.Of("--analyse");

        Assert.Equal(ParisSummitApp.Evaluated, run.ExitCode);
        Assert.Contains(text, Screens.Unbroken(run.Output), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Four batteries [illustrative] – deadlocked Move first 2 sets of nations could break the deadlock")]
    [InlineData("Erland – first Erland (xe-air-defence), then Dorland (xd-air-defence), then Farland (xf-air-defence)")]
    [InlineData("Close the gap 2 selections of the outlook's remedies would, the cheapest first: EUR 40 m Farland puts its batteries up without waiting [illustrative]")]
    [InlineData("party:xb-diet/Diet/Union")]
    [InlineData("Arland keeps training [illustrative] – not in force Not in force There is nothing to analyse.")]
    public void Run_AnalyseTheMadeUpCoalition_Shows(string text) =>
        Assert.Contains(text, Screens.Unbroken(SampleRun.Of(Illustrative, "--analyse", "--outlook", IllustrativeOutlook).Output), StringComparison.Ordinal);

    [Fact]
    public void Run_AnalyseWithoutAnOutlook_SaysSoAndLeavesLikelihoodOut()
    {
        var run = SampleRun.Of(Illustrative, "--analyse");

        Assert.Contains("No outlook is given: nothing is said of likelihood and remedies.", Screens.Unbroken(run.Output), StringComparison.Ordinal);
        Assert.DoesNotContain("Likely", run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("Close the gap", run.Output, StringComparison.Ordinal);
        Assert.Contains("approval:xa-parliament", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Run_Analyse_ShowsTheLibrarysOwnNumbers()
    {
        var model = CoalitionJson.Read(File.ReadAllBytes(SampleRun.ModelFile("paris-2026.json")));
        var outlook = CoalitionJson.ReadOutlook(File.ReadAllBytes(SampleRun.ModelFile("paris-2026-outlook.json")));
        var output = Screens.Unbroken(SampleRun.Of("--analyse").Output);
        foreach (var standard in SufficiencyEvaluator.Evaluate(model, model.AsOf).Verdicts.Where(v => v.Verdict == Verdict.Contingent))
        {
            var function = SufficiencyFunction.Compile(model, model.AsOf, standard.Guarantee, standard.Standard);
            var percent = (100 * function.Likelihood(outlook).Sufficient).ToString("0.#", System.Globalization.CultureInfo.InvariantCulture);

            Assert.Contains($"{percent} % sufficient, 0 % deadlocked, ", output, StringComparison.Ordinal);
            Assert.Contains($"Unlock {function.UnlockSets().Count.ToString("N0", System.Globalization.CultureInfo.InvariantCulture)} ", output, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Run_FormatHtml_PrintsTheReportWithTheOutlookOfTheProgram()
    {
        var run = SampleRun.Of("--format", "html");

        Assert.Equal(ParisSummitApp.Evaluated, run.ExitCode);
        Assert.StartsWith("<!DOCTYPE html>", run.Output, StringComparison.Ordinal);
        Assert.EndsWith("</html>", run.Output.TrimEnd(), StringComparison.Ordinal);
        Assert.Contains("By the probabilities and costs of the outlook", run.Output, StringComparison.Ordinal);
        Assert.Contains("Rules of the catalogue for", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Run_FormatHtmlOfAnotherModel_SaysNothingOfLikelihood() =>
        Assert.Contains("No outlook is given", SampleRun.Of(Illustrative, "--format", "html").Output, StringComparison.Ordinal);

    [Theory]
    [InlineData("--outlook goes with --analyse and --format html only: nothing else asks for probabilities and costs.", "--outlook", "x.json")]
    [InlineData("Cannot read the outlook file 'x.json': there is no such file.", "--analyse", "--outlook", "x.json")]
    [InlineData("--regimes and --analyse cannot be shown at once: expected one of them.", "--analyse", "--regimes")]
    [InlineData("--format does not go with --analyse: it prints the library's report on one day.", "--analyse", "--format", "text")]
    public void Run_WrongUsage_IsRefused(string message, params string[] args)
    {
        var run = SampleRun.Of(args);

        Assert.Equal(ParisSummitApp.WrongUsage, run.ExitCode);
        Assert.Equal($"{message}\n{SampleRun.Hint}", run.Error);
        Assert.Empty(run.Output);
    }

    [Fact]
    public void Run_OutlookThatIsBroken_ListsEveryProblem()
    {
        using var file = new TemporaryFile("""{"format": "coalition-outlook/1", "probabilities": [{"of": "circumstance:ceasefire", "probability": 2}, {"of": "x", "probability": 0}]}""");
        var run = SampleRun.Of("--analyse", "--outlook", file.Path);

        Assert.Equal(ParisSummitApp.InvalidModel, run.ExitCode);
        Assert.Contains("$.probabilities[0].probability: found 2; expected a number from 0 to 1.", run.Error, StringComparison.Ordinal);
        Assert.Contains("$.probabilities[1].of: found 'x'", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Run_OutlookThatLacksAProbability_SaysWhich()
    {
        using var file = new TemporaryFile("""{"format": "coalition-outlook/1"}""");
        var run = SampleRun.Of("--analyse", "--outlook", file.Path);

        Assert.Equal(ParisSummitApp.WrongUsage, run.ExitCode);
        Assert.Contains("stage:us-monitoring", run.Error, StringComparison.Ordinal);
    }
}
