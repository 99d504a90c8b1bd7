using Coalition;
using Coalition.Sufficiency;

namespace ParisSummit.Picture;

/// <summary>Who is awaited and why, nation by nation, and what the world has to bring.</summary>
internal static class AwaitedSection
{
    internal static void Draw(Page page, SufficiencyReport report)
    {
        var awaited = new AwaitedMatters(report);
        List<Awaited> nations = [.. Awaited.In(awaited)];
        if (nations.Count > 0)
        {
            page.Heading("Who is awaited, for what, on whose word");
            page.Line(0, new Span("What is only floated, declared or offered is not firm yet, whatever else it waits for.", Page.Faint));
            var width = Math.Min(24, 7 + nations.Max(n => n.Nation.Name.Length));
            foreach (var nation in nations)
            {
                Draw(page, nation, width);
            }
        }

        List<Circumstance> circumstances = [.. awaited.Circumstances];
        if (circumstances.Count > 0)
        {
            page.Heading("What has to happen, and who waits for it");
            var width = Math.Min(32, 2 + circumstances.Max(c => c.Id.Length));
            foreach (var circumstance in circumstances)
            {
                var who = new Span(WhoWaits(awaited, circumstance), Page.Faint);
                page.Row(0, Column.Fixed(width, circumstance.Id), Column.Rest($"{circumstance.Title}: ", who));
            }
        }
    }

    private static void Draw(Page page, Awaited awaited, int width)
    {
        Span name = new($"{awaited.Nation.Name} ({awaited.Nation.Code})", Page.Bold);
        var words = string.Join("; ", awaited.Sources.Select(Words.Cite));
        if (awaited.Grounds is [var only] && words.Length > 0 && width + only.Length + words.Length + 3 <= page.Width)
        {
            page.Row(0, Column.Fixed(width, name), Column.Rest(only, new Span($" › {words}", Page.Faint)));
            return;
        }

        foreach (var ground in awaited.Grounds)
        {
            page.Row(0, Column.Fixed(width, name), Column.Rest(ground));
            name = "";
        }

        if (!awaited.Sources.IsEmpty)
        {
            page.Item(width, new Span("›", Page.Faint), new Span(words, Page.Faint));
        }
    }

    private static string WhoWaits(AwaitedMatters awaited, Circumstance circumstance)
    {
        var matter = new OpenMatter(OpenMatterKind.Circumstance, circumstance.Id);
        var nations = awaited.Pledges.Where(p => p.Gates.Any(g => g.OpenMatters.Contains(matter))).Select(p => p.Pledge.Nation.Value).Distinct();
        var guarantees = awaited.TriggeredBy(circumstance).Count();
        List<string> who = [.. nations];
        if (guarantees > 0)
        {
            who.Add(Words.Many(guarantees, "guarantee", "guarantees"));
        }

        return who.Count == 0 ? "a standard asks for it" : string.Join(", ", who);
    }
}
