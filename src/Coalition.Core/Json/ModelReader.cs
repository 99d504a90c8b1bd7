using System.Collections.Immutable;
using Coalition.Internal;
using NodaTime;

namespace Coalition.Json;

/// <summary>Reads a model file into a draft, noting every problem on the way.</summary>
/// <remarks>An entry with a problem is not built, but its id is kept, so that what refers to it does not dangle.</remarks>
internal ref partial struct ModelReader
{
    private readonly CoalitionLimits limits;
    private readonly CancellationToken cancellation;
    private readonly BrokenEntries broken = new();
    private JsonCursor cursor;

    private ModelReader(ReadOnlySpan<byte> utf8, CoalitionLimits limits, Problems problems, CancellationToken cancellation)
    {
        this.limits = limits;
        this.cancellation = cancellation;

        // Around a requirement there are at most seven levels of objects and arrays, and four within its last; each of its own levels takes two.
        cursor = new JsonCursor(utf8, 11 + (2 * limits.MaxDepth), problems);
    }

    private delegate T? ReadEntry<T>(ref ModelReader reader);

    private delegate T? ReadKeyed<TKey, T>(ref ModelReader reader, TKey key);

    /// <summary>Reads and checks a model.</summary>
    internal static CoalitionModel Read(ReadOnlySpan<byte> utf8, CoalitionLimits limits, CancellationToken cancellation)
    {
        var problems = new Problems(limits.MaxProblems);
        var reader = new ModelReader(utf8, limits, problems, cancellation);
        var draft = ReadWhole(ref reader, utf8, problems, static (ref ModelReader r) => r.ReadRoot());
        return CoalitionModel.Create(draft, limits, problems, reader.broken, cancellation);
    }

    // The whole of a text, which is one value; any problem that leaves none is thrown.
    private static T ReadWhole<T>(ref ModelReader reader, ReadOnlySpan<byte> utf8, Problems problems, ReadEntry<T> read)
        where T : class
    {
        reader.cancellation.ThrowIfCancellationRequested();
        T? root;
        try
        {
            reader.cursor.Move();
            root = read(ref reader);
            reader.cursor.Move();
        }
        catch (System.Text.Json.JsonException malformed)
        {
            throw Malformed(malformed, utf8, ref reader.cursor);
        }
        catch (InvalidOperationException)
        {
            // The framework's word for a string that is no Unicode text, be it in bytes or in escapes.
            throw One(reader.cursor.Path, "a string that is not Unicode text", "valid UTF-8, and escapes in pairs where they are surrogates");
        }

        if (root is null)
        {
            problems.ThrowIfAny();
            throw new System.Diagnostics.UnreachableException();
        }

        return root;
    }

    internal static CoalitionModelException One(string path, string found, string expected) =>
        new([new ModelProblem(path, found, expected)]);

    private static CoalitionModelException Malformed(System.Text.Json.JsonException malformed, ReadOnlySpan<byte> utf8, ref JsonCursor cursor)
    {
        if (utf8.IsEmpty)
        {
            return One("$", "nothing", "a JSON object");
        }

        var place = FormattableString.Invariant($"line {malformed.LineNumber + 1}, byte {malformed.BytePositionInLine + 1}");
        if (cursor.IsBeforeTooDeep(utf8))
        {
            return One(cursor.Path, $"more than {cursor.MaxDepth} levels of nesting at {place}", "no deeper nesting, the limit in force");
        }

        // The framework's reason, without the place that it repeats.
        var reason = malformed.Message.Split(" LineNumber:")[0];
        return One(cursor.Path, $"text that is not JSON at {place}", $"well-formed JSON: {reason.TrimEnd('.')}");
    }

    private CoalitionDraft? ReadRoot()
    {
        if (!cursor.EnterObject("an object: the model"))
        {
            return null;
        }

        var seen = 0;
        LocalDate? asOf = null;
        var draft = new CoalitionDraft { AsOf = LocalDate.MaxIsoValue };
        while (cursor.NextProperty(ModelFormat.Root, ref seen, out var property))
        {
            switch (property)
            {
                case 0:
                    cursor.ReadText();
                    break;
                case 1:
                    ReadFormat(ModelFormat.Version);
                    break;
                case 2:
                    asOf = cursor.ReadDate();
                    break;
                case 3:
                    draft = draft with { Title = cursor.ReadText() };
                    break;
                case 4:
                    draft = draft with { Note = cursor.ReadText() };
                    break;
                case 5:
                    draft = draft with { Sources = ReadById(broken.Sources, limits.MaxEntries, static (ref ModelReader r, string id) => r.ReadSource(id)) };
                    break;
                case 6:
                    draft = draft with { SupportTypes = ReadById(broken.SupportTypes, limits.MaxEntries, static (ref ModelReader r, string id) => r.ReadSupportType(id)) };
                    break;
                case 7:
                    draft = draft with { Nations = ReadNations() };
                    break;
                case 8:
                    draft = draft with { Circumstances = ReadById(broken.Circumstances, limits.MaxEntries, static (ref ModelReader r, string id) => r.ReadCircumstance(id)) };
                    break;
                case 9:
                    draft = draft with { Approvals = ReadById(broken.Approvals, limits.MaxEntries, static (ref ModelReader r, string id) => r.ReadApproval(id)) };
                    break;
                case 10:
                    draft = draft with { Pledges = ReadById(broken.Pledges, limits.MaxPledges, static (ref ModelReader r, string id) => r.ReadPledge(id)) };
                    break;
                default:
                    draft = draft with { Guarantees = ReadById(broken.Guarantees, limits.MaxEntries, static (ref ModelReader r, string id) => r.ReadGuarantee(id)) };
                    break;
            }
        }

        Require(seen, 1, "format", $"'{ModelFormat.Version}'");
        Require(seen, 2, "asOf", IsoDate.Expected);
        return draft with { AsOf = asOf ?? draft.AsOf };
    }

    private void ReadFormat(string known)
    {
        var expected = $"'{known}', the version that this library reads; docs/format.md says how to migrate another";
        if (cursor.Token != System.Text.Json.JsonTokenType.String)
        {
            cursor.Refuse(expected);
        }
        else if (cursor.ReadText() is { } version && version != known)
        {
            cursor.Report($"'{Guard.Clip(version)}'", expected);
        }
    }

    private readonly bool Require(int seen, int property, string name, string expected)
    {
        var isThere = (seen & (1 << property)) != 0;
        if (!isThere)
        {
            cursor.ReportMissing(name, expected);
        }

        return isThere;
    }

    // The entries of an object by id. A value of the wrong kind, an id that is none, and an entry with a problem are noted and passed over.
    private ImmutableArray<T> ReadById<T>(HashSet<string> faulty, int max, ReadKeyed<string, T> read)
        where T : class
    {
        var entries = ImmutableArray.CreateBuilder<T>();
        if (!cursor.EnterObject("an object of entries by id"))
        {
            return [];
        }

        var count = 0;
        while (cursor.NextEntry(out var id))
        {
            cancellation.ThrowIfCancellationRequested();
            if (++count > max)
            {
                SkipBeyond(max, count);
                continue;
            }

            var before = cursor.ProblemCount;
            var isId = Guard.IsId(id);
            if (!isId)
            {
                cursor.Report($"the id '{Guard.Clip(id)}'", Guard.IdExpected);
            }

            if (read(ref this, isId ? id : "x") is { } entry && cursor.ProblemCount == before)
            {
                entries.Add(entry);
            }
            else
            {
                faulty.Add(id);
            }
        }

        return entries.DrainToImmutable();
    }

    private ImmutableArray<Nation> ReadNations()
    {
        var nations = ImmutableArray.CreateBuilder<Nation>();
        if (!cursor.EnterObject("an object of nations by code"))
        {
            return [];
        }

        var count = 0;
        while (cursor.NextEntry(out var key))
        {
            cancellation.ThrowIfCancellationRequested();
            if (++count > limits.MaxEntries)
            {
                SkipBeyond(limits.MaxEntries, count);
                continue;
            }

            var before = cursor.ProblemCount;
            if (!NationCode.TryParse(key, out var code))
            {
                cursor.Report($"the code '{Guard.Clip(key)}'", NationCode.Expected);
            }

            if (ReadNation(code) is { } nation && cursor.ProblemCount == before)
            {
                nations.Add(nation);
            }
            else if (code != default)
            {
                broken.Nations.Add(code);
            }
        }

        return nations.ToImmutable();
    }

    private void SkipBeyond(int max, int count)
    {
        if (count == max + 1)
        {
            cursor.Report($"entry number {count}", $"at most {max} entries, the limit in force");
        }

        cursor.Skip();
    }

    // The items of an array. Items with a problem are noted and passed over; the caller's entry is not built then.
    private ImmutableArray<T> ReadItems<T>(string expected, ReadEntry<T> read)
    {
        if (!cursor.EnterArray(expected))
        {
            return [];
        }

        var items = ImmutableArray.CreateBuilder<T>();
        var count = 0;
        while (cursor.NextItem())
        {
            cancellation.ThrowIfCancellationRequested();
            if (++count > limits.MaxEntries)
            {
                SkipBeyond(limits.MaxEntries, count);
            }
            else if (read(ref this) is { } item)
            {
                items.Add(item);
            }
        }

        return items.DrainToImmutable();
    }

    private ImmutableArray<string> ReadIds() => ReadItems("an array of ids", static (ref ModelReader r) => r.cursor.ReadId());

    // As with members, a day with a problem is never built into anything.
    private ImmutableArray<LocalDate> ReadDays() => ReadItems("an array of dates", static (ref ModelReader r) => r.cursor.ReadDate() ?? default);

    private ImmutableArray<TEnum> ReadMembers<TEnum>()
        where TEnum : struct, Enum
    {
        // An item with a problem is no member; what stands in for it is never built into anything.
        return ReadItems(ModelFormat.Members<TEnum>.Expected, static (ref ModelReader r) => r.cursor.ReadMember<TEnum>() ?? default);
    }
}
