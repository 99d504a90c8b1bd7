using System.Text.Json.Nodes;
using AngleSharp.Dom;
using Coalition.Analysis;
using Coalition.Sufficiency;

namespace Coalition.Reporting.Tests;

/// <summary>What the report shows equals what the library answers.</summary>
public sealed class NumbersTests
{
    public static TheoryData<string> Names => ["paris-2026", "illustrative"];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Verdicts_OfEachStandard_AreTheLibrarys(string name)
    {
        var (contents, page) = await Read(name);

        var rows = page.QuerySelectorAll("table.verdicts tr[data-standard]").ToList();

        Assert.Equal(
            contents.Report.Verdicts.Select(v => $"{v.Guarantee}/{v.Standard}: {(v.Verdict is { } verdict ? $"{verdict}".ToLowerInvariant() : "not in force")}"),
            rows.Select(r => $"{r.GetAttribute("data-guarantee")}/{r.GetAttribute("data-standard")}: {r.QuerySelector(".verdict")!.LastChild!.TextContent.Trim()}"));
        Assert.Equal(
            contents.Report.Verdicts.Where(v => v.Verdict is not null && v.Grounds is Finding.Total).Select(v => Figures((Finding.Total)v.Grounds)),
            rows.Where((_, i) => contents.Report.Verdicts.ElementAt(i) is { Verdict: not null, Grounds: Finding.Total }).Select(r => string.Join('|', Cells(r)[1..])));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Bars_OfEachTotal_AddUpToTheLibrarys(string name)
    {
        var (contents, page) = await Read(name);
        var totals = contents.Report.Guarantees.SelectMany(RequirementGroup.Of).SelectMany(g => g.IsLadder ? [(Finding.Total)g.Standards[^1].Grounds] : Totals(g.First.Grounds)).ToList();

        var charts = page.QuerySelectorAll("figure[data-chart=bars] script").Select(s => JsonNode.Parse(s.TextContent)!).ToList();

        Assert.NotEmpty(totals);
        Assert.Equal(totals.Count, charts.Count);
        foreach (var (total, chart) in totals.Zip(charts))
        {
            var together = chart["rows"]![0]!;
            Assert.Equal((double)total.Secured.Counted.Amount, Part(together, "firm"));
            Assert.Equal((double)(total.Reachable.Counted.Amount - total.Secured.Counted.Amount), Part(together, "open"));
            Assert.Equal((double)(total.Possible.Counted.Amount - total.Reachable.Counted.Amount), Part(together, "locked"));
            Assert.Equal((double)total.Possible.Shortfall.Amount, Part(together, "missing"));
            Assert.Contains((double)total.Required.Amount, chart["thresholds"]!.AsArray().Select(t => t!["amount"]!.GetValue<double>()));
            foreach (var nation in chart["rows"]!.AsArray().Skip(1))
            {
                var own = total.Contributions.Where(c => c.Standing != Standing.Failed && contents.Report.Model.GetNation(c.Pledge.Pledge.Nation).Name == nation!["name"]!.GetValue<string>()).ToList();
                Assert.NotEmpty(own);
                Assert.Equal(own.Sum(c => c.Secured), Part(nation!, "firm"));
                Assert.Equal(own.Sum(c => c.Reachable - c.Secured), Part(nation!, "open"));
            }
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Timeline_OfEachStandard_HasTheIntervalsOfTheLibrary(string name)
    {
        var (contents, page) = await Read(name);
        var timeline = SufficiencyTimeline.Over(contents.Report.Model, contents.Report.On, contents.Report.On.PlusMonths(12), contents.Report.KnownAsOf);

        var shown = page.QuerySelectorAll("table.intervals tbody tr").Where(r => r.QuerySelector("td") is not null).Select(r => string.Join('|', Cells(r).Take(2))).ToHashSet();

        Assert.Equal(timeline.Standards.SelectMany(s => s.Intervals).Select(i => $"{Words.Day(i.From)}|{Words.Day(i.Until)}").ToHashSet(), shown);
        Assert.Equal(timeline.NextChanges(contents.Report.On).Select(c => c.What), page.QuerySelectorAll("table.next tbody tr").Select(r => Cells(r)[3]));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Analyses_OfEachStandard_AreTheLibrarys(string name)
    {
        var (contents, page) = await Read(name);
        List<StandardAnalysis> analyses = [.. contents.Report.Verdicts.Where(v => v.Verdict is not null).Select(v => new StandardAnalysis(contents.Report, v))];

        Assert.Equal(
            analyses.Select(a => a.OverMatters()).OfType<SufficiencyFunction>().SelectMany(f => f.UnlockSets().ByProbability(contents.Outlook!).Take(5)).Select(s => string.Join(", ", s.Set.Variables)),
            page.QuerySelectorAll("table.unlock tbody tr").Select(r => Cells(r)[1]));
        Assert.Equal(
            analyses.Select(a => a.OverNations()).OfType<SufficiencyFunction>().SelectMany(f => f.Power().Players.Where(p => !p.Swings.IsZero).OrderByDescending(p => p.ShapleyShubik))
                .Select(p => $"{Words.Percent(p.ShapleyShubik.Value)}|{Words.Percent(p.BanzhafNormalised.Value)}|{Words.Percent(p.Banzhaf.Value)}"),
            page.QuerySelectorAll("table.power tbody tr").Select(r => string.Join('|', Cells(r))));
        Assert.Equal(
            analyses.Select(a => a.OverMatters()).OfType<SufficiencyFunction>().Select(f => Words.Percent(f.Likelihood(contents.Outlook!).Sufficient)),
            page.QuerySelectorAll("#likelihood p > strong:first-child").Select(s => s.TextContent));
        Assert.Equal(
            analyses.Select(a => a.FirstMovers()).OfType<FirstMovers>().Sum(m => (int)System.Numerics.BigInteger.Min(5, m.Sets().Count)),
            page.QuerySelectorAll("table.movers tbody tr").Length);
        Assert.Equal(
            analyses.Select(a => a.RemediesOf(contents.Outlook!)).OfType<RemedySelections>().Where(r => r.IsPossible).SelectMany(r => r.Take(5)).Select(s => Words.WithUnit(s.Cost, contents.Outlook!.Remedies!.Unit)),
            page.QuerySelectorAll("table.remedies tbody tr").Select(r => Cells(r)[0]));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task FiguresAndSources_OfTheModel_AreAllThere(string name)
    {
        var (contents, page) = await Read(name);
        var model = contents.Report.Model;

        Assert.Equal(model.Pledges.Sum(p => p.Claims.Length), page.QuerySelectorAll("table.claims tbody tr").Length);
        Assert.Equal(
            model.Sources.Concat(contents.Outlook!.Sources).Select(s => $"{s.Label}: {s.Title}".ToLowerInvariant()),
            page.QuerySelectorAll("table.sources tbody tr").Select(r => $"{r.QuerySelector(".label")!.TextContent}: {r.QuerySelector("th bdi")!.TextContent}".ToLowerInvariant()));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Law_OfEachApproval_HasItsStateOnTheDay(string name)
    {
        var (contents, page) = await Read(name);
        var text = page.GetElementById("law")!.TextContent;

        Assert.NotEmpty(contents.Report.Model.Approvals);
        Assert.All(contents.Report.Model.Approvals, a =>
            Assert.Contains(contents.Report.Model.ApprovalState(a.Id, contents.Report.On, contents.Report.KnownAsOf).InWords, text, StringComparison.Ordinal));
    }

    private static IEnumerable<Finding.Total> Totals(Finding finding) => finding is Finding.Total total ? [total] : finding.Parts.SelectMany(Totals);

    private static double Part(JsonNode row, string kind) => row["parts"]!.AsArray().Single(p => p!["kind"]!.GetValue<string>() == kind)!["amount"]!.GetValue<double>();

    private static string Figures(Finding.Total total)
    {
        var (unit, missing) = (total.Required.Unit, total.Reachable.Shortfall.Amount);
        return $"{Words.Amount(total.Secured.Counted.Amount, unit)}|{Words.Amount(total.Reachable.Counted.Amount, unit)}|{Words.WithUnit(total.Required.Amount, unit)}|{(missing == 0 ? "–" : Words.Amount(missing, unit))}";
    }

    private static List<string> Cells(IElement row) => [.. row.QuerySelectorAll("td").Select(c => c.TextContent.Trim())];

    private static async Task<(ReportContents Contents, IDocument Page)> Read(string name)
    {
        var contents = Models.Contents(name);
        return (contents, await HtmlReportTests.Read(contents));
    }
}
