using System.Text.RegularExpressions;
using Coalition.Json;
using Coalition.Sufficiency;
using Coalition.Tests.Fixtures;
using NodaTime;
using NodaTime.Text;
using ParisSummit;

namespace Coalition.Tests.Samples;

public partial class ParisSummitTimelineTests
{
    public static TheoryData<string, string> Ranges() => new()
    {
        { "paris-2026.json", "2026-01-05..2026-01-07" },
        { "paris-2026.json", "2026-01-01..2026-02-22" },
        { "paris-2026.json", "2025-01-01..2026-12-31" },
        { "illustrative.json", "2030-05-02..2030-05-02" },
        { "illustrative.json", "2030-06-20..2030-07-20" },
        { "illustrative.json", "2030-01-01..2031-12-31" },
        { "illustrative.json", "0001-01-01..9999-12-31" },
    };

    [Theory]
    [MemberData(nameof(Ranges))]
    public void Run_Timeline_BarsSayWhatTheTimelineSays(string file, string range)
    {
        var bars = BarsOf(SampleRun.Of(SampleRun.ModelFile(file), "--timeline", range));
        var timeline = TimelineOf(file, range);

        Assert.Equal(timeline.Standards.Length, bars.Count);
        Assert.All(timeline.Standards.Zip(bars), pair => Assert.Equal(Drawn(pair.First, pair.Second.Length, timeline), pair.Second));
    }

    [Theory]
    [MemberData(nameof(Ranges))]
    public void Run_Timeline_ListsEveryIntervalWithWhatBeganIt(string file, string range)
    {
        var output = Screens.Unbroken(SampleRun.Of(SampleRun.ModelFile(file), "--timeline", range).Output);
        foreach (var interval in TimelineOf(file, range).Standards.SelectMany(s => s.Intervals))
        {
            var dates = interval.From == interval.Until ? Iso(interval.From) : $"{Iso(interval.From)} to {Iso(interval.Until)}";

            Assert.Contains($" {dates} {Sign(interval.Verdict)} ", output, StringComparison.Ordinal);
            Assert.All(interval.Changes, change => Assert.Contains($"'{change.Subject}'", output, StringComparison.Ordinal));
            if (interval.Changes is [var only])
            {
                Assert.Contains($"{only}", output, StringComparison.Ordinal);
            }
        }
    }

    [Fact]
    public void Run_Timeline_ListsWhatIsDue()
    {
        var run = SampleRun.Of(SampleRun.ModelFile("illustrative.json"), "--timeline", "2030-01-01..2031-12-31");
        var due = TimelineOf("illustrative.json", "2030-01-01..2031-12-31").NextChanges(new LocalDate(2030, 6, 1));

        Assert.NotEmpty(due);
        Assert.Contains("NEXT DUE, SEEN FROM 2030-06-01\n", run.Output, StringComparison.Ordinal);
        var told = Screens.Unbroken(run.Output);
        Assert.All(due, c => Assert.Contains(
            $"{Iso(c.LastDay)} {c.DaysOfNotice} days {c.Change.Nation?.Value ?? "–"} {c.What}", told, StringComparison.Ordinal));
        Assert.EndsWith(
            "2030-06-30   29 days  XA  the mandate of 'xa-parliament' ends on 2030-06-30\n"
            + "2030-07-13   42 days  XC  'xc-air-defence' becomes ready on 2030-07-14\n"
            + "2030-09-30  121 days  XC  the decision of 'xc-council' is due by 2030-09-30\n"
            + "2030-12-31  213 days  –   the term of 'long-term-cooperation' begins on 2031-01-01\n",
            run.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2026-02-01..2026-02-10", "NEXT DUE\nNothing: all these days are before 2026-02-22, the model's as-of date.")]
    [InlineData("2026-03-01..2026-03-10", "NEXT DUE, SEEN FROM 2026-03-01\n")]
    [InlineData("2026-02-01..2026-03-10", "NEXT DUE, SEEN FROM 2026-02-22\n")]
    [InlineData("2026-02-01..2026-03-10", "NEXT DUE, SEEN FROM 2026-02-05\n", "--on", "2026-02-05")]
    [InlineData("2026-02-03..2026-03-10", "NEXT DUE, SEEN FROM 2026-02-03\n", "--on", "2025-12-01")]
    public void Run_Timeline_LooksAheadFromADayOfIt(string range, string expected, params string[] more) =>
        Assert.Contains(expected, SampleRun.Of(["--timeline", range, .. more]).Output, StringComparison.Ordinal);

    [Fact]
    public void Run_DueOnTheDay_SaysSo()
    {
        var run = SampleRun.Of(SampleRun.ModelFile("illustrative.json"), "--timeline", "2030-06-01..2030-12-31", "--on", "2030-06-30");

        Assert.Contains("2030-06-30  that day  XA  the mandate", run.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("From 2026-01-01 until 2026-12-31, both included (365 days), by what was known on 2026-02-22.\n")]
    [InlineData("From 2026-01-01 until 2026-12-31, both included (365 days), by what was known on 2026-01-10, of a\nrecord that goes up to 2026-02-22.\n", "--known-as-of", "2026-01-10")]
    [InlineData("What if: 'ceasefire' occurred on 2026-03-01\n", "--assume", "ceasefire=2026-03-01")]
    [InlineData("What if: 'ceasefire' occurred on 2027-01-01, which is after 2026-12-31 and has no effect on these\ndays\n", "--assume", "ceasefire=2027-01-01")]
    [InlineData("What if: France: fr-land, fr-air, fr-naval withdrawn on 2026-02-22\n", "--withdraw", "FR")]
    [InlineData("'fr-land' reached the stage withdrawn on 2026-04-01", "--withdraw", "FR", "--on", "2026-04-01")]
    [InlineData("◐ contingent    'ceasefire' occurred on 2026-03-01 – in force\n", "--assume", "ceasefire=2026-03-01")]
    public void Run_TimelineWithOptions_Shows(string expected, params string[] more)
    {
        var run = SampleRun.Of(["--timeline", "2026-01-01..2026-12-31", .. more]);

        Assert.Equal(ParisSummitApp.Evaluated, run.ExitCode);
        Assert.Contains(expected, run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Run_TimelineOfAModelWithoutGuarantees_SaysSo()
    {
        using var file = new TemporaryFile(Given.Text("\"pledges\": {}"));

        Assert.Equal(
            "A coalition\nFrom 2026-01-01 until 2026-01-31, both included (31 days), by what was known on 2026-01-10.\n\n"
            + "The model promises nothing: there is no standard to judge by.\n\n"
            + "NEXT DUE, SEEN FROM 2026-01-10\nNothing that is on record ends, falls due or begins until 2026-01-31.\n",
            SampleRun.Of(file.Path, "--timeline", "2026-01-01..2026-01-31").Output);
    }

    private static SufficiencyTimeline TimelineOf(string file, string range)
    {
        var ends = range.Split("..").Select(d => LocalDatePattern.Iso.Parse(d).Value).ToArray();
        return SufficiencyTimeline.Over(CoalitionJson.Read(File.ReadAllBytes(SampleRun.ModelFile(file))), ends[0], ends[1]);
    }

    private static List<string> BarsOf(SampleRun run) => [.. run.Output.Split('\n').Select(line => Bar().Match(line)).Where(m => m.Success).Select(m => m.Groups["bar"].Value)];

    // Day by day, and from the days cell by cell.
    private static string Drawn(StandardTimeline standard, int cells, SufficiencyTimeline timeline)
    {
        long count = Period.DaysBetween(timeline.From, timeline.Until) + 1;
        return string.Concat(Enumerable.Range(0, cells).Select(cell =>
        {
            var first = timeline.From.PlusDays((int)(cell * count / cells));
            var last = timeline.From.PlusDays((int)Math.Max(cell * count / cells, ((cell + 1) * count / cells) - 1));
            var step = Math.Max(1, Period.DaysBetween(first, last) / 5_000);
            HashSet<string> signs = [Sign(standard.At(last).Verdict)];
            for (var day = first; day <= last && Period.DaysBetween(day, last) >= step; day = day.PlusDays(step))
            {
                signs.Add(Sign(standard.At(day).Verdict));
            }

            return signs.Count == 1 ? signs.Single() : "~";
        }));
    }

    private static string Sign(Verdict? verdict) => verdict switch
    {
        Verdict.Sufficient => "✓",
        Verdict.Contingent => "◐",
        Verdict.Deadlocked => "↻",
        Verdict.Insufficient => "✗",
        _ => "–",
    };

    private static string Iso(LocalDate day) => LocalDatePattern.Iso.Format(day);

    [GeneratedRegex("  (?<bar>[✓◐↻✗–~]{24,})$")]
    private static partial Regex Bar();
}
