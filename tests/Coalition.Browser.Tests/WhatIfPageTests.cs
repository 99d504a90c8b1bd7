using System.Text.RegularExpressions;
using Coalition.Json;
using Coalition.Sufficiency;
using Coalition.Tests;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using ParisSummit.Picture;
using WhatIf;

namespace Coalition.Browser.Tests;

[Collection(BrowserCollection.Name)]
public sealed class WhatIfPageTests(Browser browser) : IAsyncLifetime
{
    private const string Changed = "/?grant=amount:fr-land&grant=amount:gb-land&grant=approval:gb-commons&grant=approval:ua-rada&grant=stage:fr-land&grant=stage:gb-land"
        + "&occur=ceasefire&occur=gb-legal-instrument&occur=gb-us-discussion&withdraw=US";

    private readonly Microsoft.AspNetCore.Builder.WebApplication app = WhatIfApp.Create(["--urls", "http://127.0.0.1:0"]);

    public Task InitializeAsync() => app.StartAsync();

    public async Task DisposeAsync() => await app.DisposeAsync();

    [Theory]
    [InlineData(1440, false)]
    [InlineData(1440, true)]
    [InlineData(1024, false)]
    [InlineData(1024, true)]
    [InlineData(390, false)]
    [InlineData(390, true)]
    public async Task Page_OfTheParisModel_IsAccessibleAtEveryWidth(int width, bool isDark)
    {
        await using var open = await browser.OpenAsync(width, dark: isDark);
        await open.Page.GotoAsync(Address + Changed);
        var name = $"what-if-{width}{(isDark ? "-dark" : "")}";
        await open.KeepAsync(name);
        await CheckAsync(open);

        // With every group unfolded.
        await open.Page.EvaluateAsync("document.querySelectorAll('details').forEach(group => group.open = true)");
        await open.KeepAsync($"{name}-unfolded");

        await CheckAsync(open);
    }

    [Fact]
    public async Task Page_OfTheParisModel_ShowsTheVerdictsOfTheLibrary()
    {
        var model = CoalitionJson.Read(Repository.Bytes("samples", "ParisSummit", "paris-2026.json"));
        await using var open = await browser.OpenAsync();

        await open.Page.GotoAsync(Address);

        foreach (var standard in SufficiencyEvaluator.Evaluate(model, model.AsOf).Verdicts)
        {
            var row = open.Page.Locator($"[data-standard='{standard.Guarantee}/{standard.Standard}']");
            Assert.EndsWith(Words.Plain(standard.Verdict!.Value), (await row.Locator(".verdict").InnerTextAsync()).Trim(), StringComparison.Ordinal);
            Assert.Equal(Measure.Of(standard.Grounds).AtBest, await row.Locator("td").Nth(3).InnerTextAsync());
        }

        Assert.Empty(open.Errors);
    }

    [Fact]
    public async Task Page_OperatedByMouse_ShowsEachChangeInPlaceAndGoesBack()
    {
        await using var open = await browser.OpenAsync();
        await open.Page.GotoAsync(Address);
        await open.Page.EvaluateAsync("window.here = true");

        await open.Page.ClickAsync("#circumstances > summary");
        await open.Page.CheckAsync("#occur-ceasefire");
        await WaitForAddressAsync(open, Address + "/?occur=ceasefire");
        await open.Page.ClickAsync("#nations > summary");
        await open.Page.CheckAsync("#withdraw-US");
        await WaitForAddressAsync(open, Address + "/?occur=ceasefire&withdraw=US");
        await WaitForAsync(open, "insufficient");

        Assert.True(await open.Page.EvaluateAsync<bool>("window.here"));
        Assert.Equal("withdraw-US", await FocusAsync(open));
        Assert.True(await open.Page.Locator("#circumstances").EvaluateAsync<bool>("group => group.open"));
        Assert.Contains("1 of 17 verdicts moved", await open.Page.TextContentAsync("#said"), StringComparison.Ordinal);

        await open.Page.GoBackAsync();
        await WaitForAsync(open, "contingent");
        Assert.Equal(Address + "/?occur=ceasefire", open.Page.Url);
        Assert.False(await open.Page.IsCheckedAsync("#withdraw-US"));
        Assert.True(await open.Page.IsCheckedAsync("#occur-ceasefire"));

        await open.Page.GoForwardAsync();
        await WaitForAsync(open, "insufficient");
        await open.Page.ClickAsync(".changed li:has-text('withdraws') a");
        await WaitForAsync(open, "contingent");
        Assert.Equal(Address + "/?occur=ceasefire", open.Page.Url);
        Assert.Empty(open.Errors);
    }

    [Fact]
    public async Task Page_OperatedByKeyboardAlone_ShowsEachChange()
    {
        await using var open = await browser.OpenAsync();
        await open.Page.GotoAsync(Address);

        await open.Page.Keyboard.PressAsync("Tab");
        Assert.Equal("Skip to the answer", await open.Page.EvaluateAsync<string>("document.activeElement.textContent"));
        await TabToAsync(open, "document.activeElement.matches('#nations > summary')");
        await open.Page.Keyboard.PressAsync("Enter");
        await TabToAsync(open, "document.activeElement.id === 'withdraw-US'");
        await open.Page.Keyboard.PressAsync("Space");
        await WaitForAddressAsync(open, Address + "/?withdraw=US");
        await WaitForAsync(open, "insufficient");

        // The reader goes on where the reader was.
        Assert.Equal("withdraw-US", await FocusAsync(open));
        await open.Page.Keyboard.PressAsync("Space");
        await WaitForAddressAsync(open, Address + "/");
        await WaitForAsync(open, "contingent");
        Assert.Empty(open.Errors);
    }

    [Fact]
    public async Task Page_OfADayThatIsTyped_WaitsForAllOfIt()
    {
        await using var open = await browser.OpenAsync();
        await open.Page.GotoAsync(Address);

        await open.Page.FillAsync("#known", "2026-01-10");
        await WaitForAddressAsync(open, Address + "/?known=2026-01-10");

        Assert.Contains("2026-01-10", await open.Page.TextContentAsync(".asked"), StringComparison.Ordinal);
        Assert.Empty(open.Errors);
    }

    [Fact]
    public async Task Address_OpenedElsewhere_ShowsTheSamePage()
    {
        await using var open = await browser.OpenAsync();
        await open.Page.GotoAsync(Address);
        await open.Page.ClickAsync("#circumstances > summary");
        await open.Page.CheckAsync("#occur-ceasefire");
        await WaitForAddressAsync(open, "*occur=ceasefire");
        await open.Page.ClickAsync("#nations > summary");
        await open.Page.CheckAsync("#withdraw-FR");
        await WaitForAddressAsync(open, "*withdraw=FR");
        await open.Page.WaitForFunctionAsync("document.querySelectorAll('.changed li').length === 2");

        await using var other = await browser.OpenAsync();
        await other.Page.GotoAsync(open.Page.Url);

        Assert.Equal(await open.Page.TextContentAsync("#answer"), await other.Page.TextContentAsync("#answer"));
        Assert.Equal(await ChosenAsync(open), await ChosenAsync(other));
    }

    [Fact]
    public async Task Upload_OfAGoodFile_ShowsItsModel()
    {
        await using var open = await browser.OpenAsync();
        await open.Page.GotoAsync(Address);

        await open.Page.SetInputFilesAsync("#file", Path.Combine(Repository.Root, "samples", "ParisSummit", "illustrative.json"));
        await open.Page.ClickAsync(".upload button");
        await WaitForAddressAsync(open, "*/?model=sha256-*");

        var model = CoalitionJson.Read(Repository.Bytes("samples", "ParisSummit", "illustrative.json"));
        Assert.Equal(model.Draft.Title, await open.Page.TextContentAsync("h1"));
        await open.KeepAsync("what-if-uploaded");
        await CheckAsync(open);
    }

    [Theory]
    [InlineData(1440, false)]
    [InlineData(390, true)]
    public async Task Upload_OfABadFile_ShowsItsProblemsBesideTheirLines(int width, bool isDark)
    {
        var bad = Repository.Text("samples", "ParisSummit", "illustrative.json").Replace("\"nation\": \"XA\"", "\"nation\": \"ZZ\"", StringComparison.Ordinal);
        await using var open = await browser.OpenAsync(width, dark: isDark);
        await open.Page.GotoAsync(Address);

        await open.Page.SetInputFilesAsync("#file", new FilePayload { Name = "bad.json", MimeType = "application/json", Buffer = System.Text.Encoding.UTF8.GetBytes(bad) });
        await open.Page.ClickAsync(".upload button");
        await WaitForAddressAsync(open, "*/models");

        Assert.Contains("\"ZZ\"", await open.Page.Locator(".here").First.TextContentAsync(), StringComparison.Ordinal);
        await open.KeepAsync($"what-if-problems-{width}{(isDark ? "-dark" : "")}");
        await open.CheckAccessibilityAsync();
        await CheckWidthAsync(open);

        // The browser itself reports an answer of the status 422 as an error.
        Assert.All(open.Errors, e => Assert.Contains("422", e, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Address_OfWhatCannotBe_SaysSoAccessibly()
    {
        await using var open = await browser.OpenAsync();

        await open.Page.GotoAsync(Address + "/?grant=stage:none-such&foo=1");

        Assert.Equal(2, await open.Page.Locator(".refused li").CountAsync());
        await open.CheckAccessibilityAsync();
        await CheckWidthAsync(open);
    }

    [Fact]
    public async Task Page_WithoutScripts_WorksAsAForm()
    {
        await using var open = await browser.OpenAsync(hasScripts: false);
        await open.Page.GotoAsync(Address);

        await open.Page.ClickAsync("#nations > summary");
        await open.Page.CheckAsync("#withdraw-US");
        await open.Page.ClickAsync("#controls button");
        await WaitForAddressAsync(open, Address + "/?withdraw=US");

        Assert.Contains("1 of 17 verdicts moved", await open.Page.TextContentAsync(".moved-line"), StringComparison.Ordinal);
        await open.Page.ClickAsync(".changed a");
        await WaitForAddressAsync(open, Address + "/");
        Assert.Equal("This is the model as it is.", await open.Page.TextContentAsync(".moved-line"));
    }

    [Fact]
    public async Task Page_Printed_ShowsTheAnswerAndNothingToChange()
    {
        await using var open = await browser.OpenAsync();
        await open.Page.GotoAsync(Address + "/?withdraw=US");

        await open.Page.EmulateMediaAsync(new PageEmulateMediaOptions { Media = Media.Print });

        Assert.Equal(0, await open.Page.Locator("input:visible, button:visible, .glance:visible").CountAsync());
        Assert.True(await open.Page.IsVisibleAsync(".changed li:has-text('United States withdraws')"));
        Assert.True(await open.Page.IsVisibleAsync("table.verdicts"));
    }

    private string Address => app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single();

    private static async Task CheckAsync(OpenPage open)
    {
        await open.CheckAccessibilityAsync();
        await CheckWidthAsync(open);
        Assert.Empty(open.Errors);
    }

    private static async Task CheckWidthAsync(OpenPage open) =>
        Assert.True(await open.Page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= document.documentElement.clientWidth"), "The page is wider than its window.");

    private static async Task WaitForAsync(OpenPage open, string verdict) => await open.Page.WaitForFunctionAsync(
        "verdict => document.querySelector('[data-standard=\"ceasefire-monitoring/us-leads\"] .verdict').textContent.trim().endsWith(' ' + verdict)", verdict);

    // Asked again and again: an address that changes without a new page may be missed by who waits for a navigation.
    private static async Task WaitForAddressAsync(OpenPage open, string address)
    {
        await Assertions.Expect(open.Page).ToHaveURLAsync(new Regex($"^{Regex.Escape(address).Replace("\\*", ".*", StringComparison.Ordinal)}$"), new() { Timeout = 30_000 });
        await open.Page.WaitForLoadStateAsync();
    }

    private static Task<string> FocusAsync(OpenPage open) => open.Page.EvaluateAsync<string>("document.activeElement.id");

    private static Task<string> ChosenAsync(OpenPage open) =>
        open.Page.EvaluateAsync<string>("Array.from(document.querySelectorAll('#controls input:checked, #controls [type=date]'), input => input.id + '=' + input.value).join()");

    private static async Task TabToAsync(OpenPage open, string isThere)
    {
        for (var pressed = 0; pressed < 200; pressed++)
        {
            if (await open.Page.EvaluateAsync<bool>(isThere))
            {
                return;
            }

            await open.Page.Keyboard.PressAsync("Tab");
        }

        Assert.Fail($"The keyboard does not get there: {isThere}");
    }
}
