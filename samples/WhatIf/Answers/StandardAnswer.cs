using Coalition.Analysis;
using Coalition.Sufficiency;

namespace WhatIf.Answers;

/// <summary>What is answered of one standard beyond its verdict: how likely it is, and who is pivotal.</summary>
public sealed class StandardAnswer
{
    /// <summary>What one analysis on the page may use: it is not to outlast the reader's patience, nor to take the memory of others.</summary>
    internal static readonly AnalysisBudget Budget = new() { Nodes = 200_000 };

    private StandardAnswer(StandardReport standard) => Standard = standard;

    internal StandardReport Standard { get; }

    /// <summary>Of a contingent standard with an outlook: how likely it becomes sufficient.</summary>
    internal Likelihood? Likelihood { get; private set; }

    /// <summary>Of a sufficient or contingent standard, if all that is open went well: how power is shared.</summary>
    internal PowerIndices? Power { get; private set; }

    /// <summary>Without whom it fails, each by itself.</summary>
    internal IReadOnlyList<FunctionVariable> Veto { get; private set; } = [];

    /// <summary>How many must withdraw at least to make it fail; null where it does not hang on who takes part.</summary>
    internal int? LeastToBreak { get; private set; }

    /// <summary>Why an analysis is not there; null if none was given up.</summary>
    internal string? GivenUp { get; private set; }

    /// <summary>How likely it is, as a number from nought to one; null where that is not known.</summary>
    internal double? Chance => Standard.Verdict == Verdict.Sufficient ? 1 : Likelihood?.Sufficient;

    internal static StandardAnswer Of(SufficiencyReport report, StandardReport standard, Outlook? outlook, CancellationToken cancellation)
    {
        var answer = new StandardAnswer(standard);
        try
        {
            var analysis = new StandardAnalysis(report, standard, Budget);
            answer.Likelihood = outlook is null ? null : analysis.OverMatters(cancellation)?.Likelihood(outlook, cancellation);
            if (analysis.OverNations(cancellation) is { } overNations)
            {
                answer.Veto = overNations.VetoPlayers();
                answer.Power = overNations.Power(cancellation);
                answer.LeastToBreak = overNations.Resilience(cancellation).LeastToBreak;
            }
        }
        catch (AnalysisBudgetException beyond)
        {
            answer.GivenUp = beyond.Message;
        }

        return answer;
    }
}
