using Coalition;
using Coalition.Sufficiency;
using NodaTime;

namespace ParisSummit.Picture;

/// <summary>What was asked, and the answer in one sentence.</summary>
internal static class Headline
{
    internal static void Draw(Page page, SufficiencyReport report)
    {
        page.Line(0, new Span(report.Model.Draft.Title ?? "A coalition", Page.Bold));
        page.Line(0, new Span($"On {Words.Of(report.On)}, by what was known on {Words.Of(report.KnownAsOf)}{Record(report)}.", Page.Faint));
        if (!report.Granted.IsEmpty)
        {
            page.Line(0, new Span("What if granted: ", Page.Bold), string.Join(", ", report.Granted));
        }

        foreach (var assumption in Assumptions(report))
        {
            page.Line(0, new Span("What if: ", Page.Bold), assumption);
        }

        page.Blank();
        page.Line(0, new Span(Answer([.. report.Verdicts.Select(v => v.Verdict)]), Page.Bold));
        List<GuaranteeReport> untriggered = [.. report.Guarantees.Where(g => g.Force == GuaranteeForce.TriggerUnknown)];
        if (untriggered.Count > 0)
        {
            var triggers = string.Join(", ", untriggered.Select(g => g.Guarantee.Trigger).Distinct());
            var all = Words.Many(report.Guarantees.Length, "guarantee", "guarantees");
            var isOne = untriggered.Count == 1;
            page.Line(0, $"{Words.Of(untriggered.Count)} of {all} {(isOne ? "awaits its" : "await their")} trigger ({triggers}) and {(isOne ? "is" : "are")} judged all the same.");
        }
    }

    private static string Record(SufficiencyReport report) =>
        report.KnownAsOf == report.Model.AsOf ? "" : $", of a record that goes up to {Words.Of(report.Model.AsOf)}";

    private static string Answer(List<Verdict?> verdicts)
    {
        if (verdicts.Count == 0)
        {
            return "The model promises nothing: there is no standard to judge by.";
        }

        var met = verdicts.Count(v => v == Verdict.Sufficient);
        var answer = $"Of {Words.Many(verdicts.Count, "standard", "standards")}, {(met == 0 ? "none" : Words.Of(met))} {(met > 1 ? "are" : "is")} met now";
        Add(Verdict.Contingent, "would be if all that is open went well");
        Add(Verdict.Deadlocked, "only if those who wait for each other moved together");
        var isOnlyThat = verdicts.TrueForAll(v => v is null or Verdict.Sufficient or Verdict.Insufficient);
        Add(Verdict.Insufficient, isOnlyThat ? "not even if all went well" : "not even then");
        var none = verdicts.Count(v => v is null);
        return none == 0 ? $"{answer}." : $"{answer}. {Words.Of(none)} {(none == 1 ? "has" : "have")} no verdict: the guarantee is not in force.";

        void Add(Verdict verdict, string words)
        {
            var count = verdicts.Count(v => v == verdict);
            answer += count == 0 ? "" : $", {Words.Of(count)} {words}";
        }
    }

    // Those of the file too: an assumption must never pass for a fact.
    private static IEnumerable<string> Assumptions(SufficiencyReport report)
    {
        foreach (var circumstance in report.Model.Circumstances)
        {
            foreach (var change in circumstance.Events.Where(e => e.Assumed))
            {
                yield return $"'{circumstance.Id}' {Words.Plain(change.Change)} on {Words.Of(change.On)}{Effect(change.On)}";
            }
        }

        foreach (var approval in report.Model.Approvals)
        {
            foreach (var act in approval.Acts.Where(a => a.Assumed))
            {
                yield return $"'{approval.Id}' {act.Name} on {Words.Of(act.On)}{Effect(act.On)}";
            }
        }

        var stages = report.Model.Pledges.SelectMany(p => p.Stages.Where(s => s.Assumed).Select(s => (p.Nation, s.Stage, s.On, p.Id)));
        foreach (var group in stages.GroupBy(s => (s.Nation, s.Stage, s.On)))
        {
            var (nation, stage, on) = group.Key;
            var pledges = string.Join(", ", group.Select(s => s.Id));
            yield return $"{Words.Nation(nation, report.Model)}: {pledges} {Words.Plain(stage)} on {Words.Of(on)}{Effect(on)}";
        }

        string Effect(LocalDate on) => on <= report.On ? ""
            : $", which is after {Words.Of(report.On)} and has no effect yet (--on {Words.Of(on)} asks about that day)";
    }
}
