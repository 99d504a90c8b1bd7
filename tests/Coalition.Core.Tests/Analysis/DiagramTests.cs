using Coalition.Analysis;
using Coalition.Analysis.Diagrams;

namespace Coalition.Tests.Analysis;

public class DiagramTests
{
    [Fact]
    public void Compile_DrawnCircuits_AgreesWithPlainEvaluationOfEveryAssignment()
    {
        for (var seed = 0; seed < 1000; seed++)
        {
            var sample = CircuitSample.Draw(seed, 7);
            var (diagram, least, greatest) = DiagramCompiler.Compile(sample.Circuit, sample.Variables, sample.Root, AnalysisBudget.Default, default);

            foreach (var assignment in sample.Assignments())
            {
                Assert.Equal(sample.IsTrue(assignment), diagram.IsTrue(least, assignment));
                Assert.Equal(sample.IsTrue(assignment, greatest: true), diagram.IsTrue(greatest, assignment));
            }
        }
    }
}
