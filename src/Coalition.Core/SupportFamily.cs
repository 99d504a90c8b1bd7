namespace Coalition;

/// <summary>The broad kind that a support type belongs to.</summary>
/// <remarks>The families group what planners list together; they carry no order.</remarks>
public enum SupportFamily
{
    /// <summary>Force elements on land, at sea, in the air, and special forces.</summary>
    Forces,

    /// <summary>What forces need to work: air defence, lift, logistics, engineering.</summary>
    Enablers,

    /// <summary>Intelligence products and feeds.</summary>
    Intelligence,

    /// <summary>Training of the beneficiary's forces.</summary>
    Training,

    /// <summary>Weapons and other equipment handed over.</summary>
    Materiel,

    /// <summary>Licences, know-how and joint production.</summary>
    Technology,

    /// <summary>Monitoring and verification, such as of a ceasefire.</summary>
    Monitoring,

    /// <summary>Sanctions on an aggressor.</summary>
    Sanctions,

    /// <summary>Budget and other financial aid.</summary>
    Financial,

    /// <summary>Humanitarian aid.</summary>
    Humanitarian,

    /// <summary>Strategic deterrence by nuclear-armed nations.</summary>
    Deterrence,
}
