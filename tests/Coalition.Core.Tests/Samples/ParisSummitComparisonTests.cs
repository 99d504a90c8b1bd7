using ParisSummit;

namespace Coalition.Tests.Samples;

/// <summary>What the sample shows of a comparison: of two models, and of what was learnt.</summary>
public class ParisSummitComparisonTests
{
    private static readonly string Illustrative = SampleRun.ModelFile("illustrative.json");

    [Fact]
    public void Run_KnownAsOf_TellsWhatWasLearntSince_AndWhatItChanged()
    {
        var run = SampleRun.Of("--on", "2026-01-10", "--known-as-of", "2026-01-06");

        Assert.Contains(
            """
            LEARNT SINCE 2026-01-06
            › the act 'committed' of 'gb-commons' on 2026-01-07 becomes known on 2026-01-07
            › the figure 6,000 of 'fr-land' by 'fr-2026-01-08' becomes known on 2026-01-08
            › the figure up to 5,000 of 'fr-land' by 'fr-gb-2026-02-22' becomes known on 2026-02-22
            › the figure up to 7,500 of 'gb-land' by 'gb-2026-01' becomes known on 2026-01-31
            › the figure up to 5,000 of 'gb-land' by 'fr-gb-2026-02-22' becomes known on 2026-02-22
            › the stage 'declared' of 'gb-preparation' on 2026-01-10 becomes known on 2026-01-10
            › the figure 200,000,000 of 'gb-preparation' becomes known on 2026-01-10
            › the stage 'declared' of 'lt-land' on 2026-01-07 becomes known on 2026-01-07
            › the claim without a figure of 'lt-land' becomes known on 2026-01-07

            Of 17 standards, 1 changes its verdict.

            MULTINATIONAL FORCE FOR UKRAINE
            IISS: about 10,000, quick and symbolic [estimate] – ✗ insufficient → ◐ contingent
              by these 2 changes together, and by no fewer:
              › the figure 6,000 of 'fr-land' by 'fr-2026-01-08' becomes known on 2026-01-08
              › the figure up to 7,500 of 'gb-land' by 'gb-2026-01' becomes known on 2026-01-31
              with it: the day up to which publications count moves from 2026-01-06 to 2026-02-22

            HOW TO READ IT

            """.ReplaceLineEndings("\n"),
            run.Output, StringComparison.Ordinal);
        Assert.Equal(ParisSummitApp.Evaluated, run.ExitCode);
    }

    [Theory]
    [InlineData("--known-as-of", "2026-01-06", "--grant", "approval:gb-commons")]
    [InlineData("--on", "2026-01-06")]
    public void Run_WhatIsGranted_OrAllThatIsKnown_TellsNothingLearnt(params string[] args) =>
        Assert.DoesNotContain("LEARNT SINCE", SampleRun.Of(args).Output, StringComparison.Ordinal);

    [Fact]
    public void Run_KnownAsOf_TheAsOfDate_NothingIsLearnt() => Assert.Contains(
        "LEARNT SINCE 2026-02-22\nNothing.\n\nNo verdict moves.\n", SampleRun.Of("--known-as-of", "2026-02-22").Output, StringComparison.Ordinal);

    [Fact]
    public void Run_Compare_TellsVerdictsThatMovedAndEveryChange()
    {
        using var other = new TemporaryFile(Edited());

        var run = SampleRun.Of(Illustrative, "--compare", other.Path);

        Assert.Equal(
            """
            What changed
            Before  A made-up coalition of seven made-up nations – on 2030-06-01, by what was known on
                    2030-06-01
            After   A made-up coalition of seven made-up nations – on 2030-06-01, by what was known on
                    2030-06-01

            Of 11 standards, 1 changes its verdict.

            A FORCE OF SEVERAL NATIONS IN HOSTLAND
            4,000 soldiers and engineers [illustrative] – ✓ sufficient → ◐ contingent
              by this change alone:
              ~ the stage of 'xa-land' on 2029-12-12 changes: from firm on 2029-12-12 to declared on 2029-12-12

            ALL CHANGES
            ~ the name of 'XA' changes: from Arland to Arlandia – bears on no verdict
            ~ the stage of 'xa-land' on 2029-12-12 changes: from firm on 2029-12-12 to declared on 2029-12-12

            + added   − removed   ~ changed   › come, or published, since

            """.ReplaceLineEndings("\n"),
            run.Output);
        Assert.Equal(ParisSummitApp.Evaluated, run.ExitCode);
    }

    [Fact]
    public void Run_Compare_InAFormat_IsTheLibrarysReport()
    {
        using var other = new TemporaryFile(Edited());

        Assert.StartsWith("What changed\n============\n", SampleRun.Of(Illustrative, "--compare", other.Path, "--format", "text").Output, StringComparison.Ordinal);
        Assert.StartsWith("# What changed\n\n", SampleRun.Of(Illustrative, "--compare", other.Path, "--format", "markdown").Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Run_Compare_WithTheSameModel_NothingChanges()
    {
        var run = SampleRun.Of(Illustrative, "--compare", Illustrative);

        Assert.Contains("\nNo verdict moves.\n\nALL CHANGES\nNothing.\n", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Run_Compare_WithAnInvalidModel_ListsItsProblems()
    {
        using var other = new TemporaryFile("""{ "format": "coalition/1", "asOf": "soon" }""");

        var run = SampleRun.Of("--compare", other.Path);

        Assert.Equal("The model has 1 problem:\n  $.asOf: found 'soon'; expected a day such as 2026-01-10.\n", run.Error);
        Assert.Equal(ParisSummitApp.InvalidModel, run.ExitCode);
    }

    [Fact]
    public void Run_Compare_GrantThatIsOpenInOneModelOnly_IsWrongUsage()
    {
        var run = SampleRun.Of("--compare", Illustrative, "--grant", "approval:gb-commons");

        Assert.Equal($"--grant: The model has nothing by the name of approval:gb-commons, so that it cannot be granted.\n{SampleRun.Hint}", run.Error);
        Assert.Equal(ParisSummitApp.WrongUsage, run.ExitCode);
    }

    private static string Edited()
    {
        var text = File.ReadAllText(Illustrative);
        var pledge = text.IndexOf("\"xa-land\"", StringComparison.Ordinal);
        var stage = text.IndexOf("\"firm\"", pledge, StringComparison.Ordinal);
        return $"{text[..stage]}\"declared\"{text[(stage + "\"firm\"".Length)..]}".Replace("\"Arland\"", "\"Arlandia\"", StringComparison.Ordinal);
    }
}
