namespace Coalition.Approvals;

/// <summary>What procedures have in common.</summary>
public static class ApprovalProcedures
{
    /// <summary>Whether a vote binds in law. An undertaking to vote binds the government by its word only.</summary>
    /// <param name="procedure">The procedure.</param>
    /// <returns>Whether the law makes the vote decide; false where it asks for no vote.</returns>
    public static bool VoteBinds(this ApprovalProcedure procedure) => procedure is ApprovalProcedure.PriorApproval or ApprovalProcedure.HostConsent
        or ApprovalProcedure.TacitApproval or ApprovalProcedure.ExPostApproval;
}
