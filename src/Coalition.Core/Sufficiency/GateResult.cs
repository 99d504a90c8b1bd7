using System.Collections.Immutable;

namespace Coalition.Sufficiency;

/// <summary>A gate that a pledge does not pass, and why.</summary>
public sealed class GateResult
{
    private readonly Func<string>? tell;
    private readonly Func<ImmutableArray<OpenMatter>>? find;
    private string? ground;
    private ImmutableArray<OpenMatter> openMatters;

    internal GateResult(Gate gate, Standing standing, string ground, ImmutableArray<OpenMatter> openMatters, Source? source)
    {
        Gate = gate;
        Standing = standing;
        this.ground = ground;
        this.openMatters = openMatters;
        Source = source;
    }

    // What a condition says and waits for is told only when asked, since it may be most of the model.
    internal GateResult(Gate gate, Standing standing, Func<string> tell, Func<ImmutableArray<OpenMatter>> find, Source? source)
    {
        Gate = gate;
        Standing = standing;
        this.tell = tell;
        this.find = find;
        Source = source;
    }

    /// <summary>The gate.</summary>
    public Gate Gate { get; }

    /// <summary>Pending, locked or failed.</summary>
    public Standing Standing { get; }

    /// <summary>Why it is not passed, as a phrase without a full stop, such as <c>only declared since 2026-01-06, not firm</c>.</summary>
    public string Ground => ground ??= tell!();

    /// <summary>
    /// The open matters that would settle a pending gate, by kind and in the order of the model; for a condition, those of everything that it waits for.
    /// Empty if the gate is failed.
    /// </summary>
    public ImmutableArray<OpenMatter> OpenMatters
    {
        get
        {
            // Two threads may both look: they find the same.
            if (openMatters.IsDefault)
            {
                openMatters = find!();
            }

            return openMatters;
        }
    }

    /// <summary>On whose word; null if no source is cited.</summary>
    public Source? Source { get; }
}
