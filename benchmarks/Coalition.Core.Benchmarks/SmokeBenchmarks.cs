using BenchmarkDotNet.Attributes;
using Coalition.Json;
using Coalition.Sufficiency;
using NodaTime;

namespace Coalition.Benchmarks;

/// <summary>Runs once in every build: shows that the harness, the generator and what is measured work; decides nothing.</summary>
public class SmokeBenchmarks
{
    private const int Pledges = 150;

    private byte[] utf8 = [];

    /// <summary>Makes the text.</summary>
    [GlobalSetup]
    public void Setup() => utf8 = ModelGenerator.Utf8(Pledges);

    /// <summary>Reads the smallest model.</summary>
    [Benchmark]
    public int Read() => CoalitionJson.Read(utf8).Pledges.Length == PlainModel.Read(utf8).Pledges.Count ? Pledges
        : throw new InvalidOperationException("The two readers found different pledges.");

    /// <summary>Reads and evaluates the smallest model, and has everything told.</summary>
    [Benchmark]
    public long Evaluate() => TellBenchmarks.Everything(SufficiencyEvaluator.Evaluate(CoalitionJson.Read(utf8), ModelGenerator.On));

    /// <summary>Runs every analysis of a small coalition, and asks the Paris rules in their three forms.</summary>
    [Benchmark]
    public int Analyse()
    {
        var work = new AnalysisWork(AnalysisModels.Coalition(12));
        return work.SwingsByEnumeration() == work.SwingsByDiagram() && work.All() > 0 ? new ParisRules().Assignments().Matters.Length
            : throw new InvalidOperationException("Enumeration and the diagram found different swings.");
    }

    /// <summary>Reads the smallest model, and makes its timeline of ten years.</summary>
    [Benchmark]
    public int Timeline() => SufficiencyTimeline.Over(CoalitionJson.Read(utf8), new LocalDate(2025, 1, 1), new LocalDate(2034, 12, 31)).Standards.Length;
}
