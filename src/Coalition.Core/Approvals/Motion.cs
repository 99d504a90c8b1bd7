using System.Collections.Immutable;
using Coalition.Internal;
using NodaTime;

namespace Coalition.Approvals;

/// <summary>A request for approval that is before the bodies that decide.</summary>
/// <remarks>Equality is by value, and of <see cref="ApprovedBy"/> by sequence.</remarks>
public sealed record Motion
{
    /// <summary>The day of the request.</summary>
    public required LocalDate On { get; init; }

    /// <summary>The mandate asked for; <see cref="Mandate.Unlimited"/> if the request names no limit.</summary>
    public required Mandate Asked { get; init; }

    /// <summary>The bodies that have consented so far, in the order in which the approval names them.</summary>
    public ImmutableArray<string> ApprovedBy { get; init => field = Guard.Items(value); } = [];

    /// <summary>The mandate that the consents so far state; null if none does, and then the one asked for is given.</summary>
    public Mandate? Given { get; init; }

    /// <summary>Equality by value.</summary>
    public bool Equals(Motion? other) => other is not null
        && On == other.On && Asked == other.Asked && Given == other.Given && Sequence.Same(ApprovedBy, other.ApprovedBy);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(On, Asked, Given, Sequence.Hash(ApprovedBy));

    internal static Motion From(ApprovalAct.Submitted act) => new() { On = act.On, Asked = act.Mandate ?? Mandate.Unlimited };

    /// <summary>The motion with one more consent; null if that body has consented already, or states another mandate than those before.</summary>
    internal Motion? With(ApprovalAct.Approved consent, ParliamentaryApproval approval)
    {
        if (consent.Body is { } body && ApprovedBy.Contains(body) || (Given is not null && consent.Mandate is not null && consent.Mandate != Given))
        {
            return null;
        }

        var bodies = consent.Body is null ? ApprovedBy
            : [.. approval.Decisions.Select(d => d.Body).Where(b => b == consent.Body || ApprovedBy.Contains(b))];
        return this with { ApprovedBy = bodies, Given = Given ?? consent.Mandate };
    }

    /// <summary>Whether every body has consented. An approval of at most one body needs no more than one consent.</summary>
    internal bool IsCarried(ParliamentaryApproval approval) => approval.Decisions.Length < 2 || ApprovedBy.Length == approval.Decisions.Length;
}
