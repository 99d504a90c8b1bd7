using Coalition.Json;
using Coalition.Sufficiency;

namespace Coalition.AotSmoke;

/// <summary>Evaluations with their reports, and the timeline.</summary>
internal static class EvaluationCalls
{
    internal static void Run(Checks checks)
    {
        var report = SufficiencyEvaluator.Evaluate(Example.Model, Example.Day);
        checks.Equal(Verdict.Contingent, report["force", "seven-thousand"].Verdict);
        checks.Equal(Verdict.Deadlocked, report["sky", "twenty"].Verdict);
        checks.List("approval:gb-commons, circumstance:ceasefire, amount:fr-land", report["force", "seven-thousand"].OpenMatters);
        checks.Equal(true, report.ToText().Contains("contingent", StringComparison.Ordinal));
        checks.Equal(true, report.ToMarkdown().Contains("deadlocked", StringComparison.Ordinal));
        checks.Equal(true, CoalitionJson.Write(report).StartsWith('{'));

        var granted = SufficiencyEvaluator.Evaluate(Example.Model, Example.Day, granting: [OpenMatter.Parse("amount:fr-land")]);
        checks.Equal(Verdict.Sufficient, granted["force", "seven-thousand"].Verdict);

        var timeline = SufficiencyTimeline.Over(Example.Model, Example.Day, Example.Day.PlusYears(1));
        checks.Equal(Verdict.Contingent, timeline["force", "seven-thousand"].At(Example.Day).Verdict);
        checks.Equal(0, timeline.NextChanges(Example.Day).Length);
    }
}
