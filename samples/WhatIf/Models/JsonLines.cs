using System.Text;
using System.Text.Json;
using Coalition;

namespace WhatIf.Models;

/// <summary>On which lines of a JSON text its values stand, by their paths, so that a problem is shown beside its place.</summary>
public sealed class JsonLines
{
    private const int MostCharacters = 160;
    private readonly Dictionary<string, int> lineOf = [];
    private readonly byte[] text;
    private readonly List<int> starts = [0];
    private int? fault;

    private JsonLines(byte[] text)
    {
        this.text = text;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '\n')
            {
                starts.Add(i + 1);
            }
        }
    }

    internal int Count => starts.Count;

    /// <summary>Reads a text, as far as it is JSON.</summary>
    /// <param name="text">The bytes of it, whatever they are.</param>
    /// <param name="wanted">The paths that are looked for; no others are noted.</param>
    internal static JsonLines Of(byte[] text, IEnumerable<string> wanted)
    {
        var lines = new JsonLines(text);
        lines.Walk([.. wanted.SelectMany(Ancestry)]);
        return lines;
    }

    /// <summary>The line, from 1, of a problem: of its value, else of the entry that lacks it, else of where the text stops being JSON.</summary>
    internal int LineOf(ModelProblem problem)
    {
        if (fault is { } line)
        {
            return line;
        }

        return Ancestry(problem.Path).Select(p => lineOf.GetValueOrDefault(p)).FirstOrDefault(l => l > 0, 1);
    }

    /// <summary>A line as it stands, long ones clipped.</summary>
    /// <param name="line">Its number, from 1.</param>
    internal string this[int line]
    {
        get
        {
            var start = starts[line - 1];
            var end = line < starts.Count ? starts[line] - 1 : text.Length;
            // A character has four bytes at most, so that no more are looked at.
            var clipped = Encoding.UTF8.GetString(text.AsSpan(start, Math.Min(end - start, 4 * MostCharacters))).TrimEnd('\r');
            return clipped.Length <= MostCharacters ? clipped : $"{clipped[..MostCharacters]}…";
        }
    }

    // A path, and those of the entries around it, from the inside out.
    private static IEnumerable<string> Ancestry(string path)
    {
        for (var length = path.Length; length > 0; length = path.LastIndexOfAny(['.', '['], length - 1))
        {
            yield return path[..length];
        }
    }

    private void Walk(HashSet<string> wanted)
    {
        var mark = Encoding.UTF8.Preamble;
        var offset = text.AsSpan().StartsWith(mark) ? mark.Length : 0;
        var reader = new Utf8JsonReader(text.AsSpan(offset), new JsonReaderOptions { MaxDepth = 256 });
        Stack<Level> levels = new();

        // Null within what nobody looks for, so that no long name is repeated for all that stands below it.
        string? path = "$";
        try
        {
            while (reader.Read())
            {
                if (reader.TokenType == JsonTokenType.PropertyName)
                {
                    path = levels.Peek().Path is { } parent && reader.ValueSpan.Length <= MostCharacters ? $"{parent}.{reader.GetString()}" : null;
                    path = Noted(path, offset + reader.TokenStartIndex, wanted);
                    continue;
                }

                if (reader.TokenType is JsonTokenType.EndObject or JsonTokenType.EndArray)
                {
                    levels.Pop();
                    continue;
                }

                if (levels.TryPeek(out var within) && within.IsArray)
                {
                    path = within.Path is { } list ? $"{list}[{within.Count++}]" : null;
                    path = Noted(path, offset + reader.TokenStartIndex, wanted);
                }

                if (reader.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray)
                {
                    levels.Push(new Level(path, reader.TokenType == JsonTokenType.StartArray));
                }
            }
        }
        catch (JsonException malformed)
        {
            fault = (int)Math.Min((malformed.LineNumber ?? 0) + 1, starts.Count);
        }
        catch (InvalidOperationException)
        {
            // A name that is not Unicode text: the lines up to it are known.
        }
    }

    // The path, if somebody looks for it or for something within it.
    private string? Noted(string? path, long position, HashSet<string> wanted)
    {
        if (path is null || !wanted.Contains(path))
        {
            return null;
        }

        // Of a property that is there twice the second is the problem.
        var found = starts.BinarySearch((int)position);
        lineOf[path] = found >= 0 ? found + 1 : ~found;
        return path;
    }

    private sealed class Level(string? path, bool isArray)
    {
        internal string? Path => path;

        internal bool IsArray => isArray;

        internal int Count { get; set; }
    }
}
