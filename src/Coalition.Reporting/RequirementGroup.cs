using System.Collections.Immutable;
using Coalition.Requirements;
using Coalition.Sufficiency;

namespace Coalition.Reporting;

/// <summary>Standards of one guarantee that are shown together: those that count the same pledges, only to another figure; or one by itself.</summary>
internal sealed record RequirementGroup(ImmutableArray<StandardReport> Standards)
{
    /// <summary>Whether several figures are asked of the same pledges.</summary>
    internal bool IsLadder => Standards.Length > 1;

    internal StandardReport First => Standards[0];

    internal static IEnumerable<RequirementGroup> Of(GuaranteeReport guarantee) => guarantee.Standards
        .GroupBy(s => s.Grounds is Finding.Total total ? (object)Counted(total) : s)
        .Select(alike => new RequirementGroup([.. alike.OrderBy(s => s.Grounds is Finding.Total total ? total.Required.Amount : 0)]));

    // Equal for totals that count the same.
    private static (PledgeFilter, long?, bool, Unit) Counted(Finding.Total total) =>
        (total.Requirement.Filter, total.Requirement.PerNationCap, total.Requirement.Sustained, total.Required.Unit);
}
