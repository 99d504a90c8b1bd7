using System.Collections.Immutable;
using Coalition.Analysis;
using Coalition.Sufficiency;

namespace Coalition.Reporting;

/// <summary>What the library answers of one standard beyond its verdict, each question by itself: one that does not fit its budget leaves the others.</summary>
internal sealed class AnalysedStandard
{
    /// <summary>The most sets or selections of a kind that are listed.</summary>
    internal const int MostListed = 5;

    internal AnalysedStandard(StandardAnalysis analysis, Outlook? outlook, CancellationToken cancellation)
    {
        Standard = analysis.Standard;
        var overMatters = Answer<SufficiencyFunction>.To(() => analysis.OverMatters(cancellation));
        UnlockSets = overMatters.Then(f => new ListedSets(f.UnlockSets(cancellation), outlook, cancellation));
        Likelihood = outlook is null ? default : overMatters.Then(f => f.Likelihood(outlook, cancellation));
        var overNations = Answer<SufficiencyFunction>.To(() => analysis.OverNations(cancellation));
        Power = overNations.Then(f => f.Power(cancellation));
        Resilience = overNations.Then(f => f.Resilience(cancellation));
        Veto = overNations.Value is { } function ? [.. function.VetoPlayers().OfType<FunctionVariable.OfNation>().Select(v => v.Nation)] : [];
        FirstMovers = Answer<FirstMovers>.To(() => analysis.FirstMovers(cancellation)).Then(m => new ListedMovers(m, cancellation));
        Remedies = outlook is null ? default : Answer<RemedySelections>.To(() => analysis.RemediesOf(outlook, cancellation)).Then(r => new ListedRemedies(r));
    }

    internal StandardReport Standard { get; }

    /// <summary>Of a contingent standard: the sets of open matters that suffice.</summary>
    internal Answer<ListedSets> UnlockSets { get; }

    internal Answer<Likelihood> Likelihood { get; }

    /// <summary>Of a sufficient or contingent standard: how power is shared among the nations.</summary>
    internal Answer<PowerIndices> Power { get; }

    internal Answer<Resilience> Resilience { get; }

    /// <summary>The nations without each of which it fails.</summary>
    internal ImmutableArray<NationCode> Veto { get; }

    internal Answer<ListedMovers> FirstMovers { get; }

    internal Answer<ListedRemedies> Remedies { get; }
}

/// <summary>The first of many sets: the smallest, or the most probable where probabilities are given.</summary>
internal sealed class ListedSets
{
    internal ListedSets(MinimalSets all, Outlook? outlook, CancellationToken cancellation)
    {
        All = all;
        First = outlook is null ? [.. all.List(AnalysedStandard.MostListed).Sets.Select(s => (s, (double?)null))]
            : [.. all.ByProbability(outlook, cancellation).Take(AnalysedStandard.MostListed).Select(s => (s.Set, (double?)s.Probability))];
    }

    internal MinimalSets All { get; }

    internal ImmutableArray<(MinimalSet Set, double? Probability)> First { get; }
}

/// <summary>The smallest sets of first movers, with the rounds in which the others follow.</summary>
internal sealed class ListedMovers
{
    internal ListedMovers(FirstMovers movers, CancellationToken cancellation)
    {
        All = movers.Sets(cancellation);
        First = [.. All.List(AnalysedStandard.MostListed).Sets.Select(s => Rounds(movers, s, cancellation))];
    }

    internal MinimalSets All { get; }

    internal ImmutableArray<(ImmutableArray<NationCode> Nations, ImmutableArray<FollowingRound> Rounds)> First { get; }

    private static (ImmutableArray<NationCode> Nations, ImmutableArray<FollowingRound> Rounds) Rounds(FirstMovers movers, MinimalSet set, CancellationToken cancellation)
    {
        ImmutableArray<NationCode> nations = [.. set.Variables.OfType<FunctionVariable.OfWaiver>().Select(w => w.Nation)];
        return (nations, movers.RoundsAfter(nations, cancellation));
    }
}

/// <summary>The cheapest selections of remedies.</summary>
internal sealed class ListedRemedies(RemedySelections all)
{
    internal RemedySelections All { get; } = all;

    internal ImmutableArray<RemedySelection> First { get; } = all.IsPossible ? [.. all.Take(AnalysedStandard.MostListed)] : [];
}
