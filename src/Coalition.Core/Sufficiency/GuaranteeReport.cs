using System.Collections.Immutable;

namespace Coalition.Sufficiency;

/// <summary>What was found of one guarantee on the day.</summary>
public sealed class GuaranteeReport
{
    internal GuaranteeReport(Guarantee guarantee, GuaranteeForce force, CircumstanceState? trigger, ImmutableArray<StandardReport> standards)
    {
        Guarantee = guarantee;
        Force = force;
        Trigger = trigger;
        Standards = standards;
    }

    /// <summary>The guarantee.</summary>
    public Guarantee Guarantee { get; }

    /// <summary>Whether it is in force.</summary>
    public GuaranteeForce Force { get; }

    /// <summary>The state of its trigger by what is on record; null if it has none.</summary>
    public CircumstanceState? Trigger { get; }

    /// <summary>What was found by each of its standards, in their order.</summary>
    public ImmutableArray<StandardReport> Standards { get; }
}
