using System.Collections.Immutable;

namespace Coalition.Sufficiency;

/// <summary>Pledges, and ceilings, that two totals draw on at once (rule S6).</summary>
/// <remarks>Totals are not allocated jointly: what is shared is counted in each.</remarks>
public sealed class SharedUse
{
    internal SharedUse(Finding.Total first, string otherGuarantee, string otherStandard, Finding.Total second, ImmutableArray<string> pledges, ImmutableArray<string> approvals)
    {
        First = first;
        OtherGuarantee = otherGuarantee;
        OtherStandard = otherStandard;
        Second = second;
        Pledges = pledges;
        Approvals = approvals;
    }

    /// <summary>The one total.</summary>
    public Finding.Total First { get; }

    /// <summary>The id of the guarantee of the other total: the same, or another that is promised besides.</summary>
    public string OtherGuarantee { get; }

    /// <summary>The id of the standard of the other total.</summary>
    public string OtherStandard { get; }

    /// <summary>The other total.</summary>
    public Finding.Total Second { get; }

    /// <summary>The ids of the pledges that count in both at <see cref="Verdict.Deadlocked"/> or better, in the order of the model.</summary>
    public ImmutableArray<string> Pledges { get; }

    /// <summary>The ids of the approvals whose ceilings limit both, sorted.</summary>
    public ImmutableArray<string> Approvals { get; }
}
