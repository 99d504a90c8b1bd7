using System.Diagnostics;
using Coalition;
using Coalition.Json;
using Coalition.Sufficiency;
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
        var model = ModelFile.Read(question.ModelFile ?? ModelFile.Default);
        model = question.ImportFolder is { } tables ? TableFolder.Read(model, tables) : model;
        Action<Page> draw;
        switch (question.View)
        {
            case View.Timeline(var days):
                var timeline = question.Over(model, days);
                draw = page => TimelinePicture.Draw(page, question.Assumed(model), timeline, question.DayWithin(days, model));
                break;
            case View.Comparison(var otherFile, var told):
                var comparison = question.Compare(model, ModelFile.Read(otherFile));
                if (told != Format.Picture)
                {
                    output.Write(told == Format.Markdown ? comparison.ToMarkdown() : comparison.ToText());
                    return;
                }

                draw = page => ComparisonPicture.Draw(page, comparison);
                break;
            case View.OneNation(var nation):
                var subject = NationOnRecord.Of(nation, question.Ask(model));
                draw = page => NationPicture.Draw(page, subject);
                break;
            case View.Analysis(var outlookFile):
                // A file that the user names goes before the one beside the program.
                var file = outlookFile ?? (question.ModelFile is null ? ModelFile.DefaultOutlook : null);
                var outlook = file is null ? null : ModelFile.ReadOutlook(file);
                var analysed = question.Ask(model);
                var analyses = AnalysedStandard.OfAll(analysed, outlook);
                draw = page => AnalysisPicture.Draw(page, analysed, analyses, outlook);
                break;
            case View.Export(var folder):
                TableFolder.Write(model, folder, output);
                return;
            case View.Regimes:
                draw = page => RegimesPicture.Draw(page, question.On ?? model.AsOf);
                break;
            case View.Report(Format.Picture):
                var report = question.Ask(model);
                var learnt = question.LearntSince(report);
                draw = page => ReportPicture.Draw(page, report, learnt, question.ModelFile);
                break;
            case View.Report(var format):
                output.Write(InFormat(question.Ask(model), format));
                return;
            default:
                throw new UnreachableException();
        }

        if (terminal is null)
        {
            output.Write(Screen.Plain(draw));
        }
        else
        {
            Screen.Draw(terminal, draw);
        }
    }

    private static string InFormat(SufficiencyReport report, Format format) => format switch
    {
        Format.Text => report.ToText(),
        Format.Markdown => report.ToMarkdown(),
        Format.Json => CoalitionJson.Write(report),
        _ => throw new UnreachableException(),
    };

    private static void Write(TextWriter error, string text) => error.Write(Words.WithoutControls(text));
}
