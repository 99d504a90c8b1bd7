using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using Coalition.Approvals;
using Coalition.Internal;
using Coalition.Json;
using Coalition.Tests.Fixtures;

namespace Coalition.Tests.Json;

/// <summary>Regimes files: what is refused and where, that they are written as they are read, and that the schema says what the reader does.</summary>
public class RegimesJsonTests
{
    private const string Rule = "\"inWords\": \"w\", \"citation\": \"c\", \"steps\": [{ \"procedure\": \"priorApproval\" }]";

    private static readonly JsonElement Schema = JsonDocument.Parse(CoalitionJson.RegimesSchema).RootElement;

    // What is wrong; whether a schema sees it; the text; the problems.
    private static readonly (string What, bool SchemaSees, string Json, string[] Expected)[] Bad =
    [
        ("no object", true, "[]", ["$: found an array; expected an object: the regimes."]),
        ("nothing but an object", true, "{}",
        [
            "$: found no 'format'; expected 'coalition-regimes/1'.", "$: found no 'regimes'; expected an object of regimes by the code of their nation.",
        ]),
        ("a format that is another", true, "{ \"format\": \"coalition/1\", \"regimes\": {} }",
            ["$.format: found 'coalition/1'; expected 'coalition-regimes/1', the version that this library reads; docs/format.md says how to migrate another."]),
        ("an unknown property", true, "{ \"format\": \"coalition-regimes/1\", \"regimes\": {}, \"nations\": {} }",
            ["$.nations: found the unknown property 'nations'; expected one of $schema, format, note, regimes."]),
        ("no such nation", true, "{ \"format\": \"coalition-regimes/1\", \"regimes\": { \"France\": { } } }",
        [
            "$.regimes.France: found the code 'France'; expected an ISO 3166-1 alpha-2 code in capitals, such as FR (the United Kingdom is GB), EU, or a user-assigned one such as XA.",
            "$.regimes.France: found no 'name'; expected text: the name to show.",
            "$.regimes.France: found no 'legalBasis'; expected text: the constitution, acts and articles.",
            "$.regimes.France: found no 'confidence'; expected an object: how far to trust it.",
            "$.regimes.France: found no 'rules'; expected an object of rules by id.",
        ]),
        ("parts without what they need", true, Regimes.Text("", """
            "chambers": [{}], "actors": [{}], "deadlines": [{}], "reading": {}, "exceptions": [1], "sources": [null],
            """),
        [
            "$.regimes.XA.chambers[0]: found no 'name'; expected text: the name of the chamber.",
            "$.regimes.XA.actors[0]: found no 'actor'; expected text: who.",
            "$.regimes.XA.actors[0]: found no 'rule'; expected text: by what rule.",
            "$.regimes.XA.deadlines[0]: found no 'what'; expected text: for what the time is.",
            "$.regimes.XA.deadlines[0]: found no 'countedFrom'; expected text: from when it runs.",
            "$.regimes.XA.reading: found no 'label'; expected text: how to take it.",
            "$.regimes.XA.reading: found no 'text'; expected text: the reading.",
            "$.regimes.XA.exceptions[0]: found 1; expected text that is not blank.",
            "$.regimes.XA.sources[0]: found null; expected text that is not blank.",
        ]),
        ("a rule without its words, with unread parts", true, Regimes.Text("""
            "a": {
              "from": "2026-02-30", "when": { "frames": ["nato", "EU"], "armed": 1, "headcountAtLeast": -1, "support": ["Land"], "zones": [] }, "inference": "yes",
              "steps": [{ "procedure": "vote", "bodies": [{ "members": 0, "needs": "half", "override": 1 }], "combination": "all", "within": "PT48H", "runsFrom": "start", "silence": 7 }, {}],
              "confidence": {}
            }
            """),
        [
            "$.regimes.XA.rules.a.from: found '2026-02-30'; expected a day such as 2026-01-10.",
            "$.regimes.XA.rules.a.when.frames[1]: found 'EU'; expected one of adHocCoalition, nato, europeanUnion, unitedNations, osce.",
            "$.regimes.XA.rules.a.when.armed: found 1; expected true or false.",
            "$.regimes.XA.rules.a.when.headcountAtLeast: found -1; expected a whole number from 0 to 9223372036854775807.",
            "$.regimes.XA.rules.a.when.support[0]: found 'Land'; expected an id of lower-case ASCII letters, digits and single hyphens, at most 100 long, such as fr-land.",
            "$.regimes.XA.rules.a.when.zones: found an empty array; expected at least one, or no such property.",
            "$.regimes.XA.rules.a.inference: found 'yes'; expected true or false.",
            "$.regimes.XA.rules.a.steps[0].procedure: found 'vote'; expected one of priorApproval, commitmentToVote, hostConsent, notRequired, informationOnly, consultation, tacitApproval, exPostApproval, prohibited.",
            "$.regimes.XA.rules.a.steps[0].bodies[0].members: found 0; expected a whole number from 1 to 2147483647.",
            $"$.regimes.XA.rules.a.steps[0].bodies[0].needs: found 'half'; expected {VotingRule.Expected}.",
            $"$.regimes.XA.rules.a.steps[0].bodies[0].override: found 1; expected {VotingRule.Expected}.",
            "$.regimes.XA.rules.a.steps[0].bodies[0]: found no 'body'; expected text: the name of the body.",
            "$.regimes.XA.rules.a.steps[0].combination: found 'all'; expected one of eachConsents, jointSitting, anyMayAnnul.",
            "$.regimes.XA.rules.a.steps[0].within: found 'PT48H'; expected a period such as P7D, P4M or '2 sitting days'.",
            "$.regimes.XA.rules.a.steps[0].runsFrom: found 'start'; expected one of action, information.",
            "$.regimes.XA.rules.a.steps[0].silence: found 7; expected a period such as P7D, P4M or '2 sitting days'.",
            "$.regimes.XA.rules.a.steps[1]: found no 'procedure'; expected one of priorApproval, commitmentToVote, hostConsent, notRequired, informationOnly, consultation, tacitApproval, exPostApproval, prohibited.",
            "$.regimes.XA.rules.a.confidence: found no 'basis'; expected text: on what it rests.",
            "$.regimes.XA.rules.a.confidence: found no 'level'; expected text: how much.",
            "$.regimes.XA.rules.a: found no 'inWords'; expected text: for which operations the rule is.",
            "$.regimes.XA.rules.a: found no 'citation'; expected text: the article, or what else the rule rests on.",
        ]),
        ("a rule without an outcome", true, Regimes.Text("\"a\": { \"inWords\": \"w\", \"citation\": \"c\" }"),
            ["$.regimes.XA.rules.a: found neither 'steps' nor 'notKnown'; expected steps, or the reason why they are not known."]),
        ("a rule that is known and not", false, Regimes.Text($"\"a\": {{ {Rule}, \"notKnown\": \"why\" }}"),
            ["$.regimes.XA.rules.a: found both 'steps' and 'notKnown'; expected steps, or the reason why they are not known."]),
        ("rules that refer to nothing, to one that could not be read, and in a circle", true, Regimes.Text($$"""
            "a": { {{Rule}}, "exceptionTo": ["b"] }, "b": { {{Rule}}, "exceptionTo": ["c", "d"] }, "c": { {{Rule}}, "exceptionTo": ["nothing"] }, "d": { }
            """),
        [
            "$.regimes.XA.rules.d: found no 'inWords'; expected text: for which operations the rule is.",
            "$.regimes.XA.rules.d: found no 'citation'; expected text: the article, or what else the rule rests on.",
            "$.regimes.XA.rules.c.exceptionTo[0]: found 'nothing'; expected the id of a rule of the same nation.",
        ]),
        ("a circle", false, Regimes.Text($$"""
            "a": { {{Rule}}, "exceptionTo": ["b"] }, "b": { {{Rule}}, "exceptionTo": ["c"] }, "c": { {{Rule}}, "exceptionTo": ["b"] }
            """),
            ["$.regimes.XA.rules.b.exceptionTo: found a circle of exceptions: b, c; expected exceptions that lead to a rule which is none."]),
        ("numbers and days that end before they begin", false, Regimes.Text($$"""
            "a": { {{Rule}}, "from": "2026-02-01", "until": "2026-01-31", "when": { "headcountAtLeast": 13, "headcountAtMost": 12 } }
            """),
        [
            "$.regimes.XA.rules.a.until: found 2026-01-31; expected a day on or after the first, 2026-02-01.",
            "$.regimes.XA.rules.a.when.headcountAtMost: found 12; expected a number not below the least, 13.",
        ]),
        ("steps with what is not theirs", false, Regimes.Text("""
            "a": {
              "inWords": "w", "citation": "c",
              "steps": [{ "procedure": "priorApproval", "informFirst": true, "within": "P3D", "runsFrom": "information", "silence": "P7D", "bodies": [{ "body": "b" }, { "body": "b" }] }]
            }
            """),
        [
            "$.regimes.XA.rules.a.steps[0].informFirst: found 'informFirst' of a step of priorApproval; expected no 'informFirst' of such a step.",
            "$.regimes.XA.rules.a.steps[0].within: found 'within' of a step of priorApproval; expected no 'within' of such a step.",
            "$.regimes.XA.rules.a.steps[0].runsFrom: found 'runsFrom' of a step of priorApproval; expected no 'runsFrom' of such a step.",
            "$.regimes.XA.rules.a.steps[0].silence: found 'silence' of a step of priorApproval; expected no 'silence' of such a step.",
            "$.regimes.XA.rules.a.steps[0].bodies[1].body: found a second 'b'; expected a name that no other body of the step has.",
        ]),
        ("steps whose bodies cannot decide so", false, Regimes.Text("""
            "a": {
              "inWords": "w", "citation": "c",
              "steps": [
                { "procedure": "notRequired", "combination": "anyMayAnnul", "provisionalExtension": "P7D" },
                { "procedure": "priorApproval", "bodies": [{ "body": "b", "override": "at least 2/3 of members" }] },
                { "procedure": "priorApproval", "combination": "jointSitting", "bodies": [{ "body": "b", "needs": "more than 1/2 of cast" }, { "body": "c" }] },
                { "procedure": "exPostApproval", "runsFrom": "information" }
              ]
            }
            """),
        [
            "$.regimes.XA.rules.a.steps[0].combination: found 'combination' of a step of notRequired; expected no 'combination' of such a step.",
            "$.regimes.XA.rules.a.steps[0].provisionalExtension: found 'provisionalExtension' of a step of notRequired; expected no 'provisionalExtension' of such a step.",
            "$.regimes.XA.rules.a.steps[1].bodies[0].override: found a body that may override another; expected several bodies, each of which must consent.",
            "$.regimes.XA.rules.a.steps[2].bodies: found several rules of bodies that sit as one; expected one rule for all of them.",
            "$.regimes.XA.rules.a.steps[3].runsFrom: found the start of a period that is not given; expected 'within' beside it.",
        ]),
        ("a rule, and a property, twice", false, Regimes.Text($"\"a\": {{ {Rule} }}, \"a\": {{ {Rule}, \"citation\": \"d\" }}"),
        [
            "$.regimes.XA.rules.a.citation: found a second 'citation'; expected each property once.",
        ]),
        ("a rule twice", false, Regimes.Text($"\"a\": {{ {Rule} }}, \"a\": {{ {Rule} }}"),
            ["$.regimes.XA.rules.a: found a second rule with the id 'a'; expected an id that no other rule has."]),
        ("an id that is none", true, Regimes.Text($"\"A\": {{ {Rule} }}"),
            ["$.regimes.XA.rules.A: found the id 'A'; expected an id of lower-case ASCII letters, digits and single hyphens, at most 100 long, such as fr-land."]),
    ];

    public static TheoryData<string> Names => [.. Bad.Select(b => b.What)];

    [Theory]
    [MemberData(nameof(Names))]
    public void ReadRegimes_BadFile_EveryProblemWithItsPlace(string what)
    {
        var bad = Bad.Single(b => b.What == what);

        Assert.Equal(bad.Expected, Problems(() => CoalitionJson.ReadRegimes(bad.Json)));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Schema_BadFile_RefusedWhereASchemaCanSeeIt(string what)
    {
        var bad = Bad.Single(b => b.What == what);
        using var json = JsonDocument.Parse(bad.Json);

        Assert.Equal(!bad.SchemaSees, new SchemaValidator(Schema).IsValid(json.RootElement));
    }

    [Fact]
    public void ReadRegimes_RuleOfTwoNationsWithOneId_Refused()
    {
        var two = Regimes.Text($"\"a\": {{ {Rule} }}").Replace("\"regimes\": {", "\"regimes\": { \"XB\": { \"name\": \"B\", \"legalBasis\": \"l\", \"confidence\": { \"basis\": \"b\", \"level\": \"l\" }, \"rules\": { \"a\": { " + Rule + " } } },", StringComparison.Ordinal);

        Assert.Equal(["$.regimes.XA.rules.a: found the id 'a', as in the regime of XB; expected an id that no other rule has."], Problems(() => CoalitionJson.ReadRegimes(two)));
        Assert.Equal(
            ["$.regimes.XA: found a second regime of 'XA'; expected one regime for each nation."],
            Problems(() => CoalitionJson.ReadRegimes(two.Replace("\"XB\"", "\"XA\"", StringComparison.Ordinal))));
    }

    [Fact]
    public void ReadRegimes_AStream_AsTheTextIs()
    {
        var text = CoalitionJson.Write(CoalitionJson.ReadRegimes(Regimes.Text($"\"a\": {{ {Rule} }}")));
        using var stream = new MemoryStream();

        CoalitionJson.Write(CoalitionJson.ReadRegimes(text), stream);

        Assert.Equal(text, Encoding.UTF8.GetString(stream.ToArray()));
        stream.Position = 0;
        Assert.Equal(text, CoalitionJson.Write(CoalitionJson.ReadRegimes(stream)));
        Assert.True(stream.CanRead);
        Assert.Equal(
            ["$: found more than 10 bytes; expected at most 10 bytes, the limit in force."],
            Problems(() => CoalitionJson.ReadRegimes(new MemoryStream(Encoding.UTF8.GetBytes(text)), new CoalitionLimits { MaxBytes = 10 })));
        Assert.Throws<ArgumentNullException>("utf8Json", () => CoalitionJson.ReadRegimes((Stream)null!));
        Assert.Throws<ArgumentNullException>("regimes", () => CoalitionJson.Write((ApprovalRegimes)null!, Stream.Null));
        Assert.Throws<ArgumentNullException>("utf8Json", () => CoalitionJson.Write(CoalitionJson.ReadRegimes(text), null!));
    }

    [Fact]
    public void ReadRegimes_Limits_InForce()
    {
        var text = Regimes.Text($"\"a\": {{ {Rule} }}, \"b\": {{ {Rule} }}");

        Assert.Equal(["$.regimes.XA.rules.b: found entry number 2; expected at most 1 entries, the limit in force."], Problems(() => CoalitionJson.ReadRegimes(text, new CoalitionLimits { MaxEntries = 1 })));
        Assert.Equal(["$: found more than 10 bytes; expected at most 10 bytes, the limit in force."], Problems(() => CoalitionJson.ReadRegimes(text, new CoalitionLimits { MaxBytes = 10 })));
        Assert.Equal(["$: found more than 10 bytes; expected at most 10 bytes, the limit in force."], Problems(() => CoalitionJson.ReadRegimes(Encoding.UTF8.GetBytes(text), new CoalitionLimits { MaxBytes = 10 })));
        Assert.Equal(
            ["$.regimes.XA.rules: found 33 entries; expected at most 32, the limit in force."],
            Problems(() => CoalitionJson.ReadRegimes(Regimes.Text(string.Join(", ", Enumerable.Range(0, 33).Select(i => $"\"r{i}\": {{ {Rule} }}"))))));
        Assert.Throws<ArgumentNullException>("json", () => CoalitionJson.ReadRegimes((string)null!));
        Assert.Throws<ArgumentNullException>("regimes", () => CoalitionJson.Write((ApprovalRegimes)null!));
    }

    [Fact]
    public void ReadRegimes_BytesCutAnywhere_OnlyTheDocumentedException()
    {
        var bytes = Encoding.UTF8.GetBytes(Regimes.Text($$"""
            "a": { {{Rule}}, "from": "2026-01-01", "when": { "frames": ["nato"], "zones": ["sea"], "headcountAtMost": 5 }, "exceptionTo": ["b"] }, "b": { {{Rule}} }
            """));
        for (var i = 0; i < bytes.Length; i++)
        {
            var cut = bytes[..i];
            Assert.Throws<CoalitionModelException>(() => CoalitionJson.ReadRegimes(cut));
            var spoilt = bytes.ToArray();
            spoilt[i] = 0xff;
            Assert.Throws<CoalitionModelException>(() => CoalitionJson.ReadRegimes(spoilt));
        }
    }

    [Fact]
    public void Write_Catalogue_ReadsBackEqual_AndIsTheEmbeddedFile()
    {
        var text = CoalitionJson.Write(ApprovalRegimes.Catalogue);

        Assert.Equal(ApprovalRegimes.Catalogue, CoalitionJson.ReadRegimes(text));
        Assert.Equal(ApprovalRegimes.Catalogue, CoalitionJson.ReadRegimes((byte[])[0xef, 0xbb, 0xbf, .. Encoding.UTF8.GetBytes(text)]));
        Assert.Equal(
            Repository.Text("src", "Coalition.Core", "Approvals", "catalogue.json"),
            text.Replace("{\n  \"format\"", "{\n  \"$schema\": \"../../../docs/coalition-regimes-1.schema.json\",\n  \"format\"", StringComparison.Ordinal));
    }

    [Fact]
    public void Write_EveryProperty_ReadsBackEqual()
    {
        var text = CoalitionJson.Write(Whole);

        Assert.Equal(Whole, CoalitionJson.ReadRegimes(text));
        Assert.True(new SchemaValidator(Schema).IsValid(JsonDocument.Parse(text).RootElement));

        // Nothing is left out that a property could hold.
        var written = JsonDocument.Parse(text).RootElement.GetProperty("regimes").GetProperty("XA");
        Assert.Equal(Coalition.Json.RegimesFormat.Regime.Names.AsEnumerable(), Keys(written));
        Assert.Equal(Coalition.Json.RegimesFormat.Rule.Names.Remove("notKnown").AsEnumerable(), Keys(written.GetProperty("rules").GetProperty("a")));
        Assert.Equal(Coalition.Json.RegimesFormat.When.Names.AsEnumerable(), Keys(written.GetProperty("rules").GetProperty("a").GetProperty("when")));
        Assert.Equal(Coalition.Json.RegimesFormat.Step.Names.Remove("informFirst").AsEnumerable(), Keys(written.GetProperty("rules").GetProperty("a").GetProperty("steps")[0]));
        Assert.Equal(Coalition.Json.RegimesFormat.Body.Names.AsEnumerable(), Keys(written.GetProperty("rules").GetProperty("a").GetProperty("steps")[1].GetProperty("bodies")[0]));
    }

    [Fact]
    public void Lists_RefuseTheDefaultOfImmutableArray()
    {
        var accepted = new List<string>();
        foreach (var record in Graph.Of(Whole.Single()).GroupBy(o => o.GetType()).Select(g => g.First()).Append(Operations.Paris).Where(o => Graph.IsRecord(o.GetType())))
        {
            foreach (var list in Graph.InitPropertiesOf(record.GetType())
                .Where(p => p.PropertyType.IsGenericType && p.PropertyType.GetGenericTypeDefinition() == typeof(ImmutableArray<>)))
            {
                var clone = record.GetType().GetMethod("<Clone>$")!.Invoke(record, null)!;
                var thrown = Record.Exception(() => list.SetValue(clone, Activator.CreateInstance(list.PropertyType)));
                if (thrown?.InnerException is not ArgumentException { ParamName: var name } || name != list.Name)
                {
                    accepted.Add($"{record.GetType().Name}.{list.Name}");
                }
            }
        }

        Assert.Empty(accepted);
    }

    [Fact]
    public void Equality_OfEveryRecord_TellsEveryPropertyApart()
    {
        var operation = Operations.Paris with { Support = "land", Asserted = ["a"] };
        List<string> alike = [], compared = [];
        foreach (var record in Graph.Of(Whole.Single()).Append(operation).Where(o => !o.GetType().IsValueType && Graph.IsRecord(o.GetType())))
        {
            var clone = record.GetType().GetMethod("<Clone>$")!;
            Assert.Equal(record, clone.Invoke(record, null));
            Assert.Equal(record.GetHashCode(), clone.Invoke(record, null)!.GetHashCode());
            foreach (var property in Graph.InitPropertiesOf(record.GetType()))
            {
                // Of a list that is empty, or a value that is not stated, another record holds some.
                if (Graph.Value(property, record) is { } value and not System.Collections.ICollection { Count: 0 })
                {
                    var other = clone.Invoke(record, null)!;
                    property.SetValue(other, Different(value));
                    compared.Add($"{record.GetType().Name}.{property.Name}");
                    if (record.Equals(other))
                    {
                        alike.Add(compared[^1]);
                    }
                }
            }
        }

        Assert.Empty(alike);
        Type[] all = [typeof(ApprovalRegime), typeof(RegimeRule), typeof(RegimeStep), typeof(OperationPredicate), typeof(Operation), typeof(RegimeConfidence)];
        Assert.Empty(all.SelectMany(t => Graph.InitPropertiesOf(t).Select(p => $"{t.Name}.{p.Name}")).Except(compared));
    }

    private static object? Different(object value) => value switch
    {
        string text => text + "x",
        bool flag => !flag,
        long number => number == 0 ? 1L : 0L,
        int number => number + 1,
        NodaTime.LocalDate day => day.PlusDays(1),
        NationCode => Given.FR,
        LegalPeriod => new LegalPeriod(7),
        VotingRule => new VotingRule(VoteComparison.AtLeast, 1, 1, VoteBase.Present),
        RegimeConfidence confidence => confidence with { Level = "other" },
        OperationPredicate asks => asks == OperationPredicate.Any ? asks with { Armed = true } : OperationPredicate.Any,
        Enum member => Enum.GetValues(member.GetType()).Cast<object>().Last(m => !m.Equals(member)),
        System.Collections.IList list => list.GetType().GetField("Empty")!.GetValue(null),
        _ => null,
    };

    [Fact]
    public void Schema_Catalogue_Valid() =>
        Assert.True(new SchemaValidator(Schema).IsValid(JsonDocument.Parse(Repository.Bytes("src", "Coalition.Core", "Approvals", "catalogue.json")).RootElement));

    [Fact]
    public void Schema_Embedded_IsThePublishedOne()
    {
        Assert.Equal(Repository.Text("docs", "coalition-regimes-1.schema.json"), CoalitionJson.RegimesSchema);
        Assert.Equal("coalition-regimes/1", CoalitionJson.RegimesFormat);
        Assert.Equal(CoalitionJson.RegimesFormat, Schema.GetProperty("properties").GetProperty("format").GetProperty("const").GetString());
    }

    [Fact]
    public void Schema_NamesAndWords_AreThoseOfTheReader()
    {
        var formats = typeof(Coalition.Json.RegimesFormat).GetFields(System.Reflection.BindingFlags.NonPublic | System.Reflection.BindingFlags.Static)
            .Where(f => f.FieldType == typeof(PropertyNames)).ToDictionary(f => char.ToLowerInvariant(f.Name[0]) + f.Name[1..], f => ((PropertyNames)f.GetValue(null)!).Names);
        var definitions = Schema.GetProperty("$defs").EnumerateObject().Where(d => d.Value.TryGetProperty("properties", out _)).ToDictionary(d => d.Name, d => d.Value);

        Assert.Equal(formats.Keys.Order(), definitions.Keys.Append("root").Order());
        Assert.All(formats, f => Assert.Equal(f.Value.AsEnumerable(), Keys((f.Key == "root" ? Schema : definitions[f.Key]).GetProperty("properties"))));
        Assert.All(definitions.Values, d => Assert.False(d.GetProperty("additionalProperties").GetBoolean()));
        Assert.Equal(FormatNames.All<OrganisationalFrame>().AsEnumerable(), Words("when", "frames"));
        Assert.Equal(FormatNames.All<Zone>().AsEnumerable(), Words("when", "zones"));
        Assert.Equal(FormatNames.All<ApprovalProcedure>().AsEnumerable(), Words("step", "procedure"));
        Assert.Equal(FormatNames.All<DecisionCombination>().AsEnumerable(), Words("step", "combination"));
        Assert.Equal(FormatNames.All<PeriodStart>().AsEnumerable(), Words("step", "runsFrom"));

        IEnumerable<string> Words(string of, string property)
        {
            var at = definitions[of].GetProperty("properties").GetProperty(property);
            return (at.TryGetProperty("items", out var items) ? items : at).GetProperty("enum").EnumerateArray().Select(w => w.GetString()!);
        }
    }

    private static ApprovalRegimes Whole { get; } = ApprovalRegimes.Create(
        [
            new ApprovalRegime
            {
                Nation = Regimes.XA,
                Name = "Arland",
                Kind = "k",
                LegalBasis = "l",
                Threshold = "t",
                Bindingness = "b",
                Chambers = [new RegimeChamber { Name = "Diet", Seats = 3, Role = "r" }],
                Actors = [new RegimeActor { Actor = "a", Rule = "r" }],
                ExternalMandate = "e",
                MandatePractice = "m",
                Revocation = "r",
                Deadlines = [new RegimeDeadline { What = "w", Period = "PT48H", CountedFrom = "c", Unit = "calendar", Note = "n" }],
                Exceptions = ["e"],
                Reading = new RegimeReading { Label = "inference", Text = "t" },
                Sources = ["s"],
                SourceKind = "k",
                Confidence = new RegimeConfidence { Basis = "b", Level = "l", Verify = "v" },
                Rules =
                [
                    new RegimeRule
                    {
                        Id = "a",
                        From = Given.AsOf,
                        Until = Given.AsOf,
                        When = new OperationPredicate
                        {
                            Frames = [OrganisationalFrame.Osce],
                            UnMandate = false,
                            TreatyBasis = true,
                            Armed = false,
                            HeadcountAtLeast = 1,
                            HeadcountAtMost = long.MaxValue,
                            Urgent = false,
                            Support = ["land", "b"],
                            Zones = [Zone.Air, Zone.Sea],
                        },
                        InWords = "w",
                        Kind = "k",
                        IsInference = true,
                        InWordsOnly = true,
                        ExceptionTo = ["b"],
                        Steps =
                        [
                            new RegimeStep
                            {
                                Procedure = ApprovalProcedure.ExPostApproval,
                                Bodies = [new Decision { Body = "Diet", Members = 3, Rule = VotingRule.Parse("at least 2/3 of members, quorum 1/2 of members") }],
                                Combination = DecisionCombination.AnyMayAnnul,
                                Within = LegalPeriod.Parse("P1Y2M"),
                                RunsFrom = PeriodStart.Information,
                                CountedFrom = "c",
                                Silence = LegalPeriod.Parse("2 sitting days"),
                                ProvisionalExtension = LegalPeriod.Parse("P3W"),
                                CapHeadcount = 0,
                                CapTotal = long.MaxValue,
                                CapDuration = LegalPeriod.Parse("P90D"),
                                Note = "n",
                            },
                            new RegimeStep
                            {
                                Procedure = ApprovalProcedure.InformationOnly,
                                InformFirst = true,
                                Bodies = [new Decision { Body = "Diet", Members = 3, Rule = VotingRule.SimpleMajority, Override = VotingRule.SimpleMajority }, new Decision { Body = "Senate" }],
                            },
                        ],
                        Citation = "c",
                        Confidence = Regimes.Confidence,
                        Note = "n",
                    },
                    Regimes.Rule("b") with { Steps = [], NotKnown = "why" },
                ],
            },
        ],
        "n");

    private static IEnumerable<string> Keys(JsonElement of) => of.EnumerateObject().Select(p => p.Name);

    private static IEnumerable<string> Problems(Action read) => Assert.Throws<CoalitionModelException>(read).Problems.Select(p => p.ToString());
}
