using System.Globalization;
using System.Text.RegularExpressions;

namespace Coalition.Tabular.Internal;

/// <summary>Tells the problems of a model file, whose places are paths, by the rows and columns that they stem from.</summary>
internal sealed partial class Places(Entries pledges, Entries approvals)
{
    private static readonly TableFormat[] Lists = [TableFormat.Claims, TableFormat.Stages, TableFormat.Acts];

    /// <summary>Notes a problem; one of a made-up entry that only holds rows that belong to none is passed over, since those rows have theirs.</summary>
    internal void Tell(ModelProblem problem, TableProblems problems)
    {
        var path = EntryPath().Match(problem.Path);
        var (collection, key, rest) = (path.Groups["collection"].Value, path.Groups["key"].Value, path.Groups["rest"].Value);
        var entries = collection == "pledges" ? pledges : approvals;
        if (problem.Path == "$.pledges")
        {
            problems.Add(Place.OfTable(TableFormat.Pledges), problem.Found, problem.Expected);
        }
        else if (!path.Success || !entries.ByKey.TryGetValue(key, out var entry))
        {
            problems.Add(Place.Outside(problem.Path), problem.Found, problem.Expected);
        }
        else if (TableOf(collection, rest, out var index, out var inside) is { } table)
        {
            TellOfList(problem, problems, table, key, entry.RowsOf(table), index, inside);
        }
        else if (entry.Row is { } row)
        {
            TellOfRow(problem, problems, TableFormat.Pledges, row.Number, rest);
        }
        else if (!entries.HoldsStrays(entry))
        {
            problems.Add(Place.Outside(problem.Path), problem.Found, problem.Expected);
        }
    }

    private static TableFormat? TableOf(string collection, string rest, out int? index, out string inside)
    {
        foreach (var table in Lists.Where(t => t.Collection == collection))
        {
            var list = ListPath().Match(rest);
            if (list.Success && list.Groups["list"].Value == table.List)
            {
                index = list.Groups["index"].Success ? int.Parse(list.Groups["index"].Value, CultureInfo.InvariantCulture) : null;
                inside = list.Groups["rest"].Value;
                return table;
            }
        }

        (index, inside) = (null, "");
        return null;
    }

    private static void TellOfList(
        ModelProblem problem, TableProblems problems, TableFormat table, string key, IReadOnlyList<Row> rows, int? index, string inside)
    {
        if (index is { } at && at < rows.Count)
        {
            TellOfRow(problem, problems, table, rows[at].Number, inside);
        }
        else
        {
            var place = new Place(table, rows.Count > 0 ? rows[0].Number : 0, $"{table.File}, the rows of {key}");
            problems.Add(place, problem.Found, problem.Expected);
        }
    }

    private static void TellOfRow(ModelProblem problem, TableProblems problems, TableFormat table, int row, string rest)
    {
        var name = rest.TrimStart('.');
        if (table.Columns.FirstOrDefault(c => name == c.Name || name.StartsWith($"{c.Name}.", StringComparison.Ordinal)
            || name.StartsWith($"{c.Name}[", StringComparison.Ordinal)) is { } column)
        {
            var inside = name[column.Name.Length..].TrimStart('.');
            var place = column.Kind == CellKind.Json && inside.Length > 0 ? $"{column.Name}, at {inside}" : column.Name;
            problems.Add(Place.OfColumn(table, row, place), problem.Found, Expected(problem, column));
        }
        else if (Missing().Match(problem.Found) is { Success: true } missing && ColumnOf(table, name, missing.Groups["property"].Value) is { } empty)
        {
            problems.Add(Place.OfColumn(table, row, empty.Name), "an empty cell", problem.Expected);
        }
        else if (name.Length > 0 && table.Columns.Any(c => c.Group == name))
        {
            var place = $"{table.File} row {row.ToString(CultureInfo.InvariantCulture)}, columns {string.Join(", ", table.Columns.Where(c => c.Group == name).Select(c => c.Name))}";
            problems.Add(new Place(table, row, place), problem.Found, problem.Expected);
        }
        else
        {
            problems.Add(Place.OfRow(table, row), problem.Found, problem.Expected);
        }
    }

    private static Column? ColumnOf(TableFormat table, string group, string property) =>
        table.Columns.FirstOrDefault(c => (c.Group ?? "") == group && c.Property == property);

    // How a cell must be written, where its text was not even taken for what the column holds.
    private static string Expected(ModelProblem problem, Column column) => column.Kind switch
    {
        CellKind.Flag when problem.Expected == "true or false" => "yes or no, or an empty cell",
        CellKind.Number when problem.Found.StartsWith('\'') => $"{problem.Expected}, in digits alone, without separators",
        CellKind.Date when problem.Expected.StartsWith("a day such as ", StringComparison.Ordinal) =>
            $"{problem.Expected}, written so; a spreadsheet rewrites dates unless the column is text",
        _ => problem.Expected,
    };

    [GeneratedRegex(@"^\$\.(?<collection>pledges|approvals)\.(?<key>[a-z0-9-]+)(?<rest>[.\[].*)?$", RegexOptions.Singleline)]
    private static partial Regex EntryPath();

    [GeneratedRegex(@"^\.(?<list>[a-z]+)(\[(?<index>[0-9]+)\])?(?<rest>[.\[].*)?$", RegexOptions.Singleline)]
    private static partial Regex ListPath();

    [GeneratedRegex("^no '(?<property>[A-Za-z]+)'$")]
    private static partial Regex Missing();
}
