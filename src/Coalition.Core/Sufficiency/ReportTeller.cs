using System.Collections.Immutable;
using System.Globalization;
using Coalition.Internal;

namespace Coalition.Sufficiency;

/// <summary>Tells a report to an outline: the verdicts first, then the grounds, then how each pledge stands.</summary>
internal sealed class ReportTeller(SufficiencyReport report, Outline outline)
{
    internal void Tell()
    {
        outline.Heading(1, report.Model.Draft.Title ?? "Coalition");
        outline.Item(0, $"On {IsoDate.Format(report.On)}, by what was known on {IsoDate.Format(report.KnownAsOf)}.");
        if (!report.Granted.IsEmpty)
        {
            outline.Item(0, $"What if granted: {Join(report.Granted)}.");
        }

        if (report.Assumptions is { IsEmpty: false } assumptions)
        {
            outline.Item(0, $"Assumed, not on record: {string.Join("; ", assumptions)}.");
        }

        TellVerdicts();
        foreach (var guarantee in report.Guarantees)
        {
            TellGuarantee(guarantee);
        }

        if (!report.SharedUses.IsEmpty)
        {
            outline.Heading(2, "Shared use: counted in each of several totals");
            foreach (var shared in report.SharedUses)
            {
                TellShared(shared);
            }
        }

        outline.Heading(2, "Pledges");
        foreach (var pledge in report.Pledges)
        {
            TellPledge(pledge);
        }
    }

    private void TellVerdicts()
    {
        outline.Heading(2, "Verdicts");
        var rows = new List<string[]>();
        foreach (var standard in report.Verdicts)
        {
            var figures = OnlyTotal(standard.Grounds) is { } total
                ? new[] { Figure(total.Secured.Counted), Figure(total.Reachable.Counted), Figure(total.Required), Figure(total.Secured.Shortfall), total.Required.Unit.Code }
                : ["", "", "", "", ""];
            rows.Add([standard.Guarantee, standard.Standard, Word(standard.Verdict), .. figures]);
        }

        outline.Table(["Guarantee", "Standard", "Verdict", "Secured", "Reachable", "Required", "Short", "Unit"], rows);
    }

    private void TellGuarantee(GuaranteeReport guarantee)
    {
        var definition = guarantee.Guarantee;
        outline.Heading(2, definition.Title is { } title ? $"{definition.Id}: {title}" : definition.Id);
        var force = guarantee.Force switch
        {
            GuaranteeForce.OutsideTerm when report.On < definition.From => $"Not in force: its term begins on {IsoDate.Format(definition.From.Value)}.",
            GuaranteeForce.OutsideTerm => $"Not in force: its term ended on {IsoDate.Format(definition.Until!.Value)}.",
            GuaranteeForce.TriggerGone => $"Not in force: its trigger '{definition.Trigger}' is {guarantee.Trigger!.Name}.",
            GuaranteeForce.TriggerUnknown => $"Its trigger '{definition.Trigger}' is unknown; it is evaluated all the same.",
            _ when definition.Trigger is null => "In force.",
            _ when guarantee.Trigger is CircumstanceState.Unknown => $"In force: its trigger '{definition.Trigger}' is taken as granted.",
            _ => $"In force: its trigger '{definition.Trigger}' has occurred.",
        };
        outline.Item(0, force);
        foreach (var standard in guarantee.Standards)
        {
            TellStandard(standard);
        }
    }

    private void TellStandard(StandardReport standard)
    {
        var title = standard.Definition.Title is { } words ? $" ({words})" : "";
        outline.Heading(3, $"{standard.Standard}{title}: {Word(standard.Verdict)}");
        if (standard.Source is { } source)
        {
            outline.Item(0, $"by {Cite(source)}");
        }

        TellFinding(standard.Grounds, 0);
        if (!standard.OpenMatters.IsEmpty)
        {
            outline.Item(0, $"waits on: {Join(standard.OpenMatters)}");
        }

        var circumstances = standard.OpenMatters.Where(m => m.Kind == OpenMatterKind.Circumstance).Select(m => m.Id).ToList();
        if (standard.Verdict == Verdict.Contingent && circumstances.Count > 1)
        {
            outline.Item(0, $"takes as granted together: {string.Join(", ", circumstances)}");
        }

        if (!standard.Circle.IsEmpty)
        {
            outline.Item(0, $"circle: {string.Join(" waits for ", standard.Circle)} waits for {standard.Circle[0]}");
        }
    }

    private void TellFinding(Finding finding, int depth)
    {
        var head = finding switch
        {
            Finding.AllOf => "all of",
            Finding.AnyOf => "any of",
            Finding.AtLeast some => string.Create(CultureInfo.InvariantCulture, $"at least {some.Requirement.Count} of"),
            Finding.Total total => $"{total.Requirement}, in {total.Required.Unit}",
            _ => finding.Requirement.ToString(),
        };
        outline.Item(depth, $"{head}: {Word(finding.Verdict)}{Why(finding)}");
        switch (finding)
        {
            case Finding.Total total:
                TellTotal(total, depth + 1);
                break;
            case Finding.Contributors contributors:
                TellNations("secured", contributors.Secured, depth + 1);
                TellNations("reachable", contributors.Reachable, depth + 1);
                if (contributors.Possible.Length > contributors.Reachable.Length)
                {
                    TellNations("possible", contributors.Possible, depth + 1);
                }

                TellContributions(contributors.Contributions, depth + 1, c => c.Pledge.Pledge.Id);
                break;
            case Finding.Contributes contributes:
                TellContributions(contributes.Contributions, depth + 1, c => c.Pledge.Pledge.Id);
                break;
            default:
                foreach (var part in finding.Parts)
                {
                    TellFinding(part, depth + 1);
                }

                break;
        }
    }

    private static string Why(Finding finding) => finding switch
    {
        Finding.Holds holds => $" ({holds.State.Name})",
        Finding.Met { Force: GuaranteeForce.OutsideTerm or GuaranteeForce.TriggerGone } => " (not in force)",
        Finding.Met { Force: GuaranteeForce.TriggerUnknown } => " (its trigger is unknown)",
        _ => "",
    };

    private void TellTotal(Finding.Total total, int depth)
    {
        TellAmount("secured", total.Secured, depth);
        TellAmount("reachable", total.Reachable, depth);
        if (total.Possible.Counted != total.Reachable.Counted)
        {
            TellAmount("possible", total.Possible, depth);
        }

        foreach (var missing in total.MissingFigures)
        {
            var together = $"{Figure(missing.Together)}{(total.Requirement.Sustained ? " sustained" : "")} together";
            outline.Item(depth, $"figures missing from {Join(missing.Nations)}: {together}, if all of it counts, would make it {Word(missing.UpTo)}");
        }

        TellContributions(total.Contributions, depth, c => $"{c.Pledge.Pledge.Id} {AmountOf(c, total.Requirement.Sustained)}");
    }

    private void TellAmount(string bound, TotalAmount amount, int depth)
    {
        var shortfall = amount.Shortfall.Amount == 0 ? "" : $", short of {Figure(amount.Shortfall)}";
        outline.Item(depth, $"{bound} {Figure(amount.Counted)}{shortfall}");
        foreach (var limit in amount.Limits)
        {
            var what = limit.Approval is null
                ? $"the cap on {limit.Nation}"
                : $"the ceiling of '{limit.Approval}' {(limit.Support is null ? "in total" : $"on {limit.Support}")}";
            outline.Item(depth + 1, string.Create(
                CultureInfo.InvariantCulture, $"{what} binds: {string.Join(", ", limit.Pledges)} bring {limit.Offered:N0} and count for {limit.AtMost:N0}"));
        }
    }

    private void TellNations(string bound, ImmutableArray<NationCode> nations, int depth) => outline.Item(
        depth, string.Create(CultureInfo.InvariantCulture, $"{bound} {nations.Length}{(nations.IsEmpty ? "" : ": ")}{Join(nations)}"));

    private void TellContributions(ImmutableArray<Contribution> contributions, int depth, Func<Contribution, string> tell)
    {
        foreach (var group in contributions.GroupBy(c => c.Standing).OrderByDescending(g => g.Key))
        {
            outline.Item(depth, $"{(group.Key == Standing.Failed ? "set aside" : FormatNames.Of(group.Key))}: {string.Join(", ", group.Select(tell))}");
        }
    }

    private static string AmountOf(Contribution contribution, bool sustained)
    {
        var pledge = contribution.Pledge;
        return !pledge.HasFigure ? "(no figure)"
            : contribution.Standing == Standing.Passed ? Range(contribution.Secured, contribution.Reachable)
            : sustained ? Range(pledge.SustainedLower, pledge.SustainedUpper)
            : Range(pledge.Lower, pledge.Upper);
    }

    private void TellShared(SharedUse shared)
    {
        var where = shared.Standard is { } standard
            ? $"{shared.Guarantees[0]} by {standard}, in several totals"
            : string.Join(" and ", shared.Guarantees);
        var what = shared.Pledges.Concat(shared.Approvals.Select(a => $"the ceilings of '{a}'"));
        outline.Item(0, $"{where}: {string.Join(", ", what)}");
    }

    private void TellPledge(PledgeReport pledge)
    {
        var rotation = pledge.Pledge.Rotation is { } share ? $", of which {Range(pledge.SustainedLower, pledge.SustainedUpper)} sustained at {share}" : "";
        var amount = pledge.HasFigure ? $", {Range(pledge.Lower, pledge.Upper)} {pledge.Unit}{rotation}" : "";
        outline.Item(0, $"{pledge.Pledge.Id} ({pledge.Pledge.Nation}, {pledge.Pledge.Support}, {FormatNames.Of(pledge.Stage)}{amount}): {FormatNames.Of(pledge.Standing)}");
        foreach (var gate in pledge.Gates)
        {
            // What a condition waits for is told once, by the pledges that it looks at.
            var matters = gate.Gate == Gate.Condition || gate.OpenMatters.IsEmpty ? "" : $"; open: {Join(gate.OpenMatters)}";
            var word = gate.Source is { } source ? $", by {Cite(source)}" : "";
            outline.Item(1, $"{FormatNames.Of(gate.Gate)} {FormatNames.Of(gate.Standing)}: {gate.Ground}{matters}{word}");
        }
    }

    // The total of a requirement that has but one, whose figures then stand for the whole.
    private static Finding.Total? OnlyTotal(Finding finding)
    {
        var totals = Totals(finding).Take(2).ToList();
        return totals.Count == 1 ? totals[0] : null;
    }

    private static IEnumerable<Finding.Total> Totals(Finding finding) =>
        finding is Finding.Total total ? [total] : finding.Parts.SelectMany(Totals);

    private static string Cite(Source source) => $"{source.Title} ({FormatNames.Of(source.Label)})";

    private static string Range(long lower, long upper) => lower == upper
        ? lower.ToString("N0", CultureInfo.InvariantCulture)
        : string.Create(CultureInfo.InvariantCulture, $"{lower:N0} to {upper:N0}");

    private static string Figure(Quantity quantity) => quantity.Amount.ToString("N0", CultureInfo.InvariantCulture);

    private static string Word(Verdict? verdict) => verdict is { } known ? FormatNames.Of(known) : "not in force";

    private static string Join<T>(ImmutableArray<T> items) => string.Join(", ", items);
}
