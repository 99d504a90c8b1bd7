using System.Collections.Immutable;
using Coalition.Internal;
using Coalition.Requirements;
using NodaTime;

namespace Coalition.Approvals;

/// <summary>What an approval allows: period, ceilings, zones, support types, caveats, and a condition.</summary>
/// <remarks>Whatever is left empty is not limited. Equality is by value, and of the lists by sequence.</remarks>
public sealed record Mandate
{
    /// <summary>The mandate without any limit.</summary>
    public static Mandate Unlimited { get; } = new();

    /// <summary>The first day, inclusive; null for the day of the act that grants it.</summary>
    public LocalDate? From { get; init => field = Guard.Day(value); }

    /// <summary>The last day, inclusive; null if it has no end.</summary>
    public LocalDate? Until { get; init => field = Guard.Day(value); }

    /// <summary>The last day up to which the government may extend it without a new decision, inclusive; null if it may not.</summary>
    public LocalDate? ExtendableUntil { get; init => field = Guard.Day(value); }

    /// <summary>The most that it allows, at most one per support type and one in total; shared by all pledges that need the approval.</summary>
    public ImmutableArray<Ceiling> Ceilings { get; init => field = Guard.Items(value); } = [];

    /// <summary>Whether those who are being relieved do not count towards the ceilings while contingents overlap.</summary>
    public bool ExcludesReliefOverlap { get; init; }

    /// <summary>The zones that it allows; any if empty. Where zones are named, a pledge that states none is not covered.</summary>
    public ImmutableArray<Zone> Zones { get; init => field = Guard.DefinedItems(value); } = [];

    /// <summary>The ids of the support types that it allows; any if empty.</summary>
    public ImmutableArray<string> Support { get; init => field = Guard.Items(value); } = [];

    /// <summary>National caveats, in words, none of them empty. They bear on no verdict.</summary>
    public ImmutableArray<string> Caveats { get; init => field = Guard.Texts(value); } = [];

    /// <summary>What must hold for it to be used, read for each pledge as if that pledge stood; null if nothing.</summary>
    public Requirement? Condition { get; init; }

    /// <summary>Equality by value.</summary>
    public bool Equals(Mandate? other) => other is not null
        && From == other.From && Until == other.Until && ExtendableUntil == other.ExtendableUntil
        && ExcludesReliefOverlap == other.ExcludesReliefOverlap && Condition == other.Condition && Sequence.Same(Ceilings, other.Ceilings)
        && Sequence.Same(Zones, other.Zones) && Sequence.Same(Support, other.Support) && Sequence.Same(Caveats, other.Caveats);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(
        From, Until, Condition, Sequence.Hash(Ceilings), Sequence.Hash(Zones), Sequence.Hash(Support), Sequence.Hash(Caveats));

    /// <summary>How many count towards a ceiling.</summary>
    /// <param name="present">All who are there, at least 0.</param>
    /// <param name="beingRelieved">Those of them who hand over to others that are there already; at least 0, at most <paramref name="present"/>.</param>
    /// <returns>All who are there, without those being relieved where <see cref="ExcludesReliefOverlap"/> says so.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A number is negative, or more are being relieved than are there.</exception>
    public long CountTowardsCeiling(long present, long beingRelieved)
    {
        Guard.NotNegative(present, nameof(present));
        return Guard.NotNegative(beingRelieved, nameof(beingRelieved)) > present
            ? throw new ArgumentOutOfRangeException(nameof(beingRelieved), beingRelieved, "Expected no more than are there.")
            : ExcludesReliefOverlap ? present - beingRelieved : present;
    }

    /// <summary>Whether a day lies in its period. A first day left open is taken as past.</summary>
    internal bool Covers(LocalDate on) => (From is not { } from || on >= from) && (Until is not { } until || on <= until);

    /// <summary>Its ceiling on a support type, or for null on the total; null if there is none.</summary>
    internal long? CeilingOn(string? support)
    {
        foreach (var ceiling in Ceilings)
        {
            if (ceiling.Support == support)
            {
                return ceiling.AtMost;
            }
        }

        return null;
    }

    /// <summary>Whether it allows a pledge's support type and zone.</summary>
    internal bool Allows(Pledge pledge) =>
        (Support.IsEmpty || Support.Contains(pledge.Support))
        && (Zones.IsEmpty || (pledge.Zone is { } zone && Zones.Contains(zone)));
}
