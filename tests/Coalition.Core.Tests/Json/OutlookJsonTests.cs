using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using Coalition.Analysis;
using Coalition.Approvals;
using Coalition.Internal;
using Coalition.Json;
using Coalition.Requirements;
using Coalition.Sufficiency;
using Coalition.Tests.Fixtures;

namespace Coalition.Tests.Json;

/// <summary>Outlook files: what is refused and where, that they are written as they are read, and that the schema says what the reader does.</summary>
public class OutlookJsonTests
{
    private const string AVariable = "an open matter such as approval:gb-commons, a nation such as nation:FR, or a party such as party:de-bundestag/Bundestag/Example party";

    private static readonly JsonElement Schema = JsonDocument.Parse(CoalitionJson.OutlookSchema).RootElement;

    // What is wrong; whether a schema sees it; the text; the problems.
    private static readonly (string What, bool SchemaSees, string Json, string[] Expected)[] Bad =
    [
        ("no object", true, "[]", ["$: found an array; expected an object: the outlook."]),
        ("no format", true, "{}", ["$: found no 'format'; expected 'coalition-outlook/1'."]),
        ("a format that is another", true, "{ \"format\": \"coalition/1\" }",
            ["$.format: found 'coalition/1'; expected 'coalition-outlook/1', the version that this library reads; docs/format.md says how to migrate another."]),
        ("an unknown property", true, Text("\"estimates\": []"),
            ["$.estimates: found the unknown property 'estimates'; expected one of $schema, format, note, sources, probabilities, remedies."]),
        ("lists of the wrong kind", true, Text("\"sources\": [], \"probabilities\": {}, \"remedies\": []"),
        [
            "$.sources: found an array; expected an object of entries by id.",
            "$.probabilities: found an object; expected an array of probabilities.",
            "$.remedies: found an array; expected an object.",
        ]),
        ("probabilities that are none", true, Text("""
            "probabilities": [
              {}, { "of": "approval", "probability": 1.5 }, { "of": "stage:a", "probability": "0.5" }, { "of": "stage:b", "probability": -0.1, "given": "ceasefire", "otherwise": null },
              7, { "of": "nation:France", "probability": 1, "source": "No", "note": " " }, { "of": "party:a/Diet", "probability": 0.5 },
              { "of": "waiver:FR", "probability": 1 }
            ]
            """),
        [
            $"$.probabilities[0]: found no 'of'; expected {AVariable}.",
            "$.probabilities[0]: found no 'probability'; expected a number from 0 to 1.",
            $"$.probabilities[1].of: found 'approval'; expected {AVariable}.",
            "$.probabilities[1].probability: found 1.5; expected a number from 0 to 1.",
            "$.probabilities[2].probability: found '0.5'; expected a number from 0 to 1.",
            "$.probabilities[3].probability: found -0.1; expected a number from 0 to 1.",
            "$.probabilities[3].given: found 'ceasefire'; expected a circumstance, such as circumstance:ceasefire.",
            "$.probabilities[3].otherwise: found null; expected a number from 0 to 1.",
            "$.probabilities[4]: found 7; expected an object.",
            $"$.probabilities[5].of: found 'nation:France'; expected {AVariable}.",
            "$.probabilities[5].source: found 'No'; expected an id of lower-case ASCII letters, digits and single hyphens, at most 100 long, such as fr-land.",
            "$.probabilities[5].note: found ' '; expected text that is not blank.",
            $"$.probabilities[6].of: found 'party:a/Diet'; expected {AVariable}.",
            $"$.probabilities[7].of: found 'waiver:FR'; expected {AVariable}.",
        ]),
        ("half a dependence", true, Text("\"probabilities\": [{ \"of\": \"stage:a\", \"probability\": 1, \"given\": \"circumstance:a\" }, { \"of\": \"stage:b\", \"probability\": 1, \"otherwise\": 1 }]"),
        [
            "$.probabilities[0]: found 'given' without 'otherwise'; expected both, or neither: a probability that depends on a circumstance says what it is without it.",
            "$.probabilities[1]: found 'otherwise' without 'given'; expected both, or neither: a probability that depends on a circumstance says what it is without it.",
        ]),
        ("a dependence on what is no circumstance", true, Text("\"probabilities\": [{ \"of\": \"stage:a\", \"probability\": 1, \"given\": \"approval:a\", \"otherwise\": 0 }]"),
            ["$.probabilities[0].given: found 'approval:a'; expected a circumstance, such as circumstance:ceasefire."]),
        ("two estimates of one variable after a broken one", true, Text("\"probabilities\": [7, { \"of\": \"stage:a\", \"probability\": 1 }, { \"of\": \"stage:a\", \"probability\": 1 }]"),
        [
            "$.probabilities[0]: found 7; expected an object.",
            "$.probabilities[2].of: found a second estimate of stage:a; expected one estimate for each variable.",
        ]),
        ("circles", false, Text("""
            "probabilities": [
              { "of": "stage:a", "probability": 1, "given": "circumstance:b", "otherwise": 0 },
              { "of": "circumstance:b", "probability": 1, "given": "circumstance:c", "otherwise": 0 },
              { "of": "circumstance:c", "probability": 1, "given": "circumstance:b", "otherwise": 0 },
              { "of": "circumstance:d", "probability": 1, "given": "circumstance:d", "otherwise": 0 }
            ]
            """),
        [
            "$.probabilities[1].given: found the circle circumstance:b given circumstance:c given circumstance:b; expected no estimate that depends on itself.",
            "$.probabilities[3].given: found the circle circumstance:d given circumstance:d; expected no estimate that depends on itself.",
        ]),
        ("remedies that are none", true, Text("""
            "remedies": { "unit": "euro?", "menu": {
              "A": { "cost": 1, "waive": "a" }, "b": {}, "c": { "cost": -1, "grant": "a", "waive": "B" }, "d": { "cost": 1.5, "pledge": { "nation": "FR" } }, "e": 1,
              "f": { "cost": 1, "pledge": { "nation": "FR", "support": "land" }, "title": "" }
            } }
            """),
        [
            "$.remedies.unit: found 'euro?'; expected an ISO 4217 currency such as EUR, or an id such as personnel.",
            "$.remedies.menu.A: found the id 'A'; expected an id of lower-case ASCII letters, digits and single hyphens, at most 100 long, such as fr-land.",
            "$.remedies.menu.b: found no 'cost'; expected a whole number, in the unit of the menu.",
            "$.remedies.menu.b: found a remedy of no kind; expected one of pledge, grant, waive.",
            "$.remedies.menu.c.cost: found -1; expected a whole number from 0 to 9223372036854775807.",
            "$.remedies.menu.c.grant: found 'a'; expected an open matter such as approval:gb-commons.",
            "$.remedies.menu.c.waive: found 'B'; expected an id of lower-case ASCII letters, digits and single hyphens, at most 100 long, such as fr-land.",
            "$.remedies.menu.c: found grant and waive; expected one of pledge, grant, waive.",
            "$.remedies.menu.d.cost: found 1.5; expected a whole number from 0 to 9223372036854775807.",
            "$.remedies.menu.d.pledge: found no 'support'; expected the id of a support type, such as land.",
            "$.remedies.menu.e: found 1; expected an object.",
            "$.remedies.menu.f.title: found ''; expected text that is not blank.",
        ]),
        ("a menu without its parts", true, Text("\"remedies\": {}"),
        [
            "$.remedies: found no 'unit'; expected an ISO 4217 currency such as EUR, or an id such as personnel.",
            "$.remedies: found no 'menu'; expected an object of remedies by id.",
        ]),
        ("sources that nobody declares, but for a broken one", true, Text("""
            "sources": { "broken": {}, "s": { "label": "illustrative", "title": "t" }, "s": { "label": "fact", "title": "t" } },
            "probabilities": [{ "of": "stage:a", "probability": 1, "source": "gone" }, { "of": "stage:b", "probability": 1, "source": "broken" }],
            "remedies": { "unit": "EUR", "menu": {
              "a": { "cost": 1, "waive": "b", "source": "gone" }, "a": { "cost": 1, "waive": "b" },
              "c": { "cost": 1, "pledge": {
                "nation": "FR", "support": "land", "source": "gone", "stages": [{ "stage": "firm", "on": "2026-01-01", "source": "gone" }], "amount": [{}, { "source": "gone" }] } }
            } }
            """),
        [
            "$.sources.broken: found no 'label'; expected one of illustrative, derived, estimate, fact.",
            "$.sources.broken: found no 'title'; expected text: what the source is called, or says in short.",
            "$.sources.s: found a second source with the id 's'; expected an id that no other source has.",
            "$.probabilities[0].source: found 'gone'; expected the id of a source of this outlook.",
            "$.remedies.menu.a.source: found 'gone'; expected the id of a source of this outlook.",
            "$.remedies.menu.a: found a second remedy with the id 'a'; expected an id that no other remedy has.",
            "$.remedies.menu.c.pledge.source: found 'gone'; expected the id of a source of this outlook.",
            "$.remedies.menu.c.pledge.stages[0].source: found 'gone'; expected the id of a source of this outlook.",
            "$.remedies.menu.c.pledge.amount[1].source: found 'gone'; expected the id of a source of this outlook.",
        ]),
    ];

    public static TheoryData<string> Names => [.. Bad.Select(b => b.What)];

    private static Outlook Whole { get; } = Outlook.Create(
        [new Source { Id = "s", Label = SourceLabel.Illustrative, Title = "t" }],
        [
            new Estimate { Of = FunctionVariable.Parse("circumstance:ceasefire"), Probability = 0.1 + 0.2, Source = "s", Note = "n" },
            new Estimate { Of = FunctionVariable.Parse("party:a/Diet~1Senate~0/Greens/Left"), Probability = 0, Given = OpenMatter.Parse("circumstance:ceasefire"), Otherwise = double.Epsilon },
            new Estimate { Of = FunctionVariable.Parse("admission:UA"), Probability = 1 },
            new Estimate { Of = FunctionVariable.Parse("nation:FR"), Probability = 1.0 / 3 },
        ],
        new RemedyMenu
        {
            Unit = Unit.Euro,
            Remedies =
            [
                new Remedy.FurtherPledge { Id = "more", Title = "More", Cost = long.MaxValue, Source = "s", Pledge = Given.Pledge("more", Given.FR, 100) with { Source = "s", Condition = new Requirement.Holds("ceasefire") } },
                new Remedy.Grant { Id = "vote", Cost = 0, Matter = OpenMatter.Parse("approval:a") },
                new Remedy.Waiver { Id = "w", Cost = 1, Pledge = "fr-land" },
            ],
        },
        "n");

    [Theory]
    [MemberData(nameof(Names))]
    public void Read_BadShape_EveryProblemWithItsPlace(string what)
    {
        var (_, schemaSees, json, expected) = Bad.Single(b => b.What == what);

        Assert.Equal(expected, Problems(() => CoalitionJson.ReadOutlook(json)));
        Assert.Equal(!schemaSees, IsValid(json));
    }

    [Fact]
    public void Read_BytesWithAMarkAndBeyondALimit_AsOtherFiles()
    {
        var text = Text("\"probabilities\": [{ \"of\": \"stage:a\", \"probability\": 1 }, { \"of\": \"stage:b\", \"probability\": 1 }]");

        Assert.Equal(2, CoalitionJson.ReadOutlook((byte[])[0xef, 0xbb, 0xbf, .. Encoding.UTF8.GetBytes(text)]).Estimates.Length);
        Assert.Equal(
            ["$.probabilities[1]: found entry number 2; expected at most 1 entries, the limit in force."],
            Problems(() => CoalitionJson.ReadOutlook(text, new CoalitionLimits { MaxEntries = 1 })));
        Assert.Equal(["$: found more than 10 bytes; expected at most 10 bytes, the limit in force."], Problems(() => CoalitionJson.ReadOutlook(text, new CoalitionLimits { MaxBytes = 10 })));
        Assert.Equal("$", Assert.Throws<CoalitionModelException>(() => CoalitionJson.ReadOutlook("{")).Problems.Single().Path);
    }

    [Fact]
    public void Read_AStream_FromWhereItStandsToItsEndAndLeftOpen()
    {
        var bytes = Encoding.UTF8.GetBytes(CoalitionJson.Write(Whole));
        using var stream = new MemoryStream([1, 2, .. bytes]) { Position = 2 };

        Assert.Equal(Whole, CoalitionJson.ReadOutlook(stream));
        Assert.True(stream.CanRead);
        Assert.Equal(Whole, CoalitionJson.ReadOutlook(new MemoryStream(bytes), new CoalitionLimits { MaxBytes = bytes.Length }));
        Assert.Equal(
            ["$: found more than 10 bytes; expected at most 10 bytes, the limit in force."],
            Problems(() => CoalitionJson.ReadOutlook(new MemoryStream(bytes), new CoalitionLimits { MaxBytes = 10 })));
        Assert.Throws<ArgumentNullException>("utf8Json", () => CoalitionJson.ReadOutlook((Stream)null!));
    }

    [Fact]
    public void Write_ToAStream_SameBytesAndStreamLeftOpen()
    {
        using var stream = new MemoryStream();

        CoalitionJson.Write(Whole, stream);

        Assert.Equal(CoalitionJson.Write(Whole), Encoding.UTF8.GetString(stream.ToArray()));
        Assert.True(stream.CanWrite);
        Assert.Throws<ArgumentNullException>("outlook", () => CoalitionJson.Write((Outlook)null!, Stream.Null));
        Assert.Throws<ArgumentNullException>("utf8Json", () => CoalitionJson.Write(Whole, null!));
    }

    [Fact]
    public void Write_Everything_ReadsBackEqual()
    {
        var text = CoalitionJson.Write(Whole);

        Assert.Equal(Whole, CoalitionJson.ReadOutlook(text));
        Assert.Equal(Whole.GetHashCode(), CoalitionJson.ReadOutlook(text).GetHashCode());
        Assert.Equal(text, CoalitionJson.Write(CoalitionJson.ReadOutlook(text)));
        Assert.True(IsValid(text));
        Assert.Equal("{\n  \"format\": \"coalition-outlook/1\"\n}\n", CoalitionJson.Write(Outlook.Create([], [])));
    }

    [Fact]
    public void Read_BytesChangedAtRandom_AValidOutlookOrTheOneException()
    {
        var random = new Random(1);
        var whole = Encoding.UTF8.GetBytes(CoalitionJson.Write(Whole));
        var refused = 0;
        for (var i = 0; i < 3000; i++)
        {
            var bytes = whole[..(i % 2 == 0 ? whole.Length : random.Next(whole.Length / 2, whole.Length))];
            for (var change = random.Next(4); change > 0; change--)
            {
                bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
            }

            var thrown = Record.Exception(() => CoalitionJson.ReadOutlook(bytes));
            Assert.True(thrown is null or CoalitionModelException, thrown?.ToString());
            refused += thrown is null ? 0 : 1;
        }

        Assert.InRange(refused, 1, 2999);
    }

    [Fact]
    public void Equality_OfOutlooks_TellsEveryPartApart()
    {
        Outlook[] others =
        [
            Outlook.Create([.. Whole.Sources, new Source { Id = "other", Label = SourceLabel.Fact, Title = "t" }], Whole.Estimates, Whole.Remedies, Whole.Note),
            Outlook.Create(Whole.Sources, Whole.Estimates.Reverse(), Whole.Remedies, Whole.Note),
            Outlook.Create(Whole.Sources, Whole.Estimates, null, Whole.Note),
            Outlook.Create(Whole.Sources, Whole.Estimates, Whole.Remedies! with { Unit = Unit.Brigades }, Whole.Note),
            Outlook.Create(Whole.Sources, Whole.Estimates, Whole.Remedies with { Remedies = [.. Whole.Remedies.Remedies.Reverse()] }, Whole.Note),
            Outlook.Create(Whole.Sources, Whole.Estimates, Whole.Remedies),
        ];

        Assert.All(others, o => Assert.False(Whole.Equals((object)o)));
        Assert.Equal(Whole, Outlook.Create(Whole.Sources, Whole.Estimates, Whole.Remedies, Whole.Note));
    }

    [Fact]
    public void Create_InCode_TheSamePlacesAsInAFile()
    {
        var estimate = new Estimate { Of = new FunctionVariable.OfParty("a", " ", "p"), Probability = 1 };
        var menu = new RemedyMenu { Unit = Unit.Euro, Remedies = [new Remedy.FurtherPledge { Id = "a", Cost = 1, Pledge = Given.Pledge("b", Given.FR) }] };

        Assert.Equal(
            [
                $"$.probabilities[0].of: found 'party:a/ /p'; expected {AVariable}.",
                "$.remedies.menu.a.pledge: found a pledge with the id 'b'; expected the id of its remedy, 'a'.",
            ],
            Problems(() => Outlook.Create([], [estimate], menu)));
        Assert.Throws<ArgumentOutOfRangeException>("Probability", () => estimate with { Probability = double.NaN });
        Assert.Throws<ArgumentOutOfRangeException>("Otherwise", () => estimate with { Otherwise = 1.5 });
        Assert.Throws<ArgumentOutOfRangeException>("Cost", () => menu.Remedies[0] with { Cost = -1 });
        Assert.Throws<ArgumentException>("Remedies", () => menu with { Remedies = default });
        Assert.Throws<ArgumentException>("Unit", () => menu with { Unit = default });
    }

    [Theory]
    [InlineData("approval:gb-commons")]
    [InlineData("nation:FR")]
    [InlineData("waiver:FR")]
    [InlineData("party:de-bundestag/Bundestag/Example party")]
    [InlineData("party:a/Upper~1Lower~0/Left/Right/~1")]
    public void Parse_Variable_AsItIsWritten(string written)
    {
        Assert.Equal(written, FunctionVariable.Parse(written).ToString());
        Assert.Equal(FunctionVariable.Parse(written), FunctionVariable.Parse(FunctionVariable.Parse(written).ToString()));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("nation:France")]
    [InlineData("waiver:")]
    [InlineData("party:A/b/c")]
    [InlineData("party:a/b")]
    [InlineData("party:a//c")]
    [InlineData("party:a/b/ ")]
    [InlineData("matter:a")]
    public void TryParse_NoVariable_False(string? written)
    {
        Assert.False(FunctionVariable.TryParse(written, out var none));
        Assert.Null(none);
    }

    [Fact]
    public void Schema_Embedded_IsThePublishedOne()
    {
        Assert.Equal(Repository.Text("docs", "coalition-outlook-1.schema.json"), CoalitionJson.OutlookSchema);
        Assert.Equal("coalition-outlook/1", CoalitionJson.OutlookFormat);
        Assert.Equal(CoalitionJson.OutlookFormat, Schema.GetProperty("properties").GetProperty("format").GetProperty("const").GetString());
    }

    [Fact]
    public void Schema_Names_AreThoseOfTheReader()
    {
        var formats = typeof(OutlookFormat).GetFields(System.Reflection.BindingFlags.NonPublic | System.Reflection.BindingFlags.Static)
            .Where(f => f.FieldType == typeof(PropertyNames)).ToDictionary(f => char.ToLowerInvariant(f.Name[0]) + f.Name[1..], f => ((PropertyNames)f.GetValue(null)!).Names);
        var definitions = Schema.GetProperty("$defs");

        Assert.All(formats, f => Assert.Equal(f.Value.AsEnumerable(), (f.Key == "root" ? Schema : definitions.GetProperty(f.Key)).GetProperty("properties").EnumerateObject().Select(p => p.Name)));
        Assert.All(formats.Keys, f => Assert.False((f == "root" ? Schema : definitions.GetProperty(f)).GetProperty("additionalProperties").GetBoolean()));
    }

    [Fact]
    public void Schema_WhatAModelFileHasToo_IsDefinedAlike()
    {
        var model = JsonDocument.Parse(CoalitionJson.Schema).RootElement.GetProperty("$defs");
        var own = (string[])["probability", "matter", "estimate", "remedies", "remedy"];
        var shared = Schema.GetProperty("$defs").EnumerateObject().Where(d => !own.Contains(d.Name)).ToList();

        Assert.Contains(shared, d => d.Name == "pledge");
        Assert.All(shared, d => Assert.True(JsonElement.DeepEquals(model.GetProperty(d.Name), d.Value), d.Name));
    }

    private static string Text(string body) => $"{{ \"format\": \"coalition-outlook/1\", {body} }}";

    private static bool IsValid(string json) => new SchemaValidator(Schema).IsValid(JsonDocument.Parse(json).RootElement);

    private static IEnumerable<string> Problems(Action read) => Assert.Throws<CoalitionModelException>(read).Problems.Select(p => p.ToString());
}
