using System.Collections.Immutable;
using Coalition.Approvals;
using Coalition.Requirements;
using Coalition.Sufficiency;
using Coalition.Tests.Generators;
using Coalition.Tests.Oracle;
using NodaTime;

namespace Coalition.Tests.Properties;

/// <summary>The smallest models that the properties once failed on.</summary>
public class CounterExamplesTests
{
    private static readonly LocalDate on = ModelGen.Anchor;
    private static readonly NationCode france = new("FR");
    private static readonly NationCode germany = new("DE");

    [Fact]
    public void Evaluate_ContributesOfOneNationAmongSeveral_LeavesTheStagesOfOthersAlone()
    {
        var filter = new PledgeFilter { Nations = [france, germany], LeastStage = PledgeStage.Deployed };
        var model = Model([], [Firm("fr", france), Firm("de", germany)], new Requirement.Contributes(france, filter));

        Assert.Equal([new OpenMatter(OpenMatterKind.Stage, "fr")], SufficiencyEvaluator.Evaluate(model, on).OpenMatters.AsEnumerable());
    }

    [Fact]
    public void Evaluate_RenewalUnderAConditionThatCannotBeMet_NamesTheCondition()
    {
        var approval = Renewed(
            new Mandate { Support = ["naval"] }, new Mandate { Condition = new Requirement.Contributes(france, PledgeFilter.ForSupport("naval")) });
        var model = Model([approval], [Firm("de", germany) with { Needs = ["bundestag"] }, Firm("fr", france)], new Requirement.Always());

        var pledge = SufficiencyEvaluator.Evaluate(model, on).Pledges[0];

        Assert.Equal(Standing.Failed, pledge.Standing);
        Assert.Equal(
            [(Gate.Mandate, Standing.Pending), (Gate.Condition, Standing.Failed)], pledge.Gates.Select(g => (g.Gate, g.Standing)));
    }

    [Fact]
    public void Evaluate_CapThatItsNationJustReaches_IsNoLimitThatBinds()
    {
        var pledges = ImmutableArray.Create(
            Firm("fr-1", france) with { Claims = [new Claim(4, 4)] }, Firm("fr-2", france) with { Claims = [new Claim(4, 4)] },
            Firm("de-1", germany) with { Claims = [new Claim(5, 5)] }, Firm("de-2", germany) with { Claims = [new Claim(4, 4)] });
        var model = Model([], pledges, new Requirement.Total(PledgeFilter.ForSupport("land"), 1, perNationCap: 8));

        var total = (Finding.Total)SufficiencyEvaluator.Evaluate(model, on)["g", "s"].Grounds;

        Assert.Equal(16, total.Secured.Counted.Amount);
        Assert.Equal([germany], total.Secured.Limits.Select(l => l.Nation));
    }

    [Fact]
    public void Evaluate_RenewalThatWouldLiftACondition_IsListedAsAnOpenMatter()
    {
        var approval = Renewed(
            new Mandate { Condition = new Requirement.Contributes(france, PledgeFilter.ForSupport("naval")) }, Mandate.Unlimited);
        var model = Model(
            [approval], [Firm("de", germany) with { Needs = ["bundestag"] }, Firm("fr", france)], new Requirement.Contributors(PledgeFilter.All, 2));

        var standard = SufficiencyEvaluator.Evaluate(model, on)["g", "s"];

        Assert.Equal(Verdict.Contingent, standard.Verdict);
        Assert.Equal([new OpenMatter(OpenMatterKind.Approval, "bundestag")], standard.OpenMatters.AsEnumerable());
    }

    [Fact]
    public void Evaluate_CircleThroughAGuarantee_NamesOnlyWaitsThatThePledgeItselfDoesNotMeet()
    {
        // France's land would itself meet the one part, so it waits for Germany's air alone, and not for Germany's land.
        var requires = new Requirement.AllOf(
            new Requirement.Contributors(PledgeFilter.ForSupport("land"), 1), new Requirement.Contributors(PledgeFilter.ForSupport("air"), 1));
        var model = Model(
            [],
            [
                Firm("c", germany) with { Condition = new Requirement.Contributes(france, PledgeFilter.All) },
                Firm("a", france) with { Condition = new Requirement.Met("g") },
                Firm("b", germany) with { Support = "air", Condition = new Requirement.Contributes(france, PledgeFilter.All) },
            ],
            requires);

        var standard = SufficiencyEvaluator.Evaluate(model, on)["g", "s"];

        Assert.Equal(Verdict.Deadlocked, standard.Verdict);
        Assert.Equal(["a", "b"], standard.Circle.Order());
    }

    [Fact]
    public void Create_RequirementThatMultiplies_RefusedBeforeItIsWalked()
    {
        Requirement requires = new Requirement.Always();
        for (var i = 0; i < 20; i++)
        {
            requires = new Requirement.AllOf(requires, requires);
        }

        var refused = Assert.Throws<CoalitionModelException>(() => Model([], [], requires));

        Assert.Equal(
            "$.guarantees.g.standards.s.requires: found a requirement of 2097151 parts; expected at most 10000, the limit in force.", Assert.Single(refused.Problems).ToString());
    }

    [Fact]
    public void Report_OnAssumptions_NamesThemAsSuch()
    {
        var model = Model([], [Firm("fr", france)], new Requirement.Contributes(france, PledgeFilter.All)).Withdraw(france, on, assumed: true);

        var report = SufficiencyEvaluator.Evaluate(model, on);

        Assert.Equal(["fr withdrawn on 2026-03-01"], report.Assumptions.AsEnumerable());
        Assert.Contains("Assumed, not on record: fr withdrawn on 2026-03-01.", report.ToText(), StringComparison.Ordinal);
        Assert.Empty(SufficiencyEvaluator.Evaluate(model, on.PlusDays(-1)).Assumptions);
    }

    private static Pledge Firm(string id, NationCode nation) => new() { Id = id, Nation = nation, Support = "land", Stage = PledgeStage.Firm };

    // Given, and its renewal asked for.
    private static ParliamentaryApproval Renewed(Mandate given, Mandate asked) => new()
    {
        Id = "bundestag",
        Nation = germany,
        Procedure = ApprovalProcedure.PriorApproval,
        Acts =
        [
            new ApprovalAct.Submitted { On = on.PlusDays(-60), Mandate = given },
            new ApprovalAct.Approved { On = on.PlusDays(-50) },
            new ApprovalAct.Submitted { On = on.PlusDays(-10), Mandate = asked },
        ],
    };

    [Fact]
    public void P8_AssumedObjectionThatTheRecordThenKnownDoesNotAllow_DoesNotSayThatSilenceWasKept()
    {
        // What silence had to last for is past by the day asked about, and ahead of what is known. The refusal, which lets the objection follow, is not known.
        var model = Model(
            [
                new ParliamentaryApproval
                {
                    Id = "bundestag",
                    Nation = germany,
                    Procedure = ApprovalProcedure.TacitApproval,
                    Silence = LegalPeriod.Parse("P22D"),
                    Decisions = [new Decision { Body = "House", Override = VotingRule.SimpleMajority }, new Decision { Body = "Senate", Override = VotingRule.SimpleMajority }],
                    Acts =
                    [
                        new ApprovalAct.Submitted { On = on.PlusDays(-25) },
                        new ApprovalAct.Rejected { On = on.PlusDays(-15), Body = "House" },
                        new ApprovalAct.Objected { On = on, Assumed = true },
                    ],
                },
            ],
            [], new Requirement.Always());
        var known = on.PlusDays(-17);

        Assert.Equal(Standing.Pending, model.ApprovalState("bundestag", on, known).Standing);
        Assert.True(new NaiveRecord(model, on, known).Approvals["bundestag"].IsUndecided(model.Approvals[0]));
    }

    private static CoalitionModel Model(ImmutableArray<ParliamentaryApproval> approvals, ImmutableArray<Pledge> pledges, Requirement requires) =>
        CoalitionModel.Create(new CoalitionDraft
        {
            AsOf = on,
            Nations = [new Nation { Code = france, Name = "France" }, new Nation { Code = germany, Name = "Germany" }],
            Approvals = approvals,
            Pledges = pledges,
            Guarantees =
            [
                new Guarantee
                {
                    Id = "g",
                    Pillar = GuaranteePillar.MultinationalForce,
                    Beneficiary = france,
                    Standards = [new SufficiencyStandard { Id = "s", Requires = requires }],
                },
            ],
        });
}
