using Coalition.Analysis.Diagrams;
using Coalition.Approvals;

namespace Coalition.Analysis;

/// <summary>An open decision as a vote of parties.</summary>
/// <remarks>
/// All members are taken as present and as voting, each party as one, so that a body's votes cast, those present and its members are the same number, and any
/// quorum is there. A body consents once the seats of the parties in favour are as many as its rule needs of them (<see cref="VotingRule.VotesNeeded"/>).
/// </remarks>
internal static class PartyVote
{
    /// <summary>Whether every body that is still to decide names its parties, and only a vote decides.</summary>
    internal static bool IsKnown(ParliamentaryApproval approval, ParliamentaryApprovalState state)
    {
        // What silence may decide hangs on no vote. An override that asks for less than consent does would make consent stand in its way.
        var deciding = Deciding(approval, state).ToList();
        return approval.Silence is null && deciding.Count > 0
            && approval.Procedure is ApprovalProcedure.PriorApproval or ApprovalProcedure.CommitmentToVote or ApprovalProcedure.HostConsent
                or ApprovalProcedure.ExPostApproval
            && deciding.TrueForAll(d => !d.Parties.IsEmpty)
            && deciding.TrueForAll(d => d.Override is not { } overriding || overriding.VotesNeeded(Seats(d)) >= d.Rule!.VotesNeeded(Seats(d)));
    }

    /// <summary>The gate that is true if the votes of those parties that consent are enough.</summary>
    /// <param name="circuit">The circuit.</param>
    /// <param name="approval">The approval, of which <see cref="IsKnown"/>.</param>
    /// <param name="state">How far it is.</param>
    /// <param name="consents">The gate that is true if a party of a body consents.</param>
    internal static Signal Of(Circuit circuit, ParliamentaryApproval approval, ParliamentaryApprovalState state, Func<string, Party, Signal> consents)
    {
        var deciding = Deciding(approval, state).ToList();
        if (approval.Combination == DecisionCombination.JointSitting)
        {
            return circuit.Reaches(circuit.Sum([.. deciding.Select(InFavour)]), deciding[0].Rule!.VotesNeeded(deciding.Sum(Seats)));
        }

        var refused = state.Pending?.RefusedBy ?? [];
        var agreed = state.Pending?.ApprovedBy ?? [];
        var overriding = circuit.Or([.. deciding.Where(d => d.Override is not null).Select(d => Carries(d, d.Override!))]);
        return refused.IsEmpty
            ? circuit.Or(circuit.And([.. deciding.Where(d => !agreed.Contains(d.Body)).Select(d => Carries(d, d.Rule!))]), overriding)
            : overriding;

        Number InFavour(Decision decision) => circuit.Sum([.. decision.Parties.Select(p => circuit.Amount(consents(decision.Body, p), p.Seats))]);

        Signal Carries(Decision decision, VotingRule rule) => circuit.Reaches(InFavour(decision), rule.VotesNeeded(Seats(decision)));
    }

    // Those that have not decided, or may do so once more: a body that has consented may still override the refusal of another.
    private static IEnumerable<Decision> Deciding(ParliamentaryApproval approval, ParliamentaryApprovalState state)
    {
        var (agreed, refused) = state.Pending is { } motion ? (motion.ApprovedBy, motion.RefusedBy) : ([], []);
        return approval.Decisions.Where(d => !refused.Contains(d.Body) && (refused.IsEmpty
            ? !agreed.Contains(d.Body) || d.Override is not null
            : d.Override is not null));
    }

    private static long Seats(Decision decision) => decision.Parties.Sum(p => (long)p.Seats);
}
