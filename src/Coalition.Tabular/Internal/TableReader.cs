using System.Collections;
using System.Text;
using System.Text.Unicode;
using CsvHelper;

namespace Coalition.Tabular.Internal;

/// <summary>Splits the bytes of a table into rows, noting whatever is wrong with its form.</summary>
internal sealed class TableReader
{
    private const string NoQuote = "a cell in quotation marks throughout, each of its own doubled";

    private readonly TableFormat format;
    private readonly TableProblems problems;
    private readonly List<Row> rows = [];
    private readonly int[] positions;
    private BitArray unnamed = new(0);
    private CsvMalformedReason? malformed;

    private TableReader(TableFormat format, TableProblems problems)
    {
        this.format = format;
        this.problems = problems;
        positions = new int[format.Columns.Length];
    }

    /// <summary>The rows of a table; null, with a problem, where they cannot be told or mean nothing.</summary>
    internal static List<Row>? Read(TableFormat format, ReadOnlyMemory<byte> utf8, int maxRows, TableProblems problems, CancellationToken cancellation)
    {
        if (FirstInvalid(utf8.Span) is { } line)
        {
            problems.Add(
                Place.OfTable(format), FormattableString.Invariant($"bytes that are not UTF-8, in line {line}"), "UTF-8, to be chosen where the spreadsheet saves");
            return null;
        }

        return new TableReader(format, problems).Read(utf8, maxRows, cancellation);
    }

    private List<Row>? Read(ReadOnlyMemory<byte> utf8, int maxRows, CancellationToken cancellation)
    {
        var options = new CsvReaderOptions
        {
            Separator = SeparatorOf(utf8.Span),
            HasHeader = false,
            SkipEmptyLines = false,
            PoolStrings = true,
            OnMalformedRecord = record => malformed = record.Reason,
        };
        using var csv = CsvReader.Create(utf8, options);
        if (!csv.Read())
        {
            problems.Add(Place.OfTable(format), "nothing", format.HeaderExpected);
            return null;
        }

        var isUsable = ReadHeader(csv, cancellation);
        for (var number = 2; csv.Read(); number++)
        {
            cancellation.ThrowIfCancellationRequested();
            if (!IsWellFormed(number))
            {
                return null;
            }

            if (isUsable && ReadRow(csv, number) is { } row)
            {
                if (rows.Count == maxRows)
                {
                    problems.Add(
                        Place.OfRow(format, number), "a further row",
                        FormattableString.Invariant($"at most {maxRows} rows, the limit in force"));
                    return null;
                }

                rows.Add(row);
            }
        }

        return isUsable ? rows : null;
    }

    // The names of columns have neither of the two in them.
    private static char? SeparatorOf(ReadOnlySpan<byte> utf8)
    {
        var text = utf8.StartsWith("\uFEFF"u8) ? utf8[3..] : utf8;
        if (text.StartsWith("sep="u8))
        {
            // The line by which a spreadsheet tells it: the reader goes by it, and no spreadsheet counts it.
            return null;
        }

        var end = text.IndexOfAny((byte)'\r', (byte)'\n');
        var header = end < 0 ? text : text[..end];
        return header.Contains((byte)',') || !header.Contains((byte)';') ? ',' : ';';
    }

    /// <summary>Reads the header; false if a column is missing without which no row means anything.</summary>
    private bool ReadHeader(CsvReader csv, CancellationToken cancellation)
    {
        var isUsable = IsWellFormed(1);
        Array.Fill(positions, -1);
        var width = csv.FieldCount;
        while (width > 0 && csv.IsEmpty(width - 1))
        {
            width--;
        }

        unnamed = new BitArray(width);
        for (var i = 0; i < width; i++)
        {
            cancellation.ThrowIfCancellationRequested();
            var name = Encoding.UTF8.GetString(csv.GetSpan(i));
            var column = ColumnOf(name);
            if (name.Length == 0)
            {
                unnamed[i] = true;
            }
            else if (column < 0)
            {
                problems.Add(Place.OfRow(format, 1), $"the unknown column {TableProblems.Shown(name)}", format.OneOfTheColumns);
            }
            else if (positions[column] >= 0)
            {
                problems.Add(Place.OfRow(format, 1), $"a second column {TableProblems.Shown(name)}", "each column once");
            }
            else
            {
                positions[column] = i;
            }
        }

        for (var i = 0; i < positions.Length; i++)
        {
            if (positions[i] < 0 && format.Columns[i].IsRequired)
            {
                problems.Add(Place.OfRow(format, 1), $"no column '{format.Columns[i].Name}'", format.HeaderExpected);
                isUsable = false;
            }
        }

        return isUsable;
    }

    private int ColumnOf(string name)
    {
        for (var i = 0; i < format.Columns.Length; i++)
        {
            if (format.Columns[i].Name == name)
            {
                return i;
            }
        }

        return -1;
    }

    // Whether the rows can be told apart: an open quotation mark has swallowed all that follows it.
    private bool IsWellFormed(int number)
    {
        var reason = malformed;
        malformed = null;
        switch (reason)
        {
            case null:
                return true;
            case CsvMalformedReason.UnterminatedQuote:
                problems.Add(Place.OfRow(format, number), "a quotation mark that is never closed", NoQuote);
                return false;
            case CsvMalformedReason.TextAfterClosingQuote:
                problems.Add(Place.OfRow(format, number), "text after a closing quotation mark", NoQuote);
                return true;
            default:
                problems.Add(Place.OfRow(format, number), "a quotation mark within a cell that does not begin with one", NoQuote);
                return true;
        }
    }

    private Row? ReadRow(CsvReader csv, int number)
    {
        RefuseUnnamed(csv, number);
        var filled = positions.Length;
        while (filled > 0 && IsEmpty(csv, filled - 1))
        {
            filled--;
        }

        if (filled == 0)
        {
            return null;
        }

        var cells = new string?[filled];
        for (var i = 0; i < filled; i++)
        {
            cells[i] = IsEmpty(csv, i) ? null : FormulaEscape.Unescape(csv.GetString(positions[i]));
        }

        return new Row(number, cells);
    }

    private bool IsEmpty(CsvReader csv, int column) => positions[column] < 0 || csv.IsEmpty(positions[column]);

    private void RefuseUnnamed(CsvReader csv, int number)
    {
        for (var i = 0; i < csv.FieldCount; i++)
        {
            if ((i >= unnamed.Length || unnamed[i]) && !csv.IsEmpty(i))
            {
                problems.Add(
                    Place.OfColumn(format, number, FormattableString.Invariant($"number {i + 1}")), TableProblems.Shown(csv.GetString(i)),
                    "nothing in a column without a name");
                return;
            }
        }
    }

    /// <summary>The line of the first byte that is not UTF-8; null if all are.</summary>
    private static int? FirstInvalid(ReadOnlySpan<byte> utf8)
    {
        if (Utf8.IsValid(utf8))
        {
            return null;
        }

        var line = 1;
        for (var before = default(Rune); Rune.DecodeFromUtf8(utf8, out var rune, out var length) == System.Buffers.OperationStatus.Done; before = rune)
        {
            // A line ends at either or at both.
            line += rune.Value == '\r' || (rune.Value == '\n' && before.Value != '\r') ? 1 : 0;
            utf8 = utf8[length..];
        }

        return line;
    }
}
