using System.Collections.Immutable;

namespace Coalition.Tabular.Internal;

/// <summary>A table: its file, where its rows stand in the model file, and its columns. The first column tells which entry a row belongs to.</summary>
/// <remarks>Columns of one group stand side by side.</remarks>
internal sealed class TableFormat
{
    internal static readonly TableFormat Pledges = new(
        "pledges.csv", "pledges", null,
        new("id", CellKind.Text, isRequired: true), new("nation", CellKind.Text, isRequired: true), new("support", CellKind.Text, isRequired: true),
        new("stage", CellKind.Text), new("unit", CellKind.Text), new("rotation", CellKind.Text), new("from", CellKind.Date), new("until", CellKind.Date),
        new("readiness.notice", CellKind.Text), new("readiness.from", CellKind.Text), new("zone", CellKind.Text), new("host", CellKind.Text),
        new("needs", CellKind.Ids), new("condition", CellKind.Json), new("source", CellKind.Text), new("note", CellKind.Text));

    internal static readonly TableFormat Claims = new(
        "claims.csv", "pledges", "amount",
        new("pledge", CellKind.Text, isRequired: true), new("from", CellKind.Number), new("to", CellKind.Number), new("published", CellKind.Date),
        new("source", CellKind.Text), new("note", CellKind.Text));

    internal static readonly TableFormat Stages = new(
        "stages.csv", "pledges", "stages",
        new("pledge", CellKind.Text, isRequired: true), new("stage", CellKind.Text, isRequired: true), new("on", CellKind.Date, isRequired: true),
        new("published", CellKind.Date), new("source", CellKind.Text), new("assumed", CellKind.Flag), new("note", CellKind.Text));

    internal static readonly TableFormat Acts = new(
        "acts.csv", "approvals", "acts",
        new("approval", CellKind.Text, isRequired: true), new("act", CellKind.Text, isRequired: true), new("on", CellKind.Date, isRequired: true),
        new("body", CellKind.Text), new("tally.yes", CellKind.Number), new("tally.no", CellKind.Number), new("tally.abstain", CellKind.Number),
        new("overrides", CellKind.Flag), new("mandate", CellKind.Json), new("voteOn", CellKind.Date), new("until", CellKind.Date),
        new("published", CellKind.Date), new("source", CellKind.Text), new("assumed", CellKind.Flag), new("note", CellKind.Text));

    internal static readonly ImmutableArray<TableFormat> All = [Pledges, Claims, Stages, Acts];

    private TableFormat(string file, string collection, string? list, params ImmutableArray<Column> columns)
    {
        File = file;
        Collection = collection;
        List = list;
        Columns = columns;
        OneOfTheColumns = $"one of {string.Join(", ", columns.Select(c => c.Name))}";
    }

    internal string File { get; }

    /// <summary>The collection of the model file.</summary>
    internal string Collection { get; }

    /// <summary>The list of an entry that holds the rows; null if the entries are the rows themselves.</summary>
    internal string? List { get; }

    internal ImmutableArray<Column> Columns { get; }

    internal string OneOfTheColumns { get; }

    internal string HeaderExpected =>
        $"a header row with {string.Join(", ", Columns.Where(c => c.IsRequired).Select(c => c.Name))}, and any of {string.Join(", ", Columns.Where(c => !c.IsRequired).Select(c => c.Name))}";
}
