using Coalition.Tests;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using WhatIf;

namespace Coalition.Browser.Tests;

[Collection(BrowserCollection.Name)]
public sealed class WhatIfPageTests(Browser browser) : IAsyncLifetime
{
    private readonly Microsoft.AspNetCore.Builder.WebApplication app = WhatIfApp.Create(["--urls", "http://127.0.0.1:0"]);

    public Task InitializeAsync() => app.StartAsync();

    public async Task DisposeAsync() => await app.DisposeAsync();

    [Fact]
    public async Task Page_OfTheParisModel_ShowsVerdictsAccessibly()
    {
        await using var open = await browser.OpenAsync();

        await open.Page.GotoAsync(Address);

        Assert.Equal("What if", await open.Page.TextContentAsync("h1"));
        await open.CheckAccessibilityAsync();
        await open.KeepAsync("what-if");
        Assert.Empty(open.Errors);
    }

    private string Address => app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single();
}
