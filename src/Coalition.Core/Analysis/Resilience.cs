using System.Collections.Immutable;

namespace Coalition.Analysis;

/// <summary>How many variables of a <see cref="SufficiencyFunction"/> may fail, such as nations withdraw, when all others hold.</summary>
public sealed class Resilience
{
    internal Resilience(ImmutableArray<Survival> survivals) => Survivals = survivals;

    /// <summary>For each number of withdrawals, from none to all variables, the combinations that it survives.</summary>
    public ImmutableArray<Survival> Survivals { get; }

    /// <summary>The least number of withdrawals by which it can become insufficient: 0 if it is insufficient without any, null if it never is.</summary>
    public int? LeastToBreak => Survivals.FirstOrDefault(s => s.Survived < s.Combinations)?.Withdrawals;
}
