namespace Coalition.Comparison;

/// <summary>How much a comparison may try before it gives a bound instead of a smallest cause. The default value is <see cref="Default"/>.</summary>
public sealed record ComparisonBudget
{
    /// <summary>Up to 5,000 sets of changes: all that 12 changes have, which bear on verdicts, so that up to there every cause is smallest.</summary>
    public static ComparisonBudget Default { get; } = new();

    /// <summary>
    /// The most sets of changes that are tried, for all verdicts that moved together, each at the cost of checking and evaluating a model; at least 1. Where smallest
    /// causes are not found within it, as many are tried again, shared among the verdicts that are left, to make the causes that are given small.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is below 1.</exception>
    public int Sets
    {
        get;
        init => field = value >= 1 ? value : throw new ArgumentOutOfRangeException(nameof(Sets), value, "Expected at least one set.");
    } = 5_000;
}
