using System.Net;
using System.Text;
using Coalition.Analysis;
using Coalition.Comparison;
using Coalition.Json;
using Coalition.Sufficiency;
using Coalition.Tests;
using NodaTime;
using ParisSummit.Picture;

namespace WhatIf.Tests;

/// <summary>What the page says is what the library finds.</summary>
public sealed class ViewTests : IAsyncLifetime
{
    private const string Changed = "/?on=2026-03-01&grant=amount:fr-land&grant=amount:gb-land&grant=approval:gb-commons&grant=approval:ua-rada&grant=stage:fr-land&grant=stage:gb-land"
        + "&occur=ceasefire&occur=gb-legal-instrument&occur=gb-us-discussion&withdraw=US";

    private static readonly byte[] Paris = Repository.Bytes("samples", "ParisSummit", "paris-2026.json");

    private Server server = null!;

    public async Task InitializeAsync() => server = await Server.StartAsync();

    public async Task DisposeAsync() => await server.DisposeAsync();

    [Theory]
    [InlineData("/")]
    [InlineData(Changed)]
    public async Task View_OfTheParisModel_HasTheVerdictsAndFiguresOfTheLibrary(string address)
    {
        var expected = Asked(address);

        var page = await server.PageAsync(address);

        foreach (var standard in expected.Verdicts)
        {
            var cells = page.QuerySelector($"[data-standard='{standard.Guarantee}/{standard.Standard}']")!.QuerySelectorAll("td").Select(c => c.TextContent).ToList();
            var measure = Measure.Of(standard.Grounds);
            Assert.EndsWith(Words.Plain(standard.Verdict!.Value), cells[0], StringComparison.Ordinal);
            Assert.Equal([measure.Now, measure.AtBest, measure.Required], cells[2..]);
        }
    }

    [Fact]
    public async Task View_OfChanges_SaysWhatMovedAndWhy()
    {
        var model = CoalitionJson.Read(Paris);
        var expected = CoalitionComparison.Between(SufficiencyEvaluator.Evaluate(model, model.AsOf), Asked(Changed));

        var page = await server.PageAsync(Changed);

        Assert.Equal(expected.Moves.Select(m => $"{m.Guarantee}/{m.Standard}"), page.QuerySelectorAll("tr.moved").Select(m => m.GetAttribute("data-standard")));
        Assert.Equal(
            expected.Moves.Select(m => $"{m.Guarantee}/{m.Standard}").Order(), page.QuerySelectorAll("[data-move]").Select(m => m.GetAttribute("data-move")!).Order());
        Assert.Equal(
            expected.Moves.Sum(m => m.Cause.Changes.Length), page.QuerySelectorAll(".reason").Sum(r => r.QuerySelectorAll("[data-move]").Length * r.QuerySelectorAll(".causes li").Length));
        Assert.Contains("▼ worse, was contingent", page.QuerySelector("[data-standard='ceasefire-monitoring/us-leads']")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("▲ better, was contingent", page.QuerySelector("[data-standard='multinational-force/iiss-fast']")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("3 of 17 verdicts moved", page.QuerySelector("#main")!.GetAttribute("data-said")!, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/?occur=ceasefire")]
    public async Task View_OfAnOutlook_HasTheLikelihoodOfTheLibrary(string address)
    {
        var outlook = CoalitionJson.ReadOutlook(Repository.Bytes("samples", "ParisSummit", "paris-2026-outlook.json"));
        var report = Asked(address);

        var page = await server.PageAsync(address);

        var contingent = report.Verdicts.Where(v => v.Verdict == Verdict.Contingent).ToList();
        Assert.NotEmpty(contingent);
        foreach (var standard in contingent)
        {
            var likely = new StandardAnalysis(report, standard).OverMatters()!.Likelihood(outlook).Sufficient;
            Assert.Equal(Words.PercentInColumn(likely), page.QuerySelector($"[data-chance='{standard.Guarantee}/{standard.Standard}'] td")!.TextContent);
        }

        Assert.Equal(contingent.Count, page.QuerySelectorAll("[data-chance]").Length);
    }

    [Fact]
    public async Task View_OfTheParisModel_HasThePowerOfTheLibrary()
    {
        var report = Asked("/");

        var page = await server.PageAsync("/");

        foreach (var standard in report.Verdicts.Where(v => v.Verdict >= Verdict.Contingent))
        {
            var players = new StandardAnalysis(report, standard).OverNations()!.Power().Players.Where(p => !p.Swings.IsZero).OrderByDescending(p => p.ShapleyShubik).Take(5);
            Assert.Equal(
                players.Select(p => Words.PercentInColumn(p.ShapleyShubik.Value)),
                page.QuerySelectorAll($"[data-power='{standard.Guarantee}/{standard.Standard}'] tbody tr").Select(r => r.QuerySelectorAll("td")[1].TextContent));
        }
    }

    [Fact]
    public async Task View_OfOneAddress_HasTheSameBytes()
    {
        Assert.Equal(await server.Client.GetByteArrayAsync(new Uri(Changed, UriKind.Relative)), await server.Client.GetByteArrayAsync(new Uri(Changed, UriKind.Relative)));
        await using var other = await Server.StartAsync();
        Assert.Equal(await server.Client.GetByteArrayAsync(new Uri(Changed, UriKind.Relative)), await other.Client.GetByteArrayAsync(new Uri(Changed, UriKind.Relative)));
    }

    [Fact]
    public async Task View_OfTheForm_LeadsToTheOneAddress()
    {
        using var answer = await server.GetAsync("/?occur=peace&on=2026-02-22&known=&occur=ceasefire&grant=stage%3Afr-land");

        Assert.Equal(HttpStatusCode.Found, answer.StatusCode);
        Assert.Equal("/?grant=stage:fr-land&occur=ceasefire&occur=peace", answer.Headers.Location!.OriginalString);
    }

    [Fact]
    public async Task View_OfItsForm_HasTheInputsOfTheAddress()
    {
        var page = await server.PageAsync(Changed);

        var chosen = page.QuerySelectorAll("#controls input[type=checkbox][checked]").Select(i => $"{i.GetAttribute("name")}={i.GetAttribute("value")}");
        Assert.Equal(Changed["/?on=2026-03-01&".Length..].Split('&').Order(), chosen.Order());
        Assert.Equal("2026-03-01", page.QuerySelector("#on")!.GetAttribute("value"));
        Assert.All(page.QuerySelectorAll("input"), i => Assert.NotNull(page.QuerySelector($"label[for='{i.Id}']")));
    }

    [Theory]
    [InlineData("/?foo=1&on=x", "foo=1|on=x")]
    [InlineData("/?grant=stage:zz-none", "grant=stage:zz-none")]
    [InlineData("/?occur=no-such", "occur=no-such")]
    [InlineData("/?withdraw=XA", "withdraw=XA")]
    [InlineData("/?withdraw=UA", "withdraw=UA")]
    [InlineData("/?known=2030-01-01", "known=2030-01-01")]
    [InlineData("/?grant=stage:fr-land&withdraw=FR", "grant=stage:fr-land")]
    [InlineData("/?grant=circumstance:ceasefire&occur=ceasefire", "grant=circumstance:ceasefire")]
    [InlineData("/?grant=%ff%fe%00", "grant=")]
    public async Task View_OfWhatCannotBeAsked_NamesEachPart(string address, string parts)
    {
        var page = await server.PageAsync(address, HttpStatusCode.BadRequest);

        var named = page.QuerySelectorAll(".refused li code").Select(c => c.TextContent).ToList();
        Assert.Equal(parts.Split('|').Length, named.Count);
        Assert.All(parts.Split('|').Zip(named), p => Assert.StartsWith(p.First, p.Second, StringComparison.Ordinal));
        Assert.Equal(17, page.QuerySelectorAll("[data-standard]").Length);
    }

    [Fact]
    public async Task Upload_OfAModel_LeadsToItsView()
    {
        var illustrative = Repository.Bytes("samples", "ParisSummit", "illustrative.json");
        using var answer = await server.UploadAsync(illustrative);

        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        var page = await server.PageAsync(answer.Headers.Location!.OriginalString);
        var model = CoalitionJson.Read(illustrative);
        Assert.Equal(model.Draft.Title, page.QuerySelector("h1")!.TextContent);
        Assert.Equal(SufficiencyEvaluator.Evaluate(model, model.AsOf).Verdicts.Count(), page.QuerySelectorAll("[data-standard]").Length);
        Assert.Null(page.QuerySelector("#chances"));
    }

    [Fact]
    public async Task Upload_OfAnInvalidModel_ShowsEachProblemBesideItsLine()
    {
        const string file = """
            {
              "format": "coalition/1",
              "asOf": "2026-03-01",
              "nations": { "XA": { "name": "Arland" } },
              "pledges": {
                "xa-land": {
                  "nation": "XA", "support": "land",
                  "stage": "frim",
                  "amount": [
                    { "from": 5 },
                    { "from": -5 }
                  ]
                }
              }
            }
            """;

        using var answer = await server.UploadAsync(file);

        var page = await Server.PageOfAsync(answer, HttpStatusCode.UnprocessableEntity);
        Assert.Equal(["Line 8, $.pledges.xa-land.stage", "Line 11, $.pledges.xa-land.amount[1].from"], page.QuerySelectorAll(".problems li > p").Select(p => p.TextContent.Split(": ")[0]));
        Assert.Equal(["8 \"stage\": \"frim\",", "11 { \"from\": -5 }"], page.QuerySelectorAll(".here").Select(h => string.Join(' ', h.TextContent.Split(' ', StringSplitOptions.RemoveEmptyEntries))));
    }

    [Fact]
    public async Task View_OfAModelThatIsGone_OffersToUploadItAgain()
    {
        await using var small = await Server.StartAsync(new WhatIfLimits { Models = 1 });
        using var first = await small.UploadAsync(Named("First"));
        using var second = await small.UploadAsync(Named("Second"));

        var gone = await small.PageAsync(first.Headers.Location!.OriginalString, HttpStatusCode.NotFound);
        var kept = await small.PageAsync(second.Headers.Location!.OriginalString);
        using var again = await small.UploadAsync(Named("First"));

        Assert.Equal("The model is not here", gone.QuerySelector("h1")!.TextContent);
        Assert.NotNull(gone.QuerySelector("input[type=file]"));
        Assert.Equal("Second", kept.QuerySelector("h1")!.TextContent);
        Assert.Equal(first.Headers.Location, again.Headers.Location);
    }

    [Fact]
    public async Task View_OfHostileNames_ShowsThemAsText()
    {
        const string hostile = "<script>alert(1)</script>\\\"'><img src=x onerror=alert(1)>";
        var file = Repository.Text("samples", "ParisSummit", "illustrative.json");
        var model = CoalitionJson.Read(file);
        var texts = new[] { model.Draft.Title! }.Concat(model.Nations.Select(n => n.Name)).Concat(model.Circumstances.Select(c => c.Title)).Concat(model.Sources.Select(s => s.Title))
            .Concat(model.Guarantees.Select(g => g.Title!)).Concat(model.Guarantees.SelectMany(g => g.Standards).Select(s => s.Title!)).Where(t => t is not null).Distinct();
        foreach (var text in texts)
        {
            file = file.Replace($"\"{text}\"", $"\"{hostile}\"", StringComparison.Ordinal);
        }

        using var harmless = await server.UploadAsync(Repository.Bytes("samples", "ParisSummit", "illustrative.json"));
        using var answer = await server.UploadAsync(file);
        var twin = await server.PageAsync(harmless.Headers.Location!.OriginalString);
        var page = await server.PageAsync(answer.Headers.Location!.OriginalString);

        Assert.Equal("<script>alert(1)</script>\"'><img src=x onerror=alert(1)>", page.QuerySelector("h1")!.TextContent);
        Assert.Equal(twin.QuerySelectorAll("script").Length, page.QuerySelectorAll("script").Length);
        Assert.Empty(page.QuerySelectorAll("img, [onerror]"));
    }

    [Fact]
    public async Task View_OfManyChanges_SaysWhereACauseIsOnlyABound()
    {
        var page = await server.PageAsync(Changed);

        Assert.Equal(
            ["Because of this alone:", "Because of these together; at least 3 are needed, and none of these can be left out:"],
            page.QuerySelectorAll(".because").Select(b => b.TextContent).Distinct());
    }

    [Fact]
    public async Task View_OfSevenChanges_GivesASmallestCause()
    {
        var page = await server.PageAsync(
            "/?grant=approval:gb-commons&grant=approval:ua-rada&grant=stage:fr-land&grant=stage:gb-land&occur=ceasefire&occur=gb-legal-instrument&occur=gb-us-discussion");

        Assert.Equal("Because of these together, and no fewer would do:", page.QuerySelector(".because")!.TextContent);
        Assert.Equal(7, page.QuerySelectorAll(".causes li").Length);
    }

    private static byte[] Named(string title) => Encoding.UTF8.GetBytes($$"""{ "format": "coalition/1", "asOf": "2026-03-01", "title": "{{title}}" }""");

    // What the address asks, put to the library in this test's own way.
    private static SufficiencyReport Asked(string address)
    {
        var model = CoalitionJson.Read(Paris);
        var on = model.AsOf;
        List<OpenMatter> grants = [];
        var parts = address.TrimStart('/', '?').Split('&', StringSplitOptions.RemoveEmptyEntries).Select(p => p.Split('=')).ToList();
        if (parts.Find(p => p[0] == "on") is [_, var day])
        {
            on = NodaTime.Text.LocalDatePattern.Iso.Parse(day).Value;
        }

        foreach (var part in parts)
        {
            switch (part[0])
            {
                case "grant":
                    grants.Add(OpenMatter.Parse(part[1]));
                    break;
                case "occur":
                    model = model.AddEvent(part[1], new Coalition.CircumstanceEvent { On = on, Change = Coalition.CircumstanceChange.Occurred, Assumed = true });
                    break;
                case "withdraw":
                    model = model.Withdraw(new Coalition.NationCode(part[1]), on, assumed: true);
                    break;
                default:
                    break;
            }
        }

        return SufficiencyEvaluator.Evaluate(model, on, granting: grants);
    }
}
