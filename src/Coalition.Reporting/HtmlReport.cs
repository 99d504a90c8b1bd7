using System.Security.Cryptography;
using System.Text;
using Coalition.Reporting.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace Coalition.Reporting;

/// <summary>Writes what was found of a coalition as one HTML file that needs nothing else: no network, no other file.</summary>
/// <remarks>
/// The same contents give the same bytes, whatever the clock and the culture. Every text of the model is written as text: no element, attribute, script or link comes of
/// it but those of sources whose address begins with <c>http:</c>, <c>https:</c> or <c>mailto:</c>. A content security policy in the file forbids everything that is not in it.
/// </remarks>
public static class HtmlReport
{
    /// <summary>Renders the report.</summary>
    /// <param name="contents">What it is made of.</param>
    /// <param name="cancellation">Ends the work early.</param>
    /// <returns>The text of the file.</returns>
    /// <exception cref="ArgumentException">
    /// The outlook does not fit the model (see <see cref="Analysis.SufficiencyFunction.Likelihood"/> and <see cref="Analysis.Remedies.For"/>), or the timeline ends before it begins.
    /// </exception>
    /// <exception cref="CoalitionModelException">The model with the further pledges of the outlook's remedies would not be valid.</exception>
    /// <exception cref="OperationCanceledException">The work was cancelled.</exception>
    public static async Task<string> RenderAsync(ReportContents contents, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(contents);
        var gathered = new Gathered(contents, cancellation);
        await using var services = new ServiceCollection().AddSingleton(gathered).BuildServiceProvider();
        await using var renderer = new HtmlRenderer(services, NullLoggerFactory.Instance);
        var text = await renderer.Dispatcher.InvokeAsync(async () =>
        {
            var root = await renderer.RenderComponentAsync<ReportPage>().ConfigureAwait(true);
            return root.ToHtmlString();
        }).ConfigureAwait(false);
        cancellation.ThrowIfCancellationRequested();
        return text.ReplaceLineEndings("\n");
    }

    /// <summary>Renders the report, and writes it as UTF-8.</summary>
    /// <param name="contents">What it is made of.</param>
    /// <param name="utf8Html">Where it is written; it stays open.</param>
    /// <param name="cancellation">Ends the work early.</param>
    /// <returns>When it is written.</returns>
    /// <inheritdoc cref="RenderAsync" path="/exception"/>
    public static async Task WriteAsync(ReportContents contents, Stream utf8Html, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(utf8Html);
        var text = await RenderAsync(contents, cancellation).ConfigureAwait(false);
        await utf8Html.WriteAsync(Encoding.UTF8.GetBytes(text), cancellation).ConfigureAwait(false);
    }

    /// <summary>The policy of a page whose one script is <see cref="ReportAssets.Script"/>.</summary>
    internal static string SecurityPolicy { get; } =
        $"default-src 'none'; script-src 'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(ReportAssets.Script)))}'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";
}
