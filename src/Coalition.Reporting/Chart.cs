using System.Text.Json.Nodes;

namespace Coalition.Reporting;

/// <summary>The data of a chart, as the script reads it.</summary>
internal static class Chart
{
    /// <summary>JSON that may stand in a script element: the serializer writes every character that HTML or a script could mistake as an escape.</summary>
    internal static string Json(JsonNode data) => data.ToJsonString();

    internal static JsonArray Array(IEnumerable<JsonNode?> items) => [.. items];

    /// <summary>A text in a chart, where no element can isolate its direction.</summary>
    internal static JsonNode Text(string text) => JsonValue.Create(Words.Level(text))!;

    // A picture needs no more digits than a double has; every number is told as text beside it.
    internal static JsonNode Number(Int128 amount) => JsonValue.Create((double)amount)!;
}
