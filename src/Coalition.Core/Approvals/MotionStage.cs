namespace Coalition.Approvals;

/// <summary>How far a request has come before the vote.</summary>
public enum MotionStage
{
    /// <summary>It is before parliament.</summary>
    Submitted,

    /// <summary>A committee deals with it.</summary>
    InCommittee,

    /// <summary>The vote is on the agenda.</summary>
    Scheduled,
}
