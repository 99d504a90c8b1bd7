using System.Collections.Immutable;
using Coalition.Internal;
using Coalition.Sufficiency;

namespace Coalition.Comparison;

/// <summary>Finds for each verdict that moved a smallest set of changes that moves it.</summary>
/// <remarks>
/// Changes are not monotone, so that nothing can be concluded from one set for another: sets are tried by growing size, those of one size in the order of
/// the changes, each once for all verdicts. Where the budget ends first, all changes that bear on verdicts are reduced instead, as in delta debugging (Zeller
/// and Hildebrandt, "Simplifying and isolating failure-inducing input", 2002), until no single change can be left out; for that there is the budget once more,
/// shared among the verdicts that are left. Cost: as many evaluations as there are sets up to the size of the largest cause, at most twice the budget.
/// </remarks>
internal sealed class CauseSearch
{
    private readonly Trials trials;
    private readonly ImmutableArray<ChangeStep> steps;
    private readonly Dictionary<StandardKey, int> standards = [];
    private readonly Verdict?[] wanted;
    private readonly int[] bearing;
    private readonly int budget;
    private readonly CancellationToken cancellation;
    private readonly MoveCause?[] causes;
    private MoveCause? whole;

    /// <summary>How many sets were tried.</summary>
    internal int Tried { get; private set; }

    /// <summary>Prepares the search.</summary>
    internal CauseSearch(
        Trials trials, ImmutableArray<ChangeStep> steps, IReadOnlyList<(StandardKey Standard, Verdict? After)> moves, ComparisonBudget budget,
        CancellationToken cancellation)
    {
        this.trials = trials;
        this.steps = steps;
        this.budget = budget.Sets;
        this.cancellation = cancellation;
        wanted = [.. moves.Select(m => m.After)];
        causes = new MoveCause?[moves.Count];
        bearing = [.. Enumerable.Range(0, steps.Length).Where(i => steps[i].Change.BearsOnVerdicts)];
        foreach (var (standard, _) in moves)
        {
            standards.Add(standard, standards.Count);
        }
    }

    /// <summary>The cause of each move, in their order.</summary>
    internal MoveCause[] Find()
    {
        // Every set smaller than this was tried.
        var size = 1;
        while (Array.Exists(causes, c => c is null) && TryAll(size))
        {
            size++;
        }

        var (left, last) = (causes.Count(c => c is null), Tried + budget);
        for (var move = 0; move < causes.Length; move++)
        {
            if (causes[move] is null)
            {
                causes[move] = Reduced(move, size, Tried + ((last - Tried) / left--));
            }
        }

        return causes!;
    }

    // Whether all sets of a size were tried, or nothing is left to explain.
    private bool TryAll(int size)
    {
        int[] places = [.. Enumerable.Range(0, size)];
        while (size <= bearing.Length)
        {
            if (Tried == budget)
            {
                return false;
            }

            Tried++;

            int[] chosen = [.. places.Select(p => bearing[p])];
            if (Verdicts(chosen) is { } verdicts)
            {
                for (var move = 0; move < causes.Length; move++)
                {
                    if (causes[move] is null && verdicts[move] == wanted[move])
                    {
                        causes[move] = Cause(chosen, isSmallest: true, isIrreducible: true, size);
                    }
                }
            }

            if (!Next(places) || Array.TrueForAll(causes, c => c is not null))
            {
                return true;
            }
        }

        // All changes together give what is after.
        throw new System.Diagnostics.UnreachableException();
    }

    // The next set of that size, in the order of the changes.
    private bool Next(int[] places)
    {
        for (var i = places.Length - 1; i >= 0; i--)
        {
            if (places[i] < bearing.Length - places.Length + i)
            {
                places[i]++;
                for (var j = i + 1; j < places.Length; j++)
                {
                    places[j] = places[j - 1] + 1;
                }

                return true;
            }
        }

        return false;
    }

    // Leaves out half of the changes, then quarters, and so on down to single ones, as long as the rest still does it.
    private MoveCause Reduced(int move, int atLeast, int last)
    {
        var kept = bearing;
        var isIrreducible = false;
        for (var part = Math.Max(1, kept.Length / 2); !isIrreducible && Tried < last; part = Math.Max(1, part / 2))
        {
            var isReduced = false;
            for (var start = 0; start < kept.Length && Tried < last;)
            {
                int[] rest = [.. kept[..start], .. kept[Math.Min(kept.Length, start + part)..]];
                Tried++;
                if (rest.Length > 0 && Verdicts(rest) is { } verdicts && verdicts[move] == wanted[move])
                {
                    kept = rest;
                    isReduced = true;
                }
                else
                {
                    start += part;
                }
            }

            isIrreducible = part == 1 && !isReduced && Tried < last;
        }

        isIrreducible |= kept.Length == atLeast;
        return !isIrreducible && kept.Length == bearing.Length
            ? whole ??= Cause(bearing, isSmallest: false, isIrreducible: false, atLeast)
            : Cause(kept, isSmallest: kept.Length == atLeast, isIrreducible, atLeast);
    }

    private Verdict?[]? Verdicts(int[] chosen) => trials.Verdicts(trials.WithAlong(chosen), standards, cancellation);

    private MoveCause Cause(int[] chosen, bool isSmallest, bool isIrreducible, int atLeast)
    {
        var taken = trials.WithAlong(chosen);
        return new MoveCause(
            [.. chosen.Select(i => steps[i].Change)], [.. Enumerable.Range(0, steps.Length).Where(i => taken[i] && Array.BinarySearch(chosen, i) < 0).Select(i => steps[i].Change)],
            isSmallest, isIrreducible, atLeast);
    }
}
