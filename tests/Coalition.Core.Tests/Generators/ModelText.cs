using System.Collections.Immutable;
using System.Globalization;
using Coalition.Approvals;
using Coalition.Requirements;
using NodaTime;
using NodaTime.Text;

namespace Coalition.Tests.Generators;

/// <summary>A model as compact text, one entry a line: what is left out has its default value.</summary>
internal static class ModelText
{
    internal static string Of(LocalDate day) => LocalDatePattern.Iso.Format(day);

    internal static string Of(CoalitionModel model) => string.Join('\n', Lines(model));

    internal static string Of(Requirement requirement) => requirement switch
    {
        Requirement.Always => "always",
        Requirement.Holds holds => $"holds {holds.Circumstance}",
        Requirement.Total total => $"total{Of(total.Filter)} >= {total.AtLeast}{Opt(" cap", total.PerNationCap)}{Opt(" unit", total.Unit)}{(total.Sustained ? " sustained" : "")}",
        Requirement.Contributors contributors => $"contributors{Of(contributors.Filter)} >= {contributors.AtLeast}",
        Requirement.Contributes contributes => $"contributes {contributes.Nation}{Of(contributes.Filter)}",
        Requirement.Met met => $"met {met.Guarantee}{Opt("/", met.Standard)}",
        Requirement.AllOf all => $"all({List(all.Of.Select(Of))})",
        Requirement.AnyOf any => $"any({List(any.Of.Select(Of))})",
        Requirement.AtLeast some => $"{some.Count}of({List(some.Of.Select(Of))})",
        _ => "?",
    };

    private static IEnumerable<string> Lines(CoalitionModel model)
    {
        yield return $"asOf {Of(model.AsOf)}";
        foreach (var source in model.Sources)
        {
            yield return $"source {source.Id}{Opt(" published", source.Published)}";
        }

        foreach (var nation in model.Nations)
        {
            yield return $"nation {nation.Code}{Opt(" ", nation.Roles)}";
        }

        foreach (var circumstance in model.Circumstances)
        {
            yield return $"circumstance {circumstance.Id}: {List(circumstance.Events.Select(e => $"{e.Change}{Of(e)}"))}";
        }

        foreach (var approval in model.Approvals)
        {
            yield return $"approval {approval.Id} {approval.Nation} {approval.Procedure}{Opt(" bodies", approval.Decisions.Select(d => d.Override is null ? d.Body : $"{d.Body} (may override)"))}"
                + (approval.Combination == DecisionCombination.EachConsents ? "" : $" {approval.Combination}") + (approval.InformFirst ? " inform first" : "")
                + $"{Opt(" inform within", approval.InformWithin?.ToString())}{Opt(" silence", approval.Silence?.ToString())}"
                + $"{Opt(" decide within", approval.DecideWithin?.ToString())}{(approval.DecideFrom == PeriodStart.Action ? "" : " from information")}"
                + $"{Opt(" provisionally", approval.ProvisionalExtension?.ToString())}{Of(approval.StatutoryMandate)}"
                + $"{Opt(" sitting", approval.SittingDays.Select(Of))}{Opt(" due", approval.Due)}: {List(approval.Acts.Select(Of))}";
        }

        foreach (var pledge in model.Pledges)
        {
            yield return Of(pledge);
        }

        foreach (var guarantee in model.Guarantees)
        {
            foreach (var standard in guarantee.Standards)
            {
                yield return $"standard {guarantee.Id}/{standard.Id}{Opt(" trigger", guarantee.Trigger)}{Opt(" from", guarantee.From)}"
                    + $"{Opt(" until", guarantee.Until)}: {Of(standard.Requires)}";
            }
        }
    }

    private static string Of(Pledge pledge) =>
        $"pledge {pledge.Id} {pledge.Nation} {pledge.Support}{Opt(" unit", pledge.Unit)}{Opt(" ", pledge.Stage)}"
        + $"{Opt(" stages", pledge.Stages.Select(s => $"{s.Stage}{Of(s)}"))}{Opt(" amount", pledge.Claims.Select(Of))}{Opt(" rotation", pledge.Rotation)}"
        + $"{Opt(" from", pledge.From)}{Opt(" until", pledge.Until)}"
        + (pledge.Readiness is { } readiness ? $" ready {PeriodPattern.NormalizingIso.Format(readiness.Notice)} after {readiness.From}" : "")
        + $"{Opt(" zone", pledge.Zone)}{Opt(" host", pledge.Host)}{Opt(" needs", pledge.Needs)}{Opt(" source", pledge.Source)}"
        + (pledge.Condition is { } condition ? $" if {Of(condition)}" : "");

    private static string Of(Claim claim) => $"{claim.Lower}..{claim.Upper}{Opt(" published", claim.Published)}{Opt(" source", claim.Source)}";

    private static string Of(DatedFact fact) =>
        $" {Of(fact.On)}{Opt(" published", fact.Published)}{Opt(" source", fact.Source)}{(fact.Assumed ? " assumed" : "")}";

    private static string Of(ApprovalAct act) => act switch
    {
        ApprovalAct.Submitted submitted => $"submitted{Of((DatedFact)act)}{Of(submitted.Mandate)}",
        ApprovalAct.Approved approved => $"approved{Opt(" by", approved.Body)}{(approved.Overrides ? " overriding" : "")}{Of((DatedFact)act)}{Of(approved.Mandate)}",
        ApprovalAct.Rejected rejected => $"rejected{Opt(" by", rejected.Body)}{(rejected.Overrides ? " overriding" : "")}{Of((DatedFact)act)}",
        ApprovalAct.Extended extended => $"extended{Of((DatedFact)act)} until {Of(extended.Until)}",
        _ => $"{act.Name}{Of((DatedFact)act)}",
    };

    private static string Of(Mandate? mandate) => mandate is null ? ""
        : $" mandate({Opt("from", mandate.From)}{Opt(" until", mandate.Until)}{Opt(" extendable until", mandate.ExtendableUntil)}"
            + $"{Opt(" ceilings", mandate.Ceilings.Select(c => $"{c.Support ?? "total"} {c.AtMost.ToString(CultureInfo.InvariantCulture)}"))}"
            + $"{Opt(" zones", mandate.Zones)}{Opt(" support", mandate.Support)}{(mandate.Condition is { } condition ? $" if {Of(condition)}" : "")})";

    private static string Of(PledgeFilter filter) =>
        $"{Opt(" ", filter.Support)}{Opt(" ", filter.Families)}{Opt(" of", filter.Nations)}{Opt(" of", filter.Roles)}{Opt(" in", filter.Zones)}"
        + $"{Opt(" ", filter.Pledges)}{Opt(" from stage", filter.LeastStage)}";

    private static string Opt<T>(string word, IEnumerable<T> items) => items.Any() ? $"{word} [{List(items)}]" : "";

    private static string Opt<T>(string word, ImmutableArray<T> items) => Opt(word, items.AsEnumerable());

    private static string Opt(string word, string? value) => value is null ? "" : $"{word} {value}";

    private static string Opt<T>(string word, T? value)
        where T : struct => value switch
        {
            null => "",
            LocalDate day => $"{word} {Of(day)}",
            _ => string.Create(CultureInfo.InvariantCulture, $"{word} {value}"),
        };

    private static string List<T>(IEnumerable<T> items) => string.Join(", ", items);
}
