using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text;
using Coalition.Tests;

namespace WhatIf.Tests;

/// <summary>A client that means harm, on real connections: after each attack the page still serves.</summary>
public sealed class HostileClientTests
{
    private const string Boundary = "xxxx";
    private const string Disposition = "Content-Disposition: form-data; name=\"file\"; filename=\"a.json\"";

    [Fact]
    public async Task Upload_ThatIsAnnouncedTooLarge_IsRefusedBeforeItComes()
    {
        await using var server = await Server.StartAsync();

        var answer = await server.SendAsync(Post("Content-Length: 4000000000\r\n"));

        Assert.StartsWith("HTTP/1.1 413 ", answer, StringComparison.Ordinal);
        Assert.Contains("The file is too large", answer, StringComparison.Ordinal);
        await server.CheckServingAsync();
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Upload_ThatIsTooLarge_IsRefused(bool isChunked)
    {
        await using var server = await Server.StartAsync(new WhatIfLimits { UploadBytes = 10_000 });

        using var answer = await server.UploadAsync(new byte[10_001], r => r.Headers.TransferEncodingChunked = isChunked);
        using var muchLarger = await server.UploadAsync(new byte[20_000], r => r.Headers.TransferEncodingChunked = isChunked);

        await Server.PageOfAsync(answer, HttpStatusCode.RequestEntityTooLarge);
        await Server.PageOfAsync(muchLarger, HttpStatusCode.RequestEntityTooLarge);
        await server.CheckServingAsync();
    }

    [Fact]
    public async Task Upload_OfTheLargestFile_IsRead()
    {
        var model = """{ "format": "coalition/1", "asOf": "2026-03-01" }"""u8.ToArray();
        await using var server = await Server.StartAsync(new WhatIfLimits { UploadBytes = 10_000 });

        using var answer = await server.UploadAsync([.. model, .. Enumerable.Repeat((byte)' ', 10_000 - model.Length)]);

        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
    }

    [Fact]
    public async Task Upload_ThatStops_IsCutOff()
    {
        await using var server = await Server.StartAsync();
        var slow = new List<Task<string>>();
        for (var i = 0; i < 8; i++)
        {
            slow.Add(server.SendAsync(Post("Content-Length: 100000\r\n") + $"--{Boundary}\r\n{Disposition}\r\n\r\n{{"));
        }

        // Whoever uploads slowly keeps no reader waiting.
        await server.CheckServingAsync();
        var answers = await Task.WhenAll(slow);

        Assert.All(answers, a => Assert.True(a.Length == 0 || a.StartsWith("HTTP/1.1 408 ", StringComparison.Ordinal) || a.StartsWith("HTTP/1.1 503 ", StringComparison.Ordinal), a));
        Assert.Contains(answers, a => a.StartsWith("HTTP/1.1 408 ", StringComparison.Ordinal));
        await server.CheckServingAsync();
    }

    [Fact]
    public async Task Headers_ThatNeverEnd_AreCutOff()
    {
        await using var server = await Server.StartAsync(new WhatIfLimits { HeadersTime = TimeSpan.FromSeconds(1) });
        var slow = Enumerable.Range(0, 100).Select(_ => server.SendAsync("GET / HTTP/1.1\r\nHost: localhost\r\nX-A: b\r\n")).ToList();

        await server.CheckServingAsync();
        var answers = await Task.WhenAll(slow);

        Assert.All(answers, a => Assert.True(a.Length == 0 || a.StartsWith("HTTP/1.1 408 ", StringComparison.Ordinal), a));
        await server.CheckServingAsync();
    }

    [Fact]
    public async Task Answer_ThatNobodyReads_KeepsNobodyWaiting()
    {
        await using var server = await Server.StartAsync(new WhatIfLimits { AtOnce = 1, Waiting = 1_000 });
        List<Socket> deaf = [];
        for (var i = 0; i < 50; i++)
        {
            var socket = await server.ConnectAsync();
            socket.ReceiveBufferSize = 1_024;
            await socket.SendAsync(Encoding.Latin1.GetBytes("GET / HTTP/1.1\r\nHost: localhost\r\n\r\n"));
            deaf.Add(socket);
        }

        await server.CheckServingAsync();
        deaf.ForEach(s => s.Dispose());
        await server.CheckServingAsync();
    }

    [Fact]
    public async Task Connection_ThatIsDroppedHalfway_HarmsNobody()
    {
        await using var server = await Server.StartAsync();
        for (var i = 0; i < 50; i++)
        {
            using var socket = await server.ConnectAsync();
            socket.LingerState = new LingerOption(true, 0);
            await socket.SendAsync(Encoding.Latin1.GetBytes(i % 2 == 0 ? "GET / HTTP/1.1\r\nHost: localhost\r\n\r\n" : Post("Content-Length: 5000\r\n") + $"--{Boundary}\r\n"));
        }

        await server.CheckServingAsync();
    }

    [Fact]
    public async Task Requests_ManyAtOnce_AreServedOrAskedToComeAgain()
    {
        await using var server = await Server.StartAsync(new WhatIfLimits { AtOnce = 1, Waiting = 4 });

        var answers = await Task.WhenAll(Enumerable.Range(0, 200).Select(_ => server.GetAsync("/?occur=ceasefire")));

        Assert.All(answers, a => Assert.True(a.StatusCode is HttpStatusCode.OK or HttpStatusCode.ServiceUnavailable));
        Assert.Contains(answers, a => a.StatusCode == HttpStatusCode.OK);
        var refused = answers.Where(a => a.StatusCode == HttpStatusCode.ServiceUnavailable).ToList();
        Assert.NotEmpty(refused);
        Assert.All(refused, a => Assert.Equal(TimeSpan.FromSeconds(1), a.Headers.RetryAfter!.Delta));
        Assert.Equal("Many ask at once", (await Server.PageOfAsync(refused[0], HttpStatusCode.ServiceUnavailable)).QuerySelector("h1")!.TextContent);
        await server.CheckServingAsync();
    }

    [Fact]
    public async Task Answer_ThatTakesTooLong_IsGivenUp()
    {
        await using var server = await Server.StartAsync(new WhatIfLimits { AnswerTime = TimeSpan.FromTicks(1) });

        using var answer = await server.GetAsync("/?occur=ceasefire");

        Assert.Equal("It takes too long", (await Server.PageOfAsync(answer, HttpStatusCode.ServiceUnavailable)).QuerySelector("h1")!.TextContent);
        Assert.Equal(TimeSpan.FromSeconds(5), answer.Headers.RetryAfter!.Delta);
        Assert.Equal("nosniff", answer.Headers.GetValues("X-Content-Type-Options").Single());
    }

    [Fact]
    public async Task View_OfAModelThatIsHardToAnalyse_SaysWhatIsNotWorkedOut()
    {
        await using var server = await Server.StartAsync();

        using var upload = await server.UploadAsync(HardModel());
        Assert.Equal(HttpStatusCode.SeeOther, upload.StatusCode);
        var page = await server.PageAsync(upload.Headers.Location!.OriginalString);

        Assert.StartsWith("Not worked out: The budget of 200,000 nodes", page.QuerySelector("#pivotal")!.ParentElement!.QuerySelector(".note")!.TextContent, StringComparison.Ordinal);
        await server.CheckServingAsync();
    }

    [Theory]
    [InlineData("", 400)]
    [InlineData("--xxxx", 400)]
    [InlineData("--xxxx--\r\n", 400)]
    [InlineData("nothing of the sort", 400)]
    [InlineData("--xxxx\r\n\r\n{}\r\n--xxxx--\r\n", 400)]
    [InlineData("--xxxx\r\n" + Disposition + "\r\n\r\n{}", 400)]
    [InlineData("--xxxx\r\nContent-Disposition: form-data; name=\"other\"; filename=\"a\"\r\n\r\n{}\r\n--xxxx--\r\n", 400)]
    [InlineData("--xxxx\r\nContent-Disposition: form-data; name=\"file\"\r\n\r\n{}\r\n--xxxx--\r\n", 400)]
    [InlineData("--xxxx\r\n" + Disposition + "\r\n\r\n{}\r\n--xxxx\r\n" + Disposition + "\r\n\r\n{}\r\n--xxxx--\r\n", 400)]
    [InlineData("--xxxx\r\n" + Disposition + "\r\n\r\n\r\n--xxxx--\r\n", 422)]
    [InlineData("--xxxx\r\n" + Disposition + "\r\n\r\n{}\r\n--xxxx--\r\n", 422)]
    [InlineData("--xxxx\r\n" + Disposition + "\r\n\r\n[[[[[[\r\n--xxxx--\r\n", 422)]
    [InlineData("--xxxx\r\n" + Disposition + "\r\n\r\n\u00ff\u00fe\u0000\r\n--xxxx--\r\n", 422)]
    [InlineData("--xxxx\r\n" + Disposition + "\r\n\r\n{\"format\":\"\\ud800\",\"\\udfff\":1}\r\n--xxxx--\r\n", 422)]
    public async Task Upload_OfBrokenBytes_IsRefusedWithAPage(string body, int status)
    {
        await using var server = await Server.StartAsync();

        var answer = await server.SendAsync(Post($"Content-Length: {body.Length}\r\n") + body);

        Assert.StartsWith($"HTTP/1.1 {status} ", answer, StringComparison.Ordinal);
        Assert.Contains("<h1", answer, StringComparison.Ordinal);
        await server.CheckServingAsync();
    }

    [Fact]
    public async Task Log_OfUploadsAndViews_HoldsNothingOfThem()
    {
        using var log = new RecordingLog();
        await using var server = await Server.StartAsync(log: log);
        foreach (var file in new[] { "hush-hush", """{ "format": "coalition/1", "asOf": "2026-03-01", "title": "hush-hush" }""", """{ "format": "hush-hush", "hush-hush": 1 }""" })
        {
            using var answer = await server.UploadAsync(file);
            using var view = await server.GetAsync($"{answer.Headers.Location?.OriginalString ?? "/?"}&occur=hush-hush");
        }

        _ = await server.SendAsync(Post("Content-Length: 10\r\n") + "hush-hush!");
        _ = await server.SendAsync("hush-hush\r\n\r\n");

        Assert.NotEmpty(log.Lines);
        Assert.DoesNotContain(log.Lines, l => l.Contains("hush-hush", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Upload_OfManyParts_IsRefused()
    {
        await using var server = await Server.StartAsync();
        var body = string.Concat(Enumerable.Repeat("--xxxx\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\nb\r\n", 10_000)) + "--xxxx--\r\n";

        var answer = await server.SendAsync(Post($"Content-Length: {body.Length}\r\n") + body);

        Assert.StartsWith("HTTP/1.1 400 ", answer, StringComparison.Ordinal);
        await server.CheckServingAsync();
    }

    [Fact]
    public async Task Upload_OfDeepNestingOrManyProblems_TellsThem()
    {
        await using var server = await Server.StartAsync();
        var deep = new string('[', 1_000_000);
        var many = $$"""{ "format": "coalition/1", "asOf": "2026-03-01", "nations": { {{string.Join(", ", Enumerable.Range(0, 4_000).Select(i => $"\"n{i}\": {{}}"))}} } }""";

        using var first = await server.UploadAsync(deep);
        using var second = await server.UploadAsync(many);

        await Server.PageOfAsync(first, HttpStatusCode.UnprocessableEntity);
        var page = await Server.PageOfAsync(second, HttpStatusCode.UnprocessableEntity);
        Assert.Equal(100, page.QuerySelectorAll(".problems > li").Length);
        await server.CheckServingAsync();
    }

    [Fact]
    public async Task Upload_OfALongNameAboveManyEntries_IsRefusedWithoutRepeatingIt()
    {
        await using var server = await Server.StartAsync();
        var entries = string.Join(",", Enumerable.Range(0, 100_000).Select(i => $"\"{i}\":1"));

        using var answer = await server.UploadAsync($$$"""{ "format": "coalition/1", "asOf": "2026-03-01", "pledges": { "{{{new string('a', 900_000)}}}": { {{{entries}}} } } }""");

        await Server.PageOfAsync(answer, HttpStatusCode.UnprocessableEntity);
        await server.CheckServingAsync();
    }

    [Fact]
    public async Task Upload_OfMoreStandardsThanThePageShows_IsRefused()
    {
        await using var server = await Server.StartAsync(new WhatIfLimits { Standards = 2 });
        var standards = (int count) => string.Join(",", Enumerable.Range(0, count).Select(i => $$$"""
            "s{{{i}}}": { "requires": "always" }
            """));
        var model = (int count) => $$"""
            { "format": "coalition/1", "asOf": "2026-03-01", "nations": { "XA": { "name": "Arland" } },
              "guarantees": { "force": { "pillar": "multinationalForce", "beneficiary": "XA", "standards": { {{standards(count)}} } } } }
            """;

        using var two = await server.UploadAsync(model(2));
        using var three = await server.UploadAsync(model(3));

        Assert.Equal(HttpStatusCode.SeeOther, two.StatusCode);
        Assert.Equal("The model is too large to show", (await Server.PageOfAsync(three, HttpStatusCode.UnprocessableEntity)).QuerySelector("h1")!.TextContent);
    }

    [Fact]
    public async Task Upload_OfFuzzedModels_IsKeptOrRefused()
    {
        await using var server = await Server.StartAsync();
        var seed = Repository.Bytes("samples", "ParisSummit", "illustrative.json");
        var random = new Random(20260301);
        for (var i = 0; i < 100; i++)
        {
            var file = seed.ToArray();
            for (var change = 0; change <= i % 5; change++)
            {
                file[random.Next(file.Length)] = (byte)random.Next(256);
            }

            using var answer = await server.UploadAsync(file[..random.Next(i % 3 == 0 ? 0 : file.Length, file.Length + 1)]);

            Assert.True(answer.StatusCode is HttpStatusCode.SeeOther or HttpStatusCode.UnprocessableEntity, $"{i}: {answer.StatusCode}");
        }

        await server.CheckServingAsync();
    }

    [Fact]
    public async Task Uploads_OfManyModels_KeepNoMoreThanAreAllowed()
    {
        await using var server = await Server.StartAsync(new WhatIfLimits { Models = 1_000, ModelBytes = 1_000 });
        var file = """{ "format": "coalition/1", "asOf": "2026-03-01", "title": "A" }""";
        List<Uri> addresses = [];
        for (var i = 0; i < 40; i++)
        {
            using var answer = await server.UploadAsync(file.Replace("A", $"A{i:00}", StringComparison.Ordinal));
            addresses.Add(answer.Headers.Location!);
        }

        var kept = 0;
        foreach (var address in addresses)
        {
            using var answer = await server.GetAsync(address.OriginalString);
            kept += answer.StatusCode == HttpStatusCode.OK ? 1 : 0;
        }

        Assert.Equal(1_000 / (file.Length + 2), kept);
        await server.CheckServingAsync();
    }

    [Theory]
    [InlineData("https://evil.example", null)]
    [InlineData("null", null)]
    [InlineData(null, "cross-site")]
    [InlineData(null, "same-site")]
    public async Task Upload_FromAnotherSite_IsRefused(string? origin, string? site)
    {
        await using var server = await Server.StartAsync();

        using var answer = await server.UploadAsync("""{ "format": "coalition/1", "asOf": "2026-03-01" }"""u8.ToArray(), request =>
        {
            Add("Origin", origin);
            Add("Sec-Fetch-Site", site);

            void Add(string name, string? value)
            {
                if (value is not null)
                {
                    request.Headers.Add(name, value);
                }
            }
        });

        await Server.PageOfAsync(answer, HttpStatusCode.Forbidden);
        await server.CheckServingAsync();
    }

    [Theory]
    [InlineData("evil.example")]
    [InlineData("127.0.0.1.evil.example")]
    [InlineData("192.168.0.1")]
    [InlineData("")]
    public async Task Host_ThatIsNotThisMachine_IsRefused(string host)
    {
        await using var server = await Server.StartAsync();

        var answer = await server.SendAsync($"GET / HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n");

        Assert.StartsWith("HTTP/1.1 400 ", answer, StringComparison.Ordinal);
        Assert.DoesNotContain("Paris", answer, StringComparison.Ordinal);
        await server.CheckServingAsync();
    }

    [Theory]
    [InlineData("localhost")]
    [InlineData("127.0.0.1:5080")]
    [InlineData("[::1]")]
    public async Task Host_OfThisMachine_IsServed(string host)
    {
        await using var server = await Server.StartAsync();

        var answer = await server.SendAsync($"GET / HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n");

        Assert.StartsWith("HTTP/1.1 200 ", answer, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("http://0.0.0.0:0")]
    [InlineData("http://*:0")]
    [InlineData("http://+:0")]
    [InlineData("http://192.0.2.1:0")]
    [InlineData("http://example.org:0")]
    [InlineData("https://127.0.0.1:0")]
    [InlineData("http://127.0.0.1:0;http://[::]:0")]
    public void Create_OnAnAddressOfTheNetwork_IsRefused(string urls)
    {
        var refusal = Assert.Throws<ArgumentException>(() => WhatIfApp.Create(["--urls", urls]));

        Assert.EndsWith("is not an address of this machine alone: expected one such as http://127.0.0.1:5080. (Parameter 'address')", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Address_ThatIsTooLong_IsRefused()
    {
        await using var server = await Server.StartAsync();

        var page = await server.PageAsync($"/?grant={new string('x', 8_000)}", HttpStatusCode.RequestUriTooLong);
        var tooLongForTheServer = await server.SendAsync($"GET /?{new string('x', 100_000)} HTTP/1.1\r\nHost: localhost\r\n\r\n");
        var tooManyHeaders = await server.SendAsync($"GET / HTTP/1.1\r\nHost: localhost\r\n{string.Concat(Enumerable.Range(0, 200).Select(i => $"X-{i}: 1\r\n"))}\r\n");

        Assert.Equal("The address is too long", page.QuerySelector("h1")!.TextContent);
        Assert.True(tooLongForTheServer.Length == 0 || tooLongForTheServer.StartsWith("HTTP/1.1 414 ", StringComparison.Ordinal));
        Assert.True(tooManyHeaders.Length == 0 || tooManyHeaders.StartsWith("HTTP/1.1 431 ", StringComparison.Ordinal));
        await server.CheckServingAsync();
    }

    [Theory]
    [InlineData("GARBAGE\r\n\r\n")]
    [InlineData("\u0000\u0001\u0002\u00ff\r\n\r\n")]
    [InlineData("GET / HTTP/9.9\r\n\r\n")]
    [InlineData("GET http://evil.example/ HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")]
    [InlineData("POST /models HTTP/1.1\r\nHost: localhost\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\nzz\r\n\r\n")]
    [InlineData("POST /models HTTP/1.1\r\nHost: localhost\r\nContent-Length: -1\r\n\r\n")]
    public async Task Request_OfNoSense_IsRefused(string request)
    {
        await using var server = await Server.StartAsync();

        var answer = await server.SendAsync(request);

        Assert.True(answer.Length == 0 || answer.StartsWith("HTTP/1.1 4", StringComparison.Ordinal) || answer.StartsWith("HTTP/1.1 505", StringComparison.Ordinal), answer);
        await server.CheckServingAsync();
    }

    [Theory]
    [InlineData("/", "PUT", 405)]
    [InlineData("/models", "GET", 405)]
    [InlineData("/models", "POST", 415)]
    [InlineData("/../../etc/passwd", "GET", 404)]
    [InlineData("/paris-2026.json", "GET", 404)]
    [InlineData("/what-if.css/..%2f..%2fProgram.cs", "GET", 404)]
    public async Task Request_OfWhatIsNotThere_IsRefusedWithAPageAndHeaders(string path, string method, int status)
    {
        await using var server = await Server.StartAsync();

        var answer = await server.SendAsync($"{method} {path} HTTP/1.1\r\nHost: localhost\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");

        Assert.StartsWith($"HTTP/1.1 {status} ", answer, StringComparison.Ordinal);
        Assert.Contains("<h1", answer, StringComparison.Ordinal);
        Assert.Contains("Content-Security-Policy: default-src 'none';", answer, StringComparison.Ordinal);
        await server.CheckServingAsync();
    }

    [Fact]
    public async Task Answer_Always_HasTheHeadersThatKeepABrowserSafe()
    {
        await using var server = await Server.StartAsync();
        foreach (var path in new[] { "/", "/what-if.js", "/what-if.css", "/?foo=1", "/nowhere" })
        {
            using var answer = await server.GetAsync(path);

            Assert.Equal(
                "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; img-src data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
                answer.Headers.GetValues("Content-Security-Policy").Single());
            Assert.Equal("nosniff", answer.Headers.GetValues("X-Content-Type-Options").Single());
            Assert.Equal("DENY", answer.Headers.GetValues("X-Frame-Options").Single());
            Assert.Equal("same-origin", answer.Headers.GetValues("Referrer-Policy").Single());
            Assert.False(answer.Headers.Contains("Server"));
        }
    }

    private static string Post(string headers) =>
        $"POST /models HTTP/1.1\r\nHost: localhost\r\nContent-Type: multipart/form-data; boundary={Boundary}\r\nConnection: close\r\n{headers}\r\n";

    // Two totals of forty nations, with large amounts that have nothing in common for a decision diagram to share.
    private static string HardModel()
    {
        var random = new Random(7);
        var codes = "ABCDEFGHIJKLMNOPQRSTUVWXYZ".Select(c => $"X{c}").Concat("MNOPQRSTUVWXYZ".Select(c => $"Q{c}")).ToList();
        var nations = string.Join(", ", codes.Select(c => $$"""
            "{{c}}": { "name": "{{c}}" }
            """));
        var pledges = string.Join(", ", codes.SelectMany((_, i) => new[] { (Nation: i, Support: "land"), (Nation: i, Support: "naval") }).Select(p => $$"""
            "{{p.Support}}-{{p.Nation}}": { "nation": "{{codes[p.Nation]}}", "support": "{{p.Support}}", "stage": "declared", "amount": [{ "to": {{random.NextInt64(1_000_000_000, 2_000_000_000_000)}} }] }
            """));
        return $$"""
            { "format": "coalition/1", "asOf": "2026-03-01", "nations": { {{nations}} }, "pledges": { {{pledges}} },
              "guarantees": { "force": { "pillar": "multinationalForce", "beneficiary": "XA", "standards": {
                "hard": { "requires": { "allOf": [{ "total": "land", "atLeast": 20000000000000 }, { "total": "naval", "atLeast": 21000000000000 }] } } } } } }
            """;
    }
}
