using System.Globalization;
using Coalition.Json;
using Coalition.Sufficiency;

namespace Coalition.Benchmarks;

/// <summary>The peak memory of reading and evaluating, beside that of plain objects: each measured in a process of its own.</summary>
/// <remarks>Decides how large a machine a service needs for the largest model that the default limits let in.</remarks>
internal static class MemoryTable
{
    private static readonly string[] Works = ["text", "plain", "read", "evaluate"];

    internal static int Run(string[] which)
    {
        if (which is [var file, var work])
        {
            Console.WriteLine(Measure(file, work).ToString(CultureInfo.InvariantCulture));
            return 0;
        }

        Console.WriteLine("| Pledges | Text | Process with the text | + plain objects | + model read | + model read and evaluated |");
        Console.WriteLine("|--:|--:|--:|--:|--:|--:|");
        foreach (var pledges in ModelGenerator.Sizes)
        {
            file = Path.GetTempFileName();
            try
            {
                File.WriteAllBytes(file, ModelGenerator.Utf8(pledges));
                var peaks = Works.Select(w => MeasureApart(file, w)).ToList();
                var text = new FileInfo(file).Length;
                Console.WriteLine($"| {pledges:N0} | {Mega(text)} | {Mega(peaks[0])} | {string.Join(" | ", peaks.Skip(1).Select(p => Mega(p - peaks[0])))} |");
            }
            finally
            {
                File.Delete(file);
            }
        }

        return 0;
    }

    private static string Mega(long bytes) => string.Create(CultureInfo.InvariantCulture, $"{bytes / 1e6:N1} MB");

    // The median of three runs: collections do not come at the same moments.
    private static long MeasureApart(string file, string work) => Enumerable.Range(0, 3).Select(_ => Start(file, work)).Order().ElementAt(1);

    private static long Start(string file, string work) =>
        long.Parse(ChildProcess.OutputOf("memory", file, work), CultureInfo.InvariantCulture);

    private static long Measure(string file, string work)
    {
        var utf8 = File.ReadAllBytes(file);
        object? kept = work switch
        {
            "plain" => PlainModel.Read(utf8),
            "read" => CoalitionJson.Read(utf8),
            "evaluate" => SufficiencyEvaluator.Evaluate(CoalitionJson.Read(utf8), ModelGenerator.On),
            _ => null,
        };
        var peak = ChildProcess.Peak();
        GC.KeepAlive(kept);
        GC.KeepAlive(utf8);
        return peak;
    }
}
