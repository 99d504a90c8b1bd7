using Coalition.Analysis;
using Coalition.Analysis.Diagrams;
using Coalition.Tests.Properties;

namespace Coalition.Tests.Analysis;

public class SetDiagramTests
{
    [Fact]
    public void MinimalOf_DrawnCircuits_HoldsTheMinimalSetsOfPlainEnumeration()
    {
        foreach (var seed in Draws.Seeds(2000))
        {
            var sample = CircuitSample.Draw(seed, 8);
            var (diagram, least, greatest) = DiagramCompiler.Compile(sample.Circuit, sample.Variables, sample.Root, AnalysisBudget.Default, default);

            Assert.Equal(MinimalByPlainEnumeration(sample, greatest: false), SetsOf(Minimal(diagram, least)));
            Assert.Equal(MinimalByPlainEnumeration(sample, greatest: true), SetsOf(Minimal(diagram, greatest)));
        }
    }

    [Fact]
    public void MinimalOf_TheDual_HoldsTheMinimalTransversals()
    {
        foreach (var seed in Draws.Seeds(2000))
        {
            var sample = CircuitSample.Draw(seed, 8);
            var (diagram, root, _) = DiagramCompiler.Compile(sample.Circuit, sample.Variables, sample.Root, AnalysisBudget.Default, default);

            var sufficient = SetsOf(Minimal(diagram, root));
            var blocking = SetsOf(Minimal(DualDiagram.Of(diagram), DualDiagram.Root(root)));

            Assert.Equal(MinimalTransversals(sufficient, sample.Variables), blocking);
            Assert.Equal(MinimalTransversals(blocking, sample.Variables), sufficient);
        }
    }

    [Fact]
    public void DualOf_AnyDiagram_HasTheSameTwoEnds()
    {
        var circuit = new Circuit();
        var (diagram, root, _) = DiagramCompiler.Compile(circuit, 2, circuit.And(circuit.Variable(0), circuit.Variable(1)), AnalysisBudget.Default, default);

        var dual = DualDiagram.Of(diagram);

        Assert.Equal([new DiagramNode(2, 0, 0), new DiagramNode(2, 1, 1)], dual.Nodes[..2].ToArray());
        Assert.True(dual.IsTrue(DualDiagram.Root(root), [true, false]));
        Assert.False(dual.IsTrue(DualDiagram.Root(root), [false, false]));
    }

    [Fact]
    public void MinimalOf_AnyDiagram_KeepsItsInvariants()
    {
        foreach (var seed in Draws.Seeds(500))
        {
            var sample = CircuitSample.Draw(seed);
            var (diagram, root, _) = DiagramCompiler.Compile(sample.Circuit, sample.Variables, sample.Root, AnalysisBudget.Default, default);
            var sets = Minimal(diagram, root);

            for (var i = 2; i < sets.Nodes.Length; i++)
            {
                Assert.True(sets[i].High < i && sets[i].Low < i && sets[i].High != SetDiagram.None);
                Assert.True(diagram.LevelOfVariable(sets[i].Variable) <= diagram.LevelOfVariable(sets[i - 1].Variable));
            }

            Assert.True(sets.Root <= SetDiagram.Empty || sets.Root == sets.Nodes.Length - 1);
            Assert.Equal(sets.Nodes.Length, sets.Nodes.ToArray().Distinct().Count());
        }
    }

    [Fact]
    public void MinimalOf_TwentyThousandLevels_DoesNotRunOutOfStack()
    {
        // Each pair of neighbours of a long row.
        const int count = 20_000;
        var nodes = new List<DiagramNode> { new(count, 0, 0), new(count, 1, 1) };
        var (taken, free) = (0, 0);
        for (var variable = count - 1; variable >= 0; variable--)
        {
            nodes.Add(new DiagramNode(variable, Diagram.True, free));
            var next = nodes.Count - 1;
            free = taken == 0 ? 0 : Add(new DiagramNode(variable, taken, free));
            taken = next;
        }

        var sets = Minimal(new Diagram([.. nodes], [.. Enumerable.Range(0, count)]), free);

        Assert.Equal(count - 1, SetCounts.Count(sets));

        int Add(DiagramNode node)
        {
            nodes.Add(node);
            return nodes.Count - 1;
        }
    }

    [Fact]
    public void MinimalOf_MoreThanTheBudget_SaysSo()
    {
        var circuit = new Circuit();
        var root = circuit.AtLeast(6, [.. Enumerable.Range(0, 12).Select(circuit.Variable)]);
        var (diagram, node, _) = DiagramCompiler.Compile(circuit, 12, root, AnalysisBudget.Default, default);

        var exception = Assert.Throws<AnalysisBudgetException>(() => SetDiagram.MinimalOf(diagram, node, new AnalysisBudget { Nodes = 20 }, default));

        Assert.Equal("the minimal sets", exception.Work);
    }

    [Fact]
    public void ByWeight_DrawnCircuits_ListsEverySetFromTheLeastWeight()
    {
        foreach (var seed in Draws.Seeds(1000))
        {
            var sample = CircuitSample.Draw(seed);
            var random = new Random(seed);
            Int128[] weights = [.. Enumerable.Range(0, sample.Variables).Select(_ => random.Next(3) == 0 ? long.MaxValue - random.Next(9) : random.Next(0, 6))];
            var (diagram, root, _) = DiagramCompiler.Compile(sample.Circuit, sample.Variables, sample.Root, AnalysisBudget.Default, default);
            var sets = Minimal(diagram, root);

            var listed = SetEnumeration.ByWeight(sets, weights).ToArray();

            Assert.Equal(SetsOf(sets), listed.Select(l => l.Set.Aggregate(0, (bits, v) => bits | (1 << v))).Order());
            Assert.Equal(listed.Select(l => l.Weight).Order(), listed.Select(l => l.Weight));
            Assert.All(listed, l => Assert.Equal(l.Set.Aggregate((Int128)0, (sum, v) => sum + weights[v]), l.Weight));
        }
    }

    internal static SetDiagram Minimal(Diagram diagram, int node) => SetDiagram.MinimalOf(diagram, node, AnalysisBudget.Default, default);

    /// <summary>The sets of a family as bits, in ascending order.</summary>
    internal static List<int> SetsOf(SetDiagram sets)
    {
        var found = new List<int>();
        Walk(sets.Root, 0);
        found.Sort();
        return found;

        void Walk(int node, int set)
        {
            if (node == SetDiagram.Empty)
            {
                found.Add(set);
            }
            else if (node != SetDiagram.None)
            {
                Walk(sets[node].High, set | (1 << sets[node].Variable));
                Walk(sets[node].Low, set);
            }
        }
    }

    internal static List<int> MinimalByPlainEnumeration(CircuitSample sample, bool greatest)
    {
        var isTrue = sample.Assignments().Select(a => sample.IsTrue(a, greatest)).ToArray();
        return MinimalOf(set => isTrue[set], sample.Variables);
    }

    private static List<int> MinimalTransversals(List<int> sets, int variables) => MinimalOf(by => sets.All(set => (set & by) != 0), variables);

    // Of a monotone test: true, and false without any one of its members.
    private static List<int> MinimalOf(Func<int, bool> isTrue, int variables) =>
        [.. Enumerable.Range(0, 1 << variables).Where(set =>
            isTrue(set) && Enumerable.Range(0, variables).All(v => (set & (1 << v)) == 0 || !isTrue(set & ~(1 << v))))];
}
