namespace Coalition;

/// <summary>The part of the coalition's promise that a guarantee belongs to.</summary>
/// <remarks>The five named pillars are those of the Paris Declaration of 6 January 2026. The default value is <see cref="Other"/>.</remarks>
public enum GuaranteePillar
{
    /// <summary>None of the named ones.</summary>
    Other,

    /// <summary>Monitoring and verification of a ceasefire.</summary>
    CeasefireMonitoring,

    /// <summary>Support for the beneficiary's armed forces.</summary>
    ArmedForcesSupport,

    /// <summary>A multinational force on land, at sea and in the air.</summary>
    MultinationalForce,

    /// <summary>Commitments to act in case of a renewed attack.</summary>
    RenewedAttackCommitments,

    /// <summary>Long-term defence cooperation.</summary>
    LongTermCooperation,
}
