using Coalition.Internal;

namespace Coalition.Approvals;

/// <summary>One outside parliament who can stop a deployment, such as a president.</summary>
public sealed record RegimeActor
{
    /// <summary>Who. Not empty.</summary>
    public required string Actor { get; init => field = Guard.Text(value); }

    /// <summary>By what rule, in the words of the facts. Not empty.</summary>
    public required string Rule { get; init => field = Guard.Text(value); }
}
