using System.Collections.Immutable;
using System.Numerics;
using Coalition.Analysis;
using Coalition.Sufficiency;

namespace Coalition.Benchmarks;

/// <summary>The analyses that the benchmarks run, on every guarantee of a model.</summary>
internal sealed class AnalysisWork
{
    private readonly CoalitionModel model;
    private readonly ImmutableArray<OpenMatter> open;
    private readonly Outlook outlook;
    private readonly SufficiencyFunction first;

    internal AnalysisWork(CoalitionModel model)
    {
        this.model = model;
        open = SufficiencyEvaluator.Evaluate(model, AnalysisModels.On).OpenMatters;
        outlook = AnalysisModels.Outlook(model, open);
        first = OverNations(model.Guarantees[0].Id);
    }

    internal BigInteger All()
    {
        var sum = BigInteger.Zero;
        foreach (var guarantee in model.Guarantees)
        {
            var overMatters = OverMatters(guarantee.Id);
            var unlock = overMatters.UnlockSets();
            sum += unlock.Count + unlock.List(10).Sets.Length;
            sum += (BigInteger)(1e6 * overMatters.Likelihood(outlook).Sufficient);
            sum += FirstMovers.Of(model, AnalysisModels.On, guarantee.Id).Sets().Count;

            var overNations = OverNations(guarantee.Id);
            sum += overNations.Power().Swings + overNations.UnlockSets().Count + overNations.BlockingSets().Count
                + (overNations.Resilience().LeastToBreak ?? 0) + overNations.VetoPlayers().Length + overNations.Dummies().Length;
            sum += Remedies.For(model, AnalysisModels.On, guarantee.Id, outlook).Take(3).Count();
        }

        return sum;
    }

    internal int Compile()
    {
        var variables = 0;
        foreach (var guarantee in model.Guarantees)
        {
            variables += OverMatters(guarantee.Id).Variables.Length + OverNations(guarantee.Id).Variables.Length;
        }

        return variables;
    }

    internal BigInteger SwingsByDiagram() => first.Power().Swings;

    internal BigInteger SwingsByEnumeration()
    {
        var players = first.Variables.Length;
        var wins = new bool[1 << players];
        var assignment = new bool[players];
        for (var coalition = 0; coalition < wins.Length; coalition++)
        {
            for (var player = 0; player < players; player++)
            {
                assignment[player] = (coalition & (1 << player)) != 0;
            }

            wins[coalition] = first.IsSufficient(assignment);
        }

        var swings = 0L;
        for (var coalition = 0; coalition < wins.Length; coalition++)
        {
            for (var player = 0; wins[coalition] && player < players; player++)
            {
                swings += (coalition & (1 << player)) != 0 && !wins[coalition & ~(1 << player)] ? 1 : 0;
            }
        }

        return swings;
    }

    private SufficiencyFunction OverMatters(string guarantee) => SufficiencyFunction.Compile(model, AnalysisModels.On, guarantee);

    private SufficiencyFunction OverNations(string guarantee) =>
        SufficiencyFunction.Compile(model, AnalysisModels.On, guarantee, over: VariableKinds.Nations, granting: open);
}
