using System.Collections.Immutable;
using Coalition.Requirements;
using Coalition.Sufficiency;
using Coalition.Tests.Generators;
using Coalition.Tests.Oracle;
using NodaTime;

namespace Coalition.Tests.Properties;

/// <summary>The properties of DESIGN 3.6 that hold of every evaluation.</summary>
public class SufficiencyPropertiesTests
{
    [ModelProperty(250)]
    public void P1_AddingOrRaising_NeverWorsensAVerdict(ModelSample sample)
    {
        var before = Reports.Naive(Reports.Evaluate(sample));

        foreach (var gain in Changes.Gains(sample))
        {
            Order.AssertNoWorse(before, Reports.Naive(sample, gain.After), gain.Name);
        }
    }

    [ModelProperty(250)]
    public void P1_GrantingAnOpenMatter_NeverWorsensAVerdict(ModelSample sample)
    {
        var draw = sample.Chance();
        var report = Reports.Evaluate(sample);

        foreach (var matter in report.OpenMatters)
        {
            // On top of some others, so that grants are also tried together.
            var some = report.OpenMatters.Where(m => m != matter && draw.Chance(30)).ToList();
            var (before, after) = (Reports.Evaluate(sample, some), Reports.Evaluate(sample, [.. some, matter]));
            Order.AssertNoWorse(Reports.Naive(before), Reports.Naive(after), $"grant {matter} on top of {string.Join(", ", some)}");
        }
    }

    [ModelProperty(250)]
    public void P2_RejectingOrLowering_NeverImprovesAVerdict(ModelSample sample)
    {
        var before = Reports.Naive(Reports.Evaluate(sample));

        foreach (var loss in Changes.Losses(sample))
        {
            Order.AssertNoWorse(Reports.Naive(sample, loss.After), before, loss.Name);
        }
    }

    [ModelProperty(500)]
    public void P3_Bounds_AreOrdered(ModelSample sample) => Order.AssertBounds(Reports.Naive(Reports.Evaluate(sample)));

    [ModelProperty(300)]
    public void P4_TheOrderOfEntries_DoesNotMatter(ModelSample sample)
    {
        var shuffled = ModelShuffle.Of(sample.Model, sample.Chance());
        var (before, after) = (Reports.Evaluate(sample), SufficiencyEvaluator.Evaluate(shuffled, sample.On, sample.KnownAsOf));

        // The texts of requirements name their parts in order, so verdicts are compared standard by standard.
        foreach (var standard in before.Verdicts)
        {
            var other = after[standard.Guarantee, standard.Standard];
            Assert.Equal(standard.Verdict, other.Verdict);
            Assert.Equal(standard.Grounds.Verdict, other.Grounds.Verdict);
            Assert.Equal(Sorted(standard.OpenMatters), Sorted(other.OpenMatters));
            Assert.Equal(Totals(standard.Grounds), Totals(other.Grounds));
        }

        Assert.Equal(Sorted(before.OpenMatters), Sorted(after.OpenMatters));
        Assert.Equal(Standings(before), Standings(after));
    }

    [ModelProperty(300)]
    public void P6_AFailedTotal_IsMetOnceLoweredByItsShortfall_AndNotByOneLess(ModelSample sample)
    {
        var report = Reports.Evaluate(sample);

        foreach (var total in Reports.Findings(report).OfType<Finding.Total>())
        {
            foreach (var amount in new[] { total.Secured, total.Reachable, total.Possible })
            {
                Assert.Equal(Int128.Max(0, total.Required.Amount - amount.Counted.Amount), amount.Shortfall.Amount);
                Assert.Equal(total.Required.Unit, amount.Shortfall.Unit);
            }
        }

        // Where no condition looks at a standard, the standings stay as they are when its totals are lowered.
        if (!HasMetInAnyCondition(sample.Model))
        {
            foreach (var standard in report.Verdicts)
            {
                AssertShortfalls(sample, standard);
            }
        }
    }

    // P9, that a model and its file are equal, is the business of the tests of the format.
    [ModelProperty(200)]
    public void P10_Evaluate_GivesTheSameOnAnyThread(ModelSample sample)
    {
        var once = Dump.Of(Reports.Evaluate(sample));
        var again = new string[4];

        Parallel.For(0, again.Length, i => again[i] = Dump.Of(Reports.Evaluate(sample)));

        Assert.All(again, text => Assert.Equal(once, text));
        Assert.Equal(once, Dump.Of(SufficiencyEvaluator.Evaluate(CoalitionModel.Create(sample.Model.Draft), sample.On, sample.KnownAsOf)));
    }

    private static void AssertShortfalls(ModelSample sample, StandardReport standard)
    {
        var totals = Reports.WithParts(standard.Grounds).OfType<Finding.Total>().ToList();
        for (var i = 0; i < totals.Count; i++)
        {
            var total = totals[i];
            foreach (var (shortfall, verdict) in new[]
            {
                (total.Secured.Shortfall.Amount, Verdict.Sufficient), (total.Reachable.Shortfall.Amount, Verdict.Contingent),
            })
            {
                if (shortfall > 0)
                {
                    Assert.True(total.Verdict < verdict);
                    Assert.True(VerdictWhenLowered(sample, standard, i, shortfall) >= verdict, $"{ModelText.Of(total.Requirement)} lowered by {shortfall}");
                    Assert.True(VerdictWhenLowered(sample, standard, i, shortfall - 1) < verdict, $"{ModelText.Of(total.Requirement)} lowered by {shortfall - 1}");
                }
            }
        }
    }

    private static Verdict VerdictWhenLowered(ModelSample sample, StandardReport standard, int total, Int128 by)
    {
        var next = 0;
        var lowered = Map(standard.Definition.Requires, r => r is Requirement.Total t && next++ == total
            ? new Requirement.Total(t.Filter, t.AtLeast - (long)by, t.PerNationCap, t.Unit, t.Sustained)
            : r);
        var guarantee = sample.Model.Guarantees.Single(g => g.Id == standard.Guarantee);
        var changed = guarantee with { Standards = guarantee.Standards.Replace(standard.Definition, standard.Definition with { Requires = lowered }) };
        var model = CoalitionModel.Create(sample.Model.Draft with { Guarantees = sample.Model.Guarantees.Replace(guarantee, changed) });
        var after = SufficiencyEvaluator.Evaluate(model, sample.On, sample.KnownAsOf)[standard.Guarantee, standard.Standard];
        return Reports.WithParts(after.Grounds).OfType<Finding.Total>().ElementAt(total).Verdict;
    }

    private static Requirement Map(Requirement requirement, Func<Requirement, Requirement> change) => requirement switch
    {
        Requirement.AllOf all => new Requirement.AllOf([.. all.Of.Select(r => Map(r, change))]),
        Requirement.AnyOf any => new Requirement.AnyOf([.. any.Of.Select(r => Map(r, change))]),
        Requirement.AtLeast some => new Requirement.AtLeast(some.Count, [.. some.Of.Select(r => Map(r, change))]),
        _ => change(requirement),
    };

    private static bool HasMetInAnyCondition(CoalitionModel model) =>
        Reports.Conditions(model).SelectMany(Reports.WithParts).Any(r => r is Requirement.Met);

    private static IEnumerable<string> Sorted(ImmutableArray<OpenMatter> matters) => matters.Select(m => m.ToString()).Order(StringComparer.Ordinal);

    private static IEnumerable<string> Totals(Finding finding) => Reports.WithParts(finding).OfType<Finding.Total>()
        .Select(t => $"{t.Required.Amount} {t.Secured.Counted.Amount} {t.Reachable.Counted.Amount} {t.Possible.Counted.Amount}").Order(StringComparer.Ordinal);

    private static IEnumerable<string> Standings(SufficiencyReport report) =>
        Reports.Naive(report).Pledges.Select(p => p.ToText()).Order(StringComparer.Ordinal);
}
