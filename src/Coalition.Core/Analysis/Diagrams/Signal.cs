namespace Coalition.Analysis.Diagrams;

/// <summary>A Boolean gate of a <see cref="Circuit"/>, by its position. The default value is false.</summary>
internal readonly record struct Signal(int Position)
{
    internal static Signal False => new(0);

    internal static Signal True => new(1);

    internal static Signal Of(bool value) => new(value ? 1 : 0);
}

/// <summary>What a gate is.</summary>
internal enum SignalKind
{
    False,
    True,

    /// <summary>A variable of the function.</summary>
    Variable,
    And,
    Or,

    /// <summary>A number is at least so much.</summary>
    Reaches,

    /// <summary>A gate defined by another, perhaps in a circle: the whole is read at its least or its greatest fixed point (rule S7).</summary>
    Equation,
}

/// <summary>A gate.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Operand">The number of the variable, or the position of the <see cref="Number"/> compared.</param>
/// <param name="AtLeast">What that number must reach.</param>
/// <param name="Inputs">The gates it combines; for an equation, its body.</param>
internal readonly record struct SignalNode(SignalKind Kind, int Operand, long AtLeast, Signal[] Inputs);
