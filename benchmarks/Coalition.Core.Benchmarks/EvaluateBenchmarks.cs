using BenchmarkDotNet.Attributes;
using Coalition.Sufficiency;

namespace Coalition.Benchmarks;

/// <summary>Evaluating every guarantee on one day; the same with every ground told.</summary>
/// <remarks>
/// Decides whether an analyst's tool can evaluate anew on every change that a user makes instead of keeping results, and whether grounds may be made only
/// when asked for. The plain walk over the pledges is the least that any answer costs; the target is 200 µs at 150 pledges, all told.
/// </remarks>
[MemoryDiagnoser]
public class EvaluateBenchmarks
{
    private CoalitionModel model = null!;

    /// <summary>The pledges of the model.</summary>
    [ParamsSource(nameof(Sizes))]
    public int Pledges { get; set; }

    /// <summary>The sizes of <see cref="ModelGenerator.Sizes"/>.</summary>
    public static IEnumerable<int> Sizes => ModelGenerator.Sizes;

    /// <summary>Makes the model.</summary>
    [GlobalSetup]
    public void Setup() => model = ModelGenerator.Model(Pledges);

    /// <summary>Verdicts, contributions, limits and open matters of every standard.</summary>
    [Benchmark(Baseline = true, Description = "evaluate")]
    public SufficiencyReport Evaluate() => SufficiencyEvaluator.Evaluate(model, ModelGenerator.On);

    /// <summary>The same, and every ground of every pledge with what would settle it.</summary>
    [Benchmark(Description = "evaluate, and every ground")]
    public int EvaluateWithGrounds() => Grounds(SufficiencyEvaluator.Evaluate(model, ModelGenerator.On));

    /// <summary>Reads whatever is only told when asked for.</summary>
    internal static int Grounds(SufficiencyReport report)
    {
        var length = 0;
        foreach (var pledge in report.Pledges)
        {
            foreach (var gate in pledge.Gates)
            {
                length += gate.Ground.Length + gate.OpenMatters.Length;
            }
        }

        return length;
    }
}
