using System.Collections.Immutable;
using Coalition.Approvals;
using Coalition.Internal;
using Coalition.Tests.Fixtures;
using static Coalition.Tests.Fixtures.Regimes;

namespace Coalition.Tests.Approvals;

public class ApprovalRegimesTests
{
    private static readonly NationCode XB = new("XB");

    [Fact]
    public void Catalogue_AskedTwice_OneAndTheSame()
    {
        var asked = new ApprovalRegimes[8];
        Parallel.For(0, asked.Length, i => asked[i] = ApprovalRegimes.Catalogue);

        Assert.All(asked, one => Assert.Same(ApprovalRegimes.Catalogue, one));
    }

    [Fact]
    public void Find_NationOrRule_OrNull()
    {
        var regimes = ApprovalRegimes.Create([Regime(Rule("a"))], "made up");

        Assert.Equal(("Arland", "made up", 1), (regimes[XA].Name, regimes.Note, regimes.Count));
        Assert.Null(regimes.Find(XB));
        Assert.Equal("There is no approval regime of 'XB'.", Assert.Throws<KeyNotFoundException>(() => regimes[XB]).Message);
        Assert.Equal("Art. a", regimes.FindRule("a")!.Citation);
        Assert.Null(regimes.FindRule("b"));
        Assert.Throws<ArgumentNullException>("id", () => regimes.FindRule(null!));
    }

    [Fact]
    public void With_Others_ReplacesByNationAndAddsTheRest()
    {
        var own = ApprovalRegimes.Create([Regime(Rule("mine")), Regime(Rule("fr")) with { Nation = Given.FR }], "made up");
        var both = ApprovalRegimes.Catalogue.With(own);

        Assert.Equal(35, both.Count);
        Assert.Equal(("fr", "XA"), (both[Given.FR].Rules.Single().Id, both.Last().Nation.Value));
        Assert.Equal(ApprovalRegimes.Catalogue.Select(r => r.Nation), both.Take(34).Select(r => r.Nation));
        Assert.Null(both.FindRule("fr-intervention"));
        Assert.Equal($"{ApprovalRegimes.Catalogue.Note}\nmade up", both.Note);
        Assert.Equal(34, ApprovalRegimes.Catalogue.Count);
        Assert.Equal(ApprovalRegimes.Catalogue, ApprovalRegimes.Catalogue.With(ApprovalRegimes.Create([])));
        Assert.Throws<ArgumentNullException>("other", () => own.With(null!));
        Assert.Null(ApprovalRegimes.Create([]).With(ApprovalRegimes.Create([])).Note);
    }

    [Fact]
    public void With_RuleOfAnotherNationsId_Refused() => Assert.Equal(
        "The model has 1 problem:\n  $.regimes.XA.rules.fr-war: found the id 'fr-war', as in the regime of FR; expected an id that no other rule has.",
        Assert.Throws<CoalitionModelException>(() => ApprovalRegimes.Catalogue.With(ApprovalRegimes.Create([Regime(Rule("fr-war"))]))).Message);

    [Fact]
    public void Create_NationTwiceOrNone_EveryProblem() => Assert.Equal(
        [
            "$.regimes.XA: found a second regime of 'XA'; expected one regime for each nation.",
            "$.regimes: found a regime of no nation; expected an ISO 3166-1 alpha-2 code in capitals, such as FR (the United Kingdom is GB), EU, or a user-assigned one such as XA.",
        ],
        Assert.Throws<CoalitionModelException>(() => ApprovalRegimes.Create([Regime(Rule("a")), Regime(Rule("b")), Regime(Rule("c")) with { Nation = default }]))
            .Problems.Select(p => p.ToString()));

    [Fact]
    public void Create_Misuse_Refused()
    {
        Assert.Throws<ArgumentNullException>("regimes", () => ApprovalRegimes.Create(null!));
        Assert.Throws<ArgumentException>("regimes", () => ApprovalRegimes.Create([null!]));
        Assert.Throws<ArgumentException>("note", () => ApprovalRegimes.Create([], " "));
    }

    [Fact]
    public void Regime_RulesThatCannotBe_RefusedByTheirFirstFault()
    {
        static string Refused(params RegimeRule[] rules) => Assert.Throws<ArgumentException>("Rules", () => Regime([.. rules])).Message;

        Assert.Equal("$.rules.a: found a second rule with the id 'a'; expected an id that no other rule has. (Parameter 'Rules')", Refused(Rule("a"), Rule("a")));
        Assert.Equal("$.rules.a.exceptionTo[0]: found 'b'; expected the id of a rule of the same nation. (Parameter 'Rules')", Refused(Rule("a", null, "b")));
        Assert.Equal(
            "$.rules.a.exceptionTo: found a circle of exceptions: a, b; expected exceptions that lead to a rule which is none. (Parameter 'Rules')",
            Refused(Rule("c", null, "a"), Rule("a", null, "b"), Rule("b", null, "a")));
        Assert.Equal("$.rules: found 33 entries; expected at most 32, the limit in force. (Parameter 'Rules')", Refused([.. Enumerable.Range(0, 33).Select(i => Rule($"r{i}"))]));
        Assert.Equal(32, Regime([.. Enumerable.Range(0, 32).Select(i => Rule($"r{i}"))]).Rules.Length);
        Assert.Throws<ArgumentException>("Rules", () => Regime(default));
    }

    [Fact]
    public void Regime_StepWithWhatItsProcedureHasNoUseFor_Refused()
    {
        static string Refused(RegimeStep step) => Assert.Throws<ArgumentException>("Rules", () => Regime(Rule("a") with { Steps = [step] })).Message;
        var forbidden = new RegimeStep { Procedure = ApprovalProcedure.Prohibited };
        ImmutableArray<Decision> bodies = [new Decision { Body = "House" }];

        Assert.Equal("$.rules.a.steps[0].bodies: found 'bodies' of a step of prohibited; expected no 'bodies' of such a step. (Parameter 'Rules')", Refused(forbidden with { Bodies = bodies }));
        Assert.StartsWith("$.rules.a.steps[0].capHeadcount: ", Refused(forbidden with { CapHeadcount = 5 }), StringComparison.Ordinal);
        Assert.StartsWith("$.rules.a.steps[0].capTotal: ", Refused(forbidden with { CapTotal = 5 }), StringComparison.Ordinal);
        Assert.StartsWith("$.rules.a.steps[0].capDuration: ", Refused(forbidden with { CapDuration = LegalPeriod.Parse("P90D") }), StringComparison.Ordinal);
        Assert.StartsWith("$.rules.a.steps[0].bodies: ", Refused(new() { Procedure = ApprovalProcedure.NotRequired, Bodies = bodies }), StringComparison.Ordinal);
        Assert.StartsWith(
            "$.rules.a.steps[0].combination: ",
            Refused(new() { Procedure = ApprovalProcedure.Consultation, Bodies = bodies, Combination = DecisionCombination.JointSitting }), StringComparison.Ordinal);
    }

    // A model refuses such an approval, so that no rule may make one.
    [Fact]
    public void Regime_SilenceThatIsConsentWithoutATime_Refused() => Assert.Equal(
        "$.rules.a.steps[0].silence: found nothing; expected how long silence must last: a period such as P7D, P4M or '2 sitting days'. (Parameter 'Rules')",
        Assert.Throws<ArgumentException>(
            "Rules", () => Regime(Rule("a") with { Steps = [new RegimeStep { Procedure = ApprovalProcedure.TacitApproval }] })).Message);

    // A question with nothing stated tries every kind of operation, so that there must not be too many.
    [Fact]
    public void Regime_RulesThatTellTooManyOperationsApart_Refused()
    {
        static RegimeRule[] Rules(int supports) =>
        [
            .. Enumerable.Range(0, 5).Select(i => Rule($"frame{i}", new() { Frames = [(OrganisationalFrame)i] })),
            .. Enumerable.Range(0, 8).Select(i => Rule($"zone{i}", new() { Zones = [(Zone)i] })),
            .. Enumerable.Range(0, 12).Select(i => Rule(
                $"support{i}", new() { Support = [.. Enumerable.Range(0, supports).Where(s => ((s + 1) >> i) % 2 == 1).Select(s => $"s{s}"), "all"] })),
            Rule("rest", new() { Armed = true, Urgent = true, UnMandate = true, TreatyBasis = true, HeadcountAtLeast = 5, HeadcountAtMost = 9 }),
        ];

        // Five frames, eight zones, four questions of yes or no, numbers in or out of one stretch; the supports, 'all', and any other.
        Assert.Equal(26, Regime([.. Rules(779)]).Rules.Length);
        Assert.Equal(
            "$.rules: found rules that tell 1000960 kinds of operations apart; expected at most 1000000, so that each can be tried. (Parameter 'Rules')",
            Assert.Throws<ArgumentException>("Rules", () => Regime([.. Rules(780)])).Message);
        Assert.Throws<ArgumentException>("Rules", () => Regime([.. Rules(4_000)]));
        var missing = Assert.IsType<ProcedureAnswer.InputMissing>(Regime([.. Rules(779)]).ProcedureFor(new(), Given.AsOf));
        Assert.Equal(Enum.GetValues<OperationInput>(), missing.Inputs.AsEnumerable());
    }

    [Fact]
    public void Equality_ByWhatTheyHold()
    {
        var regimes = ApprovalRegimes.Create([Regime(Rule("a", new() { Zones = [Zone.Sea] }))], "made up");
        var same = ApprovalRegimes.Create([Regime(Rule("a", new() { Zones = [Zone.Sea] }))], "made up");

        Assert.True(regimes.Equals((object)same));
        Assert.Equal(regimes.GetHashCode(), same.GetHashCode());
        Assert.False(regimes.Equals((object?)null));
        Assert.False(regimes.Equals(ApprovalRegimes.Create(regimes)));
        Assert.False(regimes.Equals(ApprovalRegimes.Create([Regime(Rule("b"))], "made up")));
        Assert.Equal(Operations.Paris, Operations.Paris with { Asserted = [.. Array.Empty<string>()] });
        Assert.NotEqual(Operations.Paris, Operations.Paris with { Asserted = ["a"] });
    }

    [Fact]
    public void Disagreements_ApprovalMadeOfItsRule_None()
    {
        foreach (var regime in ApprovalRegimes.Catalogue)
        {
            if (regime.ProcedureFor(Operations.Paris, Given.AsOf) is ProcedureAnswer.Applies answer)
            {
                Assert.All(answer.ToApprovals("x"), approval => Assert.Empty(Of(approval)));
            }
        }

        Assert.Empty(Of(Approval("gb-armed-conflict", Given.GB) with { Law = null }));
    }

    [Fact]
    public void Disagreements_RuleThatIsNone_OrOfAnotherNation_OrNotKnown()
    {
        Assert.Equal(["x: found 'fr-nothing'; expected the id of a rule of these regimes, by the rule 'fr-nothing'."], Told(Approval("fr-nothing", Given.FR)));
        Assert.Equal(
            ["x: found the nation FR; expected GB, by the rule 'gb-armed-conflict'."],
            Told(((ProcedureAnswer.Applies)ApprovalRegimes.Catalogue[Given.GB].ProcedureFor(Operations.Paris, Given.AsOf)).ToApprovals("x")[0] with { Nation = Given.FR }));
        Assert.Equal(
            ["x: found the procedure priorApproval; expected none, since what the rule asks for is not known, by the rule 'fr-no-intervention'."],
            Told(Approval("fr-no-intervention", Given.FR)));
    }

    // Of two consents that one law asks for, the second was held against the first.
    [Fact]
    public void Disagreements_OfALawWithTwoStepsOfOneProcedure_AgainstTheNearest()
    {
        RegimeStep Consent(string body) => new() { Procedure = ApprovalProcedure.PriorApproval, Bodies = [new Decision { Body = body, Rule = VotingRule.SimpleMajority }] };
        var rule = Rule("a") with { Steps = [Consent("President"), Consent("Parliament")] };
        var second = RegimeSteps.ToApprovals(rule, XA, "x")[1];

        Assert.Empty(RegimeComparison.Compare(second, (XA, rule)));
        var found = Assert.Single(RegimeComparison.Compare(second with { Decisions = [new Decision { Body = "Senate" }] }, (XA, rule)));
        Assert.Equal(("Senate", "President (more than 1/2 of cast)"), (found.Found, found.Expected));
    }

    [Fact]
    public void Disagreements_EveryPartThatDiffers_InItsOrder()
    {
        var france = ApprovalRegimes.Catalogue[Given.FR].ProcedureFor(Operations.Paris, Given.AsOf);
        var asRule = ((ProcedureAnswer.Applies)france).ToApprovals("x")[0];

        // The order of the bodies does not matter, and what no law says of an approval is its own.
        Assert.Empty(Of(asRule with { Decisions = [.. asRule.Decisions.Reverse()], Due = Given.AsOf, Note = null }));
        var found = Of(asRule with
        {
            Procedure = ApprovalProcedure.PriorApproval,
            Decisions = [asRule.Decisions[0] with { Members = 576 }],
            Combination = DecisionCombination.JointSitting,
            InformFirst = true,
            InformWithin = null,
            Silence = LegalPeriod.Parse("P7D"),
            DecideWithin = LegalPeriod.Parse("P60D"),
            DecideFrom = PeriodStart.Information,
            ProvisionalExtension = LegalPeriod.Parse("2 sitting days"),
            StatutoryMandate = new Mandate { Ceilings = [new Ceiling(null, 12)] },
        });

        Assert.Equal(
            [
                "x: found the procedure priorApproval; expected exPostApproval, by the rule 'fr-intervention'.",
                "x: found Assemblée nationale (576 members; more than 1/2 of cast; alone more than 1/2 of cast); expected Assemblée nationale (577 members; more than 1/2 of cast; alone more than 1/2 of cast) and Sénat (348…, by the rule 'fr-intervention'.",
                "x: found jointSitting; expected eachConsents, by the rule 'fr-intervention'.",
                "x: found information before forces act, no time for it; expected no information first, a time for it of P3D, by the rule 'fr-intervention'.",
                "x: found a silence of P7D; expected no silence, by the rule 'fr-intervention'.",
                "x: found a time for consent of P60D from the information; expected a time for consent of P4M, by the rule 'fr-intervention'.",
                "x: found a provisional extension of 2 sitting days; expected no provisional extension, by the rule 'fr-intervention'.",
                "x: found a mandate by law for at most 12 persons; expected no mandate by law, by the rule 'fr-intervention'.",
            ],
            found.Select(d => d.ToString()));
        Assert.Equal(Enum.GetValues<RegimeDisagreementKind>()[3..], found.Select(d => d.Kind));
        Assert.Equal(("x", "fr-intervention"), (found[0].Approval, found[0].Law));
    }

    // Only a set of regimes can tell a misspelt id from one of another nation.
    [Fact]
    public void ProcedureFor_AssertedIdThatNoRuleHas_Refused()
    {
        ProcedureAnswer Ask(params string[] asserted) => ApprovalRegimes.Catalogue.ProcedureFor(Given.DE, Operations.Paris with { Asserted = [.. asserted] }, Given.AsOf);

        Assert.Equal(
            "'de-low-intensty' is asserted: expected the id of a rule of these regimes. (Parameter 'operation')",
            Assert.Throws<ArgumentException>("operation", () => Ask("de-low-intensty")).Message);
        Assert.Equal("de-low-intensity", Ask("fr-war", "de-low-intensity").Rule!.Id);
        Assert.Equal(ApprovalRegimes.Catalogue[Given.DE].ProcedureFor(Operations.Paris, Given.AsOf), Ask());
        Assert.Throws<KeyNotFoundException>(() => ApprovalRegimes.Catalogue.ProcedureFor(XB, Operations.Paris, Given.AsOf));
        Assert.Throws<ArgumentNullException>("operation", () => ApprovalRegimes.Catalogue.ProcedureFor(Given.DE, null!, Given.AsOf));
    }

    // Romania's five days run from the President's decision, the approval's from the day on which forces act.
    [Fact]
    public void ToApprovals_OfATime_TellFromWhatTheLawCountsIt()
    {
        ProcedureAnswer.Applies Ask(string nation, Operation operation) =>
            (ProcedureAnswer.Applies)ApprovalRegimes.Catalogue[new NationCode(nation)].ProcedureFor(operation, Given.AsOf);

        Assert.Equal(
            "Counted from: President's decision. treaty-based case; if in recess, at opening of session",
            Ask("RO", Operations.Paris with { HasTreatyBasis = true }).ToApprovals("x")[1].Note);
        var america = Assert.Single(Ask("US", Operations.Paris).ToApprovals("x")).Note!;
        Assert.StartsWith("Counted from: introduction of forces into hostilities. The law says 48 hours", america, StringComparison.Ordinal);
        Assert.Contains("Counted from: report due or made. plus up to P30D", america, StringComparison.Ordinal);
    }

    private static ParliamentaryApproval Approval(string law, NationCode nation) =>
        new() { Id = "x", Nation = nation, Law = law, Procedure = ApprovalProcedure.PriorApproval };

    private static IEnumerable<string> Told(ParliamentaryApproval approval) => Of(approval).Select(d => d.ToString());

    private static RegimeDisagreement[] Of(ParliamentaryApproval approval) =>
        [.. approval.Law is null ? [] : RegimeComparison.Compare(approval, Cited(approval.Law))];

    private static (NationCode Nation, RegimeRule Rule)? Cited(string law) => ApprovalRegimes.Catalogue
        .SelectMany(r => r.Rules.Select(rule => ((NationCode Nation, RegimeRule Rule)?)(r.Nation, rule))).FirstOrDefault(r => r!.Value.Rule.Id == law);

    [Fact]
    public void Disagreements_OfAModel_OfEachApprovalThatCitesALaw()
    {
        var model = CoalitionModel.Create(Given.Draft with
        {
            Approvals =
            [
                Approval("de-deployment", Given.DE) with { Id = "de-bundestag" },
                Approval("gb-nothing", Given.GB) with { Id = "gb-commons" },
                Approval("x", Given.FR) with { Id = "fr", Law = null },
            ],
        });

        Assert.Equal(
            ["de-bundestag: Decisions", "de-bundestag: ProvisionalExtension", "gb-commons: NoSuchRule"],
            ApprovalRegimes.Catalogue.Disagreements(model).Select(d => $"{d.Approval}: {d.Kind}"));
        Assert.Throws<ArgumentNullException>("model", () => ApprovalRegimes.Catalogue.Disagreements(null!));
    }

    // Sitting days are input that no law can give; the day on which a rule was asked about does not matter to the approval.
    [Fact]
    public void ToApprovals_OfEveryRuleOfTheCatalogue_IsOneThatAModelTakes()
    {
        foreach (var regime in ApprovalRegimes.Catalogue)
        {
            foreach (var rule in regime.Rules.Where(r => r.NotKnown is null))
            {
                var approvals = RegimeSteps.ToApprovals(rule, regime.Nation, "x");
                var isInSittingDays = approvals.SelectMany(a => new[] { a.Silence, a.ProvisionalExtension }).Any(p => p?.SittingDays is not null);
                var model = CoalitionModel.Create(new CoalitionDraft
                {
                    AsOf = Given.AsOf,
                    Nations = [new Nation { Code = regime.Nation, Name = regime.Name, Roles = [NationRole.Host] }],
                    Approvals = [.. approvals.Select(a => a with { SittingDays = isInSittingDays ? [Given.AsOf] : [] })],
                });

                Assert.Empty(ApprovalRegimes.Catalogue.Disagreements(model));
            }
        }
    }

    [Fact]
    public void ToApprovals_OfANumberUpToWhichNoVoteIsNeeded_TheMandateOfTheLaw()
    {
        var sweden = RegimeSteps.ToApprovals(ApprovalRegimes.Catalogue.FindRule("se-nato-short-notice")!, new NationCode("SE"), "x")[0];
        var estonia = RegimeSteps.ToApprovals(ApprovalRegimes.Catalogue.FindRule("ee-framework")!, new NationCode("EE"), "x")[0];

        Assert.Equal(new Ceiling(null, 500), Assert.Single(sweden.StatutoryMandate!.Ceilings));
        Assert.StartsWith("Caps: at most 1000 persons in all, for at most P90D. The Government decides", sweden.Note, StringComparison.Ordinal);
        Assert.Null(estonia.StatutoryMandate);
        Assert.StartsWith("Caps: at most 100 persons in all. ", estonia.Note, StringComparison.Ordinal);
    }
}
