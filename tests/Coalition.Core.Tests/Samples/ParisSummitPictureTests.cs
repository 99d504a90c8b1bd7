using System.Globalization;
using Coalition.Json;
using Coalition.Sufficiency;
using NodaTime;
using ParisSummit;

namespace Coalition.Tests.Samples;

public class ParisSummitPictureTests
{
    [Fact]
    public void Run_WithoutArguments_EvaluatesTheParisMeeting()
    {
        var run = SampleRun.Of();

        Assert.Equal(ParisSummitApp.Evaluated, run.ExitCode);
        Assert.Empty(run.Error);
        Assert.StartsWith(
            "The Paris meeting of 6 January 2026, and what the states had said up to 22 February 2026\nOn 2026-02-22, by what was known on 2026-02-22.\n",
            run.Output, StringComparison.Ordinal);
        Assert.All(Model("paris-2026.json").Guarantees, g => Assert.Contains(g.Title!, run.Output, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("approval 'gb-commons': committed to a")]
    [InlineData("✗ insufficient  Press, lower end: 15,000                    0   13,700    15,000     15,000    1,300\n")]
    [InlineData("   ✗   15,000 ▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒···    +1,300  press-lower [estimate]\n")]
    [InlineData("   Without a figure: AU, CA, DE, DK, ES, LT, LV, NL, NO (together: behind the bar)\n")]
    [InlineData("◐ The United States takes part [illustrative] – Monitoring by United States: not now, yes at best\n")]
    [InlineData("   Takes as granted together: ceasefire, peace-deal, gb-legal-instrument, gb-us-discussion\n")]
    [InlineData("peace-deal                    A peace deal is reached: DK, FR, SE\n")]
    [InlineData("dotnet run --project samples/ParisSummit -- --grant approval:gb-commons\n")]
    public void Run_WithoutArguments_Shows(string line) => Assert.Contains(line, SampleRun.Of().Output, StringComparison.Ordinal);

    [Theory]
    [InlineData("   A circle: xd-air-defence waits for xe-air-defence waits for xf-air-defence waits for\n   xd-air-defence\n")]
    [InlineData("– not in force  Arland keeps training [illustrative]\n")]
    [InlineData("outside its term, from 2031-01-01 until 2035-12-31\n")]
    [InlineData("   Without a figure: XD; 2,000 trainees per year together, if all of it counts")]
    [InlineData("Shared, and counted in each: ceasefire-monitoring and multinational-force: the ceilings of\nxh-assembly\n")]
    [InlineData("Limited now to\n   2,500 of 5,000 by the cap on XA.")]
    [InlineData("XC (notice to move P90D runs from 'ceasefire' on 2030-04-15:\n   ready on 2030-07-14)\n")]
    [InlineData("xe-monitoring: only allocated, and a standard asks for more\n")]
    [InlineData("firm xf-financial-aid (400 m to 600 m EUR)\n")]
    public void Run_MadeUpModel_Shows(string text)
    {
        var run = SampleRun.Of(SampleRun.ModelFile("illustrative.json"));

        Assert.Contains(text, run.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("On 2026-03-01, by what was known on 2026-02-22.\n", "--on", "2026-03-01")]
    [InlineData("On 2026-02-22, by what was known on 2026-01-07, of a record that goes up to 2026-02-22.\n", "--known-as-of", "2026-01-07")]
    [InlineData("What if granted: approval:gb-commons, stage:fr-land\n", "--grant", "stage:fr-land", "--grant", "approval:gb-commons")]
    [InlineData("What if: 'ceasefire' occurred on 2026-02-20\n", "--assume", "ceasefire=2026-02-20")]
    [InlineData(
        "What if: 'ceasefire' occurred on 2026-03-01, which is after 2026-02-22 and has no effect yet (--on\n2026-03-01 asks about that day)\n",
        "--assume", "ceasefire=2026-03-01")]
    [InlineData("What if: France: fr-land, fr-air, fr-naval withdrawn on 2026-02-22\n", "--withdraw", "FR", "--withdraw", "FR")]
    public void Run_Options_AreShownAbove(string line, params string[] args)
    {
        var run = SampleRun.Of(args);

        Assert.Equal(ParisSummitApp.Evaluated, run.ExitCode);
        Assert.Contains(line, run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Run_TextMarkdownAndJson_AreTheLibrarysOwn()
    {
        var report = SufficiencyEvaluator.Evaluate(Model("paris-2026.json"), new LocalDate(2026, 3, 1), granting: [new OpenMatter(OpenMatterKind.Approval, "gb-commons")]);
        string[] question = ["--on", "2026-03-01", "--grant", "approval:gb-commons", "--format"];

        Assert.Equal(report.ToText(), SampleRun.Of([.. question, "text"]).Output);
        Assert.Equal(report.ToMarkdown(), SampleRun.Of([.. question, "markdown"]).Output);
        Assert.Equal(CoalitionJson.Write(report), SampleRun.Of([.. question, "json"]).Output);
    }

    public static TheoryData<string[]> Views() =>
    [
        [],
        ["--timeline", "2026-01-01..2026-12-31", "--assume", "ceasefire=2026-03-01"],
        ["--timeline", "2025-12-30..2026-03-01"],
        [SampleRun.ModelFile("illustrative.json"), "--timeline", "2030-01-01..2031-12-31"],
        ["--nation", "FR"],
        ["--nation", "UA"],
        ["--nation", "JP"],
        [SampleRun.ModelFile("illustrative.json"), "--nation", "XA"],
        ["--regimes"],
    ];

    [Theory]
    [MemberData(nameof(Views))]
    public void Run_Redirected_WritesPlainLines(string[] args)
    {
        var output = SampleRun.Of(args).Output;

        Assert.DoesNotContain('\u001b', output);
        Assert.DoesNotContain('\r', output);
        Assert.DoesNotContain(" \n", output, StringComparison.Ordinal);
        Assert.All(output.Split('\n'), line => Assert.True(line.Length <= 100, line));
    }

    [Theory]
    [InlineData("paris-2026.json", 80)]
    [InlineData("paris-2026.json", 160)]
    [InlineData("illustrative.json", 80)]
    [InlineData("illustrative.json", 100)]
    public void Run_InTerminal_FillsNoMoreThanItsWidth(string model, int width)
    {
        var output = Screens.WithoutEscapes(SampleRun.InTerminal(width, SampleRun.ModelFile(model)).Output);

        Assert.All(output.Split('\n'), line => Assert.True(line.TrimEnd().Length <= width, line));
    }

    [Theory]
    [MemberData(nameof(Views))]
    public void Run_ViewInTerminal_FillsNoMoreThanItsWidth(string[] args)
    {
        foreach (var width in new[] { 80, 100, 140 })
        {
            var output = Screens.WithoutEscapes(SampleRun.InTerminal(width, args).Output);

            Assert.All(output.Split('\n'), line => Assert.True(line.TrimEnd().Length <= width, line));
        }
    }

    [Theory]
    [MemberData(nameof(Views))]
    public void Run_InNarrowTerminal_StillAnswers(string[] args) =>
        Assert.All([1, 20, 59], width => Assert.Equal(ParisSummitApp.Evaluated, SampleRun.InTerminal(width, args).ExitCode));

    [Fact]
    public void Run_ModelWithoutGuarantees_SaysSo()
    {
        using var file = new TemporaryFile("""{ "format": "coalition/1", "asOf": "2026-01-10" }""");

        Assert.Equal(
            "A coalition\nOn 2026-01-10, by what was known on 2026-01-10.\n\nThe model promises nothing: there is no standard to judge by.\n",
            SampleRun.Of(file.Path).Output);
    }

    [Fact]
    public void Run_ModelWithoutTheHostsApproval_TellsThatItsConsentIsAwaited()
    {
        using var file = new TemporaryFile(Fixtures.Given.Text(
            """
            "pledges": { "fr": { "nation": "FR", "support": "land", "stage": "firm", "amount": [{ "from": 900 }], "zone": "hostTerritory", "host": "UA" } },
            "guarantees": { "g": { "pillar": "other", "beneficiary": "UA", "standards": { "s": { "requires": { "total": "land", "atLeast": 900 } } } } }
            """));

        Assert.Contains(
            "Ukraine (UA)  admission:UA: no consent to forces on its territory is on record; awaited by FR\n", SampleRun.Of(file.Path).Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Run_InWideTerminal_StaysReadable()
    {
        var output = Screens.WithoutEscapes(SampleRun.InTerminal(400).Output);

        Assert.All(output.Split('\n'), line => Assert.True(line.TrimEnd().Length <= 160, line));
    }

    [Theory]
    [InlineData("paris-2026.json")]
    [InlineData("illustrative.json")]
    public void Run_InTerminal_SaysNothingByColourAlone(string model) => SaysNothingByColourAlone(SampleRun.ModelFile(model));

    [Theory]
    [MemberData(nameof(Views))]
    public void Run_ViewInTerminal_SaysNothingByColourAlone(string[] args) => SaysNothingByColourAlone(args);

    [Fact]
    public void Run_NamesLikeMarkupOrEscapeCodes_AreShownAsTheyAre()
    {
        var text = File.ReadAllText(SampleRun.ModelFile("illustrative.json"))
            .Replace("\"Arland\"", "\"[red]\"", StringComparison.Ordinal)
            .Replace("\"Borland\"", "\"[/] \\u001b[31m\\nBorland\"", StringComparison.Ordinal)
            .Replace("\"A made-up coalition", "\"[link=x]A made-up coalition", StringComparison.Ordinal);
        using var file = new TemporaryFile(text);

        var plain = SampleRun.Of(file.Path);
        var coloured = SampleRun.InTerminal(100, file.Path);

        Assert.Equal(ParisSummitApp.Evaluated, plain.ExitCode);
        Assert.StartsWith("[link=x]A made-up coalition", plain.Output, StringComparison.Ordinal);
        Assert.Contains("\n[red] (XA) ", plain.Output, StringComparison.Ordinal);
        Assert.Contains("\n[/] \uFFFD[31m Borland (XB)", plain.Output, StringComparison.Ordinal);
        Assert.DoesNotContain('\u001b', plain.Output);
        Assert.Equal(plain.Output, Screens.Trimmed(Screens.WithoutEscapes(coloured.Output)));
    }

    [Theory]
    [InlineData("--nation", "XA")]
    [InlineData("--nation", "XH")]
    [InlineData("--timeline", "2030-01-01..2031-12-31")]
    [InlineData("--regimes")]
    public void Run_ViewOfEscapeCodesInAModel_DoesNotPassThemOn(params string[] view)
    {
        // Every text of the model that is free to hold one.
        var text = File.ReadAllText(SampleRun.ModelFile("illustrative.json"))
            .Replace("\"name\": \"", "\"name\": \"\\u001b[31m\\u009b", StringComparison.Ordinal)
            .Replace("\"title\": \"", "\"title\": \"\\u001b[31m\\n", StringComparison.Ordinal)
            .Replace("\"note\": \"", "\"note\": \"\\u001b]0;\\u202e\\u2066\\u2028", StringComparison.Ordinal)
            .Replace("Not within 50 km", "\\u001b[2J", StringComparison.Ordinal)
            .Replace("\"body\": \"", "\"body\": \"\\u001b[31m", StringComparison.Ordinal);
        using var file = new TemporaryFile(text);

        var plain = SampleRun.Of([file.Path, .. view]);

        Assert.Equal(ParisSummitApp.Evaluated, plain.ExitCode);
        Assert.DoesNotContain(plain.Output, c => char.IsControl(c) && c != '\n');
        Assert.DoesNotContain(plain.Output, c => c is '\u202E' or '\u2066' or '\u2028');
        Assert.DoesNotContain(Screens.WithoutEscapes(SampleRun.InTerminal(100, [file.Path, .. view]).Output), c => char.IsControl(c) && c is not ('\n' or '\r'));
    }

    [Fact]
    public void Run_AModelOfPools_TellsWhatStandsBesideWhatIsClaimed()
    {
        using var file = new TemporaryFile(Fixtures.Given.Text(
            """
            "pledges": { "fr": { "nation": "FR", "support": "land", "stage": "firm", "amount": [{ "from": 9000, "to": 15000 }], "rotation": "1/3" } },
            "guarantees": {
              "g": {
                "pillar": "other", "beneficiary": "UA",
                "standards": {
                  "claimed": { "requires": { "total": "land", "atLeast": 6000 } },
                  "stands": { "requires": { "total": "land", "atLeast": 6000, "sustained": true } }
                }
              }
            }
            """));
        var output = SampleRun.Of(file.Path).Output;

        Assert.Contains("Land forces, at least 6,000 personnel: 9,000 now, 15,000 at best", output, StringComparison.Ordinal);
        Assert.Contains("Land forces, at least 6,000 personnel sustained: 3,000 now, 5,000 at best", output, StringComparison.Ordinal);
        Assert.Contains("FR 3,000 to 5,000", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("tr-TR")]
    [InlineData("ar-SA")]
    [InlineData("de-DE")]
    public void Run_AnyCulture_SaysTheSame(string culture)
    {
        string[][] calls =
        [
            [], [SampleRun.ModelFile("illustrative.json")], ["--format", "text"], ["--format", "json"], ["--help"], ["--on", "x"], ["--on"], ["a", "b"],
            ["--assume", "ceasefire=2026-03-01", "--withdraw", "FR"], ["--timeline", "2026-01-01..2026-12-31"], ["--nation", "FR"], ["--regimes"],
            ["--nation", "ZZ"], [SampleRun.ModelFile("illustrative.json"), "--nation", "XA"], ["--timeline", "2026-02-01..2026-01-01"],
        ];
        var before = CultureInfo.CurrentCulture;
        var expected = calls.Select(SampleRun.Of).ToList();
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(culture);

            Assert.Equal(expected, calls.Select(SampleRun.Of));
        }
        finally
        {
            CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = before;
        }
    }

    private static void SaysNothingByColourAlone(params string[] args)
    {
        var coloured = SampleRun.InTerminal(100, args).Output;

        Assert.Contains('\u001b', coloured);
        Assert.Equal(SampleRun.Of(args).Output, Screens.Trimmed(Screens.WithoutEscapes(coloured)));
    }

    private static CoalitionModel Model(string name) => CoalitionJson.Read(File.ReadAllBytes(SampleRun.ModelFile(name)));
}
