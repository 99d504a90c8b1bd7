using Coalition.Analysis;
using Coalition.Analysis.Diagrams;

namespace Coalition.Tests.Analysis;

public class SetEnumerationTests
{
    [Fact]
    public void BySize_SetsOfMoreThanSixtyFour_TheSmallestFirst()
    {
        using var builder = new SetDiagramBuilder(SetDiagramBuilderTests.Ends(195), AnalysisBudget.Default, default);
        var hundredThirty = All(65, 194, SetDiagram.None);
        var sets = builder.Freeze(builder.Node(0, SetDiagram.Empty, All(1, 64, hundredThirty)));

        Assert.Equal([[0], [.. Enumerable.Range(1, 64)], [.. Enumerable.Range(65, 130)]], SetEnumeration.BySize(sets));
        Assert.Equal(130, new SetSizes(sets).Greatest);

        int All(int first, int last, int otherwise)
        {
            var family = SetDiagram.Empty;
            for (var level = last; level > first; level--)
            {
                family = builder.Node(level, family, SetDiagram.None);
            }

            return builder.Node(first, family, otherwise);
        }
    }

    // {0}; {1, 2}; {1, 3, 4}.
    [Fact]
    public void ByProbability_TheMoreProbableOfTwoUnderOneNode_ComesBeforeTheOtherNode()
    {
        using var builder = new SetDiagramBuilder(SetDiagramBuilderTests.Ends(5), AnalysisBudget.Default, default);
        var last = builder.Node(3, builder.Node(4, SetDiagram.Empty, SetDiagram.None), SetDiagram.None);
        var sets = builder.Freeze(builder.Node(0, SetDiagram.Empty, builder.Node(1, builder.Node(2, SetDiagram.Empty, last), SetDiagram.None)));

        var listed = SetEnumeration.ByProbability(sets, [(1, [0.5, 0.75, 0.75, 0.75, 0.125])], default).ToArray();

        Assert.Equal([[1, 2], [0], [1, 3, 4]], listed.Select(l => l.Set));
        Assert.Equal([0.5625, 0.5, 0.0703125], listed.Select(l => l.Probability));
    }
}
