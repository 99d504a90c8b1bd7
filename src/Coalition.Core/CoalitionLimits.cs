namespace Coalition;

/// <summary>How large a model may be. What is larger is refused before memory is spent on it.</summary>
/// <remarks>Each limit is inclusive and at least 1.</remarks>
public sealed record CoalitionLimits
{
    /// <summary>The limits that hold unless others are given.</summary>
    public static CoalitionLimits Default { get; } = new();

    /// <summary>The bytes of a model file. By default 64 MiB.</summary>
    public int MaxBytes { get; init => field = AtLeastOne(value, nameof(MaxBytes), int.MaxValue); } = 64 * 1024 * 1024;

    /// <summary>The pledges of a model. By default 250,000.</summary>
    public int MaxPledges { get; init => field = AtLeastOne(value, nameof(MaxPledges), int.MaxValue); } = 250_000;

    /// <summary>The entries of any other list: sources, nations, acts of one approval, parts of one requirement. By default 10,000.</summary>
    public int MaxEntries { get; init => field = AtLeastOne(value, nameof(MaxEntries), int.MaxValue); } = 10_000;

    /// <summary>
    /// The terms of all requirements together, which an evaluation holds at once: their parts, each condition as often as a pledge stands under it, and the pledges
    /// that filters may select, for each filter, and again for each part of a standard. By default 10,000,000.
    /// </summary>
    /// <remarks>What a small file can multiply: one condition of a mandate under which every pledge stands, or thousands of filters that each select all.</remarks>
    public int MaxTerms { get; init => field = AtLeastOne(value, nameof(MaxTerms), int.MaxValue); } = 10_000_000;

    /// <summary>
    /// The levels of a requirement, those of the standards that it refers to added where it is a standard itself. By default 32; at most 128, so that no walk over
    /// a requirement can exhaust the stack.
    /// </summary>
    public int MaxDepth { get; init => field = AtLeastOne(value, nameof(MaxDepth), 128); } = 32;

    /// <summary>The problems that an error lists; beyond, they are only counted. By default 1,000.</summary>
    public int MaxProblems { get; init => field = AtLeastOne(value, nameof(MaxProblems), int.MaxValue); } = 1_000;

    private static int AtLeastOne(int value, string name, int atMost) => value >= 1 && value <= atMost ? value
        : throw new ArgumentOutOfRangeException(name, value, $"Expected a number from 1 to {atMost}.");
}
