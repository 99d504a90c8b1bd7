using System.Collections.Immutable;
using Coalition;
using Coalition.Sufficiency;

namespace ParisSummit.Picture;

/// <summary>What bears on the verdicts that are not sufficient: the open matters, and the pledges that wait.</summary>
internal sealed class AwaitedMatters
{
    private readonly HashSet<OpenMatter> matters;
    private readonly HashSet<string> contributing = [];
    private readonly HashSet<string> withoutFigure = [];

    internal AwaitedMatters(SufficiencyReport report)
    {
        Report = report;
        List<StandardReport> unmet = [.. report.Verdicts.Where(v => v.Verdict is not null and not Verdict.Sufficient)];
        matters = [.. unmet.SelectMany(s => s.OpenMatters)];
        foreach (var standard in unmet)
        {
            Add(standard.Grounds);
            contributing.UnionWith(standard.Circle);
        }

        Pledges = [.. report.Pledges.Where(p => p.Standing != Standing.Failed
            && (IsFigureAwaited(p) || Contains(OpenMatterKind.Stage, p.Pledge.Id) || (contributing.Contains(p.Pledge.Id) && Waits(p))))];
        PledgesOf = Pledges.ToLookup(p => p.Pledge.Nation);
        Sources = report.Model.Sources.ToDictionary(s => s.Id);
    }

    internal SufficiencyReport Report { get; }

    /// <summary>The pledges that may still come to count, or to count for more, in the order of the model.</summary>
    internal ImmutableArray<PledgeReport> Pledges { get; }

    internal ILookup<NationCode, PledgeReport> PledgesOf { get; }

    internal IReadOnlyDictionary<string, Source> Sources { get; }

    /// <summary>The circumstances that are awaited, in the order of the model.</summary>
    internal IEnumerable<Circumstance> Circumstances => Report.Model.Circumstances.Where(c =>
        Contains(OpenMatterKind.Circumstance, c.Id) || TriggeredBy(c).Any());

    internal IEnumerable<GuaranteeReport> TriggeredBy(Circumstance circumstance) =>
        Report.Guarantees.Where(g => g.Force == GuaranteeForce.TriggerUnknown && g.Guarantee.Trigger == circumstance.Id);

    internal bool Contains(OpenMatterKind kind, string id) => matters.Contains(new OpenMatter(kind, id));

    /// <summary>Whether a figure is missing that might help, or one is open.</summary>
    internal bool IsFigureAwaited(PledgeReport pledge) =>
        withoutFigure.Contains(pledge.Pledge.Id) || Contains(OpenMatterKind.Amount, pledge.Pledge.Id);

    /// <summary>The gates to tell of a pledge: what a host has to admit is told once, with the host.</summary>
    internal static IEnumerable<GateResult> GatesOf(PledgeReport pledge) =>
        pledge.Gates.Where(g => g.Gate != Gate.Admission || g.OpenMatters.Any(m => m.Kind != OpenMatterKind.Admission));

    private bool Waits(PledgeReport pledge) => pledge.Standing == Standing.Locked || pledge.Gates.Any(g => g.OpenMatters.Any(matters.Contains));

    private void Add(Finding finding)
    {
        if (finding.Verdict == Verdict.Sufficient)
        {
            return;
        }

        var contributions = finding switch
        {
            Finding.Total total => total.Contributions,
            Finding.Contributors contributors => contributors.Contributions,
            Finding.Contributes contributes => contributes.Contributions,
            _ => [],
        };
        contributing.UnionWith(contributions.Select(c => c.Pledge.Pledge.Id));
        if (finding is Finding.Total amount)
        {
            withoutFigure.UnionWith(amount.MissingFigures.SelectMany(m => m.Pledges));
        }

        foreach (var part in finding.Parts)
        {
            Add(part);
        }
    }
}
