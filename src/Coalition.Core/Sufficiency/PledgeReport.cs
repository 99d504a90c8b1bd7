using System.Collections.Immutable;

namespace Coalition.Sufficiency;

/// <summary>How one pledge stands on the day, and why.</summary>
public sealed class PledgeReport
{
    internal PledgeReport(Pledge pledge, Unit unit, PledgeStage stage, Standing standing, ImmutableArray<GateResult> gates, Amount amount)
    {
        Pledge = pledge;
        Unit = unit;
        Stage = stage;
        Standing = standing;
        Gates = gates;
        HasFigure = amount.HasFigure;
        Lower = amount.Lower;
        Upper = amount.Upper;
    }

    /// <summary>The pledge.</summary>
    public Pledge Pledge { get; }

    /// <summary>What its claims are counted in.</summary>
    public Unit Unit { get; }

    /// <summary>Its stage on the day.</summary>
    public PledgeStage Stage { get; }

    /// <summary>The worst of its gates: whether it counts.</summary>
    public Standing Standing { get; }

    /// <summary>The gates that it does not pass; all others are passed.</summary>
    public ImmutableArray<GateResult> Gates { get; }

    /// <summary>Whether any source known by then gives a figure.</summary>
    public bool HasFigure { get; }

    /// <summary>The least lower end over its claims (rule S5); 0 without a figure.</summary>
    public long Lower { get; }

    /// <summary>The greatest upper end over its claims (rule S5); 0 without a figure.</summary>
    public long Upper { get; }

    /// <summary>What it can keep deployed at its lower end: of a pool the share of its rotation, rounded down; otherwise <see cref="Lower"/>.</summary>
    public long SustainedLower => Pledge.Sustained(Lower);

    /// <summary>What it can keep deployed at its upper end: of a pool the share of its rotation, rounded down; otherwise <see cref="Upper"/>.</summary>
    public long SustainedUpper => Pledge.Sustained(Upper);
}
