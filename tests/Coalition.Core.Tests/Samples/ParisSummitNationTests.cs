using Coalition.Approvals;
using Coalition.Json;
using Coalition.Sufficiency;
using Coalition.Tests.Fixtures;
using NodaTime;
using ParisSummit;

namespace Coalition.Tests.Samples;

public class ParisSummitNationTests
{
    private static readonly LocalDate ParisDay = new(2026, 2, 22);

    public static TheoryData<string> States() => [.. ApprovalRegimes.Catalogue.Select(r => r.Nation.Value)];

    [Theory]
    [MemberData(nameof(States))]
    public void Run_NationOfTheCatalogue_ShowsItsLaw(string code)
    {
        var run = SampleRun.Of("--nation", code);
        var told = Screens.Unbroken(run.Output);
        var regime = ApprovalRegimes.Catalogue[new NationCode(code)];
        var answer = regime.ProcedureFor(Operations.Paris, ParisDay);

        Assert.Equal(ParisSummitApp.Evaluated, run.ExitCode);
        Assert.Contains(
            "Asked for the force of the Paris talks: an ad hoc coalition; armed; 1,000 persons; in the rear; no UN mandate, no treaty as its basis; not urgent.",
            told, StringComparison.Ordinal);
        Assert.Contains($"Citation {answer.Citation}", told, StringComparison.Ordinal);
        Assert.Contains($"Confidence {answer.Confidence.Level} (", told, StringComparison.Ordinal);
        Shows(answer.Confidence.Verify);
        Shows(answer.Rule?.Id);
        Shows(answer.Rule?.InWords);
        Shows(regime.LegalBasis);
        Shows(regime.ExternalMandate);
        Shows($"{regime.Reading!.Text} [{regime.Reading.Label}]");
        Assert.All(answer.SetAside, rule => Shows($"{rule.Id}: {rule.InWords}"));
        Shows((answer as ProcedureAnswer.NotKnown)?.Reason);
        if (answer is ProcedureAnswer.Applies applies)
        {
            Assert.All(applies.Steps, step => Shows(step.Note));
            Assert.All(applies.Steps, step => Shows(step.CountedFrom));
            Assert.All(applies.Steps.SelectMany(s => s.Bodies), body =>
            {
                Shows(body.Body);
                if (body.Rule is { } rule && body.Members is { } members)
                {
                    Shows($"{rule.VotesNeeded(members)} of {members} members");
                }
            });
        }

        void Shows(string? text)
        {
            if (text is not null)
            {
                Assert.Contains(Screens.Unbroken(text), told, StringComparison.Ordinal);
            }
        }
    }

    [Theory]
    [InlineData("FR", "2. ex post approval – the executive may act first; consent within a time, or the end of it\n   within 4 months, counted from: start of intervention\n")]
    [InlineData("FR", "1. information only – parliament is informed, and does not decide\n   within 3 days, counted from: start of intervention\n")]
    [InlineData("DE", "   a mandate goes on for 2 sitting days while its renewal is pending\n   Bundestag  more than 1/2 of cast: 316 of 630 members, fewer if not all vote\n")]
    [InlineData("UA", "   Verkhovna Rada  226 of 450 members (more than 1/2 of members)\n")]
    [InlineData("RO", "   in one sitting, with one vote of all their members: more than 1/2 of cast: 233 of 465 members,\n")]
    [InlineData("JP", "Not known – The facts state no rule for an operation outside the UN and without a UN resolution;\n")]
    [InlineData("IE", "1. prohibited – the law forbids it\n")]
    public void Run_Nation_Shows(string nation, string text) =>
        Assert.Contains(text, SampleRun.Of("--nation", nation).Output, StringComparison.Ordinal);

    [Fact]
    public void Run_EveryNationOfTheParisModel_ShowsItsApprovalsAndPledges()
    {
        var model = CoalitionJson.Read(File.ReadAllBytes(SampleRun.ModelFile("paris-2026.json")));
        var report = SufficiencyEvaluator.Evaluate(model, model.AsOf);
        foreach (var nation in model.Nations)
        {
            var told = Screens.Unbroken(SampleRun.Of("--nation", nation.Code.Value).Output);

            Assert.All(model.Approvals.Where(a => a.Nation == nation.Code), a => Assert.Contains(
                $"State {model.ApprovalState(a.Id, model.AsOf).InWords} (", told[told.IndexOf($"{a.Id} – ", StringComparison.Ordinal)..], StringComparison.Ordinal));
            Assert.All(report.Pledges.Where(p => p.Pledge.Nation == nation.Code), p => Assert.Contains(p.Pledge.Id, told, StringComparison.Ordinal));
        }
    }

    [Theory]
    [InlineData("The catalogue does not hold the law of Arland (XA): nothing is said of it here.\n")]
    [InlineData("   Senate               more than 1/2 of present, quorum 1/3 of members: 51 of 100 members, fewer if\n                        not all are present\n")]
    [InlineData("   Law         cites no rule of the catalogue, so that the two are not compared\n")]
    [InlineData("   State       approved, renewal requested since 2030-05-20, so far approved by Chamber of Deputies\n               (passed)\n")]
    [InlineData("   Deadline    the mandate ends on 2030-06-30: 29 days left\n")]
    [InlineData("   Mandate     active – from 2030-01-01 until 2030-06-30; at most 4,000 persons in all;")]
    [InlineData("   Needed by   xa-land (firm, 3,500 personnel), xa-engineering (firm, 1,500 personnel): count now\n")]
    [InlineData("Its pledges for which no approval is on record\n   xa-training (firm, 2,500 trainees per year): counts now\n")]
    [InlineData("   Deadline    the mandate ends on 2030-06-30: that day\n", "--on", "2030-06-30")]
    [InlineData("   Deadline    the mandate ends on 2030-06-30: 1 day ago\n", "--on", "2030-07-01")]
    [InlineData("   Mandate     expired – its last day was 2030-06-30\n", "--on", "2030-07-01")]
    [InlineData("   State       approved, renewal requested since 2030-05-20, so far approved by Chamber of Deputies\n               (passed, taken as granted)\n", "--grant", "approval:xa-parliament")]
    public void Run_NationOfTheMadeUpModel_Shows(string text, params string[] more) => Assert.Contains(
        text, SampleRun.Of([SampleRun.ModelFile("illustrative.json"), "--nation", "XA", .. more]).Output, StringComparison.Ordinal);

    [Fact]
    public void Run_NationThatOnlyTheCatalogueHas_StillShowsItsLaw()
    {
        var output = SampleRun.Of(SampleRun.ModelFile("illustrative.json"), "--nation", "FR").Output;

        Assert.StartsWith("France (FR): what its law asks for, and what is on record\nA made-up coalition of seven made-up nations\n", output, StringComparison.Ordinal);
        Assert.Contains("Citation       Constitution 1958 Art. 35(2)-(4)", output, StringComparison.Ordinal);
        Assert.Contains("The model has no nation FR: it holds neither an approval nor a pledge of it.\n", output, StringComparison.Ordinal);
    }

    [Fact]
    public void Run_HostOfTheMadeUpModel_ShowsThePledgesOfOthersThatNeedItsConsent()
    {
        var output = SampleRun.Of(SampleRun.ModelFile("illustrative.json"), "--nation", "XH").Output;

        Assert.Contains("xh-assembly – host consent\n", output, StringComparison.Ordinal);
        Assert.Contains("XA xa-land (firm, 3,500 personnel)", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Law cites de-deployment; the approval agrees with that rule", "de-deployment", "priorApproval", 630, "2 sitting days")]
    [InlineData("Law cites de-deployment; the approval disagrees with that rule:", "de-deployment", "priorApproval", 600, "2 sitting days")]
    [InlineData("decisions: found Bundestag (600 members; more than 1/2 of cast); expected Bundestag (630 members; more than 1/2 of cast)", "de-deployment", "priorApproval", 600, "2 sitting days")]
    [InlineData("Law cites de-low-intensity, another rule than de-deployment above; the approval disagrees", "de-low-intensity", "priorApproval", 630, "2 sitting days")]
    [InlineData("no such rule: found 'de-none'; expected", "de-none", "priorApproval", 630, "2 sitting days")]
    public void Run_ApprovalThatCitesALaw_IsComparedWithIt(string expected, string law, string procedure, int members, string extension)
    {
        using var file = new TemporaryFile(Given.Text(
            $$"""
            "approvals": {
              "de": {
                "nation": "DE", "law": "{{law}}", "procedure": "{{procedure}}", "provisionalExtension": "{{extension}}",
                "decisions": [{ "body": "Bundestag", "members": {{members}}, "needs": "more than 1/2 of cast" }]
              }
            }
            """));

        Assert.Contains(expected, Screens.Unbroken(SampleRun.Of(file.Path, "--nation", "DE").Output), StringComparison.Ordinal);
    }

    [Fact]
    public void Run_HostWithoutAProcedureOnRecord_ShowsWhoAwaitsIt()
    {
        using var file = new TemporaryFile(Given.Text(
            """
            "pledges": { "fr": { "nation": "FR", "support": "land", "stage": "firm", "amount": [{ "from": 900 }], "zone": "hostTerritory", "host": "UA" } }
            """));
        var output = Screens.Unbroken(SampleRun.Of(file.Path, "--nation", "UA").Output);

        Assert.Contains("No approval of Ukraine is on record.", output, StringComparison.Ordinal);
        Assert.Contains("so that admission:UA is open FR fr (firm", output, StringComparison.Ordinal);
    }
}
