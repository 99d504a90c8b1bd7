using System.Collections.Immutable;
using Coalition.Tabular.Internal;

namespace Coalition.Tabular;

/// <summary>Writes the pledges, claims, stages and acts of a model as CSV tables, and applies edited tables to a model.</summary>
/// <remarks>
/// <para>
/// The tables hold all that a pledge, a claim, a dated stage and an act can carry: a model with its own tables applied is an equal model. Everything else,
/// such as sources, nations, circumstances, the approvals themselves and guarantees, stays in the model file.
/// </para>
/// <para>
/// The format is that of RFC 4180, in UTF-8. Names, words and dates are those of the model file, whatever the culture; no cell is guessed at or repaired.
/// The columns may stand in any order, and rows without content are passed over. A text that a spreadsheet would run as a formula is written behind an
/// apostrophe, which reading takes away. <c>docs/spreadsheets.md</c> describes every column.
/// </para>
/// <para>Whatever the tables, no exception but those documented here is thrown.</para>
/// </remarks>
public static class CoalitionCsv
{
    /// <summary>The names of the four files: <c>pledges.csv</c>, <c>claims.csv</c>, <c>stages.csv</c> and <c>acts.csv</c>.</summary>
    public static ImmutableArray<string> Files { get; } = [.. TableFormat.All.Select(t => t.File)];

    /// <summary>Writes the tables of a model.</summary>
    /// <param name="model">The model.</param>
    /// <param name="separator">What stands between the cells.</param>
    /// <returns>The tables, without byte order marks.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="separator"/> is no member of its type.</exception>
    public static CsvTables Write(CoalitionModel model, CsvSeparator separator = CsvSeparator.Comma)
    {
        ArgumentNullException.ThrowIfNull(model);
        using var writer = new TableWriter(model, separator);
        return new CsvTables
        {
            Pledges = writer.Text(TableFormat.Pledges),
            Claims = writer.Text(TableFormat.Claims),
            Stages = writer.Text(TableFormat.Stages),
            Acts = writer.Text(TableFormat.Acts),
        };
    }

    /// <summary>Writes the tables of a model as files.</summary>
    /// <param name="model">The model.</param>
    /// <param name="create">
    /// Gives the stream for a file of <see cref="Files"/>, such as <c>file =&gt; File.Create(Path.Combine(folder, file))</c>. Each is written, in UTF-8 with
    /// the byte order mark that spreadsheets go by, and closed before the next.
    /// </param>
    /// <param name="separator">What stands between the cells.</param>
    /// <exception cref="IOException">Writing fails.</exception>
    /// <exception cref="NotSupportedException">A stream is not one to write to.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="separator"/> is no member of its type.</exception>
    public static void Write(CoalitionModel model, Func<string, Stream> create, CsvSeparator separator = CsvSeparator.Comma)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(create);
        using var writer = new TableWriter(model, separator);
        foreach (var table in TableFormat.All)
        {
            using var file = create(table.File);
            writer.Write(table, file, withMark: true);
        }
    }

    /// <summary>Applies tables to a model.</summary>
    /// <param name="baseModel">What the tables do not hold: sources, nations, circumstances, approvals, guarantees. Its pledges and acts do not count.</param>
    /// <param name="tables">The pledges with their claims and stages, and the acts, all of them.</param>
    /// <param name="limits">
    /// How large the model may be, null for <see cref="CoalitionLimits.Default"/>; <see cref="CoalitionLimits.MaxBytes"/> holds for the four tables together.
    /// </param>
    /// <param name="cancellation">Ends the work early.</param>
    /// <returns>The model with the pledges and acts of the tables, in the order of their rows.</returns>
    /// <exception cref="CoalitionModelException">
    /// The tables are not valid, larger than the limits, or do not fit the model; the exception lists every problem. The place of one that stems from a
    /// table is its row, as a spreadsheet numbers it, and column: <c>pledges.csv row 7, column until</c>.
    /// </exception>
    /// <exception cref="OperationCanceledException">The work was cancelled.</exception>
    public static CoalitionModel Read(CoalitionModel baseModel, CsvTables tables, CoalitionLimits? limits = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(baseModel);
        ArgumentNullException.ThrowIfNull(tables);
        limits ??= CoalitionLimits.Default;
        return TableImport.Read(baseModel, TableBytes.Of(tables, limits), limits, cancellation);
    }

    /// <summary>Applies tables to a model.</summary>
    /// <param name="baseModel">What the tables do not hold: sources, nations, circumstances, approvals, guarantees. Its pledges and acts do not count.</param>
    /// <param name="open">
    /// Gives the stream of a file of <see cref="Files"/>, such as <c>file =&gt; File.OpenRead(Path.Combine(folder, file))</c>: UTF-8, with or without a byte
    /// order mark. Each is read to its end, or just beyond the limit, and closed before the next.
    /// </param>
    /// <param name="limits">
    /// How large the model may be, null for <see cref="CoalitionLimits.Default"/>; <see cref="CoalitionLimits.MaxBytes"/> holds for the four tables together.
    /// </param>
    /// <param name="cancellation">Ends the work early.</param>
    /// <returns>The model with the pledges and acts of the tables, in the order of their rows.</returns>
    /// <exception cref="CoalitionModelException">As where tables are given as texts.</exception>
    /// <exception cref="OperationCanceledException">The work was cancelled.</exception>
    /// <exception cref="IOException">Reading fails.</exception>
    /// <exception cref="NotSupportedException">A stream is not one to read from.</exception>
    public static CoalitionModel Read(
        CoalitionModel baseModel, Func<string, Stream> open, CoalitionLimits? limits = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(baseModel);
        ArgumentNullException.ThrowIfNull(open);
        limits ??= CoalitionLimits.Default;
        return TableImport.Read(baseModel, TableBytes.Of(open, limits, cancellation), limits, cancellation);
    }
}
