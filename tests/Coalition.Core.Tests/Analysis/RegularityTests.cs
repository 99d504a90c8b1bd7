using Coalition.Analysis;
using Coalition.Analysis.Diagrams;
using Coalition.Tests.Properties;

namespace Coalition.Tests.Analysis;

public class RegularityTests
{
    // All 7,579 monotone functions of five variables that are not constant, each with its truth table, in one diagram (Dedekind).
    [Fact]
    public void Of_EveryMonotoneFunctionOfFive_IsWhereBothBranchesAreFromOneLevelOnAndTheVariableIsAsDesirableAsTheNext()
    {
        const int Variables = 5;
        var (diagram, tables) = EveryMonotoneFunction(Variables);
        using var regularity = new Regularity(diagram, AnalysisBudget.Default);
        var isRegular = new bool[diagram.Nodes.Length];

        foreach (var level in Enumerable.Range(2, diagram.Nodes.Length - 2).GroupBy(diagram.LevelOf))
        {
            regularity.Add(level.ToArray());
            foreach (var node in level)
            {
                var (_, high, low) = diagram[node];
                var next = Math.Min(diagram.LevelOf(high), diagram.LevelOf(low));
                isRegular[node] = IsFrom(next, high) && IsFrom(next, low)
                    && (next == Variables || IsAsDesirable(bits => (tables[node] >> bits & 1) != 0, diagram[node].Variable, next, Variables));
            }
        }

        Assert.Equal(2 + 7_579, diagram.Nodes.Length);
        Assert.Equal(isRegular, Enumerable.Range(0, isRegular.Length).Select(regularity.Of));

        bool IsFrom(int level, int node) => node <= Diagram.True || (isRegular[node] && diagram.LevelOf(node) == level);
    }

    // Each level is one chain, in whatever order its nodes come: of its 218 nodes all are settled by where they stand, but for one pair at most.
    [Fact]
    public void Add_LevelsOfAThreshold_LooksAtOnePairAtMost()
    {
        int[] weights = [31, 28, 25, 22, 20, 17, 15, 12, 10, 8, 6, 5, 3, 2, 1];
        var random = new Random(1);
        var circuit = new Circuit();
        var sum = circuit.Sum([.. weights.Select((weight, v) => circuit.Amount(circuit.Variable(v), weight))]);
        var (diagram, root, _) = DiagramCompiler.Compile(circuit, weights.Length, circuit.Reaches(sum, weights.Sum() / 2), AnalysisBudget.Default, default);
        using var regularity = new Regularity(diagram, new AnalysisBudget { Nodes = 1 });

        foreach (var level in Enumerable.Range(2, diagram.Nodes.Length - 2).GroupBy(diagram.LevelOf).OrderByDescending(l => l.Key))
        {
            int[] nodes = [.. level];
            random.Shuffle(nodes);
            regularity.Add(nodes);
        }

        Assert.True(regularity.Of(root));
    }

    // a(b or c or d or e) or be: whether e alone implies c or d or e is asked at c and again at d.
    [Fact]
    public void Add_MorePairsThanTheBudget_SaysSo()
    {
        DiagramNode[] nodes = [new(5, 0, 0), new(5, 1, 1), new(4, 1, 0), new(3, 1, 2), new(2, 1, 3), new(1, 2, 0), new(1, 1, 4), new(0, 6, 5)];
        var diagram = new Diagram(nodes, [0, 1, 2, 3, 4]);

        using var enough = new Regularity(diagram, new AnalysisBudget { Nodes = 2 });
        AddAll(enough);
        using var tooFew = new Regularity(diagram, new AnalysisBudget { Nodes = 1 });
        var exception = Assert.Throws<AnalysisBudgetException>(() => AddAll(tooFew));

        Assert.True(enough.Of(7));
        Assert.Equal("the minimal sets", exception.Work);

        void AddAll(Regularity regularity)
        {
            foreach (var level in (int[][])[[2], [3], [4], [5, 6], [7]])
            {
                regularity.Add(level);
            }
        }
    }

    [Fact]
    public void Of_NodesOfDrawnDiagrams_HoldsOnlyIfTheirVariableMayTakeThePlaceOfAnyBelow()
    {
        var holds = 0;
        foreach (var seed in Enumerable.Range(Draws.Seed, 1000))
        {
            var sample = CircuitSample.Draw(seed, 7);
            var (diagram, _, _) = DiagramCompiler.Compile(sample.Circuit, sample.Variables, sample.Root, AnalysisBudget.Default, default);
            using var regularity = new Regularity(diagram, AnalysisBudget.Default);
            foreach (var level in Enumerable.Range(2, diagram.Nodes.Length - 2).GroupBy(diagram.LevelOf).OrderByDescending(l => l.Key))
            {
                regularity.Add(level.ToArray());
                foreach (var node in level.Where(regularity.Of))
                {
                    holds++;
                    var isTrue = sample.Assignments().Select(assignment => diagram.IsTrue(node, assignment)).ToArray();
                    Assert.All(
                        diagram.Order[(level.Key + 1)..].ToArray(),
                        below => Assert.True(IsAsDesirable(bits => isTrue[bits], diagram[node].Variable, below, sample.Variables)));
                }
            }
        }

        Assert.True(holds > 1000);
    }

    // From the lowest level up: each two functions of the levels below of which one, the low branch, implies the other.
    private static (Diagram Diagram, List<long> Tables) EveryMonotoneFunction(int variables)
    {
        var nodes = new List<DiagramNode> { new(variables, Diagram.False, Diagram.False), new(variables, Diagram.True, Diagram.True) };
        var tables = new List<long> { 0, (1L << (1 << variables)) - 1 };
        for (var variable = variables - 1; variable >= 0; variable--)
        {
            var isTrue = Enumerable.Range(0, 1 << variables).Where(bits => (bits >> variable & 1) != 0).Sum(bits => 1L << bits);
            var below = nodes.Count;
            foreach (var (high, low) in Enumerable.Range(0, below).SelectMany(h => Enumerable.Range(0, below).Select(l => (h, l))))
            {
                if (high != low && (tables[low] & ~tables[high]) == 0)
                {
                    nodes.Add(new DiagramNode(variable, high, low));
                    tables.Add((tables[high] & isTrue) | (tables[low] & ~isTrue));
                }
            }
        }

        return (new Diagram([.. nodes], [.. Enumerable.Range(0, variables)]), tables);
    }

    private static bool IsAsDesirable(Func<int, bool> isTrue, int variable, int than, int variables) =>
        Enumerable.Range(0, 1 << variables).All(bits =>
            (bits & (1 << variable)) != 0 || (bits & (1 << than)) == 0 || !isTrue(bits) || isTrue(bits ^ (1 << variable) ^ (1 << than)));
}
