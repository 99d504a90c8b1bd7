namespace Coalition;

/// <summary>How a pledge, or one gate that it must pass, stands on a day (rule S3).</summary>
/// <remarks>Ordered from worst to best: a pledge is the worst of its gates. The default value is <see cref="Failed"/>.</remarks>
public enum Standing
{
    /// <summary>Does not count, and granting every open matter would not change that.</summary>
    Failed,

    /// <summary>Waits in a circle of conditions: it counts only if the others in the circle move too.</summary>
    Locked,

    /// <summary>Does not count yet: open matters, granted, would settle it.</summary>
    Pending,

    /// <summary>Counts.</summary>
    Passed,
}
