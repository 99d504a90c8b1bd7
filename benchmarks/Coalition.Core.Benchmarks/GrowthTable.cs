using System.Diagnostics;
using System.Globalization;
using Coalition.Analysis;
using Coalition.Sufficiency;

namespace Coalition.Benchmarks;

/// <summary>How compiling and the power indices grow with nations, steps of amounts and totals, and where the budget is reached.</summary>
/// <remarks>Decides what size of question the documentation may promise. Times are the least of three runs; they are for orders of magnitude.</remarks>
internal static class GrowthTable
{
    internal static int Run()
    {
        Console.WriteLine("| Nations | Steps | Totals | Nodes | Compile | Indices | Allocated |");
        Console.WriteLine("|--:|--:|--:|--:|--:|--:|--:|");
        foreach (var totals in (ReadOnlySpan<int>)[1, 2])
        {
            foreach (var step in (ReadOnlySpan<int>)[1_000, 100, 50, 10, 1])
            {
                foreach (var nations in (ReadOnlySpan<int>)[35, 50, 100, 150, 200])
                {
                    Console.WriteLine(Row(nations, step, totals));
                }
            }
        }

        return 0;
    }

    private static string Row(int nations, int step, int totals)
    {
        var model = AnalysisModels.Coalition(nations, step, totals);
        var open = SufficiencyEvaluator.Evaluate(model, AnalysisModels.On).OpenMatters;
        var head = string.Create(CultureInfo.InvariantCulture, $"| {nations} | {step:N0} | {totals} |");
        var before = GC.GetTotalAllocatedBytes(precise: true);
        try
        {
            var (compile, function) = Least(() =>
                SufficiencyFunction.Compile(model, AnalysisModels.On, "land", over: VariableKinds.Nations, granting: open));
            var (indices, _) = Least(() => function.Power());
            var allocated = (GC.GetTotalAllocatedBytes(precise: true) - before) / 3;
            return string.Create(CultureInfo.InvariantCulture, $"{head} {function.NodeCount:N0} | {Ms(compile)} | {Ms(indices)} | {allocated / 1e6:N0} MB |");
        }
        catch (AnalysisBudgetException reached)
        {
            return string.Create(CultureInfo.InvariantCulture, $"{head} budget of {reached.Budget.Nodes:N0} reached by {reached.Work} | | | |");
        }
    }

    private static string Ms(TimeSpan time) => string.Create(CultureInfo.InvariantCulture, $"{time.TotalMilliseconds:N1} ms");

    private static (TimeSpan Time, T Result) Least<T>(Func<T> work)
    {
        var least = TimeSpan.MaxValue;
        var result = default(T)!;
        for (var i = 0; i < 3; i++)
        {
            var watch = Stopwatch.StartNew();
            result = work();
            least = watch.Elapsed < least ? watch.Elapsed : least;
        }

        return (least, result);
    }
}
