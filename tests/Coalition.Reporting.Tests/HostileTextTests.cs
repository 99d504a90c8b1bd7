using System.Text.Json.Nodes;
using AngleSharp.Html.Dom;

namespace Coalition.Reporting.Tests;

/// <summary>Whatever a model says comes out as text.</summary>
public sealed class HostileTextTests
{
    [Theory]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("</script><script>alert(1)</script>")]
    [InlineData("</title></style></table></details><img src=x onerror=alert(1)>")]
    [InlineData("\" onmouseover=\"alert(1)\" x=\"")]
    [InlineData("' autofocus onfocus='alert(1)")]
    [InlineData("<!--<script>")]
    [InlineData("]]><svg onload=alert(1)>")]
    [InlineData("&lt;script&gt; &#60;b&#62; {{x}} @(1+1) ${1}")]
    [InlineData("javascript:alert(1)")]
    [InlineData("\u202Etxt.exe\u2066 \u0007 a\u0300\u0301 \uD83D\uDE00")]
    public async Task RenderAsync_EveryTextHostile_HasTheElementsAndAttributesOfItsHarmlessTwin(string hostile)
    {
        var page = await Render(text => $"{hostile}{text}{hostile}");
        var twin = await Render(text => $"words {text} words");

        Assert.Equal(Shape(twin), Shape(page));
        Assert.All(page.QuerySelectorAll("figure script"), s => Assert.NotNull(JsonNode.Parse(s.TextContent)));
    }

    [Fact]
    public async Task RenderAsync_ANationCalledAsAScript_IsShownUnderThatName()
    {
        var page = await Render(text => text == "Arland" ? "<script>alert(1)</script>" : text);

        Assert.Contains("<script>alert(1)</script>", page.GetElementById("figures")!.TextContent, StringComparison.Ordinal);
        Assert.Contains(page.QuerySelectorAll("figure[data-chart=bars] script"), s => s.TextContent.Contains("\\u003Cscript\\u003Ealert(1)", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("https://example.org/a?b=<c>", true)]
    [InlineData("http://example.org", true)]
    [InlineData("mailto:a@example.org", true)]
    [InlineData("javascript:alert(1)", false)]
    [InlineData("JaVaScRiPt:alert(1)", false)]
    [InlineData(" https://example.org", false)]
    [InlineData("data:text/html,<script>alert(1)</script>", false)]
    [InlineData("vbscript:x", false)]
    [InlineData("file:///etc/passwd", false)]
    [InlineData("//example.org", false)]
    [InlineData("nowhere", false)]
    public async Task RenderAsync_AddressOfASource_IsALinkOnlyWhereFollowingItIsHarmless(string address, bool isLink)
    {
        var model = CoalitionModel.Create(new CoalitionDraft
        {
            AsOf = new NodaTime.LocalDate(2030, 1, 1),
            Sources = [new Source { Id = "s", Label = SourceLabel.Illustrative, Title = "Made up", Link = address }],
        });

        var page = await HtmlReportTests.Read(Models.Of(model));

        Assert.Equal(isLink ? [address] : [], page.QuerySelectorAll("#source-1 a").Select(a => a.GetAttribute("href")));
        Assert.Equal(!isLink, page.GetElementById("source-1")!.TextContent.Contains(address, StringComparison.Ordinal) && !isLink);
    }

    private static Task<IHtmlDocument> Render(Func<string, string> replace) => HtmlReportTests.Read(Models.Of(Models.WithTexts(replace)));

    private static IEnumerable<string> Shape(IHtmlDocument page) => page.All.Select(e => $"{e.LocalName}[{string.Join(' ', e.Attributes.Select(a => a.Name))}]");
}
