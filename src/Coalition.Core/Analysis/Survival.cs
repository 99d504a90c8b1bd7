using System.Numerics;

namespace Coalition.Analysis;

/// <summary>What is survived of so many withdrawals at once, whichever they are.</summary>
/// <param name="Withdrawals">The number of variables that are false, all others being true.</param>
/// <param name="Survived">The number of combinations of so many variables without which it is still sufficient.</param>
/// <param name="Combinations">The number of all combinations of so many variables, at least 1.</param>
public sealed record Survival(int Withdrawals, BigInteger Survived, BigInteger Combinations)
{
    /// <summary>The share of the combinations that is survived, from 0 to 1.</summary>
    public Rational Share => new(Survived, Combinations);
}
