using System.Collections.Immutable;
using System.Text;
using System.Text.Json;

namespace Coalition.Json;

/// <summary>The names that an object of the model file may have: what the reader knows, and what the schema says.</summary>
internal sealed class PropertyNames
{
    private readonly byte[][] encoded;

    internal PropertyNames(params ImmutableArray<string> names)
    {
        Names = names;
        OneOf = $"one of {string.Join(", ", names)}";
        encoded = [.. names.Select(Encoding.UTF8.GetBytes)];
    }

    internal ImmutableArray<string> Names { get; }

    /// <summary>What a message says was expected.</summary>
    internal string OneOf { get; }

    /// <summary>The position of the string that the reader is at, or -1.</summary>
    internal int Find(ref Utf8JsonReader json)
    {
        for (var i = 0; i < encoded.Length; i++)
        {
            if (json.ValueTextEquals(encoded[i]))
            {
                return i;
            }
        }

        return -1;
    }
}
