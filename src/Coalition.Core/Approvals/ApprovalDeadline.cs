using NodaTime;

namespace Coalition.Approvals;

/// <summary>A day that an approval's present state makes matter.</summary>
/// <param name="Kind">What it ends.</param>
/// <param name="LastDay">The last day, inclusive: what ends is gone on the day after. Null where it is not known: the period is in sitting days, and those given do not reach so far, or it runs from an information that has not been given.</param>
public sealed record ApprovalDeadline(DeadlineKind Kind, LocalDate? LastDay);
