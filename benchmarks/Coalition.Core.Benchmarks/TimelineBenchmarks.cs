using BenchmarkDotNet.Attributes;
using Coalition.Json;
using Coalition.Sufficiency;
using NodaTime;

namespace Coalition.Benchmarks;

/// <summary>A timeline of ten years, beside evaluating each of its breakpoints anew, and beside evaluating each of its days.</summary>
/// <remarks>
/// Decides whether a tool can redraw a timeline whenever a user changes a date: at most a quarter of evaluating each breakpoint anew, which is the least that
/// anyone could do with an evaluation alone, and who does not know the breakpoints must evaluate each day.
/// </remarks>
[MemoryDiagnoser]
public class TimelineBenchmarks
{
    private static readonly LocalDate from = new(2025, 1, 1);
    private static readonly LocalDate until = new(2034, 12, 31);

    private CoalitionModel model = null!;
    private LocalDate[] breakpoints = [];

    /// <summary>Which model: that of the Paris meeting, or a generated one of 35 nations and 150 pledges with more dates.</summary>
    [Params("paris", "generated")]
    public string Model { get; set; } = "";

    /// <summary>Makes the model, and finds the days on which something changes.</summary>
    [GlobalSetup]
    public void Setup()
    {
        model = Model == "paris" ? CoalitionJson.Read(File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "paris-2026.json"))) : ModelGenerator.Model(150);
        breakpoints = [from, .. Breakpoints.Of(model, from, until, CancellationToken.None).Select(b => b.Day).Distinct()];
        Console.WriteLine($"// {breakpoints.Length} breakpoints in {Period.DaysBetween(from, until) + 1} days");
    }

    /// <summary>Evaluates each of the 3,652 days.</summary>
    [Benchmark(Description = "evaluate each day")]
    public int EachDay()
    {
        var verdicts = 0;
        for (var day = from; day <= until; day = day.PlusDays(1))
        {
            verdicts += SufficiencyEvaluator.Evaluate(model, day).Guarantees.Length;
        }

        return verdicts;
    }

    /// <summary>Evaluates each day on which something changes.</summary>
    [Benchmark(Baseline = true, Description = "evaluate each breakpoint")]
    public int EachBreakpoint()
    {
        var verdicts = 0;
        foreach (var day in breakpoints)
        {
            verdicts += SufficiencyEvaluator.Evaluate(model, day).Guarantees.Length;
        }

        return verdicts;
    }

    /// <summary>The timeline, with the causes of each change.</summary>
    [Benchmark(Description = "timeline")]
    public SufficiencyTimeline Timeline() => SufficiencyTimeline.Over(model, from, until);
}
