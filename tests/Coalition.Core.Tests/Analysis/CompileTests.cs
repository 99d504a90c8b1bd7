using Coalition.Analysis;
using Coalition.Sufficiency;
using Coalition.Tests.Generators;
using Coalition.Tests.Properties;

namespace Coalition.Tests.Analysis;

/// <summary>P8: the function says of each assignment what evaluating the model so changed says.</summary>
public class CompileTests
{
    private const VariableKinds Both = VariableKinds.OpenMatters | VariableKinds.Nations;

    [ModelProperty(1000)]
    public void Compile_OverOpenMatters_AgreesWithEvaluation(ModelSample sample) => AssertAgrees(sample, VariableKinds.OpenMatters);

    [ModelProperty(500)]
    public void Compile_OverNations_AgreesWithEvaluation(ModelSample sample) => AssertAgrees(sample, VariableKinds.Nations);

    [ModelProperty(500)]
    public void Compile_OverBoth_AgreesWithEvaluation(ModelSample sample) => AssertAgrees(sample, Both);

    [Fact]
    public void Compile_UnderManyCeilings_AgreesWithEvaluation()
    {
        for (var seed = 0; seed < 600; seed++)
        {
            AssertAgrees(new ModelSample(seed, CeilingGen.Model(seed), ModelGen.Anchor, null), Both);
        }
    }

    private static void AssertAgrees(ModelSample sample, VariableKinds over)
    {
        foreach (var function in FunctionSample.Of(sample, over, mostVariables: 12))
        {
            foreach (var assignment in function.Assignments(64))
            {
                Assert.True((function.Verdict(assignment) == Verdict.Sufficient) == function.IsTrue(assignment), function.Told(assignment));
                Assert.True(function.IsMetTogether(assignment) == function.IsTrue(assignment, greatest: true), $"together: {function.Told(assignment)}");
            }
        }
    }
}
