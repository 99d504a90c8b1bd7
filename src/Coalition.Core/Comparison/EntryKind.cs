namespace Coalition.Comparison;

/// <summary>A list of the model: how its entries are told apart, compared and edited.</summary>
internal sealed class EntryKind<T>
    where T : class
{
    internal required ChangedPart What { get; init; }

    /// <summary>What a sentence calls an entry of it.</summary>
    internal required string Noun { get; init; }

    internal required Func<T, string> Id { get; init; }

    internal required Func<DraftEdits, EntryEdits<T>> Edits { get; init; }

    internal required Part<T>[] Parts { get; init; }

    internal required Func<T, IEnumerable<Reference>> Refers { get; init; }

    /// <summary>From when the facts within an entry are in view.</summary>
    internal Func<T, Frame, IEnumerable<Sight>> Sights { get; init; } = (_, _) => [];

    /// <summary>Whether an entry that only one model has may move a verdict, or make a model valid that is not.</summary>
    internal Func<T, bool> Bears { get; init; } = _ => true;
}

/// <summary>The lists of a model, in the order of <see cref="ChangedPart"/>.</summary>
internal static class EntryKinds
{
    internal static readonly EntryKind<Nation> Nations = new()
    {
        What = ChangedPart.Nation,
        Noun = "nation",
        Id = nation => nation.Code.Value,
        Edits = edits => edits.Nations,
        Refers = _ => [],
        Parts = EntryParts.OfNation,

        // What is left open of a pledge's host depends on how many hosts there are; any other nation without pledges bears on nothing.
        Bears = nation => nation.Roles.Contains(NationRole.Host),
    };

    internal static readonly EntryKind<SupportType> SupportTypes = new()
    {
        What = ChangedPart.SupportType,
        Noun = "support type",
        Id = type => type.Id,
        Edits = edits => edits.SupportTypes,
        Refers = _ => [],
        Parts = EntryParts.OfSupportType,
    };

    internal static readonly EntryKind<Source> Sources = new()
    {
        What = ChangedPart.Source,
        Noun = "source",
        Id = source => source.Id,
        Edits = edits => edits.Sources,
        Refers = _ => [],
        Parts = EntryParts.OfSource,
        Bears = _ => false,
    };

    internal static readonly EntryKind<Circumstance> Circumstances = new()
    {
        What = ChangedPart.Circumstance,
        Noun = "circumstance",
        Id = circumstance => circumstance.Id,
        Edits = edits => edits.Circumstances,
        Refers = References.Of,
        Parts = EntryParts.OfCircumstance,
        Sights = (circumstance, frame) => circumstance.Events.Select(e => frame.Of(e)),
    };

    internal static readonly EntryKind<Approvals.ParliamentaryApproval> Approvals = new()
    {
        What = ChangedPart.Approval,
        Noun = "approval",
        Id = approval => approval.Id,
        Edits = edits => edits.Approvals,
        Refers = References.Of,
        Parts = ApprovalParts.All,
        Sights = (approval, frame) => approval.Acts.Select(a => frame.Of(a)),
    };

    internal static readonly EntryKind<Pledge> Pledges = new()
    {
        What = ChangedPart.Pledge,
        Noun = "pledge",
        Id = pledge => pledge.Id,
        Edits = edits => edits.Pledges,
        Refers = References.Of,
        Parts = PledgeParts.All,
        Sights = (pledge, frame) =>
        [
            .. pledge.Stage is null ? Array.Empty<Sight>() : [frame.OfFirstStage(pledge.Source)],
            .. pledge.Stages.Select(s => frame.Of(s, pledge.Source)), .. pledge.Claims.Select(c => frame.Of(c, pledge.Source)),
        ],
    };

    internal static readonly EntryKind<Guarantee> Guarantees = new()
    {
        What = ChangedPart.Guarantee,
        Noun = "guarantee",
        Id = guarantee => guarantee.Id,
        Edits = edits => edits.Guarantees,
        Refers = References.Of,
        Parts = EntryParts.OfGuarantee,
    };
}
