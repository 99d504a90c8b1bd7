using System.Collections.Immutable;
using Coalition.Approvals;
using Coalition.Requirements;
using Coalition.Tests.Fixtures;

namespace Coalition.Tests.Internal;

/// <summary>What spans several records: every problem that a model as a whole can have, verbatim.</summary>
public class ModelCheckerTests
{
    private const string SupportTypes =
        "a support type that the model declares, or one of land, naval, air, special-forces, air-defence, strategic-lift, logistics, engineering, "
        + "intelligence, training, weapons, technology, monitoring, sanctions, financial-aid, humanitarian-aid, strategic-deterrence";

    private const string Firm = "\"nation\": \"FR\", \"support\": \"land\", \"stage\": \"firm\"";

    private const string Force = "\"pillar\": \"other\", \"beneficiary\": \"UA\", \"standards\": { \"s\": { \"requires\": \"always\" } }";

    [Theory]
    [InlineData("sources", "s", "{ \"label\": \"fact\", \"title\": \"x\" }")]
    [InlineData("supportTypes", "drones", "{ \"name\": \"Drones\", \"family\": \"materiel\", \"unit\": \"drones\" }")]
    [InlineData("nations", "FR", "{ \"name\": \"France\" }")]
    [InlineData("circumstances", "c", "{ \"title\": \"x\" }")]
    [InlineData("approvals", "a", "{ \"nation\": \"FR\", \"procedure\": \"priorApproval\" }")]
    [InlineData("pledges", "p", "{ " + Firm + " }")]
    [InlineData("guarantees", "g", "{ " + Force + " }")]
    public void Read_KeyTwice_ReportsTheSecondEntry(string list, string id, string entry)
    {
        var nations = list == "nations" ? "" : "\"nations\": { \"FR\": { \"name\": \"France\" }, \"UA\": { \"name\": \"Ukraine\", \"roles\": [\"host\"] } }, ";

        Assert.Equal(
            $"$.{list}.{id}: found a second entry with the id '{id}'; expected an id that no other entry of the list, and no well-known support type, has.",
            Given.Problems(Given.Text($"{nations}\"{list}\": {{ \"{id}\": {entry}, \"{id}\": {entry} }}")));
    }

    [Fact]
    public void Create_TwoEntriesWithOneId_ReportsTheSecond()
    {
        var pledge = Given.Pledge("p", Given.FR, 1);

        Assert.Equal(
            "$.pledges.p: found a second entry with the id 'p'; expected an id that no other entry of the list, and no well-known support type, has.",
            Given.Problems(Given.Draft with { Pledges = [pledge, pledge with { Nation = Given.DE }] }));
        Assert.Equal(
            "$.nations.FR: found a second entry with the id 'FR'; expected an id that no other entry of the list, and no well-known support type, has.",
            Given.Problems(Given.Draft with { Nations = [.. Given.Draft.Nations, new Nation { Code = Given.FR, Name = "France again" }] }));
    }

    [Fact]
    public void Create_SupportTypeCalledLikeAWellKnownOne_Refused() => Assert.Equal(
        "$.supportTypes.land: found a second entry with the id 'land'; expected an id that no other entry of the list, and no well-known support type, has.",
        Given.Problems(Given.Text("\"supportTypes\": { \"land\": { \"name\": \"Land\", \"family\": \"forces\", \"unit\": \"brigades\" } }")));

    [Fact]
    public void Create_SupportTypeCalledTotal_Refused() => Assert.Equal(
        "$.supportTypes.total: found a support type called 'total'; expected another id: 'total' names the ceiling in total.",
        Given.Problems(Given.Text("\"supportTypes\": { \"total\": { \"name\": \"Total\", \"family\": \"forces\", \"unit\": \"brigades\" } }")));

    [Fact]
    public void Create_PledgeOfAnUnknownTypeWhereThereAreNoNations_EveryProblem() => Assert.Equal(
        $"$.pledges.p.nation: found 'FR'; expected the code of a nation of this model.\n$.pledges.p.support: found 'lasers'; expected {SupportTypes}.",
        Given.Problems(Given.Draft with { Nations = [], Pledges = [Given.Pledge("p", Given.FR, 1) with { Support = "lasers" }] }));

    [Theory]
    [InlineData("\"circumstances\": { \"c\": { \"title\": \"x\", \"source\": \"gone\" } }", "$.circumstances.c")]
    [InlineData("\"circumstances\": { \"c\": { \"title\": \"x\", \"events\": [{ \"event\": \"occurred\", \"on\": \"2026-01-01\", \"source\": \"gone\" }] } }", "$.circumstances.c.events[0]")]
    [InlineData("\"approvals\": { \"a\": { \"nation\": \"FR\", \"procedure\": \"priorApproval\", \"source\": \"gone\" } }", "$.approvals.a")]
    [InlineData("\"approvals\": { \"a\": { \"nation\": \"FR\", \"procedure\": \"priorApproval\", \"acts\": [{ \"act\": \"submitted\", \"on\": \"2026-01-01\", \"source\": \"gone\" }] } }", "$.approvals.a.acts[0]")]
    [InlineData("\"pledges\": { \"p\": { " + Firm + ", \"source\": \"gone\" } }", "$.pledges.p")]
    [InlineData("\"pledges\": { \"p\": { " + Firm + ", \"amount\": [{ \"from\": 1 }, { \"from\": 1, \"source\": \"gone\" }] } }", "$.pledges.p.amount[1]")]
    [InlineData("\"pledges\": { \"p\": { " + Firm + ", \"stages\": [{ \"stage\": \"firm\", \"on\": \"2026-01-01\", \"source\": \"gone\" }] } }", "$.pledges.p.stages[0]")]
    [InlineData("\"guarantees\": { \"g\": { " + Force + ", \"source\": \"gone\" } }", "$.guarantees.g")]
    [InlineData("\"guarantees\": { \"g\": { \"pillar\": \"other\", \"beneficiary\": \"UA\", \"standards\": { \"s\": { \"requires\": \"always\", \"source\": \"gone\" } } } }", "$.guarantees.g.standards.s")]
    public void Source_Dangling_Reported(string body, string place) =>
        Assert.Equal($"{place}.source: found 'gone'; expected the id of a source of this model.", Given.Problems(Given.Text(body)));

    [Theory]
    [InlineData("\"pledges\": { \"p\": { \"nation\": \"PL\", \"support\": \"land\", \"stage\": \"firm\" } }", "$.pledges.p.nation")]
    [InlineData("\"approvals\": { \"a\": { \"nation\": \"PL\", \"procedure\": \"priorApproval\" } }", "$.approvals.a.nation")]
    [InlineData("\"approvals\": { \"a\": { \"nation\": \"PL\", \"procedure\": \"hostConsent\" } }", "$.approvals.a.nation")]
    [InlineData("\"guarantees\": { \"g\": { \"pillar\": \"other\", \"beneficiary\": \"PL\", \"standards\": { \"s\": { \"requires\": \"always\" } } } }", "$.guarantees.g.beneficiary")]
    public void Nation_Dangling_Reported(string body, string place) =>
        Assert.Equal($"{place}: found 'PL'; expected the code of a nation of this model.", Given.Problems(Given.Text(body)));

    [Fact]
    public void Nation_DefaultCode_ReportedAndNotThrown() => Assert.Equal(
        "$.pledges.p.nation: found ''; expected the code of a nation of this model.",
        Given.Problems(Given.Draft with { Pledges = [Given.Pledge("p", default, 1)] }));

    [Fact]
    public void Support_Dangling_Reported() => Assert.Equal(
        $"$.pledges.p.support: found 'tanks'; expected {SupportTypes}.",
        Given.Problems(Given.Text("\"pledges\": { \"p\": { \"nation\": \"FR\", \"support\": \"tanks\", \"stage\": \"firm\" } }")));

    [Theory]
    [InlineData("\"pledges\": { \"p\": { " + Firm + ", \"readiness\": { \"notice\": \"P1D\", \"from\": \"gone\" } } }", "$.pledges.p.readiness.from")]
    [InlineData("\"guarantees\": { \"g\": { " + Force + ", \"trigger\": \"gone\" } }", "$.guarantees.g.trigger")]
    public void Circumstance_Dangling_Reported(string body, string place) =>
        Assert.Equal($"{place}: found 'gone'; expected the id of a circumstance of this model.", Given.Problems(Given.Text(body)));

    [Fact]
    public void Needs_Dangling_Reported() => Assert.Equal(
        "$.pledges.p.needs[0]: found 'gone'; expected the id of an approval of this model.",
        Given.Problems(Given.Text("\"pledges\": { \"p\": { " + Firm + ", \"needs\": [\"gone\"] } }")));

    [Fact]
    public void Needs_TextThatIsNoId_ReportedClipped() => Assert.Equal(
        $"$.pledges.p.needs[0]: found '{new string('X', 99)}…; expected the id of an approval of this model.",
        Given.Problems(Given.Draft with { Pledges = [Given.Pledge("p", Given.FR) with { Needs = [new string('X', 200)] }] }));

    [Fact]
    public void References_ToBrokenEntries_DoNotDangle()
    {
        // Each entry has a fault of its own, and each is referred to.
        var text = Given.Text(
            """
            "sources": { "s": { "label": "rumour", "title": "x" } },
            "supportTypes": { "t": { "name": "T", "family": "food", "unit": "tonnes" } },
            "nations": { "FR": { "name": "" }, "UA": { "name": "Ukraine", "roles": ["host"] } },
            "circumstances": { "c": { "title": "" } },
            "approvals": { "a": { "nation": "FR", "procedure": "decree" } },
            "pledges": {
              "p": { "nation": "FR", "support": "t", "stage": "promised" },
              "q": {
                "nation": "FR", "support": "t", "stage": "firm", "needs": ["a"], "source": "s", "readiness": { "notice": "P1D", "from": "c" },
                "condition": { "allOf": [{ "contributors": { "pledges": ["p"] }, "atLeast": 1 }, { "holds": "c" }, { "met": "g" }, { "contributes": "FR" }] }
              }
            },
            "guarantees": {
              "g": { "pillar": "first", "beneficiary": "FR", "standards": { "s": { "requires": "always" } } },
              "h": { "pillar": "other", "beneficiary": "FR", "trigger": "c", "source": "s", "standards": { "s": { "requires": { "met": "g", "standard": "x" } } } }
            }
            """);

        Assert.Equal(
            $"""
            $.sources.s.label: found 'rumour'; expected one of illustrative, derived, estimate, fact.
            $.supportTypes.t.family: found 'food'; expected {Json.BadShapes.AFamily}.
            $.nations.FR.name: found ''; expected text that is not blank.
            $.circumstances.c.title: found ''; expected text that is not blank.
            $.approvals.a.procedure: found 'decree'; expected {Json.BadShapes.AProcedure}.
            $.pledges.p.stage: found 'promised'; expected {Json.BadShapes.AStage}.
            $.guarantees.g.pillar: found 'first'; expected {Json.BadShapes.APillar}.
            """,
            Given.Problems(text));
    }

    [Fact]
    public void Read_ProblemsOfShapeAndReference_AllReportedShapeFirst()
    {
        var text = Given.Text(
            """
            "circumstances": { "c": { "title": "x", "source": "gone" }, "d": { "title": 1 } },
            "pledges": {
              "p": { "nation": "PL", "support": "land", "stage": "firm", "needs": ["gone"] },
              "q": { "nation": "FR", "support": "land", "stage": "firm", "amount": [{ "from": -1 }, { "to": "x" }], "zone": "front" }
            },
            "guarantees": { "g": { "pillar": "other", "beneficiary": "PL", "standards": {} } }
            """);

        Assert.Equal(
            $"""
            $.circumstances.d.title: found 1; expected text that is not blank.
            $.pledges.q.amount[0].from: found -1; expected a whole number from 0 to 9223372036854775807.
            $.pledges.q.amount[1].to: found 'x'; expected a whole number from 0 to 9223372036854775807.
            $.pledges.q.zone: found 'front'; expected {Json.BadShapes.AZone}.
            $.circumstances.c.source: found 'gone'; expected the id of a source of this model.
            $.pledges.p.nation: found 'PL'; expected the code of a nation of this model.
            $.pledges.p.needs[0]: found 'gone'; expected the id of an approval of this model.
            $.guarantees.g.beneficiary: found 'PL'; expected the code of a nation of this model.
            $.guarantees.g.standards: found no standard; expected at least one.
            """,
            Given.Problems(text));
    }

    [Fact]
    public void Roles_OneTwice_Refused() => Assert.Equal(
        "$.nations.FR.roles: found a role named twice; expected each role at most once.",
        Given.Problems(Given.Text("\"nations\": { \"FR\": { \"name\": \"France\", \"roles\": [\"host\", \"observer\", \"host\"] } }")));

    [Fact]
    public void Pledge_WithoutAStage_Refused() => Assert.Equal(
        "$.pledges.p: found no stage; expected 'stage', or at least one entry of 'stages'.",
        Given.Problems(Given.Text("\"pledges\": { \"p\": { \"nation\": \"FR\", \"support\": \"land\" } }")));

    [Fact]
    public void Unit_ThatNoTypeHas_Refused() => Assert.Equal(
        "$.pledges.p.unit: found 'tonnes'; expected a well-known unit, a currency, or the unit of a support type of this model.",
        Given.Problems(Given.Text("\"pledges\": { \"p\": { " + Firm + ", \"unit\": \"tonnes\" } }")));

    [Theory]
    [InlineData("brigades")]
    [InlineData("SEK")]
    [InlineData("drones")]
    public void Unit_WellKnownOrACurrencyOrOfAType_Allowed(string unit) => Assert.Equal(
        new Unit(unit),
        Given.Model(
            "\"supportTypes\": { \"drones\": { \"name\": \"Drones\", \"family\": \"materiel\", \"unit\": \"drones\" } }, "
            + "\"pledges\": { \"p\": { " + Firm + ", \"unit\": \"" + unit + "\" } }").Pledges[0].Unit);

    [Theory]
    [InlineData("\"pledges\": { \"p\": { " + Firm + ", \"from\": \"2026-02-01\", \"until\": \"2026-01-31\" } }", "$.pledges.p")]
    [InlineData("\"guarantees\": { \"g\": { " + Force + ", \"from\": \"2026-02-01\", \"until\": \"2026-01-31\" } }", "$.guarantees.g")]
    [InlineData("\"approvals\": { \"a\": { \"nation\": \"FR\", \"procedure\": \"priorApproval\", \"acts\": [{ \"act\": \"submitted\", \"on\": \"2026-01-01\", \"mandate\": { \"from\": \"2026-02-01\", \"until\": \"2026-01-31\" } }] } }", "$.approvals.a.acts[0].mandate")]
    public void Period_EndsBeforeItBegins_Refused(string body, string place) => Assert.Equal(
        $"{place}.until: found 2026-01-31; expected a day on or after the first, 2026-02-01.", Given.Problems(Given.Text(body)));

    [Fact]
    public void Period_OfOneDay_Allowed() => Assert.Single(
        Given.Model("\"pledges\": { \"p\": { " + Firm + ", \"from\": \"2026-02-01\", \"until\": \"2026-02-01\" } }").Pledges);

    [Theory]
    [InlineData("\"circumstances\": { \"c\": { \"title\": \"x\", \"events\": [{ \"event\": \"occurred\", \"on\": \"2026-01-11\" }] } }", "$.circumstances.c.events[0]")]
    [InlineData("\"approvals\": { \"a\": { \"nation\": \"FR\", \"procedure\": \"priorApproval\", \"acts\": [{ \"act\": \"submitted\", \"on\": \"2026-01-11\" }] } }", "$.approvals.a.acts[0]")]
    [InlineData("\"pledges\": { \"p\": { \"nation\": \"FR\", \"support\": \"land\", \"stages\": [{ \"stage\": \"firm\", \"on\": \"2026-01-11\" }] } }", "$.pledges.p.stages[0]")]
    public void Fact_AfterAsOf_RefusedUnlessAssumed(string body, string place)
    {
        Assert.Equal(
            $"{place}.on: found 2026-01-11; expected a day up to the model's as-of date, 2026-01-10, or an entry marked as assumed.",
            Given.Problems(Given.Text(body)));
        Assert.NotNull(Given.Model(body.Replace("2026-01-11\"", "2026-01-11\", \"assumed\": true", StringComparison.Ordinal)));
        Assert.NotNull(Given.Model(body.Replace("2026-01-11", "2026-01-10", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("\"sources\": { \"s\": { \"label\": \"fact\", \"title\": \"x\", \"published\": \"2026-01-11\" } }", "$.sources.s")]
    [InlineData("\"pledges\": { \"p\": { " + Firm + ", \"amount\": [{ \"from\": 1, \"published\": \"2026-01-11\" }] } }", "$.pledges.p.amount[0]")]
    [InlineData("\"circumstances\": { \"c\": { \"title\": \"x\", \"events\": [{ \"event\": \"occurred\", \"on\": \"2026-01-01\", \"published\": \"2026-01-11\" }] } }", "$.circumstances.c.events[0]")]
    [InlineData("\"approvals\": { \"a\": { \"nation\": \"FR\", \"procedure\": \"priorApproval\", \"acts\": [{ \"act\": \"submitted\", \"on\": \"2026-01-01\", \"published\": \"2026-01-11\" }] } }", "$.approvals.a.acts[0]")]
    [InlineData("\"pledges\": { \"p\": { \"nation\": \"FR\", \"support\": \"land\", \"stages\": [{ \"stage\": \"firm\", \"on\": \"2026-01-01\", \"published\": \"2026-01-11\" }] } }", "$.pledges.p.stages[0]")]
    public void Published_AfterAsOf_Refused(string body, string place)
    {
        Assert.Equal($"{place}.published: found 2026-01-11; expected a date up to the model's as-of date, 2026-01-10.", Given.Problems(Given.Text(body)));

        // A month counts from its last day.
        Assert.Equal(
            $"{place}.published: found 2026-01; expected a date up to the model's as-of date, 2026-01-10.",
            Given.Problems(Given.Text(body.Replace("2026-01-11", "2026-01", StringComparison.Ordinal))));
    }

    [Fact]
    public void Assumption_Published_Refused() => Assert.Equal(
        "$.pledges.p.stages[0].published: found a publication date of an assumption; expected none: an assumption is always on record.",
        Given.Problems(Given.Text(
            "\"pledges\": { \"p\": { \"nation\": \"FR\", \"support\": \"land\", \"stages\": "
            + "[{ \"stage\": \"firm\", \"on\": \"2026-01-01\", \"published\": \"2026-01-02\", \"assumed\": true }] } }")));

    [Fact]
    public void Stages_TwoOnOneDay_Refused() => Assert.Equal(
        "$.pledges.p.stages: found offered and firm on 2026-01-02; expected one stage a day.",
        Given.Problems(Given.Text(
            "\"pledges\": { \"p\": { \"nation\": \"FR\", \"support\": \"land\", \"stages\": [{ \"stage\": \"offered\", \"on\": \"2026-01-02\" }, "
            + "{ \"stage\": \"declared\", \"on\": \"2026-01-01\" }, { \"stage\": \"firm\", \"on\": \"2026-01-02\" }] } }")));

    [Fact]
    public void Stages_TheSameTwiceOnOneDay_Allowed() => Assert.Equal(
        PledgeStage.Firm,
        Given.Model(
            "\"pledges\": { \"p\": { \"nation\": \"FR\", \"support\": \"land\", \"stages\": [{ \"stage\": \"firm\", \"on\": \"2026-01-02\", \"note\": \"one\" }, "
            + "{ \"stage\": \"firm\", \"on\": \"2026-01-02\", \"note\": \"two\" }] } }").StageOf("p", Given.AsOf));

    [Theory]
    [InlineData("\"host\": \"DE\"", "'DE'")]
    [InlineData("\"host\": \"PL\"", "'PL'")]
    public void Host_ThatIsNone_Refused(string host, string found) => Assert.Equal(
        $"$.pledges.p.host: found {found}; expected a nation of this model with the role host.",
        Given.Problems(Given.Text("\"pledges\": { \"p\": { " + Firm + ", " + host + " } }")));

    [Theory]
    [InlineData("lineOfContact")]
    [InlineData("forward")]
    [InlineData("rear")]
    [InlineData("hostTerritory")]
    public void Zone_OnTheTerritoryOfNoHost_Refused(string zone) => Assert.Equal(
        $"$.pledges.p.host: found no host, for the zone {zone}; expected a nation of this model with the role host.",
        Given.Problems(Given.Text("\"nations\": { \"FR\": { \"name\": \"France\" } }, \"pledges\": { \"p\": { " + Firm + ", \"zone\": \"" + zone + "\" } }")));

    [Theory]
    [InlineData("reachBack")]
    [InlineData("neighbouringAlly")]
    [InlineData("sea")]
    [InlineData("air")]
    public void Zone_ElsewhereWithoutAHost_Allowed(string zone) => Assert.Single(
        Given.Model("\"nations\": { \"FR\": { \"name\": \"France\" } }, \"pledges\": { \"p\": { " + Firm + ", \"zone\": \"" + zone + "\" } }").Pledges);

    [Fact]
    public void Zone_OnTheTerritoryOfOneOfSeveralHosts_NeedsToKnowWhich()
    {
        const string Nations =
            "\"nations\": { \"FR\": { \"name\": \"France\" }, \"UA\": { \"name\": \"Ukraine\", \"roles\": [\"host\"] }, \"MD\": { \"name\": \"Moldova\", \"roles\": [\"host\"] } }, ";

        Assert.Equal(
            "$.pledges.p.host: found no host, for the zone rear; expected which of the model's several hosts it is.",
            Given.Problems(Given.Text(Nations + "\"pledges\": { \"p\": { " + Firm + ", \"zone\": \"rear\" } }")));
        Assert.Single(Given.Model(Nations + "\"pledges\": { \"p\": { " + Firm + ", \"zone\": \"rear\", \"host\": \"MD\" } }").Pledges);

        // A host's own forces are at home.
        Assert.Single(Given.Model(Nations + "\"pledges\": { \"p\": { \"nation\": \"UA\", \"support\": \"land\", \"stage\": \"firm\", \"zone\": \"rear\" } }").Pledges);
    }

    [Fact]
    public void Needs_OneApprovalTwice_Refused() => Assert.Equal(
        "$.pledges.p.needs[2]: found 'fr' again; expected each approval at most once.",
        Given.Problems(WithNeeds("\"fr\", \"fr-2\", \"fr\"")));

    [Fact]
    public void Needs_ApprovalOfAnotherNation_Refused() => Assert.Equal(
        "$.pledges.p.needs[0]: found 'de', an approval of DE; expected an approval of the pledge's nation, FR, or the host's consent.",
        Given.Problems(WithNeeds("\"de\"")));

    [Fact]
    public void Needs_ConsentOfAnotherHost_Refused() => Assert.Equal(
        "$.pledges.p.needs[0]: found 'md', an approval of MD; expected the consent of the pledge's host.",
        Given.Problems(WithNeeds("\"md\"", "\"zone\": \"rear\", \"host\": \"UA\"")));

    [Fact]
    public void Needs_ConsentWithoutAKnownHost_Refused() => Assert.Equal(
        "$.pledges.p.needs[0]: found 'md', an approval of MD; expected the consent of the pledge's host.",
        Given.Problems(WithNeeds("\"md\"", "\"zone\": \"sea\"")));

    [Fact]
    public void Needs_SeveralWithCeilingsOfOneSide_Refused()
    {
        Assert.Equal(
            "$.pledges.p.needs: found several approvals with ceilings; expected at most one of the nation and one of the host (rule S6).",
            Given.Problems(WithNeeds("\"fr-total\", \"fr-land\"")));
        Assert.Equal(
            "$.pledges.p.needs: found several approvals with ceilings; expected at most one of the nation and one of the host (rule S6).",
            Given.Problems(WithNeeds("\"ua-total\", \"ua-land\"", "\"zone\": \"rear\", \"host\": \"UA\"")));
    }

    [Fact]
    public void Needs_OneWithCeilingsOfEachSide_Allowed() => Assert.NotNull(
        Coalition.Json.CoalitionJson.Read(WithNeeds("\"fr\", \"fr-2\", \"fr-land\", \"ua-total\"", "\"zone\": \"rear\", \"host\": \"UA\"")));

    [Theory]
    [InlineData("financial-aid", null, "EUR")]
    [InlineData("weapons", "SEK", "SEK")]
    [InlineData("land", "GBP", "GBP")]
    [InlineData("sanctions", null, "measures")]
    [InlineData("strategic-deterrence", null, "commitments")]
    [InlineData("training", null, "trainees-per-year")]
    public void Rotation_OfWhatCannotTakeTurns_Refused(string support, string? unit, string told) => Assert.Equal(
        $"$.pledges.p.rotation: found '1/3', for a pledge in {told}; expected no rotation, or a unit of what can take turns, such as personnel or brigades.",
        Given.Problems(Given.Draft with { Pledges = [Pool(support, unit)] }));

    [Theory]
    [InlineData("land", null)]
    [InlineData("land", "brigades")]
    [InlineData("weapons", "batteries")]
    [InlineData("intelligence", null)]
    [InlineData("ships", null)]
    public void Rotation_OfWhatCanTakeTurns_Kept(string support, string? unit)
    {
        var ships = new SupportType { Id = "ships", Name = "Ships", Family = SupportFamily.Forces, Unit = new Unit("ships") };

        Assert.Equal("1/3", CoalitionModel.Create(Given.Draft with { SupportTypes = [ships], Pledges = [Pool(support, unit)] }).Pledges[0].Rotation.ToString());
    }

    [Fact]
    public void Ceiling_InAnotherUnitThanThePledge_Refused()
    {
        Assert.Equal(
            "$.pledges.p.needs[0]: found 'fr-land', with a ceiling in personnel for a pledge in brigades; expected a ceiling and a pledge in one unit.",
            Given.Problems(WithNeeds("\"fr-land\"", "\"unit\": \"brigades\"")));

        // A ceiling in total counts personnel, and leaves brigades alone.
        Assert.NotNull(Coalition.Json.CoalitionJson.Read(WithNeeds("\"fr-total\"", "\"unit\": \"brigades\"")));
    }

    [Fact]
    public void Standards_None_Refused() => Assert.Equal(
        "$.guarantees.g.standards: found no standard; expected at least one.",
        Given.Problems(Given.Draft with { Guarantees = [Given.Guarantee("g")] }));

    [Fact]
    public void Standards_TwoWithOneId_Refused() => Assert.Equal(
        "$.guarantees.g.standards.s: found a second standard with the id 's'; expected an id that no other standard of the guarantee has.",
        Given.Problems(Given.Draft with
        {
            Guarantees = [Given.Guarantee("g", ("s", new Requirement.Always()), ("t", new Requirement.Always()), ("s", Given.Total("land", 1)))],
        }));

    [Fact]
    public void Lists_LongerThanTheLimit_RefusedWithTheirLength()
    {
        var limits = new CoalitionLimits { MaxEntries = 4, MaxPledges = 2 };
        ImmutableArray<Source> sources = [.. Enumerable.Range(0, 5).Select(i => new Source { Id = $"s{i}", Label = SourceLabel.Fact, Title = "x" })];
        ImmutableArray<Nation> nations = [.. Given.Draft.Nations, new Nation { Code = new NationCode("PL"), Name = "Poland" }];
        ImmutableArray<SupportType> types =
            [.. Enumerable.Range(0, 5).Select(i => new SupportType { Id = $"t{i}", Name = "x", Family = SupportFamily.Materiel, Unit = Unit.Euro })];
        ImmutableArray<Circumstance> circumstances = [.. Enumerable.Range(0, 5).Select(i => new Circumstance { Id = $"c{i}", Title = "x" })];
        ImmutableArray<ParliamentaryApproval> approvals =
            [.. Enumerable.Range(0, 5).Select(i => Given.Approval($"a{i}", Given.FR, ApprovalProcedure.PriorApproval))];
        ImmutableArray<Pledge> pledges = [.. Enumerable.Range(0, 3).Select(i => Given.Pledge($"p{i}", Given.FR))];
        ImmutableArray<Guarantee> guarantees = [.. Enumerable.Range(0, 5).Select(i => Given.Guarantee($"g{i}", ("s", new Requirement.Always())))];

        Assert.Equal(
            """
            $.sources: found 5 entries; expected at most 4, the limit in force.
            $.supportTypes: found 5 entries; expected at most 4, the limit in force.
            $.nations: found 5 entries; expected at most 4, the limit in force.
            $.circumstances: found 5 entries; expected at most 4, the limit in force.
            $.approvals: found 5 entries; expected at most 4, the limit in force.
            $.pledges: found 3 entries; expected at most 2, the limit in force.
            $.guarantees: found 5 entries; expected at most 4, the limit in force.
            """,
            Given.Problems(
                Given.Draft with
                {
                    Sources = sources,
                    SupportTypes = types,
                    Nations = nations,
                    Circumstances = circumstances,
                    Approvals = approvals,
                    Pledges = pledges,
                    Guarantees = guarantees,
                },
                limits));
        Assert.NotNull(CoalitionModel.Create(
            Given.Draft with
            {
                Sources = sources[1..],
                SupportTypes = types[1..],
                Nations = nations[1..],
                Circumstances = circumstances[1..],
                Approvals = [],
                Pledges = [],
                Guarantees = guarantees[1..],
            },
            limits));
    }

    [Fact]
    public void InnerLists_LongerThanTheLimit_Refused()
    {
        static ImmutableArray<T> Five<T>(Func<int, T> make) => [.. Enumerable.Range(0, 5).Select(make)];

        var limits = new CoalitionLimits { MaxEntries = 4 };
        var nation = new Nation { Code = new NationCode("PL"), Name = "Poland", Roles = [NationRole.Observer, NationRole.Contributor, NationRole.Framework, NationRole.Host, NationRole.Coordinator] };
        var mandate = new Mandate
        {
            Ceilings = Five(i => new Ceiling(SupportType.WellKnown[i].Id, i)),
            Zones = Five(i => (Zone)i),
            Support = Five(i => SupportType.WellKnown[i].Id),
            Caveats = Five(i => $"caveat {i}"),
        };
        var approval = Given.Approval("a", Given.FR, ApprovalProcedure.NotRequired) with { Decisions = Five(i => new Decision { Body = $"b{i}" }) };
        var asked = Given.Approval("b", Given.FR, ApprovalProcedure.PriorApproval, new ApprovalAct.Submitted { On = Given.AsOf, Mandate = mandate });
        var acts = Given.Approval("c", Given.FR, ApprovalProcedure.PriorApproval, Five(i => (ApprovalAct)new ApprovalAct.Submitted { On = Given.AsOf.PlusDays(-i) }));
        var pledge = Given.Pledge("p", Given.FR) with
        {
            Claims = Five(i => new Claim(i, i)),
            Stages = Five(i => new StageChange { On = Given.AsOf.PlusDays(-i), Stage = PledgeStage.Firm }),
            Needs = Five(_ => "a"),
        };
        var circumstance = new Circumstance { Id = "c", Title = "x", Events = Five(i => new CircumstanceEvent { On = Given.AsOf.PlusDays(-i), Change = (CircumstanceChange)(1 + (i % 2)) }) };
        var filter = new PledgeFilter
        {
            Support = Five(i => SupportType.WellKnown[i].Id),
            Families = Five(i => (SupportFamily)i),
            Nations = Five(_ => Given.FR),
            Roles = Five(i => (NationRole)i),
            Zones = Five(i => (Zone)i),
            Pledges = Five(_ => "p"),
        };
        var guarantee = Given.Guarantee("g", Five(i => ($"s{i}", (Requirement)new Requirement.AllOf(Five(_ => (Requirement)new Requirement.Contributors(filter, 1))))));
        var draft = Given.Draft with { Nations = Given.Draft.Nations.RemoveAt(1).Add(nation), Circumstances = [circumstance], Approvals = [approval, asked, acts], Pledges = [pledge], Guarantees = [guarantee with { Standards = guarantee.Standards[..1] }] };
        var one = Given.Guarantee("g", ("s", new Requirement.Contributors(filter, 1)));
        const string Limit = "expected at most 4, the limit in force.";

        Assert.Equal(
            string.Join('\n', new[]
            {
                "$.nations.PL.roles", "$.circumstances.c.events", "$.approvals.a.decisions", "$.approvals.b.acts[0].mandate.ceilings",
                "$.approvals.b.acts[0].mandate.zones", "$.approvals.b.acts[0].mandate.support", "$.approvals.b.acts[0].mandate.caveats",
                "$.approvals.c.acts", "$.pledges.p.amount", "$.pledges.p.stages", "$.pledges.p.needs",
            }.Select(p => $"{p}: found 5 entries; {Limit}"))
            + $"\n$.guarantees.g.standards.s0.requires: found a requirement of 6 parts; {Limit}",
            string.Join('\n', Given.Problems(draft, limits).Split('\n').Where(p => p.EndsWith(Limit, StringComparison.Ordinal))));
        Assert.Equal(
            string.Join('\n', new[] { "support", "families", "nations", "roles", "zones", "pledges" }
                .Select(l => $"$.guarantees.g.standards.s.requires.contributors.{l}: found 5 entries; {Limit}")),
            Given.Problems(Given.Draft with { Guarantees = [one] }, limits));
        Assert.Equal(
            $"$.guarantees.g.standards: found 5 entries; {Limit}",
            Given.Problems(
                Given.Draft with { Guarantees = [Given.Guarantee("g", Five(i => ($"s{i}", (Requirement)new Requirement.Always())))] }, limits));
    }

    private static string WithNeeds(string needs, string more = "\"zone\": \"sea\"") => Given.Text(
        $$"""
        "nations": {
          "FR": { "name": "France" }, "DE": { "name": "Germany" },
          "UA": { "name": "Ukraine", "roles": ["host"] }, "MD": { "name": "Moldova", "roles": ["host"] }
        },
        "approvals": {
          "fr": { "nation": "FR", "procedure": "priorApproval" },
          "fr-2": { "nation": "FR", "procedure": "commitmentToVote" },
          "fr-total": { "nation": "FR", "procedure": "priorApproval", "acts": [{ "act": "submitted", "on": "2026-01-01", "mandate": { "ceilings": { "total": 1 } } }] },
          "fr-land": {
            "nation": "FR", "procedure": "priorApproval",
            "acts": [{ "act": "submitted", "on": "2026-01-01" }, { "act": "approved", "on": "2026-01-02", "mandate": { "ceilings": { "land": 1 } } }]
          },
          "de": { "nation": "DE", "procedure": "priorApproval" },
          "ua-total": { "nation": "UA", "procedure": "hostConsent", "acts": [{ "act": "submitted", "on": "2026-01-01", "mandate": { "ceilings": { "total": 1 } } }] },
          "ua-land": { "nation": "UA", "procedure": "hostConsent", "acts": [{ "act": "submitted", "on": "2026-01-01", "mandate": { "ceilings": { "land": 1 } } }] },
          "md": { "nation": "MD", "procedure": "hostConsent" }
        },
        "pledges": { "p": { "nation": "FR", "support": "land", "stage": "firm", "needs": [{{needs}}], {{more}} } }
        """);

    private static Pledge Pool(string support, string? unit) =>
        Given.Pledge("p", Given.FR, 5, support) with { Unit = unit is null ? null : new Unit(unit), Rotation = new Share(1, 3) };
}
