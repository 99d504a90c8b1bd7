using System.Collections.Immutable;
using Coalition.Sufficiency;

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

/// <summary>Variables that a likelihood did not take as independent of each other, or a single one.</summary>
public sealed class IndependentGroup
{
    internal IndependentGroup(ImmutableArray<FunctionVariable> variables, ImmutableArray<OpenMatter> circumstances)
    {
        Variables = variables;
        Circumstances = circumstances;
    }

    /// <summary>The variables of the function, in its order; among them may be circumstances on which others depend.</summary>
    public ImmutableArray<FunctionVariable> Variables { get; }

    /// <summary>The circumstances on which some of them depend; none for a variable by itself.</summary>
    public ImmutableArray<OpenMatter> Circumstances { get; }

    /// <summary>The group in words. Invariant.</summary>
    public override string ToString()
    {
        var variables = string.Join(", ", Variables);
        return Circumstances.IsEmpty ? $"- {variables}" : $"- {variables}: together, by {string.Join(", ", Circumstances)}; independent of each other once that is settled";
    }
}
