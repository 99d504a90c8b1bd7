namespace Coalition.Approvals;

/// <summary>What a day that passes changes for an approval.</summary>
public enum DeadlineKind
{
    /// <summary>The decision is due: after it, the approval is overdue.</summary>
    Decision,

    /// <summary>Parliament must have been informed: after it, that is overdue.</summary>
    Information,

    /// <summary>Silence ends, and is consent from the day after.</summary>
    Silence,

    /// <summary>Consent must have been given to executive action: after it, forces must withdraw.</summary>
    Consent,

    /// <summary>A mandate that ended goes on provisionally, and after it does not.</summary>
    ProvisionalExtension,

    /// <summary>The mandate ends, be it given by consent or set by the law itself.</summary>
    Mandate,
}
