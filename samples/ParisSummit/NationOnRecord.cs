using Coalition;
using Coalition.Approvals;
using Coalition.Sufficiency;

namespace ParisSummit;

/// <summary>One nation: its law in the catalogue, and what a model has on record of it on a day.</summary>
/// <param name="Code">Its code.</param>
/// <param name="Regime">Its law; null if the catalogue does not hold it.</param>
/// <param name="Nation">The nation in the model; null if the model does not have it.</param>
/// <param name="Report">How everything stands on the day.</param>
internal sealed record NationOnRecord(NationCode Code, ApprovalRegime? Regime, Nation? Nation, SufficiencyReport Report)
{
    internal string Name => Nation?.Name ?? Regime!.Name;

    internal IEnumerable<ParliamentaryApproval> Approvals => Report.Model.Approvals.Where(a => a.Nation == Code);

    /// <summary>Its own pledges that need none of its approvals on record.</summary>
    internal IEnumerable<PledgeReport> PledgesWithoutApproval
    {
        get
        {
            HashSet<string> approvals = [.. Approvals.Select(a => a.Id)];
            return Report.Pledges.Where(p => p.Pledge.Nation == Code && !p.Pledge.Needs.Any(approvals.Contains));
        }
    }

    /// <summary>Pledges of forces on its territory that await its consent, of which no procedure is on record.</summary>
    internal IEnumerable<PledgeReport> AwaitingAdmission
    {
        get
        {
            var admission = new OpenMatter(OpenMatterKind.Admission, Code.Value);
            return Report.Pledges.Where(p => p.Gates.Any(g => g.Gate == Gate.Admission && g.OpenMatters.Contains(admission)));
        }
    }

    /// <exception cref="UsageException">Neither the catalogue nor the model has the nation.</exception>
    internal static NationOnRecord Of(NationCode code, SufficiencyReport report)
    {
        var regime = ApprovalRegimes.Catalogue.Find(code);
        var nation = report.Model.Nations.FirstOrDefault(n => n.Code == code);
        return regime is null && nation is null
            ? throw new UsageException($"--nation: Neither the model nor the catalogue of laws has a nation '{code}'.")
            : new NationOnRecord(code, regime, nation, report);
    }

    internal IEnumerable<PledgeReport> Needing(ParliamentaryApproval approval) => Report.Pledges.Where(p => p.Pledge.Needs.Contains(approval.Id));
}
