using System.Text.Json;
using System.Text.Json.Serialization;

namespace Coalition.Benchmarks;

/// <summary>A model file as plain objects: what a user would write who wants no more than to get at the text's content.</summary>
/// <remarks>Words and codes stay strings and nothing is checked; days become dates. Nothing of it looks into this library.</remarks>
internal sealed class PlainModel
{
    public string? Format { get; set; }

    public DateOnly AsOf { get; set; }

    public string? Title { get; set; }

    public string? Note { get; set; }

    public Dictionary<string, PlainSource> Sources { get; set; } = [];

    public Dictionary<string, PlainNation> Nations { get; set; } = [];

    public Dictionary<string, PlainCircumstance> Circumstances { get; set; } = [];

    public Dictionary<string, PlainApproval> Approvals { get; set; } = [];

    public Dictionary<string, PlainPledge> Pledges { get; set; } = [];

    public Dictionary<string, PlainGuarantee> Guarantees { get; set; } = [];

    /// <summary>Reads by reflection, with the one option that the names of the format ask for: the ordinary way.</summary>
    internal static PlainModel Read(byte[] utf8) => JsonSerializer.Deserialize<PlainModel>(utf8, Camel)!;

    /// <summary>Reads by generated code.</summary>
    internal static PlainModel ReadGenerated(byte[] utf8) => JsonSerializer.Deserialize(utf8, PlainContext.Default.PlainModel)!;

    private static readonly JsonSerializerOptions Camel = new() { PropertyNamingPolicy = JsonNamingPolicy.CamelCase };
}

internal sealed class PlainSource
{
    public string? Label { get; set; }

    public string? Title { get; set; }

    public string? Publisher { get; set; }

    public string? Published { get; set; }

    public string? Link { get; set; }

    public string? Reliability { get; set; }

    public string? Note { get; set; }
}

internal sealed class PlainNation
{
    public string? Name { get; set; }

    public List<string> Roles { get; set; } = [];

    public bool NuclearArmed { get; set; }
}

internal sealed class PlainCircumstance
{
    public string? Title { get; set; }

    public List<PlainFact> Events { get; set; } = [];

    public string? Source { get; set; }
}

/// <summary>An event, a stage or an act.</summary>
internal sealed class PlainFact
{
    public string? Event { get; set; }

    public string? Stage { get; set; }

    public string? Act { get; set; }

    public DateOnly On { get; set; }

    public string? Body { get; set; }

    public PlainTally? Tally { get; set; }

    public PlainMandate? Mandate { get; set; }

    public string? Published { get; set; }

    public string? Source { get; set; }

    public bool Assumed { get; set; }

    public string? Note { get; set; }
}

internal sealed class PlainTally
{
    public int Yes { get; set; }

    public int No { get; set; }

    public int Abstain { get; set; }
}

internal sealed class PlainMandate
{
    public DateOnly? From { get; set; }

    public DateOnly? Until { get; set; }

    public Dictionary<string, long> Ceilings { get; set; } = [];

    public List<string> Zones { get; set; } = [];

    public List<string> Support { get; set; } = [];

    public List<string> Caveats { get; set; } = [];

    public PlainRequirement? Condition { get; set; }
}

internal sealed class PlainApproval
{
    public string? Nation { get; set; }

    public string? Procedure { get; set; }

    public List<PlainDecision> Decisions { get; set; } = [];

    public DateOnly? Due { get; set; }

    public List<PlainFact> Acts { get; set; } = [];

    public string? Source { get; set; }
}

internal sealed class PlainDecision
{
    public string? Body { get; set; }

    public int? Members { get; set; }

    public string? Needs { get; set; }
}

internal sealed class PlainPledge
{
    public string? Nation { get; set; }

    public string? Support { get; set; }

    public string? Stage { get; set; }

    public List<PlainFact> Stages { get; set; } = [];

    public string? Unit { get; set; }

    public List<PlainClaim> Amount { get; set; } = [];

    public string? Rotation { get; set; }

    public DateOnly? From { get; set; }

    public DateOnly? Until { get; set; }

    public PlainReadiness? Readiness { get; set; }

    public string? Zone { get; set; }

    public string? Host { get; set; }

    public List<string> Needs { get; set; } = [];

    public PlainRequirement? Condition { get; set; }

    public string? Source { get; set; }

    public string? Note { get; set; }
}

internal sealed class PlainClaim
{
    public long? From { get; set; }

    public long? To { get; set; }

    public string? Published { get; set; }

    public string? Source { get; set; }

    public string? Note { get; set; }
}

internal sealed class PlainReadiness
{
    public string? Notice { get; set; }

    public string? From { get; set; }
}

internal sealed class PlainGuarantee
{
    public string? Title { get; set; }

    public string? Pillar { get; set; }

    public string? Beneficiary { get; set; }

    public string? Trigger { get; set; }

    public DateOnly? From { get; set; }

    public DateOnly? Until { get; set; }

    public Dictionary<string, PlainStandard> Standards { get; set; } = [];

    public string? Source { get; set; }
}

internal sealed class PlainStandard
{
    public string? Title { get; set; }

    public string? Source { get; set; }

    public PlainRequirement? Requires { get; set; }
}

/// <summary>All forms of a requirement in one, as plain objects would have it.</summary>
internal sealed class PlainRequirement
{
    public string? Holds { get; set; }

    public PlainFilter? Total { get; set; }

    public long? AtLeast { get; set; }

    public long? PerNationCap { get; set; }

    public string? Unit { get; set; }

    public bool Sustained { get; set; }

    public PlainFilter? Contributors { get; set; }

    public string? Contributes { get; set; }

    public PlainFilter? With { get; set; }

    public string? Met { get; set; }

    public string? Standard { get; set; }

    public List<PlainRequirement>? AllOf { get; set; }

    public List<PlainRequirement>? AnyOf { get; set; }

    public List<PlainRequirement>? Of { get; set; }
}

/// <summary>A filter: lists, or a support type for short.</summary>
[JsonConverter(typeof(PlainFilterConverter))]
internal sealed class PlainFilter : PlainLists;

internal class PlainLists
{
    public List<string>? Support { get; set; }

    public List<string>? Families { get; set; }

    public List<string>? Nations { get; set; }

    public List<string>? Roles { get; set; }

    public List<string>? Zones { get; set; }

    public List<string>? Pledges { get; set; }

    public string? LeastStage { get; set; }
}

internal sealed class PlainFilterConverter : JsonConverter<PlainFilter>
{
    public override PlainFilter Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType == JsonTokenType.String)
        {
            return new PlainFilter { Support = [reader.GetString()!] };
        }

        var lists = JsonSerializer.Deserialize<PlainLists>(ref reader, options)!;
        return new PlainFilter
        {
            Support = lists.Support,
            Families = lists.Families,
            Nations = lists.Nations,
            Roles = lists.Roles,
            Zones = lists.Zones,
            Pledges = lists.Pledges,
            LeastStage = lists.LeastStage,
        };
    }

    public override void Write(Utf8JsonWriter writer, PlainFilter value, JsonSerializerOptions options) => throw new NotSupportedException();
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(PlainModel))]
[JsonSerializable(typeof(PlainLists))]
internal sealed partial class PlainContext : JsonSerializerContext;
