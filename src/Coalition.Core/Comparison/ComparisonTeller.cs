using System.Collections.Immutable;
using System.Globalization;
using Coalition.Internal;
using Coalition.Sufficiency;

namespace Coalition.Comparison;

/// <summary>Tells a comparison to an outline: the verdicts that moved, why each did, and then everything that changed.</summary>
internal sealed class ComparisonTeller(CoalitionComparison comparison, Outline outline)
{
    // A cause that was not made small, since the budget ended, may hold nearly all changes, and so for each of many verdicts.
    private const int MostOfUnfinished = 20;

    internal void Tell()
    {
        outline.Heading(1, "What changed");
        TellReport("Before", comparison.Before);
        TellReport("After", comparison.After);
        TellMoves();
        TellChanges();
    }

    private void TellReport(string when, SufficiencyReport report)
    {
        var title = report.Model.Draft.Title is { } words ? $"{words}: " : "";
        var granted = report.Granted.IsEmpty ? "" : $", what if granted: {string.Join(", ", report.Granted)}";
        outline.Item(0, $"{when}: {title}on {IsoDate.Format(report.On)}, by what was known on {IsoDate.Format(report.KnownAsOf)}{granted}.");
    }

    private void TellMoves()
    {
        outline.Heading(2, "Verdicts that moved");
        if (comparison.Moves.IsEmpty)
        {
            outline.Item(0, "None.");
            return;
        }

        outline.Table(
            ["Guarantee", "Standard", "Before", "After"],
            [.. comparison.Moves.Select(m => new[] { m.Guarantee, m.Standard, VerdictMove.Word(m.Before, m.ForceBefore), VerdictMove.Word(m.After, m.ForceAfter) })]);
        foreach (var move in comparison.Moves)
        {
            outline.Heading(3, move.ToString());
            outline.Item(0, move.Cause.Heading);
            TellSome(move.Cause.Changes, move.Cause.IsIrreducible);
            if (!move.Cause.Along.IsEmpty)
            {
                outline.Item(0, "taking along:");
                TellSome(move.Cause.Along, move.Cause.IsIrreducible);
            }
        }
    }

    private void TellSome(ImmutableArray<CoalitionChange> changes, bool isFinished)
    {
        var shown = isFinished ? changes.Length : Math.Min(changes.Length, MostOfUnfinished);
        foreach (var change in changes[..shown])
        {
            outline.Item(1, change.ToString());
        }

        if (shown < changes.Length)
        {
            outline.Item(1, string.Create(CultureInfo.InvariantCulture, $"and {changes.Length - shown} more"));
        }
    }

    private void TellChanges()
    {
        outline.Heading(2, "All changes");
        if (comparison.Changes.IsEmpty)
        {
            outline.Item(0, "None.");
        }

        foreach (var change in comparison.Changes)
        {
            outline.Item(0, $"{change}{(change.BearsOnVerdicts ? "" : " (bears on no verdict)")}");
        }
    }
}
