using Coalition.Analysis;
using Coalition.Approvals;
using Coalition.Sufficiency;
using NodaTime;

namespace Coalition.Reporting;

/// <summary>What a report is made of.</summary>
/// <remarks>It is about the day, the knowledge and what is granted in <see cref="Report"/>. Immutable.</remarks>
public sealed record ReportContents
{
    /// <summary>What was found.</summary>
    public required SufficiencyReport Report { get; init; }

    /// <summary>Probabilities and costs, for likelihood, importance and remedies; null to leave these out.</summary>
    public Outlook? Outlook { get; init; }

    /// <summary>The laws of nations, to be cited and compared with the approvals on record; null to leave them out.</summary>
    public ApprovalRegimes? Regimes { get; init; }

    /// <summary>The first day of the timeline, inclusive; null for the day of the report.</summary>
    public LocalDate? From { get; init; }

    /// <summary>The last day of the timeline, inclusive; null for twelve months after its first.</summary>
    public LocalDate? Until { get; init; }

    /// <summary>The title; null for that of the model.</summary>
    public string? Title { get; init; }

    /// <summary>How much each analysis may use; null for <see cref="AnalysisBudget.Default"/>. What does not fit is said in its place.</summary>
    public AnalysisBudget? Budget { get; init; }
}
