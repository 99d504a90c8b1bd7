using Coalition.Approvals;
using Coalition.Sufficiency;
using Coalition.Tests.Generators;
using Coalition.Tests.Oracle;

namespace Coalition.Tests.Properties;

/// <summary>Property P8 for the evaluator: it agrees with the oracle, which is plain enumeration and iteration.</summary>
public class OracleAgreementTests
{
    [ModelProperty(1_000)]
    public void P8_Evaluate_AgreesWithTheOracle(ModelSample sample) => Assert.Equal(
        NaiveEvaluator.Evaluate(sample.Model, sample.On, sample.KnownAsOf).ToText(),
        Reports.Naive(Reports.Evaluate(sample)).ToText());

    [ModelProperty(400)]
    public void P8_EvaluateGranting_AgreesWithTheOracle(ModelSample sample)
    {
        var draw = sample.Chance();
        var some = Reports.Evaluate(sample).OpenMatters.Where(_ => draw.Chance(45)).ToList();

        Assert.Equal(
            NaiveEvaluator.Evaluate(sample.Model, sample.On, sample.KnownAsOf, some).ToText(),
            Reports.Naive(Reports.Evaluate(sample, some)).ToText());
    }

    [ModelProperty(200)]
    public void P8_Standings_AreThoseOfAllFixedPoints(ModelSample sample)
    {
        var enumerated = NaiveEvaluator.StandingByEnumeration(sample.Model, sample.On, sample.KnownAsOf);
        var report = Reports.Evaluate(sample);

        Assert.Equal(enumerated.Secured.AsEnumerable(), report.Pledges.Where(p => p.Standing >= Standing.Passed).Select(p => p.Pledge.Id));
        Assert.Equal(enumerated.Reachable.AsEnumerable(), report.Pledges.Where(p => p.Standing >= Standing.Pending).Select(p => p.Pledge.Id));
        Assert.Equal(enumerated.Possible.AsEnumerable(), report.Pledges.Where(p => p.Standing >= Standing.Locked).Select(p => p.Pledge.Id));
    }

    [Fact]
    public void P8_TotalsUnderManyCeilings_AgreeWithTheOracle()
    {
        foreach (var seed in Draws.Seeds(500))
        {
            var model = CeilingGen.Model(seed);
            var expected = NaiveEvaluator.Evaluate(model, ModelGen.Anchor).ToText();
            var actual = Reports.Naive(SufficiencyEvaluator.Evaluate(model, ModelGen.Anchor)).ToText();
            Assert.True(expected == actual, $"{ModelText.Of(model)}\n{expected}\nbut evaluated\n{actual}");
        }
    }

    [ModelProperty(600)]
    public void P8_ApprovalsAndMandates_StandAsInTheOracle(ModelSample sample)
    {
        var known = sample.KnownAsOf ?? sample.Model.AsOf;
        var record = new NaiveRecord(sample.Model, sample.On, known);

        foreach (var approval in sample.Model.Approvals)
        {
            var naive = record.Approvals[approval.Id];
            var state = sample.Model.ApprovalState(approval.Id, sample.On, known);
            Assert.Equal(naive.IsFailed ? Standing.Failed : naive.IsUndecided(approval) ? Standing.Pending : Standing.Passed, state.Standing);
            Assert.Equal(naive.Kind == NaiveApprovalKind.Approved && naive.IsTacit, state is ParliamentaryApprovalState.Approved { IsTacit: true });
            Assert.Equal(record.MandateOf(approval), sample.Model.MandateState(approval.Id, sample.On, known)?.Name);
        }
    }
}
