using System.Numerics;
using BenchmarkDotNet.Attributes;
using Coalition.Analysis;

namespace Coalition.Benchmarks;

/// <summary>Exact power indices, from the model on: the compiling is part of what is measured.</summary>
/// <remarks>
/// Decides whether power can be shown where users move figures. Targets: 51 players with 538 votes within 10 ms; 28 players under two thresholds, one of them
/// over 500,000, within 200 ms. The quickest open programs were measured elsewhere, as whole processes: 10 and 30 ms, and 6 s.
/// </remarks>
[MemoryDiagnoser]
public class PowerBenchmarks
{
    private static readonly CoalitionModel Electors = AnalysisModels.Game([AnalysisModels.ElectoralCollege], [270]);

    private static readonly CoalitionModel Council = AnalysisModels.Game(
        [AnalysisModels.Populations, [.. Enumerable.Repeat(1L, 28)]], [AnalysisModels.Populations.Sum() * 65 / 100, 16]);

    /// <summary>51 players with 538 votes.</summary>
    [Benchmark(Description = "51 players, 538 votes")]
    public BigInteger FiftyOne() => Power(Electors);

    /// <summary>28 players under two thresholds.</summary>
    [Benchmark(Description = "28 players, two thresholds")]
    public BigInteger TwentyEight() => Power(Council);

    private static BigInteger Power(CoalitionModel model) =>
        SufficiencyFunction.Compile(model, AnalysisModels.On, "game", over: VariableKinds.Nations).Power().Swings;
}
