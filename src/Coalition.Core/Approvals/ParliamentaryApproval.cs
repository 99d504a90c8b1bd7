using System.Collections.Immutable;
using Coalition.Internal;
using NodaTime;

namespace Coalition.Approvals;

/// <summary>One procedure of approval in progress: who decides, and what has been done.</summary>
/// <remarks>Its <see cref="ParliamentaryApprovalState"/> on a day follows from its acts up to that day. Equality is by value, and of the lists by sequence.</remarks>
public sealed record ParliamentaryApproval
{
    /// <summary>The id by which pledges refer to the approval.</summary>
    public required string Id { get; init => field = Guard.Id(value); }

    /// <summary>The nation whose parliament it is: the contributor's, or for <see cref="ApprovalProcedure.HostConsent"/> the host's.</summary>
    public required NationCode Nation { get; init; }

    /// <summary>The procedure that it follows.</summary>
    public required ApprovalProcedure Procedure { get; init => field = Guard.Defined(value); }

    /// <summary>The law: the id of the rule of an approval regime that it follows, such as <c>de-deployment</c>; null if none is cited.</summary>
    public string? Law { get; init => field = Guard.OptionalId(value); }

    /// <summary>The bodies that decide. One without a name if empty.</summary>
    public ImmutableArray<Decision> Decisions { get; init => field = Guard.Items(value); } = [];

    /// <summary>How they decide together.</summary>
    public DecisionCombination Combination { get; init => field = Guard.Defined(value); }

    /// <summary>Whether parliament must be informed before forces act: until it has been, the gate waits. Only for <see cref="ApprovalProcedure.InformationOnly"/>.</summary>
    public bool InformFirst { get; init; }

    /// <summary>Within what time of the day on which forces act parliament must be informed; null if the law sets no time.</summary>
    public LegalPeriod? InformWithin { get; init; }

    /// <summary>
    /// How long silence must last, from the request or its distribution, until it is consent; null if it never is. Set for
    /// <see cref="ApprovalProcedure.TacitApproval"/>, and for an <see cref="ApprovalProcedure.ExPostApproval"/> that an objection ends.
    /// </summary>
    public LegalPeriod? Silence { get; init; }

    /// <summary>How long forces may act without consent; null if the law sets no time. Only for <see cref="ApprovalProcedure.ExPostApproval"/>.</summary>
    public LegalPeriod? DecideWithin { get; init; }

    /// <summary>From what <see cref="DecideWithin"/> runs.</summary>
    public PeriodStart DecideFrom { get; init => field = Guard.Defined(value); }

    /// <summary>For how long, from the request, a mandate goes on whose renewal was requested before its end; null if it does not.</summary>
    public LegalPeriod? ProvisionalExtension { get; init; }

    /// <summary>What the law itself allows where no vote is needed, or before it, such as a number up to which the government decides; null if without limit.</summary>
    public Mandate? StatutoryMandate { get; init; }

    /// <summary>The days on which parliament sits, in any order: what periods in sitting days need as input.</summary>
    public ImmutableArray<LocalDate> SittingDays { get; init => field = Guard.Items(value); } = [];

    /// <summary>The last day by which a decision is due while none has been given, inclusive; null if there is none (rule S2). It says nothing of renewals.</summary>
    public LocalDate? Due { get; init => field = Guard.Day(value); }

    /// <summary>What has been done, in any order.</summary>
    public ImmutableArray<ApprovalAct> Acts { get; init => field = Guard.Items(value); } = [];

    /// <summary>The id of the source that says the approval is needed; null if none is cited.</summary>
    public string? Source { get; init => field = Guard.OptionalId(value); }

    /// <summary>What the sources say beyond the fields; null if nothing.</summary>
    public string? Note { get; init => field = Guard.OptionalText(value); }

    /// <summary>Equality by value.</summary>
    public bool Equals(ParliamentaryApproval? other) => other is not null
        && Id == other.Id && Nation == other.Nation && Procedure == other.Procedure && Law == other.Law && Combination == other.Combination
        && InformFirst == other.InformFirst && InformWithin == other.InformWithin && Silence == other.Silence && DecideWithin == other.DecideWithin
        && DecideFrom == other.DecideFrom && ProvisionalExtension == other.ProvisionalExtension
        && StatutoryMandate == other.StatutoryMandate && Due == other.Due && Source == other.Source
        && Note == other.Note && Sequence.Same(Decisions, other.Decisions) && Sequence.Same(SittingDays, other.SittingDays)
        && Sequence.Same(Acts, other.Acts);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(
        Id, Nation, Procedure, Law, Due, Source, Sequence.Hash(Decisions), Sequence.Hash(Acts));

    /// <summary>Whether a body may decide alone although another has refused.</summary>
    internal bool MayOverride(string? body) => Decisions.Any(d => d.Body == body && d.Override is not null);

    /// <summary>Whether some mandate, asked for, given or set by law, has a ceiling.</summary>
    internal bool HasCeilings()
    {
        foreach (var mandate in Mandates())
        {
            if (!mandate.Ceilings.IsEmpty)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Every mandate that the law sets, or that some act asks for or gives.</summary>
    internal IEnumerable<Mandate> Mandates()
    {
        if (StatutoryMandate is not null)
        {
            yield return StatutoryMandate;
        }

        foreach (var act in Acts)
        {
            switch (act)
            {
                case ApprovalAct.Submitted { Mandate: { } asked }:
                    yield return asked;
                    break;
                case ApprovalAct.Approved { Mandate: { } given }:
                    yield return given;
                    break;
                default:
                    break;
            }
        }
    }
}
