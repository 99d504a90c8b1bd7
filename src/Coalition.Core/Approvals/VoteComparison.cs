namespace Coalition.Approvals;

/// <summary>Whether a share must be exceeded or only reached.</summary>
public enum VoteComparison
{
    /// <summary>The share must be exceeded: half of the votes is not enough for more than 1/2.</summary>
    MoreThan,

    /// <summary>The share must be reached.</summary>
    AtLeast,
}
