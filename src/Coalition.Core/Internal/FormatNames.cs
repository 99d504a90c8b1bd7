using System.Collections.Immutable;

namespace Coalition.Internal;

/// <summary>The names by which the model file and all messages call the members of closed sets: the member's name in camel case.</summary>
internal static class FormatNames
{
    internal static string Of<TEnum>(TEnum value)
        where TEnum : struct, Enum => NamesOf<TEnum>.Find(value);

    internal static ImmutableArray<string> All<TEnum>()
        where TEnum : struct, Enum => NamesOf<TEnum>.Names;

    internal static string OneOf<TEnum>()
        where TEnum : struct, Enum => NamesOf<TEnum>.OneOf;

    internal static class NamesOf<TEnum>
        where TEnum : struct, Enum
    {
        internal static readonly TEnum[] Values = Enum.GetValues<TEnum>();

        internal static readonly ImmutableArray<string> Names = [.. Values.Select(v => CamelCase(v.ToString()))];

        // Kept, since the reader has it at hand for every entry.
        internal static readonly string OneOf = $"one of {string.Join(", ", Names)}";

        internal static string Find(TEnum value)
        {
            var position = Array.IndexOf(Values, value);
            return position < 0 ? throw new ArgumentOutOfRangeException(nameof(value), value, $"Not a {typeof(TEnum).Name}.") : Names[position];
        }

        private static string CamelCase(string name) => char.ToLowerInvariant(name[0]) + name[1..];
    }
}
