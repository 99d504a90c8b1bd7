using System.Text.RegularExpressions;

namespace Coalition.Tests.Samples;

/// <summary>What a picture says, whatever its colours and line breaks.</summary>
internal static partial class Screens
{
    internal static string WithoutEscapes(string text) => EscapeCode().Replace(text, "");

    internal static string Trimmed(string text) => string.Join('\n', text.ReplaceLineEndings("\n").Split('\n').Select(line => line.TrimEnd()));

    /// <summary>The text on one line, with single blanks: a paragraph reads the same wherever it was broken.</summary>
    internal static string Unbroken(string text) => Blanks().Replace(text, " ");

    [GeneratedRegex("\u001b\\[[0-9;]*m")]
    private static partial Regex EscapeCode();

    [GeneratedRegex("\\s+")]
    private static partial Regex Blanks();
}
