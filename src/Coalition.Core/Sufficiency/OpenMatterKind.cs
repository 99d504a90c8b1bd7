namespace Coalition.Sufficiency;

/// <summary>What is open about an open matter (rule S4).</summary>
public enum OpenMatterKind
{
    /// <summary>An approval that is undecided, or whose renewal or amendment is.</summary>
    Approval,

    /// <summary>A host's consent of which nothing is on record; named by the host's code.</summary>
    Admission,

    /// <summary>A circumstance of which nothing is known yet.</summary>
    Circumstance,

    /// <summary>The stage of a pledge that is not firm, or not as far as some filter asks.</summary>
    Stage,

    /// <summary>The amount of a pledge on which the claims leave a range.</summary>
    Amount,
}
