using Coalition;
using Coalition.Sufficiency;

namespace ParisSummit.Picture;

/// <summary>What the words mean, and what to ask next.</summary>
internal static class Legend
{
    internal static void Draw(Page page, SufficiencyReport report, string? model)
    {
        page.Heading("How to read it");
        foreach (var verdict in Enum.GetValues<Verdict>().Reverse())
        {
            page.Row(
                0, Column.Fixed(16, new Span($"{VerdictWords.Sign(verdict)} {VerdictWords.Word(verdict)}", VerdictWords.Style(verdict))),
                Column.Rest(VerdictWords.Meaning(verdict)));
        }

        page.Heading("What if");
        var file = model is null ? "" : model.Contains(' ') ? $"\"{model}\" " : $"{model} ";
        foreach (var option in Next(report))
        {
            page.Line(0, new Span($"dotnet run --project samples/ParisSummit -- {file}", Page.Faint), option);
        }
    }

    private static IEnumerable<string> Next(SufficiencyReport report)
    {
        var awaited = new AwaitedMatters(report);
        List<PledgeReport> bySize = [.. awaited.Pledges.OrderByDescending(p => p.Unit == Unit.Personnel).ThenByDescending(p => p.Upper)];
        var matters = bySize.SelectMany(p => p.Gates).SelectMany(g => g.OpenMatters);
        if (matters.FirstOrDefault(m => m.Kind == OpenMatterKind.Approval) is { } approval)
        {
            yield return $"--grant {approval}";
        }

        if (awaited.Circumstances.FirstOrDefault() is { } circumstance)
        {
            yield return $"--assume {circumstance.Id}={Words.Of(report.On)}";
        }

        if (bySize.FirstOrDefault() is { } greatest)
        {
            yield return $"--withdraw {greatest.Pledge.Nation}";
        }

        yield return "--help";

    }
}
