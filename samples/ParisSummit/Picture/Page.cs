using Spectre.Console;

namespace ParisSummit.Picture;

/// <summary>A page of text in columns, as wide as its console.</summary>
internal sealed class Page(IAnsiConsole console)
{
    internal static readonly Style Faint = new(decoration: Decoration.Dim);
    internal static readonly Style Bold = new(decoration: Decoration.Bold);

    internal int Width => console.Profile.Width;

    internal void Blank() => console.WriteLine();

    internal void Heading(string text)
    {
        Blank();
        Line(0, new Span(text.ToUpperInvariant(), Bold));
    }

    /// <summary>A paragraph whose further lines start where its first does.</summary>
    internal void Line(int indent, params Span[] spans) => Row(indent, Column.Rest(spans));

    /// <summary>A paragraph behind a sign.</summary>
    internal void Item(int indent, Span sign, params Span[] spans) => Row(indent, Column.Fixed(2, sign), Column.Rest(spans));

    /// <summary>Columns side by side.</summary>
    internal void Row(int indent, params Column[] columns)
    {
        var rest = Math.Max(10, Width - indent - columns.Sum(c => c.Width ?? 0));
        var grid = new Grid { Expand = false };
        grid.AddColumn(new GridColumn { Width = indent, Padding = new Padding(0) });
        foreach (var column in columns)
        {
            grid.AddColumn(new GridColumn { Width = column.Width ?? rest, Padding = new Padding(0) });
        }

        grid.AddRow([Text.Empty, .. columns.Select(Paragraph)]);
        console.Write(grid);
    }

    private static Paragraph Paragraph(Column column)
    {
        var paragraph = new Paragraph { Justification = column.IsRight ? Justify.Right : Justify.Left };
        foreach (var span in column.Spans)
        {
            paragraph.Append(Words.WithoutControls(span.Text).Replace('\n', ' '), span.Style);
        }

        return paragraph;
    }
}
