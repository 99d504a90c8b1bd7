using System.Globalization;
using System.Text;
using System.Text.Json;
using Coalition.Approvals;
using Coalition.Internal;
using NodaTime;
using NodaTime.Text;

namespace Coalition.Json;

/// <summary>Reads values of well-formed JSON one after the other, and notes whatever is not as expected, with its place, instead of stopping.</summary>
/// <remarks>
/// Every <c>Read…</c> method is called with the reader at the first token of a value and leaves it at the last, whatever the value is.
/// </remarks>
internal ref struct JsonCursor
{
    private const int MaxLevels = 300;

    private readonly Problems problems;
    private readonly Segment[] segments = new Segment[MaxLevels];
    private readonly Dictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> interned;
    private Utf8JsonReader json;
    private int depth;

    internal JsonCursor(ReadOnlySpan<byte> utf8, int maxDepth, Problems problems)
    {
        this.problems = problems;
        json = new Utf8JsonReader(utf8, new JsonReaderOptions { MaxDepth = maxDepth });
        interned = new Dictionary<string, string>().GetAlternateLookup<ReadOnlySpan<char>>();
        MaxDepth = maxDepth;
    }

    internal int MaxDepth { get; }

    /// <summary>Whether reading stopped before an object or array that would be one level too deep.</summary>
    internal readonly bool IsBeforeTooDeep(ReadOnlySpan<byte> utf8)
    {
        var levels = json.CurrentDepth + (json.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray ? 1 : 0);
        return levels == MaxDepth && json.BytesConsumed < utf8.Length && utf8[(int)json.BytesConsumed] is (byte)'{' or (byte)'[';
    }

    internal readonly JsonTokenType Token => json.TokenType;

    /// <summary>How many problems there are, so that a caller can tell whether a value was read without any.</summary>
    internal readonly long ProblemCount => problems.Count;

    /// <summary>The place of the value, as <c>$.pledges.fr-land.amount[0]</c>.</summary>
    internal readonly string Path
    {
        get
        {
            var path = new StringBuilder("$");
            for (var i = 0; i < depth; i++)
            {
                var segment = segments[i];
                if (segment.Name is { } name)
                {
                    path.Append('.').Append(Guard.Clip(name));
                }
                else if (segment.Index >= 0)
                {
                    path.Append(CultureInfo.InvariantCulture, $"[{segment.Index}]");
                }
            }

            return path.ToString();
        }
    }

    /// <summary>Moves to the next token.</summary>
    internal bool Move() => json.Read();

    internal readonly void Report(string found, string expected) => problems.Add(Path, found, expected);

    /// <summary>Notes a problem with a part of the value, such as one of its properties.</summary>
    internal readonly void ReportAt(string part, string found, string expected) => problems.Add($"{Path}.{part}", found, expected);

    internal readonly void ReportMissing(string property, string expected) => problems.Add(Path, $"no '{property}'", expected);

    /// <summary>Notes that the value is of the wrong kind, and passes over it.</summary>
    internal void Refuse(string expected)
    {
        Report(Show(), expected);
        Skip();
    }

    internal void Skip()
    {
        if (json.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray)
        {
            json.Skip();
        }
    }

    /// <summary>Enters an object; false, having passed over the value, if it is none.</summary>
    internal bool EnterObject(string expected = "an object")
    {
        if (json.TokenType != JsonTokenType.StartObject)
        {
            Refuse(expected);
            return false;
        }

        segments[depth++] = new Segment(null, -1);
        return true;
    }

    /// <summary>Moves to the value of the next property that has one of some names; false, having left the object, after the last.</summary>
    /// <param name="names">The names.</param>
    /// <param name="seen">The properties met so far, as bits; 0 at first.</param>
    /// <param name="property">The position of the name.</param>
    internal bool NextProperty(PropertyNames names, ref int seen, out int property)
    {
        while (true)
        {
            json.Read();
            if (json.TokenType == JsonTokenType.EndObject)
            {
                depth--;
                property = -1;
                return false;
            }

            property = names.Find(ref json);
            if (property < 0)
            {
                var name = json.GetString()!;
                segments[depth - 1] = new Segment(name, -1);
                Report($"the unknown property '{Guard.Clip(name)}'", names.OneOf);
            }
            else
            {
                segments[depth - 1] = new Segment(names.Names[property], -1);
                if ((seen & (1 << property)) == 0)
                {
                    seen |= 1 << property;
                    json.Read();
                    return true;
                }

                Report($"a second '{names.Names[property]}'", "each property once");
            }

            json.Read();
            Skip();
        }
    }

    /// <summary>Moves to the value of the next property, whatever its name; false, having left the object, after the last.</summary>
    internal bool NextEntry(out string key)
    {
        json.Read();
        if (json.TokenType == JsonTokenType.EndObject)
        {
            depth--;
            key = "";
            return false;
        }

        key = json.GetString()!;
        segments[depth - 1] = new Segment(key, -1);
        json.Read();
        return true;
    }

    /// <summary>Enters an array; false, having passed over the value, if it is none.</summary>
    internal bool EnterArray(string expected)
    {
        if (json.TokenType != JsonTokenType.StartArray)
        {
            Refuse(expected);
            return false;
        }

        segments[depth++] = new Segment(null, -1);
        return true;
    }

    /// <summary>Moves to the next item; false, having left the array, after the last.</summary>
    internal bool NextItem()
    {
        json.Read();
        if (json.TokenType == JsonTokenType.EndArray)
        {
            depth--;
            return false;
        }

        segments[depth - 1] = new Segment(null, segments[depth - 1].Index + 1);
        return true;
    }

    /// <summary>Text that is not blank; null with a problem otherwise.</summary>
    internal string? ReadText()
    {
        const string Expected = "text that is not blank";
        if (json.TokenType != JsonTokenType.String)
        {
            Refuse(Expected);
            return null;
        }

        var text = json.GetString()!;
        if (string.IsNullOrWhiteSpace(text))
        {
            Report($"'{text}'", Expected);
            return null;
        }

        return text;
    }

    /// <summary>An id that something else is called by; equal ids give one string. Null with a problem if it is no id.</summary>
    internal string? ReadId()
    {
        Span<char> buffer = stackalloc char[Guard.MaxIdLength + 4];
        if (!TryCopy(buffer, out var text) || !Guard.IsId(text))
        {
            Refuse(Guard.IdExpected);
            return null;
        }

        if (!interned.TryGetValue(text, out var id))
        {
            id = text.ToString();
            interned[text] = id;
        }

        return id;
    }

    internal NationCode ReadNation() => ReadParsed<NationCode>(NationCode.Expected) ?? default;

    internal Unit? ReadUnit() => ReadParsed<Unit>(Unit.Expected);

    internal PublicationDate? ReadPublicationDate() => ReadParsed<PublicationDate>(PublicationDate.Expected);

    internal LocalDate? ReadDate()
    {
        Span<char> buffer = stackalloc char[16];
        if (TryCopy(buffer, out var text) && IsoDate.TryParse(text, out var day))
        {
            return day;
        }

        Refuse(IsoDate.Expected);
        return null;
    }

    internal Share? ReadShare()
    {
        Span<char> buffer = stackalloc char[16];
        if (TryCopy(buffer, out var text) && Share.TryParse(text.ToString(), out var share))
        {
            return share;
        }

        Refuse("a fraction above 0 and up to 1, such as 1/3, with a denominator up to 1,000");
        return null;
    }

    private T? ReadParsed<T>(string expected)
        where T : struct, ISpanParsable<T>
    {
        Span<char> buffer = stackalloc char[Guard.MaxIdLength];
        if (TryCopy(buffer, out var text) && T.TryParse(text, null, out var value))
        {
            return value;
        }

        Refuse(expected);
        return null;
    }

    internal Period? ReadNotice()
    {
        if (json.TokenType == JsonTokenType.String && PeriodPattern.NormalizingIso.Parse(json.GetString()!) is { Success: true, Value: var period }
            && CalendarPeriods.IsValid(period))
        {
            return period;
        }

        Refuse(CalendarPeriods.Expected);
        return null;
    }

    internal TEnum? ReadMember<TEnum>()
        where TEnum : struct, Enum
    {
        if (json.TokenType == JsonTokenType.String && ModelFormat.Members<TEnum>.Names.Find(ref json) is >= 0 and var position)
        {
            return ModelFormat.Members<TEnum>.Values[position];
        }

        Refuse(FormatNames.OneOf<TEnum>());
        return null;
    }

    /// <summary>The position of a word among some; -1 with a problem if it is none of them.</summary>
    internal int ReadWord(PropertyNames words)
    {
        if (json.TokenType == JsonTokenType.String && words.Find(ref json) is >= 0 and var position)
        {
            return position;
        }

        Refuse(words.OneOf);
        return -1;
    }

    internal bool? ReadBoolean()
    {
        if (json.TokenType is JsonTokenType.True or JsonTokenType.False)
        {
            return json.GetBoolean();
        }

        Refuse("true or false");
        return null;
    }

    /// <summary>A whole number between two, both inclusive; null with a problem otherwise.</summary>
    internal long? ReadNumber(long least = 0, long most = long.MaxValue)
    {
        if (json.TokenType == JsonTokenType.Number && json.TryGetInt64(out var number) && number >= least && number <= most)
        {
            return number;
        }

        Refuse(string.Create(CultureInfo.InvariantCulture, $"a whole number from {least} to {most}"));
        return null;
    }

    /// <summary>A probability; null with a problem otherwise.</summary>
    internal double? ReadProbability()
    {
        if (json.TokenType == JsonTokenType.Number && json.TryGetDouble(out var number) && number is >= 0 and <= 1)
        {
            return number;
        }

        Refuse("a number from 0 to 1");
        return null;
    }

    /// <summary>The text of a string that fits; false if it is none, or longer than any that could be meant.</summary>
    private readonly bool TryCopy(Span<char> buffer, out ReadOnlySpan<char> text)
    {
        // An escape takes up to six bytes for what is one character.
        text = default;
        if (json.TokenType != JsonTokenType.String || json.ValueSpan.Length > (json.ValueIsEscaped ? 6 * buffer.Length : buffer.Length))
        {
            return false;
        }

        text = json.ValueIsEscaped ? json.GetString() : buffer[..json.CopyString(buffer)];
        return true;
    }

    // The value as a message shows it; clipped by the problem that holds it.
    private readonly string Show() => json.TokenType switch
    {
        JsonTokenType.String => $"'{Guard.Clip(json.GetString()!)}'",
        JsonTokenType.Number => Encoding.UTF8.GetString(json.ValueSpan[..Math.Min(json.ValueSpan.Length, Guard.MaxShownLength)]),
        JsonTokenType.True => "true",
        JsonTokenType.False => "false",
        JsonTokenType.Null => "null",
        JsonTokenType.StartArray => "an array",
        _ => "an object",
    };

    private readonly record struct Segment(string? Name, int Index);
}
