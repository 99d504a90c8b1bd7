using System.Text;
using Coalition.Reporting;
using Coalition.Reporting.Tests;
using Coalition.Sufficiency;
using Microsoft.Playwright;

namespace Coalition.Browser.Tests;

[Collection(BrowserCollection.Name)]
public sealed class ReportTests(Browser browser) : IDisposable
{
    // Boxes of texts that overlap by more than a pixel, in each picture by itself.
    private const string Overlaps = """
        () => [...document.querySelectorAll("figure svg")].flatMap(svg => {
          const texts = [...svg.querySelectorAll("text")].filter(t => t.textContent.trim()).map(t => ({ t: t.textContent, b: t.getBoundingClientRect() }));
          return texts.flatMap((a, i) => texts.slice(i + 1)
            .filter(c => a.b.left < c.b.right - 1 && c.b.left < a.b.right - 1 && a.b.top < c.b.bottom - 1 && c.b.top < a.b.bottom - 1).map(c => `${a.t} | ${c.t}`));
        })
        """;

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("coalition-report-");

    public static TheoryData<string, int, bool> Views
    {
        get
        {
            var views = new TheoryData<string, int, bool>();
            foreach (var model in new[] { "paris-2026", "illustrative" })
            {
                foreach (var width in new[] { 1440, 1024, 390 })
                {
                    views.Add(model, width, false);
                    views.Add(model, width, true);
                }
            }

            return views;
        }
    }

    public void Dispose() => folder.Delete(recursive: true);

    [Theory]
    [MemberData(nameof(Views))]
    public async Task Report_OfflineInEachView_IsAccessibleAndFitsAndLoadsNothing(string model, int width, bool dark)
    {
        await using var open = await browser.OpenAsync(width, dark);
        List<string> requests = [];
        open.Page.Request += (_, request) => requests.Add(request.Url);

        await Open(open, Models.Contents(model));

        await open.KeepAsync($"report-{model}-{width}{(dark ? "-dark" : "")}");
        await open.CheckAccessibilityAsync();
        Assert.Empty(open.Errors);
        Assert.All(requests, url => Assert.StartsWith("file:", url, StringComparison.Ordinal));
        Assert.Equal(0, await Overflow(open));
        Assert.Equal(await open.Page.Locator("figure[data-chart]").CountAsync(), await open.Page.Locator("figure[data-chart] .plot > svg").CountAsync());
    }

    [Theory]
    [InlineData("paris-2026")]
    [InlineData("illustrative")]
    public async Task Charts_OfTotals_ShowTheAmountsOfTheLibrary(string model)
    {
        await using var open = await browser.OpenAsync();
        var contents = Models.Contents(model);
        await Open(open, contents);

        var drawn = await open.Page.Locator("figure[data-chart=bars]").EvaluateAllAsync<string[]>("all => all.map(f => [...f.querySelectorAll('svg text')].map(t => t.textContent).join('|'))");

        var totals = contents.Report.Guarantees.SelectMany(RequirementGroup.Of).SelectMany(g => g.IsLadder ? [g.Standards[^1].Grounds] : Totals(g.First.Grounds)).Cast<Finding.Total>().ToList();
        Assert.Equal(totals.Count, drawn.Length);
        Assert.All(totals.Zip(drawn), pair =>
        {
            var unit = pair.First.Required.Unit;
            var (firm, best) = (Words.Amount(pair.First.Secured.Counted.Amount, unit), Words.Amount(pair.First.Possible.Counted.Amount, unit));
            Assert.Contains($"|{(firm == best ? firm : $"{firm} → {best}")}", pair.Second, StringComparison.Ordinal);
            Assert.Contains($"|{Words.Amount(pair.First.Required.Amount, unit)}|", pair.Second, StringComparison.Ordinal);
        });
    }

    [Fact]
    public async Task Charts_UnderThePointerAndByArrowKeys_TellTheFigureAndItsSource()
    {
        await using var open = await browser.OpenAsync();
        await Open(open, Models.Contents("paris-2026"));
        var figure = open.Page.Locator("figure[data-chart=bars]").First;

        await figure.Locator(".plot").FocusAsync();
        await open.Page.Keyboard.PressAsync("ArrowRight");
        var first = await figure.Locator(".tip").TextContentAsync();
        await open.Page.Keyboard.PressAsync("ArrowRight");
        var second = await figure.Locator(".tip").TextContentAsync();
        await open.Page.Keyboard.PressAsync("Escape");
        Assert.Equal("", await figure.Locator(".tip").TextContentAsync());
        await figure.Locator("text", new LocatorLocatorOptions { HasTextString = "France" }).First.HoverAsync();
        var hovered = await figure.Locator(".tip").TextContentAsync();

        Assert.False(string.IsNullOrEmpty(first));
        Assert.NotEqual(first, second);
        Assert.Contains("France", hovered, StringComparison.Ordinal);
        Assert.Contains("6,000 at best", hovered, StringComparison.Ordinal);
        Assert.Contains("Source: ", hovered, StringComparison.Ordinal);
        Assert.Contains("(fact)", hovered, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(35, 1440)]
    [InlineData(35, 1024)]
    [InlineData(35, 390)]
    [InlineData(100, 1440)]
    [InlineData(100, 390)]
    public async Task Report_OfManyNations_HasNoLabelsOverEachOtherAndFits(int nations, int width)
    {
        await using var open = await browser.OpenAsync(width);

        await Open(open, Models.Of(Models.Of(nations)));

        await open.KeepAsync($"report-{nations}-nations-{width}");
        Assert.Equal(0, await Overflow(open));
        Assert.Empty(await open.Page.EvaluateAsync<string[]>(Overlaps));
        Assert.Empty(open.Errors);
    }

    [Theory]
    [InlineData("paris-2026", 390)]
    [InlineData("paris-2026", 1440)]
    [InlineData("illustrative", 390)]
    [InlineData("illustrative", 1440)]
    public async Task Report_OfTheSamples_HasNoLabelsOverEachOther(string model, int width)
    {
        await using var open = await browser.OpenAsync(width);

        await Open(open, Models.Contents(model));

        Assert.Empty(await open.Page.EvaluateAsync<string[]>(Overlaps));
    }

    [Fact]
    public async Task Report_OfHostileTexts_RunsNothingOfThem()
    {
        await using var open = await browser.OpenAsync();
        open.Page.Dialog += (_, dialog) => Assert.Fail($"A dialog said {dialog.Message}.");

        await Open(open, Models.Of(Models.WithTexts(text => $"</script><script>alert(1)</script><img src=x onerror=alert(1)>{text}")));

        Assert.Equal(0, await open.Page.Locator("img").CountAsync());
        Assert.Empty(open.Errors);
    }

    [Fact]
    public async Task Report_Printed_IsLightAndHasPagesWithEveryTable()
    {
        await using var open = await browser.OpenAsync(dark: true);
        await Open(open, Models.Contents("illustrative"));

        var path = Path.Combine(Browser.Screenshots, "report-illustrative.pdf");
        await open.Page.PdfAsync(new PagePdfOptions { Path = path, Format = "A4", PrintBackground = true });
        var text = Encoding.Latin1.GetString(await File.ReadAllBytesAsync(path));

        Assert.StartsWith("%PDF", text, StringComparison.Ordinal);
        Assert.True(text.Split("/Type /Page\n").Length > 5, "The report has fewer than five pages.");
        await open.Page.EmulateMediaAsync(new PageEmulateMediaOptions { Media = Media.Print });
        Assert.Equal("rgb(255, 255, 255)", await open.Page.EvaluateAsync<string>("() => getComputedStyle(document.body).backgroundColor"));
    }

    private static IEnumerable<Finding> Totals(Finding finding) => finding is Finding.Total ? [finding] : finding.Parts.SelectMany(Totals);

    private static Task<int> Overflow(OpenPage open) => open.Page.EvaluateAsync<int>("() => Math.max(0, document.documentElement.scrollWidth - document.documentElement.clientWidth)");

    private async Task Open(OpenPage open, ReportContents contents)
    {
        var path = Path.Combine(folder.FullName, "report.html");
        await File.WriteAllTextAsync(path, await HtmlReport.RenderAsync(contents));
        await open.Page.GotoAsync(new Uri(path).AbsoluteUri);
        await open.Page.WaitForFunctionAsync("() => [...document.querySelectorAll('figure[data-chart] .plot')].every(p => p.firstElementChild)");
    }
}
