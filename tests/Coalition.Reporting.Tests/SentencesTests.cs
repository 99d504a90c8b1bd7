using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Coalition.Sufficiency;

namespace Coalition.Reporting.Tests;

public sealed class SentencesTests
{
    private const string WaitingWithin = """
        {
          "a-land": { "nation": "XA", "support": "land", "stage": "firm", "amount": [{ "from": 4000, "to": 6000 }], "condition": { "total": "air", "atLeast": 1 } },
          "a-air": { "nation": "XA", "support": "air", "stage": "firm", "amount": [{ "from": 10, "to": 10 }], "condition": { "total": "land", "atLeast": 1 } }
        }
        """;

    private const string WaitingForTwo = """
        { "b-naval": { "nation": "XB", "support": "naval", "stage": "firm", "condition": { "allOf": [{ "holds": "truce" }, { "holds": "vote" }] } } }
        """;

    private const string WithoutFigure = """
        {
          "a-land": { "nation": "XA", "support": "land", "stage": "firm", "amount": [{ "from": 4000, "to": 4000 }] },
          "b-land": { "nation": "XB", "support": "land", "stage": "firm" }
        }
        """;

    [Fact]
    public async Task Waiting_PledgesOfOneNationForEachOther_AreACircle()
    {
        var alone = await Page(WaitingWithin);
        var waiting = await Page($$"""{ {{WaitingWithin.Trim()[1..^1]}}, {{WaitingForTwo.Trim()[1..^1]}} }""");

        Assert.Contains("Nobody waits for anybody else.", Text(alone, "#waiting"), StringComparison.Ordinal);
        Assert.Contains("A circle: a-land waits for a-air waits for a-land.", Text(alone, "#waiting"), StringComparison.Ordinal);
        Assert.Contains("; only pledges of one nation wait for each other in a circle", Text(waiting, "#waiting figcaption"), StringComparison.Ordinal);
    }

    [Fact]
    public void WaitingGraph_AGrantedCircumstance_IsNotWaitedFor()
    {
        var graph = new WaitingGraph(Report(WaitingForTwo, OpenMatter.Parse("circumstance:truce")));

        Assert.Equal(["A vote passes"], graph.Edges.Select(e => graph.Nodes[e.To].Name));
    }

    [Fact]
    public async Task Timeline_WithAGrantedMatter_SaysThatItLeavesItOut()
    {
        const string note = "This part alone leaves out what is taken as granted, since that is said of one day: circumstance:truce, circumstance:vote.";

        Assert.Contains(note, Text(await Page(WaitingForTwo, OpenMatter.Parse("circumstance:truce"), OpenMatter.Parse("circumstance:vote")), "#timeline"), StringComparison.Ordinal);
        Assert.DoesNotContain("leaves out", Text(await Page(WaitingForTwo), "#timeline"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Amounts_OfALockedPledge_AreNotCalledTheBest()
    {
        var data = (await Page(WaitingWithin)).QuerySelector("#amounts script")!.TextContent;

        Assert.Contains("a-land: firm, 0 firm, 6,000 if all who wait for each other move together", data, StringComparison.Ordinal);
        Assert.DoesNotContain("6,000 at best", data, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Amounts_WithoutAFigureOnALadder_AreToldOfEachFigureAsked()
    {
        var amounts = Text(await Page(WithoutFigure), "#amounts");

        Assert.Contains(
            "Without a figure: Borland. What would make it sufficient, in personnel together, if all of it counts: 1,000 where 5,000 are asked; 46,000 where 50,000 are asked.", amounts, StringComparison.Ordinal);
        Assert.Contains("What was said of five thousand.", amounts, StringComparison.Ordinal);
    }

    private static SufficiencyReport Report(string pledges, params OpenMatter[] granted)
    {
        var model = Models.WithPledges(pledges);
        return SufficiencyEvaluator.Evaluate(model, model.AsOf, granting: granted);
    }

    private static async Task<IHtmlDocument> Page(string pledges, params OpenMatter[] granted) =>
        await new HtmlParser().ParseDocumentAsync(await HtmlReport.RenderAsync(new ReportContents { Report = Report(pledges, granted) }));

    private static string Text(IHtmlDocument page, string selector) =>
        string.Join(' ', page.QuerySelectorAll(selector).SelectMany(e => e.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)));
}
