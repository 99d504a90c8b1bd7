using Coalition.Analysis;
using Coalition.Json;
using Coalition.Sufficiency;
using Coalition.Tests.Fixtures;

namespace Coalition.Tests.Analysis;

public class StandardAnalysisTests
{
    private static readonly CoalitionModel Model = CoalitionJson.Read(Repository.Bytes("samples", "ParisSummit", "illustrative.json"));

    private static readonly Outlook Assumed = CoalitionJson.ReadOutlook(Repository.Bytes("samples", "ParisSummit", "illustrative-outlook.json"));

    private static readonly SufficiencyReport Report = SufficiencyEvaluator.Evaluate(Model, Model.AsOf);

    [Fact]
    public void Questions_OfEachVerdict_AreThoseThatItLeavesOpen()
    {
        Assert.Equal(4, Report.Verdicts.Select(v => v.Verdict).OfType<Verdict>().Distinct().Count());
        Assert.All(Report.Verdicts, standard =>
        {
            var analysis = new StandardAnalysis(Report, standard);

            Assert.Equal(standard.Verdict == Verdict.Contingent, analysis.OverMatters() is not null);
            Assert.Equal(standard.Verdict is Verdict.Contingent or Verdict.Sufficient, analysis.OverNations() is not null);
            Assert.Equal(standard.Verdict == Verdict.Deadlocked, analysis.FirstMovers() is not null);
            Assert.Equal(standard.Verdict is Verdict.Deadlocked or Verdict.Insufficient, analysis.RemediesOf(Assumed) is not null);
        });
    }

    [Fact]
    public void OverMatters_WithAMatterGranted_AsksOnlyOfTheOthers()
    {
        var granted = SufficiencyEvaluator.Evaluate(Model, Model.AsOf, granting: [OpenMatter.Parse("stage:xb-land")]);
        var standard = granted.Verdicts.First(v => v.Verdict == Verdict.Contingent && v.OpenMatters.Any(m => m.Kind == OpenMatterKind.Approval));

        var function = new StandardAnalysis(granted, standard).OverMatters()!;

        Assert.DoesNotContain(function.Variables, v => v.ToString() == "stage:xb-land");
        Assert.Equal(
            SufficiencyFunction.Compile(
                Model, Model.AsOf, standard.Guarantee, standard.Standard, VariableKinds.OpenMatters | VariableKinds.Parties, granting: granted.Granted).UnlockSets().Count,
            function.UnlockSets().Count);
    }

    [Fact]
    public void OverNations_OfAContingentStandard_TakesAllThatIsOpenAsGranted()
    {
        var standard = Report.Verdicts.First(v => v.Verdict == Verdict.Contingent);

        Assert.Equal(
            SufficiencyFunction.Compile(Model, Model.AsOf, standard.Guarantee, standard.Standard, VariableKinds.Nations, granting: Report.OpenMatters).Power().Swings,
            new StandardAnalysis(Report, standard).OverNations()!.Power().Swings);
    }

    [Fact]
    public void OverMatters_BeyondItsBudget_IsRefused()
    {
        var standard = Report.Verdicts.First(v => v.Verdict == Verdict.Contingent);

        Assert.Throws<AnalysisBudgetException>(() => new StandardAnalysis(Report, standard, new AnalysisBudget { Nodes = 1 }).OverMatters());
    }

    [Fact]
    public void Arguments_Null_AreRefusedWhateverTheVerdict()
    {
        var report = SufficiencyEvaluator.Evaluate(
            CoalitionModel.Create(Given.Draft with { Guarantees = [Given.Guarantee("force", ("none", Given.Total("land", 0)), ("some", Given.Total("land", 1)))] }), Given.AsOf);

        Assert.Equal([Verdict.Sufficient, Verdict.Insufficient], report.Verdicts.Select(v => v.Verdict!.Value));
        Assert.All(report.Verdicts, standard =>
        {
            Assert.Throws<ArgumentNullException>("report", () => new StandardAnalysis(null!, standard));
            Assert.Throws<ArgumentNullException>("outlook", () => new StandardAnalysis(report, standard).RemediesOf(null!));
        });
        Assert.Throws<ArgumentNullException>("standard", () => new StandardAnalysis(report, null!));
    }

    [Fact]
    public void Constructor_StandardOfAnotherReport_IsRefused()
    {
        var other = SufficiencyEvaluator.Evaluate(Model, Model.AsOf).Verdicts.First();

        var refusal = Assert.Throws<ArgumentException>(() => new StandardAnalysis(Report, other));

        Assert.Equal(
            $"The standard '{other.Standard}' of '{other.Guarantee}' is not of this report: expected one of its verdicts. (Parameter 'standard')", refusal.Message);
    }
}
