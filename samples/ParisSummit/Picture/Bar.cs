using Coalition.Sufficiency;

namespace ParisSummit.Picture;

/// <summary>A total as a bar, full at the required figure: what counts now, at best, if all move together, and what is missing.</summary>
internal static class Bar
{
    internal const string Key = "█ counts now  ▒ at best  ░ only if all who wait move together  · missing";

    private const int Wide = 40;
    private const int Medium = 28;
    private const int Narrow = 16;

    internal static int WidthOn(Page page) => page.Width >= 120 ? Wide : page.Width >= 100 ? Medium : Narrow;

    internal static Span Of(Finding.Total total, int width)
    {
        var now = Cells(total.Secured);
        var atBest = Math.Max(now, Cells(total.Reachable));
        var together = Math.Max(atBest, Cells(total.Possible));
        var bar = new string('█', now) + new string('▒', atBest - now) + new string('░', together - atBest) + new string('·', width - together);
        return new Span(bar, VerdictWords.Style(total.Verdict));

        // Rounded down, so that only what is enough looks full; but never down to nothing.
        int Cells(TotalAmount amount)
        {
            var counted = Int128.Min(amount.Counted.Amount, total.Required.Amount);
            return counted == total.Required.Amount ? width
                : counted == 0 ? 0
                : Math.Max(1, (int)(counted * width / total.Required.Amount));
        }
    }
}
