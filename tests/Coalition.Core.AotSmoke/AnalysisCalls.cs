using System.Collections;
using System.Globalization;
using Coalition.Analysis;
using Coalition.Json;
using Coalition.Sufficiency;

namespace Coalition.AotSmoke;

/// <summary>Exact analysis with an outlook: likelihood, first movers and remedies.</summary>
internal static class AnalysisCalls
{
    internal static void Run(Checks checks)
    {
        var outlook = CoalitionJson.ReadOutlook(Example.OutlookJson);
        Likelihoods(checks, outlook);
        FirstMove(checks);
        OpenQuestions(checks, outlook);

        var selections = Remedies.For(Example.Model, Example.Day, "force", outlook);
        checks.List("250: gb-vote + gb-waives, 400: pl-more", selections);
        checks.Equal(2, ((IEnumerable)selections).Cast<RemedySelection>().Count());
        using var cheapest = selections.GetEnumerator();
        checks.Equal(true, cheapest.MoveNext());
        checks.Equal("EUR", selections.Unit);
    }

    private static void Likelihoods(Checks checks, Outlook outlook)
    {
        var function = SufficiencyFunction.Compile(Example.Model, Example.Day, "force");
        var likelihood = function.Likelihood(outlook);
        checks.Equal("0.5875", likelihood.Sufficient.ToString("0.0000", CultureInfo.InvariantCulture));
        checks.Equal(true, likelihood.FussellVesely(function.Variables[0]) is > 0 and <= 1);
        checks.Equal(3, likelihood.Importances.Length);

        var sets = function.UnlockSets();
        checks.List(
            "approval:gb-commons + circumstance:ceasefire 0.45, amount:fr-land 0.25",
            sets.ByProbability(outlook).Select(s => $"{s.Set} {Invariant(s.Probability)}"));
        checks.Equal(0.25, outlook.Find(FunctionVariable.Parse("amount:fr-land"))?.Probability);
        checks.Equal(true, outlook.Equals(Outlook.Create(outlook.Sources, outlook.Estimates, outlook.Remedies)));
    }

    private static void FirstMove(Checks checks)
    {
        var movers = FirstMovers.Of(Example.Model, Example.Day, "sky");
        checks.List("waiver:FR, waiver:PL", movers.Sets());
        checks.List("FR, PL", movers.Nations);
        checks.Equal(true, movers.RoundsAfter([Example.France])[^1].IsMet);
    }

    private static void OpenQuestions(Checks checks, Outlook outlook)
    {
        var report = SufficiencyEvaluator.Evaluate(Example.Model, Example.Day);
        foreach (var standard in report.Verdicts.Where(v => v.Verdict is not null))
        {
            var analysis = new StandardAnalysis(report, standard);
            checks.Equal(standard.Verdict == Verdict.Contingent, analysis.OverMatters() is not null);
            checks.Equal(standard.Verdict >= Verdict.Contingent, analysis.OverNations() is not null);
            checks.Equal(standard.Verdict == Verdict.Deadlocked, analysis.FirstMovers() is not null);
            checks.Equal(standard.Verdict <= Verdict.Deadlocked, analysis.RemediesOf(outlook) is not null);
        }
    }

    private static string Invariant(double value) => value.ToString("0.00", CultureInfo.InvariantCulture);
}
