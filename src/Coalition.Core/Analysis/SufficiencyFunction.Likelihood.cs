using System.Collections.Frozen;
using System.Collections.Immutable;
using Coalition.Analysis.Diagrams;
using Coalition.Sufficiency;

namespace Coalition.Analysis;

/// <content>Likelihood.</content>
public sealed partial class SufficiencyFunction
{
    /// <summary>Circumstances that are no variables since they are on record, or granted, or kept as they are by the question: whether each holds.</summary>
    internal IReadOnlyDictionary<OpenMatter, bool> Settled { get; init; } = FrozenDictionary<OpenMatter, bool>.Empty;

    /// <summary>Whether the model has something of that name, be it no variable here: an outlook may have probabilities of it.</summary>
    internal Func<FunctionVariable, bool> Knows { get; init; } = _ => false;

    /// <summary>For each variable, the probability that holds where an outlook has none; null, or an empty list, for none.</summary>
    internal ImmutableArray<double?> DefaultProbabilities { get; init; } = [];

    /// <summary>How probable it is that it turns out sufficient once every matter is settled, and what that hangs on.</summary>
    /// <param name="outlook">
    /// The probabilities, and what depends on what. One for each variable that matters; of what does not matter here, or is settled, it may have more.
    /// </param>
    /// <param name="cancellation">Ends the work early.</param>
    /// <returns>The likelihood, with what it took as independent.</returns>
    /// <exception cref="ArgumentException">
    /// The outlook lacks the probability of a variable that matters, or of a circumstance on which one depends, or has one of what the model does not have; the message lists all.
    /// </exception>
    /// <exception cref="AnalysisBudgetException">The nodes times the combinations of the circumstances on which others depend are more than the budget allows.</exception>
    /// <exception cref="OperationCanceledException">The work was cancelled.</exception>
    /// <remarks>
    /// Exact up to rounding; <see cref="Analysis.Likelihood"/> states the bound. A circumstance that is on record or granted counts as such, whatever the outlook says of it.
    /// Cost: two passes over the diagram for each combination of the circumstances on which variables that matter depend.
    /// </remarks>
    public Likelihood Likelihood(Outlook outlook, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(outlook);
        var chances = ChancesOf(outlook);
        return new Likelihood(this, chances, LikelihoodSums.Of(diagram, sufficient, possible, Variables, chances, budget, cancellation));
    }

    internal AnalysisBudget Budget => budget;

    internal Chances ChancesOf(Outlook outlook) => Chances.Fit(Variables, diagram.Support(sufficient, possible), DefaultProbabilities, Settled, Knows, outlook);

    /// <summary>The probability that a minimal blocking set with the variable in it is wholly refused.</summary>
    internal double RefusedWith(FunctionVariable variable, Chances chances, CancellationToken cancellation)
    {
        var position = Variables.IndexOf(variable);
        if (position < 0)
        {
            return 0;
        }

        var (blocking, root) = CriticalRefusals.Of(diagram, sufficient, position, budget, cancellation);
        var chance = new DiagramChance(blocking, root, root);
        chances.CheckContexts(chance.Count, budget);
        var sum = 0.0;
        for (var context = 0; context < chances.Contexts; context++)
        {
            if (chances.WeightOf(context) is > 0 and var weight)
            {
                var (granted, refused) = chances.In(context);
                chance.Pass(granted, refused, cancellation);
                sum += weight * refused[position] * chance.First.True;
            }
        }

        return sum;
    }
}
