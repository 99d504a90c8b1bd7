namespace Coalition.Tabular.Internal;

/// <summary>Keeps spreadsheets from running a text as a formula, without losing a character of it.</summary>
/// <remarks>
/// An apostrophe goes before a text that begins with a sign of <see cref="Signs"/>, or with apostrophes and then such a sign; reading takes one such
/// apostrophe away. Any other text is as it is, an apostrophe at its beginning included.
/// </remarks>
internal static class FormulaEscape
{
    // What begins a formula, the full-width forms included, and what spreadsheets skip before they look for it.
    private const string Signs = "=+-@\t\r\n\0\uFF1D\uFF0B\uFF0D\uFF20";

    internal static string Escape(string text) => BeginsFormula(text, 0) ? $"'{text}" : text;

    internal static string Unescape(string cell) => cell.StartsWith('\'') && BeginsFormula(cell, 1) ? cell[1..] : cell;

    private static bool BeginsFormula(string text, int at)
    {
        while (at < text.Length && text[at] == '\'')
        {
            at++;
        }

        return at < text.Length && Signs.Contains(text[at], StringComparison.Ordinal);
    }
}
