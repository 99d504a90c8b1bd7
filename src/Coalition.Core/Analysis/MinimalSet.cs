using System.Collections.Immutable;

namespace Coalition.Analysis;

/// <summary>One minimal set of variables, such as an unlock set.</summary>
/// <remarks>Equality is by its variables. Written as <c>approval:gb-commons + circumstance:ceasefire</c>; the empty set reads <c>nothing</c>.</remarks>
public sealed record MinimalSet
{
    internal MinimalSet(ImmutableArray<FunctionVariable> variables) => Variables = variables;

    /// <summary>Its variables, in the order of <see cref="SufficiencyFunction.Variables"/>.</summary>
    public ImmutableArray<FunctionVariable> Variables { get; }

    /// <inheritdoc/>
    public bool Equals(MinimalSet? other) => other is not null && Variables.AsSpan().SequenceEqual(other.Variables.AsSpan());

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = default(HashCode);
        foreach (var variable in Variables)
        {
            hash.Add(variable);
        }

        return hash.ToHashCode();
    }

    /// <summary>The set in the form that the remarks show.</summary>
    public override string ToString() => Variables.IsEmpty ? "nothing" : string.Join(" + ", Variables);
}
