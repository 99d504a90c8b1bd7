using Coalition.Internal;

namespace Coalition.Approvals;

/// <summary>How far to trust a regime, in the words of the facts.</summary>
public sealed record RegimeConfidence
{
    /// <summary>On what it rests, such as <c>source_found_here</c> or <c>general_knowledge</c>. Not empty.</summary>
    public required string Basis { get; init => field = Guard.Text(value); }

    /// <summary>How much, such as <c>high</c>, <c>medium</c> or <c>low</c>. Not empty.</summary>
    public required string Level { get; init => field = Guard.Text(value); }

    /// <summary>What is still to be verified; null if nothing is named.</summary>
    public string? Verify { get; init => field = Guard.OptionalText(value); }
}
