using Coalition.Sufficiency;
using NodaTime;

namespace ParisSummit.Picture;

/// <summary>Days drawn as cells of one width: several cells a day where there is room, several days a cell where there is not.</summary>
internal sealed class TimelineScale
{
    private const int LeastCells = 24;

    private readonly Days days;

    internal TimelineScale(Days days, int width)
    {
        this.days = days;
        width = Math.Max(LeastCells, width);
        Cells = days.Count > width ? width : width / days.Count * days.Count;
    }

    internal int Cells { get; }

    /// <summary>What one cell, or several, stand for.</summary>
    internal string InWords => days.Count == Cells ? "one sign a day"
        : days.Count < Cells ? $"{Words.Of(Cells / days.Count)} signs a day"
        : days.Count % Cells == 0 ? $"one sign for {Words.Of(days.Count / Cells)} days"
        : $"one sign for {Words.Of(days.Count / Cells)} or {Words.Of((days.Count / Cells) + 1)} days";

    /// <summary>The days of a cell.</summary>
    internal Days Of(int cell)
    {
        var first = days.From.PlusDays(Offset(cell));
        return new Days(first, LocalDate.Max(first, days.From.PlusDays(Offset(cell + 1) - 1)));
    }

    /// <summary>The first cell of a day.</summary>
    internal int CellOf(LocalDate day) => Enumerable.Range(0, Cells).First(cell => Of(cell).Until >= day);

    /// <summary>The verdicts of a standard, cell by cell, in their colours.</summary>
    internal Span[] Bar(StandardTimeline standard)
    {
        List<Span> spans = [];
        foreach (var (sign, style) in Enumerable.Range(0, Cells).Select(cell => Sign(standard, Of(cell))))
        {
            if (spans.Count > 0 && spans[^1].Text[0] == sign[0])
            {
                spans[^1] = spans[^1] with { Text = spans[^1].Text + sign };
            }
            else
            {
                spans.Add(new Span(sign, style));
            }
        }

        return [.. spans];
    }

    private static (string Sign, Spectre.Console.Style Style) Sign(StandardTimeline standard, Days cell)
    {
        var first = standard.At(cell.From);
        var isMixed = standard.Intervals.Any(i => i.From <= cell.Until && i.Until >= cell.From && i.Verdict != first.Verdict);
        return isMixed ? (VerdictWords.Several, Page.Bold) : (VerdictWords.Sign(first.Verdict), VerdictWords.Style(first.Verdict));
    }

    private int Offset(int cell) => (int)((long)cell * days.Count / Cells);
}
