using Coalition.Analysis;
using Coalition.Sufficiency;
using Coalition.Tests.Generators;
using Coalition.Tests.Oracle;

namespace Coalition.Tests.Analysis;

/// <summary>A function of a drawn model, with what evaluating the model says of the same assignment.</summary>
internal sealed class FunctionSample
{
    private readonly Dictionary<string, (CoalitionModel Model, HashSet<OpenMatter> Open)> without = [];

    private FunctionSample(ModelSample sample, Guarantee guarantee, SufficiencyStandard standard, SufficiencyFunction function)
    {
        Sample = sample;
        Guarantee = guarantee;
        Standard = standard;
        Function = function;
    }

    internal ModelSample Sample { get; }

    internal Guarantee Guarantee { get; }

    internal SufficiencyStandard Standard { get; }

    internal SufficiencyFunction Function { get; }

    internal int Variables => Function.Variables.Length;

    /// <summary>The functions of all guarantees in force, by each of their standards, that have so few variables.</summary>
    internal static IEnumerable<FunctionSample> Of(ModelSample sample, VariableKinds over, int mostVariables)
    {
        var report = SufficiencyEvaluator.Evaluate(sample.Model, sample.On, sample.KnownAsOf);
        foreach (var guarantee in report.Guarantees.Where(g => g.Force is GuaranteeForce.InForce or GuaranteeForce.TriggerUnknown))
        {
            foreach (var standard in guarantee.Guarantee.Standards)
            {
                var function = SufficiencyFunction.Compile(sample.Model, sample.On, guarantee.Guarantee.Id, standard.Id, over, sample.KnownAsOf);
                if (function.Variables.Length <= mostVariables)
                {
                    yield return new FunctionSample(sample, guarantee.Guarantee, standard, function);
                }
            }
        }
    }

    /// <summary>All assignments, or where there are more than so many, that number of drawn ones, with the two ends.</summary>
    internal IEnumerable<bool[]> Assignments(int most)
    {
        if (Variables < 30 && 1 << Variables <= most)
        {
            return Orders.Subsets(Variables);
        }

        var draw = Sample.Chance();
        return Enumerable.Range(0, most).Select(i => i switch
        {
            0 => new bool[Variables],
            1 => Enumerable.Repeat(true, Variables).ToArray(),
            _ => Enumerable.Range(0, Variables).Select(_ => draw.Chance(i % 3 == 0 ? 80 : 50)).ToArray(),
        });
    }

    /// <summary>The function by a plain evaluation of its gates.</summary>
    internal bool IsTrue(bool[] assignment, bool greatest = false) =>
        CircuitSample.IsTrue(Function.Gates.Circuit, Function.Gates.Requirement, assignment, greatest);

    /// <summary>The model without the nations that are false, and the matters that are true and open in it.</summary>
    internal (CoalitionModel Model, List<OpenMatter> Granted) Apply(bool[] assignment)
    {
        var assigned = Function.Variables.Zip(assignment).ToList();
        var away = assigned.Where(v => !v.Second).Select(v => v.First).OfType<FunctionVariable.OfNation>().Select(v => v.Nation).ToList();
        var (model, open) = Without(away);
        return (model, [.. assigned.Where(v => v.Second).Select(v => v.First).OfType<FunctionVariable.OfMatter>().Select(v => v.Matter).Where(open.Contains)]);
    }

    // Kept, since many assignments share the nations that are away.
    private (CoalitionModel Model, HashSet<OpenMatter> Open) Without(List<NationCode> away)
    {
        var key = string.Join(' ', away);
        if (!without.TryGetValue(key, out var known))
        {
            var model = away.Aggregate(Sample.Model, (rest, nation) => rest.Withdraw(nation, Sample.On, assumed: true));
            without.Add(key, known = (model, [.. SufficiencyEvaluator.Evaluate(model, Sample.On, Sample.KnownAsOf).OpenMatters]));
        }

        return known;
    }

    internal Verdict Verdict(bool[] assignment)
    {
        var (model, granted) = Apply(assignment);
        return SufficiencyEvaluator.Evaluate(model, Sample.On, Sample.KnownAsOf, granted)[Guarantee.Id, Standard.Id].Verdict!.Value;
    }

    internal bool IsMetTogether(bool[] assignment)
    {
        var (model, granted) = Apply(assignment);
        return NaiveEvaluator.IsMetTogether(model, Sample.On, Sample.KnownAsOf, granted, Standard.Requires);
    }

    internal string Told(bool[] assignment) =>
        $"{Guarantee.Id}/{Standard.Id} with {string.Join(", ", Function.Variables.Zip(assignment).Select(v => $"{v.First}={v.Second}"))} of {Sample}";
}
