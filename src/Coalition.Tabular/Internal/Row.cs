namespace Coalition.Tabular.Internal;

/// <summary>A row of a table.</summary>
/// <param name="number">Its number in the spreadsheet, the header being row 1.</param>
/// <param name="cells">The cells by the position of their columns in the format, up to the last that is filled; null where empty.</param>
internal readonly struct Row(int number, string?[] cells)
{
    internal int Number { get; } = number;

    internal string Key => this[0] ?? "";

    internal string? this[int column] => column < cells.Length ? cells[column] : null;
}
