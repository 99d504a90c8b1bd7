using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Coalition.Tests.Fixtures;

/// <summary>As much of JSON Schema 2020-12 as the published schema uses; it refuses a keyword that it does not know.</summary>
/// <remarks>Written out because the validator at hand knows drafts 4 to 7: not <c>$defs</c>, <c>const</c>, <c>propertyNames</c> or <c>if</c>.</remarks>
internal sealed class SchemaValidator(JsonElement root)
{
    internal bool IsValid(JsonElement value) => IsValid(root, value);

    private bool IsValid(JsonElement schema, JsonElement value)
    {
        if (schema.ValueKind is JsonValueKind.True or JsonValueKind.False)
        {
            return schema.ValueKind == JsonValueKind.True;
        }

        foreach (var keyword in schema.EnumerateObject())
        {
            if (!Holds(keyword.Name, keyword.Value, schema, value))
            {
                return false;
            }
        }

        return true;
    }

    private bool Holds(string keyword, JsonElement argument, JsonElement schema, JsonElement value) => keyword switch
    {
        "$schema" or "title" or "description" or "$defs" or "then" or "else" => true,
        "$ref" => IsValid(Resolve(argument.GetString()!), value),
        "type" => argument.GetString() switch
        {
            "object" => value.ValueKind == JsonValueKind.Object,
            "array" => value.ValueKind == JsonValueKind.Array,
            "string" => value.ValueKind == JsonValueKind.String,
            "boolean" => value.ValueKind is JsonValueKind.True or JsonValueKind.False,
            "number" => value.ValueKind == JsonValueKind.Number,
            "integer" => value.ValueKind == JsonValueKind.Number && IsInteger(value),
            var other => throw new NotSupportedException(other),
        },
        "enum" => argument.EnumerateArray().Any(a => JsonElement.DeepEquals(a, value)),
        "const" => JsonElement.DeepEquals(argument, value),
        "pattern" => value.ValueKind != JsonValueKind.String || Regex.IsMatch(value.GetString()!, argument.GetString()!, RegexOptions.ECMAScript),
        "maxLength" => value.ValueKind != JsonValueKind.String || value.GetString()!.Length <= argument.GetInt32(),
        "minimum" => value.ValueKind != JsonValueKind.Number || Number(value) >= Number(argument),
        "maximum" => value.ValueKind != JsonValueKind.Number || Number(value) <= Number(argument),
        "items" => value.ValueKind != JsonValueKind.Array || value.EnumerateArray().All(i => IsValid(argument, i)),
        "minItems" => value.ValueKind != JsonValueKind.Array || value.GetArrayLength() >= argument.GetInt32(),
        "uniqueItems" => value.ValueKind != JsonValueKind.Array || value.EnumerateArray().Select(i => i.GetRawText()).Distinct().Count() == value.GetArrayLength(),
        "minProperties" => value.ValueKind != JsonValueKind.Object || value.EnumerateObject().Count() >= argument.GetInt32(),
        "required" => value.ValueKind != JsonValueKind.Object || argument.EnumerateArray().All(n => value.TryGetProperty(n.GetString()!, out _)),
        "properties" => value.ValueKind != JsonValueKind.Object
            || argument.EnumerateObject().All(p => !value.TryGetProperty(p.Name, out var of) || IsValid(p.Value, of)),
        "additionalProperties" => value.ValueKind != JsonValueKind.Object
            || value.EnumerateObject().All(p => (schema.TryGetProperty("properties", out var known) && known.TryGetProperty(p.Name, out _)) || IsValid(argument, p.Value)),
        "propertyNames" => value.ValueKind != JsonValueKind.Object || value.EnumerateObject().All(p => IsValid(argument, JsonSerializer.SerializeToElement(p.Name))),
        "anyOf" => argument.EnumerateArray().Any(s => IsValid(s, value)),
        "allOf" => argument.EnumerateArray().All(s => IsValid(s, value)),
        "if" => !schema.TryGetProperty(IsValid(argument, value) ? "then" : "else", out var follows) || IsValid(follows, value),
        _ => throw new NotSupportedException(keyword),
    };

    private JsonElement Resolve(string reference) =>
        reference[2..].Split('/').Aggregate(root, (at, name) => at.GetProperty(name));

    private static bool IsInteger(JsonElement value) => Number(value) == decimal.Truncate(Number(value));

    private static decimal Number(JsonElement value) =>
        decimal.TryParse(value.GetRawText(), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : decimal.MaxValue;
}
