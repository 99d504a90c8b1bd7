using System.Collections.Immutable;

namespace Coalition.Sufficiency;

/// <summary>What a total comes to at one of the three bounds.</summary>
public sealed class TotalAmount
{
    internal TotalAmount(Quantity counted, Quantity shortfall, ImmutableArray<BindingLimit> limits)
    {
        Counted = counted;
        Shortfall = shortfall;
        Limits = limits;
    }

    /// <summary>The greatest sum that exceeds no pledge, ceiling or cap (rule S6).</summary>
    public Quantity Counted { get; }

    /// <summary>How much is missing to the required figure, exactly; nothing if none.</summary>
    public Quantity Shortfall { get; }

    /// <summary>The ceilings and caps that bind. Every other pledge that counts does so in full.</summary>
    public ImmutableArray<BindingLimit> Limits { get; }
}
