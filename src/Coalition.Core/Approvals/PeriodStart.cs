namespace Coalition.Approvals;

/// <summary>From what the time limit on executive action runs.</summary>
public enum PeriodStart
{
    /// <summary>From the day on which forces act.</summary>
    Action,

    /// <summary>From the day on which parliament was informed, or at the latest should have been.</summary>
    Information,
}
