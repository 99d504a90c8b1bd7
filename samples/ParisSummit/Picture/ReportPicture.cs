using Coalition.Sufficiency;
using Spectre.Console;

namespace ParisSummit.Picture;

/// <summary>A report drawn for a terminal: the answer first, then the grounds, then who is awaited.</summary>
internal static class ReportPicture
{
    private const int PlainWidth = 100;
    private const int GreatestWidth = 160;

    /// <param name="report">The report.</param>
    /// <param name="model">The model file as the user named it; null for the program's own.</param>
    /// <param name="console">Where to draw.</param>
    internal static void Draw(SufficiencyReport report, string? model, IAnsiConsole console)
    {
        console.Profile.Width = Math.Min(console.Profile.Width, GreatestWidth);
        var page = new Page(console);
        Headline.Draw(page, report);
        if (!report.Verdicts.Any())
        {
            return;
        }

        VerdictTable.Draw(page, report);
        GroundsSection.Draw(page, report);
        AwaitedSection.Draw(page, report);
        Legend.Draw(page, report, model);
    }

    /// <summary>The picture without colours, for a file or another program.</summary>
    internal static string Plain(SufficiencyReport report, string? model)
    {
        using var text = new StringWriter { NewLine = "\n" };
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = AnsiSupport.No,
            ColorSystem = ColorSystemSupport.NoColors,
            Interactive = InteractionSupport.No,
            Out = new AnsiConsoleOutput(text),
            Enrichment = new ProfileEnrichment { UseDefaultEnrichers = false },
        });
        console.Profile.Width = PlainWidth;
        console.Profile.Capabilities.Unicode = true;
        Draw(report, model, console);

        // Columns are filled up with blanks, which a file does not need.
        return Words.WithoutTrailingBlanks(text.ToString());
    }
}
