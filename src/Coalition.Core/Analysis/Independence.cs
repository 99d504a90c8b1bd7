using System.Collections.Immutable;

namespace Coalition.Analysis;

/// <summary>What a likelihood took as independent of what.</summary>
/// <remarks>The groups are independent of each other. Within a group, the variables are independent of each other once its circumstances are settled.</remarks>
public sealed class Independence
{
    internal Independence(ImmutableArray<IndependentGroup> groups) => Groups = groups;

    /// <summary>The groups, in the order of the first variable of each.</summary>
    public ImmutableArray<IndependentGroup> Groups { get; }

    /// <summary>The same in words, a line for each group. Invariant.</summary>
    public override string ToString() => string.Join('\n', Groups.Select(g => g.ToString()).Prepend("Taken as independent of each other:"));
}
