using System.Collections.Immutable;
using Coalition.Comparison;
using Coalition.Sufficiency;
using WhatIf.Address;
using WhatIf.Models;

namespace WhatIf.Answers;

/// <summary>What the page shows of a scenario: what was found, what moved against the model as it is, and why.</summary>
public sealed record Answer
{
    /// <summary>How many sets of changes are tried for a smallest cause: all of up to seven changes, and of more all the small ones.</summary>
    internal static readonly ComparisonBudget Budget = new() { Sets = 128 };

    /// <summary>The model, as it is.</summary>
    public required LoadedModel Loaded { get; init; }

    /// <summary>What was asked of it, as far as it can be.</summary>
    public required Scenario Scenario { get; init; }

    /// <summary>What cannot be asked.</summary>
    public required ImmutableArray<AddressProblem> Problems { get; init; }

    /// <summary>What is found.</summary>
    public required SufficiencyReport Report { get; init; }

    /// <summary>What could be granted, or is: the matters that are open without any grant.</summary>
    public required ImmutableArray<OpenMatter> Grantable { get; init; }

    /// <summary>What is other than in the model as it is.</summary>
    public required CoalitionComparison Comparison { get; init; }

    /// <summary>How likely, and who is pivotal.</summary>
    public required StandardAnswers Standards { get; init; }

    /// <summary>The same of the model as it is.</summary>
    public required StandardAnswers AsItIs { get; init; }

    /// <summary>The move of a standard; null if its verdict is what it was.</summary>
    internal VerdictMove? MoveOf(StandardReport standard) =>
        Comparison.Moves.FirstOrDefault(m => m.Guarantee == standard.Guarantee && m.Standard == standard.Standard);

    /// <summary>Works everything out before anything is drawn.</summary>
    /// <param name="loaded">The model.</param>
    /// <param name="scenario">What is asked.</param>
    /// <param name="problems">The problems that are known already.</param>
    /// <param name="cancellation">Ends the work early.</param>
    /// <exception cref="OperationCanceledException">It took too long.</exception>
    internal static Answer Of(LoadedModel loaded, Scenario scenario, ImmutableArray<AddressProblem> problems, CancellationToken cancellation)
    {
        var hypothesis = Hypothesis.Of(loaded.Model, scenario, cancellation);
        var report = hypothesis.Report;
        var asItIs = loaded.AsItIs(cancellation);
        return new Answer
        {
            Loaded = loaded,
            Scenario = hypothesis.Scenario,
            Problems = [.. problems, .. hypothesis.Problems],
            Report = report,
            Grantable = hypothesis.Grantable,
            Comparison = CoalitionComparison.Between(loaded.Report, report, Budget, cancellation),
            AsItIs = asItIs,
            Standards = hypothesis.Scenario.IsPlain ? asItIs : StandardAnswers.Of(report, loaded.Outlook, cancellation),
        };
    }
}
