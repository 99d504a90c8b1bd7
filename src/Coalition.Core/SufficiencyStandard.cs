using Coalition.Internal;
using Coalition.Requirements;

namespace Coalition;

/// <summary>By whose measure a guarantee is enough: a requirement and its source.</summary>
public sealed record SufficiencyStandard
{
    /// <summary>The id by which the guarantee and reports refer to the standard; unique within its guarantee.</summary>
    public required string Id { get; init => field = Guard.Id(value); }

    /// <summary>What is enough.</summary>
    public required Requirement Requires { get; init => field = value ?? throw new ArgumentNullException(nameof(Requires)); }

    /// <summary>The name to show; null to show the id.</summary>
    public string? Title { get; init => field = Guard.OptionalText(value); }

    /// <summary>The id of the source whose measure this is; null if none is cited.</summary>
    public string? Source { get; init => field = Guard.OptionalId(value); }

    /// <summary>What the source says beyond the fields; null if nothing.</summary>
    public string? Note { get; init => field = Guard.OptionalText(value); }
}
