using Coalition;
using Coalition.Json;
using ParisSummit.Picture;
using Spectre.Console;

namespace ParisSummit;

/// <summary>The program: reads a model, puts the question to the library, and shows the answer.</summary>
public static class ParisSummitApp
{
    /// <summary>The model was evaluated.</summary>
    public const int Evaluated = 0;

    /// <summary>The model file is not a valid model.</summary>
    public const int InvalidModel = 1;

    /// <summary>The program was not called as it should be.</summary>
    public const int WrongUsage = 2;

    /// <summary>Runs the program.</summary>
    /// <param name="args">The arguments of the command line.</param>
    /// <param name="output">Where the answer goes, as plain text.</param>
    /// <param name="error">Where problems go.</param>
    /// <param name="terminal">Where the picture is drawn instead, in colour and as wide as it is; null for the plain output.</param>
    /// <returns>The exit code.</returns>
    public static int Run(IReadOnlyList<string> args, TextWriter output, TextWriter error, IAnsiConsole? terminal = null)
    {
        ArgumentNullException.ThrowIfNull(args);
        ArgumentNullException.ThrowIfNull(output);
        ArgumentNullException.ThrowIfNull(error);
        try
        {
            var command = new SummitCommand();
            if (command.Parse(args, output) is { } question)
            {
                Answer(question, output, terminal);
            }

            return Evaluated;
        }
        catch (CoalitionModelException invalid)
        {
            Write(error, $"{invalid.Message}\n");
            return InvalidModel;
        }
        catch (UsageException wrong)
        {
            Write(error, $"{wrong.Message}\nRun with --help to see the options.\n");
            return WrongUsage;
        }
    }

    private static void Answer(Question question, TextWriter output, IAnsiConsole? terminal)
    {
        var report = question.Ask(ModelFile.Read(question.ModelFile ?? ModelFile.Default));
        switch (question.Format)
        {
            case Format.Text:
                output.Write(report.ToText());
                break;
            case Format.Markdown:
                output.Write(report.ToMarkdown());
                break;
            case Format.Json:
                output.Write(CoalitionJson.Write(report));
                break;
            default:
                if (terminal is null)
                {
                    output.Write(ReportPicture.Plain(report, question.ModelFile));
                }
                else
                {
                    ReportPicture.Draw(report, question.ModelFile, terminal);
                }

                break;
        }
    }

    private static void Write(TextWriter error, string text) => error.Write(Words.WithoutControls(text));
}
