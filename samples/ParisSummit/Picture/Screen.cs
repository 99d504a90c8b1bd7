using Spectre.Console;

namespace ParisSummit.Picture;

/// <summary>Where a picture is drawn: a terminal, or a text for a file or another program.</summary>
internal static class Screen
{
    private const int PlainWidth = 100;
    private const int GreatestWidth = 160;

    internal static void Draw(IAnsiConsole console, Action<Page> draw)
    {
        console.Profile.Width = Math.Min(console.Profile.Width, GreatestWidth);
        draw(new Page(console));
    }

    /// <summary>The picture without colours.</summary>
    internal static string Plain(Action<Page> draw)
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
        Draw(console, draw);

        // Columns are filled up with blanks, which a file does not need.
        return Words.WithoutTrailingBlanks(text.ToString());
    }
}
