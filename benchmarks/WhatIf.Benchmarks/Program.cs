using BenchmarkDotNet.Running;
using WhatIf.Benchmarks;

var summaries = BenchmarkSwitcher.FromAssembly(typeof(PageBenchmarks).Assembly).Run(args);

// The runner itself ends with 0 even when a benchmark threw.
return summaries.Any(s => s.HasCriticalValidationErrors || s.Reports.Any(r => !r.Success)) ? 1 : 0;
