namespace Coalition.Sufficiency;

/// <summary>What a pledge must pass to count (rule S3).</summary>
public enum Gate
{
    /// <summary>It is promised firmly.</summary>
    Stage,

    /// <summary>The day lies in its period.</summary>
    Period,

    /// <summary>Its notice to move has run.</summary>
    Readiness,

    /// <summary>Its nation's approvals are given.</summary>
    Approvals,

    /// <summary>The host admits it to its territory.</summary>
    Admission,

    /// <summary>A mandate allows it: by period, zones and support types.</summary>
    Mandate,

    /// <summary>The condition that its nation, or a mandate, sets is met.</summary>
    Condition,
}
