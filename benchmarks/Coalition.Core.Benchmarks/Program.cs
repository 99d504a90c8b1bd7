using BenchmarkDotNet.Running;
using Coalition.Benchmarks;

if (args is ["memory", .. var which])
{
    return MemoryTable.Run(which);
}

if (args is ["growth", .. var row])
{
    return GrowthTable.Run(row);
}

if (args is ["hostile", .. var input])
{
    return HostileTable.Run(input);
}

if (args is ["cancellation", .. var work])
{
    return CancellationTable.Run(work);
}

var summaries = BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args);

// The runner itself ends with 0 even when a benchmark threw.
return summaries.Any(s => s.HasCriticalValidationErrors || s.Reports.Any(r => !r.Success)) ? 1 : 0;
