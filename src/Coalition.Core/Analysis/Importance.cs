namespace Coalition.Analysis;

/// <summary>How much hangs on one variable, in the light of the probabilities.</summary>
/// <remarks>
/// <para>
/// F is that the guarantee turns out sufficient, U that it does not. All conditioning is on the joint distribution that an <see cref="Outlook"/> states, dependence
/// included, so that total probability holds: P(F) = P(F | granted) P(granted) + P(F | refused) P(refused). For variables independent of all others this is what
/// the authors named below define; for others it is evidence about the rest as well, and <see cref="Birnbaum"/> may even be negative.
/// </para>
/// <para>A value that would condition on an impossible event, or divide by nought, is null.</para>
/// </remarks>
public sealed record Importance
{
    internal Importance(FunctionVariable variable) => Variable = variable;

    /// <summary>The variable.</summary>
    public FunctionVariable Variable { get; }

    /// <summary>The probability that it is granted, over all circumstances.</summary>
    public double Probability { get; internal init; }

    /// <summary>P(F | granted): the likelihood of sufficiency if it goes well; null if that is impossible.</summary>
    public double? IfGranted { get; internal init; }

    /// <summary>P(F | refused): the likelihood of sufficiency if it goes badly; null if that is impossible.</summary>
    public double? IfRefused { get; internal init; }

    /// <summary>P(F | granted) - P(F | refused) (Birnbaum, 1969).</summary>
    public double? Birnbaum { get; internal init; }

    /// <summary>Criticality importance, Birnbaum's times P(refused) / P(U) (Lambert, 1975).</summary>
    /// <remarks>For an independent variable, the probability that it is refused and decides, given U.</remarks>
    public double? Criticality { get; internal init; }

    /// <summary>Risk achievement worth, P(U | refused) / P(U) (Vesely and others, 1983): by what factor the risk grows if it goes badly.</summary>
    public double? RiskAchievementWorth { get; internal init; }

    /// <summary>Risk reduction worth, P(U) / P(U | granted) (Vesely and others, 1983): by what factor the risk falls if it goes well.</summary>
    public double? RiskReductionWorth { get; internal init; }

    /// <summary>
    /// (P(U) - P(U | granted)) / P(U), which probabilistic safety assessment calls Fussell-Vesely importance (Cheok, Parry and Sherry, 1998). The original definition is
    /// <see cref="Likelihood.FussellVesely"/>; the two differ.
    /// </summary>
    public double? FussellVeselyByDifference { get; internal init; }
}
