using ParisSummit;

namespace Coalition.Tests.Samples;

public class ParisSummitUsageTests
{
    [Theory]
    [InlineData("There is no option '--foo'.", "--foo")]
    [InlineData("There is no option '--version'.", "--version")]
    [InlineData("There is no option '--x'.", "--", "--x")]
    [InlineData("Unrecognized command or argument 'two.json'.", "one.json", "two.json")]
    [InlineData("Required argument missing for option: '--on'.", "--on")]
    [InlineData("Required argument missing for option: '--grant'.", "--grant")]
    [InlineData("Option '--on' expects a single argument but 2 were provided.", "--on", "2026-01-01", "--on", "2026-01-02")]
    [InlineData("--on: '2026-02-30' is not a date: expected a day such as 2026-02-22.", "--on", "2026-02-30")]
    [InlineData("--on: '22.2.2026' is not a date: expected a day such as 2026-02-22.", "--on", "22.2.2026")]
    [InlineData("--known-as-of: 'today' is not a date: expected a day such as 2026-02-22.", "--known-as-of", "today")]
    [InlineData("--known-as-of: The model holds what was known up to 2026-02-22, and nothing later.", "--known-as-of", "2026-02-23")]
    [InlineData(
        "--grant: 'ceasefire' is not an open matter: expected a form such as approval:gb-commons, admission:UA, circumstance:ceasefire, stage:fr-land or amount:fr-land.",
        "--grant", "ceasefire")]
    [InlineData("--grant: The model has nothing by the name of approval:none, so that it cannot be granted.", "--grant", "approval:none")]
    [InlineData("--grant: Not open on 2026-02-22, so that it cannot be granted: stage:pl-land.", "--grant", "stage:pl-land")]
    [InlineData("--assume: 'ceasefire' is not an assumption: expected a circumstance and a day, such as ceasefire=2026-03-01.", "--assume", "ceasefire")]
    [InlineData("--assume: 'ceasefire=soon' is not an assumption: expected a circumstance and a day, such as ceasefire=2026-03-01.", "--assume", "ceasefire=soon")]
    [InlineData("--assume truce=2026-03-01: The model has no circumstance 'truce'.", "--assume", "truce=2026-03-01")]
    [InlineData(
        "--assume peace=2026-03-02: $.circumstances.peace.events[1]: found 'occurred' on 2026-03-02, in the state 'occurred'; expected what this state allows: ended.",
        "--assume", "peace=2026-03-01", "--assume", "peace=2026-03-02")]
    [InlineData("--withdraw: 'France' is not a nation code: expected two capital letters, such as FR.", "--withdraw", "France")]
    [InlineData("--withdraw JP: The model has no nation 'JP'.", "--withdraw", "JP")]
    [InlineData("--format: 'xml' is not a format: expected text, markdown or json.", "--format", "xml")]
    [InlineData("--timeline: '2026-01-01' is no range of days: expected the first and the last, such as 2026-01-01..2026-12-31.", "--timeline", "2026-01-01")]
    [InlineData("--timeline: '2026-01-01..soon' is no range of days: expected the first and the last, such as 2026-01-01..2026-12-31.", "--timeline", "2026-01-01..soon")]
    [InlineData("--timeline: '2026-02-30..2026-03-01' is no range of days: expected the first and the last, such as 2026-01-01..2026-12-31.", "--timeline", "2026-02-30..2026-03-01")]
    [InlineData("--timeline: '0000-01-01..2026-03-01' is no range of days: expected the first and the last, such as 2026-01-01..2026-12-31.", "--timeline", "0000-01-01..2026-03-01")]
    [InlineData("--timeline: '2026-01-01..2026-01-02..2026-01-03' is no range of days: expected the first and the last, such as 2026-01-01..2026-12-31.", "--timeline", "2026-01-01..2026-01-02..2026-01-03")]
    [InlineData("--timeline: the last day, 2026-01-01, is before the first, 2026-12-31.", "--timeline", "2026-12-31..2026-01-01")]
    [InlineData("Required argument missing for option: '--timeline'.", "--timeline")]
    [InlineData("--known-as-of: The model holds what was known up to 2026-02-22, and nothing later.", "--timeline", "2026-01-01..2026-12-31", "--known-as-of", "2026-02-23")]
    [InlineData("--on: 2027-01-01 is after the last day of the timeline, 2026-12-31.", "--timeline", "2026-01-01..2026-12-31", "--on", "2027-01-01")]
    [InlineData(
        "--grant does not go with --timeline: what is open differs from day to day. What is assumed with --assume has its day.",
        "--timeline", "2026-01-01..2026-12-31", "--grant", "approval:gb-commons")]
    [InlineData("--format does not go with --timeline: it prints the library's report on one day.", "--timeline", "2026-01-01..2026-12-31", "--format", "json")]
    [InlineData("--format does not go with --nation: it prints the library's report on one day.", "--nation", "FR", "--format", "text")]
    [InlineData("--format does not go with --regimes: it prints the library's report on one day.", "--regimes", "--format", "text")]
    [InlineData("--grant does not go with --regimes: the law does not turn on what a model holds.", "--regimes", "--grant", "approval:gb-commons")]
    [InlineData("--assume does not go with --regimes: the law does not turn on what a model holds.", "--regimes", "--assume", "ceasefire=2026-03-01")]
    [InlineData("--withdraw does not go with --regimes: the law does not turn on what a model holds.", "--regimes", "--withdraw", "FR")]
    [InlineData("--known-as-of does not go with --regimes: the law does not turn on what a model holds.", "--regimes", "--known-as-of", "2026-01-10")]
    [InlineData("--timeline and --nation cannot be shown at once: expected one of them.", "--nation", "FR", "--timeline", "2026-01-01..2026-12-31")]
    [InlineData("--timeline and --nation and --regimes cannot be shown at once: expected one of them.", "--nation", "FR", "--timeline", "2026-01-01..2026-12-31", "--regimes")]
    [InlineData("--nation: 'France' is not a nation code: expected two capital letters, such as FR.", "--nation", "France")]
    [InlineData("--nation: Neither the model nor the catalogue of laws has a nation 'XZ'.", "--nation", "XZ")]
    [InlineData("Option '--nation' expects a single argument but 2 were provided.", "--nation", "FR", "--nation", "DE")]
    [InlineData("--on: '0000-01-01' is not a date: expected a day such as 2026-02-22.", "--on", "0000-01-01")]
    [InlineData("--format json does not go with --compare: a comparison is told as text or markdown.", "--compare", "other.json", "--format", "json")]
    [InlineData("--timeline and --compare cannot be shown at once: expected one of them.", "--compare", "other.json", "--timeline", "2026-01-01..2026-12-31")]
    [InlineData("Cannot read the model file 'none.json': there is no such file.", "--compare", "none.json")]
    [InlineData("Cannot read the model file 'none.json': there is no such file.", "none.json")]
    [InlineData("Cannot read the model file 'no/such/folder.json': there is no such file.", "no/such/folder.json")]
    [InlineData("Cannot read the model file '': it cannot be opened or read.", "")]
    [InlineData("Cannot read the model file 'a\uFFFDb': it cannot be opened or read.", "a\0b")]
    [InlineData("Cannot read the model file '@args.txt': there is no such file.", "@args.txt")]
    public void Run_WrongUsage_SaysWhatIsWrong(string expected, params string[] args)
    {
        var run = SampleRun.Of(args);

        Assert.Equal($"{expected}\n{SampleRun.Hint}", run.Error);
        Assert.Equal(ParisSummitApp.WrongUsage, run.ExitCode);
        Assert.Empty(run.Output);
    }

    [Fact]
    public void Run_SeveralMistakes_TellsEach()
    {
        var run = SampleRun.Of("--on", "x", "--withdraw", "y");

        Assert.Equal(
            $"--on: 'x' is not a date: expected a day such as 2026-02-22.\n--withdraw: 'y' is not a nation code: expected two capital letters, such as FR.\n{SampleRun.Hint}",
            run.Error);
    }

    [Fact]
    public void Run_FolderAsModel_IsWrongUsage()
    {
        var run = SampleRun.Of(AppContext.BaseDirectory);

        Assert.Equal($"Cannot read the model file '{AppContext.BaseDirectory}': it is a folder.\n{SampleRun.Hint}", run.Error);
        Assert.Equal(ParisSummitApp.WrongUsage, run.ExitCode);
    }

    [Theory]
    [InlineData("", "The model has 1 problem:\n  $: found nothing; expected a JSON object.\n")]
    [InlineData(
        """{ "format": "coalition/1", "asOf": "soon", "nations": { "FR": { "name": "France", "roles": ["lead"] } } }""",
        "The model has 2 problems:\n"
        + "  $.asOf: found 'soon'; expected a day such as 2026-01-10.\n"
        + "  $.nations.FR.roles[0]: found 'lead'; expected one of observer, contributor, framework, host, backstopProvider, coordinator.\n")]
    public void Run_InvalidModel_ListsEveryProblem(string model, string expected)
    {
        using var file = new TemporaryFile(model);

        var run = SampleRun.Of(file.Path, "--on", "2026-01-10");

        Assert.Equal(expected, run.Error);
        Assert.Equal(ParisSummitApp.InvalidModel, run.ExitCode);
        Assert.Empty(run.Output);
    }

    [Fact]
    public void Run_ProblemThatQuotesEscapeCodes_DoesNotPassThemOn()
    {
        using var file = new TemporaryFile("""{ "format": "\u001b[31mred" }""");

        var run = SampleRun.Of(file.Path);

        Assert.Equal(ParisSummitApp.InvalidModel, run.ExitCode);
        Assert.DoesNotContain('\u001b', run.Error);
    }

    [Theory]
    [InlineData("--help")]
    [InlineData("-h")]
    [InlineData("--help", "--on", "x")]
    public void Run_Help_IsGivenWhateverElseIsAsked(params string[] args)
    {
        var run = SampleRun.Of(args);

        Assert.Equal(
            """
            Description:
              Does the support that nations pledge suffice for the guarantees that they promise, by whose
              measure, and who is awaited?

            Usage:
              ParisSummit [<model>] [options]

            Arguments:
              <model>  The model file, in the format of docs/format.md; without it, the Paris meeting of
                       January 2026.

            Options:
              --on <DATE>                    The day to evaluate; without it, the model's as-of date.
              --known-as-of <DATE>           Take into account only what had been published by this day, and
                                             tell what was learnt since.
              --grant <MATTER>               Take an open matter as settled well, such as approval:gb-commons
                                             or stage:fr-land. Repeatable.
              --assume <CIRCUMSTANCE=DATE>   Assume that a circumstance occurs on a day, such as
                                             ceasefire=2026-03-01. Repeatable.
              --withdraw <NATION>            Assume that a nation takes all its pledges back on the day, such
                                             as FR. Repeatable.
              --format <text|markdown|json>  Print the library's own report instead of the picture.
              --timeline <FROM..UNTIL>       Show how the verdicts change over days, both ends inclusive, and
                                             what falls due.
              --compare <OTHER>              Show what is other in another model file, which verdicts that
                                             moves, and why.
              --nation <NATION>              Show what one nation's law asks for, and what is on record of it,
                                             such as DE.
              --regimes                      Show what the law of every state of the catalogue asks for.
              --analyse                      Show what the verdicts hang on: what to unlock, who must move
                                             first, who is pivotal, how likely it is, what closes the gap.
              --outlook <FILE>               The probabilities and costs that --analyse assumes; without it,
                                             made-up ones for the Paris meeting, and none for another model.
              --export-csv <FOLDER>          Write the pledges, claims, stages and acts of the model as CSV
                                             tables into a folder, for a spreadsheet.
              --import-csv <FOLDER>          Take the pledges and acts from the CSV tables in a folder, instead
                                             of those of the model.
              -?, -h, --help                 Show this help.

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

            """.ReplaceLineEndings("\n"),
            run.Output);
        Assert.Empty(run.Error);
        Assert.Equal(ParisSummitApp.Evaluated, run.ExitCode);
    }
}
