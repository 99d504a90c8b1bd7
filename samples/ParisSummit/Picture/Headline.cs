using Coalition;
using Coalition.Sufficiency;
using NodaTime;

namespace ParisSummit.Picture;

/// <summary>What was asked, and the answer in one sentence.</summary>
internal static class Headline
{
    internal static void Draw(Page page, SufficiencyReport report)
    {
        Title(page, report.Model);
        Asked(page, report);
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

    internal static void Title(Page page, CoalitionModel model) => page.Line(0, new Span(model.Draft.Title ?? "A coalition", Page.Bold));

    /// <summary>The day, what was known, and what is granted and assumed.</summary>
    internal static void Asked(Page page, SufficiencyReport report)
    {
        page.Line(0, new Span($"On {Words.Of(report.On)}, {Known(report.Model, report.KnownAsOf)}.", Page.Faint));
        WhatIf(page, report);
    }

    /// <summary>What is granted and assumed.</summary>
    internal static void WhatIf(Page page, SufficiencyReport report)
    {
        if (!report.Granted.IsEmpty)
        {
            page.Line(0, new Span("What if granted: ", Page.Bold), string.Join(", ", report.Granted));
        }

        Assumed(page, report.Model, on => on <= report.On ? ""
            : $", which is after {Words.Of(report.On)} and has no effect yet (--on {Words.Of(on)} asks about that day)");
    }

    /// <summary>What is assumed, of the file too: an assumption must never pass for a fact.</summary>
    /// <param name="page">Where to draw.</param>
    /// <param name="model">The model.</param>
    /// <param name="effect">What to add on the effect of something assumed on a day.</param>
    internal static void Assumed(Page page, CoalitionModel model, Func<LocalDate, string> effect)
    {
        foreach (var assumption in Assumptions(model, effect))
        {
            page.Line(0, new Span("What if: ", Page.Bold), assumption);
        }
    }

    internal static string Known(CoalitionModel model, LocalDate knownAsOf) => $"by what was known on {Words.Of(knownAsOf)}"
        + (knownAsOf == model.AsOf ? "" : $", of a record that goes up to {Words.Of(model.AsOf)}");

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

    private static IEnumerable<string> Assumptions(CoalitionModel model, Func<LocalDate, string> effect)
    {
        foreach (var circumstance in model.Circumstances)
        {
            foreach (var change in circumstance.Events.Where(e => e.Assumed))
            {
                yield return $"'{circumstance.Id}' {Words.Plain(change.Change)} on {Words.Of(change.On)}{effect(change.On)}";
            }
        }

        foreach (var approval in model.Approvals)
        {
            foreach (var act in approval.Acts.Where(a => a.Assumed))
            {
                yield return $"'{approval.Id}' {act.Name} on {Words.Of(act.On)}{effect(act.On)}";
            }
        }

        var stages = model.Pledges.SelectMany(p => p.Stages.Where(s => s.Assumed).Select(s => (p.Nation, s.Stage, s.On, p.Id)));
        foreach (var group in stages.GroupBy(s => (s.Nation, s.Stage, s.On)))
        {
            var (nation, stage, on) = group.Key;
            var pledges = string.Join(", ", group.Select(s => s.Id));
            yield return $"{Words.Nation(nation, model)}: {pledges} {Words.Plain(stage)} on {Words.Of(on)}{effect(on)}";
        }
    }
}
