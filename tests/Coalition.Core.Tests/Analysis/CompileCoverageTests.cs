using Coalition.Analysis;
using Coalition.Approvals;
using Coalition.Sufficiency;
using Coalition.Tests.Generators;
using Coalition.Tests.Properties;

namespace Coalition.Tests.Analysis;

/// <summary>Whether the functions compared with evaluation hang on everything that compiling tells apart.</summary>
public class CompileCoverageTests
{
    private const VariableKinds Both = VariableKinds.OpenMatters | VariableKinds.Nations;

    [Fact]
    public void DrawnModels_OfOneSeed_HangOnEveryKindOfVariable()
    {
        var reached = Reached(Enumerable.Range(0, 1500).Select(i => ModelSample.Of(Draws.Seed + i)));

        AssertReached(
            reached, 5, "nation", "Approval", "Admission", "Circumstance", "Stage", "Amount", "a renewal or a wider request", "a circle",
            "a national ceiling", "a host's ceiling");
    }

    [Fact]
    public void DrawnCeilings_OfOneSeed_BindOnBothSidesAndWiden()
    {
        var reached = Reached(Enumerable.Range(0, 600).Select(i => new ModelSample(i, CeilingGen.Model(i), ModelGen.Anchor, null)));

        AssertReached(reached, 30, "nation", "Amount", "a renewal or a wider request", "a national ceiling", "a host's ceiling", "a cap", "ceilings on both sides");
    }

    private static Dictionary<string, int> Reached(IEnumerable<ModelSample> samples)
    {
        var reached = new Dictionary<string, int>();
        foreach (var function in samples.SelectMany(s => FunctionSample.Of(s, Both, mostVariables: 8)))
        {
            foreach (var name in Decisive(function).Concat(Binding(function)).ToHashSet())
            {
                reached[name] = reached.GetValueOrDefault(name) + 1;
            }
        }

        return reached;
    }

    private static void AssertReached(Dictionary<string, int> reached, int least, params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            Assert.True(reached.GetValueOrDefault(name) >= least, $"{name}: {reached.GetValueOrDefault(name)} functions");
        }
    }

    // What the value of the function hangs on, for some assignment.
    private static IEnumerable<string> Decisive(FunctionSample function)
    {
        foreach (var assignment in function.Assignments(256))
        {
            var value = function.IsTrue(assignment);
            if (value != function.IsTrue(assignment, greatest: true))
            {
                yield return "a circle";
            }

            for (var i = 0; i < assignment.Length && value; i++)
            {
                if (!assignment[i])
                {
                    continue;
                }

                assignment[i] = false;
                var isDecisive = !function.IsTrue(assignment);
                assignment[i] = true;
                if (isDecisive)
                {
                    yield return function.Function.Variables[i] is FunctionVariable.OfMatter of ? of.Matter.Kind.ToString() : "nation";
                    if (function.Function.Variables[i] is FunctionVariable.OfMatter { Matter: { Kind: OpenMatterKind.Approval } matter } && Widens(function.Sample, matter))
                    {
                        yield return "a renewal or a wider request";
                    }
                }
            }
        }
    }

    private static bool Widens(ModelSample sample, OpenMatter approval) =>
        sample.Model.ApprovalState(approval.Id, sample.On, sample.KnownAsOf)
            is ParliamentaryApprovalState.RenewalRequested or ParliamentaryApprovalState.ExecutiveAction { Motion: not null };

    private static IEnumerable<string> Binding(FunctionSample function)
    {
        var report = Reports.Evaluate(function.Sample);
        foreach (var total in Reports.WithParts(report[function.Guarantee.Id, function.Standard.Id].Grounds).OfType<Finding.Total>())
        {
            var names = total.Secured.Limits.Concat(total.Reachable.Limits).Select(l => l.Approval is not { } approval ? "a cap"
                : function.Sample.Model.GetApproval(approval).Procedure == ApprovalProcedure.HostConsent ? "a host's ceiling"
                : "a national ceiling").ToHashSet();
            foreach (var name in names)
            {
                yield return name;
            }

            if (names.Contains("a host's ceiling") && names.Count > 1)
            {
                yield return "ceilings on both sides";
            }
        }
    }
}
