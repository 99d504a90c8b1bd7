using System.Net;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using WhatIf.Models;
using WhatIf.Serving;

namespace WhatIf;

/// <summary>The web application.</summary>
public static class WhatIfApp
{
    /// <summary>Where it listens unless told otherwise.</summary>
    public const string DefaultAddress = "http://127.0.0.1:5080";

    /// <summary>Makes the application, listening on loopback.</summary>
    /// <param name="args">Arguments of the command line, such as <c>--urls http://127.0.0.1:5080</c>.</param>
    /// <param name="limits">What clients may ask of it; null for <see cref="WhatIfLimits.Default"/>.</param>
    /// <returns>The application, not yet started.</returns>
    /// <exception cref="ArgumentException">An address is not of this machine alone.</exception>
    public static WebApplication Create(string[] args, WhatIfLimits? limits = null)
    {
        limits ??= WhatIfLimits.Default;

        // Nothing but the command line is read: a variable or a file of the machine could open the page to its network.
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        builder.Configuration.AddCommandLine(args);
        var addresses = (builder.Configuration[WebHostDefaults.ServerUrlsKey] ?? DefaultAddress).Split(';', StringSplitOptions.RemoveEmptyEntries);
        builder.WebHost.UseKestrelCore().UseUrls([.. addresses.Select(OnLoopback)]).ConfigureKestrel(server => Limit(server, limits));

        // What a failure says may quote a model: only that the server has started is told, and the kinds of failures.
        builder.Logging.AddSimpleConsole().AddFilter(null, LogLevel.None).AddFilter("Microsoft.Hosting.Lifetime", LogLevel.Information).AddFilter("WhatIf", LogLevel.Information);
        builder.Services.AddRoutingCore().AddRazorComponents();
        builder.Services.AddHostFiltering(hosts =>
        {
            // A page of another site that has its own name point here is refused.
            hosts.AllowedHosts = ["localhost", "127.0.0.1", "[::1]"];
            hosts.AllowEmptyHosts = false;
        });
        builder.Services.AddSingleton(limits).AddSingleton(LoadedModel.Paris()).AddSingleton(new ModelStore(limits.Models, limits.ModelBytes));
        builder.Services.AddTurns(limits);

        var app = builder.Build();
        app.Use(Headers.Add);
        app.UseHostFiltering();
        app.Use(Failures.Catch);
        app.UseStatusCodePages(Failures.Show);
        app.UseRouting();
        app.UseRequestTimeouts();
        app.UseRateLimiter();
        app.MapViews();
        app.MapUploads();
        app.MapAssets();
        return app;
    }

    private static string OnLoopback(string address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.Scheme == Uri.UriSchemeHttp && (uri.Host == "localhost" || (IPAddress.TryParse(uri.Host, out var ip) && IPAddress.IsLoopback(ip)))
            ? address
            : throw new ArgumentException($"--urls: '{address}' is not an address of this machine alone: expected one such as {DefaultAddress}.", nameof(address));

    private static void Limit(KestrelServerOptions server, WhatIfLimits limits)
    {
        server.AddServerHeader = false;
        server.Limits.MaxRequestBodySize = limits.UploadBytes + Uploads.MostAroundTheFile;
        server.Limits.RequestHeadersTimeout = limits.HeadersTime;
        server.Limits.KeepAliveTimeout = TimeSpan.FromSeconds(30);
        server.Limits.MaxRequestLineSize = limits.QueryCharacters + 1_024;
        server.Limits.MaxRequestHeadersTotalSize = 16 * 1024;
        server.Limits.MaxConcurrentConnections = 1_000;
        server.Limits.MinRequestBodyDataRate = new MinDataRate(bytesPerSecond: 1_024, gracePeriod: TimeSpan.FromSeconds(3));
        server.Limits.MinResponseDataRate = new MinDataRate(bytesPerSecond: 1_024, gracePeriod: TimeSpan.FromSeconds(3));

        // A page fits, so that a client that is slow to read it keeps nobody's turn.
        server.Limits.MaxResponseBufferSize = 4 * 1024 * 1024;
    }
}
