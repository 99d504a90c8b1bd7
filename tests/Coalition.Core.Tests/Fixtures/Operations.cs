using Coalition.Approvals;

namespace Coalition.Tests.Fixtures;

/// <summary>Operations to ask about.</summary>
internal static class Operations
{
    /// <summary>The force of the Paris talks: an armed contingent of an ad hoc coalition in the rear, without a mandate of the UN, not urgent.</summary>
    internal static Operation Paris { get; } = new()
    {
        Frame = OrganisationalFrame.AdHocCoalition,
        IsArmed = true,
        Headcount = 1_000,
        Zone = Zone.Rear,
        HasUnMandate = false,
        HasTreatyBasis = false,
        IsUrgent = false,
    };
}
