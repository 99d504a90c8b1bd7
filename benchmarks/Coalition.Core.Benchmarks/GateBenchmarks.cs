using System.Numerics;
using BenchmarkDotNet.Attributes;
using Coalition.Analysis;

namespace Coalition.Benchmarks;

/// <summary>Structures of gates over circumstances, as fault trees are: the probability of the top, and the number of minimal sets, which are counted and not listed.</summary>
/// <remarks>Decides whether standards that refer to each other in great numbers can be analysed at all. Compiling is from the model on.</remarks>
[MemoryDiagnoser]
public class GateBenchmarks
{
    private CoalitionModel model = null!;
    private Outlook outlook = null!;

    /// <summary>Circumstances and gates.</summary>
    [Params("300/400", "500/1000", "800/2000")]
    public string Size { get; set; } = "";

    /// <summary>Makes the structure.</summary>
    [GlobalSetup]
    public void Setup()
    {
        var size = Size.Split('/').Select(s => int.Parse(s, System.Globalization.CultureInfo.InvariantCulture)).ToArray();
        model = GateModels.Model(size[0], size[1]);
        outlook = GateModels.Outlook(model);
    }

    /// <summary>The evaluator's verdict, which any answer begins with.</summary>
    [Benchmark(Baseline = true, Description = "evaluate once")]
    public int Evaluate() => Sufficiency.SufficiencyEvaluator.Evaluate(model, AnalysisModels.On).OpenMatters.Length;

    /// <summary>From the model to the diagram.</summary>
    [Benchmark(Description = "compile")]
    public int Compile() => Function().NodeCount;

    /// <summary>With the probability and the importance of every circumstance.</summary>
    [Benchmark(Description = "compile, probability, importances")]
    public double Likelihood() => Function().Likelihood(outlook).Sufficient;

    /// <summary>With the number of minimal sets.</summary>
    [Benchmark(Description = "compile, count minimal sets")]
    public BigInteger Count() => Function().UnlockSets().Count;

    private SufficiencyFunction Function() => SufficiencyFunction.Compile(model, AnalysisModels.On, GateModels.Top);
}
