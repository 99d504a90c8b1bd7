using System.Diagnostics;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using CsvHelper;

namespace Coalition.Tabular.Internal;

/// <summary>Writes tables of a model, from its model file.</summary>
internal sealed class TableWriter : IDisposable
{
    private static readonly JsonWriterOptions Compact = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, MaxDepth = 300 };

    private readonly JsonDocument model;
    private readonly char separator;

    internal TableWriter(CoalitionModel model, CsvSeparator separator)
    {
        this.separator = separator switch
        {
            CsvSeparator.Comma => ',',
            CsvSeparator.Semicolon => ';',
            _ => throw new ArgumentOutOfRangeException(nameof(separator), separator, $"Expected a {nameof(CsvSeparator)}."),
        };
        this.model = ModelJson.Of(model);
    }

    public void Dispose() => model.Dispose();

    /// <summary>A table as text.</summary>
    internal string Text(TableFormat table)
    {
        using var bytes = new MemoryStream();
        Write(table, bytes, withMark: false);
        return Encoding.UTF8.GetString(bytes.GetBuffer(), 0, (int)bytes.Length);
    }

    /// <summary>Writes a table in UTF-8, and leaves the stream open.</summary>
    internal void Write(TableFormat table, Stream to, bool withMark)
    {
        var options = new CsvWriterOptions
        {
            Separator = separator,
            NewLine = "\r\n",
            Quoting = CsvQuoting.WhenNeededOrWhitespace,
            WriteByteOrderMark = withMark,
        };
        using var csv = CsvWriter.Create(to, options, leaveOpen: true);
        foreach (var column in table.Columns)
        {
            csv.WriteField(column.Name);
        }

        csv.EndRecord();
        if (!model.RootElement.TryGetProperty(table.Collection, out var entries))
        {
            return;
        }

        foreach (var entry in entries.EnumerateObject())
        {
            if (table.List is null)
            {
                WriteRow(csv, table, entry.Name, entry.Value);
            }
            else if (entry.Value.TryGetProperty(table.List, out var list))
            {
                foreach (var item in list.EnumerateArray())
                {
                    WriteRow(csv, table, entry.Name, item);
                }
            }
        }
    }

    private static void WriteRow(CsvWriter csv, TableFormat table, string key, JsonElement entry)
    {
        csv.WriteField(key);
        foreach (var column in table.Columns.AsSpan()[1..])
        {
            var isThere = entry.TryGetProperty(column.Group ?? column.Property, out var value)
                && (column.Group is null || value.TryGetProperty(column.Property, out value));
            csv.WriteField(isThere ? FormulaEscape.Escape(Cell(column.Kind, value)) : "");
        }

        csv.EndRecord();
    }

    private static string Cell(CellKind kind, JsonElement value) => kind switch
    {
        CellKind.Text or CellKind.Date => value.GetString()!,
        CellKind.Number => value.GetRawText(),
        CellKind.Flag => value.GetBoolean() ? "yes" : "no",
        CellKind.Ids => string.Join(' ', value.EnumerateArray().Select(id => id.GetString())),
        CellKind.Json => OnOneLine(value),
        _ => throw new UnreachableException(),
    };

    private static string OnOneLine(JsonElement value)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes, Compact))
        {
            value.WriteTo(json);
        }

        return Encoding.UTF8.GetString(bytes.GetBuffer(), 0, (int)bytes.Length);
    }
}
