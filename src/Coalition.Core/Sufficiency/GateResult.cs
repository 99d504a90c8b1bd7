using System.Collections.Immutable;

namespace Coalition.Sufficiency;

/// <summary>A gate that a pledge does not pass, and why.</summary>
public sealed class GateResult
{
    internal GateResult(Gate gate, Standing standing, string ground, ImmutableArray<OpenMatter> openMatters, Source? source)
    {
        Gate = gate;
        Standing = standing;
        Ground = ground;
        OpenMatters = openMatters;
        Source = source;
    }

    /// <summary>The gate.</summary>
    public Gate Gate { get; }

    /// <summary>Pending, locked or failed.</summary>
    public Standing Standing { get; }

    /// <summary>Why it is not passed, as a phrase without a full stop, such as <c>the approval 'gb-commons' is committed to a vote</c>.</summary>
    public string Ground { get; }

    /// <summary>The open matters that would settle a pending gate, sorted; for a condition, those that it names itself. Empty if the gate is not pending.</summary>
    public ImmutableArray<OpenMatter> OpenMatters { get; }

    /// <summary>On whose word; null if no source is cited.</summary>
    public Source? Source { get; }
}
