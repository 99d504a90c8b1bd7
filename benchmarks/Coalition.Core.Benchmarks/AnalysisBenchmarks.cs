using System.Numerics;
using BenchmarkDotNet.Attributes;
using Coalition.Analysis;
using Coalition.Sufficiency;

namespace Coalition.Benchmarks;

/// <summary>All analyses of five guarantees together: unlock sets, first movers, power, resilience, likelihood with importance, and remedies.</summary>
/// <remarks>
/// Decides whether a page may show all of them at once: at 35 nations within 20 ms, warm, from the model on. Each standard is a total in steps of 50 and a count
/// of contributors. Enumeration is possible for 18 nations only, and then of the counts alone: its ratio says what is spared.
/// </remarks>
[MemoryDiagnoser]
public class AnalysisBenchmarks
{
    private AnalysisWork work = null!;

    /// <summary>The nations.</summary>
    [Params(18, 35, 100)]
    public int Nations { get; set; }

    /// <summary>Makes the model.</summary>
    [GlobalSetup]
    public void Setup() => work = new AnalysisWork(AnalysisModels.Coalition(Nations));

    /// <summary>Everything, from the model on.</summary>
    [Benchmark(Baseline = true, Description = "all analyses")]
    public BigInteger All() => work.All();

    /// <summary>The same on both cores.</summary>
    [Benchmark(Description = "all analyses, in parallel")]
    public BigInteger InParallel() => work.AllInParallel();

    /// <summary>Compiling alone, over open matters and over nations.</summary>
    [Benchmark(Description = "compile only")]
    public int Compile() => work.Compile();
}

/// <summary>Counting swings and sets by trying every coalition, beside the function: possible up to some twenty nations.</summary>
/// <remarks>Decides nothing but that the ratio is what it is: enumeration doubles with each nation.</remarks>
[MemoryDiagnoser]
public class EnumerationBenchmarks
{
    private const int Nations = 18;

    private readonly AnalysisWork work = new(AnalysisModels.Coalition(Nations));

    /// <summary>Every coalition by the function in bit-parallel, and the swings of each nation by comparing.</summary>
    [Benchmark(Baseline = true, Description = "plain enumeration, 18 nations")]
    public BigInteger Enumerate() => work.SwingsByEnumeration();

    /// <summary>The same numbers and all indices from the diagram.</summary>
    [Benchmark(Description = "compile and SufficiencyFunction.Power, 18 nations")]
    public BigInteger Power() => work.SwingsByDiagram();
}
