namespace Coalition.Comparison;

/// <summary>How something is other after than before.</summary>
/// <remarks>The default value is <see cref="Added"/>.</remarks>
public enum ChangeKind
{
    /// <summary>It is there only after.</summary>
    Added,

    /// <summary>It is there only before.</summary>
    Removed,

    /// <summary>It is there both times, and not the same.</summary>
    Changed,

    /// <summary>It is there both times, and its day had not come before: the day asked about has moved on past it.</summary>
    Reached,

    /// <summary>It is there both times, and had not been published before: the day up to which publications count has moved on past it.</summary>
    Learnt,
}
