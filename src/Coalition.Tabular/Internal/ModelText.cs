using System.Buffers;
using System.Text.Json;

namespace Coalition.Tabular.Internal;

/// <summary>Writes the model file that a model and tables make together: every rule of the format is then the reader's to enforce.</summary>
internal sealed class ModelText
{
    private readonly Utf8JsonWriter json;
    private readonly Entries pledges;
    private readonly Entries approvals;
    private readonly TableProblems problems;
    private readonly CancellationToken cancellation;
    private readonly int maxDepth;

    private ModelText(
        Utf8JsonWriter json, Entries pledges, Entries approvals, TableProblems problems, CoalitionLimits limits, CancellationToken cancellation)
    {
        this.pledges = pledges;
        this.approvals = approvals;
        this.problems = problems;
        this.json = json;
        this.cancellation = cancellation;

        // Each level of a requirement takes two of the text; its last has filters with lists, and a mandate is around it.
        maxDepth = 5 + (2 * limits.MaxDepth);
    }

    /// <summary>The file, in UTF-8.</summary>
    internal static ReadOnlySpan<byte> Write(
        JsonElement root, Entries pledges, Entries approvals, TableProblems problems, CoalitionLimits limits, CancellationToken cancellation)
    {
        var bytes = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(bytes))
        {
            new ModelText(json, pledges, approvals, problems, limits, cancellation).Write(root);
        }

        return bytes.WrittenSpan;
    }

    private void Write(JsonElement root)
    {
        json.WriteStartObject();
        foreach (var property in root.EnumerateObject())
        {
            if (property.Name is not ("approvals" or "pledges"))
            {
                property.WriteTo(json);
            }
        }

        var declared = root.TryGetProperty("approvals", out var found) ? found.EnumerateObject().ToDictionary(p => p.Name, p => p.Value) : [];
        json.WriteStartObject("approvals");
        foreach (var (key, entry) in approvals.ByKey)
        {
            json.WriteStartObject(key);
            if (declared.TryGetValue(key, out var approval))
            {
                foreach (var property in approval.EnumerateObject().Where(p => p.Name != "acts"))
                {
                    property.WriteTo(json);
                }
            }

            WriteList(TableFormat.Acts, entry);
            json.WriteEndObject();
        }

        json.WriteEndObject();
        json.WriteStartObject("pledges");
        foreach (var (key, entry) in pledges.ByKey)
        {
            json.WriteStartObject(key);
            if (entry.Row is { } row)
            {
                WriteCells(TableFormat.Pledges, row);
            }

            WriteList(TableFormat.Stages, entry);
            WriteList(TableFormat.Claims, entry);
            json.WriteEndObject();
        }

        json.WriteEndObject();
        json.WriteEndObject();
    }

    private void WriteList(TableFormat table, Entry entry)
    {
        var rows = entry.RowsOf(table);
        if (rows.Count == 0)
        {
            return;
        }

        json.WriteStartArray(table.List!);
        foreach (var row in rows)
        {
            json.WriteStartObject();
            WriteCells(table, row);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private void WriteCells(TableFormat table, Row row)
    {
        cancellation.ThrowIfCancellationRequested();
        string? group = null;
        for (var i = 1; i < table.Columns.Length; i++)
        {
            var column = table.Columns[i];
            if (row[i] is not { } cell)
            {
                continue;
            }

            if (column.Group != group)
            {
                EndGroup();
                group = column.Group;
                if (group is not null)
                {
                    json.WriteStartObject(group);
                }
            }

            WriteCell(table, column, row, cell);
        }

        EndGroup();

        void EndGroup()
        {
            if (group is not null)
            {
                json.WriteEndObject();
            }
        }
    }

    private void WriteCell(TableFormat table, Column column, Row row, string cell)
    {
        switch (column.Kind)
        {
            case CellKind.Number when IsWholeNumber(cell):
                json.WritePropertyName(column.Property);
                json.WriteRawValue(cell);
                break;
            case CellKind.Flag when cell is "yes" or "no":
                json.WriteBoolean(column.Property, cell == "yes");
                break;
            case CellKind.Ids:
                json.WriteStartArray(column.Property);
                foreach (var id in cell.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
                {
                    cancellation.ThrowIfCancellationRequested();
                    json.WriteStringValue(id);
                }

                json.WriteEndArray();
                break;
            case CellKind.Json:
                WriteJson(table, column, row, cell);
                break;
            default:
                // Whatever is not as the kind of the column has it is left to the reader, which says what it expects.
                json.WriteString(column.Property, cell);
                break;
        }
    }

    private void WriteJson(TableFormat table, Column column, Row row, string cell)
    {
        try
        {
            using var value = JsonDocument.Parse(cell, new JsonDocumentOptions { MaxDepth = maxDepth });
            json.WritePropertyName(column.Property);

            // As it is written, and not element by element: that throws at an escaped half of a surrogate pair, which the reader has a problem for.
            json.WriteRawValue(value.RootElement.GetRawText(), skipInputValidation: true);
        }
        catch (JsonException malformed)
        {
            // The framework's reason, without the place that it repeats.
            var reason = malformed.Message.Split(" LineNumber:")[0].TrimEnd('.');
            problems.Add(
                Place.OfColumn(table, row.Number, column.Name), TableProblems.Shown(cell), $"JSON, as the model file has it for '{column.Property}': {reason}");
        }
    }

    private static bool IsWholeNumber(string cell)
    {
        var digits = cell.StartsWith('-') ? cell.AsSpan(1) : cell;
        return digits.Length > 0 && !digits.ContainsAnyExceptInRange('0', '9') && (digits[0] != '0' || cell == "0");
    }
}
