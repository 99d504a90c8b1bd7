using Coalition.Approvals;
using NodaTime;

namespace Coalition.Tests.Approvals;

public class ApprovalWordsTests
{
    private static readonly LocalDate On = new(2026, 3, 1);

    private static readonly Motion Asked = new() { On = On, Asked = Mandate.Unlimited };

    private static readonly ParliamentaryApprovalState.Approved Approved = new(On, [new Mandate { From = On }]);

    public static TheoryData<string, ParliamentaryApprovalState> States => new()
    {
        { "not requested", new ParliamentaryApprovalState.NotRequested() },
        { "in pre-consultation since 2026-03-01", new ParliamentaryApprovalState.PreConsultation(On) },
        { "committed to a vote since 2026-03-01", new ParliamentaryApprovalState.Committed(On) },
        { "submitted since 2026-03-01", new ParliamentaryApprovalState.Submitted(Asked) },
        { "in committee, submitted since 2026-03-01", new ParliamentaryApprovalState.Submitted(Asked with { Stage = MotionStage.InCommittee }) },
        {
            "scheduled, submitted since 2026-03-01, so far approved by Lower House, refused by Upper House, which can be overridden",
            new ParliamentaryApprovalState.Submitted(Asked with { Stage = MotionStage.Scheduled, ApprovedBy = ["Lower House"], RefusedBy = ["Upper House"] })
        },
        {
            "submitted since 2026-03-01, so far approved by A, B, refused by C, D, which can be overridden",
            new ParliamentaryApprovalState.Submitted(Asked with { ApprovedBy = ["A", "B"], RefusedBy = ["C", "D"] })
        },
        { "lapsed by dissolution on 2026-03-01", new ParliamentaryApprovalState.Lapsed(On, Asked) },
        { "approved on 2026-03-01", Approved },
        { "approved tacitly on 2026-03-01", Approved with { IsTacit = true } },
        { "approved, renewal requested since 2026-03-01", new ParliamentaryApprovalState.RenewalRequested(Approved, Asked) },
        { "rejected since 2026-03-01", new ParliamentaryApprovalState.Rejected(On, null) },
        { "rejected since 2026-03-01 by Senate", new ParliamentaryApprovalState.Rejected(On, "Senate") },
        { "withdrawn since 2026-03-01", new ParliamentaryApprovalState.Withdrawn(On) },
        { "revoked since 2026-03-01", new ParliamentaryApprovalState.Revoked(On) },
        { "not informed", new ParliamentaryApprovalState.NotInformed(null, true) },
        { "not informed, though forces act since 2026-03-01", new ParliamentaryApprovalState.NotInformed(On, false) },
        { "informed on 2026-03-01", new ParliamentaryApprovalState.Informed(On) },
        { "consulted on 2026-03-01", new ParliamentaryApprovalState.Consulted(On) },
        { "opposed by a vote that does not bind on 2026-03-01", new ParliamentaryApprovalState.Advised(On, false) },
        { "may act first", new ParliamentaryApprovalState.ExecutiveAction(null, null, null) },
        { "acting without consent since 2026-03-01", new ParliamentaryApprovalState.ExecutiveAction(On, null, null) },
        { "acting without consent since 2026-03-01, consent submitted since 2026-03-01", new ParliamentaryApprovalState.ExecutiveAction(On, null, Asked) },
        { "forces may act without consent up to 2026-03-01, and none has been given", new ParliamentaryApprovalState.ConsentDue(On, null) },
        { "must terminate since 2026-03-01: no consent was given in time", new ParliamentaryApprovalState.MustTerminate(On, TerminationCause.DeadlinePassed) },
        { "must terminate since 2026-03-01: annulled", new ParliamentaryApprovalState.MustTerminate(On, TerminationCause.Annulled) },
        { "overdue: information was due by 2026-03-01", new ParliamentaryApprovalState.Overdue(On, DeadlineKind.Information) },
        { "overdue: a decision was due by 2026-03-01", new ParliamentaryApprovalState.Overdue(On, DeadlineKind.Decision) },
    };

    [Theory]
    [MemberData(nameof(States))]
    public void InWords_OfEachState_NamesItsDays(string words, ParliamentaryApprovalState state) => Assert.Equal(words, state.InWords);
}
