using System.Collections.Immutable;
using Coalition.Internal;

namespace Coalition.Approvals;

/// <summary>One step of what a rule asks for: a procedure, who takes part, and within what time.</summary>
/// <remarks>A law that is a sequence has several, in their order. Equality is by value, and of <see cref="Bodies"/> by sequence.</remarks>
public sealed record RegimeStep
{
    /// <summary>The procedure.</summary>
    public required ApprovalProcedure Procedure { get; init => field = Guard.Defined(value); }

    /// <summary>The bodies that decide, are consulted or are informed; empty where the facts name none. Not where the law asks for nothing, or forbids it.</summary>
    public ImmutableArray<Decision> Bodies { get; init => field = Guard.Items(value); } = [];

    /// <summary>How the bodies decide together. Not where they are only informed or consulted.</summary>
    public DecisionCombination Combination { get; init => field = Guard.Defined(value); }

    /// <summary>Whether the information must come before forces act. Only for <see cref="ApprovalProcedure.InformationOnly"/>.</summary>
    public bool InformFirst { get; init; }

    /// <summary>
    /// Within what time: of the information, or of the consent that may follow the fact. Null if the facts state none, or none in days. Only for
    /// <see cref="ApprovalProcedure.InformationOnly"/> and <see cref="ApprovalProcedure.ExPostApproval"/>.
    /// </summary>
    public LegalPeriod? Within { get; init; }

    /// <summary>From what <see cref="Within"/> runs. Not <see cref="PeriodStart.Information"/> but for <see cref="ApprovalProcedure.ExPostApproval"/>.</summary>
    public PeriodStart RunsFrom { get; init => field = Guard.Defined(value); }

    /// <summary>From what the time runs, in the words of the facts; null if they have none.</summary>
    public string? CountedFrom { get; init => field = Guard.OptionalText(value); }

    /// <summary>
    /// How long silence must last until it is consent; null if it never is. Set for <see cref="ApprovalProcedure.TacitApproval"/>, and else only for an
    /// <see cref="ApprovalProcedure.ExPostApproval"/> that an objection ends.
    /// </summary>
    public LegalPeriod? Silence { get; init; }

    /// <summary>For how long a mandate goes on whose renewal was requested before its end; null if it does not, or the facts do not say.</summary>
    public LegalPeriod? ProvisionalExtension { get; init; }

    /// <summary>The most persons of one operation, inclusive; null if the facts state none.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is negative.</exception>
    public long? CapHeadcount { get; init => field = Guard.NotNegative(value); }

    /// <summary>The most persons of all operations together, inclusive; null if the facts state none.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is negative.</exception>
    public long? CapTotal { get; init => field = Guard.NotNegative(value); }

    /// <summary>The longest duration; null if the facts state none.</summary>
    public LegalPeriod? CapDuration { get; init; }

    /// <summary>What the facts say beyond the fields; null if nothing.</summary>
    public string? Note { get; init => field = Guard.OptionalText(value); }

    /// <summary>Equality by value.</summary>
    public bool Equals(RegimeStep? other) => other is not null
        && Procedure == other.Procedure && Combination == other.Combination && InformFirst == other.InformFirst && Within == other.Within
        && RunsFrom == other.RunsFrom && CountedFrom == other.CountedFrom && Silence == other.Silence
        && ProvisionalExtension == other.ProvisionalExtension && CapHeadcount == other.CapHeadcount && CapTotal == other.CapTotal
        && CapDuration == other.CapDuration && Note == other.Note && Sequence.Same(Bodies, other.Bodies);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(
        Procedure, Combination, InformFirst, Within, Silence, CapHeadcount, Note, Sequence.Hash(Bodies));
}
