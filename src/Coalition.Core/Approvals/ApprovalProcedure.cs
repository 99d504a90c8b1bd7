namespace Coalition.Approvals;

/// <summary>How a nation's law, or its government's word, lets it take part.</summary>
/// <remarks>
/// A closed set; <c>docs/approvals.md</c> has the states and transitions of each. The default value is <see cref="PriorApproval"/>, the strictest that can be passed.
/// </remarks>
public enum ApprovalProcedure
{
    /// <summary>The law asks for consent before the fact.</summary>
    PriorApproval,

    /// <summary>The law does not ask for a vote, but the government has undertaken to hold one and to abide by it.</summary>
    CommitmentToVote,

    /// <summary>The parliament of the host consents to forces on its territory.</summary>
    HostConsent,

    /// <summary>The law asks for nothing.</summary>
    NotRequired,

    /// <summary>Parliament is informed.</summary>
    InformationOnly,

    /// <summary>Parliament is consulted.</summary>
    Consultation,

    /// <summary>Silence for a period is consent.</summary>
    TacitApproval,

    /// <summary>Consent may follow the fact within a period.</summary>
    ExPostApproval,

    /// <summary>The law forbids it.</summary>
    Prohibited,
}
