using System.Diagnostics;
using System.Globalization;
using Coalition.Analysis;
using Coalition.Sufficiency;

namespace Coalition.Benchmarks;

/// <summary>How compiling, power indices and minimal sets grow with nations, steps of amounts and totals, and where the budget is reached.</summary>
/// <remarks>Decides what size of question the documentation may promise. Times are the least of three runs; they are for orders of magnitude. Each row is a process of its own.</remarks>
internal static class GrowthTable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);

    /// <param name="which">Nothing for the table; the nations, step and totals of one row for that row, in this process.</param>
    internal static int Run(string[] which)
    {
        if (which is [var nations, var step, var totals])
        {
            Console.WriteLine(Row(Number(nations), Number(step), Number(totals)));
            return 0;
        }

        Console.WriteLine("| Nations | Steps | Totals | Nodes | Compile | Compile, power indices | Minimal sets | Peak memory |");
        Console.WriteLine("|--:|--:|--:|--:|--:|--:|--:|--:|");
        foreach (var (total, steps) in (ReadOnlySpan<(string, string[])>)[("1", ["1000", "100", "50", "10", "1"]), ("2", ["1000", "100", "50"])])
        {
            foreach (var size in steps)
            {
                foreach (var count in (ReadOnlySpan<string>)["35", "100", "200"])
                {
                    Console.WriteLine(ChildProcess.OutputOf("growth", count, size, total));
                }
            }
        }

        return 0;

        static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);
    }

    private static string Row(int nations, int step, int totals)
    {
        var model = AnalysisModels.Coalition(nations, step, totals);
        var open = SufficiencyEvaluator.Evaluate(model, AnalysisModels.On).OpenMatters;
        var row = string.Create(CultureInfo.InvariantCulture, $"| {nations} | {step:N0} | {totals} |");
        var rest = 4;
        try
        {
            var (compile, function) = Least(Compile);
            Add(string.Create(CultureInfo.InvariantCulture, $"{function.NodeCount:N0} | {Ms(compile)}"), 2);
            Add(Ms(Least(stop => Compile(stop).Power(stop)).Time), 1);
            Add(Ms(Least(stop => function.UnlockSets(stop).Count).Time), 1);
        }
        catch (AnalysisBudgetException reached)
        {
            Add($"budget reached by {reached.Work}", 1);
        }
        catch (OperationCanceledException)
        {
            Add("stopped after 90 s", 1);
        }

        while (rest > 0)
        {
            Add("", 1);
        }

        return string.Create(CultureInfo.InvariantCulture, $"{row} {ChildProcess.Peak() / 1e6:N0} MB |");

        SufficiencyFunction Compile(CancellationToken stop) =>
            SufficiencyFunction.Compile(model, AnalysisModels.On, "land", over: VariableKinds.Nations, granting: open, cancellation: stop);

        void Add(string cells, int count)
        {
            row += $" {cells} |";
            rest -= count;
        }
    }

    private static string Ms(TimeSpan time) => string.Create(CultureInfo.InvariantCulture, $"{time.TotalMilliseconds:N1} ms");

    // Long work is done once only.
    private static (TimeSpan Time, T Result) Least<T>(Func<CancellationToken, T> work)
    {
        var least = TimeSpan.MaxValue;
        var result = default(T)!;
        for (var i = 0; i < 3 && (i == 0 || least < TimeSpan.FromSeconds(1)); i++)
        {
            using var patience = new CancellationTokenSource(Patience);
            var watch = Stopwatch.StartNew();
            result = work(patience.Token);
            least = watch.Elapsed < least ? watch.Elapsed : least;
        }

        return (least, result);
    }
}
