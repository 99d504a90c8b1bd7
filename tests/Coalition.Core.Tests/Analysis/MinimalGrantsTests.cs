using Coalition.Analysis;
using Coalition.Sufficiency;
using Coalition.Tests.Generators;
using Coalition.Tests.Properties;

namespace Coalition.Tests.Analysis;

/// <summary>P5, and the minimal sets that are found by trial.</summary>
public class MinimalGrantsTests
{
    [ModelProperty(600)]
    public void P5_MinimalSets_AreEnoughAndNoneOfTheirSubsetsIs(ModelSample sample)
    {
        foreach (var function in FunctionSample.Of(sample, VariableKinds.OpenMatters, mostVariables: 9))
        {
            var minimal = function.Function.UnlockSets().Select(set => function.Function.Variables.Select(set.Variables.Contains).ToArray()).ToList();
            var verdict = function.Verdict(new bool[function.Variables]);

            Assert.Equal(function.Assignments(512).Where(a => IsMinimal(function, a)).Select(Written).Order(), minimal.Select(Written).Order());
            Assert.Equal(verdict >= Verdict.Contingent, minimal.Count > 0);
            Assert.Equal(verdict == Verdict.Sufficient, minimal is [var only] && only.All(v => !v));
            foreach (var set in minimal)
            {
                Assert.Equal(Verdict.Sufficient, function.Verdict(set));
                Assert.All(WithoutOne(set), fewer => Assert.NotEqual(Verdict.Sufficient, function.Verdict(fewer)));
            }
        }
    }

    private static string Written(bool[] set) => string.Concat(set.Select(v => v ? '1' : '0'));

    private static bool IsMinimal(FunctionSample function, bool[] set) => function.Function.IsSufficient(set) && WithoutOne(set).All(fewer => !function.Function.IsSufficient(fewer));

    private static IEnumerable<bool[]> WithoutOne(bool[] set) =>
        Enumerable.Range(0, set.Length).Where(i => set[i]).Select(i => set.Select((v, j) => v && j != i).ToArray());
}
