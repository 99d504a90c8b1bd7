namespace Coalition.Analysis;

/// <summary>How much an exact analysis may use before it gives up with an <see cref="AnalysisBudgetException"/>. The default value is <see cref="Default"/>.</summary>
public sealed record AnalysisBudget
{
    /// <summary>Up to 8,000,000 nodes: some 500 MB while a diagram is compiled, and up to 1.5 GB for minimal sets or power indices of one of that size.</summary>
    public static AnalysisBudget Default { get; } = new();

    /// <summary>
    /// The most nodes of a decision diagram, or states of a walk over it, that may exist at one time; at least 1. A diagram that takes more than some 32 steps for
    /// each of them to compile is beyond the budget too.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is below 1.</exception>
    public int Nodes
    {
        get;
        init => field = value >= 1 ? value : throw new ArgumentOutOfRangeException(nameof(Nodes), value, "Expected at least one node.");
    } = 8_000_000;
}
