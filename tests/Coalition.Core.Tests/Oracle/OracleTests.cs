using System.Collections.Immutable;
using Coalition.Sufficiency;
using Coalition.Tests.Generators;
using Coalition.Tests.Properties;

namespace Coalition.Tests.Oracle;

/// <summary>What the oracle must keep to by itself, or agreement with it would mean little.</summary>
public class OracleTests
{
    [ModelProperty(150)]
    public void FixedPoints_ByIteration_AreTheCommonPartAndTheUnionOfAll(ModelSample sample)
    {
        var iterated = NaiveEvaluator.StandingByIteration(sample.Model, sample.On, sample.KnownAsOf);
        var enumerated = NaiveEvaluator.StandingByEnumeration(sample.Model, sample.On, sample.KnownAsOf);

        Assert.Equal(enumerated.Secured.AsEnumerable(), iterated.Secured);
        Assert.Equal(enumerated.Reachable.AsEnumerable(), iterated.Reachable);
        Assert.Equal(enumerated.Possible.AsEnumerable(), iterated.Possible);
    }

    [Fact]
    public void Totals_ByCuts_AreThoseByTrial()
    {
        foreach (var seed in Draws.Seeds(400))
        {
            var draw = new Draw(seed);
            var amounts = Enumerable.Range(0, draw.Int(1, 5)).ToDictionary(p => p, _ => (long)draw.Int(0, 3));
            var (inner, outer, other) = (Group(draw, amounts.Count), Group(draw, amounts.Count), Group(draw, amounts.Count));
            outer.UnionWith(inner);
            ImmutableArray<NaiveLimit> limits =
                [new(draw.Int(0, 4), inner), new(draw.Int(0, 6), outer), new(draw.Int(0, 4), other), new(draw.Int(0, 6), [.. amounts.Keys])];

            Assert.Equal(NaiveTotal.ByTrial(amounts, limits), NaiveTotal.ByCuts(amounts, limits));
        }
    }

    [ModelProperty(300)]
    public void P1_AddingOrGranting_NeverWorsensAVerdictOfTheOracle(ModelSample sample)
    {
        var before = NaiveEvaluator.Evaluate(sample.Model, sample.On, sample.KnownAsOf);

        foreach (var gain in Changes.Gains(sample))
        {
            Order.AssertNoWorse(before, NaiveEvaluator.Evaluate(gain.After, sample.On, sample.KnownAsOf), gain.Name);
        }

        foreach (var matter in before.OpenMatters)
        {
            var after = NaiveEvaluator.Evaluate(sample.Model, sample.On, sample.KnownAsOf, [OpenMatter.Parse(matter)]);
            Order.AssertNoWorse(before, after, $"grant {matter}");
        }
    }

    [ModelProperty(300)]
    public void P2_RejectingOrLowering_NeverImprovesAVerdictOfTheOracle(ModelSample sample)
    {
        var before = NaiveEvaluator.Evaluate(sample.Model, sample.On, sample.KnownAsOf);

        foreach (var loss in Changes.Losses(sample))
        {
            Order.AssertNoWorse(NaiveEvaluator.Evaluate(loss.After, sample.On, sample.KnownAsOf), before, loss.Name);
        }
    }

    [ModelProperty(300)]
    public void P3_TheBounds_OfTheOracleAreOrdered(ModelSample sample) =>
        Order.AssertBounds(NaiveEvaluator.Evaluate(sample.Model, sample.On, sample.KnownAsOf));

    private static HashSet<int> Group(Draw draw, int count) => [.. Enumerable.Range(0, count).Where(_ => draw.Chance(60))];
}
