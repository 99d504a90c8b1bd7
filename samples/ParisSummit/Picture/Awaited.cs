using System.Collections.Immutable;
using Coalition;
using Coalition.Sufficiency;

namespace ParisSummit.Picture;

/// <summary>One nation that is awaited: for what, and on whose word we know. A matter of several standards is told once.</summary>
internal sealed record Awaited(Nation Nation, ImmutableArray<string> Grounds, ImmutableArray<Source> Sources)
{
    /// <summary>Every nation of whom something is awaited, in the order of the model.</summary>
    internal static IEnumerable<Awaited> In(AwaitedMatters awaited)
    {
        foreach (var nation in awaited.Report.Model.Nations)
        {
            var found = new Finder(awaited, nation);
            found.AddPledges();
            found.AddOtherMatters();
            if (found.Grounds.Count > 0)
            {
                yield return new Awaited(nation, [.. found.Grounds], [.. found.Sources.Distinct()]);
            }
        }
    }

    private sealed class Finder(AwaitedMatters awaited, Nation nation)
    {
        private readonly SufficiencyReport report = awaited.Report;
        private readonly HashSet<OpenMatter> told = [];

        internal List<string> Grounds { get; } = [];

        internal List<Source> Sources { get; } = [];

        // Pledges that wait for the same are told together.
        internal void AddPledges()
        {
            var waiting = awaited.PledgesOf[nation.Code].Where(p => awaited.IsFigureAwaited(p) || AwaitedMatters.GatesOf(p).Any());
            foreach (var alike in waiting.GroupBy(Why))
            {
                var staged = alike.GroupBy(p => p.Stage).Select(g => $"{Words.Plain(g.Key)} {string.Join(", ", g.Select(Named))}");
                Grounds.Add($"{string.Join("; ", staged)}{(alike.Key.Length == 0 ? "" : " – ")}{alike.Key}");
                foreach (var pledge in alike)
                {
                    CiteGates(pledge);
                    CiteFigures(pledge);
                }
            }
        }

        // Approvals whose renewal is open, stages short of what a standard asks for, and consent to forces of others.
        internal void AddOtherMatters()
        {
            foreach (var approval in report.Model.Approvals.Where(a => a.Nation == nation.Code && IsUntold(OpenMatterKind.Approval, a.Id)))
            {
                Grounds.Add($"approval '{approval.Id}': {report.Model.ApprovalState(approval.Id, report.On, report.KnownAsOf).InWords}");
                Cite(approval.Source);
            }

            foreach (var pledge in awaited.PledgesOf[nation.Code].Where(p => IsUntold(OpenMatterKind.Stage, p.Pledge.Id)))
            {
                Grounds.Add($"{pledge.Pledge.Id}: only {Words.Plain(pledge.Stage)}, and a standard asks for more");
                Cite(pledge.Pledge.Source);
            }

            if (IsUntold(OpenMatterKind.Admission, nation.Code.Value))
            {
                var admission = new OpenMatter(OpenMatterKind.Admission, nation.Code.Value);
                var whose = awaited.Pledges.Where(p => p.Gates.Any(g => g.Gate == Gate.Admission && g.OpenMatters.Contains(admission)));
                var nations = string.Join(", ", whose.Select(p => p.Pledge.Nation).Distinct());
                Grounds.Add($"{admission}: no consent to forces on its territory is on record; awaited by {nations}");
            }
        }

        private bool IsUntold(OpenMatterKind kind, string id) => awaited.Contains(kind, id) && !told.Contains(new OpenMatter(kind, id));

        // That a pledge is not firm its stage says already, unless it is all there is to say.
        private static string Why(PledgeReport pledge)
        {
            var gates = AwaitedMatters.GatesOf(pledge).ToLookup(g => g.Gate == Gate.Stage);
            return gates[false].Any() ? string.Join("; ", gates[false].Select(g => g.Ground)) : gates[true].Any() ? "not firm" : "";
        }

        private string Named(PledgeReport pledge) => !awaited.IsFigureAwaited(pledge) ? pledge.Pledge.Id
            : pledge.HasFigure ? $"{pledge.Pledge.Id} ({Words.Range(pledge)} {Words.Unit(pledge.Unit)})"
            : $"{pledge.Pledge.Id} (no figure)";

        private void CiteGates(PledgeReport pledge)
        {
            foreach (var gate in AwaitedMatters.GatesOf(pledge))
            {
                told.UnionWith(gate.OpenMatters);
                Cite(gate.Source?.Id);
            }
        }

        private void CiteFigures(PledgeReport pledge)
        {
            foreach (var claim in pledge.Pledge.Claims.Where(c => awaited.IsFigureAwaited(pledge) && c.HasFigure && IsKnown(c)))
            {
                Cite(claim.Source ?? pledge.Pledge.Source);
            }
        }

        private bool IsKnown(Claim claim) =>
            (claim.Published ?? Find(claim.Source)?.Published) is not { } published || published.From <= report.KnownAsOf;

        private Source? Find(string? id) => id is null ? null : awaited.Sources[id];

        private void Cite(string? id)
        {
            if (Find(id) is { } source)
            {
                Sources.Add(source);
            }
        }
    }
}
