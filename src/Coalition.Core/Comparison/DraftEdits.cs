using Coalition.Approvals;
using NodaTime;

namespace Coalition.Comparison;

/// <summary>A draft on its way from before to after.</summary>
internal sealed class DraftEdits(CoalitionDraft before)
{
    internal string? Title { get; set; } = before.Title;

    internal string? Note { get; set; } = before.Note;

    internal EntryEdits<Nation> Nations { get; } = new(before.Nations);

    internal EntryEdits<SupportType> SupportTypes { get; } = new(before.SupportTypes);

    internal EntryEdits<Source> Sources { get; } = new(before.Sources);

    internal EntryEdits<Circumstance> Circumstances { get; } = new(before.Circumstances);

    internal EntryEdits<ParliamentaryApproval> Approvals { get; } = new(before.Approvals);

    internal EntryEdits<Pledge> Pledges { get; } = new(before.Pledges);

    internal EntryEdits<Guarantee> Guarantees { get; } = new(before.Guarantees);

    internal CoalitionDraft Build(LocalDate asOf) => new()
    {
        AsOf = asOf,
        Title = Title,
        Note = Note,
        Sources = Sources.Build(),
        SupportTypes = SupportTypes.Build(),
        Nations = Nations.Build(),
        Circumstances = Circumstances.Build(),
        Approvals = Approvals.Build(),
        Pledges = Pledges.Build(),
        Guarantees = Guarantees.Build(),
    };
}
