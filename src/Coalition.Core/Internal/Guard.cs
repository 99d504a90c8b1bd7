using System.Collections.Immutable;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using Coalition.Approvals;
using NodaTime;

namespace Coalition.Internal;

/// <summary>The checks that single records make of their own values.</summary>
internal static class Guard
{
    internal const int MaxIdLength = 100;
    internal const int MaxShownLength = 100;

    internal const string IdExpected = "an id of lower-case ASCII letters, digits and single hyphens, at most 100 long, such as fr-land";

    /// <summary>An id as the model file spells it: <c>fr-land</c>.</summary>
    internal static string Id(string value, [CallerMemberName] string name = "")
    {
        ArgumentNullException.ThrowIfNull(value, name);
        return IsId(value) ? value : throw new ArgumentException($"'{Clip(value)}' is not an id: expected {IdExpected}.", name);
    }

    internal static string? OptionalId(string? value, [CallerMemberName] string name = "") =>
        value is null ? null : Id(value, name);

    internal static ImmutableArray<string> Ids(ImmutableArray<string> ids, [CallerMemberName] string name = "")
    {
        foreach (var id in Items(ids, name))
        {
            Id(id, name);
        }

        return ids;
    }

    internal static bool IsId(ReadOnlySpan<char> value)
    {
        if (value.IsEmpty || value.Length > MaxIdLength || value[0] == '-' || value[^1] == '-')
        {
            return false;
        }

        for (var i = 0; i < value.Length; i++)
        {
            var c = value[i];
            var isHyphen = c == '-' && value[i - 1] != '-';
            if (!(char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || isHyphen))
            {
                return false;
            }
        }

        return true;
    }

    internal static string Text(string value, [CallerMemberName] string name = "")
    {
        ArgumentNullException.ThrowIfNull(value, name);
        return string.IsNullOrWhiteSpace(value) ? throw new ArgumentException("Expected some text, found none.", name)
            : IsUnicode(value) ? value
            : throw new ArgumentException("Expected Unicode text, found half of a surrogate pair.", name);
    }

    // What is not Unicode text cannot be written to a file.
    private static bool IsUnicode(ReadOnlySpan<char> value)
    {
        for (int at; (at = value.IndexOfAnyInRange('\uD800', '\uDFFF')) >= 0; value = value[(at + 2)..])
        {
            if (at + 1 == value.Length || !char.IsSurrogatePair(value[at], value[at + 1]))
            {
                return false;
            }
        }

        return true;
    }

    internal static ImmutableArray<string> Texts(ImmutableArray<string> texts, [CallerMemberName] string name = "")
    {
        foreach (var text in Items(texts, name))
        {
            Text(text, name);
        }

        return texts;
    }

    internal static string? OptionalText(string? value, [CallerMemberName] string name = "") =>
        value is null ? null : Text(value, name);

    /// <summary>A day that the model file can hold: of the ISO calendar, in the years 1 to 9999.</summary>
    internal static LocalDate Day(LocalDate value, [CallerMemberName] string name = "") =>
        value.Calendar == CalendarSystem.Iso && value.Year >= 1 ? value
            : throw new ArgumentOutOfRangeException(name, IsoDate.Format(value), "Expected a day of the ISO calendar, in the years 1 to 9999.");

    internal static LocalDate? Day(LocalDate? value, [CallerMemberName] string name = "") =>
        value is { } given ? Day(given, name) : null;

    // Written so that what is no number fails it too.
    internal static double Probability(double value, [CallerMemberName] string name = "") => value is >= 0 and <= 1 ? value
        : throw new ArgumentOutOfRangeException(name, value, "Expected a probability from 0 to 1.");

    internal static double? Probability(double? value, [CallerMemberName] string name = "") =>
        value is { } given ? Probability(given, name) : null;

    internal static long NotNegative(long value, [CallerMemberName] string name = "") => value >= 0 ? value
        : throw new ArgumentOutOfRangeException(name, value, "Expected a whole number of at least 0.");

    internal static long? NotNegative(long? value, [CallerMemberName] string name = "") =>
        value is { } given ? NotNegative(given, name) : null;

    /// <summary>Refuses the default value, which is no unit.</summary>
    internal static Unit Unit(Unit value, [CallerMemberName] string name = "") => value != default ? value
        : throw new ArgumentException("Expected a unit, found the default value.", name);

    internal static Unit? OptionalUnit(Unit? value, [CallerMemberName] string name = "") =>
        value is { } given ? Unit(given, name) : null;

    /// <summary>Refuses the default value, which is no share.</summary>
    internal static Share? OptionalShare(Share? value, [CallerMemberName] string name = "") =>
        value == default(Share) ? throw new ArgumentOutOfRangeException(name, value, "Expected a share above 0.") : value;

    /// <summary>Refuses a number that is no member of a closed set.</summary>
    internal static TEnum Defined<TEnum>(TEnum value, [CallerMemberName] string name = "")
        where TEnum : struct, Enum => Enum.IsDefined(value) ? value
            : throw new ArgumentOutOfRangeException(name, value, $"Expected a {typeof(TEnum).Name}.");

    internal static TEnum? Defined<TEnum>(TEnum? value, [CallerMemberName] string name = "")
        where TEnum : struct, Enum => value is { } given ? Defined(given, name) : null;

    internal static ImmutableArray<TEnum> DefinedItems<TEnum>(ImmutableArray<TEnum> items, [CallerMemberName] string name = "")
        where TEnum : struct, Enum
    {
        foreach (var item in Items(items, name))
        {
            Defined(item, name);
        }

        return items;
    }

    /// <summary>Refuses a <c>default</c> array and, in an array of references, a null.</summary>
    internal static ImmutableArray<T> Items<T>(ImmutableArray<T> items, [CallerMemberName] string name = "")
    {
        if (items.IsDefault)
        {
            throw new ArgumentException("Expected a list, found the default value of ImmutableArray.", name);
        }

        foreach (var item in items)
        {
            if (item is null)
            {
                throw new ArgumentException("Expected no null in the list.", name);
            }
        }

        return items;
    }

    /// <summary>Shortens a value for a message, so that hostile input cannot flood it.</summary>
    internal static string Clip(string value) => value.Length <= MaxShownLength ? value
        : string.Concat(value.AsSpan(0, char.IsHighSurrogate(value[MaxShownLength - 1]) ? MaxShownLength - 1 : MaxShownLength), "…");

    /// <summary>Shows control characters and line ends as escapes, so that a message stays on its line.</summary>
    internal static string OneLine(string value)
    {
        if (!value.AsSpan().ContainsAnyInRange('\0', '\u001F') && !value.AsSpan().ContainsAnyInRange('\u007F', '\u009F')
            && !value.AsSpan().ContainsAnyInRange('\u2028', '\u2029'))
        {
            return value;
        }

        var line = new StringBuilder();
        foreach (var c in value)
        {
            if (char.IsControl(c) || c is '\u2028' or '\u2029')
            {
                line.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:x4}");
            }
            else
            {
                line.Append(c);
            }
        }

        return line.ToString();
    }
}
