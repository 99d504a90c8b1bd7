namespace Coalition.Approvals;

/// <summary>Why executive action must end.</summary>
public enum TerminationCause
{
    /// <summary>Parliament refused its consent.</summary>
    Rejected,

    /// <summary>A body annulled it.</summary>
    Annulled,

    /// <summary>A body objected to it within the time for that.</summary>
    Objected,

    /// <summary>The time for which forces may act without consent passed.</summary>
    DeadlinePassed,
}
