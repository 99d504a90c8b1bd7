using System.Diagnostics;
using Coalition.Tests;
using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace Coalition.Browser.Tests;

/// <summary>One headless Chromium for all tests of a class collection.</summary>
public sealed class Browser : IAsyncLifetime
{
    private IPlaywright? playwright;
    private IBrowser? chromium;

    /// <summary>Where pictures of what was tested are kept.</summary>
    public static string Screenshots { get; } = Directory.CreateDirectory(Path.Combine(Repository.Root, "artifacts", "screenshots")).FullName;

    /// <inheritdoc/>
    public async Task InitializeAsync()
    {
        playwright = await Playwright.CreateAsync();
        chromium = await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = Executable(),
            // The sandbox needs rights that a container seldom gives; only pages of the tests' own are opened.
            Args = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-first-run"],
        });
    }

    /// <inheritdoc/>
    public async Task DisposeAsync()
    {
        await (chromium?.DisposeAsync() ?? ValueTask.CompletedTask);
        playwright?.Dispose();
    }

    /// <summary>Opens an empty page that reports every error of its scripts as a failure of the test.</summary>
    /// <param name="width">In CSS pixels.</param>
    /// <param name="dark">Whether the reader prefers dark colours.</param>
    /// <param name="hasScripts">Whether scripts run.</param>
    public async Task<OpenPage> OpenAsync(int width = 1440, bool dark = false, bool hasScripts = true)
    {
        var context = await chromium!.NewContextAsync(new BrowserNewContextOptions
        {
            ViewportSize = new ViewportSize { Width = width, Height = 1000 },
            ColorScheme = dark ? ColorScheme.Dark : ColorScheme.Light,
            ReducedMotion = ReducedMotion.Reduce,
            JavaScriptEnabled = hasScripts,
        });
        return new OpenPage(context, await context.NewPageAsync());
    }

    // The system's Chromium, which the script installs where it may; else Playwright's own, where that can be downloaded (null: it knows the place itself).
    private static string? Executable()
    {
        using var script = Process.Start(new ProcessStartInfo("bash", [Path.Combine(Repository.Root, "scripts", "browser.sh")])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var errors = script.StandardError.ReadToEndAsync();
        var path = script.StandardOutput.ReadToEnd().Trim();
        script.WaitForExit();
        return script.ExitCode == 0 ? path
            : Microsoft.Playwright.Program.Main(["install", "chromium"]) == 0 ? null
            : throw new InvalidOperationException(errors.Result);
    }
}

/// <summary>A page under test.</summary>
public sealed class OpenPage : IAsyncDisposable
{
    private readonly IBrowserContext context;
    private readonly List<string> errors = [];

    internal OpenPage(IBrowserContext context, IPage page)
    {
        this.context = context;
        Page = page;
        page.PageError += (_, error) => errors.Add(error);
        page.Console += (_, message) =>
        {
            if (message.Type == "error")
            {
                errors.Add(message.Text);
            }
        };
    }

    /// <summary>The page.</summary>
    public IPage Page { get; }

    /// <summary>What its scripts, or what it loads, complained of so far.</summary>
    public IReadOnlyList<string> Errors => errors;

    /// <summary>Fails for each violation of the rules of axe-core.</summary>
    public async Task CheckAccessibilityAsync()
    {
        var result = await Page.RunAxe();
        Assert.True(result.Violations.Length == 0, string.Join('\n', result.Violations.Select(Told)));
        Assert.NotEmpty(result.Passes);
    }

    /// <summary>Keeps a picture of the whole page.</summary>
    public Task KeepAsync(string name) =>
        Page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(Browser.Screenshots, name + ".png"), FullPage = true });

    /// <inheritdoc/>
    public async ValueTask DisposeAsync() => await context.DisposeAsync();

    private static string Told(AxeResultItem item) =>
        $"{item.Id}: {item.Help}: {string.Join(", ", item.Nodes.Take(5).Select(node => node.Html))}";
}

/// <summary>The tests that share the browser.</summary>
[CollectionDefinition(Name)]
[System.Diagnostics.CodeAnalysis.SuppressMessage("Naming", "CA1711", Justification = "It defines a collection of tests.")]
public sealed class BrowserCollection : ICollectionFixture<Browser>
{
    /// <summary>Its name.</summary>
    public const string Name = "browser";
}
