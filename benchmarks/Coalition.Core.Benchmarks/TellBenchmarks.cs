using BenchmarkDotNet.Attributes;
using Coalition.Sufficiency;

namespace Coalition.Benchmarks;

/// <summary>Telling all that an evaluation found.</summary>
/// <remarks>
/// Decides what may be left until it is asked for: what each condition waits for, and the report as text. What a condition waits for may be most of the
/// model, so that all lists together, and the text that holds them, grow with the square of it; hence no larger sizes.
/// </remarks>
[MemoryDiagnoser]
public class TellBenchmarks
{
    private CoalitionModel model = null!;

    /// <summary>The pledges of the model.</summary>
    [Params(150, 1_000, 10_000)]
    public int Pledges { get; set; }

    /// <summary>Makes the model.</summary>
    [GlobalSetup]
    public void Setup() => model = ModelGenerator.Model(Pledges);

    /// <summary>The evaluation alone.</summary>
    [Benchmark(Baseline = true, Description = "evaluate")]
    public SufficiencyReport Evaluate() => SufficiencyEvaluator.Evaluate(model, ModelGenerator.On);

    /// <summary>The same, every ground, and what each gate waits for.</summary>
    [Benchmark(Description = "evaluate, every ground and open matter")]
    public long EvaluateWithMatters() => Everything(SufficiencyEvaluator.Evaluate(model, ModelGenerator.On));

    /// <summary>The same as text.</summary>
    [Benchmark(Description = "evaluate, ToText")]
    public string EvaluateToText() => SufficiencyEvaluator.Evaluate(model, ModelGenerator.On).ToText();

    /// <summary>Has everything told that is only told when asked for.</summary>
    internal static long Everything(SufficiencyReport report)
    {
        var length = EvaluateBenchmarks.Grounds(report);
        foreach (var pledge in report.Pledges)
        {
            foreach (var gate in pledge.Gates)
            {
                length += gate.OpenMatters.Length;
            }
        }

        return length;
    }
}
