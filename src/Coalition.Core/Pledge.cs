using System.Collections.Immutable;
using Coalition.Approvals;
using Coalition.Internal;
using Coalition.Requirements;
using NodaTime;

namespace Coalition;

/// <summary>What one nation offers.</summary>
/// <remarks>Everything here is what is on record; whether the pledge counts on a day follows from it by rules S2 to S7. Equality is by value, and of the lists by sequence.</remarks>
public sealed record Pledge
{
    /// <summary>The id by which filters refer to the pledge.</summary>
    public required string Id { get; init => field = Guard.Id(value); }

    /// <summary>The nation that offers it.</summary>
    public required NationCode Nation { get; init; }

    /// <summary>The id of the support type: a well-known one, or one that the model declares.</summary>
    public required string Support { get; init => field = Guard.Id(value); }

    /// <summary>The stage in which the pledge has been from the start; null if it does not exist before the first of <see cref="Stages"/>.</summary>
    public PledgeStage? Stage { get; init => field = Guard.Defined(value); }

    /// <summary>The dated stages, in any order. The latest up to a day is the stage on that day.</summary>
    public ImmutableArray<StageChange> Stages { get; init => field = Guard.Items(value); } = [];

    /// <summary>The unit of all claims; null for the unit of the support type.</summary>
    public Unit? Unit { get; init => field = Guard.OptionalUnit(value); }

    /// <summary>The figures that sources give for the amount, in any order. None if empty: the pledge then counts as nothing in every total.</summary>
    public ImmutableArray<Claim> Claims { get; init => field = Guard.Items(value); } = [];

    /// <summary>
    /// The share of the amount that can be kept deployed at any time, while the rest prepares or recovers, such as <c>1/3</c>: the amount is then the
    /// whole pool. Null if the amount is what stands deployed, with whatever rotation that takes behind it.
    /// </summary>
    /// <remarks>
    /// A <see cref="Requirement.Total"/> that is <see cref="Requirement.Total.Sustained"/> counts that share of each end of the amount, in the unit of the
    /// pledge, rounded down; any other counts the amount as claimed. Only a pledge of what can rotate may state one: not of money, measures, commitments
    /// or trainees a year.
    /// </remarks>
    /// <exception cref="ArgumentOutOfRangeException">The share is the default value, which is none.</exception>
    public Share? Rotation { get; init => field = Guard.OptionalShare(value); }

    /// <summary>The first day of the pledge, inclusive; null if unbounded.</summary>
    public LocalDate? From { get; init => field = Guard.Day(value); }

    /// <summary>The last day of the pledge, inclusive; null if unbounded.</summary>
    public LocalDate? Until { get; init => field = Guard.Day(value); }

    /// <summary>The notice to move; null if the pledge is ready at any time.</summary>
    public Readiness? Readiness { get; init; }

    /// <summary>Where it would be carried out; null if not stated. On the host's territory it needs the host's consent.</summary>
    public Zone? Zone { get; init => field = Guard.Defined(value); }

    /// <summary>The host, where the zone lies on a host's territory; null for the model's only host.</summary>
    public NationCode? Host { get; init; }

    /// <summary>The ids of the approvals that it needs: of its own nation, and the host's consent.</summary>
    public ImmutableArray<string> Needs { get; init => field = Guard.Items(value); } = [];

    /// <summary>What must hold before the nation acts, read as if the pledge itself stood; null if nothing.</summary>
    public Requirement? Condition { get; init; }

    /// <summary>The id of the source of the pledge, and of each of its stages and claims that cites none; null if none is cited.</summary>
    public string? Source { get; init => field = Guard.OptionalId(value); }

    /// <summary>What the sources say beyond the fields; null if nothing.</summary>
    public string? Note { get; init => field = Guard.OptionalText(value); }

    /// <summary>Equality by value.</summary>
    public bool Equals(Pledge? other) => other is not null
        && Id == other.Id && Nation == other.Nation && Support == other.Support && Stage == other.Stage && Unit == other.Unit && Rotation == other.Rotation
        && From == other.From && Until == other.Until && Readiness == other.Readiness && Zone == other.Zone && Host == other.Host
        && Condition == other.Condition && Source == other.Source && Note == other.Note
        && Sequence.Same(Stages, other.Stages) && Sequence.Same(Claims, other.Claims) && Sequence.Same(Needs, other.Needs);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Id, Nation, Support, Stage, Zone, Sequence.Hash(Stages), Sequence.Hash(Claims), Condition);

    /// <summary>What can be kept deployed of an amount of this pledge (rule S6). Exact: the rest of the division is below a denominator of at most 1,000.</summary>
    internal long Sustained(long amount) => Rotation is not { } share ? amount
        : (amount / share.Denominator * share.Numerator) + (amount % share.Denominator * share.Numerator / share.Denominator);
}
