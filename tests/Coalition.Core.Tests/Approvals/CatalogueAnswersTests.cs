using Coalition.Approvals;
using Coalition.Internal;
using Coalition.Tests.Fixtures;

namespace Coalition.Tests.Approvals;

/// <summary>What the catalogue answers for operations other than the force of the Paris talks.</summary>
public class CatalogueAnswersTests
{
    private const string Riksdag = "priorApproval, by Riksdag (349 members; more than 1/2 of cast)";

    [Theory]
    [InlineData(400, false, "2025-12-01", "se-nato-framework", Riksdag)]
    [InlineData(400, true, "2025-11-30", "se-operation", Riksdag)]
    [InlineData(500, true, "2025-12-01", "se-nato-short-notice", "notRequired, at most 500 persons in one operation, at most 1000 persons in all, for at most P90D")]
    [InlineData(501, true, "2026-01-10", "se-nato-framework", Riksdag)]
    public void Sweden_InTheFrameOfNato_FromTheDayOfTheAct(long headcount, bool urgent, string on, string rule, string step)
    {
        var answer = Ask("SE", new() { Frame = OrganisationalFrame.Nato, Headcount = headcount, IsUrgent = urgent }, on);

        Assert.Equal((rule, step), (answer.Rule!.Id, Steps(answer)));
    }

    [Fact]
    public void Sweden_NotOfNato_TheNewShortcutDoesNotMatter()
    {
        Assert.Equal("se-operation", Ask("SE", Operations.Paris with { IsUrgent = true, Headcount = 10 }).Rule!.Id);
        Assert.Equal([OperationInput.Headcount, OperationInput.Urgent], Missing("SE", new() { Frame = OrganisationalFrame.Nato }));
    }

    [Theory]
    [InlineData(100, "ee-framework", "priorApproval, by Riigikogu (101 members; more than 1/2 of cast), at most 100 persons in all")]
    [InlineData(101, "ee-operation", "priorApproval, by Riigikogu (101 members; more than 1/2 of cast)")]
    public void Estonia_WithinTheYearlyCap_WhereAsserted(long headcount, string rule, string step)
    {
        var answer = Ask("EE", Operations.Paris with { Headcount = headcount, Asserted = ["ee-framework"] });

        Assert.Equal((rule, step), (answer.Rule!.Id, Steps(answer)));
        Assert.Contains(Ask("EE", Operations.Paris with { Headcount = 100 }).SetAside, r => r.Id == "ee-framework");
        Assert.DoesNotContain(Ask("EE", Operations.Paris).SetAside, r => r.Id == "ee-framework");
    }

    [Theory]
    [InlineData(12, false, "ie-twelve", "notRequired, at most 12 persons in one operation")]
    [InlineData(13, false, "ie-no-un-mandate", "prohibited")]
    [InlineData(12, true, "ie-twelve", "notRequired, at most 12 persons in one operation")]
    [InlineData(13, true, "ie-un-mandate", "priorApproval, by Dáil Éireann (174 members; more than 1/2 of cast)")]
    public void Ireland_ByHeadcountAndMandate(long headcount, bool mandate, string rule, string step)
    {
        var answer = Ask("IE", Operations.Paris with { Headcount = headcount, HasUnMandate = mandate });

        Assert.Equal((rule, step), (answer.Rule!.Id, Steps(answer)));
    }

    [Theory]
    [InlineData(50, "ie-bill-fifty", "notRequired, at most 50 persons in one operation")]
    [InlineData(51, "ie-bill", "priorApproval, by Dáil Éireann (174 members; more than 1/2 of cast)")]
    public void Ireland_OnceTheBillIsAssertedToBeEnacted_WithoutAMandate(long headcount, string rule, string step)
    {
        var answer = Ask("IE", Operations.Paris with { Headcount = headcount, Asserted = ["ie-bill", "ie-bill-fifty"] });

        Assert.Equal((rule, step), (answer.Rule!.Id, Steps(answer)));
    }

    [Fact]
    public void Ireland_Unarmed_NoRuleOfTheFacts() => Assert.Null(Assert.IsType<ProcedureAnswer.NotKnown>(Ask("IE", Operations.Paris with { IsArmed = false })).Rule);

    [Fact]
    public void Romania_ByTreatyBasis()
    {
        Assert.Equal(
            "priorApproval, by President; informationOnly, with Camera Deputaților (331 members) and Senat (134 members), within P5D, counted from: President's decision",
            Steps(Ask("RO", Operations.Paris with { HasTreatyBasis = true })));
        Assert.Equal([OperationInput.TreatyBasis], Missing("RO", Operations.Paris with { HasTreatyBasis = null }));
        Assert.Equal("bg-alliance", Ask("BG", Operations.Paris with { HasTreatyBasis = true }).Rule!.Id);
    }

    [Fact]
    public void Finland_ByMandate()
    {
        var mandated = Operations.Paris with { HasUnMandate = true };

        Assert.Equal("consultation, with Foreign Affairs Committee; priorApproval, by President", Steps(Ask("FI", mandated)));
        Assert.Equal(
            "consultation, with Eduskunta (200 members; more than 1/2 of cast); priorApproval, by President", Steps(Ask("FI", mandated with { Asserted = ["fi-demanding"] })));
        Assert.Equal([OperationInput.UnMandate], Missing("FI", Operations.Paris with { HasUnMandate = null }));
    }

    [Fact]
    public void Germany_ByUrgencyAndIntensity()
    {
        var urgent = Ask("DE", Operations.Paris with { IsUrgent = true });
        var low = Assert.IsType<ProcedureAnswer.Applies>(Ask("DE", Operations.Paris with { IsUrgent = true, Asserted = ["de-low-intensity"] }));

        Assert.Equal("exPostApproval, by Bundestag (630 members; more than 1/2 of cast), counted from: start", Steps(urgent));
        Assert.Equal(
            "tacitApproval, by Bundestag (630 members; more than 1/2 of cast), counted from: distribution of the Drucksache, silence of P7D is consent", Steps(low));
        Assert.Equal((ApprovalProcedure.TacitApproval, "P7D"), (low.ToApproval("a").Procedure, low.ToApproval("a").Silence?.ToString()));
        Assert.Equal(
            ["de-low-intensity", "de-unchanged-extension", "de-preparation", "de-humanitarian"], Ask("DE", Operations.Paris).SetAside.Select(r => r.Id));
        Assert.IsType<ProcedureAnswer.NotKnown>(Ask("DE", Operations.Paris with { Asserted = ["de-preparation"] }));
        Assert.Throws<RegimeConflictException>(() => Ask("DE", Operations.Paris with { Asserted = ["de-preparation", "de-humanitarian"] }));
    }

    [Fact]
    public void Austria_ByFrameAndUrgency()
    {
        var inFrame = Operations.Paris with { Frame = OrganisationalFrame.EuropeanUnion };
        var relief = inFrame with { IsUrgent = true, Support = "humanitarian-aid" };

        Assert.Equal("priorApproval, by Nationalrat - Hauptausschuss", Steps(Ask("AT", inFrame)));
        Assert.Equal("exPostApproval, by Nationalrat - Hauptausschuss, counted from: report to committee, silence of P14D is consent", Steps(Ask("AT", relief)));
        Assert.Equal([OperationInput.Support], Missing("AT", relief with { Support = null }));
        Assert.Equal("at-exercises", Ask("AT", relief with { Asserted = ["at-exercises"] }).Rule!.Id);
    }

    [Fact]
    public void Japan_UnderAUnitedNationsMandate_BySupport()
    {
        var mandated = new Operation { Frame = OrganisationalFrame.UnitedNations, HasUnMandate = true, Support = "logistics" };

        Assert.Equal("jp-peace-support", Ask("JP", mandated).Rule!.Id);
        Assert.Equal("jp-peacekeeping", Ask("JP", mandated with { Support = "land" }).Rule!.Id);
        Assert.Equal([OperationInput.Support], Missing("JP", mandated with { Support = null }));
    }

    [Fact]
    public void Luxembourg_InAnOrganisation_CommitteesConsulted() =>
        Assert.Equal("consultation, with Chambre des députés, competent committees", Steps(Ask("LU", Operations.Paris with { Frame = OrganisationalFrame.UnitedNations })));

    [Fact]
    public void Czechia_WithinTheGovernmentsWindow_WhereAsserted()
    {
        var answer = Assert.IsType<ProcedureAnswer.Applies>(Ask("CZ", Operations.Paris with { Asserted = ["cz-government-window"] }));
        var approval = answer.ToApproval("cz");

        Assert.Equal(
            (ApprovalProcedure.ExPostApproval, DecisionCombination.AnyMayAnnul, "P60D", PeriodStart.Action),
            (approval.Procedure, approval.Combination, approval.DecideWithin?.ToString(), approval.DecideFrom));
        Assert.Equal([200, 81], approval.Decisions.Select(d => d.Members!.Value));
    }

    [Theory]
    [InlineData("ES", "exPostApproval, by Congreso de los Diputados (350 members; more than 1/2 of cast), counted from: government decision")]
    [InlineData("FR", "informationOnly, within P3D, counted from: start of intervention; exPostApproval, by Assemblée nationale (577 members; more than 1/2 of cast; alone more than 1/2 of cast) and Sénat (348 members; more than 1/2 of cast) (eachConsents), within P4M, counted from: start of intervention")]
    public void Urgent_ByTheLawOfEach(string nation, string steps) => Assert.Equal(steps, Steps(Ask(nation, Operations.Paris with { IsUrgent = true })));

    [Theory]
    [InlineData("GB", "gb-treaty", "tacitApproval, silence of 21 sitting days is consent")]
    [InlineData("NL", "nl-compelling-reasons", "informationOnly, with Tweede Kamer (150 members) and Eerste Kamer (75 members), counted from: after decision")]
    [InlineData("NL", "nl-war", "priorApproval, by Tweede Kamer (150 members) and Eerste Kamer (75 members) (jointSitting)")]
    [InlineData("UA", "ua-base", "prohibited")]
    [InlineData("DK", "dk-self-defence", "exPostApproval, by Folketing (179 members; more than 1/2 of cast), counted from: measure")]
    [InlineData("US", "us-treaty", "priorApproval, by Senate (100 members; at least 2/3 of present)")]
    [InlineData("PL", "pl-stay", "notRequired")]
    [InlineData("PT", "pt-security-period", "informationOnly, with Assembleia da República (230 members)")]
    [InlineData("TR", "tr-aggression", "priorApproval, by President")]
    public void Asserted_RuleInWords_Applies(string nation, string rule, string steps)
    {
        // Treaties are a gate of their own beside that of an armed deployment.
        var operation = Operations.Paris with { Asserted = [rule], IsArmed = rule is not ("gb-treaty" or "us-treaty") };

        Assert.Equal(steps.Replace("tacitApproval, silence", "tacitApproval, counted from: laying, silence", StringComparison.Ordinal), Steps(Ask(nation, operation)));
    }

    [Fact]
    public void Ukraine_OutsideItsTerritory_NoRuleOfTheFacts() =>
        Assert.IsType<ProcedureAnswer.NotKnown>(Ask("UA", Operations.Paris with { Zone = Zone.NeighbouringAlly }));

    // Whatever is asserted alone, there is an answer; two words that the facts do not order may conflict.
    [Fact]
    public void Catalogue_EachRuleInWordsAsserted_AnswersForSomeOperation()
    {
        foreach (var regime in ApprovalRegimes.Catalogue)
        {
            foreach (var rule in regime.Rules.Where(r => r.InWordsOnly))
            {
                var operation = Operations.Paris with
                {
                    Asserted = [rule.Id],
                    IsArmed = rule.When.Armed ?? rule.Id is not ("gb-treaty" or "us-treaty" or "us-political-commitment" or "dk-major-decision"),
                    HasUnMandate = rule.When.UnMandate ?? false,
                    Headcount = rule.When.HeadcountAtMost ?? 1_000,
                };
                Assert.Equal(rule.Id, regime.ProcedureFor(operation, Given.AsOf).Rule?.Id);
            }
        }
    }

    private static string Steps(ProcedureAnswer answer) => string.Join("; ", ((ProcedureAnswer.Applies)answer).Steps.Select(RegimeSteps.Describe));

    private static OperationInput[] Missing(string nation, Operation operation) => [.. Assert.IsType<ProcedureAnswer.InputMissing>(Ask(nation, operation)).Inputs];

    private static ProcedureAnswer Ask(string nation, Operation operation, string on = "2026-01-10") =>
        ApprovalRegimes.Catalogue[new NationCode(nation)].ProcedureFor(operation, Given.Day(on));
}
