using Coalition.Comparison;
using Coalition.Sufficiency;

namespace Coalition.AotSmoke;

/// <summary>Comparisons of models, and of what was granted.</summary>
internal static class ComparisonCalls
{
    internal static void Run(Checks checks)
    {
        var report = SufficiencyEvaluator.Evaluate(Example.Model, Example.Day);
        var granted = SufficiencyEvaluator.Evaluate(Example.Model, Example.Day, granting: [OpenMatter.Parse("amount:fr-land")]);
        var whatIf = CoalitionComparison.Between(report, granted, ComparisonBudget.Default);
        checks.List("'amount:fr-land' is taken as granted", whatIf.Changes);
        checks.List("force by seven-thousand: contingent, then sufficient", whatIf.Moves);
        checks.List("'amount:fr-land' is taken as granted", whatIf.Moves[0].Cause.Changes);
        checks.Equal(Verdict.Sufficient, whatIf.Apply(whatIf.Changes)["force", "seven-thousand"].Verdict);
        checks.Equal(true, whatIf.ToText().Contains("by this change alone:", StringComparison.Ordinal));
        checks.Equal(true, whatIf.ToMarkdown().StartsWith("# What changed", StringComparison.Ordinal));

        var withdrawn = CoalitionComparison.Between(Example.Model, Example.Model.Withdraw(new NationCode("FR"), Example.Day), Example.Day);
        checks.Equal(true, withdrawn.Changes.Length > 0);
        checks.Equal(ChangedPart.Stage, withdrawn.Changes[0].What);
    }
}
