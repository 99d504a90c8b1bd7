using System.Collections.Immutable;
using Coalition.Approvals;
using Coalition.Internal;
using NodaTime;

namespace Coalition.Comparison;

/// <summary>What is compared of an approval.</summary>
internal static class ApprovalParts
{
    internal static readonly Part<ParliamentaryApproval>[] All =
    [
        new FieldPart<ParliamentaryApproval, NationCode>(
            "Nation", "nation", true, a => a.Nation, (a, v) => a with { Nation = v }, v => v.Value, refers: References.ToNation),
        new FieldPart<ParliamentaryApproval, ApprovalProcedure>(
            "Procedure", "procedure", true, a => a.Procedure, (a, v) => a with { Procedure = v }, FormatNames.Of),
        new FieldPart<ParliamentaryApproval, string?>("Law", "law", false, a => a.Law, (a, v) => a with { Law = v }, v => v),
        new ItemsPart<ParliamentaryApproval, Decision>("Decisions")
        {
            What = ChangedPart.Decision,
            Get = a => a.Decisions,
            With = (a, v) => a with { Decisions = v },
            Key = d => d.Body,
            Name = d => d.Body,
            Noun = (d, whose) => $"the body '{Guard.OneLine(Guard.Clip(d.Body))}' of {whose}",
            Words = PartWords.Of,
            Unordered = Unordered.Of,
            Refers = References.Of,
        },
        new FieldPart<ParliamentaryApproval, DecisionCombination>(
            "Combination", "combination", true, a => a.Combination, (a, v) => a with { Combination = v }, FormatNames.Of),
        new FieldPart<ParliamentaryApproval, bool>("InformFirst", "informFirst", true, a => a.InformFirst, (a, v) => a with { InformFirst = v }, EntryParts.Flag, noun: "duty to inform first"),
        Period("InformWithin", "informWithin", "period to inform", a => a.InformWithin, (a, v) => a with { InformWithin = v }),
        Period("Silence", "silence", "period of silence", a => a.Silence, (a, v) => a with { Silence = v }),
        Period("DecideWithin", "decideWithin", "period to decide", a => a.DecideWithin, (a, v) => a with { DecideWithin = v }),
        new FieldPart<ParliamentaryApproval, PeriodStart>(
            "DecideFrom", "decideFrom", true, a => a.DecideFrom, (a, v) => a with { DecideFrom = v }, FormatNames.Of, noun: "start of the period to decide"),
        Period("ProvisionalExtension", "provisionalExtension", "provisional extension", a => a.ProvisionalExtension, (a, v) => a with { ProvisionalExtension = v }),
        new FieldPart<ParliamentaryApproval, Mandate?>(
            "StatutoryMandate", "statutoryMandate", true, a => a.StatutoryMandate, (a, v) => a with { StatutoryMandate = v },
            v => v is null ? null : PartWords.Of(v), Unordered.Same, References.Of, noun: "statutory mandate"),
        new FieldPart<ParliamentaryApproval, ImmutableArray<LocalDate>>(
            "SittingDays", "sittingDays", true, a => a.SittingDays, (a, v) => a with { SittingDays = v },
            v => v.IsEmpty ? null : PartWords.List(v.Select(IsoDate.Format)), Unordered.Same, noun: "list of sitting days"),
        new FieldPart<ParliamentaryApproval, LocalDate?>("Due", "due", true, a => a.Due, (a, v) => a with { Due = v }, PartWords.Of, noun: "due date"),
        new ItemsPart<ParliamentaryApproval, ApprovalAct>("Acts")
        {
            What = ChangedPart.Act,
            Get = a => a.Acts,
            With = (a, v) => a with { Acts = v },
            Key = act => (act.Name, act.On, Body(act)),
            Name = act => act.Name,
            Noun = (act, whose) => PartWords.Named("act", act.Name, whose, act, Body(act)),
            Words = PartWords.Of,
            Unordered = Unordered.Of,
            Bare = act => act with { Note = null },
            Refers = References.Of,
            On = act => act.On,
            SightOf = (_, act, frame) => frame.Of(act),
            HiddenFrom = (a, act, asked) => a with { Acts = asked.Without([.. a.Acts.Select(Unordered.Of)], Unordered.Of(act)) },
        },
        new FieldPart<ParliamentaryApproval, string?>(
            "Source", "source", false, a => a.Source, (a, v) => a with { Source = v }, v => v, refers: References.ToSource),
        new FieldPart<ParliamentaryApproval, string?>("Note", "note", false, a => a.Note, (a, v) => a with { Note = v }, v => v),
    ];

    private static string? Body(ApprovalAct act) => act switch
    {
        ApprovalAct.Approved approved => approved.Body,
        ApprovalAct.Rejected rejected => rejected.Body,
        ApprovalAct.Annulled annulled => annulled.Body,
        _ => null,
    };

    private static FieldPart<ParliamentaryApproval, LegalPeriod?> Period(
        string property, string name, string noun, Func<ParliamentaryApproval, LegalPeriod?> get, Func<ParliamentaryApproval, LegalPeriod?, ParliamentaryApproval> with) =>
        new(property, name, true, get, with, v => v?.ToString(), noun: noun);
}
