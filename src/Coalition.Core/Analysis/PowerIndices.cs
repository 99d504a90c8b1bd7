using System.Collections.Immutable;
using System.Numerics;

namespace Coalition.Analysis;

/// <summary>How power is shared among the players: the variables of a <see cref="SufficiencyFunction"/>, such as the nations.</summary>
/// <remarks>
/// A coalition is the set of the variables that are true; it wins if the function is then true. Where no player ever makes a difference, because every coalition
/// wins or none does, all indices of the players are 0. So is any share of nothing.
/// </remarks>
public sealed class PowerIndices
{
    internal PowerIndices(ImmutableArray<PlayerPower> players, BigInteger winning, BigInteger swings)
    {
        Players = players;
        WinningCoalitions = winning;
        LosingCoalitions = (BigInteger.One << players.Length) - winning;
        Swings = swings;
    }

    /// <summary>The power of each player, in the order of <see cref="SufficiencyFunction.Variables"/>.</summary>
    public ImmutableArray<PlayerPower> Players { get; }

    /// <summary>The number of winning coalitions.</summary>
    public BigInteger WinningCoalitions { get; }

    /// <summary>The number of losing coalitions.</summary>
    public BigInteger LosingCoalitions { get; }

    /// <summary>The number of swings of all players together.</summary>
    public BigInteger Swings { get; }

    /// <summary>The power of the collectivity to act: the winning coalitions by all, 2^n of them (Coleman, 1971).</summary>
    public Rational PowerToAct => new(WinningCoalitions, BigInteger.One << Players.Length);
}
