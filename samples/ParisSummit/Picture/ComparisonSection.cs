using System.Collections.Immutable;
using Coalition.Comparison;
using Coalition.Sufficiency;
using Spectre.Console;

namespace ParisSummit.Picture;

/// <summary>Verdicts that moved with their causes, and changes.</summary>
internal static class ComparisonSection
{
    private const int MostOfUnfinished = 20;

    /// <summary>What was published after the day up to which publications count, and what it changed.</summary>
    internal static void DrawLearnt(Page page, CoalitionComparison comparison)
    {
        page.Heading($"Learnt since {Words.Of(comparison.Before.KnownAsOf)}");
        DrawChanges(page, [.. comparison.Changes.Where(c => c.What != ChangedPart.KnownAsOf)]);
        DrawMoves(page, comparison);
    }

    internal static void DrawMoves(Page page, CoalitionComparison comparison)
    {
        page.Blank();
        var standards = comparison.After.Verdicts.Count();
        page.Line(0, new Span(
            comparison.Moves.IsEmpty ? "No verdict moves."
                : $"Of {Words.Many(standards, "standard", "standards")}, {Words.Of(comparison.Moves.Length)} {(comparison.Moves.Length == 1 ? "changes its verdict" : "change their verdicts")}.",
            Page.Bold));
        foreach (var guarantee in comparison.Moves.GroupBy(m => m.Guarantee))
        {
            var definition = comparison.After.Model.GetGuarantee(guarantee.Key);
            page.Heading(definition.Title ?? definition.Id);
            foreach (var move in guarantee)
            {
                Draw(page, move, comparison.After[move.Guarantee, move.Standard]);
            }
        }
    }

    internal static void DrawChanges(Page page, ImmutableArray<CoalitionChange> changes)
    {
        if (changes.IsEmpty)
        {
            page.Line(0, "Nothing.");
        }

        foreach (var change in changes)
        {
            page.Item(0, Sign(change), change.ToString(), new Span(change.BearsOnVerdicts ? "" : " – bears on no verdict", Page.Faint));
        }
    }

    private static void Draw(Page page, VerdictMove move, StandardReport standard)
    {
        page.Line(
            0, new Span(standard.Definition.Title ?? standard.Standard, Page.Bold), VerdictTable.Label(standard), " – ", Verdict(move.Before), " → ", Verdict(move.After));
        page.Line(2, Why(move.Cause));
        // A cause that was not made small, since the budget ended, may hold nearly all changes.
        var shown = move.Cause.IsIrreducible ? int.MaxValue : MostOfUnfinished;
        foreach (var change in move.Cause.Changes.Take(shown))
        {
            page.Item(2, Sign(change), change.ToString());
        }

        if (move.Cause.Changes.Length > shown)
        {
            page.Line(2, $"and {Words.Of(move.Cause.Changes.Length - shown)} more");
        }

        if (!move.Cause.Along.IsEmpty)
        {
            var more = move.Cause.Along.Length > shown ? $"; and {Words.Of(move.Cause.Along.Length - shown)} more" : "";
            page.Line(2, new Span($"with it: {string.Join("; ", move.Cause.Along.Take(shown))}{more}", Page.Faint));
        }
    }

    private static string Why(MoveCause cause)
    {
        var count = cause.Changes.Length;
        return cause.IsSmallest ? count == 1 ? "by this change alone:" : $"by these {Words.Of(count)} changes together, and by no fewer:"
            : $"by these {Words.Of(count)} changes together; perhaps by fewer, but at least {Words.Of(cause.AtLeast)}:";
    }

    private static Span Verdict(Verdict? verdict) => new($"{VerdictWords.Sign(verdict)} {VerdictWords.Word(verdict)}", VerdictWords.Style(verdict));

    private static Span Sign(CoalitionChange change) => change.Kind switch
    {
        ChangeKind.Added => new Span("+", new Style(Color.Green)),
        ChangeKind.Removed => new Span("−", new Style(Color.Maroon)),
        ChangeKind.Changed => new Span("~", new Style(Color.Olive)),
        _ => "›",
    };
}
