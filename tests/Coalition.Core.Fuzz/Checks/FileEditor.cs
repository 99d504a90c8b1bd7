using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;

namespace Coalition.Fuzz;

/// <summary>Reads bytes as edits of a file, so that many of the files that come out are valid.</summary>
/// <remarks>
/// The first byte chooses a seed. Then come edits of four bytes each: what to do, at which place (two bytes), and with what. A place mostly receives what
/// stands in such a place of some seed: a requirement takes the place of a requirement, an act that of an act, a day that of a day.
/// </remarks>
internal sealed class FileEditor
{
    private const int MostEdits = 16;

    private static readonly long[] Numbers = [0, 1, 2, 3, 100, 9_999, int.MaxValue, long.MaxValue / 2, long.MaxValue - 1, long.MaxValue];

    private readonly ImmutableArray<JsonObject> seeds;

    // What stands in places of a kind, and all properties that objects of a kind have.
    private readonly ILookup<string, JsonPlace> byKind;
    private readonly ILookup<string, JsonPlace> byParent;

    internal FileEditor(IEnumerable<byte[]> seeds)
    {
        this.seeds = [.. seeds.Select(s => JsonNode.Parse(s)!.AsObject())];
        var places = this.seeds.SelectMany(JsonPlace.All).ToList();
        byKind = places.ToLookup(p => p.Kind);
        byParent = places.ToLookup(p => p.ParentKind);
    }

    /// <summary>The file that the bytes make.</summary>
    internal byte[] Edit(ReadOnlySpan<byte> bytes)
    {
        var file = (JsonObject)seeds[bytes.IsEmpty ? 0 : bytes[0] % seeds.Length].DeepClone();
        var edits = bytes.IsEmpty ? bytes : bytes[1..];
        for (var i = 0; i < MostEdits && edits.Length >= 4; i++, edits = edits[4..])
        {
            var places = JsonPlace.All(file).ToList();
            if (places.Count > 0)
            {
                Apply(edits[0], places[((edits[1] << 8) | edits[2]) % places.Count], edits[3]);
            }
        }

        return Encoding.UTF8.GetBytes(file.ToJsonString());
    }

    private void Apply(int what, JsonPlace place, int with)
    {
        switch (what % 8)
        {
            case 0:
                place.Remove();
                break;
            case 1 or 2:
                Add(place, with);
                break;
            case 3 or 4 when Number(place) is { } number:
                place.Set(JsonValue.Create(with < 128 ? Numbers[with % Numbers.Length] : unchecked(number + with - 192)));
                break;
            case 3 or 4 when Day(place) is { } day:
                var moved = Math.Clamp(day.DayNumber + with - 128, 0, DateOnly.MaxValue.DayNumber);
                place.Set(JsonValue.Create(DateOnly.FromDayNumber(moved).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)));
                break;
            default:
                if (Drawn(byKind[place.Kind], with) is { } other)
                {
                    place.Set(other.Value.DeepClone());
                }

                break;
        }
    }

    // One more property, entry or item, as some seed has it in such a place; an entry by its own id, or by a new one.
    private void Add(JsonPlace place, int with)
    {
        if (Drawn(byParent[place.Kind], with) is not { } drawn)
        {
            return;
        }

        switch (place.Value)
        {
            case JsonArray items:
                items.Add(drawn.Value.DeepClone());
                break;
            case JsonObject members:
                members[place.IsMap && !place.IsByNation && with >= 128 ? $"n{with % 16}" : drawn.Name] = drawn.Value.DeepClone();
                break;
        }
    }

    private static JsonPlace? Drawn(IEnumerable<JsonPlace> places, int with) =>
        places.ToList() is { Count: > 0 } list ? list[with * 7_919 % list.Count] : null;

    private static long? Number(JsonPlace place) => place.Value is JsonValue value && value.TryGetValue(out long number) ? number : null;

    private static DateOnly? Day(JsonPlace place) => place.Value is JsonValue value && value.TryGetValue(out string? text)
        && DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}
