using Coalition.Analysis;
using Coalition.Analysis.Diagrams;

namespace Coalition.Tests.Analysis;

public class CriticalRefusalsTests
{
    // Each of the two blocks alone, so that the other does not matter. The only node, beside the two ends, is what is left with the first granted.
    [Fact]
    public void Of_OneOfTwoThatAreBothNeeded_IsAlwaysTrueAndFitsThreeNodes()
    {
        var circuit = new Circuit();
        var (diagram, root, _) = DiagramCompiler.Compile(circuit, 2, circuit.And(circuit.Variable(0), circuit.Variable(1)), AnalysisBudget.Default, default);

        var (refusals, refused) = CriticalRefusals.Of(diagram, root, 0, new AnalysisBudget { Nodes = 3 }, default);

        Assert.Equal(Diagram.True, refused);
        Assert.Equal(3, refusals.Nodes.Length);
        Assert.Throws<AnalysisBudgetException>(() => CriticalRefusals.Of(diagram, root, 0, new AnalysisBudget { Nodes = 2 }, default));
    }
}
