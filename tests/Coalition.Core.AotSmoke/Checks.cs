using System.Collections.Immutable;
using System.Globalization;
using System.Runtime.CompilerServices;

namespace Coalition.AotSmoke;

/// <summary>Compares what calls return with what was expected, and keeps what differs.</summary>
internal sealed class Checks
{
    private readonly List<string> differences = [];

    /// <summary>How many comparisons were made.</summary>
    internal int Count { get; private set; }

    /// <summary>A line for each comparison that failed.</summary>
    internal IReadOnlyList<string> Differences => differences;

    /// <summary>Compares the invariant texts of two values; the calls that made the second are the name of the comparison.</summary>
    internal void Equal(object? expected, object? found, [CallerArgumentExpression(nameof(found))] string call = "")
    {
        Count++;
        var (wanted, got) = (Text(expected), Text(found));
        if (wanted != got)
        {
            differences.Add($"{call}: found '{got}', expected '{wanted}'");
        }
    }

    /// <summary>Compares the texts of the entries of a list, joined by commas, with a text.</summary>
    internal void List<T>(string expected, IEnumerable<T> found, [CallerArgumentExpression(nameof(found))] string call = "") =>
        Equal(expected, string.Join(", ", found.Select(f => Text(f))), call);

    /// <inheritdoc cref="List{T}(string, IEnumerable{T}, string)"/>
    internal void List<T>(string expected, ImmutableArray<T> found, [CallerArgumentExpression(nameof(found))] string call = "") =>
        List(expected, found.AsEnumerable(), call);

    private static string Text(object? value) => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "";
}
