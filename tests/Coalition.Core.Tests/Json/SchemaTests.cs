using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Coalition.Approvals;
using Coalition.Internal;
using Coalition.Json;
using Coalition.Tests.Fixtures;
using NJsonSchema;

namespace Coalition.Tests.Json;

/// <summary>The published schema says what the reader does: the same names, the same words, and as much of the rest as a schema can say.</summary>
public class SchemaTests
{
    private static readonly JsonDocument Document = JsonDocument.Parse(CoalitionJson.Schema);

    private static readonly JsonElement Schema = Document.RootElement;

    private static readonly SchemaValidator Validator = new(Schema);

    private static readonly string[] ObjectNames =
        ["source", "supportType", "nation", "circumstance", "event", "approval", "decision", "party", "act", "tally", "mandate", "pledge", "stage", "claim", "readiness", "guarantee", "standard"];

    public static TheoryData<string> Objects => [.. ObjectNames];

    public static TheoryData<string> SeenBySchema => [.. BadShapes.All.Where(c => c.SchemaSees).Select(c => c.Name)];

    public static TheoryData<string> NotSeenBySchema => [.. BadShapes.All.Where(c => !c.SchemaSees).Select(c => c.Name)];

    [Fact]
    public void Schema_Embedded_IsThePublishedOne() => Assert.Equal(File.ReadAllText(Path.Combine(Repository.Root, "docs", "coalition-1.schema.json")), CoalitionJson.Schema);

    [Fact]
    public void Format_OfTheSchema_IsTheOneRead()
    {
        Assert.Equal("coalition/1", CoalitionJson.Format);
        Assert.Equal(CoalitionJson.Format, Schema.GetProperty("properties").GetProperty("format").GetProperty("const").GetString());
    }

    [Theory]
    [MemberData(nameof(Objects))]
    public void Names_OfEachObject_AreThoseOfTheReader(string of)
    {
        var names = (PropertyNames)typeof(ModelFormat)
            .GetField(char.ToUpperInvariant(of[0]) + of[1..], System.Reflection.BindingFlags.NonPublic | System.Reflection.BindingFlags.Static)!.GetValue(null)!;

        Assert.Equal(names.Names, Names(Definition(of)));
        Assert.False(Definition(of).GetProperty("additionalProperties").GetBoolean());
    }

    [Fact]
    public void Names_OfTheRootAndTheFilter_AreThoseOfTheReader()
    {
        Assert.Equal(ModelFormat.Root.Names, Names(Schema));
        Assert.Equal(ModelFormat.Filter.Names, Names(Definition("filter").GetProperty("anyOf")[1]));
    }

    [Fact]
    public void Names_OfRequirements_AreThoseOfTheReader() => Assert.Equal(
        ModelFormat.Requirement.Names.Order(),
        Definition("requirement").GetProperty("anyOf").EnumerateArray().Skip(1).SelectMany(Names).Distinct().Order());

    [Fact]
    public void Definitions_AllAreReadBySomething()
    {
        string[] values = ["id", "text", "date", "publicationDate", "nationCode", "unit", "legalPeriod", "amount", "count", "filter", "requirement"];

        Assert.Equal(ObjectNames.Concat(values).Order(), Schema.GetProperty("$defs").EnumerateObject().Select(d => d.Name).Order());
        Assert.Equal(
            ObjectNames.Select(o => char.ToUpperInvariant(o[0]) + o[1..]).Concat(["Root", "Filter", "Requirement", "Acts"]).Order(),
            typeof(ModelFormat).GetFields(System.Reflection.BindingFlags.NonPublic | System.Reflection.BindingFlags.Static)
                .Where(f => f.FieldType == typeof(PropertyNames)).Select(f => f.Name).Order());
    }

    [Fact]
    public void Words_OfClosedSets_AreThoseOfTheReader()
    {
        Check<SourceLabel>("source", "label");
        Check<SupportFamily>("supportType", "family");
        Check<NationRole>("nation", "roles");
        Check<CircumstanceChange>("event", "event");
        Check<ApprovalProcedure>("approval", "procedure");
        Check<DecisionCombination>("approval", "combination");
        Check<PeriodStart>("approval", "decideFrom");
        Check<Zone>("mandate", "zones");
        Check<PledgeStage>("pledge", "stage");
        Check<Zone>("pledge", "zone");
        Check<PledgeStage>("stage", "stage");
        Check<GuaranteePillar>("guarantee", "pillar");
        Assert.Equal(ModelFormat.Acts.Names.AsEnumerable(), Words(Definition("act").GetProperty("properties").GetProperty("act")));

        var filter = Definition("filter").GetProperty("anyOf")[1].GetProperty("properties");
        Assert.Equal(FormatNames.All<SupportFamily>().AsEnumerable(), Words(filter.GetProperty("families")));
        Assert.Equal(FormatNames.All<NationRole>().AsEnumerable(), Words(filter.GetProperty("roles")));
        Assert.Equal(FormatNames.All<Zone>().AsEnumerable(), Words(filter.GetProperty("zones")));
        Assert.Equal(FormatNames.All<PledgeStage>()[2..].AsEnumerable(), Words(filter.GetProperty("leastStage")));

        static void Check<TEnum>(string of, string property)
            where TEnum : struct, Enum => Assert.Equal(FormatNames.All<TEnum>().AsEnumerable(), Words(Definition(of).GetProperty("properties").GetProperty(property)));
    }

    [Theory]
    [InlineData("paris-2026.json")]
    [InlineData("illustrative.json")]
    public async Task Schema_Samples_Valid(string sample)
    {
        var text = File.ReadAllText(Path.Combine(Repository.Root, "samples", "ParisSummit", sample));

        Assert.True(IsValid(text));
        Assert.Empty((await OfAnotherMaker()).Validate(text));
    }

    [Fact]
    public async Task Schema_Everything_Valid()
    {
        var text = CoalitionJson.Write(Everything.Model);

        Assert.True(IsValid(text));
        Assert.Empty((await OfAnotherMaker()).Validate(text));
    }

    [Theory]
    [MemberData(nameof(SeenBySchema))]
    public void Schema_BadShape_Refused(string name) => Assert.False(IsValid(BadShapes.All.Single(c => c.Name == name).Json));

    // What only the reader sees, so that a change of the schema is noticed here too.
    [Theory]
    [MemberData(nameof(NotSeenBySchema))]
    public void Schema_BadShapeThatNoSchemaSees_Passes(string name) => Assert.True(IsValid(BadShapes.All.Single(c => c.Name == name).Json));

    // The other maker's validator knows neither 'if' nor 'propertyNames', and throws on numbers beyond 64 bits.
    [Fact]
    public async Task Schema_BadShapes_RefusedByAnotherMakersValidatorToo()
    {
        var schema = await OfAnotherMaker();
        var passed = BadShapes.All.Where(c => c.SchemaSees && c.Of != "Root" && !c.What.Contains("beyond", StringComparison.Ordinal) && schema.Validate(c.Json).Count == 0).Select(c => c.Name);

        Assert.Equal(
            [
                "Approval: an override of a request", "Approval: an announced vote of a refusal", "Approval: an extension without a last day",
                "Approval: a last day of a revocation", "Approval: a body that submits", "Approval: a tally of an undertaking", "Approval: a mandate of a refusal",
                "Approval: a body, a tally and a mandate of a revocation", "Approval: a ceiling on what is no id", "Guarantee: a standard whose id is none",
            ],
            passed);
    }

    [Fact]
    public void Schema_AmountsAtTheEdges_AsTheReader()
    {
        static string Claim(string amount) =>
            Given.Text("\"pledges\": { \"p\": { \"nation\": \"FR\", \"support\": \"land\", \"stage\": \"firm\", \"amount\": [{ \"to\": " + amount + " }] } }");

        Assert.True(IsValid(Claim("9223372036854775807")));
        Assert.NotNull(CoalitionJson.Read(Claim("9223372036854775807")));
        Assert.False(IsValid(Claim("9223372036854775808")));
    }

    internal static bool IsValid(string json)
    {
        using var document = JsonDocument.Parse(json);
        return Validator.IsValid(document.RootElement);
    }

    // In the words of draft 7, which is the latest that NJsonSchema knows.
    private static async Task<JsonSchema> OfAnotherMaker()
    {
        var text = new StringBuilder(CoalitionJson.Schema)
            .Replace("https://json-schema.org/draft/2020-12/schema", "http://json-schema.org/draft-07/schema#")
            .Replace("$defs", "definitions").ToString();
        var schema = JsonNode.Parse(text)!;
        schema["properties"]!["format"] = new JsonObject { ["enum"] = new JsonArray(CoalitionJson.Format) };
        schema["definitions"]!["requirement"]!["anyOf"]![0] = new JsonObject { ["enum"] = new JsonArray("always") };
        schema["definitions"]!["act"]!.AsObject().Remove("allOf");
        return await JsonSchema.FromJsonAsync(schema.ToJsonString());
    }

    private static JsonElement Definition(string name) => Schema.GetProperty("$defs").GetProperty(name);

    private static IEnumerable<string> Names(JsonElement of) => of.GetProperty("properties").EnumerateObject().Select(p => p.Name);

    private static ImmutableArray<string> Words(JsonElement of) =>
        [.. (of.TryGetProperty("items", out var items) ? items : of).GetProperty("enum").EnumerateArray().Select(w => w.GetString()!)];
}
