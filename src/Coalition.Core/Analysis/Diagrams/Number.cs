namespace Coalition.Analysis.Diagrams;

/// <summary>A whole number, not negative, that depends on gates of a <see cref="Circuit"/>, by its position. The default value is nought.</summary>
internal readonly record struct Number(int Position)
{
    internal static Number Nought => new(0);
}

/// <summary>What a number is.</summary>
internal enum NumberKind
{
    /// <summary>The value of the last step whose gate is true, else nought. Values ascend, and each gate implies the one before.</summary>
    Steps,
    Sum,
    Min,
    Max,
}

/// <summary>A number made of gates or of other numbers.</summary>
internal readonly record struct NumberNode(NumberKind Kind, Signal[] Gates, long[] Values, Number[] Parts)
{
    internal NumberNode(NumberKind kind, Signal[] gates, long[] values)
        : this(kind, gates, values, []) { }

    internal NumberNode(NumberKind kind, Number[] parts)
        : this(kind, [], [], parts) { }
}
