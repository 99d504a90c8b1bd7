using System.Text.Json.Nodes;
using Coalition.Sufficiency;

namespace Coalition.Reporting.Tests;

public sealed class WaitingGraphTests
{
    [Fact]
    public void Circles_OfTheMadeUpCoalition_AreThoseThatTheEvaluatorFound()
    {
        var report = Models.Of(Models.Illustrative).Report;
        var graph = new WaitingGraph(report);

        var circle = report.Verdicts.Single(v => v.Verdict == Verdict.Deadlocked).Circle.Select(p => report.Model.GetPledge(p).Nation.Value).Order();

        Assert.Equal(circle, graph.Circles.Single().Select(n => graph.Nodes[n].Id).Order());
        Assert.All(graph.Edges.Where(e => e.InCircle), e => Assert.Contains(e.From, graph.Circles.Single()));
    }

    [Fact]
    public void Edges_OfTheParisModel_AreTheOpenApprovalsAndCircumstancesOfEachPledge()
    {
        var report = Models.Of(Models.Paris).Report;
        var graph = new WaitingGraph(report);

        Assert.Empty(graph.Circles);
        foreach (var pledge in report.Pledges.Where(p => p.Standing == Standing.Pending))
        {
            foreach (var matter in pledge.Gates.Where(g => g.Gate is Gate.Approvals or Gate.Admission).SelectMany(g => g.OpenMatters).Where(m => m.Kind == OpenMatterKind.Approval))
            {
                Assert.Contains(graph.Edges, e =>
                    graph.Nodes[e.From].Id == pledge.Pledge.Nation.Value && graph.Nodes[e.To] is { Kind: WaitingKind.Approval } node && node.Id == matter.Id && e.Because.Contains(pledge.Pledge.Id));
            }
        }
    }

    [Theory]
    [InlineData(35)]
    [InlineData(100)]
    public void GraphPicture_ManyNations_GivesEachNodeAPlaceOfItsOwnAndPutsWhatIsAwaitedToTheRight(int nations)
    {
        var graph = new WaitingGraph(Models.Of(Models.Of(nations)).Report);
        var picture = new GraphPicture(graph).Data;

        var nodes = JsonNode.Parse(picture)!["nodes"]!.AsArray().Select(n => (X: n!["x"]!.GetValue<double>(), Y: n["y"]!.GetValue<double>())).ToList();

        Assert.Equal(nodes.Count, nodes.Distinct().Count());
        Assert.Equal(nations / 3, graph.Circles.Single().Length);
        Assert.All(graph.Edges, e => Assert.True(e.InCircle ? nodes[e.From].X == nodes[e.To].X : nodes[e.From].X < nodes[e.To].X));
        Assert.Equal(picture, new GraphPicture(new WaitingGraph(Models.Of(Models.Of(nations)).Report)).Data);
    }

    [Fact]
    public void StrongComponents_OfRandomGraphs_AreThoseOfReachability()
    {
        var random = new Random(7);
        for (var trial = 0; trial < 200; trial++)
        {
            var count = random.Next(1, 12);
            List<(int From, int To)> edges = [.. Enumerable.Range(0, random.Next(0, 30)).Select(_ => (random.Next(count), random.Next(count)))];
            var reach = Reach(count, edges);

            var components = StrongComponents.Of(count, edges);

            for (var a = 0; a < count; a++)
            {
                for (var b = 0; b < count; b++)
                {
                    Assert.Equal(reach[a, b] && reach[b, a], components[a] == components[b]);
                    Assert.True(!reach[a, b] || components[a] <= components[b]);
                }
            }
        }
    }

    private static bool[,] Reach(int count, List<(int From, int To)> edges)
    {
        var reach = new bool[count, count];
        edges.ForEach(e => reach[e.From, e.To] = true);
        for (var i = 0; i < count; i++)
        {
            reach[i, i] = true;
        }

        for (var k = 0; k < count; k++)
        {
            for (var i = 0; i < count; i++)
            {
                for (var j = 0; j < count; j++)
                {
                    reach[i, j] |= reach[i, k] && reach[k, j];
                }
            }
        }

        return reach;
    }
}
