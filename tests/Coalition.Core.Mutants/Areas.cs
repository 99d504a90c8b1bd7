using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;

namespace Coalition.Mutants;

/// <summary>Tests the mutants of whole folders, on every core.</summary>
internal static class Areas
{
    private const double RequiredPercent = 95;

    internal static async Task<int> TestAsync(string tests, string report, string output, string[] areas)
    {
        var coverage = Path.Combine(Directory.CreateDirectory(output).FullName, "coverage.json");

        // The script begins without it; whoever asks again of the same build has it already.
        if (!File.Exists(coverage))
        {
            using var cover = Start("--cover", tests, coverage);
            cover.StandardInput.Close();
            await cover.WaitForExitAsync();
            if (cover.ExitCode != 0)
            {
                return 1;
            }
        }

        var made = Coverage.Read(coverage).Static.ToHashSet();
        var isEnough = true;
        foreach (var area in areas)
        {
            var left = new ConcurrentQueue<Mutant>(Mutant.Read(report, area));
            var results = new ConcurrentDictionary<Mutant, Result>();
            var file = Path.Combine(output, $"{area.Replace('/', '.')}.txt");
            await using (var survivors = TextWriter.Synchronized(new StreamWriter(file) { AutoFlush = true }))
            {
                void Keep(Mutant mutant, Result result)
                {
                    results[mutant] = result;
                    if (IsLeft(result))
                    {
                        survivors.WriteLine(Line(mutant, result));
                    }
                }

                await Task.WhenAll(Enumerable.Range(0, Environment.ProcessorCount).Select(_ => Task.Run(() => TestEachAsync(left, Keep, made, tests, coverage))));
            }

            isEnough &= await TellAsync(area, results, file);
        }

        return isEnough ? 0 : 1;
    }

    private static async Task TestEachAsync(ConcurrentQueue<Mutant> left, Action<Mutant, Result> keep, HashSet<int> made, string tests, string coverage)
    {
        Process? worker = null;
        while (left.TryDequeue(out var mutant))
        {
            var id = mutant.Id.ToString(CultureInfo.InvariantCulture);
            if (made.Contains(mutant.Id))
            {
                using var fresh = Start("--fresh", tests, coverage, id);
                keep(mutant, Read(await fresh.StandardOutput.ReadLineAsync()));
                continue;
            }

            worker ??= Start("--worker", tests, coverage);
            await worker.StandardInput.WriteLineAsync(id);
            var result = Read(await worker.StandardOutput.ReadLineAsync());
            keep(mutant, result);
            if (result is Result.Timeout or Result.Crashed)
            {
                worker.Dispose();
                worker = null;
            }
        }

        worker?.StandardInput.Close();
        worker?.Dispose();
    }

    // A process that ends says nothing.
    private static Result Read(string? line) => line is null ? Result.Crashed : Enum.Parse<Result>(line);

    private static Process Start(params string[] arguments)
    {
        var process = Process.Start(new ProcessStartInfo("dotnet", [typeof(Areas).Assembly.Location, .. arguments])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = arguments[0] != "--cover",
        })!;
        if (process.StartInfo.RedirectStandardError)
        {
            // A mutant that overflows the stack has much to say.
            process.BeginErrorReadLine();
        }

        return process;
    }

    private static async Task<bool> TellAsync(string area, IReadOnlyDictionary<Mutant, Result> results, string file)
    {
        int Count(Result result) => results.Values.Count(r => r == result);
        var survivors = results.Where(r => IsLeft(r.Value)).OrderBy(r => r.Key.Path, StringComparer.Ordinal).ThenBy(r => r.Key.Line).Select(r => Line(r.Key, r.Value));
        await File.WriteAllLinesAsync(file, survivors);
        var percent = 100 - (100.0 * (Count(Result.Survived) + Count(Result.NoCoverage)) / Math.Max(1, results.Count));
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{area}: {percent:F2} % of {results.Count} mutants: {Count(Result.Killed)} killed, {Count(Result.Timeout)} timed out, {Count(Result.Crashed)} crashed, {Count(Result.Survived)} survived, {Count(Result.NoCoverage)} not covered"));
        return percent >= RequiredPercent;
    }

    private static bool IsLeft(Result result) => result is Result.Survived or Result.NoCoverage;

    private static string Line(Mutant mutant, Result result) =>
        $"{mutant.Path}({mutant.Line}): {result}: {mutant.Id}: {mutant.Kind}: {mutant.Original} -> {mutant.Replacement}";
}
