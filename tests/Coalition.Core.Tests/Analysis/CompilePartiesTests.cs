using Coalition.Analysis;
using Coalition.Approvals;
using Coalition.Sufficiency;
using Coalition.Tests.Generators;
using Coalition.Tests.Properties;

namespace Coalition.Tests.Analysis;

/// <summary>Parliament's arithmetic within a function: granting the approvals whose votes carry gives what the evaluator says.</summary>
public class CompilePartiesTests
{
    private const VariableKinds Kinds = VariableKinds.OpenMatters | VariableKinds.Parties;

    private static readonly Dictionary<string, int> met = [];

    [ModelProperty(600)]
    public void Compile_OverParties_AgreesWithEvaluationOfTheApprovalsThatTheyCarry(ModelSample sample)
    {
        var draw = sample.Chance();
        foreach (var standard in Reports.Evaluate(sample).Verdicts.Where(v => v.Verdict is not null))
        {
            var function = SufficiencyFunction.Compile(sample.Model, sample.On, standard.Guarantee, standard.Standard, Kinds, sample.KnownAsOf);
            var parties = function.Variables.OfType<FunctionVariable.OfParty>().ToList();
            if (parties.Count == 0 || function.Variables.Length > 14)
            {
                continue;
            }

            Count("functions");
            for (var trial = 0; trial < 32; trial++)
            {
                var assignment = function.Variables.Select(_ => draw.Chance(60)).ToArray();
                var inFavour = function.Variables.Zip(assignment).Where(v => v.Second).Select(v => v.First).ToHashSet();
                var carried = parties.Select(p => p.Approval).Distinct().Where(a => Carries(sample, a, inFavour)).ToList();
                Count(carried.Count > 0 ? "carried" : "not carried");
                var granted = inFavour.OfType<FunctionVariable.OfMatter>().Select(v => v.Matter)
                    .Concat(carried.Select(a => new OpenMatter(OpenMatterKind.Approval, a)));
                var expected = Reports.Evaluate(sample, [.. granted])[standard.Guarantee, standard.Standard].Verdict == Verdict.Sufficient;

                Assert.Equal(expected, function.IsSufficient(assignment));
            }
        }
    }

    [Fact]
    public void DrawnModels_HaveVotesThatCarryAndVotesThatDoNot()
    {
        met.Clear();
        for (var seed = 0; seed < 400; seed++)
        {
            Compile_OverParties_AgreesWithEvaluationOfTheApprovalsThatTheyCarry(ModelSample.Of(seed));
        }

        Assert.True(met.GetValueOrDefault("functions") >= 20, $"{met.GetValueOrDefault("functions")} functions");
        Assert.True(met.GetValueOrDefault("carried") >= 100, $"{met.GetValueOrDefault("carried")} carried");
        Assert.True(met.GetValueOrDefault("not carried") >= 100, $"{met.GetValueOrDefault("not carried")} not carried");
    }

    private static void Count(string what)
    {
        lock (met)
        {
            met[what] = met.GetValueOrDefault(what) + 1;
        }
    }

    // Each body that is still to decide counts its seats; written apart from the gates.
    private static bool Carries(ModelSample sample, string id, HashSet<FunctionVariable> inFavour)
    {
        var approval = sample.Model.Approvals.Single(a => a.Id == id);
        var motion = sample.Model.ApprovalState(id, sample.On, sample.KnownAsOf ?? sample.Model.AsOf).Pending;
        var refused = approval.Decisions.Where(d => motion?.RefusedBy.Contains(d.Body) == true).ToList();
        var open = approval.Decisions.Except(refused).ToList();
        if (approval.Combination == DecisionCombination.JointSitting)
        {
            return Consents(open[0].Rule!, [.. open]);
        }

        var consents = open.All(d => motion?.ApprovedBy.Contains(d.Body) == true || Consents(d.Rule!, d));
        return (refused.Count == 0 && consents) || open.Any(d => d.Override is not null && Consents(d.Override, d));

        bool Consents(VotingRule rule, params Decision[] bodies)
        {
            var seats = bodies.SelectMany(d => d.Parties.Select(p => (p.Seats, Yes: inFavour.Contains(new FunctionVariable.OfParty(id, d.Body, p.Name))))).ToList();
            var tally = new Tally(seats.Where(s => s.Yes).Sum(s => s.Seats), seats.Where(s => !s.Yes).Sum(s => s.Seats));
            return tally.Yes > 0 && rule.Carries(tally, tally.Cast)!.Value;
        }
    }
}
