using System.Diagnostics;
using System.Globalization;
using Coalition.Analysis;

namespace Coalition.Benchmarks;

/// <summary>What the library answers to each of the hostile inputs, how soon, and with how much memory; each in a process of its own.</summary>
/// <remarks>Decides which limits hold by default, and what the documentation may promise of them. Peak memory is that of the whole process, some 30 MB of which are the runtime.</remarks>
internal static class HostileTable
{
    private const int LongestAnswer = 120;

    /// <param name="which">Nothing for the table; the number of one input for its row, in this process; words for the rows that contain them.</param>
    internal static int Run(string[] which)
    {
        if (which is [var number] && int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var row))
        {
            Console.WriteLine(Row(HostileInputs.All[row].Ask));
            return 0;
        }

        Console.WriteLine("| Input | Answer | Seconds | Peak memory |");
        Console.WriteLine("|---|---|--:|--:|");
        for (var i = 0; i < HostileInputs.All.Length; i++)
        {
            var input = HostileInputs.All[i].Input;
            if (which.Length == 0 || which.Any(w => input.Contains(w, StringComparison.Ordinal)))
            {
                Console.WriteLine($"| {input} | {ChildProcess.OutputOf("hostile", i.ToString(CultureInfo.InvariantCulture))} |");
            }
        }

        return 0;
    }

    private static string Row(Func<string> ask)
    {
        var watch = Stopwatch.StartNew();
        string answer;
        try
        {
            answer = ask();
        }
        catch (CoalitionModelException refused)
        {
            answer = $"{refused.Problems.Length + refused.NotListed:N0} problems, the first: `{refused.Problems[0]}`";
        }
        catch (AnalysisBudgetException refused)
        {
            answer = $"`{refused.Message}`";
        }
        catch (ArgumentException refused)
        {
            answer = $"`{refused.Message}`";
        }

        answer = answer.Length <= LongestAnswer ? answer : answer[..LongestAnswer] + "…";
        return string.Create(CultureInfo.InvariantCulture, $"{answer} | {watch.Elapsed.TotalSeconds:N1} | {ChildProcess.Peak() / 1e6:N0} MB");
    }
}
