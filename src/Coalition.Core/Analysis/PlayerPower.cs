using System.Numerics;

namespace Coalition.Analysis;

/// <summary>The power of one player: of one variable of a <see cref="SufficiencyFunction"/>.</summary>
/// <remarks>A coalition is the set of the variables that are true; it wins if the function is then true. Equality is by value.</remarks>
public sealed record PlayerPower
{
    internal PlayerPower(FunctionVariable player) => Player = player;

    /// <summary>The player.</summary>
    public FunctionVariable Player { get; }

    /// <summary>The number of swings: of the winning coalitions that lose without the player.</summary>
    public required BigInteger Swings { get; init; }

    /// <summary>The absolute Banzhaf index: swings by coalitions of the others, 2^(n-1) of them (Banzhaf, 1965; as a probability, Dubey and Shapley, 1979).</summary>
    /// <remarks>The Birnbaum importance where every other takes part with probability one half. The measure of Penrose (1946) is half of it.</remarks>
    public required Rational Banzhaf { get; init; }

    /// <summary>The normalised Banzhaf index: the share in the swings of all players (Banzhaf, 1965).</summary>
    public required Rational BanzhafNormalised { get; init; }

    /// <summary>The Shapley-Shubik index: the share of the orders of all players in which this one, joining the earlier ones, makes them win (Shapley and Shubik, 1954).</summary>
    public required Rational ShapleyShubik { get; init; }

    /// <summary>Coleman's power to initiate action: swings by losing coalitions (Coleman, 1971).</summary>
    public required Rational PowerToInitiate { get; init; }

    /// <summary>Coleman's power to prevent action: swings by winning coalitions (Coleman, 1971). One for a veto player.</summary>
    public required Rational PowerToPrevent { get; init; }
}
