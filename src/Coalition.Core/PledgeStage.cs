namespace Coalition;

/// <summary>How far a pledge has come.</summary>
/// <remarks>
/// From <see cref="Floated"/> to <see cref="Deployed"/> the stages are ordered, and a filter may ask for a least one.
/// <see cref="Declined"/> and <see cref="Withdrawn"/> end a pledge and come before all others. The default value is
/// <see cref="Declined"/>: nothing is promised.
/// </remarks>
public enum PledgeStage
{
    /// <summary>Refused: the nation has said that it will not.</summary>
    Declined,

    /// <summary>Taken back after it was made.</summary>
    Withdrawn,

    /// <summary>Talked of as a possibility.</summary>
    Floated,

    /// <summary>Declared as a political intent.</summary>
    Declared,

    /// <summary>Offered to the force planner.</summary>
    Offered,

    /// <summary>Promised for good. From this stage on a pledge passes its stage gate (rule S3).</summary>
    Firm,

    /// <summary>Allocated to a line of the statement of requirements.</summary>
    Allocated,

    /// <summary>In place.</summary>
    Deployed,
}
