using System.Globalization;
using System.Text;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Coalition.Analysis;
using Coalition.Sufficiency;
using NodaTime;

namespace Coalition.Reporting.Tests;

public sealed class HtmlReportTests
{
    private static readonly string[] Parts = ["verdicts", "amounts", "timeline", "waiting", "unlock", "power", "likelihood", "law", "figures", "sources"];

    [Theory]
    [InlineData("paris-2026")]
    [InlineData("illustrative")]
    public async Task RenderAsync_AModel_HasEachPartWithAHeadingAndASentence(string name)
    {
        var page = await Read(Models.Contents(name));

        Assert.Equal(Parts, page.QuerySelectorAll("main > section").Select(s => s.Id!));
        Assert.All(page.QuerySelectorAll("main > section"), s => Assert.Equal(["H2", "P"], s.Children.Take(2).Select(c => c.TagName)));
        Assert.Equal("en", page.DocumentElement.GetAttribute("lang"));
        Assert.Single(page.QuerySelectorAll("h1"));
        Assert.Single(page.QuerySelectorAll("main"));
        Assert.DoesNotContain(page.QuerySelectorAll("[id]").CountBy(e => e.Id!), id => id.Value > 1);
    }

    [Theory]
    [InlineData("paris-2026")]
    [InlineData("illustrative")]
    public async Task RenderAsync_AModel_LoadsNothingAndForbidsTheRest(string name)
    {
        var page = await Read(Models.Contents(name));

        Assert.Empty(page.QuerySelectorAll("link, img, iframe, object, embed, form, base, [src], [onclick], [onload]"));
        Assert.StartsWith("default-src 'none'; script-src 'sha256-", page.QuerySelector("meta[http-equiv=Content-Security-Policy]")!.GetAttribute("content"), StringComparison.Ordinal);
        Assert.Single(page.QuerySelectorAll("script:not([type])"));
    }

    [Fact]
    public async Task RenderAsync_InternalLinks_LeadToWhatIsThere()
    {
        var page = await Read(Models.Contents("paris-2026"));

        var links = page.QuerySelectorAll("a[href^='#']").Select(a => a.GetAttribute("href")![1..]).Distinct().ToList();

        Assert.True(links.Count > 40);
        Assert.All(links, id => Assert.NotNull(page.GetElementById(id)));
    }

    [Fact]
    public async Task RenderAsync_UnderAnotherCultureAndAgain_GivesTheSameBytes()
    {
        var first = await HtmlReport.RenderAsync(Models.Contents("illustrative"));
        var before = CultureInfo.DefaultThreadCurrentCulture;
        try
        {
            foreach (var culture in new[] { "de-DE", "ar-SA", "th-TH", "tr-TR" })
            {
                CultureInfo.DefaultThreadCurrentCulture = CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
                Assert.Equal(first, await HtmlReport.RenderAsync(Models.Contents("illustrative")));
            }
        }
        finally
        {
            CultureInfo.DefaultThreadCurrentCulture = before;
            CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
        }
    }

    [Fact]
    public async Task WriteAsync_AModel_WritesWhatIsRendered()
    {
        using var file = new MemoryStream();

        await HtmlReport.WriteAsync(Models.Contents("illustrative"), file);

        Assert.Equal(await HtmlReport.RenderAsync(Models.Contents("illustrative")), Encoding.UTF8.GetString(file.ToArray()));
    }

    [Fact]
    public async Task RenderAsync_AnEmptyModel_SaysSoInEachPart()
    {
        var page = await Read(Models.Of(CoalitionModel.Create(new CoalitionDraft { AsOf = new LocalDate(2030, 1, 1) })));

        Assert.Contains("The model promises nothing", page.QuerySelector(".answer")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(Parts, page.QuerySelectorAll("main > section").Select(s => s.Id!));
        Assert.Empty(page.QuerySelectorAll("figure"));
    }

    [Fact]
    public async Task RenderAsync_GrantedAndAssumed_SaysSoInTheHead()
    {
        var model = Models.Paris.AddEvent("ceasefire", new CircumstanceEvent { On = Models.Paris.AsOf, Change = CircumstanceChange.Occurred, Assumed = true });
        var report = SufficiencyEvaluator.Evaluate(model, model.AsOf, granting: [OpenMatter.Parse("approval:gb-commons")]);

        var page = await Read(new ReportContents { Report = report, Title = "What if" });

        Assert.Equal("What if", page.QuerySelector("h1")!.TextContent);
        var facts = page.QuerySelector("header dl.facts")!.TextContent;
        Assert.All(report.Assumptions, a => Assert.Contains(a, facts, StringComparison.Ordinal));
        Assert.Contains("approval:gb-commons", facts, StringComparison.Ordinal);
    }

    [Fact]
    public async Task RenderAsync_AnalysesBeyondTheirBudget_AreSaidInTheirPlaceAndTheRestIsShown()
    {
        var page = await Read(Models.Contents("illustrative") with { Budget = new AnalysisBudget { Nodes = 1 } });

        Assert.All(new[] { "unlock", "power", "likelihood" }, id => Assert.Contains("Not worked out:", page.GetElementById(id)!.TextContent, StringComparison.Ordinal));
        Assert.NotEmpty(page.QuerySelectorAll("#amounts figure"));
        Assert.NotEmpty(page.QuerySelectorAll("#sources tbody tr"));
    }

    [Fact]
    public async Task RenderAsync_WithoutOutlookAndRegimes_LeavesThemOut()
    {
        var page = await Read(Models.Of(Models.Illustrative));

        Assert.Contains("No outlook is given", page.GetElementById("likelihood")!.TextContent, StringComparison.Ordinal);
        Assert.Empty(page.QuerySelectorAll("table.rules, table.importance, table.remedies"));
    }

    [Fact]
    public async Task RenderAsync_Cancelled_Throws() => await Assert.ThrowsAnyAsync<OperationCanceledException>(
        () => HtmlReport.RenderAsync(Models.Contents("illustrative"), new CancellationToken(canceled: true)));

    [Fact]
    public async Task RenderAsync_ATimelineThatEndsBeforeItBegins_IsRefused() => await Assert.ThrowsAsync<ArgumentException>(
        () => HtmlReport.RenderAsync(Models.Contents("illustrative") with { Until = new LocalDate(2000, 1, 1) }));

    [Fact]
    public async Task RenderAsync_NoContentsOrStream_IsRefused()
    {
        await Assert.ThrowsAsync<ArgumentNullException>(() => HtmlReport.RenderAsync(null!));
        await Assert.ThrowsAsync<ArgumentNullException>(() => HtmlReport.WriteAsync(Models.Contents("illustrative"), null!));
    }

    internal static async Task<IHtmlDocument> Read(ReportContents contents) => new HtmlParser().ParseDocument(await HtmlReport.RenderAsync(contents));
}
