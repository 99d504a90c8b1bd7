namespace Coalition.Tabular.Internal;

/// <summary>The entries of one collection of the model file, as the tables have them, by the key under which they are put there.</summary>
/// <remarks>
/// Rows that cannot stand under a key of their own, since it is none or another row has it, are put under one made up for them, so that all else that is
/// wrong with them is found too. A problem is noted for each, so that no model ever comes of a made-up key.
/// </remarks>
internal sealed class Entries(TableProblems problems, CancellationToken cancellation)
{
    private const string IdExpected = "an id of lower-case ASCII letters, digits and single hyphens, at most 100 long, such as fr-land";

    private readonly Dictionary<string, Entry> byText = [];
    private Entry? strays;

    /// <summary>The entries by key, in the order of their rows.</summary>
    internal OrderedDictionary<string, Entry> ByKey { get; } = [];

    /// <summary>Makes each row an entry.</summary>
    internal void AddRows(TableFormat table, List<Row> rows)
    {
        // All ids first, so that no made-up key takes that of a later row.
        foreach (var row in rows)
        {
            byText.TryAdd(row.Key, new Entry(row));
        }

        foreach (var row in rows)
        {
            cancellation.ThrowIfCancellationRequested();
            var first = byText[row.Key];
            var isFirst = first.Row!.Value.Number == row.Number;
            if (isFirst && IsId(row.Key))
            {
                ByKey.Add(row.Key, first);
                continue;
            }

            ByKey.Add(MadeUpKey(row.Number), isFirst ? first : new Entry(row));
            var place = Place.OfColumn(table, row.Number, table.Columns[0].Name);
            if (row.Key.Length == 0)
            {
                problems.Add(place, "an empty cell", IdExpected);
            }
            else if (isFirst)
            {
                problems.Add(place, TableProblems.Shown(row.Key), IdExpected);
            }
            else
            {
                problems.Add(
                    place, $"{TableProblems.Shown(row.Key)} again",
                    FormattableString.Invariant($"an id that no other row has, and row {first.Row!.Value.Number} has this one"));
            }
        }
    }

    /// <summary>Declares an entry that no row makes.</summary>
    internal void Declare(string id)
    {
        var entry = new Entry(null);
        byText.Add(id, entry);
        ByKey.Add(id, entry);
    }

    /// <summary>Puts rows into the lists of their entries.</summary>
    internal void AddToLists(TableFormat table, List<Row> rows, string expected)
    {
        foreach (var row in rows)
        {
            cancellation.ThrowIfCancellationRequested();
            if (row.Key.Length > 0 && byText.TryGetValue(row.Key, out var entry))
            {
                entry.Add(table, row);
                continue;
            }

            problems.Add(
                Place.OfColumn(table, row.Number, table.Columns[0].Name), row.Key.Length == 0 ? "an empty cell" : TableProblems.Shown(row.Key), expected);
            if (strays is null)
            {
                strays = new Entry(null);
                ByKey.Add(MadeUpKey(row.Number), strays);
            }

            strays.Add(table, row);
        }
    }

    /// <summary>Whether an entry only holds rows that belong to none.</summary>
    internal bool HoldsStrays(Entry entry) => entry == strays;

    private string MadeUpKey(int number)
    {
        var key = FormattableString.Invariant($"row-{number}");
        while (byText.ContainsKey(key) || ByKey.ContainsKey(key))
        {
            key += "-x";
        }

        return key;
    }

    private static bool IsId(string text)
    {
        if (text.Length is 0 or > 100 || text[0] == '-' || text[^1] == '-')
        {
            return false;
        }

        return text.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-') && !text.Contains("--", StringComparison.Ordinal);
    }
}
