using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http.HttpResults;
using WhatIf.Pages;

namespace WhatIf.Serving;

/// <summary>What goes wrong, as a page of the same look.</summary>
internal static class Failures
{
    internal static RazorComponentResult<MessagePage> Page(int status, string title, string says) =>
        new(new { Title = title, Says = says }) { StatusCode = status, PreventStreamingRendering = true };

    /// <summary>Shows what the server refuses by itself, such as an unknown path.</summary>
    internal static Task Show(StatusCodeContext context)
    {
        var status = context.HttpContext.Response.StatusCode;
        var (title, says) = status switch
        {
            StatusCodes.Status404NotFound => ("There is no such page", "The address leads nowhere."),
            StatusCodes.Status405MethodNotAllowed => ("It cannot be asked like that", "The page is asked with GET, and a model is uploaded with POST."),
            _ => ("That is refused", "The server does not answer such a request."),
        };
        return Page(status, title, says).ExecuteAsync(context.HttpContext);
    }

    /// <summary>A failure that nobody foresaw: the kind of it is told, and nothing that it says, which may quote a model.</summary>
    internal static async Task Catch(HttpContext context, RequestDelegate next)
    {
        try
        {
            await next(context).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            // The client has gone.
        }
        catch (Exception failure) when (!context.Response.HasStarted && failure is not BadHttpRequestException)
        {
            Log.Failed(context.RequestServices.GetRequiredService<ILoggerFactory>().CreateLogger("WhatIf"), failure.GetType(), failure.StackTrace);
            await Page(StatusCodes.Status500InternalServerError, "Something failed here", "That is a mistake of this program, not yours. The address may show it again.")
                .ExecuteAsync(context).ConfigureAwait(false);
        }
    }
}
