namespace Coalition.Approvals;

/// <summary>A fact about an operation that the law of some nation turns on.</summary>
public enum OperationInput
{
    /// <summary><see cref="Operation.Frame"/>.</summary>
    Frame,

    /// <summary><see cref="Operation.HasUnMandate"/>.</summary>
    UnMandate,

    /// <summary><see cref="Operation.HasTreatyBasis"/>.</summary>
    TreatyBasis,

    /// <summary><see cref="Operation.IsArmed"/>.</summary>
    Armed,

    /// <summary><see cref="Operation.Headcount"/>.</summary>
    Headcount,

    /// <summary><see cref="Operation.IsUrgent"/>.</summary>
    Urgent,

    /// <summary><see cref="Operation.Support"/>.</summary>
    Support,

    /// <summary><see cref="Operation.Zone"/>.</summary>
    Zone,
}
