using Microsoft.AspNetCore.Http.HttpResults;
using WhatIf.Address;
using WhatIf.Answers;
using WhatIf.Models;
using WhatIf.Pages;

namespace WhatIf.Serving;

/// <summary>The page: an address in, what it says of the model out.</summary>
internal static class Views
{
    internal static void MapViews(this IEndpointRouteBuilder routes) =>
        routes.MapMethods("/", [HttpMethods.Get, HttpMethods.Head], Show).WithRequestTimeout(Turns.Views).RequireRateLimiting(Turns.Views);

    private static IResult Show(HttpContext context, LoadedModel paris, ModelStore models, WhatIfLimits limits)
    {
        var query = context.Request.QueryString.Value ?? "";
        if (query.Length > limits.QueryCharacters)
        {
            return Failures.Page(StatusCodes.Status414UriTooLong, "The address is too long", $"It has {query.Length} characters after the path; {limits.QueryCharacters} are read.");
        }

        var (scenario, problems) = AddressReader.Read(query);
        var loaded = paris;
        if (scenario.Model is { } key && !models.TryGet(key, out loaded))
        {
            return new RazorComponentResult<GonePage>(new { Scenario = scenario }) { StatusCode = StatusCodes.Status404NotFound, PreventStreamingRendering = true };
        }

        // One view has one address.
        var canonical = scenario.For(loaded.Model);
        if (problems.IsEmpty && canonical.ToString() != query)
        {
            return TypedResults.LocalRedirect($"/{canonical}");
        }

        var answer = Answer.Of(loaded, canonical, problems, context.RequestAborted);
        return new RazorComponentResult<ViewPage>(new { Answer = answer })
        {
            StatusCode = answer.Problems.IsEmpty ? StatusCodes.Status200OK : StatusCodes.Status400BadRequest,
            PreventStreamingRendering = true,
        };
    }
}
