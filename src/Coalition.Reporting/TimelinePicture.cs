using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Coalition.Sufficiency;
using NodaTime;

namespace Coalition.Reporting;

/// <summary>The verdicts of one guarantee over days; standards that change alike, for the same reasons, are one row.</summary>
internal sealed class TimelinePicture
{
    private readonly Gathered gathered;

    internal TimelinePicture(Gathered gathered, Guarantee guarantee)
    {
        this.gathered = gathered;
        Guarantee = guarantee;
        Rows = [.. gathered.Timeline.Standards.Where(s => s.Guarantee == guarantee.Id)
            .GroupBy(s => string.Join('\n', s.Intervals.Select(i => $"{i}: {string.Join("; ", i.Changes)}"))).Select(g => g.ToImmutableArray())];
    }

    internal Guarantee Guarantee { get; }

    internal ImmutableArray<ImmutableArray<StandardTimeline>> Rows { get; }

    internal string Says
    {
        get
        {
            var all = Rows.SelectMany(r => r).ToList();
            var changes = all.SelectMany(s => s.Intervals.Zip(s.Intervals.Skip(1))).Where(p => p.First.Verdict != p.Second.Verdict).Select(p => p.Second.From).ToList();
            var changing = all.Count(s => s.Intervals.Select(i => i.Verdict).Distinct().Skip(1).Any());
            return changing == 0 ? $"No verdict changes until {Words.Day(gathered.Until)}"
                : $"{Words.Number(changing)} of {Words.Many(all.Count, "verdict changes", "verdicts change")}, first on {Words.Day(changes.Min())}";
        }
    }

    internal string Data => Chart.Json(new JsonObject
    {
        ["from"] = Words.Day(gathered.From),
        ["end"] = Words.Day(After(gathered.Until)),
        ["on"] = gathered.Report.On >= gathered.From && gathered.Report.On <= gathered.Until ? Words.Day(gathered.Report.On) : null,
        ["onLabel"] = $"{Words.Day(gathered.Report.On)}: the day of this report",
        ["rows"] = Chart.Array(Rows.Select(Row)),
    });

    internal string Titles(ImmutableArray<StandardTimeline> alike) => string.Join("; ", alike.Select(Title));

    /// <summary>What began an interval; what happens to several in the same words is told once.</summary>
    internal static string Causes(TimelineInterval interval) => string.Join("; ", interval.Changes.GroupBy(c => (c.Kind, c.Detail, c.On)).Select(alike =>
        alike.First().ToString().Replace($"'{alike.First().Subject}'", string.Join(", ", alike.Select(c => $"'{c.Subject}'")), StringComparison.Ordinal)));

    private JsonNode Row(ImmutableArray<StandardTimeline> alike) => new JsonObject
    {
        ["name"] = Chart.Text(alike.Length == 1 ? Title(alike[0]) : $"{Title(alike[0])}, and {Words.Number(alike.Length - 1)} more"),
        ["spans"] = Chart.Array(alike[0].Intervals.Select(i => (JsonNode)new JsonObject
        {
            ["from"] = Words.Day(i.From),
            ["end"] = Words.Day(After(i.Until)),
            ["kind"] = VerdictWords.Class(i.Verdict),
            ["word"] = $"{VerdictWords.Sign(i.Verdict)} {VerdictWords.Word(i.Verdict)}",
            ["tip"] = $"{Words.Day(i.From)} to {Words.Day(i.Until)}: {VerdictWords.Word(i.Verdict)}{(i.Changes.IsEmpty ? "" : $"\n{Words.Level(Causes(i))}")}\n{Words.Level(Titles(alike))}",
        })),
    };

    private string Title(StandardTimeline standard) => Words.Title(Guarantee.Standards.First(s => s.Id == standard.Standard));

    // The end of the calendar has no day after it.
    private static LocalDate After(LocalDate day) => day.Year == 9999 && day is { Month: 12, Day: 31 } ? day : day.PlusDays(1);
}
