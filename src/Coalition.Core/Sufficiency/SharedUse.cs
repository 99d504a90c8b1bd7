using System.Collections.Immutable;

namespace Coalition.Sufficiency;

/// <summary>Pledges and ceilings that several totals draw on at once (rule S6).</summary>
/// <remarks>
/// Totals are not allocated jointly: what is shared counts in each. Only totals that are to be met together are compared: those of one standard, and those
/// of different guarantees; the standards of one guarantee are alternatives.
/// </remarks>
public sealed class SharedUse
{
    internal SharedUse(ImmutableArray<string> guarantees, string? standard, ImmutableArray<string> pledges, ImmutableArray<string> approvals)
    {
        Guarantees = guarantees;
        Standard = standard;
        Pledges = pledges;
        Approvals = approvals;
    }

    /// <summary>The ids of the guarantees whose totals share, in the order of the model; one where the totals are of one standard.</summary>
    public ImmutableArray<string> Guarantees { get; }

    /// <summary>The id of the standard of which several totals share; null where guarantees do.</summary>
    public string? Standard { get; }

    /// <summary>The ids of the pledges that count in each, at least once all who wait move; in the order of the model.</summary>
    public ImmutableArray<string> Pledges { get; }

    /// <summary>The ids of the approvals whose ceilings limit pledges in each, in the order of the model.</summary>
    public ImmutableArray<string> Approvals { get; }
}
