using System.Collections.Immutable;
using NodaTime;

namespace Coalition.Approvals;

/// <summary>How an approval stands on a day, as it follows from the acts up to that day, and from the periods that have passed (rule S2).</summary>
/// <remarks>
/// <para>
/// Each state names the acts that it allows; a recorded act that its state does not allow makes the model invalid. <c>docs/approvals.md</c> has the table of
/// each procedure.
/// </para>
/// <para>The mandate has a life of its own: that a mandate has ended is no state of the approval, see <see cref="MandateState"/>.</para>
/// </remarks>
public abstract partial record ParliamentaryApprovalState
{
    private ParliamentaryApprovalState()
    {
    }

    /// <summary>Whether the approval gate is passed, pending or failed in this state.</summary>
    public abstract Standing Standing { get; }

    /// <summary>The words for the state, such as <c>not requested</c>.</summary>
    public abstract string Name { get; }

    /// <summary>The mandate that governs a day: the latest given whose period has begun, even if its last day has passed.</summary>
    /// <param name="day">The day.</param>
    /// <returns>The mandate; null where there is none, or none has begun.</returns>
    public virtual Mandate? MandateOn(LocalDate day) => null;

    /// <summary>The mandate that granting the open decision would give; null if no decision is open.</summary>
    internal virtual Mandate? Asked => null;

    /// <summary>Whether the nation may act without anybody's consent, as far as the law itself allows it.</summary>
    internal virtual bool ActsByLaw => false;

    /// <summary>The request that is before the bodies that decide; null if there is none.</summary>
    internal virtual Motion? Pending => null;

    /// <summary>The names of the acts that the state allows, under the approval's procedure.</summary>
    internal abstract ImmutableArray<string> AllowedActs(ParliamentaryApproval approval);

    // Called with an allowed act only. Null where the act repeats or contradicts what the state holds.
    private protected abstract ParliamentaryApprovalState? Next(ApprovalAct act, ParliamentaryApproval approval);

    /// <summary>The state after an act, or null if this state does not allow it.</summary>
    internal ParliamentaryApprovalState? After(ApprovalAct act, ParliamentaryApproval approval) =>
        AllowedActs(approval).Contains(act.Name) ? Next(act, approval) : null;

    /// <summary>The state once the request before the bodies is consented to, by a vote or by silence; called only where one is.</summary>
    internal virtual Approved Carry(LocalDate on, Mandate given, bool isTacit, ParliamentaryApproval approval) => Approve(given, on, [], isTacit);

    /// <summary>The state before the first act.</summary>
    internal static ParliamentaryApprovalState Initial(ParliamentaryApproval approval) => approval.Procedure switch
    {
        ApprovalProcedure.NotRequired => new NotRequired(),
        ApprovalProcedure.Prohibited => new Prohibited(),
        ApprovalProcedure.InformationOnly => new NotInformed(null, approval.InformFirst),
        ApprovalProcedure.Consultation => new NotConsulted(),
        ApprovalProcedure.ExPostApproval => new ExecutiveAction(null, null, null),
        _ => new NotRequested(),
    };

    // From the states in which nothing is before parliament, and nothing stands.
    private static ImmutableArray<string> Beginnings(ParliamentaryApproval approval) =>
        approval.Procedure == ApprovalProcedure.CommitmentToVote ? BeginningsOfCommitment : BeginningsOfRequest;

    private static readonly ImmutableArray<string> BeginningsOfCommitment = ["preConsulted", "committed", "submitted"];

    private static readonly ImmutableArray<string> BeginningsOfRequest = ["preConsulted", "submitted"];

    private static ParliamentaryApprovalState Begin(ApprovalAct act) => act switch
    {
        ApprovalAct.Submitted request => new Submitted(Motion.From(request)),
        ApprovalAct.Committed => new Committed(act.On),
        _ => new PreConsultation(act.On),
    };

    private static Approved Approve(Mandate given, LocalDate on, ImmutableArray<Mandate> earlier, bool isTacit) =>
        new(on, [given with { From = given.From ?? on }, .. earlier], isTacit);
}
