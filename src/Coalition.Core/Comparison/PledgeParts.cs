using Coalition.Approvals;
using Coalition.Internal;
using Coalition.Requirements;
using NodaTime;

namespace Coalition.Comparison;

/// <summary>What is compared of a pledge.</summary>
internal static class PledgeParts
{
    internal static readonly Part<Pledge>[] All =
    [
        new FieldPart<Pledge, NationCode>("Nation", "nation", true, p => p.Nation, (p, v) => p with { Nation = v }, v => v.Value, refers: References.ToNation),
        new FieldPart<Pledge, string>("Support", "support", true, p => p.Support, (p, v) => p with { Support = v }, v => v, refers: References.ToSupport),
        new ItemsPart<Pledge, PledgeStage>("Stage")
        {
            What = ChangedPart.Stage,
            Get = p => p.Stage is { } stage ? [stage] : [],
            With = (p, v) => p with { Stage = v is [var stage, ..] ? stage : null },
            Key = _ => "",
            Name = FormatNames.Of,
            Noun = (stage, whose) => $"the stage '{FormatNames.Of(stage)}' of {whose} from the start",
            ReplacedNoun = (_, whose) => $"the stage of {whose} from the start",
            Words = FormatNames.Of,
            Refers = _ => [],
            SightOf = (p, _, frame) => frame.OfFirstStage(p.Source),
            HiddenFrom = (p, _, _) => NotYet(p with { Stage = null }),
        },
        new ItemsPart<Pledge, StageChange>("Stages")
        {
            What = ChangedPart.Stage,
            Get = p => p.Stages,
            With = (p, v) => p with { Stages = v },
            Key = stage => stage.On,
            Name = stage => FormatNames.Of(stage.Stage),
            Noun = (stage, whose) => PartWords.Named("stage", FormatNames.Of(stage.Stage), whose, stage),
            ReplacedNoun = (stage, whose) => $"the stage of {whose} on {IsoDate.Format(stage.On)}",
            Words = PartWords.Of,
            Bare = stage => stage with { Note = null },
            Refers = References.Of,
            On = stage => stage.On,
            SightOf = (p, stage, frame) => frame.Of(stage, p.Source),
            HiddenFrom = (p, stage, _) => NotYet(p with { Stages = p.Stages.Remove(stage) }),
        },
        new FieldPart<Pledge, Unit?>("Unit", "unit", true, p => p.Unit, (p, v) => p with { Unit = v }, v => v?.Code, refers: References.ToUnit),
        new ItemsPart<Pledge, Claim>("Claims")
        {
            What = ChangedPart.Claim,
            Get = p => p.Claims,
            With = (p, v) => p with { Claims = v },
            Key = claim => claim.Source ?? "",
            Name = _ => null,
            Noun = (claim, whose) => $"the {(claim.HasFigure ? $"figure {PartWords.Figure(claim)}" : "claim without a figure")} of {whose}{(claim.Source is { } source ? $" by '{source}'" : "")}",
            ReplacedNoun = (claim, whose) => $"the claim of {whose}{(claim.Source is { } source ? $" by '{source}'" : "")}",
            Words = PartWords.Of,
            Bare = claim => claim with { Note = null },
            Refers = References.Of,
            SightOf = (p, claim, frame) => frame.Of(claim, p.Source),
        },
        new FieldPart<Pledge, Share?>("Rotation", "rotation", true, p => p.Rotation, (p, v) => p with { Rotation = v }, v => v?.ToString()),
        new FieldPart<Pledge, LocalDate?>("From", "from", true, p => p.From, (p, v) => p with { From = v }, PartWords.Of, noun: "first day"),
        new FieldPart<Pledge, LocalDate?>("Until", "until", true, p => p.Until, (p, v) => p with { Until = v }, PartWords.Of, noun: "last day"),
        new FieldPart<Pledge, Readiness?>(
            "Readiness", "readiness", true, p => p.Readiness, (p, v) => p with { Readiness = v }, v => v is null ? null : PartWords.Of(v)),
        new FieldPart<Pledge, Zone?>("Zone", "zone", true, p => p.Zone, (p, v) => p with { Zone = v }, v => v is { } zone ? FormatNames.Of(zone) : null),
        new FieldPart<Pledge, NationCode?>(
            "Host", "host", true, p => p.Host, (p, v) => p with { Host = v }, v => v?.Value, refers: v => v is { } host ? References.ToNation(host) : []),
        new ItemsPart<Pledge, string>("Needs")
        {
            What = ChangedPart.Need,
            Get = p => p.Needs,
            With = (p, v) => p with { Needs = v },
            Key = need => need,
            Name = need => need,
            Noun = (need, whose) => $"the need of '{need}' by {whose}",
            Words = need => need,
            Refers = _ => [],
        },
        new FieldPart<Pledge, Requirement?>(
            "Condition", "condition", true, p => p.Condition, (p, v) => p with { Condition = v }, v => v?.ToString(), Unordered.Same, References.Of),

        // Its publication dates the stages and claims that cite none of their own.
        new FieldPart<Pledge, string?>("Source", "source", true, p => p.Source, (p, v) => p with { Source = v }, v => v, refers: References.ToSource),
        new FieldPart<Pledge, string?>("Note", "note", false, p => p.Note, (p, v) => p with { Note = v }, v => v),
    ];

    // A pledge whose every stage is out of view does not exist yet; the record still asks for one, so that it is put beyond every question.
    private static Pledge NotYet(Pledge pledge) => pledge.Stage is not null || !pledge.Stages.IsEmpty ? pledge : pledge with
    {
        Stages = [new StageChange { On = new LocalDate(9999, 12, 31), Stage = PledgeStage.Withdrawn, Assumed = true }],
    };
}
