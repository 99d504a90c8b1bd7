using Coalition;
using Coalition.Sufficiency;
using NodaTime;

namespace ParisSummit.Picture;

/// <summary>The verdicts over days: as bars under one scale, then as intervals with what began each, then what falls due.</summary>
internal sealed class TimelinePicture
{
    private const int Indent = 2;
    private const int Gap = 2;
    private const int WidestBar = 96;
    private const int DatesWidth = 26;
    private const int VerdictWidth = 16;

    private readonly Page page;
    private readonly CoalitionModel model;
    private readonly SufficiencyTimeline timeline;
    private readonly Days days;

    private TimelinePicture(Page page, CoalitionModel model, SufficiencyTimeline timeline)
    {
        this.page = page;
        this.model = model;
        this.timeline = timeline;
        days = new Days(timeline.From, timeline.Until);
    }

    /// <param name="page">Where to draw.</param>
    /// <param name="model">The model, with what is assumed.</param>
    /// <param name="timeline">Its timeline.</param>
    /// <param name="on">The day of the timeline from which to look ahead; null if all of its days have passed.</param>
    internal static void Draw(Page page, CoalitionModel model, SufficiencyTimeline timeline, LocalDate? on)
    {
        var picture = new TimelinePicture(page, model, timeline);
        picture.DrawHead();
        if (!timeline.Standards.IsEmpty)
        {
            picture.DrawBars(on);
            picture.DrawIntervals();
        }

        picture.DrawDue(on);
    }

    private void DrawHead()
    {
        Headline.Title(page, model);
        var length = Words.Many(days.Count, "day", "days");
        page.Line(0, new Span(
            $"From {Words.Of(days.From)} until {Words.Of(days.Until)}, both included ({length}), {Headline.Known(model, timeline.KnownAsOf)}.", Page.Faint));
        Headline.Assumed(page, model, on => on <= days.Until ? "" : $", which is after {Words.Of(days.Until)} and has no effect on these days");
        page.Blank();
        page.Line(0, new Span(Answer(), Page.Bold));
    }

    private string Answer()
    {
        if (timeline.Standards.IsEmpty)
        {
            return "The model promises nothing: there is no standard to judge by.";
        }

        List<TimelineInterval> changes = [.. timeline.Standards.SelectMany(s => s.Intervals.Zip(s.Intervals.Skip(1)))
            .Where(pair => pair.First.Verdict != pair.Second.Verdict).Select(pair => pair.Second)];
        var changing = timeline.Standards.Count(s => s.Intervals.Select(i => i.Verdict).Distinct().Skip(1).Any());
        var all = Words.Many(timeline.Standards.Length, "standard", "standards");
        return changing == 0 ? $"Of {all}, none changes its verdict on these days."
            : $"Of {all}, {Words.Of(changing)} {(changing == 1 ? "changes its verdict" : "change their verdicts")} on these days, first on {Words.Of(changes.Min(c => c.From))}.";
    }

    private void DrawBars(LocalDate? on)
    {
        var widest = timeline.Standards.Max(s => Title(s).Length);
        var titleWidth = Gap + Math.Min(widest, page.Width * 2 / 5);
        var scale = new TimelineScale(days, Math.Min(WidestBar, page.Width - Indent - titleWidth));
        page.Blank();
        var (first, last) = (Words.Of(days.From), Words.Of(days.Until));
        Row("", new Span(days.Count == 1 ? first : first + last.PadLeft(scale.Cells - first.Length), Page.Faint));
        if (on is { } day)
        {
            var cell = scale.CellOf(day);
            var label = Words.Of(day);
            Row("", new Span(cell + 2 + label.Length <= scale.Cells ? $"{new string(' ', cell)}▼ {label}" : $"{label} ▼".PadLeft(cell + 1), Page.Faint));
        }

        foreach (var guarantee in model.Guarantees)
        {
            page.Line(0, new Span(guarantee.Title ?? guarantee.Id, Page.Bold));
            foreach (var standard in timeline.Standards.Where(s => s.Guarantee == guarantee.Id))
            {
                Row(Title(standard), scale.Bar(standard));
            }
        }

        page.Blank();
        var shown = timeline.Standards.SelectMany(s => s.Intervals).Select(i => i.Verdict).Distinct().OrderDescending();
        var signs = shown.Select(v => $"{VerdictWords.Sign(v)} {VerdictWords.Word(v)}").ToList();
        if (days.Count > scale.Cells)
        {
            signs.Add($"{VerdictWords.Several} several of them");
        }

        page.Line(0, new Span($"{string.Join("   ", signs)}; {scale.InWords}{(on is null ? "" : "; ▼ the day asked about")}", Page.Faint));

        void Row(string title, params Span[] bar) => page.Row(Indent, Column.Fixed(titleWidth - Gap, title), Column.Fixed(Gap, ""), Column.Rest(bar));
    }

    private void DrawIntervals()
    {
        page.Heading("From which day to which, and what began it");
        foreach (var guarantee in model.Guarantees)
        {
            page.Blank();
            page.Line(0, new Span(guarantee.Title ?? guarantee.Id, Page.Bold));

            // Standards that change alike, for the same reasons, are told together.
            foreach (var alike in timeline.Standards.Where(s => s.Guarantee == guarantee.Id).GroupBy(Told))
            {
                page.Line(Indent, string.Join("; ", alike.Select(Title)));
                foreach (var interval in alike.First().Intervals)
                {
                    DrawInterval(guarantee, interval);
                }
            }
        }
    }

    private void DrawInterval(Guarantee guarantee, TimelineInterval interval)
    {
        var dates = interval.From == interval.Until ? Words.Of(interval.From) : $"{Words.Of(interval.From)} to {Words.Of(interval.Until)}";
        var verdict = new Span($"{VerdictWords.Sign(interval.Verdict)} {VerdictWords.Word(interval.Verdict)}", VerdictWords.Style(interval.Verdict));
        var why = string.Join("; ", Causes(interval));
        var force = Force(guarantee, interval.Force);
        page.Row(
            2 * Indent, Column.Fixed(DatesWidth, dates), Column.Fixed(VerdictWidth, verdict),
            Column.Rest(why, new Span(why.Length == 0 || force.Length == 0 ? force : $" – {force}", Page.Faint)));
    }

    private void DrawDue(LocalDate? on)
    {
        if (on is not { } day)
        {
            page.Heading("Next due");
            page.Line(0, $"Nothing: all these days are before {Words.Of(model.AsOf)}, the model's as-of date. --on asks about a day among them.");
            return;
        }

        page.Heading($"Next due, seen from {Words.Of(day)}");
        var due = timeline.NextChanges(day);
        if (due.IsEmpty)
        {
            page.Line(0, $"Nothing that is on record ends, falls due or begins until {Words.Of(days.Until)}.");
            return;
        }

        page.Line(0, new Span("The last day on which things still are as they are, and how many days are left.", Page.Faint));
        var notices = due.Select(Notice).ToList();
        var width = notices.Max(n => n.Length);
        foreach (var (change, notice) in due.Zip(notices))
        {
            page.Row(
                0, Column.Fixed(12, Words.Of(change.LastDay)), Column.Right(width, notice), Column.Fixed(Gap, ""),
                Column.Fixed(4, change.Change.Nation is { } nation ? nation.Value : "–"), Column.Rest(change.What));
        }
    }

    // What happens to several in the same words is told once.
    private static IEnumerable<string> Causes(TimelineInterval interval) =>
        interval.Changes.GroupBy(c => (c.Kind, c.Detail)).Select(alike => alike.First().ToString().Replace(
            $"'{alike.First().Subject}'", string.Join(", ", alike.Select(c => $"'{c.Subject}'")), StringComparison.Ordinal));

    private static string Notice(UpcomingChange change) => change.DaysOfNotice == 0 ? "that day" : Words.Many(change.DaysOfNotice, "day", "days");

    private static string Force(Guarantee guarantee, GuaranteeForce force) => force switch
    {
        GuaranteeForce.OutsideTerm => "outside its term",
        GuaranteeForce.TriggerGone => $"{guarantee.Trigger} has ended or is ruled out",
        GuaranteeForce.TriggerUnknown => $"awaits {guarantee.Trigger}",
        _ => "in force",
    };

    private static string Told(StandardTimeline standard) => string.Join(
        '\n', standard.Intervals.Select(i => $"{i}: {string.Join("; ", i.Changes)}"));

    private string Title(StandardTimeline standard)
    {
        var definition = model.GetGuarantee(standard.Guarantee).Standards.First(s => s.Id == standard.Standard);
        return definition.Title ?? definition.Id;
    }
}
