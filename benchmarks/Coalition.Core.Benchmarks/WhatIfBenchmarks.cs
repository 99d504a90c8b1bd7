using BenchmarkDotNet.Attributes;

namespace Coalition.Benchmarks;

/// <summary>One what-if on the Paris case: whether 10,000 persons on land come together, for one assignment of all matters that it hangs on.</summary>
/// <remarks>
/// Decides whether a tool may ask at every move of a slider, and what it costs not to write such rules by hand, which is the limit to approach; a general rule
/// engine is what a tool would take otherwise. Each call takes another of all assignments.
/// </remarks>
[MemoryDiagnoser]
public class WhatIfBenchmarks
{
    private readonly ParisRules rules = new();
    private bool[][] assignments = [];
    private ParisMatters[] matters = [];
    private int next;

    /// <summary>Makes every assignment, on which all three must agree.</summary>
    [GlobalSetup]
    public void Setup() => (assignments, matters) = rules.Assignments();

    /// <summary>The RulesEngine package, with the same rules as expressions that it compiles.</summary>
    [Benchmark(Baseline = true, Description = "RulesEngine")]
    public Task<bool> ByRulesEngine() => rules.ByRulesEngine(matters[Next()]);

    /// <summary>Plain C#, written for this one standard.</summary>
    [Benchmark(Description = "by hand in C#")]
    public bool ByHand() => ParisRules.ByHand(matters[Next()]);

    /// <summary>The compiled function.</summary>
    [Benchmark(Description = "SufficiencyFunction.IsSufficient")]
    public bool Compiled() => rules.Function.IsSufficient(assignments[Next()]);

    // A step that has no divisor in common with the number of assignments meets all of them.
    private int Next() => next = (next + 4_801) & (assignments.Length - 1);
}
