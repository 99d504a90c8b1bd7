using Coalition.Analysis.Diagrams;

namespace Coalition.Analysis;

/// <content>The listing by probability.</content>
public sealed partial class MinimalSets
{
    /// <summary>The sets in order of probability, the greatest first: that everything in the set is granted or takes part; for blocking sets, that nothing in it does.</summary>
    /// <param name="outlook">The probabilities, and what depends on what, as for <see cref="SufficiencyFunction.Likelihood"/>.</param>
    /// <param name="cancellation">Ends the work early.</param>
    /// <returns>The sets, each with its probability, listed one at a time.</returns>
    /// <exception cref="ArgumentException">The outlook does not fit the function; the message lists every reason.</exception>
    /// <exception cref="AnalysisBudgetException">The nodes times the combinations of the circumstances on which others depend are more than the budget allows.</exception>
    /// <exception cref="OperationCanceledException">The work was cancelled.</exception>
    /// <remarks>
    /// <para>
    /// The probability is exact up to rounding, with dependence: the sum over the combinations of circumstances of the product over the set. Others may turn out well too, so that
    /// probabilities of sets do not add up to that of sufficiency. Sets whose probabilities differ by rounding only, some 1e-15 of themselves for each variable, may come
    /// in either order.
    /// </para>
    /// <para>
    /// A search by the best first (Hart, Nilsson and Raphael, 1968). What a node may still bring is taken for each combination apart, as the most probable of its sets: never
    /// too little, and with no dependence exactly. Cost: beforehand one step for each node and combination; then, without dependence, at most a step
    /// for each level of each set; with dependence the search may look at more sets than it lists. Its queue is held until the enumeration ends.
    /// </para>
    /// </remarks>
    public IEnumerable<(MinimalSet Set, double Probability)> ByProbability(Outlook outlook, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(outlook);
        var chances = function.ChancesOf(outlook);
        chances.CheckContexts(sets.Nodes.Length, function.Budget);
        var contexts = new List<(double Weight, double[] Probabilities)>();
        for (var context = 0; context < chances.Contexts; context++)
        {
            if (chances.WeightOf(context) is > 0 and var weight)
            {
                var (granted, refused) = chances.In(context);
                contexts.Add((weight, areRefused ? refused : granted));
            }
        }

        return SetEnumeration.ByProbability(sets, [.. contexts], cancellation).Select(found => (Set(found.Set), found.Probability));
    }
}
