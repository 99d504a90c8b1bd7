using BenchmarkDotNet.Attributes;
using Coalition.Analysis;
using Coalition.Sufficiency;

namespace Coalition.Benchmarks;

/// <summary>Many what-ifs at once: 65,536 drawn assignments of 100 nations, against one total in steps of 50 and a count of contributors.</summary>
/// <remarks>Decides whether sampling or scanning scenarios is worth it: at most 5 ns for each assignment and total. The baseline asks one by one.</remarks>
public class BitParallelBenchmarks
{
    private const int Assignments = 1 << 16;

    private SufficiencyFunction function = null!;
    private bool[][] oneByOne = [];
    private ulong[] words = [];
    private ulong[] results = [];

    /// <summary>Compiles and draws.</summary>
    [GlobalSetup]
    public void Setup()
    {
        var model = AnalysisModels.Coalition(100);
        var open = SufficiencyEvaluator.Evaluate(model, AnalysisModels.On).OpenMatters;
        function = SufficiencyFunction.Compile(model, AnalysisModels.On, "land", over: VariableKinds.Nations, granting: open);
        var random = new Random(Seed: 100);
        words = new ulong[function.Variables.Length * (Assignments / 64)];
        for (var i = 0; i < words.Length; i++)
        {
            words[i] = (ulong)random.NextInt64(long.MinValue, long.MaxValue);
        }

        results = new ulong[Assignments / 64];
        oneByOne = [.. Enumerable.Range(0, Assignments).Select(a => Enumerable.Range(0, function.Variables.Length)
            .Select(v => (words[(v * (Assignments / 64)) + (a / 64)] & (1UL << a)) != 0).ToArray())];
        if (OneByOne() != AtOnce())
        {
            throw new InvalidOperationException("The two ways found different numbers of sufficient assignments.");
        }
    }

    /// <summary>A walk through the diagram for each.</summary>
    [Benchmark(Baseline = true, OperationsPerInvoke = Assignments, Description = "one by one, from the diagram")]
    public int OneByOne()
    {
        var sufficient = 0;
        foreach (var assignment in oneByOne)
        {
            sufficient += function.IsSufficient(assignment) ? 1 : 0;
        }

        return sufficient;
    }

    /// <summary>All at once, from the gates.</summary>
    [Benchmark(OperationsPerInvoke = Assignments, Description = "bit-parallel, from the gates")]
    public int AtOnce()
    {
        function.IsSufficient(words, results);
        var sufficient = 0;
        foreach (var word in results)
        {
            sufficient += System.Numerics.BitOperations.PopCount(word);
        }

        return sufficient;
    }
}
