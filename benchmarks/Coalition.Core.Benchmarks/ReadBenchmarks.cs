using BenchmarkDotNet.Attributes;
using Coalition.Json;

namespace Coalition.Benchmarks;

/// <summary>Reading and validating a model file, beside reading the same text into plain objects and checking nothing.</summary>
/// <remarks>Decides whether strictness is affordable: whether a tool can read every file through this library, and need no quicker way beside it.</remarks>
[MemoryDiagnoser]
public class ReadBenchmarks
{
    private byte[] utf8 = [];

    /// <summary>The pledges of the model.</summary>
    [ParamsSource(nameof(Sizes))]
    public int Pledges { get; set; }

    /// <summary>The sizes of <see cref="ModelGenerator.Sizes"/>.</summary>
    public static IEnumerable<int> Sizes => ModelGenerator.Sizes;

    /// <summary>Makes the text.</summary>
    [GlobalSetup]
    public void Setup() => utf8 = ModelGenerator.Utf8(Pledges);

    /// <summary>System.Text.Json by reflection, as most users would write it.</summary>
    [Benchmark(Baseline = true, Description = "plain objects")]
    public object Plain() => PlainModel.Read(utf8);

    /// <summary>System.Text.Json by generated code.</summary>
    [Benchmark(Description = "plain objects, generated code")]
    public object PlainGenerated() => PlainModel.ReadGenerated(utf8);

    /// <summary>This library: every problem would be found, each at its place.</summary>
    [Benchmark(Description = "CoalitionJson.Read")]
    public CoalitionModel Read() => CoalitionJson.Read(utf8);
}
