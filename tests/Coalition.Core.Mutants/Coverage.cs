using System.Diagnostics;
using System.Text.Json;

namespace Coalition.Mutants;

/// <summary>What one test takes, and which mutants it comes by.</summary>
internal sealed record TestCoverage(string Name, double Milliseconds, int[] Mutants);

/// <summary>Which tests come by which mutants; the mutants of what is made once for all, and the tests that make it.</summary>
internal sealed record Coverage(Dictionary<string, TestCoverage> Tests, int[] Static, string[] Makers)
{
    // What survives has all its tests to pass.
    private const double MostMilliseconds = 1_000;

    internal static Coverage Measure(Mutation mutation, TestSuite suite)
    {
        mutation.Active = Mutation.None;
        var first = suite.Ids.ToDictionary(id => id, id => Run(mutation, suite, id));
        var second = suite.Ids.ToDictionary(id => id, id => Run(mutation, suite, id));

        // What nobody comes by a second time was made once for all.
        var made = first.Values.SelectMany(test => test.Mutants).Except(second.Values.SelectMany(test => test.Mutants));
        var makers = suite.Ids.Where(id => first[id].Mutants.Except(second[id].Mutants).Any());
        return new Coverage(second.Where(test => test.Value.Milliseconds <= MostMilliseconds).ToDictionary(), [.. made.Order()], [.. makers]);
    }

    internal static Coverage Read(string file) => JsonSerializer.Deserialize<Coverage>(File.ReadAllBytes(file))!;

    internal void Write(string file) => File.WriteAllBytes(file, JsonSerializer.SerializeToUtf8Bytes(this));

    private static TestCoverage Run(Mutation mutation, TestSuite suite, string id)
    {
        mutation.Forget();
        var started = Stopwatch.GetTimestamp();
        var failure = suite.Failure(id);
        var taken = Stopwatch.GetElapsedTime(started).TotalMilliseconds;
        return failure is null
            ? new TestCoverage(suite.NameOf(id), taken, mutation.Covered())
            : throw new InvalidOperationException($"{suite.NameOf(id)} fails without any mutant: {failure}");
    }
}
