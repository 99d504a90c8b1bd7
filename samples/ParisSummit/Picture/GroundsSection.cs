using Coalition;
using Coalition.Requirements;
using Coalition.Sufficiency;

namespace ParisSummit.Picture;

/// <summary>Why: for each guarantee, what every line of every standard finds now and at best.</summary>
internal static class GroundsSection
{
    private const int Indent = 3;

    internal static void Draw(Page page, SufficiencyReport report)
    {
        page.Heading("Why");
        page.Line(0, new Span(Bar.Key, Page.Faint));
        foreach (var guarantee in report.Guarantees)
        {
            page.Blank();
            page.Line(0, new Span(guarantee.Guarantee.Title ?? guarantee.Guarantee.Id, Page.Bold), new Span(VerdictTable.Force(guarantee), Page.Faint));

            // Standards that count the same pledges, only to another figure, are told together.
            foreach (var alike in guarantee.Standards.GroupBy(s => s.Grounds is Finding.Total total ? (object)Counted(total) : s))
            {
                if (alike.Count() > 1)
                {
                    DrawLadder(page, report.Model, [.. alike]);
                }
                else
                {
                    DrawStandard(page, report.Model, alike.First());
                }
            }
        }

        foreach (var shared in report.SharedUses)
        {
            page.Blank();
            page.Line(0, new Span("Shared, and counted in each: ", Page.Bold), Shared(shared));
        }
    }

    private static (PledgeFilter, long?, bool, Unit) Counted(Finding.Total total)
    {
        var asked = (Requirement.Total)total.Requirement;
        return (asked.Filter, asked.PerNationCap, asked.Sustained, total.Required.Unit);
    }

    private static void DrawStandard(Page page, CoalitionModel model, StandardReport standard)
    {
        page.Item(
            1, new Span(VerdictWords.Sign(standard.Verdict), VerdictWords.Style(standard.Verdict)),
            [standard.Definition.Title ?? standard.Standard, VerdictTable.Label(standard), " – ", .. Told(standard.Grounds, model)]);
        DrawParts(page, model, standard.Grounds, Indent);
        DrawGranted(page, [standard]);
        if (!standard.Circle.IsEmpty)
        {
            page.Line(Indent, new Span("A circle: ", Page.Bold), $"{string.Join(" waits for ", standard.Circle)} waits for {standard.Circle[0]}");
        }
    }

    private static void DrawLadder(Page page, CoalitionModel model, List<StandardReport> standards)
    {
        var totals = standards.ToDictionary(s => s, s => (Finding.Total)s.Grounds);
        page.Line(1, Supply.Shared(totals[standards[0]], model));
        page.Line(Indent, Supply.Tell(totals[standards[0]]));
        if (totals.Values.SelectMany(t => t.MissingFigures).FirstOrDefault() is { } without)
        {
            page.Line(Indent, $"Without a figure: {string.Join(", ", without.Nations)} (together: behind the bar)");
        }

        DrawGranted(page, standards);
        foreach (var rung in standards.GroupBy(s => totals[s].Required.Amount).OrderBy(r => r.Key))
        {
            var total = totals[rung.First()];
            var missing = total.MissingFigures.Select(m => $"+{Words.Of(m.Together.Amount, m.Together.Unit)}").FirstOrDefault() ?? "";
            page.Row(
                Indent,
                Column.Fixed(2, new Span(VerdictWords.Sign(rung.First().Verdict), VerdictWords.Style(rung.First().Verdict))),
                Column.Right(8, Words.Of(total.Required.Amount, total.Required.Unit)),
                Column.Fixed(1),
                Column.Fixed(Bar.WidthOn(page), Bar.Of(total, Bar.WidthOn(page))),
                Column.Right(10, missing),
                Column.Fixed(2),
                Column.Rest(new Span(Named(rung), Page.Faint)));
        }
    }

    private static string Named(IEnumerable<StandardReport> standards) => string.Join(
        ", ", standards.GroupBy(s => VerdictTable.Label(s).Text).Select(g => string.Join(", ", g.Select(s => s.Standard)) + g.Key));

    private static void DrawParts(Page page, CoalitionModel model, Finding finding, int indent)
    {
        if (finding is Finding.Total total)
        {
            page.Line(indent, Bar.Of(total, Bar.WidthOn(page)));
            page.Line(indent, Supply.Tell(total));
            foreach (var missing in total.MissingFigures)
            {
                var together = Words.WithUnit(missing.Together.Amount, missing.Together.Unit);
                page.Line(indent, $"Without a figure: {string.Join(", ", missing.Nations)}; {together} together, if all of it counts, would make it {Words.Plain(missing.UpTo)}");
            }
        }

        foreach (var part in finding.Parts)
        {
            page.Item(indent, new Span(VerdictWords.Sign(part.Verdict), VerdictWords.Style(part.Verdict)), Told(part, model));
            DrawParts(page, model, part, indent + 2);
        }
    }

    private static Span[] Told(Finding finding, CoalitionModel model) => finding switch
    {
        Finding.Total total => Supply.Asked(total, model),
        Finding.Contributors contributors =>
            [$"{Words.Asked(finding.Requirement, model)}: ", .. Supply.Nations(contributors)],
        Finding.Contributes contributes => [$"{Words.Asked(finding.Requirement, model)}: ", new Span(Short(contributes), Page.Bold), Aside(contributes)],
        Finding.Holds holds => [$"{Words.Asked(finding.Requirement, model)}: ", new Span(holds.State.Name, Page.Bold)],
        Finding.Met met => [$"{Words.Asked(finding.Requirement, model)}: ", new Span(VerdictWords.Word(met.Standard.Verdict), Page.Bold)],
        _ => [Words.Asked(finding.Requirement, model)],
    };

    private static string Short(Finding.Contributes finding) => finding.Verdict switch
    {
        Verdict.Sufficient => "yes, now",
        Verdict.Contingent => "not now, yes at best",
        Verdict.Deadlocked => "only if all who wait move together",
        _ => "no",
    };

    private static string Aside(Finding.Contributes finding) =>
        finding.Verdict == Verdict.Insufficient && Supply.SetAside(finding.Contributions) is { Length: > 0 } told ? $"; set aside: {told}" : "";

    private static void DrawGranted(Page page, List<StandardReport> standards)
    {
        var sets = standards.Where(s => s.Verdict == Verdict.Contingent)
            .Select(s => string.Join(", ", s.OpenMatters.Where(m => m.Kind == OpenMatterKind.Circumstance).Select(m => m.Id)))
            .Where(s => s.Length > 0)
            .Distinct();
        foreach (var set in sets)
        {
            page.Line(Indent, new Span(set.Contains(',') ? "Takes as granted together: " : "Takes as granted: ", Page.Faint), set);
        }
    }

    private static string Shared(SharedUse shared)
    {
        var what = string.Join(", ", shared.Pledges.Concat(shared.Approvals.Select(a => $"the ceilings of {a}")));
        return $"{string.Join(" and ", shared.Guarantees)}{(shared.Standard is null ? "" : $" by {shared.Standard}")}: {what}";
    }
}
