using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Coalition.Sufficiency;

namespace Coalition.Reporting;

/// <summary>The picture of a total: what is firm, open and missing, together and by nation, against the figures that are asked.</summary>
internal sealed class TotalPicture
{
    /// <summary>The most nations that have a bar each; what others bring is one bar together, and the table has them all.</summary>
    internal const int MostRows = 40;

    private readonly CoalitionModel model;
    private readonly Finding.Total total;
    private readonly ImmutableArray<StandardReport> asking;
    private readonly Unit unit;

    /// <param name="model">The model.</param>
    /// <param name="total">The total; of several that count the same, any.</param>
    /// <param name="asking">The standards that ask for it, with a total as their grounds; none if it is a part of another requirement.</param>
    internal TotalPicture(CoalitionModel model, Finding.Total total, ImmutableArray<StandardReport> asking)
    {
        this.model = model;
        this.total = total;
        this.asking = asking;
        unit = total.Required.Unit;
    }

    private Int128 Firm => total.Secured.Counted.Amount;

    private Int128 Open => total.Reachable.Counted.Amount - Firm;

    private Int128 Locked => total.Possible.Counted.Amount - total.Reachable.Counted.Amount;

    private ImmutableArray<Int128> Thresholds => asking.Length > 1
        ? [.. asking.Select(s => ((Finding.Total)s.Grounds).Required.Amount).Distinct().Order()] : [total.Required.Amount];

    /// <summary>What the picture says.</summary>
    internal string Says
    {
        get
        {
            var thresholds = Thresholds;
            var asked = thresholds.Length == 1 ? $"{Amount(Firm)} of {Words.WithUnit(thresholds[0], unit)}"
                : $"{Amount(Firm)} of the {Words.Amount(thresholds[0], unit)} to {Words.WithUnit(thresholds[^1], unit)}";
            var best = Open == 0 ? "no more is open" : $"{Amount(Firm + Open)} at best";
            var together = Locked == 0 ? "" : $", {Amount(Firm + Open + Locked)} if all who wait for each other move together";
            return $"{asked} {(Firm == 1 ? "is" : "are")} firm, {best}{together}";
        }
    }

    internal bool HasFirm => Firm != 0;

    internal bool HasOpen => Open != 0;

    internal bool HasLocked => Locked != 0;

    /// <summary>Whether something is missing even at best.</summary>
    internal bool HasMissing => Firm + Open + Locked < Thresholds[^1];

    /// <summary>What limits the amounts, one sentence each.</summary>
    internal IEnumerable<string> Limits => Told("now", total.Secured).Concat(Told("at best", total.Reachable));

    /// <summary>What those who name no figure would have to bring together, one sentence for each verdict that it could come to.</summary>
    internal IEnumerable<string> WithoutFigure => (asking.Length > 1 ? asking.Select(s => (Finding.Total)s.Grounds) : [total]).DistinctBy(t => t.Required.Amount)
        .SelectMany(t => t.MissingFigures.Select(m => (t.Required, Missing: m, Nations: Words.List(m.Nations.Select(n => Words.Nation(n, model)), "and"))))
        .GroupBy(f => (f.Nations, f.Missing.UpTo)).Select(g => asking.Length > 1
            ? $"Without a figure: {g.Key.Nations}. What would make it {Words.Plain(g.Key.UpTo)}, in {Words.Name(unit)} together, if all of it counts: "
                + $"{string.Join("; ", g.Select(f => $"{Amount(f.Missing.Together.Amount)} where {Amount(f.Required.Amount)} are asked"))}."
            : $"Without a figure: {g.Key.Nations}. {Words.WithUnit(g.First().Missing.Together.Amount, unit)} together, if all of it counts, would make it {Words.Plain(g.Key.UpTo)}.");

    internal string Data
    {
        get
        {
            List<JsonNode?> rows = [Row("Together", Firm, Open, Locked, Missing, $"{Says}.", isTotal: true), .. NationRows()];
            return Chart.Json(new JsonObject
            {
                ["rows"] = Chart.Array(rows),
                ["thresholds"] = Chart.Array(Thresholds.Select(t => (JsonNode)new JsonObject
                {
                    ["amount"] = Chart.Number(t),
                    ["label"] = Chart.Text(Words.Amount(t, unit)),
                    ["tip"] = Chart.Text($"{Words.WithUnit(t, unit)} asked{AskedBy(t)}"),
                })),
            });
        }
    }

    /// <summary>What the nations bring, those that bring most first; before ceilings and caps.</summary>
    private IEnumerable<(NationCode Nation, Int128 Firm, Int128 Open, Int128 Locked, ImmutableArray<Contribution> Pledges)> Nations =>
        total.Contributions.Where(c => c.Standing != Standing.Failed && c.Possible > 0).GroupBy(c => c.Pledge.Pledge.Nation)
            .Select(g => (g.Key, Sum(g, c => c.Secured), Sum(g, c => c.Reachable - c.Secured), Sum(g, c => c.Possible - c.Reachable), g.ToImmutableArray()))
            .OrderByDescending(n => n.Item2 + n.Item3 + n.Item4).ThenByDescending(n => n.Item2).ThenBy(n => n.Key.Value, StringComparer.Ordinal);

    private Int128 Missing => Int128.Max(0, Thresholds[^1] - Firm - Open - Locked);

    private IEnumerable<JsonNode?> NationRows()
    {
        var nations = Nations.ToList();
        var own = nations.Count <= MostRows ? nations.Count : MostRows - 1;
        foreach (var nation in nations.Take(own))
        {
            var lines = nation.Pledges.Select(c => $"{c.Pledge.Pledge.Id}: {Words.Plain(c.Pledge.Stage)}, {Figure(c)}{From(c)}");
            yield return Row(
                Words.Nation(nation.Nation, model), nation.Firm, nation.Open, nation.Locked, 0, $"{Words.Nation(nation.Nation, model)}\n{string.Join('\n', lines)}");
        }

        var rest = nations.Skip(own).ToList();
        if (rest.Count > 0)
        {
            yield return Row(
                $"{Words.Number(rest.Count)} more", Sum(rest, n => n.Firm), Sum(rest, n => n.Open), Sum(rest, n => n.Locked), 0,
                $"{Words.Number(rest.Count)} more nations, each of which brings less; the table has them all.");
        }
    }

    private string Amount(Int128 amount) => Words.Amount(amount, unit);

    private string Figure(Contribution c) => $"{Amount(c.Secured)} firm{(c.Reachable > c.Secured ? $", {Amount(c.Reachable)} at best" : "")}"
        + (c.Possible > c.Reachable ? $", {Amount(c.Possible)} if all who wait for each other move together" : "");

    private string From(Contribution c) => Figures.SourceOf(c.Pledge.Pledge, model) is { } source ? $"\nSource: {Words.Cite(source)}" : "";

    private string AskedBy(Int128 threshold)
    {
        var by = asking.Where(s => ((Finding.Total)s.Grounds).Required.Amount == threshold).ToList();
        return by.Count == 0 ? "" : $" by: {string.Join("; ", by.Select(s => $"{Words.Title(s)}{(s.Source is { } source ? $" ({Words.Plain(source.Label)})" : "")}"))}";
    }

    private JsonObject Row(string name, Int128 firm, Int128 open, Int128 locked, Int128 missing, string tip, bool isTotal = false)
    {
        var best = firm + open + locked;
        return new JsonObject
        {
            ["name"] = Chart.Text(name),
            ["total"] = isTotal,
            ["label"] = Chart.Text(firm == best ? Amount(firm) : $"{Amount(firm)} → {Amount(best)}"),
            // Line feeds between the parts of a tip are the writer's own.
            ["tip"] = string.Join('\n', tip.Split('\n').Select(Words.Level)),
            ["parts"] = Chart.Array([Part("firm", firm), Part("open", open), Part("locked", locked), Part("missing", missing)]),
        };

        static JsonObject Part(string kind, Int128 amount) => new() { ["kind"] = kind, ["amount"] = Chart.Number(amount) };
    }

    private IEnumerable<string> Told(string when, TotalAmount amount) => amount.Limits.Select(l =>
        $"Limited {when} to {Amount(l.AtMost)} of {Amount(l.Offered)} of {Words.Nation(l.Nation, model)} by {(l.Approval is { } approval ? $"the mandate of {approval}" : "the cap on each nation")}"
        + $"{(l.Support is { } support ? $", for {model.GetSupportType(support).Name}" : "")} ({string.Join(", ", l.Pledges)}).");

    private static Int128 Sum<T>(IEnumerable<T> items, Func<T, Int128> amount) => items.Aggregate(Int128.Zero, (sum, item) => sum + amount(item));
}
