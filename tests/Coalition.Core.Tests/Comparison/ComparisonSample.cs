using Coalition.Comparison;
using Coalition.Sufficiency;
using Coalition.Tests.Generators;

namespace Coalition.Tests.Comparison;

/// <summary>Two reports of a drawn sample: other days, other knowledge, other grants, an edited model, or several of these.</summary>
internal static class ComparisonSample
{
    /// <summary>The reports, each kind of difference as likely as not.</summary>
    internal static (SufficiencyReport Before, SufficiencyReport After) Of(ModelSample sample)
    {
        var draw = sample.Chance();
        var model = draw.Chance(80) ? Edits.Edited(sample, draw.Int(2, 6), draw) : sample.Model;
        var onAfter = draw.Chance(35) ? sample.On.PlusDays(draw.Int(-12, 20)) : sample.On;
        var knownBefore = sample.KnownAsOf ?? (draw.Chance(40) ? sample.Model.AsOf.PlusDays(-draw.Int(0, 30)) : null);
        var knownAfter = draw.Chance(50) ? (NodaTime.LocalDate?)null : knownBefore;
        var before = SufficiencyEvaluator.Evaluate(sample.Model, sample.On, knownBefore);
        var after = SufficiencyEvaluator.Evaluate(model, onAfter, knownAfter);
        if (draw.Chance(30))
        {
            before = Granting(before, draw);
            after = Granting(after, draw);
        }

        return (before, after);
    }

    /// <summary>The comparison, turned about in half of the cases.</summary>
    internal static CoalitionComparison Compared(ModelSample sample, ComparisonBudget? budget = null)
    {
        var (before, after) = Of(sample);
        return sample.Seed % 2 == 0 ? CoalitionComparison.Between(before, after, budget) : CoalitionComparison.Between(after, before, budget);
    }

    private static SufficiencyReport Granting(SufficiencyReport report, Draw draw) =>
        SufficiencyEvaluator.Evaluate(report.Model, report.On, report.KnownAsOf, report.OpenMatters.Where(_ => draw.Chance(20)).ToList());
}
