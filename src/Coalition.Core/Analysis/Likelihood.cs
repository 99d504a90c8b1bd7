using System.Collections.Immutable;

namespace Coalition.Analysis;

/// <summary>How probable it is that a guarantee turns out sufficient, and what that hangs on: exact for the probabilities of an <see cref="Outlook"/>.</summary>
/// <remarks>
/// Computed over the decision diagram: one pass for each combination of the circumstances on which others depend. All terms are sums of products of numbers that are not
/// negative, so that no digits are lost: the relative error of <see cref="Sufficient"/> and of <see cref="Insufficient"/> is at most about
/// (3 x variables + 3 x circumstances + combinations) x 2^-53, and the absolute error of <see cref="Deadlocked"/>, a difference, the same.
/// </remarks>
public sealed class Likelihood
{
    private readonly SufficiencyFunction function;
    private readonly Chances chances;
    private readonly double notSufficient;

    internal Likelihood(SufficiencyFunction function, Chances chances, LikelihoodSums sums)
    {
        this.function = function;
        this.chances = chances;
        notSufficient = sums.NotSufficient;
        Sufficient = sums.Sufficient;
        Insufficient = sums.Insufficient;
        Deadlocked = Math.Max(0, sums.Possible - sums.Sufficient);
        Independence = chances.Independence;
        Importances = [.. chances.Estimated.Select(sums.ImportanceOf)];
    }

    /// <summary>The probability that the guarantee is sufficient once every matter is settled.</summary>
    public double Sufficient { get; }

    /// <summary>The probability that it is then deadlocked: each waits for another.</summary>
    public double Deadlocked { get; }

    /// <summary>The probability that it is then insufficient.</summary>
    public double Insufficient { get; }

    /// <summary>What was taken as independent.</summary>
    public Independence Independence { get; }

    /// <summary>
    /// How much hangs on each variable that matters, in the order of the function, and then on each circumstance that is no variable of it but on which variables depend.
    /// Their relative error grows further by the number of nodes of the diagram times 2^-53 at worst; that of a difference is absolute.
    /// </summary>
    public ImmutableArray<Importance> Importances { get; }

    /// <summary>
    /// Fussell-Vesely importance as its authors define it: the probability that some minimal blocking set with the variable in it is wholly refused, given that it does not turn
    /// out sufficient (Vesely, 1970; Fussell, 1975).
    /// </summary>
    /// <param name="variable">A variable of <see cref="Importances"/>.</param>
    /// <param name="cancellation">Ends the work early.</param>
    /// <returns>The importance, from 0 to 1; null if it is certain to turn out sufficient.</returns>
    /// <exception cref="ArgumentException">The variable is none of <see cref="Importances"/>.</exception>
    /// <exception cref="AnalysisBudgetException">The union of those blocking sets does not fit the budget of the function.</exception>
    /// <exception cref="OperationCanceledException">The work was cancelled.</exception>
    /// <remarks>
    /// A set of refusals holds a minimal blocking set with the variable in it if and only if some of its other members leave the variable critical. So the union is not put
    /// together from the blocking sets, of which there may be very many, but is the closure downwards of where the variable is critical, as a decision diagram.
    /// </remarks>
    public double? FussellVesely(FunctionVariable variable, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(variable);
        if (!chances.Estimated.Contains(variable))
        {
            throw new ArgumentException($"'{variable}' is no variable that matters here: expected one of {string.Join(", ", chances.Estimated)}.", nameof(variable));
        }

        return notSufficient == 0 ? null : function.RefusedWith(variable, chances, cancellation) / notSufficient;
    }
}
