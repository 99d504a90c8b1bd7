using System.Text.Json.Nodes;

namespace Coalition.Reporting.Tests;

public sealed class ScaleTests
{
    [Theory]
    [InlineData(35)]
    [InlineData(100)]
    public async Task RenderAsync_ManyNations_DrawsAsManyAsCanBeReadAndListsAll(int nations)
    {
        var page = await HtmlReportTests.Read(Models.Of(Models.Of(nations)));

        var rows = JsonNode.Parse(page.QuerySelector("figure[data-chart=bars] script")!.TextContent)!["rows"]!.AsArray();

        Assert.Equal(1 + Math.Min(nations, TotalPicture.MostRows), rows.Count);
        Assert.Equal(nations > TotalPicture.MostRows, rows[^1]!["name"]!.GetValue<string>() == $"{nations - TotalPicture.MostRows + 1} more");
        Assert.Equal(nations, page.QuerySelector("#amounts table.pledges")!.QuerySelectorAll("tbody tr").Length);
        Assert.Equal(nations, page.QuerySelectorAll(".units li").Length);
        var all = rows.Skip(1).Sum(r => r!["parts"]!.AsArray().Sum(p => p!["amount"]!.GetValue<double>()));
        Assert.Equal(rows[0]!["parts"]!.AsArray().Take(3).Sum(p => p!["amount"]!.GetValue<double>()), all);
    }
}
