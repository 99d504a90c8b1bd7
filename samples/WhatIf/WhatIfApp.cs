using Coalition;
using Coalition.Json;
using Coalition.Sufficiency;
using Microsoft.AspNetCore.Http.HttpResults;

namespace WhatIf;

/// <summary>The web application.</summary>
public static class WhatIfApp
{
    /// <summary>Makes the application, listening on loopback.</summary>
    /// <param name="args">Arguments of the command line, such as <c>--urls http://127.0.0.1:5080</c>.</param>
    /// <returns>The application, not yet started.</returns>
    public static WebApplication Create(string[] args)
    {
        var builder = WebApplication.CreateBuilder(args);
        builder.Services.AddRazorComponents();
        var app = builder.Build();
        var model = CoalitionJson.Read(File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "paris-2026.json")));
        app.MapGet("/", () => new RazorComponentResult<WhatIfPage>(new { Report = SufficiencyEvaluator.Evaluate(model, model.AsOf) }));
        return app;
    }
}
