namespace Coalition.Tabular.Internal;

/// <summary>Collects the problems of the tables, to be told in the order of their rows.</summary>
internal sealed class TableProblems(int max)
{
    private const int MaxShown = 90;

    private readonly List<(int Table, int Row, ModelProblem Problem)> list = [];

    private long notListed;

    internal bool Any => list.Count > 0;

    /// <summary>A value as a message shows it, shortened so that the quotation mark at its end is not cut off.</summary>
    internal static string Shown(string value) => value.Length <= MaxShown ? $"'{value}'"
        : $"'{value.AsSpan(0, char.IsHighSurrogate(value[MaxShown - 1]) ? MaxShown - 1 : MaxShown)}…'";

    internal void Add(Place place, string found, string expected)
    {
        if (list.Count < max)
        {
            list.Add((place.Table is null ? TableFormat.All.Length : TableFormat.All.IndexOf(place.Table), place.Row, new ModelProblem(place.Text, found, expected)));
        }
        else
        {
            notListed++;
        }
    }

    internal void AddNotListed(long further) => notListed += further;

    internal void ThrowIfAny()
    {
        if (Any)
        {
            throw new CoalitionModelException([.. list.OrderBy(p => (p.Table, p.Row)).Select(p => p.Problem)], notListed);
        }
    }
}
