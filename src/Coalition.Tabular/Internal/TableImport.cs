using System.Diagnostics;
using Coalition.Json;

namespace Coalition.Tabular.Internal;

/// <summary>Applies tables to a model.</summary>
/// <remarks>
/// The rows become the pledges and acts of a model file, which the JSON façade reads: whatever it refuses is told by the row and column that it stems from.
/// </remarks>
internal static class TableImport
{
    internal static CoalitionModel Read(CoalitionModel baseModel, ReadOnlyMemory<byte>[] tables, CoalitionLimits limits, CancellationToken cancellation)
    {
        var problems = new TableProblems(limits.MaxProblems);
        var rows = new List<Row>?[tables.Length];
        for (var i = 0; i < tables.Length; i++)
        {
            var format = TableFormat.All[i];
            rows[i] = TableReader.Read(format, tables[i], format == TableFormat.Pledges ? limits.MaxPledges : int.MaxValue, problems, cancellation);
        }

        // Without the rows of one table, those of another would seem to refer to nothing.
        if (rows is not [{ } pledgeRows, { } claimRows, { } stageRows, { } actRows])
        {
            problems.ThrowIfAny();
            throw new UnreachableException();
        }

        var pledges = new Entries(problems, cancellation);
        pledges.AddRows(TableFormat.Pledges, pledgeRows);
        pledges.AddToLists(TableFormat.Claims, claimRows, "the id of a row of pledges.csv");
        pledges.AddToLists(TableFormat.Stages, stageRows, "the id of a row of pledges.csv");
        var approvals = new Entries(problems, cancellation);
        foreach (var approval in baseModel.Approvals)
        {
            approvals.Declare(approval.Id);
        }

        approvals.AddToLists(TableFormat.Acts, actRows, "the id of an approval of the model");
        return Check(baseModel, pledges, approvals, problems, limits, cancellation);
    }

    private static CoalitionModel Check(
        CoalitionModel baseModel, Entries pledges, Entries approvals, TableProblems problems, CoalitionLimits limits, CancellationToken cancellation)
    {
        using var json = ModelJson.Of(baseModel);
        CoalitionModel? model = null;
        try
        {
            // The tables have been measured; the names, which they do not repeat in each row, are not to be.
            var text = ModelText.Write(json.RootElement, pledges, approvals, problems, limits, cancellation);
            model = CoalitionJson.Read(text, limits with { MaxBytes = int.MaxValue }, cancellation);
        }
        catch (CoalitionModelException invalid)
        {
            var places = new Places(pledges, approvals);
            foreach (var problem in invalid.Problems)
            {
                places.Tell(problem, problems);
            }

            problems.AddNotListed(invalid.NotListed);
        }

        problems.ThrowIfAny();
        return model ?? throw new UnreachableException();
    }
}
