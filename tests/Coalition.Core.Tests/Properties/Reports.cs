using System.Collections.Immutable;
using Coalition.Approvals;
using Coalition.Requirements;
using Coalition.Sufficiency;
using Coalition.Tests.Generators;
using Coalition.Tests.Oracle;

namespace Coalition.Tests.Properties;

/// <summary>Reports of the evaluator in the oracle's terms, so that the two can be compared.</summary>
internal static class Reports
{
    internal static SufficiencyReport Evaluate(ModelSample sample, IEnumerable<OpenMatter>? granting = null) =>
        SufficiencyEvaluator.Evaluate(sample.Model, sample.On, sample.KnownAsOf, granting);

    internal static NaiveReport Naive(SufficiencyReport report) => new(
        [.. report.Guarantees.SelectMany(g => g.Standards.Select(s => new NaiveStandard(s.Guarantee, s.Standard, g.Force, s.Verdict, Naive(s.Grounds))))],
        [.. report.Pledges.Select(Naive)],
        [.. report.OpenMatters.Select(m => m.ToString())]);

    internal static NaiveReport Naive(ModelSample sample, CoalitionModel model) =>
        Naive(SufficiencyEvaluator.Evaluate(model, sample.On, sample.KnownAsOf));

    internal static IEnumerable<Finding> Findings(SufficiencyReport report) => report.Verdicts.SelectMany(v => WithParts(v.Grounds));

    internal static IEnumerable<Finding> WithParts(Finding finding) => finding.Parts.SelectMany(WithParts).Prepend(finding);

    internal static IEnumerable<Requirement> WithParts(Requirement requirement) => (requirement switch
    {
        Requirement.AllOf all => all.Of,
        Requirement.AnyOf any => any.Of,
        Requirement.AtLeast some => some.Of,
        _ => [],
    }).SelectMany(WithParts).Prepend(requirement);

    /// <summary>The conditions of pledges and of mandates.</summary>
    internal static IEnumerable<Requirement> Conditions(CoalitionModel model) => model.Pledges.Select(p => p.Condition)
        .Concat(model.Approvals.SelectMany(a => a.Mandates()).Select(m => m.Condition))
        .OfType<Requirement>();

    private static NaiveFinding Naive(Finding finding) => new(finding.Requirement, finding.Verdict)
    {
        Sums = finding is Finding.Total total
            ? new(total.Secured.Counted.Amount, total.Reachable.Counted.Amount, total.Possible.Counted.Amount)
            : null,
        Nations = finding is Finding.Contributors contributors
            ? new(Codes(contributors.Secured), Codes(contributors.Reachable), Codes(contributors.Possible))
            : null,
        Parts = [.. finding.Parts.Select(Naive)],
    };

    private static ImmutableArray<string> Codes(ImmutableArray<NationCode> nations) => [.. nations.Select(n => n.Value)];

    private static NaivePledge Naive(PledgeReport pledge)
    {
        // A gate is listed once for each approval, or other ground, that keeps it from being passed.
        var gates = pledge.Gates.GroupBy(g => g.Gate).ToDictionary(g => g.Key, g => g.Min(r => r.Standing));
        return new NaivePledge(pledge.Pledge.Id, pledge.Stage, pledge.Standing, gates.ToImmutableDictionary())
        {
            HasFigure = pledge.HasFigure,
            Lower = pledge.Lower,
            Upper = pledge.Upper,
        };
    }
}
