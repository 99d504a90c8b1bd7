namespace Coalition.Tabular;

/// <summary>The four tables of a model, each the text of a CSV file with a header row. Equality is by value.</summary>
/// <remarks>The columns are described in <c>docs/spreadsheets.md</c>.</remarks>
public sealed record CsvTables
{
    /// <summary>A row for each pledge: <c>pledges.csv</c>.</summary>
    public required string Pledges { get; init => field = NotNull(value); }

    /// <summary>A row for each figure that a source gives for the amount of a pledge: <c>claims.csv</c>.</summary>
    public required string Claims { get; init => field = NotNull(value); }

    /// <summary>A row for each dated stage of a pledge: <c>stages.csv</c>.</summary>
    public required string Stages { get; init => field = NotNull(value); }

    /// <summary>A row for each act about a parliamentary approval: <c>acts.csv</c>.</summary>
    public required string Acts { get; init => field = NotNull(value); }

    private static string NotNull(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return value;
    }
}
