using System.Collections.Immutable;
using Coalition.Sufficiency;

namespace Coalition.Analysis;

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
