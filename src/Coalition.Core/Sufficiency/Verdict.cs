namespace Coalition.Sufficiency;

/// <summary>Whether a standard, or one part of its requirement, is met (rule S8).</summary>
/// <remarks>Ordered from worst to best. The default value is <see cref="Insufficient"/>.</remarks>
public enum Verdict
{
    /// <summary>Not met, even if all that is on record goes well.</summary>
    Insufficient,

    /// <summary>Not met by granting open matters alone: those who wait for each other would have to move together, or one without its condition.</summary>
    Deadlocked,

    /// <summary>Met once open matters are settled well.</summary>
    Contingent,

    /// <summary>Met as things stand.</summary>
    Sufficient,
}
