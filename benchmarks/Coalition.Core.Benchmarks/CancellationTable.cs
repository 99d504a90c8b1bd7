using System.Diagnostics;
using System.Globalization;
using Coalition.Analysis;
using Coalition.Json;
using Coalition.Requirements;
using Coalition.Sufficiency;
using NodaTime;

namespace Coalition.Benchmarks;

/// <summary>How long the largest pieces of work take from a cancellation to the exception, at eight moments spread over each.</summary>
/// <remarks>Decides whether a service may start such work on a user's request and drop it when the user leaves. The time of the whole work is the baseline.</remarks>
internal static class CancellationTable
{
    private const int Moments = 8;
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(10);

    /// <param name="which">Nothing for the table; words for the rows that contain them.</param>
    internal static int Run(string[] which)
    {
        Console.WriteLine("| Work | Uncancelled | Latency, median | Latency, greatest |");
        Console.WriteLine("|---|--:|--:|--:|");
        foreach (var (name, prepare) in Works())
        {
            if (which.Length == 0 || which.Any(w => name.Contains(w, StringComparison.Ordinal)))
            {
                Console.WriteLine($"| {name} | {Row(prepare())} |");
            }
        }

        return 0;
    }

    private static IEnumerable<(string Name, Func<Action<CancellationToken>> Prepare)> Works() =>
    [
        ("read 100,000 pledges", () =>
        {
            var utf8 = ModelGenerator.Utf8(100_000);
            return stop => CoalitionJson.Read(utf8, cancellation: stop);
        }),
        ("create a model of 100,000 pledges", () =>
        {
            var draft = ModelGenerator.Model(100_000).Draft;
            return stop => CoalitionModel.Create(draft, cancellation: stop);
        }),
        ("evaluate 100,000 pledges", () =>
        {
            var model = ModelGenerator.Model(100_000);
            return stop => SufficiencyEvaluator.Evaluate(model, ModelGenerator.On, cancellation: stop);
        }),
        ("ten years of 100,000 dated pledges", () =>
        {
            var model = Dated(100_000);
            return stop => SufficiencyTimeline.Over(model, new LocalDate(2016, 1, 1), new LocalDate(2025, 12, 31), cancellation: stop);
        }),
        ("compile over 200 nations, steps of 10", () =>
        {
            var model = AnalysisModels.Coalition(200, 10, 1);
            return stop => Compile(model, stop);
        }),
        ("compile over 200 nations, steps of 1, beyond the budget", () =>
        {
            var model = AnalysisModels.Coalition(200, 1, 1);
            return stop => Compile(model, stop);
        }),
        ("compile over 200 nations, steps of 10, and power indices", () =>
        {
            // Each time a new function, since counts are kept.
            var model = AnalysisModels.Coalition(200, 10, 1);
            return stop => Compile(model, stop).Power(stop);
        }),
        ("Johnston index of 200 nations, steps of 1,000", () =>
        {
            var function = Compile(AnalysisModels.Coalition(200, 1_000, 1), default);
            return stop => function.Johnston(stop);
        }),
        ("unlock sets of 200 nations, steps of 10", () =>
        {
            var function = Compile(AnalysisModels.Coalition(200, 10, 1), default);
            return stop => function.UnlockSets(stop);
        }),
    ];

    private static SufficiencyFunction Compile(CoalitionModel model, CancellationToken stop) => SufficiencyFunction.Compile(
        model, AnalysisModels.On, "land", over: VariableKinds.Nations,
        granting: SufficiencyEvaluator.Evaluate(model, AnalysisModels.On, cancellation: stop).OpenMatters, cancellation: stop);

    private static string Row(Action<CancellationToken> work)
    {
        var (whole, ended) = Whole(work);
        var latencies = new List<TimeSpan>();
        for (var moment = 1; moment <= Moments; moment++)
        {
            if (Latency(work, whole * moment / (Moments + 1)) is { } latency)
            {
                latencies.Add(latency);
            }
        }

        latencies.Sort();
        return latencies.Count == 0 ? $"{Ms(whole)}{ended} | ended before | "
            : $"{Ms(whole)}{ended} | {Ms(latencies[latencies.Count / 2])} | {Ms(latencies[^1])}";
    }

    private static (TimeSpan Time, string Ended) Whole(Action<CancellationToken> work)
    {
        using var patience = new CancellationTokenSource(Longest);
        var watch = Stopwatch.StartNew();
        try
        {
            work(patience.Token);
            return (watch.Elapsed, "");
        }
        catch (OperationCanceledException)
        {
            return (Longest, " and more");
        }
        catch (AnalysisBudgetException)
        {
            return (watch.Elapsed, ", budget reached");
        }
    }

    // Null where the work was over before.
    private static TimeSpan? Latency(Action<CancellationToken> work, TimeSpan after)
    {
        using var source = new CancellationTokenSource();
        var cancelled = 0L;
        var canceller = new Thread(() =>
        {
            // Not to wait for something, but to cancel in the midst of the work.
            Thread.Sleep(after);
            Volatile.Write(ref cancelled, Stopwatch.GetTimestamp());
            source.Cancel();
        });
        canceller.Start();
        TimeSpan? latency = null;
        try
        {
            work(source.Token);
        }
        catch (OperationCanceledException)
        {
            latency = Stopwatch.GetElapsedTime(Volatile.Read(ref cancelled));
        }
        catch (AnalysisBudgetException)
        {
        }

        canceller.Join();
        return latency;
    }

    private static string Ms(TimeSpan time) => string.Create(CultureInfo.InvariantCulture, $"{time.TotalMilliseconds:N1} ms");

    private static CoalitionModel Dated(int pledges) => CoalitionModel.Create(new CoalitionDraft
    {
        AsOf = new LocalDate(2026, 1, 10),
        Nations = [new Nation { Code = new NationCode("FR"), Name = "France" }],
        Pledges =
        [
            .. Enumerable.Range(0, pledges).Select(i => new Pledge
            {
                Id = $"p{i}",
                Nation = new NationCode("FR"),
                Support = "land",
                Stage = PledgeStage.Firm,
                From = new LocalDate(2016, 1, 1).PlusDays(i * 7 % 3600),
                Until = new LocalDate(2016, 1, 1).PlusDays((i * 7 % 3600) + 900),
                Claims = [new Claim(500, 500)],
            }),
        ],
        Guarantees =
        [
            new Guarantee
            {
                Id = "g",
                Pillar = GuaranteePillar.Other,
                Beneficiary = new NationCode("FR"),
                Standards = [new SufficiencyStandard { Id = "s", Requires = new Requirement.Total(PledgeFilter.ForSupport("land"), 500L * pledges / 4) }],
            },
        ],
    });
}
