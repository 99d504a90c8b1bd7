namespace Coalition.Tabular.Internal;

/// <summary>Where a problem is.</summary>
/// <param name="Table">The table; null if it lies outside the tables.</param>
/// <param name="Row">The row by which to sort, the header being 1; 0 for a whole table.</param>
/// <param name="Text">The place in words, such as <c>pledges.csv row 7, column until</c>.</param>
internal readonly record struct Place(TableFormat? Table, int Row, string Text)
{
    internal static Place OfTable(TableFormat table) => new(table, 0, table.File);

    internal static Place OfRow(TableFormat table, int row) => new(table, row, FormattableString.Invariant($"{table.File} row {row}"));

    internal static Place OfColumn(TableFormat table, int row, string column) =>
        new(table, row, FormattableString.Invariant($"{table.File} row {row}, column {column}"));

    internal static Place Outside(string path) => new(null, 0, path);
}
