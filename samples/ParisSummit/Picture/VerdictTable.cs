using Coalition;
using Coalition.Sufficiency;
using Spectre.Console;

namespace ParisSummit.Picture;

/// <summary>One row for each guarantee and standard: the verdict and the figures.</summary>
internal sealed class VerdictTable
{
    private const int Gap = 2;
    private const int VerdictWidth = 16;
    private const int LeastTitleWidth = 30;
    private static readonly string[] Heads = ["now", "at best", "required", "short now", "at best"];

    private readonly Page page;
    private readonly SufficiencyReport report;
    private readonly int[] widths;
    private readonly int titleWidth;
    private readonly bool isNarrow;

    private VerdictTable(Page page, SufficiencyReport report)
    {
        this.page = page;
        this.report = report;
        List<string[]> rows = [.. report.Verdicts.Select(Figures)];
        widths = [.. Heads.Select((head, i) => Gap + rows.Select(r => r[i].Length).Append(head.Length).Max())];

        // No wider than it needs to be, so that the eye finds from the title to its figures.
        var widest = report.Verdicts.Select(v => Title(v).Sum(s => s.Text.Length)).DefaultIfEmpty(0).Max();
        titleWidth = Math.Min(widest, page.Width - VerdictWidth - widths.Sum());
        isNarrow = titleWidth < Math.Min(widest, LeastTitleWidth);
    }

    internal static void Draw(Page page, SufficiencyReport report) => new VerdictTable(page, report).Draw();

    internal static string Force(GuaranteeReport guarantee) => guarantee.Force switch
    {
        GuaranteeForce.OutsideTerm => $" – outside its term, {Term(guarantee.Guarantee)}",
        GuaranteeForce.TriggerGone => $" – not in force: {guarantee.Guarantee.Trigger} is {guarantee.Trigger!.Name}",
        GuaranteeForce.TriggerUnknown => $" – awaits {guarantee.Guarantee.Trigger}",
        _ => guarantee.Trigger switch
        {
            CircumstanceState.Occurred occurred => $" – in force since {Words.Of(occurred.Since)}",
            CircumstanceState.Unknown => $" – in force: {guarantee.Guarantee.Trigger} is taken as granted",
            _ => " – in force",
        },
    };

    /// <summary>What kind of word stands behind a standard. What is made up must not pass for a measure that somebody stands for.</summary>
    internal static Span Label(StandardReport standard) => standard.Source is not { } source ? ""
        : new Span($" [{Words.Label(source.Label)}]", source.Label == SourceLabel.Illustrative ? Page.Bold : Page.Faint);

    private void Draw()
    {
        page.Blank();
        Row(new Span("verdict", Page.Faint), [new Span("by whose measure", Page.Faint)], Heads, Page.Faint);
        foreach (var guarantee in report.Guarantees)
        {
            var isJudged = guarantee.Force >= GuaranteeForce.TriggerUnknown;
            page.Line(0, new Span(guarantee.Guarantee.Title ?? guarantee.Guarantee.Id, Page.Bold), new Span(isJudged ? "" : Force(guarantee), Page.Faint));
            foreach (var standard in guarantee.Standards)
            {
                var verdict = new Span($"{VerdictWords.Sign(standard.Verdict)} {VerdictWords.Word(standard.Verdict)}", VerdictWords.Style(standard.Verdict));
                Row(verdict, Title(standard), isJudged ? Figures(standard) : [.. Heads.Select(_ => "")], null);
            }
        }
    }

    // On a narrow page the figures stand below the title.
    private void Row(Span verdict, Span[] title, string[] figures, Style? style)
    {
        IEnumerable<Column> cells = figures.Select((figure, i) => Column.Right(widths[i], new Span(figure, style)));
        if (isNarrow)
        {
            page.Row(0, Column.Fixed(VerdictWidth, verdict), Column.Rest(title));
            page.Row(0, [Column.Rest(""), .. cells]);
        }
        else
        {
            page.Row(0, [Column.Fixed(VerdictWidth, verdict), Column.Fixed(titleWidth, title), .. cells]);
        }
    }

    private static string[] Figures(StandardReport standard)
    {
        var measure = Measure.Of(standard.Grounds);
        return [measure.Now, measure.AtBest, measure.Required, measure.ShortNow, measure.ShortAtBest];
    }

    private static Span[] Title(StandardReport standard) =>
        [standard.Definition.Title ?? standard.Standard, standard.Source?.Label == SourceLabel.Illustrative ? Label(standard) : ""];

    private static string Term(Guarantee guarantee) =>
        $"{(guarantee.From is { } from ? $"from {Words.Of(from)}" : "")}{(guarantee.Until is { } until ? $" until {Words.Of(until)}" : "")}".TrimStart();
}
