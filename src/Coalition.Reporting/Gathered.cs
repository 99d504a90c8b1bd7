using System.Collections.Immutable;
using Coalition.Analysis;
using Coalition.Sufficiency;
using NodaTime;

namespace Coalition.Reporting;

/// <summary>What the sections of the report show, worked out before anything is written.</summary>
internal sealed class Gathered
{
    internal Gathered(ReportContents contents, CancellationToken cancellation)
    {
        Contents = contents;
        From = contents.From ?? Report.On;
        Until = contents.Until ?? (From.Year < 9999 ? From.PlusMonths(12) : new LocalDate(9999, 12, 31));
        Timeline = SufficiencyTimeline.Over(Model, From, Until, Report.KnownAsOf, cancellation);
        Analyses = [.. Report.Verdicts.Where(s => s.Verdict is not null)
            .Select(s => new AnalysedStandard(new StandardAnalysis(Report, s, contents.Budget), contents.Outlook, cancellation))];
    }

    internal ReportContents Contents { get; }

    internal SufficiencyReport Report => Contents.Report;

    internal CoalitionModel Model => Report.Model;

    internal string Title => Contents.Title ?? Model.Draft.Title ?? "A coalition";

    /// <summary>The first day of the timeline, inclusive.</summary>
    internal LocalDate From { get; }

    /// <summary>The last day of the timeline, inclusive.</summary>
    internal LocalDate Until { get; }

    internal SufficiencyTimeline Timeline { get; }

    internal ImmutableArray<AnalysedStandard> Analyses { get; }

    internal string TitleOf(StandardReport standard) => Words.Title(Model.GetGuarantee(standard.Guarantee));
}
