using System.Collections.Immutable;
using Coalition.Internal;

namespace Coalition.Approvals;

/// <summary>What a nation would do abroad, as far as laws ask about it.</summary>
/// <remarks>
/// What is null is not stated, and is never guessed: a law that turns on it answers with <see cref="ProcedureAnswer.InputMissing"/>. Equality is by value, and
/// of <see cref="Asserted"/> by sequence.
/// </remarks>
public sealed record Operation
{
    /// <summary>Under whose roof; null if not stated.</summary>
    public OrganisationalFrame? Frame { get; init => field = Guard.Defined(value); }

    /// <summary>Whether the Security Council, or by a law that lets it suffice the General Assembly, has authorised it; null if not stated.</summary>
    public bool? HasUnMandate { get; init; }

    /// <summary>Whether a treaty to which the nation is a party is its basis; null if not stated.</summary>
    public bool? HasTreatyBasis { get; init; }

    /// <summary>Whether those sent are armed; null if not stated.</summary>
    public bool? IsArmed { get; init; }

    /// <summary>How many persons the nation sends, at least 0; null if not stated.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is negative.</exception>
    public long? Headcount { get; init => field = Guard.NotNegative(value); }

    /// <summary>Whether it is too urgent for the ordinary procedure; null if not stated.</summary>
    public bool? IsUrgent { get; init; }

    /// <summary>The id of the support type, such as <c>land</c>; null if not stated.</summary>
    public string? Support { get; init => field = Guard.OptionalId(value); }

    /// <summary>Where; null if not stated.</summary>
    public Zone? Zone { get; init => field = Guard.Defined(value); }

    /// <summary>The ids of rules whose condition in words is met, as whoever asks asserts: see <see cref="RegimeRule.InWordsOnly"/>. They may be of several nations.</summary>
    public ImmutableArray<string> Asserted { get; init => field = Guard.Ids(value); } = [];

    /// <summary>Equality by value.</summary>
    public bool Equals(Operation? other) => other is not null
        && Frame == other.Frame && HasUnMandate == other.HasUnMandate && HasTreatyBasis == other.HasTreatyBasis && IsArmed == other.IsArmed
        && Headcount == other.Headcount && IsUrgent == other.IsUrgent && Support == other.Support && Zone == other.Zone
        && Sequence.Same(Asserted, other.Asserted);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Frame, HasUnMandate, HasTreatyBasis, IsArmed, Headcount, IsUrgent, Support, Zone);
}
