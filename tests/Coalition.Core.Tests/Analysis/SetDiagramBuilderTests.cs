using Coalition.Analysis;
using Coalition.Analysis.Diagrams;

namespace Coalition.Tests.Analysis;

public class SetDiagramBuilderTests
{
    [Fact]
    public void Node_OfTheSameParts_IsTheSameAlsoOnceTheTableHasGrown()
    {
        const int Levels = 3_000;
        using var builder = new SetDiagramBuilder(Ends(Levels), AnalysisBudget.Default, default);

        var made = Row();

        Assert.Equal(Levels, made.Distinct().Count());
        Assert.Equal(made, Row());

        int[] Row()
        {
            var row = new int[Levels];
            for (var level = Levels - 1; level >= 0; level--)
            {
                row[level] = builder.Node(level, SetDiagram.Empty, level == Levels - 1 ? SetDiagram.None : row[level + 1]);
            }

            return row;
        }
    }

    // Two ends and a node each for {1}, {0, 1}, {2}, {1} or {2}, and the second family; the second of two steps stands beside the first.
    [Theory]
    [InlineData(9, true)]
    [InlineData(8, false)]
    public void Without_StepsAndNodesTogether_AreWithinTheBudget(int nodes, bool fits)
    {
        using var builder = new SetDiagramBuilder(Ends(3), new AnalysisBudget { Nodes = nodes }, default);
        var family = builder.Node(0, builder.Node(1, SetDiagram.Empty, SetDiagram.None), SetDiagram.None);
        var other = builder.Node(0, builder.Node(1, SetDiagram.Empty, builder.Node(2, SetDiagram.Empty, SetDiagram.None)), SetDiagram.None);

        if (fits)
        {
            Assert.Equal(SetDiagram.None, builder.Without(family, other));
        }
        else
        {
            Assert.Equal("the minimal sets", Assert.Throws<AnalysisBudgetException>(() => builder.Without(family, other)).Work);
        }
    }

    // The budget is used up.
    [Fact]
    public void Without_WhatIsSeenAtOnce_TakesNoStep()
    {
        using var builder = new SetDiagramBuilder(Ends(2), new AnalysisBudget { Nodes = 4 }, default);
        var low = builder.Node(1, SetDiagram.Empty, SetDiagram.None);
        var both = builder.Node(0, SetDiagram.Empty, low);

        Assert.Equal(SetDiagram.None, builder.Without(both, both));
        Assert.Equal(both, builder.Without(both, SetDiagram.None));
        Assert.Equal(both, builder.Without(both, SetDiagram.Empty));
        Assert.Equal(SetDiagram.None, builder.Without(low, both));
        Assert.Equal(SetDiagram.None, builder.Without(SetDiagram.None, both));
        Assert.Equal(SetDiagram.Empty, builder.Without(SetDiagram.Empty, both));
        Assert.Throws<AnalysisBudgetException>(() => builder.Without(both, low));
    }

    // There are 69 thousand million sets of twenty of the first 39, and as many paths through both families; but for each pair of nodes one step.
    [Fact]
    public void Without_HalfOfForty_GoesThroughEachPairOfNodesOnce()
    {
        const int Levels = 40;
        using var builder = new SetDiagramBuilder(Ends(Levels), AnalysisBudget.Default, default);
        var all = SetsOf(20, mayHaveLast: true, mustHaveLast: false);

        Assert.Equal(SetsOf(20, mayHaveLast: false, mustHaveLast: false), builder.Without(all, SetsOf(20, mayHaveLast: true, mustHaveLast: true)));

        int SetsOf(int size, bool mayHaveLast, bool mustHaveLast)
        {
            // By the number still to be taken.
            var families = new int[size + 1];
            families[0] = mustHaveLast ? SetDiagram.None : SetDiagram.Empty;
            families[1] = mayHaveLast ? builder.Node(Levels - 1, SetDiagram.Empty, SetDiagram.None) : SetDiagram.None;
            for (var level = Levels - 2; level >= 0; level--)
            {
                for (var left = size; left > 0; left--)
                {
                    families[left] = builder.Node(level, families[left - 1], families[left]);
                }
            }

            return families[size];
        }
    }

    internal static Diagram Ends(int variables) => new([new(variables, 0, 0), new(variables, 1, 1)], [.. Enumerable.Range(0, variables)]);
}
