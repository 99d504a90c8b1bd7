using System.Text;

namespace Coalition.Sufficiency;

/// <summary>Where a report is told to: headings, tables, and items within items.</summary>
internal abstract class Outline
{
    private protected StringBuilder Text { get; } = new();

    internal abstract void Heading(int level, string text);

    internal abstract void Table(string[] header, IReadOnlyList<string[]> rows);

    /// <summary>A line; at depth 0 beneath its heading, deeper within the line before it.</summary>
    internal abstract void Item(int depth, string text);

    /// <summary>What was told, ending in one line feed.</summary>
    public sealed override string ToString() => Text.ToString().TrimEnd('\n') + "\n";

    /// <summary>Plain text, indented by two spaces a level.</summary>
    internal sealed class Plain : Outline
    {
        private int level;

        internal override void Heading(int level, string text)
        {
            this.level = level;
            if (level < 3 && Text.Length > 0)
            {
                Text.Append('\n');
            }

            Indent(level - 1).Append(OneLine(text)).Append('\n');
            if (level == 1)
            {
                Text.Append('=', text.Length).Append('\n');
            }
        }

        internal override void Table(string[] header, IReadOnlyList<string[]> rows)
        {
            int[] widths = [.. header.Select((h, column) => Math.Max(h.Length, rows.Select(r => r[column].Length).DefaultIfEmpty().Max()))];
            foreach (var row in rows.Prepend(header))
            {
                Indent(level);
                for (var column = 0; column < row.Length; column++)
                {
                    Text.Append(row[column].PadRight(widths[column] + 2));
                }

                while (Text[^1] == ' ')
                {
                    Text.Length--;
                }

                Text.Append('\n');
            }
        }

        internal override void Item(int depth, string text) => Indent(level + depth).Append(OneLine(text)).Append('\n');

        private StringBuilder Indent(int levels) => Text.Append(' ', 2 * levels);
    }

    /// <summary>GitHub-flavoured Markdown.</summary>
    internal sealed class Markdown : Outline
    {
        private bool isInList;

        internal override void Heading(int level, string text)
        {
            EndList();
            Text.Append('#', level).Append(' ').Append(Escape(text)).Append("\n\n");
        }

        internal override void Table(string[] header, IReadOnlyList<string[]> rows)
        {
            EndList();
            Row(header);
            Row([.. header.Select(_ => "---")]);
            foreach (var row in rows)
            {
                Row(row);
            }

            Text.Append('\n');
        }

        internal override void Item(int depth, string text)
        {
            Text.Append(' ', 2 * depth).Append("- ").Append(Escape(text)).Append('\n');
            isInList = true;
        }

        private void EndList()
        {
            if (isInList)
            {
                Text.Append('\n');
                isInList = false;
            }
        }

        private void Row(string[] cells)
        {
            foreach (var cell in cells)
            {
                Text.Append("| ").Append(Escape(cell)).Append(' ');
            }

            Text.Append("|\n");
        }

        // What Markdown or HTML would read as markup is shown as it stands.
        private static string Escape(string text)
        {
            var escaped = new StringBuilder();
            foreach (var c in OneLine(text))
            {
                if (c is '\\' or '`' or '*' or '_' or '[' or ']' or '<' or '>' or '|' or '#' or '~' or '&')
                {
                    escaped.Append('\\');
                }

                escaped.Append(c);
            }

            return escaped.ToString();
        }
    }

    // Text of a model may hold line breaks and other control characters, which would break the outline.
    private static string OneLine(string text) => text.Any(char.IsControl) ? string.Concat(text.Select(c => char.IsControl(c) ? ' ' : c)) : text;
}
