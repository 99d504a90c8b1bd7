using Coalition.Analysis.Diagrams;

namespace Coalition.Analysis;

public sealed partial class SufficiencyFunction
{
    /// <summary>The minimal sets of variables which, true while all others are false, make it sufficient.</summary>
    /// <param name="cancellation">Ends the work early.</param>
    /// <returns>
    /// Over open matters the unlock sets (property P5): each, granted, makes it sufficient, and none of its proper subsets does. Over nations the minimal sufficient
    /// coalitions, which the theory of voting calls minimal winning. Only the empty set, if it is sufficient whatever happens; no set, if it never is.
    /// </returns>
    /// <exception cref="AnalysisBudgetException">The sets do not fit the budget of the function.</exception>
    /// <exception cref="OperationCanceledException">The work was cancelled.</exception>
    /// <remarks>
    /// They are the minimal paths of the reliability of systems, and the minimal cut sets of a fault tree. By Rauzy (1993), "New algorithms for fault trees analysis":
    /// the sets of a node of the decision diagram are those of its low branch, and, with the variable, those of its high branch that are not among them.
    /// Cost: one step for each node where the diagram asks for the more desirable variables first, as for one total with or without a number of contributors;
    /// elsewhere for each node at most the product of the sizes of its branches' families as diagrams. No set is listed.
    /// </remarks>
    public MinimalSets UnlockSets(CancellationToken cancellation = default) =>
        new(SetDiagram.MinimalOf(diagram, sufficient, budget, cancellation), this, areRefused: false);

    /// <summary>The minimal sets of variables which, false, keep it from being sufficient however the others turn out.</summary>
    /// <param name="cancellation">Ends the work early.</param>
    /// <returns>
    /// Over open matters the smallest refusals, over nations the smallest withdrawals, that settle it for the worse. No set, if it is sufficient whatever happens; only
    /// the empty set, if it never is.
    /// </returns>
    /// <exception cref="AnalysisBudgetException">The sets do not fit the budget of the function.</exception>
    /// <exception cref="OperationCanceledException">The work was cancelled.</exception>
    /// <remarks>
    /// They are the minimal sets of the dual function, and the minimal sets that meet every unlock set (Edmonds and Fulkerson, 1970, "Bottleneck extrema"). The dual
    /// has a diagram of the same size; the cost is that of <see cref="UnlockSets"/> on it.
    /// </remarks>
    public MinimalSets BlockingSets(CancellationToken cancellation = default) =>
        new(SetDiagram.MinimalOf(DualDiagram.Of(diagram), DualDiagram.Root(sufficient), budget, cancellation), this, areRefused: true);
}
