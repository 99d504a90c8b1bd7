using Coalition.Approvals;
using Coalition.Internal;
using Coalition.Tests.Fixtures;

namespace Coalition.Tests.Approvals;

/// <summary>What each of the 34 states of the catalogue answers for the force of the Paris talks.</summary>
public class ParisOperationTests
{
    [Theory]
    [InlineData("FR", "fr-intervention", "informationOnly, within P3D, counted from: start of intervention",
        "exPostApproval, by Assemblée nationale (577 members; more than 1/2 of cast; alone more than 1/2 of cast) and Sénat (348 members; more than 1/2 of cast) (eachConsents), within P4M, counted from: start of intervention")]
    [InlineData("GB", "gb-armed-conflict", "commitmentToVote, by House of Commons (650 members; more than 1/2 of cast)")]
    [InlineData("DE", "de-deployment", "priorApproval, by Bundestag (630 members; more than 1/2 of cast), goes on for 2 sitting days while a renewal is pending")]
    [InlineData("IT", "it-new-mission", "priorApproval, by Camera dei deputati (400 members; more than 1/2 of cast) and Senato (200 members; more than 1/2 of cast) (eachConsents)")]
    [InlineData("ES", "es-operation", "priorApproval, by Congreso de los Diputados (350 members; more than 1/2 of cast)")]
    [InlineData("NL", "nl-article-100", "informationOnly, with Tweede Kamer (150 members) and Eerste Kamer (75 members), before forces act, counted from: before deployment")]
    [InlineData("BE", "be-deployment", "informationOnly, with Chambre des représentants / Kamer (150 members), counted from: decision")]
    [InlineData("PL", "pl-use", "priorApproval, by President", "informationOnly, with Sejm (460 members) and Senat (100 members)")]
    [InlineData("SE", "se-operation", "priorApproval, by Riksdag (349 members; more than 1/2 of cast)")]
    [InlineData("FI", "fi-no-un-mandate", "consultation, with Eduskunta (200 members; more than 1/2 of cast)", "priorApproval, by President")]
    [InlineData("DK", "dk-force", "priorApproval, by Folketing (179 members; more than 1/2 of cast)")]
    [InlineData("NO", "no-operation", "consultation, with Storting, enlarged Foreign Affairs and Defence Committee (DUUFK)")]
    [InlineData("EE", "ee-operation", "priorApproval, by Riigikogu (101 members; more than 1/2 of cast)")]
    [InlineData("LV", "lv-operation", "priorApproval, by Saeima (100 members; more than 1/2 of cast)")]
    [InlineData("LT", "lt-operation", "priorApproval, by Seimas (141 members; more than 1/2 of cast)")]
    [InlineData("CZ", "cz-operation", "priorApproval, by Poslanecká sněmovna (200 members; more than 1/2 of members) and Senát (81 members; more than 1/2 of members) (eachConsents)")]
    [InlineData("RO", "ro-no-treaty", "priorApproval, by Camera Deputaților (331 members; more than 1/2 of cast) and Senat (134 members; more than 1/2 of cast) (jointSitting)")]
    [InlineData("BG", "bg-military", "priorApproval, by Narodno sabranie (240 members; more than 1/2 of cast)")]
    [InlineData("GR", "gr-deployment", "informationOnly, with Vouli (300 members)")]
    [InlineData("PT", "pt-contingent", "informationOnly, with Assembleia da República (230 members), before forces act")]
    [InlineData("IE", "ie-no-un-mandate", "prohibited")]
    [InlineData("CA", "ca-deployment", "notRequired")]
    [InlineData("AU", "au-operation", "informationOnly, with House of Representatives (150 members) and Senate (76 members), within P30D, counted from: deployment")]
    [InlineData("NZ", "nz-deployment", "notRequired")]
    [InlineData("TR", "tr-forces", "priorApproval, by TBMM (600 members; more than 1/2 of present)")]
    [InlineData("IS", "is-armed", "prohibited")]
    [InlineData("HR", "hr-forces", "priorApproval, by President and Hrvatski sabor (151 members; more than 1/2 of members; alone at least 2/3 of members) (eachConsents)")]
    [InlineData("SI", "si-operation", "informationOnly, with Državni zbor (90 members)")]
    [InlineData("AT", "at-no-frame", "prohibited")]
    [InlineData("UA", "ua-foreign-units", "hostConsent, by Verkhovna Rada (450 members; more than 1/2 of members)")]
    [InlineData("US", "us-hostilities", "informationOnly, with House of Representatives (435 members) and Senate (100 members), within P2D, counted from: introduction of forces into hostilities",
        "exPostApproval, by House of Representatives (435 members; more than 1/2 of cast) and Senate (100 members; more than 1/2 of cast) (eachConsents), within P60D, from the information, counted from: report due or made")]
    public void ProcedureFor_StateWithARule_ItsSteps(string nation, string rule, params string[] steps)
    {
        var answer = Assert.IsType<ProcedureAnswer.Applies>(Ask(nation));

        Assert.Equal(rule, answer.Rule.Id);
        Assert.Equal(steps, answer.Steps.Select(RegimeSteps.Describe));
    }

    [Theory]
    [InlineData("LU", "lu-ad-hoc", "An ad hoc coalition is not an international organisation, so that no rule of the facts covers it; a new legal basis is probably needed.")]
    [InlineData("JP", "jp-no-un-resolution", "The facts state no rule for an operation outside the UN and without a UN resolution; they hold troops to be very unlikely.")]
    [InlineData("CY", "cy-deployment", "No usable source was found: what the facts hold of this state is all to be verified.")]
    public void ProcedureFor_StateOfWhichNothingIsKnown_RefusesToGuess(string nation, string rule, string reason)
    {
        var answer = Assert.IsType<ProcedureAnswer.NotKnown>(Ask(nation));

        Assert.Equal((rule, reason), (answer.Rule!.Id, answer.Reason));
    }

    [Fact]
    public void ProcedureFor_All34_OneRuleThatTheyAreAskedAboveFor_WithCitationAndConfidence()
    {
        var asked = typeof(ParisOperationTests).GetMethods().Where(m => m.Name.StartsWith("ProcedureFor_State", StringComparison.Ordinal)).SelectMany(m => m.GetCustomAttributesData())
            .Where(a => a.AttributeType == typeof(InlineDataAttribute))
            .Select(a => (string)((IReadOnlyList<System.Reflection.CustomAttributeTypedArgument>)a.ConstructorArguments[0].Value!)[0].Value!);

        Assert.Equal(34, ApprovalRegimes.Catalogue.Count);
        Assert.Equal(ApprovalRegimes.Catalogue.Select(r => r.Nation.Value).Order(), asked.Order());
        Assert.All(ApprovalRegimes.Catalogue, regime =>
        {
            var answer = Ask(regime.Nation.Value);
            Assert.Equal(answer.Rule!.Citation, answer.Citation);
            Assert.Same(regime.Confidence, answer.Confidence);
            Assert.Same(regime, answer.Regime);
        });
    }

    [Theory]
    [InlineData("FR", ApprovalProcedure.ExPostApproval, "P3D", "P4M", PeriodStart.Action)]
    [InlineData("US", ApprovalProcedure.ExPostApproval, "P2D", "P60D", PeriodStart.Information)]
    [InlineData("AU", ApprovalProcedure.InformationOnly, "P30D", null, PeriodStart.Action)]
    [InlineData("BE", ApprovalProcedure.InformationOnly, null, null, PeriodStart.Action)]
    [InlineData("PL", ApprovalProcedure.PriorApproval, null, null, PeriodStart.Action)]
    [InlineData("FI", ApprovalProcedure.PriorApproval, null, null, PeriodStart.Action)]
    [InlineData("NO", ApprovalProcedure.Consultation, null, null, PeriodStart.Action)]
    public void ToApproval_OfSteps_TheDecidingOneWithTheTimeOfTheInformation(string nation, ApprovalProcedure procedure, string? inform, string? decide, PeriodStart from)
    {
        var answer = (ProcedureAnswer.Applies)Ask(nation);
        var approval = answer.ToApproval("the-approval");

        Assert.Equal(("the-approval", nation, answer.Rule.Id), (approval.Id, approval.Nation.Value, approval.Law));
        Assert.Equal((procedure, from), (approval.Procedure, approval.DecideFrom));
        Assert.Equal((inform, decide), (approval.InformWithin?.ToString(), approval.DecideWithin?.ToString()));
        Assert.False(approval.InformFirst);
        Assert.Empty(approval.Acts);
    }

    [Fact]
    public void ToApproval_OfWhatOneApprovalCannotHold_ToldInItsNote()
    {
        var poland = ((ProcedureAnswer.Applies)Ask("PL")).ToApproval("pl");
        var finland = ((ProcedureAnswer.Applies)Ask("FI")).ToApproval("fi");

        Assert.Equal("President", Assert.Single(poland.Decisions).Body);
        Assert.StartsWith("Besides: informationOnly, with Sejm (460 members) and Senat (100 members). ", poland.Note, StringComparison.Ordinal);
        Assert.Equal("President", Assert.Single(finland.Decisions).Body);
        Assert.StartsWith("Besides: consultation, with Eduskunta (200 members; more than 1/2 of cast). ", finland.Note, StringComparison.Ordinal);
    }

    [Fact]
    public void ToApproval_OfBodies_AsTheyDecideTogether()
    {
        var croatia = ((ProcedureAnswer.Applies)Ask("HR")).ToApproval("hr");
        var romania = ((ProcedureAnswer.Applies)Ask("RO")).ToApproval("ro");
        var netherlands = ((ProcedureAnswer.Applies)Ask("NL")).ToApproval("nl");
        var germany = ((ProcedureAnswer.Applies)Ask("DE")).ToApproval("de");

        Assert.Equal(VotingRule.Parse("at least 2/3 of members"), croatia.Decisions[1].Override);
        Assert.Equal(DecisionCombination.JointSitting, romania.Combination);
        Assert.True(netherlands.InformFirst);
        Assert.Empty(netherlands.Decisions);
        Assert.Equal("2 sitting days", germany.ProvisionalExtension?.ToString());
        Assert.Throws<ArgumentException>("Id", () => ((ProcedureAnswer.Applies)Ask("DE")).ToApproval("DE"));
    }

    private static ProcedureAnswer Ask(string nation) => ApprovalRegimes.Catalogue[new NationCode(nation)].ProcedureFor(Operations.Paris, Given.AsOf);
}
