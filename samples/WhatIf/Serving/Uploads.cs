using Coalition;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.HttpResults;
using WhatIf.Address;
using WhatIf.Models;
using WhatIf.Pages;

namespace WhatIf.Serving;

/// <summary>A model file comes in: it is kept and shown, or its problems are.</summary>
internal static class Uploads
{
    internal const string Path = "/models";

    /// <summary>The name of the input of the form.</summary>
    internal const string Field = "file";

    /// <summary>How many bytes of a form may surround its file.</summary>
    internal const int MostAroundTheFile = 4 * 1024;

    internal static void MapUploads(this IEndpointRouteBuilder routes) =>
        routes.MapPost(Path, Take).WithRequestTimeout(Turns.Uploads).RequireRateLimiting(Turns.Uploads);

    private static async Task<IResult> Take(HttpContext context, ModelStore models, WhatIfLimits limits)
    {
        var request = context.Request;
        if (Headers.IsFromElsewhere(request))
        {
            return Failures.Page(StatusCodes.Status403Forbidden, "Not from there", "A model is uploaded from this page only, not from that of another site.");
        }

        if (!request.HasFormContentType || !request.ContentType!.StartsWith("multipart/form-data", StringComparison.OrdinalIgnoreCase))
        {
            return Failures.Page(StatusCodes.Status415UnsupportedMediaType, "That is no form", $"Expected multipart/form-data with one file, called {Field}.");
        }

        if (request.ContentLength > limits.UploadBytes + MostAroundTheFile)
        {
            return TooLarge(limits);
        }

        byte[] file;
        try
        {
            var form = await request.ReadFormAsync(
                new FormOptions
                {
                    // In memory: no part of a model is to be left on a disk.
                    MemoryBufferThreshold = limits.UploadBytes + MostAroundTheFile,
                    MultipartBodyLengthLimit = limits.UploadBytes + MostAroundTheFile,
                    BufferBodyLengthLimit = limits.UploadBytes + MostAroundTheFile,
                    ValueCountLimit = 4,
                    MultipartHeadersCountLimit = 8,
                    MultipartHeadersLengthLimit = 2_048,
                },
                context.RequestAborted).ConfigureAwait(false);
            if (form.Files is not [{ Name: Field } only] || form.Count > 0)
            {
                return Failures.Page(StatusCodes.Status400BadRequest, "No file came", $"Expected one file, called {Field}, and nothing else.");
            }

            if (only.Length > limits.UploadBytes)
            {
                return TooLarge(limits);
            }

            file = new byte[only.Length];
            using var stream = only.OpenReadStream();
            await stream.ReadExactlyAsync(file, context.RequestAborted).ConfigureAwait(false);
        }
        catch (BadHttpRequestException refused)
        {
            return refused.StatusCode == StatusCodes.Status413PayloadTooLarge ? TooLarge(limits)
                : Failures.Page(refused.StatusCode, "The upload broke off", "It came too slowly, or not as it was announced. Try again.");
        }
        catch (Exception malformed) when (malformed is InvalidDataException or IOException)
        {
            return Failures.Page(StatusCodes.Status400BadRequest, "The form is broken", "The parts of the upload are not as multipart/form-data has them, or there is too much around the file.");
        }

        return Keep(file, models, limits, context.RequestAborted);
    }

    private static IResult Keep(byte[] file, ModelStore models, WhatIfLimits limits, CancellationToken cancellation)
    {
        var key = ModelKey.Of(file);
        try
        {
            if (!models.TryGet(key, out _))
            {
                var read = LoadedModel.Read(key, file, limits.Model, cancellation);
                var standards = read.Report.Verdicts.Count();
                if (standards > limits.Standards)
                {
                    return Failures.Page(StatusCodes.Status422UnprocessableEntity, "The model is too large to show",
                        FormattableString.Invariant($"It has {standards:N0} standards; the page shows up to {limits.Standards:N0}. The library takes more."));
                }

                models.Add(key, read);
            }

            // The browser goes on to the view with GET.
            return new SeeOther($"/{new Scenario { Model = key }}");
        }
        catch (CoalitionModelException invalid)
        {
            var lines = JsonLines.Of(file, invalid.Problems.Select(p => p.Path));
            return new RazorComponentResult<InvalidModelPage>(new { Problems = invalid.Problems, invalid.NotListed, Lines = lines })
            {
                StatusCode = StatusCodes.Status422UnprocessableEntity,
                PreventStreamingRendering = true,
            };
        }
    }

    private static RazorComponentResult<MessagePage> TooLarge(WhatIfLimits limits) =>
        Failures.Page(StatusCodes.Status413PayloadTooLarge, "The file is too large", FormattableString.Invariant($"A model file may have {limits.UploadBytes:N0} bytes."));

    private sealed record SeeOther(string Address) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext)
        {
            httpContext.Response.StatusCode = StatusCodes.Status303SeeOther;
            httpContext.Response.Headers.Location = Address;
            return Task.CompletedTask;
        }
    }
}
