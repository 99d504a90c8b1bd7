using Coalition.Internal;

namespace Coalition.Approvals;

/// <content>The states in words.</content>
public abstract partial record ParliamentaryApprovalState
{
    /// <summary>The state with its days and bodies in words, such as <c>submitted since 2026-05-10, so far approved by Senate</c>. Invariant.</summary>
    public string InWords => this switch
    {
        Committed committed => $"{Name} since {IsoDate.Format(committed.On)}",
        PreConsultation sounding => $"{Name} since {IsoDate.Format(sounding.On)}",
        Submitted submitted => (submitted.Motion.Stage == MotionStage.Submitted ? Name : $"{Name}, submitted") + Progress(submitted.Motion),
        Lapsed lapsed => $"{Name} on {IsoDate.Format(lapsed.On)}",
        Approved approved => $"{Name} on {IsoDate.Format(approved.On)}",
        RenewalRequested renewal => Name + Progress(renewal.Motion),
        Rejected rejected => $"{Name} since {IsoDate.Format(rejected.On)}{(rejected.Body is null ? "" : $" by {rejected.Body}")}",
        Withdrawn withdrawn => $"{Name} since {IsoDate.Format(withdrawn.On)}",
        Revoked revoked => $"{Name} since {IsoDate.Format(revoked.On)}",
        Informed informed => $"{Name} on {IsoDate.Format(informed.On)}",
        NotInformed { Begun: { } begun } => $"{Name}, though forces act since {IsoDate.Format(begun)}",
        Consulted consulted => $"{Name} on {IsoDate.Format(consulted.On)}",
        Advised advised => $"{Name} on {IsoDate.Format(advised.On)}",
        ExecutiveAction { Begun: { } begun } action => $"acting without consent since {IsoDate.Format(begun)}"
            + (action.Motion is null ? "" : $", consent {action.Motion.StageName}{Progress(action.Motion)}"),
        ConsentDue due => $"forces may act without consent up to {IsoDate.Format(due.LastDay)}, and none has been given",
        MustTerminate { Cause: TerminationCause.DeadlinePassed } end => $"{Name} since {IsoDate.Format(end.On)}: no consent was given in time",
        MustTerminate end => $"{Name} since {IsoDate.Format(end.On)}: {FormatNames.Of(end.Cause)}",
        Overdue overdue => $"{Name}: {(overdue.Missed == DeadlineKind.Information ? "information" : "a decision")} was due by {IsoDate.Format(overdue.Due)}",
        _ => Name,
    };

    // Since when a request is before the bodies, and who has decided so far.
    private static string Progress(Motion motion) => $" since {IsoDate.Format(motion.On)}"
        + (motion.ApprovedBy.IsEmpty ? "" : $", so far approved by {string.Join(", ", motion.ApprovedBy)}")
        + (motion.RefusedBy.IsEmpty ? "" : $", refused by {string.Join(", ", motion.RefusedBy)}, which can be overridden");
}
