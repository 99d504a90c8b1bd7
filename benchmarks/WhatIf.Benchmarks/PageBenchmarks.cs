using System.Diagnostics.CodeAnalysis;
using BenchmarkDotNet.Attributes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace WhatIf.Benchmarks;

/// <summary>One page of the Paris model, asked over loopback and read to its last byte, beside an empty page of the same server.</summary>
/// <remarks>Decides whether the page may answer every click at once, and how many sets of changes it may try to find a smallest cause. Target: 100 ms.</remarks>
[MemoryDiagnoser]
[SuppressMessage("Design", "CA1001", Justification = "The runner calls Cleanup.")]
public class PageBenchmarks
{
    private const string Six = "/?grant=approval:gb-commons&grant=approval:ua-rada&grant=stage:fr-land&occur=ceasefire&occur=us-backstop&withdraw=US";

    // All that brings 10,000 persons together, and one nation less.
    private const string Ten = "/?grant=amount:fr-land&grant=amount:gb-land&grant=approval:gb-commons&grant=approval:ua-rada&grant=stage:fr-land&grant=stage:gb-land"
        + "&occur=ceasefire&occur=gb-legal-instrument&occur=gb-us-discussion&withdraw=US";

    private const string Nineteen = "/?on=2026-06-01&grant=amount:fr-land&grant=amount:gb-land&grant=approval:bg-assembly&grant=approval:gb-commons&grant=approval:lt-seimas"
        + "&grant=approval:ua-rada&grant=stage:bg-naval&grant=stage:ee-land&grant=stage:fr-land&grant=stage:gb-land&grant=stage:se-air&occur=ceasefire&occur=ceasefire-entered"
        + "&occur=gb-legal-instrument&occur=gb-us-discussion&occur=us-backstop&withdraw=DE&withdraw=US";

    private WebApplication app = null!;
    private HttpClient client = null!;

    /// <summary>Starts the server, and checks that each page is there.</summary>
    [GlobalSetup]
    public async Task Setup()
    {
        app = WhatIfApp.Create(["--urls", "http://127.0.0.1:0"]);
        app.MapGet("/empty", () => TypedResults.Text(""));
        await app.StartAsync();
        client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseProxy = false })
        {
            BaseAddress = new Uri(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single()),
        };
        foreach (var address in new[] { "/", Six, Ten, Nineteen })
        {
            using var answer = await client.GetAsync(new Uri(address, UriKind.Relative));
            answer.EnsureSuccessStatusCode();
        }
    }

    /// <summary>Stops the server.</summary>
    [GlobalCleanup]
    public async Task Cleanup()
    {
        client.Dispose();
        await app.DisposeAsync();
    }

    /// <summary>An answer without anything in it.</summary>
    [Benchmark(Baseline = true, Description = "an empty page")]
    public Task<byte[]> Empty() => Get("/empty");

    /// <summary>The model as it is.</summary>
    [Benchmark(Description = "the model as it is")]
    public Task<byte[]> AsItIs() => Get("/");

    /// <summary>Six changes.</summary>
    [Benchmark(Description = "6 changes")]
    public Task<byte[]> SixChanges() => Get(Six);

    /// <summary>Ten changes, nine of which move one verdict together.</summary>
    [Benchmark(Description = "10 changes")]
    public Task<byte[]> TenChanges() => Get(Ten);

    /// <summary>Nineteen changes, more than there is time to try all sets of.</summary>
    [Benchmark(Description = "19 changes")]
    public Task<byte[]> NineteenChanges() => Get(Nineteen);

    private Task<byte[]> Get(string address) => client.GetByteArrayAsync(new Uri(address, UriKind.Relative));
}
