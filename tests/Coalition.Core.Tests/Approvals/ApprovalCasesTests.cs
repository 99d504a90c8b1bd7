using System.Text.Json;
using Coalition.Approvals;
using Coalition.Requirements;
using NodaTime;
using NodaTime.Text;

namespace Coalition.Tests.Approvals;

/// <summary>Every case of the project's research (<c>Data/approval-cases.json</c>), by what the file itself gives and expects.</summary>
/// <remarks>Cases marked "verify" are no authority for what happened: they hold the arithmetic only. Days that a case does not give are made up.</remarks>
public class ApprovalCasesTests
{
    private static readonly JsonElement[] Cases =
        [.. JsonDocument.Parse(Repository.Bytes("tests", "Coalition.Core.Tests", "Data", "approval-cases.json")).RootElement.EnumerateArray()];

    private static readonly LocalDate Day = new(2025, 6, 5);

    private static readonly string[] VoteIds =
    [
        "TR-2003-03-01", "TR-2023-tezkere", "CA-2006-05-17", "CA-2008-03-13", "BE-2011-03-21", "DE-KFOR-2025", "HR-2022-12-16", "GB-2013-08-29",
        "UA-2953-2016", "SE-2025-12-10",
    ];

    public static TheoryData<string> Votes => [.. VoteIds];

    [Fact]
    public void Cases_AreAllTested()
    {
        string[] others = ["DE-2017-bridge", "DE-silence", "FR-art35", "HR-threshold", "LV-2011", "LU-overlap"];

        Assert.Equal(Cases.Select(c => c.GetProperty("id").GetString()!).Order(), VoteIds.Concat(others).Order());
    }

    [Theory]
    [MemberData(nameof(Votes))]
    public void Vote_OfTheCase_HasTheResultThatTheCaseExpects(string id)
    {
        var (input, expected) = (Input(id), Expected(id));
        var result = expected.GetProperty("result").GetString()!;
        var procedure = Procedure(id, result);
        var rule = Rule(input);
        var tally = input.TryGetProperty("yes", out var yes)
            ? new Tally(yes.GetInt32(), Number(input, "no") ?? 0, Number(input, "abstain") ?? 0) : null;
        var approval = new ParliamentaryApproval
        {
            Id = "a",
            Nation = new NationCode(id[..2]),
            Procedure = procedure,
            Decisions = [new Decision { Body = "Parliament", Members = Number(input, "members"), Rule = rule }],
            Acts = [.. Before(procedure, result), Vote(result, tally, AskedMandate(input))],
        };
        var state = Model(approval).ApprovalState("a", Day);

        Assert.Equal(
            result switch
            {
                "Rejected" => "rejected",
                "ApprovedWithConditions" => "approved with conditions",
                "Supported" => "supported by a vote that does not bind",
                _ => "approved",
            },
            state.Name);
        if (expected.TryGetProperty("needed", out var needed))
        {
            var total = rule!.Of == VoteBase.Members ? approval.Decisions[0].Members!.Value : tally!.Present;
            Assert.Equal(needed.GetInt32(), rule.VotesNeeded(total));
        }

        if (expected.TryGetProperty("binding", out var binding))
        {
            Assert.Equal(binding.GetBoolean(), procedure.VoteBinds());
        }

        // The other way round the count contradicts the outcome, and that is an error.
        if (tally is not null && procedure != ApprovalProcedure.InformationOnly)
        {
            var opposite = approval with { Acts = [.. Before(procedure, result), Vote(result == "Rejected" ? "Approved" : "Rejected", tally, null)] };
            Assert.Contains("recorded as", Assert.Throws<CoalitionModelException>(() => Model(opposite)).Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Turkey2003_AbstentionsAreAmongThosePresent()
    {
        var input = Input("TR-2003-03-01");

        Assert.Equal(input.GetProperty("present").GetInt32(), new Tally(264, 250, 19).Present);
    }

    [Theory]
    [InlineData("TR-2023-tezkere", "2025-06-04")]
    [InlineData("DE-KFOR-2025", "2026-06-04")]
    public void Mandate_OfTheCase_EndsAfterItsDuration(string id, string until)
    {
        var from = id.StartsWith("TR", StringComparison.Ordinal) ? Day.PlusYears(-2) : Day;
        var duration = PeriodPattern.Roundtrip.Parse((id == "DE-KFOR-2025" ? Input(id) : Expected(id)).GetProperty("duration").GetString()!).Value;

        Assert.Equal(until, LocalDatePattern.Iso.Format(from.Plus(duration).PlusDays(-1)));
    }

    // By the catalogue Canada's law asks for no vote, so that the one which was held is on record there and binds nobody.
    [Fact]
    public void Canada2006_UnderTheLawOfTheCatalogue_IsAVoteThatDoesNotBind()
    {
        var input = Input("CA-2006-05-17");
        var canada = ApprovalRegimes.Catalogue[new NationCode("CA")].ProcedureFor(new Operation(), Day);
        var approval = Assert.Single(((ProcedureAnswer.Applies)canada).ToApprovals("a")) with
        {
            Acts = [new ApprovalAct.Approved { On = Day, Tally = new Tally(input.GetProperty("yes").GetInt32(), input.GetProperty("no").GetInt32()) }],
        };

        Assert.Equal(ApprovalProcedure.NotRequired, approval.Procedure);
        Assert.Equal(new ParliamentaryApprovalState.Advised(Day, Supported: true), Model(approval).ApprovalState("a", Day));
        Assert.Equal("not required", Model(approval).ApprovalState("a", Day.PlusDays(-1)).Name);
    }

    [Fact]
    public void GermanyKfor2025_RenewedUnchanged_IsExtended()
    {
        var ceiling = new Ceiling(null, Input("DE-KFOR-2025").GetProperty("ceiling").GetInt64());
        var model = Model(Prior(
            new ApprovalAct.Submitted { On = Day.PlusYears(-1), Mandate = new Mandate { Until = Day.PlusDays(10), Ceilings = [ceiling] } },
            new ApprovalAct.Approved { On = Day.PlusYears(-1) },
            new ApprovalAct.Submitted { On = Day, Mandate = new Mandate { From = Day.PlusDays(11), Until = Day.PlusYears(1), Ceilings = [ceiling] } },
            new ApprovalAct.Approved { On = Day, Tally = new Tally(391, 189, 2) }));

        Assert.IsType<MandateState.Active>(model.MandateState("a", Day));
        Assert.IsType<MandateState.Extended>(model.MandateState("a", Day.PlusDays(11)));
        Assert.Equal("Extended", Expected("DE-KFOR-2025").GetProperty("result").GetString());
    }

    [Fact]
    public void Germany2017_BridgedForThreeMonths_TheNewParliamentVotesAgain()
    {
        var bridge = PeriodPattern.Roundtrip.Parse(Input("DE-2017-bridge").GetProperty("duration").GetString()!).Value;
        var end = new LocalDate(2017, 9, 30);
        var model = Model(Prior(
            new ApprovalAct.Submitted { On = end.PlusYears(-1), Mandate = new Mandate { Until = end } },
            new ApprovalAct.Approved { On = end.PlusYears(-1) },
            new ApprovalAct.Submitted { On = end.PlusMonths(-3), Mandate = new Mandate { From = end.PlusDays(1), Until = end.Plus(bridge) } },
            new ApprovalAct.Approved { On = end.PlusMonths(-3) },
            new ApprovalAct.Submitted { On = end.PlusMonths(2), Mandate = new Mandate { From = end.Plus(bridge).PlusDays(1) } },
            new ApprovalAct.Approved { On = end.PlusMonths(2) }));

        Assert.All(
            Enumerable.Range(-10, 400).Select(end.PlusDays),
            day => Assert.IsNotType<MandateState.Expired>(model.MandateState("a", day)));
        Assert.IsType<MandateState.Extended>(model.MandateState("a", end.PlusDays(1)));
    }

    [Fact]
    public void GermanySilence_ForSevenDays_IsConsentFromTheDayAfter()
    {
        var input = Input("DE-silence");
        var distributed = Date(input, "distributed");
        var approval = new ParliamentaryApproval
        {
            Id = "a",
            Nation = new NationCode("DE"),
            Procedure = ApprovalProcedure.TacitApproval,
            Silence = LegalPeriod.Parse(input.GetProperty("period").GetString()!),
            Acts = [new ApprovalAct.Submitted { On = distributed }],
        };
        var model = Model(approval, new LocalDate(2026, 12, 31));

        Assert.Equal("end of 2026-03-09", Expected("DE-silence").GetProperty("after").GetString());
        Assert.Equal("submitted", model.ApprovalState("a", new LocalDate(2026, 3, 9)).Name);
        Assert.Equal("approved tacitly", model.ApprovalState("a", new LocalDate(2026, 3, 10)).Name);
    }

    [Fact]
    public void FranceArticle35_TwoDeadlinesFromTheStart()
    {
        var begun = Date(Input("FR-art35"), "start");
        var model = Model(
            new ParliamentaryApproval
            {
                Id = "a",
                Nation = new NationCode("FR"),
                Procedure = ApprovalProcedure.ExPostApproval,
                InformWithin = LegalPeriod.Parse("P3D"),
                DecideWithin = LegalPeriod.Parse("P4M"),
                Acts = [new ApprovalAct.Begun { On = begun }],
            },
            new LocalDate(2026, 12, 31));

        Assert.Equal(
            [
                new ApprovalDeadline(DeadlineKind.Information, Date(Expected("FR-art35"), "informBy")),
                new ApprovalDeadline(DeadlineKind.Consent, Date(Expected("FR-art35"), "voteNeededBeyond")),
            ],
            model.Deadlines("a", begun).AsEnumerable());
    }

    [Fact]
    public void CroatiaThreshold_HangsOnThePresident()
    {
        var members = Input("HR-threshold").GetProperty("members").GetInt32();
        var expected = Expected("HR-threshold");

        Assert.Equal(expected.GetProperty("withConsent").GetInt64(), VotingRule.Parse("more than 1/2 of members").VotesNeeded(members));
        Assert.Equal(expected.GetProperty("withoutConsent").GetInt64(), VotingRule.Parse("at least 2/3 of members").VotesNeeded(members));
    }

    [Fact]
    public void Latvia2011_TheGovernmentExtends_AsFarAsParliamentLetIt()
    {
        var (end, delegated) = (Date(Input("LV-2011"), "mandateEnds"), Date(Input("LV-2011"), "delegatedUntil"));
        ApprovalAct[] given =
        [
            new ApprovalAct.Submitted { On = end.PlusYears(-1), Mandate = new Mandate { Until = end, ExtendableUntil = delegated } },
            new ApprovalAct.Approved { On = end.PlusYears(-1) },
        ];
        var model = Model(Prior([.. given, new ApprovalAct.Extended { On = end.PlusDays(-1), Until = delegated }]));

        Assert.IsType<MandateState.Active>(model.MandateState("a", end));
        Assert.IsType<MandateState.Extended>(model.MandateState("a", delegated));
        Assert.Equal(new MandateState.Expired(delegated), model.MandateState("a", delegated.PlusDays(1)));
        Assert.Throws<CoalitionModelException>(
            () => Model(Prior([.. given, new ApprovalAct.Extended { On = end.PlusDays(-1), Until = delegated.PlusDays(1) }])));
    }

    [Fact]
    public void LuxembourgOverlap_OfContingents_IsNotCounted()
    {
        var input = Input("LU-overlap");
        var (ceiling, present) = (input.GetProperty("ceiling").GetInt64(), input.GetProperty("present").GetInt64());
        var mandate = new Mandate { ExcludesReliefOverlap = true };

        Assert.Equal(
            Expected("LU-overlap").GetProperty("withinCeiling").GetBoolean(), mandate.CountTowardsCeiling(present, beingRelieved: present - ceiling) <= ceiling);
        Assert.True(Mandate.Unlimited.CountTowardsCeiling(present, beingRelieved: present - ceiling) > ceiling);
    }

    private static ApprovalProcedure Procedure(string id, string result) => result == "Supported" ? ApprovalProcedure.InformationOnly
        : id[..2] is "CA" or "GB" ? ApprovalProcedure.CommitmentToVote
        : ApprovalProcedure.PriorApproval;

    private static ApprovalAct[] Before(ApprovalProcedure procedure, string result) =>
        procedure == ApprovalProcedure.InformationOnly ? [new ApprovalAct.Informed { On = Day }]
        : result == "Extended" ?
            [
                new ApprovalAct.Submitted { On = Day.PlusDays(-40) }, new ApprovalAct.Approved { On = Day.PlusDays(-30) },
                new ApprovalAct.Submitted { On = Day.PlusDays(-1) },
            ]
        : [new ApprovalAct.Submitted { On = Day.PlusDays(-1) }];

    private static ApprovalAct Vote(string result, Tally? tally, Mandate? mandate) => result == "Rejected"
        ? new ApprovalAct.Rejected { On = Day, Body = "Parliament", Tally = tally }
        : new ApprovalAct.Approved { On = Day, Body = "Parliament", Tally = tally, Mandate = mandate };

    private static VotingRule? Rule(JsonElement input) => !input.TryGetProperty("yes", out _) ? null
        : !input.TryGetProperty("rule", out var rule) ? VotingRule.SimpleMajority
        : VotingRule.Parse(rule.GetString() switch
        {
            "AbsoluteMajorityOfPresent" => "more than 1/2 of present",
            "AbsoluteMajorityOfMembers" => "more than 1/2 of members",
            "TwoThirdsOfMembers" => "at least 2/3 of members",
            var other => throw new ArgumentException($"The rule {other} is not known."),
        });

    // What the case gives of the mandate: ceilings, and conditions that become a requirement where they ask for allied troops.
    private static Mandate? AskedMandate(JsonElement input) => input.TryGetProperty("conditions", out _)
        ? new Mandate { Condition = new Requirement.Total(new PledgeFilter { Support = ["land"] }, 1000) }
        : input.TryGetProperty("land", out var land)
            ? new Mandate
            {
                Until = Date(input, "until"),
                Ceilings = [new Ceiling("land", land.GetInt64()), new Ceiling("naval", Number(input, "naval")!.Value), new Ceiling("air", Number(input, "air")!.Value)],
            }
            : null;

    private static ParliamentaryApproval Prior(params ApprovalAct[] acts) =>
        new() { Id = "a", Nation = new NationCode("DE"), Procedure = ApprovalProcedure.PriorApproval, Acts = [.. acts] };

    private static CoalitionModel Model(ParliamentaryApproval approval, LocalDate? asOf = null) => CoalitionModel.Create(new CoalitionDraft
    {
        AsOf = asOf ?? new LocalDate(2026, 1, 10),
        Nations = [new Nation { Code = approval.Nation, Name = approval.Nation.Value, Roles = [NationRole.Host] }],
        Approvals = [approval],
    });

    private static JsonElement Input(string id) => Case(id).GetProperty("input");

    private static JsonElement Expected(string id) => Case(id).GetProperty("expected");

    private static JsonElement Case(string id) => Cases.Single(c => c.GetProperty("id").GetString() == id);

    private static int? Number(JsonElement element, string name) => element.TryGetProperty(name, out var number) ? number.GetInt32() : null;

    private static LocalDate Date(JsonElement element, string name) => LocalDatePattern.Iso.Parse(element.GetProperty(name).GetString()!).Value;
}
