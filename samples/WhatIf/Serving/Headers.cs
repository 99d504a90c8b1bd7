namespace WhatIf.Serving;

/// <summary>What every answer tells the browser not to do, and where a request may come from.</summary>
internal static class Headers
{
    private const string ContentSecurityPolicy =
        "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; img-src data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    internal static Task Add(HttpContext context, RequestDelegate next)
    {
        // At the last moment, since an answer that is given up takes back what was set before.
        context.Response.OnStarting(() =>
        {
            var headers = context.Response.Headers;
            headers.ContentSecurityPolicy = ContentSecurityPolicy;
            headers.XContentTypeOptions = "nosniff";
            headers.XFrameOptions = "DENY";
            headers["Referrer-Policy"] = "same-origin";
            headers["Cross-Origin-Opener-Policy"] = "same-origin";
            headers["Cross-Origin-Resource-Policy"] = "same-origin";

            // An uploaded model may be gone the next time.
            headers.CacheControl = "no-cache";
            return Task.CompletedTask;
        });
        return next(context);
    }

    /// <summary>Whether a page of another site sends this; a program that is no browser says nothing of it, and needs no such help to send what it likes.</summary>
    internal static bool IsFromElsewhere(HttpRequest request)
    {
        var site = request.Headers["Sec-Fetch-Site"].ToString();
        var origin = request.Headers.Origin.ToString();
        return site is not ("" or "same-origin" or "none") || (origin.Length > 0 && origin != $"{request.Scheme}://{request.Host}");
    }
}
