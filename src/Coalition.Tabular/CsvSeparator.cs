namespace Coalition.Tabular;

/// <summary>What stands between the cells of a row.</summary>
public enum CsvSeparator
{
    /// <summary><c>,</c>, as RFC 4180 has it.</summary>
    Comma,

    /// <summary><c>;</c>, as spreadsheets expect it where the comma is the decimal sign.</summary>
    Semicolon,
}
