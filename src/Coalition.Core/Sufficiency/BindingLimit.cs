using System.Collections.Immutable;

namespace Coalition.Sufficiency;

/// <summary>A ceiling or cap that keeps a group of pledges from counting in full.</summary>
public sealed class BindingLimit
{
    internal BindingLimit(NationCode nation, string? approval, string? support, long atMost, Int128 offered, ImmutableArray<string> pledges)
    {
        Nation = nation;
        Approval = approval;
        Support = support;
        AtMost = atMost;
        Offered = offered;
        Pledges = pledges;
    }

    /// <summary>The nation whose cap, or whose parliament's ceiling, it is.</summary>
    public NationCode Nation { get; }

    /// <summary>The id of the approval whose mandate sets the ceiling; null for the total's own cap per nation.</summary>
    public string? Approval { get; }

    /// <summary>The id of the support type that the ceiling limits; null for the total of the mandate, and for a cap.</summary>
    public string? Support { get; }

    /// <summary>The most that the group counts for, inclusive; it counts for exactly that.</summary>
    public long AtMost { get; }

    /// <summary>What the group would bring without any limit.</summary>
    public Int128 Offered { get; }

    /// <summary>The ids of the pledges in the group, in the order of the model.</summary>
    public ImmutableArray<string> Pledges { get; }
}
