using Coalition;
using Coalition.Approvals;
using NodaTime;

namespace ParisSummit;

/// <summary>The operation that the program asks the law of states about: the force of the Paris talks.</summary>
internal static class ParisOperation
{
    internal static Operation Force { get; } = new()
    {
        Frame = OrganisationalFrame.AdHocCoalition,
        IsArmed = true,
        Headcount = 1_000,
        Zone = Zone.Rear,
        HasUnMandate = false,
        HasTreatyBasis = false,
        IsUrgent = false,
    };

    /// <summary>The same in words.</summary>
    internal const string InWords =
        "the force of the Paris talks: an ad hoc coalition; armed; 1,000 persons; in the rear; no UN mandate, no treaty as its basis; not urgent";

    /// <summary>What a state's law answers; or, where it has no answer for the day, why.</summary>
    internal static (ProcedureAnswer? Answer, string? Refusal) Ask(ApprovalRegime regime, LocalDate on)
    {
        try
        {
            return (regime.ProcedureFor(Force, on), null);
        }
        catch (Exception refusal) when (refusal is RegimeConflictException or RegimeOutOfDateException)
        {
            return (null, refusal.Message);
        }
    }
}
