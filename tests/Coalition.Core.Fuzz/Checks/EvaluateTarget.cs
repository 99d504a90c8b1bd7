using System.Text.Json;
using Coalition.Json;
using Coalition.Sufficiency;
using NodaTime;
using static Coalition.Fuzz.BrokenRuleException;

namespace Coalition.Fuzz;

/// <summary>What holds of every model that is read, on every day.</summary>
internal static class EvaluateTarget
{
    private static readonly LocalDate FirstDay = new(1, 1, 1);

    private static readonly LocalDate LastDay = new(9999, 12, 31);

    /// <summary>Reads bytes as a model and puts questions to it.</summary>
    /// <returns>Whether they are a model.</returns>
    internal static bool Check(byte[] bytes)
    {
        if (bytes.Length > FuzzTarget.MostBytes)
        {
            return false;
        }

        CoalitionModel model;
        try
        {
            model = CoalitionJson.Read(bytes);
        }
        catch (CoalitionModelException)
        {
            return false;
        }

        CheckDays(model, Sum(bytes));
        return true;
    }

    /// <summary>A number that follows from the bytes: the same on every machine.</summary>
    internal static int Sum(ReadOnlySpan<byte> bytes)
    {
        var sum = 17u;
        foreach (var b in bytes)
        {
            sum = unchecked((sum * 31) + b);
        }

        return (int)(sum >> 1);
    }

    private static void CheckDays(CoalitionModel model, int chance)
    {
        // By what is known, or was known some weeks before.
        LocalDate? knownAsOf = chance % 2 == 0 ? null : LocalDate.Max(FirstDay, model.AsOf.PlusDays(-chance % 97));

        // The whole calendar: the timeline goes only to the days on which something changes.
        var timeline = SufficiencyTimeline.Over(model, FirstDay, LastDay, knownAsOf);
        CheckDay(timeline, SufficiencyEvaluator.Evaluate(model, model.AsOf, knownAsOf), chance);

        // The first days of intervals are where an end is off by one.
        var starts = timeline.Standards.SelectMany(s => s.Intervals).Select(i => i.From).Distinct().ToList();
        if (starts.Count > 0)
        {
            var start = starts[chance % starts.Count];
            CheckDay(timeline, SufficiencyEvaluator.Evaluate(model, start, knownAsOf), chance);
            CheckTimeline(SufficiencyEvaluator.Evaluate(model, LocalDate.Max(FirstDay, start.PlusDays(-1)), knownAsOf), timeline);
        }
    }

    private static void CheckDay(SufficiencyTimeline timeline, SufficiencyReport report, int chance)
    {
        var json = CoalitionJson.Write(report);
        using (JsonDocument.Parse(json))
        {
        }

        var again = SufficiencyEvaluator.Evaluate(report.Model, report.On, report.KnownAsOf);
        ThrowUnless(
            report.ToText() == again.ToText() && report.ToMarkdown() == again.ToMarkdown() && json == CoalitionJson.Write(again),
            "The same question has the same answer (P10).");

        CheckTimeline(report, timeline);
        CheckGranted(report);
        foreach (var standard in report.Verdicts)
        {
            ThrowUnless(standard.Verdict is null || standard.Verdict == standard.Grounds.Verdict, "The verdict of a standard is that of its grounds.");
            ThrowUnless(standard.Verdict != Verdict.Sufficient || standard.OpenMatters.IsEmpty, "Nothing is open where it suffices.");
            ThrowUnless(standard.Verdict != Verdict.Contingent || !standard.OpenMatters.IsEmpty, "What is contingent hangs on something open.");
            FindingChecks.Check(standard.Grounds);
        }

        FunctionChecks.Check(report, chance);
    }

    private static void CheckTimeline(SufficiencyReport report, SufficiencyTimeline timeline)
    {
        foreach (var guarantee in report.Guarantees)
        {
            foreach (var standard in guarantee.Standards)
            {
                var interval = timeline[standard.Guarantee, standard.Standard].At(report.On);
                ThrowUnless(
                    interval.Verdict == standard.Verdict && interval.Force == guarantee.Force,
                    $"The timeline says what evaluating says (P7): {interval}, but {standard.Verdict}, {guarantee.Force} on {report.On:R}.");
            }
        }

        foreach (var change in timeline.NextChanges(report.On))
        {
            ThrowUnless(change.DaysOfNotice >= 0 && change.What.Length > 0, "What comes next lies ahead, and is told.");
        }
    }

    // Reachable is by definition what holds once all open matters are granted (S7, S8).
    private static void CheckGranted(SufficiencyReport report)
    {
        var granted = SufficiencyEvaluator.Evaluate(report.Model, report.On, report.KnownAsOf, report.OpenMatters);
        foreach (var (before, after) in report.Verdicts.Zip(granted.Verdicts))
        {
            ThrowUnless(
                after.Grounds.Verdict == (before.Grounds.Verdict == Verdict.Contingent ? Verdict.Sufficient : before.Grounds.Verdict),
                $"With all granted, a contingent verdict is sufficient, and another as before: {before.Guarantee}/{before.Standard}, {before.Grounds.Verdict}, then {after.Grounds.Verdict}.");
        }
    }
}
