using Coalition.Sufficiency;
using Coalition.Tests.Generators;

namespace Coalition.Tests.Properties;

/// <summary>Everything that a report holds, as text: what two of them differ in shows.</summary>
internal static class Dump
{
    internal static string Of(SufficiencyReport report) => string.Join('\n',
    [
        .. report.Pledges.SelectMany(Lines),
        .. report.Guarantees.SelectMany(Lines),
        .. report.SharedUses.Select(s => $"shared [{List(s.Guarantees)}] {s.Standard} [{List(s.Pledges)}] [{List(s.Approvals)}]"),
        $"open [{List(report.OpenMatters)}]",
        $"granted [{List(report.Granted)}]",
    ]);

    private static IEnumerable<string> Lines(PledgeReport pledge) =>
    [
        $"{pledge.Pledge.Id} {pledge.Unit} {pledge.Stage} {pledge.Standing} {pledge.HasFigure} {pledge.Lower} {pledge.Upper} {pledge.SustainedLower} {pledge.SustainedUpper}",
        .. pledge.Gates.Select(g => $"  {g.Gate} {g.Standing}: {g.Ground} [{List(g.OpenMatters)}] {g.Source?.Id}"),
    ];

    private static IEnumerable<string> Lines(GuaranteeReport guarantee) =>
    [
        $"{guarantee.Guarantee.Id} {guarantee.Force} {guarantee.Trigger?.Name}",
        .. guarantee.Standards.SelectMany(s => Lines(s.Grounds).Prepend(
            $"{s.Standard} {s.Verdict} {s.Source?.Id} [{List(s.OpenMatters)}] circle [{List(s.Circle)}]")).Select(line => $"  {line}"),
    ];

    private static IEnumerable<string> Lines(Finding finding) =>
    [
        $"{ModelText.Of(finding.Requirement)}: {finding.Verdict}",
        .. OwnLines(finding).Concat(finding.Parts.SelectMany(Lines)).Select(line => $"  {line}"),
    ];

    private static IEnumerable<string> OwnLines(Finding finding) => finding switch
    {
        Finding.Total total =>
        [
            Line(total.Secured), Line(total.Reachable), Line(total.Possible),
            .. total.Contributions.Select(Line),
            .. total.MissingFigures.Select(m => $"missing up to {m.UpTo} from [{List(m.Nations)}] [{List(m.Pledges)}] {m.Together}"),
        ],
        Finding.Contributors contributors =>
        [
            $"[{List(contributors.Secured)}] [{List(contributors.Reachable)}] [{List(contributors.Possible)}]",
            .. contributors.Contributions.Select(Line),
        ],
        Finding.Contributes contributes => contributes.Contributions.Select(Line),
        Finding.Holds holds => [$"{holds.Circumstance.Id} {holds.State.Name}"],
        Finding.Met met => [$"{met.Standard.Guarantee}/{met.Standard.Standard} {met.Force}"],
        _ => [],
    };

    private static string Line(TotalAmount amount) => $"{amount.Counted} short {amount.Shortfall}"
        + string.Concat(amount.Limits.Select(l => $", {l.Nation} {l.Approval} {l.Support} at most {l.AtMost} of {l.Offered} [{List(l.Pledges)}]"));

    private static string Line(Contribution contribution) =>
        $"{contribution.Pledge.Pledge.Id} {contribution.Standing} {contribution.Secured} {contribution.Reachable} {contribution.Possible}";

    private static string List<T>(IEnumerable<T> items) => string.Join(", ", items);
}
