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
            sum += AskOfMatters(guarantee.Id) + AskOfNations(guarantee.Id);
        }

        return sum;
    }

    /// <summary>The same on all cores: the questions about matters and about nations, of each guarantee, are independent.</summary>
    internal BigInteger AllInParallel()
    {
        var parts = model.Guarantees.SelectMany(g => new Func<BigInteger>[] { () => AskOfMatters(g.Id), () => AskOfNations(g.Id) }).ToArray();
        var sums = new BigInteger[parts.Length];
        Parallel.For(0, parts.Length, i => sums[i] = parts[i]());
        return sums.Aggregate(BigInteger.Add);
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

    internal BigInteger SwingsByDiagram() => OverNations(model.Guarantees[0].Id).Power().Swings;

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

    private BigInteger AskOfMatters(string guarantee)
    {
        var function = OverMatters(guarantee);
        var unlock = function.UnlockSets();
        return unlock.Count + unlock.List(10).Sets.Length + (BigInteger)(1e6 * function.Likelihood(outlook).Sufficient)
            + FirstMovers.Of(model, AnalysisModels.On, guarantee).Sets().Count;
    }

    private BigInteger AskOfNations(string guarantee)
    {
        var function = OverNations(guarantee);
        return function.Power().Swings + function.UnlockSets().Count + function.BlockingSets().Count + (function.Resilience().LeastToBreak ?? 0)
            + function.VetoPlayers().Length + function.Dummies().Length + Remedies.For(model, AnalysisModels.On, guarantee, outlook).Take(3).Count();
    }

    private SufficiencyFunction OverMatters(string guarantee) => SufficiencyFunction.Compile(model, AnalysisModels.On, guarantee);

    private SufficiencyFunction OverNations(string guarantee) =>
        SufficiencyFunction.Compile(model, AnalysisModels.On, guarantee, over: VariableKinds.Nations, granting: open);
}
