namespace Coalition.Reporting;

/// <summary>The style sheet and the script that the components of <c>Coalition.Reporting.Components</c> need, for pages that show some of them.</summary>
/// <remarks>
/// Nothing is loaded from anywhere else. The script holds Observable Plot and D3, whose licence (ISC) is in its text and in the package; it draws every
/// <c>figure[data-chart]</c> that the page has when it is loaded, and <c>drawCoalitionCharts(element)</c> draws those of an element that came later.
/// It sets styles of elements, so that a content security policy has to allow inline styles.
/// </remarks>
public static class ReportAssets
{
    /// <summary>The style sheet: light and dark by what the reader prefers, and light in print.</summary>
    public static string Style { get; } = Read("report.css");

    /// <summary>The script, to be put at the end of the body.</summary>
    public static string Script { get; } =
        $"/*\n{Read("LICENSES.txt")}*/\n{Read("d3.min.js")}\n{Read("plot.min.js")}\n{Read("report.js")}";

    private static string Read(string name)
    {
        using var stream = typeof(ReportAssets).Assembly.GetManifestResourceStream(name)!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }
}
