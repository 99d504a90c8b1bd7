namespace Coalition.Analysis.Diagrams;

/// <summary>Whether a number reaches an amount, and for which amounts the answer is the same function.</summary>
/// <param name="Node">The function.</param>
/// <param name="Above">It is the same for each amount above this; the least 64-bit number if for all.</param>
/// <param name="UpTo">And up to this, inclusive; the greatest 64-bit number if for all.</param>
internal readonly record struct Reach(int Node, long Above, long UpTo)
{
    /// <summary>Nought and less is always reached.</summary>
    internal static Reach Always => new(Diagram.True, long.MinValue, 0);

    /// <summary>More than the greatest is never reached.</summary>
    internal static Reach Never(long greatest) => new(Diagram.False, greatest, long.MaxValue);

    /// <summary>The same where so much, not negative, is there already.</summary>
    internal Reach After(long amount) =>
        new(Node, Above == long.MinValue ? long.MinValue : Circuit.SaturatingAdd(Above, amount), Circuit.SaturatingAdd(UpTo, amount));

    /// <summary>Another function, the same for the amounts for which both are.</summary>
    internal static Reach Both(int node, Reach a, Reach b) => new(node, Math.Max(a.Above, b.Above), Math.Min(a.UpTo, b.UpTo));
}
