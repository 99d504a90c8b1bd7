using System.Diagnostics;
using System.Text.Json;

namespace Coalition.Mutants;

/// <summary>What one test takes, and which mutants it comes by.</summary>
internal sealed record TestCoverage(string Name, double Milliseconds, int[] Mutants);

/// <summary>Which tests come by which mutants.</summary>
internal sealed record Coverage(Dictionary<string, TestCoverage> Tests, int[] Static)
{
    internal static Coverage Measure(Mutation mutation, TestSuite suite)
    {
        var tests = new Dictionary<string, TestCoverage>();
        mutation.Active = Mutation.None;
        mutation.IsCapturing = true;
        mutation.Forget();
        foreach (var id in suite.Ids)
        {
            if (!suite.Passes(id))
            {
                throw new InvalidOperationException($"{suite.NameOf(id)} fails without any mutant.");
            }
        }

        // What nobody comes by a second time was made once for all.
        var made = mutation.Covered().ToHashSet();
        foreach (var id in suite.Ids)
        {
            mutation.Forget();
            suite.Passes(id);
            tests[id] = new TestCoverage(suite.NameOf(id), 0, mutation.Covered());
            made.ExceptWith(tests[id].Mutants);
        }

        // Capturing takes time of its own.
        mutation.IsCapturing = false;
        foreach (var id in suite.Ids)
        {
            var started = Stopwatch.GetTimestamp();
            suite.Passes(id);
            tests[id] = tests[id] with { Milliseconds = Stopwatch.GetElapsedTime(started).TotalMilliseconds };
        }

        return new Coverage(tests, [.. made.Order()]);
    }

    internal static Coverage Read(string file) => JsonSerializer.Deserialize<Coverage>(File.ReadAllBytes(file))!;

    internal void Write(string file) => File.WriteAllBytes(file, JsonSerializer.SerializeToUtf8Bytes(this));
}
