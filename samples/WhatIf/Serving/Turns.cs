using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Http.Timeouts;
using Microsoft.AspNetCore.RateLimiting;

namespace WhatIf.Serving;

/// <summary>Who is served when, and for how long: so many at once, so many who wait, and the rest is asked to come again.</summary>
internal static class Turns
{
    internal const string Views = "views";
    internal const string Uploads = "uploads";

    internal static void AddTurns(this IServiceCollection services, WhatIfLimits limits)
    {
        services.AddRequestTimeouts(times =>
        {
            times.AddPolicy(Views, Time(limits.AnswerTime));
            times.AddPolicy(Uploads, Time(limits.UploadTime));
        });
        services.AddRateLimiter(turns =>
        {
            // Whoever uploads slowly keeps only other uploads waiting.
            turns.AddConcurrencyLimiter(Views, AtOnce);
            turns.AddConcurrencyLimiter(Uploads, AtOnce);
            turns.OnRejected = async (rejected, _) =>
            {
                rejected.HttpContext.Response.Headers.RetryAfter = "1";
                await Failures.Page(StatusCodes.Status503ServiceUnavailable, "Many ask at once", "All turns are taken, and so are the places to wait. Try again in a second.")
                    .ExecuteAsync(rejected.HttpContext).ConfigureAwait(false);
            };
        });

        RequestTimeoutPolicy Time(TimeSpan time) => new()
        {
            Timeout = time,
            TimeoutStatusCode = StatusCodes.Status503ServiceUnavailable,
            WriteTimeoutResponse = context =>
            {
                context.Response.Headers.RetryAfter = "5";
                return Failures.Page(StatusCodes.Status503ServiceUnavailable, "It takes too long",
                    $"No answer within {time.TotalSeconds:0.###} seconds. Ask for less, such as fewer changes at once, or use the library on your own machine.").ExecuteAsync(context);
            },
        };

        void AtOnce(ConcurrencyLimiterOptions options)
        {
            options.PermitLimit = limits.AtOnce;
            options.QueueLimit = limits.Waiting;
            options.QueueProcessingOrder = QueueProcessingOrder.OldestFirst;
        }
    }
}
