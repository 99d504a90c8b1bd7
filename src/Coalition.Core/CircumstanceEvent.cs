using Coalition.Internal;

namespace Coalition;

/// <summary>A circumstance occurs, ends, or is ruled out on a day.</summary>
public sealed record CircumstanceEvent : DatedFact
{
    /// <summary>What happens to it.</summary>
    public required CircumstanceChange Change { get; init => field = Guard.Defined(value); }

    private protected override void Close()
    {
    }
}
