using Coalition.Approvals;
using Coalition.Requirements;

namespace Coalition.Comparison;

/// <summary>An entry that something refers to.</summary>
/// <param name="What">A nation, a support type, a unit of one, or a source.</param>
/// <param name="Id">Its id, code or unit.</param>
internal readonly record struct Reference(ReferenceKind What, string Id);

/// <summary>What may be referred to and is brought along where it is missing.</summary>
internal enum ReferenceKind
{
    Nation,
    SupportType,
    Unit,
    Source,
}

/// <summary>Which sources, nations, support types and units something refers to.</summary>
internal static class References
{
    internal static IEnumerable<Reference> ToSource(string? id) => id is null ? [] : [new(ReferenceKind.Source, id)];

    internal static IEnumerable<Reference> ToNation(NationCode code) => [new(ReferenceKind.Nation, code.Value)];

    internal static IEnumerable<Reference> ToSupport(string id) => [new(ReferenceKind.SupportType, id)];

    internal static IEnumerable<Reference> ToUnit(Unit? unit) => unit is { } stated ? [new(ReferenceKind.Unit, stated.Code)] : [];

    internal static IEnumerable<Reference> Of(Circumstance circumstance) =>
        [.. ToSource(circumstance.Source), .. circumstance.Events.SelectMany(Of)];

    internal static IEnumerable<Reference> Of(DatedFact fact) => [.. ToSource(fact.Source), .. fact switch
    {
        ApprovalAct.Submitted submitted => Of(submitted.Mandate),
        ApprovalAct.Approved approved => Of(approved.Mandate),
        _ => [],
    }];

    internal static IEnumerable<Reference> Of(ParliamentaryApproval approval) =>
    [
        .. ToNation(approval.Nation), .. ToSource(approval.Source), .. Of(approval.StatutoryMandate),
        .. approval.Decisions.SelectMany(Of), .. approval.Acts.SelectMany(Of),
    ];

    internal static IEnumerable<Reference> Of(Decision decision) => decision.Parties.SelectMany(p => ToSource(p.Source));

    internal static IEnumerable<Reference> Of(Mandate? mandate) => mandate is null ? [] :
    [
        .. mandate.Support.SelectMany(ToSupport), .. mandate.Ceilings.SelectMany(c => c.Support is { } id ? ToSupport(id) : []), .. Of(mandate.Condition),
    ];

    internal static IEnumerable<Reference> Of(Pledge pledge) =>
    [
        .. ToNation(pledge.Nation), .. ToSupport(pledge.Support), .. ToUnit(pledge.Unit), .. pledge.Host is { } host ? ToNation(host) : [],
        .. ToSource(pledge.Source), .. pledge.Stages.SelectMany(Of), .. pledge.Claims.SelectMany(Of), .. Of(pledge.Condition),
    ];

    internal static IEnumerable<Reference> Of(Claim claim) => ToSource(claim.Source);

    internal static IEnumerable<Reference> Of(Guarantee guarantee) =>
        [.. ToNation(guarantee.Beneficiary), .. ToSource(guarantee.Source), .. guarantee.Standards.SelectMany(Of)];

    internal static IEnumerable<Reference> Of(SufficiencyStandard standard) => [.. ToSource(standard.Source), .. Of(standard.Requires)];

    internal static IEnumerable<Reference> Of(Requirement? requirement) => requirement switch
    {
        Requirement.Total total => [.. Of(total.Filter), .. ToUnit(total.Unit)],
        Requirement.Contributors contributors => Of(contributors.Filter),
        Requirement.Contributes contributes => [.. ToNation(contributes.Nation), .. Of(contributes.Filter)],
        null => [],
        _ => Internal.RequirementParts.Of(requirement).SelectMany(Of),
    };

    private static IEnumerable<Reference> Of(PledgeFilter filter) => [.. filter.Support.SelectMany(ToSupport), .. filter.Nations.SelectMany(ToNation)];
}
