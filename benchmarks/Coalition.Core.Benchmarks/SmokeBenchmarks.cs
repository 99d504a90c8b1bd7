using BenchmarkDotNet.Attributes;

namespace Coalition.Benchmarks;

/// <summary>Shows that the harness runs; decides nothing.</summary>
public class SmokeBenchmarks
{
    private int calls;

    /// <summary>One increment.</summary>
    [Benchmark]
    public int Increment() => ++calls;
}
