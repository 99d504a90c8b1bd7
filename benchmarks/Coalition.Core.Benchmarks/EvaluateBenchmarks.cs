using BenchmarkDotNet.Attributes;
using Coalition.Sufficiency;

namespace Coalition.Benchmarks;

/// <summary>Evaluating every guarantee on one day, beside reading the same model into plain objects: what it costs to have the data at all.</summary>
/// <remarks>
/// Decides whether a tool can evaluate anew on every change that a user makes, instead of keeping results: 200 µs at 150 pledges, and then linear.
/// No other library answers the question, so that the ratio is to what every answer begins with.
/// </remarks>
[MemoryDiagnoser]
public class EvaluateBenchmarks
{
    private CoalitionModel model = null!;
    private byte[] utf8 = [];

    /// <summary>The pledges of the model.</summary>
    [ParamsSource(nameof(Sizes))]
    public int Pledges { get; set; }

    /// <summary>The sizes of <see cref="ModelGenerator.Sizes"/>.</summary>
    public static IEnumerable<int> Sizes => ModelGenerator.Sizes;

    /// <summary>Makes the model and its text.</summary>
    [GlobalSetup]
    public void Setup()
    {
        model = ModelGenerator.Model(Pledges);
        utf8 = ModelGenerator.Utf8(Pledges);
    }

    /// <summary>System.Text.Json by reflection.</summary>
    [Benchmark(Baseline = true, Description = "plain objects")]
    public object Plain() => PlainModel.Read(utf8);

    /// <summary>Verdicts, contributions, limits and open matters of every standard.</summary>
    [Benchmark(Description = "evaluate")]
    public SufficiencyReport Evaluate() => SufficiencyEvaluator.Evaluate(model, ModelGenerator.On);

    /// <summary>The same, and why each pledge does not pass.</summary>
    [Benchmark(Description = "evaluate, every ground")]
    public long EvaluateWithGrounds() => Grounds(SufficiencyEvaluator.Evaluate(model, ModelGenerator.On));

    /// <summary>Has every ground told, those too that are only told when asked for.</summary>
    internal static long Grounds(SufficiencyReport report)
    {
        var length = 0L;
        foreach (var pledge in report.Pledges)
        {
            foreach (var gate in pledge.Gates)
            {
                length += gate.Ground.Length;
            }
        }

        return length;
    }
}
