using AngleSharp.Html.Parser;
using Coalition.Json;
using Coalition.Sufficiency;
using Coalition.Tests;

namespace Coalition.Reporting.Tests;

public sealed class HtmlReportTests
{
    [Fact]
    public async Task RenderAsync_TheParisModel_ShowsEachVerdict()
    {
        var model = CoalitionJson.Read(Repository.Bytes("samples", "ParisSummit", "paris-2026.json"));
        var report = SufficiencyEvaluator.Evaluate(model, model.AsOf);

        var page = new HtmlParser().ParseDocument(await HtmlReport.RenderAsync(new ReportContents { Report = report }));

        Assert.Equal(report.Verdicts.Count(), page.QuerySelectorAll("table.verdicts tr[data-standard]").Length);
    }
}
