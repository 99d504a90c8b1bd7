namespace Coalition.Tabular.Internal;

/// <summary>An entry of the model file that rows make up, in whole or in part.</summary>
/// <param name="row">The row that is the entry; null for an approval, or where the entry only holds rows that belong to none.</param>
internal sealed class Entry(Row? row)
{
    private Dictionary<TableFormat, List<Row>>? lists;

    internal Row? Row { get; } = row;

    /// <summary>The rows of a list of the entry.</summary>
    internal IReadOnlyList<Row> RowsOf(TableFormat table) => lists?.GetValueOrDefault(table) ?? [];

    internal void Add(TableFormat table, Row row)
    {
        lists ??= new(1);
        if (!lists.TryGetValue(table, out var rows))
        {
            lists.Add(table, rows = []);
        }

        rows.Add(row);
    }
}
