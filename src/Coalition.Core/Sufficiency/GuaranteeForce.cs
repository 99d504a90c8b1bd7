namespace Coalition.Sufficiency;

/// <summary>Whether a guarantee is in force on a day.</summary>
/// <remarks>Ordered: from <see cref="TriggerUnknown"/> on there is a verdict. The default value is <see cref="OutsideTerm"/>: not in force.</remarks>
public enum GuaranteeForce
{
    /// <summary>The day lies outside its term: there is no verdict.</summary>
    OutsideTerm,

    /// <summary>Its trigger is ruled out, or has ended: there is no verdict.</summary>
    TriggerGone,

    /// <summary>Its trigger is not known to have occurred, and not taken as granted; it is evaluated all the same.</summary>
    TriggerUnknown,

    /// <summary>It is in force.</summary>
    InForce,
}
