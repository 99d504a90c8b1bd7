using Coalition.Reporting.Components;
using Coalition.Sufficiency;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace Coalition.Reporting;

/// <summary>Writes what was found of a coalition as one HTML file.</summary>
public static class HtmlReport
{
    /// <summary>Renders the report.</summary>
    /// <param name="report">What was found.</param>
    /// <returns>The text of the file.</returns>
    public static async Task<string> RenderAsync(SufficiencyReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        await using var services = new ServiceCollection().BuildServiceProvider();
        await using var renderer = new HtmlRenderer(services, NullLoggerFactory.Instance);
        return await renderer.Dispatcher.InvokeAsync(async () =>
        {
            var root = await renderer.RenderComponentAsync<VerdictMatrix>(
                ParameterView.FromDictionary(new Dictionary<string, object?> { [nameof(VerdictMatrix.Report)] = report })).ConfigureAwait(true);
            return root.ToHtmlString();
        }).ConfigureAwait(false);
    }
}
