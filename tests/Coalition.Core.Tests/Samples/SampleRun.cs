using ParisSummit;
using Spectre.Console;

namespace Coalition.Tests.Samples;

/// <summary>One run of the sample program, as from a command line.</summary>
internal sealed record SampleRun(int ExitCode, string Output, string Error)
{
    internal const string Hint = "Run with --help to see the options.\n";

    /// <summary>A model file beside the program.</summary>
    internal static string ModelFile(string name) => Path.Combine(AppContext.BaseDirectory, name);

    /// <summary>A run whose output goes into a file or to another program.</summary>
    internal static SampleRun Of(params string[] args)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var exitCode = ParisSummitApp.Run(args, output, error);
        return new SampleRun(exitCode, output.ToString(), error.ToString());
    }

    /// <summary>A run in a terminal with colours.</summary>
    internal static SampleRun InTerminal(int width, params string[] args)
    {
        using var screen = new StringWriter();
        using var error = new StringWriter();
        var terminal = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = AnsiSupport.Yes,
            ColorSystem = ColorSystemSupport.TrueColor,
            Out = new AnsiConsoleOutput(screen),
            Enrichment = new ProfileEnrichment { UseDefaultEnrichers = false },
        });
        terminal.Profile.Width = width;
        using var output = new StringWriter();
        var exitCode = ParisSummitApp.Run(args, output, error, terminal);
        return new SampleRun(exitCode, screen.ToString(), error.ToString());
    }
}
