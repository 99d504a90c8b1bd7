namespace Coalition.Approvals;

/// <summary>What a share of votes is a share of.</summary>
public enum VoteBase
{
    /// <summary>All members of the body, present or not: the most demanding.</summary>
    Members,

    /// <summary>Those present: yes, no and abstentions.</summary>
    Present,

    /// <summary>The votes cast: yes and no.</summary>
    Cast,
}
