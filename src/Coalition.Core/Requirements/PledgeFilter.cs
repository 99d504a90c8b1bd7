using System.Collections.Immutable;
using Coalition.Internal;

namespace Coalition.Requirements;

/// <summary>Which pledges a requirement looks at.</summary>
/// <remarks>
/// Each list that is not empty must name what the pledge has; a pledge matches if it satisfies every list that is stated.
/// A filter that states nothing matches every pledge. Equality is by value, and of the lists by sequence.
/// </remarks>
public sealed record PledgeFilter
{
    /// <summary>The filter that matches every pledge.</summary>
    public static PledgeFilter All { get; } = new();

    /// <summary>The ids of the support types; any if empty.</summary>
    public ImmutableArray<string> Support { get; init => field = Guard.Items(value); } = [];

    /// <summary>The families of support; any if empty.</summary>
    public ImmutableArray<SupportFamily> Families { get; init => field = Guard.DefinedItems(value); } = [];

    /// <summary>The nations; any if empty.</summary>
    public ImmutableArray<NationCode> Nations { get; init => field = Guard.Items(value); } = [];

    /// <summary>Roles of which the pledge's nation must have one; any if empty.</summary>
    public ImmutableArray<NationRole> Roles { get; init => field = Guard.DefinedItems(value); } = [];

    /// <summary>The zones; any if empty, even none stated.</summary>
    public ImmutableArray<Zone> Zones { get; init => field = Guard.DefinedItems(value); } = [];

    /// <summary>The ids of the pledges; any if empty.</summary>
    public ImmutableArray<string> Pledges { get; init => field = Guard.Items(value); } = [];

    /// <summary>The least stage, inclusive: at least <see cref="PledgeStage.Floated"/>; null for any.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The stage is declined or withdrawn, which no pledge that counts is in.</exception>
    public PledgeStage? LeastStage
    {
        get;
        init => field = Guard.Defined(value) is null or >= PledgeStage.Floated ? value : throw new ArgumentOutOfRangeException(
            nameof(LeastStage), value, "Expected a stage from floated to deployed.");
    }

    /// <summary>The filter for one support type.</summary>
    /// <param name="support">The id of the type.</param>
    /// <returns>The filter.</returns>
    /// <exception cref="ArgumentException"><paramref name="support"/> is not an id.</exception>
    public static PledgeFilter ForSupport(string support) => new() { Support = [Guard.Id(support)] };

    /// <summary>Equality by value.</summary>
    public bool Equals(PledgeFilter? other) => other is not null && LeastStage == other.LeastStage
        && Sequence.Same(Support, other.Support) && Sequence.Same(Families, other.Families) && Sequence.Same(Nations, other.Nations)
        && Sequence.Same(Roles, other.Roles) && Sequence.Same(Zones, other.Zones) && Sequence.Same(Pledges, other.Pledges);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(
        LeastStage, Sequence.Hash(Support), Sequence.Hash(Families), Sequence.Hash(Nations), Sequence.Hash(Roles), Sequence.Hash(Zones), Sequence.Hash(Pledges));

    /// <summary>The filter in words, such as <c>land of FR or GB</c>. Invariant.</summary>
    public override string ToString() => RequirementText.Describe(this);

    /// <summary>Whether a pledge matches by everything that does not change with the day: all but <see cref="LeastStage"/>.</summary>
    internal bool Matches(Pledge pledge, SupportType support, Nation nation) =>
        (Support.IsEmpty || Support.Contains(pledge.Support))
        && (Families.IsEmpty || Families.Contains(support.Family))
        && (Nations.IsEmpty || Nations.Contains(pledge.Nation))
        && (Zones.IsEmpty || (pledge.Zone is { } zone && Zones.Contains(zone)))
        && (Pledges.IsEmpty || Pledges.Contains(pledge.Id))
        && (Roles.IsEmpty || HasOneOf(nation));

    private bool HasOneOf(Nation nation)
    {
        foreach (var role in nation.Roles)
        {
            if (Roles.Contains(role))
            {
                return true;
            }
        }

        return false;
    }
}
