using Coalition.Internal;

namespace Coalition;

/// <summary>A pledge reaches a stage on a day.</summary>
public sealed record StageChange : DatedFact
{
    /// <summary>The stage that the pledge is in from that day on.</summary>
    public required PledgeStage Stage { get; init => field = Guard.Defined(value); }

    private protected override void Close()
    {
    }
}
