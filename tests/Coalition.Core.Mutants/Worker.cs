using System.Globalization;

namespace Coalition.Mutants;

/// <summary>Tests one mutant after the other, and says what became of each.</summary>
internal sealed class Worker
{
    private readonly TextWriter output = Console.Out;
    private readonly Mutation mutation;
    private readonly TestSuite suite;
    private readonly Coverage coverage;
    private readonly Dictionary<int, List<string>> covering = [];
    private readonly Dictionary<string, int> kills = [];

    internal Worker(Mutation mutation, TestSuite suite, Coverage coverage)
    {
        // No test may speak in between.
        Console.SetOut(TextWriter.Null);
        this.mutation = mutation;
        this.suite = suite;
        this.coverage = coverage;
        foreach (var (id, test) in coverage.Tests)
        {
            foreach (var mutant in test.Mutants)
            {
                (covering.TryGetValue(mutant, out var list) ? list : covering[mutant] = []).Add(id);
            }
        }
    }

    internal void Serve()
    {
        // What is made once for all is made without a mutant.
        mutation.Active = Mutation.None;
        foreach (var id in coverage.Makers)
        {
            suite.Passes(id);
        }

        while (Console.In.ReadLine() is { } line)
        {
            var mutant = int.Parse(line, CultureInfo.InvariantCulture);
            Say(covering.TryGetValue(mutant, out var tests) ? Test(mutant, tests) : Result.NoCoverage);
        }
    }

    internal void TestByAll(int mutant) => Say(Test(mutant, coverage.Tests.Keys));

    private void Say(Result result)
    {
        output.WriteLine(result);
        output.Flush();
    }

    private Result Test(int mutant, IEnumerable<string> tests)
    {
        mutation.Active = mutant;
        // The quick ones first, and those that have failed for others.
        foreach (var id in tests.OrderBy(t => coverage.Tests[t].Milliseconds / (1 + kills.GetValueOrDefault(t))).ToList())
        {
            var passes = true;
            var thread = new Thread(() => passes = suite.Passes(id), 16 << 20) { IsBackground = true };
            thread.Start();
            if (!thread.Join(TimeSpan.FromMilliseconds(5_000 + (20 * coverage.Tests[id].Milliseconds))))
            {
                // A thread cannot be stopped: the process must end.
                Say(Result.Timeout);
                Environment.Exit(0);
            }

            if (!passes)
            {
                kills[id] = kills.GetValueOrDefault(id) + 1;
                mutation.Active = Mutation.None;
                return Result.Killed;
            }
        }

        mutation.Active = Mutation.None;
        return Result.Survived;
    }
}
