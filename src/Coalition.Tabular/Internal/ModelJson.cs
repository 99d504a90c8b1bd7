using System.Text.Json;
using Coalition.Json;

namespace Coalition.Tabular.Internal;

/// <summary>A model as the JSON of its file.</summary>
internal static class ModelJson
{
    internal static JsonDocument Of(CoalitionModel model)
    {
        using var text = new MemoryStream();
        CoalitionJson.Write(model, text);

        // A requirement may have up to 128 levels, each of which takes two.
        return JsonDocument.Parse(text.GetBuffer().AsMemory(0, (int)text.Length).ToArray(), new JsonDocumentOptions { MaxDepth = 300 });
    }
}
