using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace WhatIf.Tests;

/// <summary>The real server on a port of its own, and a client that follows no redirection by itself.</summary>
internal sealed class Server : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly HttpClient client;

    private Server(WebApplication app)
    {
        this.app = app;
        Address = new Uri(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single());
        client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseProxy = false }) { BaseAddress = Address };
    }

    internal Uri Address { get; }

    internal HttpClient Client => client;

    internal static async Task<Server> StartAsync(WhatIfLimits? limits = null, ILoggerProvider? log = null)
    {
        var app = WhatIfApp.Create(["--urls", "http://127.0.0.1:0"], limits);
        if (log is not null)
        {
            app.Services.GetRequiredService<ILoggerFactory>().AddProvider(log);
        }

        await app.StartAsync();
        return new Server(app);
    }

    internal Task<HttpResponseMessage> GetAsync(string address) => client.GetAsync(new Uri(address, UriKind.Relative));

    /// <summary>A page, once its status is as expected.</summary>
    internal async Task<IDocument> PageAsync(string address, HttpStatusCode expected = HttpStatusCode.OK)
    {
        using var answer = await GetAsync(address);
        return await PageOfAsync(answer, expected);
    }

    internal static async Task<IDocument> PageOfAsync(HttpResponseMessage answer, HttpStatusCode expected)
    {
        var text = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.StatusCode == expected, $"{(int)answer.StatusCode}: {text}");
        return new HtmlParser().ParseDocument(text);
    }

    internal async Task<HttpResponseMessage> UploadAsync(byte[] file, Action<HttpRequestMessage>? change = null)
    {
        using var content = new ByteArrayContent(file);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        using var form = new MultipartFormDataContent { { content, "file", "model.json" } };
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri("/models", UriKind.Relative)) { Content = form };
        change?.Invoke(request);
        return await client.SendAsync(request);
    }

    internal Task<HttpResponseMessage> UploadAsync(string file) => UploadAsync(Encoding.UTF8.GetBytes(file));

    /// <summary>Opens a bare connection.</summary>
    internal async Task<Socket> ConnectAsync()
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        await socket.ConnectAsync(IPAddress.Loopback, Address.Port);
        return socket;
    }

    /// <summary>Sends bytes as they are, and reads all that comes until the server closes.</summary>
    internal async Task<string> SendAsync(string request)
    {
        using var socket = await ConnectAsync();
        return await SendAsync(socket, request);
    }

    internal static async Task<string> SendAsync(Socket socket, string request)
    {
        try
        {
            await socket.SendAsync(Encoding.Latin1.GetBytes(request));
        }
        catch (SocketException)
        {
            // The server has closed already; what it said before may still be read.
        }

        return await ReadToEndAsync(socket);
    }

    internal static async Task<string> ReadToEndAsync(Socket socket)
    {
        var text = new StringBuilder();
        var buffer = new byte[8_192];
        try
        {
            for (var read = await socket.ReceiveAsync(buffer); read > 0; read = await socket.ReceiveAsync(buffer))
            {
                text.Append(Encoding.Latin1.GetString(buffer, 0, read));
            }
        }
        catch (SocketException)
        {
            // The server has cut the connection.
        }

        return text.ToString();
    }

    /// <summary>Fails unless the page is still served.</summary>
    internal async Task CheckServingAsync()
    {
        var page = await PageAsync("/");
        Assert.Equal(17, page.QuerySelectorAll("[data-standard]").Length);
    }

    public async ValueTask DisposeAsync()
    {
        client.Dispose();
        await app.DisposeAsync();
    }
}
