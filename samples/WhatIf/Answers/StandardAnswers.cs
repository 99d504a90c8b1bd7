using System.Collections.Immutable;
using Coalition.Analysis;
using Coalition.Sufficiency;

namespace WhatIf.Answers;

/// <summary>What is answered of each standard of a report, in its order.</summary>
/// <param name="All">One for each standard.</param>
public sealed record StandardAnswers(ImmutableArray<StandardAnswer> All)
{
    internal static StandardAnswers Of(SufficiencyReport report, Outlook? outlook, CancellationToken cancellation) =>
        new([.. report.Verdicts.Select(s => StandardAnswer.Of(report, s, outlook, cancellation))]);

    /// <summary>That of one standard; null if there is no such standard.</summary>
    internal StandardAnswer? Find(string guarantee, string standard) =>
        All.FirstOrDefault(a => a.Standard.Guarantee == guarantee && a.Standard.Standard == standard);
}
