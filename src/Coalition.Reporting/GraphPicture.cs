using System.Collections.Immutable;
using System.Text.Json.Nodes;

namespace Coalition.Reporting;

/// <summary>The places of a graph of waiting: who waits on the left, what is waited for on the right.</summary>
/// <remarks>
/// Layers, after Sugiyama, Tagawa and Toda: each strongly connected component is one layer further right than any that waits for it, and the order within the layers is that
/// of the barycentres of their neighbours, swept to and fro. Nothing is drawn by chance: the same graph has the same places.
/// </remarks>
internal sealed class GraphPicture
{
    private const int RowHeight = 26;
    private const int Sweeps = 8;
    private const int MostLetters = 42;
    private const double LetterWidth = 7.6;
    private const int Mark = 14;
    private const int Gap = 70;

    private readonly WaitingGraph graph;
    private readonly ImmutableArray<int> layers;
    private readonly double[] rows;

    internal GraphPicture(WaitingGraph graph)
    {
        this.graph = graph;
        layers = Layers();
        rows = new double[graph.Nodes.Length];
        Order();
    }

    internal string Data
    {
        get
        {
            var starts = Starts();
            var tallest = layers.CountBy(l => l).Select(l => l.Value).DefaultIfEmpty(0).Max();
            var nodes = graph.Nodes.Index().Select(n => (JsonNode)new JsonObject
            {
                ["x"] = starts[layers[n.Index]],
                ["y"] = (rows[n.Index] + 0.5) * RowHeight + 8,
                ["column"] = layers[n.Index],
                ["label"] = Chart.Text(Label(n.Item)),
                ["symbol"] = Symbol(n.Item.Kind),
                ["circle"] = graph.Circles.Any(c => c.Contains(n.Index)),
                ["tip"] = Tip(n.Index),
            });
            var edges = graph.Edges.Select(e => (JsonNode)new JsonObject { ["from"] = e.From, ["to"] = e.To, ["circle"] = e.InCircle });
            return Chart.Json(new JsonObject
            {
                ["width"] = starts[^1] - Gap + 8,
                ["height"] = tallest * RowHeight + 16,
                ["nodes"] = Chart.Array(nodes),
                ["edges"] = Chart.Array(edges),
            });
        }
    }

    internal static string Symbol(WaitingKind kind) => kind switch
    {
        WaitingKind.Nation => "circle",
        WaitingKind.Approval => "square",
        WaitingKind.Circumstance => "diamond",
        _ => "triangle",
    };

    private static string Label(WaitingNode node) => node.Name.Length <= MostLetters ? node.Name : $"{node.Name[..(MostLetters - 1)]}…";

    private static int Letters(WaitingNode node) => Math.Min(MostLetters, node.Name.Length);

    private string Tip(int node)
    {
        var waitsFor = Names(graph.Edges.Where(e => e.From == node).Select(e => e.To));
        var awaitedBy = Names(graph.Edges.Where(e => e.To == node).Select(e => e.From));
        return Words.Level(graph.Nodes[node].Name) + (waitsFor.Length > 0 ? $"\nwaits for: {Words.Level(waitsFor)}" : "") + (awaitedBy.Length > 0 ? $"\nawaited by: {Words.Level(awaitedBy)}" : "");
    }

    private string Names(IEnumerable<int> some) => string.Join(", ", some.Select(n => graph.Nodes[n].Name));

    // Components are numbered along the edges, so that one pass in that order finds the longest way to each.
    private ImmutableArray<int> Layers()
    {
        var components = StrongComponents.Of(graph.Nodes.Length, [.. graph.Edges.Select(e => (e.From, e.To))]);
        var layer = new int[graph.Nodes.Length];
        foreach (var edge in graph.Edges.Where(e => components[e.From] != components[e.To]).OrderBy(e => components[e.From]))
        {
            layer[components[edge.To]] = Math.Max(layer[components[edge.To]], layer[components[edge.From]] + 1);
        }

        return [.. components.Select(c => layer[c])];
    }

    private void Order()
    {
        var byLayer = layers.Index().GroupBy(l => l.Item, l => l.Index).OrderBy(g => g.Key).Select(g => g.ToList()).ToList();
        byLayer.ForEach(Number);
        var neighbours = graph.Edges.SelectMany(e => new[] { (Node: e.From, Other: e.To), (Node: e.To, Other: e.From) }).ToLookup(e => e.Node, e => e.Other);
        for (var sweep = 0; sweep < Sweeps; sweep++)
        {
            foreach (var layer in sweep % 2 == 0 ? byLayer.Skip(1) : Enumerable.Reverse(byLayer).Skip(1))
            {
                var before = sweep % 2 == 0 ? -1 : 1;
                var sorted = layer.OrderBy(n => Barycentre(n, before)).ToList();
                layer.Clear();
                layer.AddRange(sorted);
                Number(layer);
            }
        }

        // Short columns stand in the middle of tall ones.
        var tallest = byLayer.Select(l => l.Count).DefaultIfEmpty(0).Max();
        foreach (var layer in byLayer)
        {
            layer.ForEach(n => rows[n] += (tallest - layer.Count) / 2.0);
        }

        void Number(List<int> layer)
        {
            for (var i = 0; i < layer.Count; i++)
            {
                rows[layer[i]] = i;
            }
        }

        double Barycentre(int node, int side)
        {
            var near = neighbours[node].Where(n => side < 0 ? layers[n] < layers[node] : layers[n] > layers[node]).ToList();
            return near.Count == 0 ? rows[node] : near.Average(n => rows[n] * byLayer[layers[node]].Count / byLayer[layers[n]].Count);
        }
    }

    // Where each column begins, and after the last where the picture ends.
    private double[] Starts()
    {
        var columns = layers.DefaultIfEmpty(0).Max() + 1;
        var starts = new double[columns + 1];
        starts[0] = 64;
        for (var column = 0; column < columns; column++)
        {
            var widest = graph.Nodes.Index().Where(n => layers[n.Index] == column).Select(n => Letters(n.Item)).DefaultIfEmpty(0).Max();
            starts[column + 1] = Math.Round(starts[column] + Mark + widest * LetterWidth + Gap);
        }

        return starts;
    }
}
