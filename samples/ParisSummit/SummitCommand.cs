using System.Collections.Immutable;
using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Parsing;
using Coalition;
using Coalition.Sufficiency;
using NodaTime;
using ParisSummit.Picture;

namespace ParisSummit;

/// <summary>The command line: its options, and how it becomes a question.</summary>
internal sealed class SummitCommand
{
    private const int HelpWidth = 100;

    private const string Notes = """
        Examples:
          dotnet run --project samples/ParisSummit -- --grant approval:gb-commons --grant stage:gb-land
          dotnet run --project samples/ParisSummit -- --assume ceasefire=2026-03-01 --on 2026-03-01
          dotnet run --project samples/ParisSummit -- --withdraw FR --format markdown
          dotnet run --project samples/ParisSummit -- --timeline 2026-01-01..2026-12-31
          dotnet run --project samples/ParisSummit -- --on 2026-01-10 --known-as-of 2026-01-06
          dotnet run --project samples/ParisSummit -- mine.json --compare theirs.json
          dotnet run --project samples/ParisSummit -- --nation DE
          dotnet run --project samples/ParisSummit -- --analyse
          dotnet run --project samples/ParisSummit -- --export-csv tables
          dotnet run --project samples/ParisSummit -- --import-csv tables

        Exit codes:
          0  evaluated, or exported
          1  the model, or its tables, are invalid: every problem is listed
          2  wrong usage, or a file that cannot be read or written

        """;

    private readonly Argument<string?> model = new("model")
    {
        Arity = ArgumentArity.ZeroOrOne,
        Description = "The model file, in the format of docs/format.md; without it, the Paris meeting of January 2026.",
        CustomParser = ParseModel,
    };

    private readonly Option<LocalDate?> on = DateOption("--on", "The day to evaluate; without it, the model's as-of date.");
    private readonly Option<LocalDate?> knownAsOf = DateOption("--known-as-of", "Take into account only what had been published by this day, and tell what was learnt since.");

    private readonly Option<ImmutableArray<OpenMatter>> grants = Repeatable<OpenMatter>(
        "--grant", "MATTER", "Take an open matter as settled well, such as approval:gb-commons or stage:fr-land. Repeatable.", ParseGrant);

    private readonly Option<ImmutableArray<Assumption>> assumptions = Repeatable<Assumption>(
        "--assume", "CIRCUMSTANCE=DATE", "Assume that a circumstance occurs on a day, such as ceasefire=2026-03-01. Repeatable.", ParseAssumption);

    private readonly Option<ImmutableArray<NationCode>> withdrawals = Repeatable<NationCode>(
        "--withdraw", "NATION", "Assume that a nation takes all its pledges back on the day, such as FR. Repeatable.", ParseNation);

    private readonly Option<Format> format = new("--format")
    {
        HelpName = "text|markdown|json",
        Description = "Print the library's own report instead of the picture.",
        CustomParser = ParseFormat,
    };

    private readonly Option<Days?> timeline = Single<Days>(
        "--timeline", "FROM..UNTIL", "Show how the verdicts change over days, both ends inclusive, and what falls due.", Days.TryParse);

    private readonly Option<string?> compare = new("--compare")
    {
        HelpName = "OTHER",
        Description = "Show what is other in another model file, which verdicts that moves, and why.",
    };

    private readonly Option<NationCode?> nation = Single<NationCode>(
        "--nation", "NATION", "Show what one nation's law asks for, and what is on record of it, such as DE.", ParseNation);

    private readonly Option<bool> regimes = new("--regimes")
    {
        Description = "Show what the law of every state of the catalogue asks for.",
        Arity = ArgumentArity.Zero,
    };

    private readonly Option<bool> analyse = new("--analyse")
    {
        Description = "Show what the verdicts hang on: what to unlock, who must move first, who is pivotal, how likely it is, what closes the gap.",
        Arity = ArgumentArity.Zero,
    };

    private readonly Option<string?> outlook = new("--outlook")
    {
        HelpName = "FILE",
        Description = "The probabilities and costs that --analyse assumes; without it, made-up ones for the Paris meeting, and none for another model.",
    };

    private readonly Option<string?> exportCsv = new("--export-csv")
    {
        HelpName = "FOLDER",
        Description = "Write the pledges, claims, stages and acts of the model as CSV tables into a folder, for a spreadsheet.",
    };

    private readonly Option<string?> importCsv = new("--import-csv")
    {
        HelpName = "FOLDER",
        Description = "Take the pledges and acts from the CSV tables in a folder, instead of those of the model.",
    };

    private readonly HelpOption help = new() { Description = "Show this help.", Action = new HelpAction { MaxWidth = HelpWidth } };

    // A plain command: a root command would take its name from the host process, and add directives.
    private readonly Command command;

    internal SummitCommand() => command =
        new Command("ParisSummit", "Does the support that nations pledge suffice for the guarantees that they promise, by whose measure, and who is awaited?")
        {
            model, on, knownAsOf, grants, assumptions, withdrawals, format, timeline, compare, nation, regimes, analyse, outlook, exportCsv, importCsv, help,
        };

    private delegate bool ValueParser<T>(string text, out T? value, out string refusal);

    /// <summary>The question that the arguments ask; null if they ask for help, which is then given.</summary>
    /// <exception cref="UsageException">The arguments are wrong.</exception>
    internal Question? Parse(IReadOnlyList<string> args, TextWriter output)
    {
        // Without response files: no argument may open a file but the model.
        var parsed = command.Parse(args, new ParserConfiguration { ResponseFileTokenReplacer = null });
        if (parsed.GetResult(help) is not null)
        {
            using var text = new StringWriter();
            parsed.Invoke(new InvocationConfiguration { Output = text });
            output.Write(Words.WithoutTrailingBlanks($"{text}{Notes}"));
            return null;
        }

        List<string> problems = [.. parsed.Errors.Select(e => e.Message)];
        problems.AddRange(problems.Count > 0 ? [] : Clashes(parsed));
        return problems.Count > 0
            ? throw new UsageException(string.Join('\n', problems))
            : new Question
            {
                ModelFile = parsed.GetValue(model),
                ImportFolder = parsed.GetValue(importCsv),
                On = parsed.GetValue(on),
                KnownAsOf = parsed.GetValue(knownAsOf),
                Grants = OrNone(parsed.GetValue(grants)),
                Assumptions = OrNone(parsed.GetValue(assumptions)),
                Withdrawals = OrNone(parsed.GetValue(withdrawals)),
                View = ViewOf(parsed),
            };
    }

    private View ViewOf(ParseResult parsed) =>
        parsed.GetValue(timeline) is { } days ? new View.Timeline(days)
        : parsed.GetValue(compare) is { } other ? new View.Comparison(other, parsed.GetValue(format))
        : parsed.GetValue(nation) is { } code ? new View.OneNation(code)
        : parsed.GetValue(analyse) ? new View.Analysis(parsed.GetValue(outlook))
        : parsed.GetValue(regimes) ? new View.Regimes()
        : parsed.GetValue(exportCsv) is { } folder ? new View.Export(folder)
        : new View.Report(parsed.GetValue(format));

    // Options that are right each by itself, and cannot be answered together.
    private IEnumerable<string> Clashes(ParseResult parsed)
    {
        List<Option> views = [.. new Option[] { timeline, compare, nation, regimes, analyse, exportCsv }.Where(IsGiven)];
        if (views.Count > 1)
        {
            yield return $"{string.Join(" and ", views.Select(v => v.Name))} cannot be shown at once: expected one of them.";
        }
        else if (views.Count == 1)
        {
            foreach (var (option, why) in DoNotGoWith(views[0]).Where(o => IsGiven(o.Option)))
            {
                yield return $"{option.Name} does not go with {views[0].Name}: {why}.";
            }
        }

        if (IsGiven(compare) && parsed.GetValue(format) == Format.Json)
        {
            yield return "--format json does not go with --compare: a comparison is told as text or markdown.";
        }

        if (IsGiven(outlook) && !IsGiven(analyse))
        {
            yield return "--outlook goes with --analyse only: nothing else asks for probabilities and costs.";
        }

        bool IsGiven(Option option) => parsed.GetResult(option) is { Implicit: false };
    }

    private IEnumerable<(Option Option, string Why)> DoNotGoWith(Option view)
    {
        if (view != compare)
        {
            yield return (format, "it prints the library's report on one day");
        }

        if (view == timeline)
        {
            yield return (grants, "what is open differs from day to day. What is assumed with --assume has its day");
        }
        else if (view == exportCsv)
        {
            foreach (var option in new Option[] { on, knownAsOf, grants, assumptions, withdrawals })
            {
                yield return (option, "the tables hold what is on record, whatever is asked of it");
            }
        }
        else if (view == regimes)
        {
            foreach (var option in new Option[] { importCsv, knownAsOf, grants, assumptions, withdrawals })
            {
                yield return (option, "the law does not turn on what a model holds");
            }
        }
    }

    private static ImmutableArray<T> OrNone<T>(ImmutableArray<T> values) => values.IsDefault ? [] : values;

    private static Option<LocalDate?> DateOption(string name, string description) => new(name)
    {
        HelpName = "DATE",
        Description = description,
        CustomParser = result =>
        {
            var text = result.Tokens[0].Value;
            if (Days.TryParseDay(text, out var day))
            {
                return day;
            }

            result.AddError($"{name}: '{text}' is not a date: expected a day such as 2026-02-22.");
            return null;
        },
    };

    private static Option<T?> Single<T>(string name, string helpName, string description, ValueParser<T> parse)
        where T : struct
    {
        return new Option<T?>(name) { HelpName = helpName, Description = description, CustomParser = Parse };

        T? Parse(ArgumentResult result)
        {
            if (parse(result.Tokens[0].Value, out var value, out var refusal))
            {
                return value;
            }

            result.AddError($"{name}: {refusal}");
            return null;
        }
    }

    private static Option<ImmutableArray<T>> Repeatable<T>(string name, string helpName, string description, ValueParser<T> parse) => new(name)
    {
        HelpName = helpName,
        Description = description,
        Arity = ArgumentArity.OneOrMore,
        CustomParser = result =>
        {
            var values = ImmutableArray.CreateBuilder<T>();
            foreach (var token in result.Tokens)
            {
                if (parse(token.Value, out var value, out var refusal))
                {
                    values.Add(value!);
                }
                else
                {
                    result.AddError($"{name}: {refusal}");
                }
            }

            return [.. values.Distinct()];
        },
    };

    private static bool ParseGrant(string text, out OpenMatter? value, out string refusal)
    {
        refusal = $"'{text}' is not an open matter: expected a form such as approval:gb-commons, admission:UA, "
            + "circumstance:ceasefire, stage:fr-land or amount:fr-land.";
        return OpenMatter.TryParse(text, out value);
    }

    private static bool ParseAssumption(string text, out Assumption? value, out string refusal)
    {
        refusal = $"'{text}' is not an assumption: expected a circumstance and a day, such as ceasefire=2026-03-01.";
        return Assumption.TryParse(text, out value);
    }

    private static bool ParseNation(string text, out NationCode value, out string refusal)
    {
        refusal = $"'{text}' is not a nation code: expected two capital letters, such as FR.";
        return NationCode.TryParse(text, out value);
    }

    private static Format ParseFormat(ArgumentResult result)
    {
        var text = result.Tokens[0].Value;
        switch (text)
        {
            case "text":
                return Format.Text;
            case "markdown":
                return Format.Markdown;
            case "json":
                return Format.Json;
            default:
                result.AddError($"--format: '{text}' is not a format: expected text, markdown or json.");
                return default;
        }
    }

    // The parser takes an option that it does not know for the model file.
    private static string? ParseModel(ArgumentResult result)
    {
        var text = result.Tokens.Count == 0 ? null : result.Tokens[0].Value;
        if (text?.StartsWith('-') == true)
        {
            result.AddError($"There is no option '{text}'.");
        }

        return text;
    }
}
