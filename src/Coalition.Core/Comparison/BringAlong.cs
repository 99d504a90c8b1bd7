using System.Collections.Immutable;

namespace Coalition.Comparison;

/// <summary>What a change takes along: the added nations, support types and sources that it refers to, and the days without which it would not be in view.</summary>
internal sealed class BringAlong
{
    private readonly ImmutableArray<ChangeStep> steps;
    private readonly Dictionary<Reference, List<int>> added = [];
    private readonly Dictionary<DayMoves, int> days = [];

    internal BringAlong(CoalitionModel before, ImmutableArray<ChangeStep> steps)
    {
        this.steps = steps;
        for (var i = 0; i < steps.Length; i++)
        {
            var change = steps[i].Change;
            if (MoveOf(change.What) is var day and not DayMoves.None)
            {
                days.Add(day, i);
            }
            else if (change.Kind == ChangeKind.Added && KindOf(change.What) is { } kind)
            {
                Declare(new Reference(kind, change.Subject!), i);
                if (steps[i].Declares is { } unit && !before.Index.Knows(unit))
                {
                    Declare(new Reference(ReferenceKind.Unit, unit.Code), i);
                }
            }
        }
    }

    /// <summary>The steps that each step takes along.</summary>
    internal int[][] ByStep() => [.. steps.Select(Of)];

    internal static DayMoves MoveOf(ChangedPart what) => what switch
    {
        ChangedPart.Day => DayMoves.Day,
        ChangedPart.KnownAsOf => DayMoves.Knowledge,
        _ => DayMoves.None,
    };

    private static ReferenceKind? KindOf(ChangedPart what) => what switch
    {
        ChangedPart.Nation => ReferenceKind.Nation,
        ChangedPart.SupportType => ReferenceKind.SupportType,
        ChangedPart.Source => ReferenceKind.Source,
        _ => null,
    };

    private void Declare(Reference reference, int step)
    {
        if (!added.TryGetValue(reference, out var declaring))
        {
            added.Add(reference, declaring = []);
        }

        declaring.Add(step);
    }

    private int[] Of(ChangeStep step)
    {
        var along = new SortedSet<int>();
        foreach (var (day, position) in days)
        {
            if ((step.Brings & day) != DayMoves.None)
            {
                along.Add(position);
            }
        }

        foreach (var reference in step.Refers)
        {
            if (added.TryGetValue(reference, out var declaring))
            {
                along.UnionWith(declaring);
            }
        }

        return [.. along];
    }
}
