using Coalition.Internal;
using Coalition.Requirements;
using NodaTime;

namespace Coalition.Comparison;

/// <summary>What is compared of each kind of entry: a test holds the properties of every record to these tables.</summary>
internal static class EntryParts
{
    internal static readonly Part<Nation>[] OfNation =
    [
        new FieldPart<Nation, string>("Name", "name", false, n => n.Name, (n, v) => n with { Name = v }, v => v),
        new FieldPart<Nation, System.Collections.Immutable.ImmutableArray<NationRole>>(
            "Roles", "roles", true, n => n.Roles, (n, v) => n with { Roles = v }, v => v.IsEmpty ? null : PartWords.List(v.Select(FormatNames.Of)), Unordered.Same),
        new FieldPart<Nation, bool>("NuclearArmed", "nuclearArmed", false, n => n.NuclearArmed, (n, v) => n with { NuclearArmed = v }, Flag, noun: "nuclear armament"),
        new FieldPart<Nation, string?>("Note", "note", false, n => n.Note, (n, v) => n with { Note = v }, v => v),
    ];

    internal static readonly Part<SupportType>[] OfSupportType =
    [
        new FieldPart<SupportType, string>("Name", "name", false, t => t.Name, (t, v) => t with { Name = v }, v => v),
        new FieldPart<SupportType, SupportFamily>("Family", "family", true, t => t.Family, (t, v) => t with { Family = v }, FormatNames.Of),
        new FieldPart<SupportType, Unit>("Unit", "unit", true, t => t.Unit, (t, v) => t with { Unit = v }, v => v.Code),
    ];

    internal static readonly Part<Source>[] OfSource =
    [
        new FieldPart<Source, SourceLabel>("Label", "label", false, s => s.Label, (s, v) => s with { Label = v }, FormatNames.Of),
        new FieldPart<Source, string>("Title", "title", false, s => s.Title, (s, v) => s with { Title = v }, v => v),
        new FieldPart<Source, string?>("Publisher", "publisher", false, s => s.Publisher, (s, v) => s with { Publisher = v }, v => v),
        new FieldPart<Source, PublicationDate?>("Published", "published", true, s => s.Published, (s, v) => s with { Published = v }, v => v?.ToString(), noun: "publication date"),
        new FieldPart<Source, string?>("Link", "link", false, s => s.Link, (s, v) => s with { Link = v }, v => v),
        new FieldPart<Source, string?>("Reliability", "reliability", false, s => s.Reliability, (s, v) => s with { Reliability = v }, v => v),
        new FieldPart<Source, string?>("Note", "note", false, s => s.Note, (s, v) => s with { Note = v }, v => v),
    ];

    internal static readonly Part<Circumstance>[] OfCircumstance =
    [
        new FieldPart<Circumstance, string>("Title", "title", false, c => c.Title, (c, v) => c with { Title = v }, v => v),
        new ItemsPart<Circumstance, CircumstanceEvent>("Events")
        {
            What = ChangedPart.Event,
            Get = c => c.Events,
            With = (c, v) => c with { Events = v },
            Key = e => (e.Change, e.On),
            Name = e => FormatNames.Of(e.Change),
            Noun = (e, whose) => PartWords.Named("event", FormatNames.Of(e.Change), whose, e),
            Words = PartWords.Of,
            Bare = e => e with { Note = null },
            Refers = References.Of,
            On = e => e.On,
            SightOf = (_, e, frame) => frame.Of(e),
            HiddenFrom = (c, e, asked) => c with { Events = asked.Without(c.Events, e) },
        },
        new FieldPart<Circumstance, string?>(
            "Source", "source", false, c => c.Source, (c, v) => c with { Source = v }, v => v, refers: References.ToSource),
        new FieldPart<Circumstance, string?>("Note", "note", false, c => c.Note, (c, v) => c with { Note = v }, v => v),
    ];

    internal static readonly Part<SufficiencyStandard>[] OfStandard =
    [
        new FieldPart<SufficiencyStandard, string?>("Title", "title", false, s => s.Title, (s, v) => s with { Title = v }, v => v),
        new FieldPart<SufficiencyStandard, string?>(
            "Source", "source", false, s => s.Source, (s, v) => s with { Source = v }, v => v, refers: References.ToSource),
        new FieldPart<SufficiencyStandard, Requirement?>(
            "Requires", "requires", true, s => s.Requires, (s, v) => s with { Requires = v! }, v => v!.ToString(), Unordered.Same, References.Of, noun: "requirement"),
        new FieldPart<SufficiencyStandard, string?>("Note", "note", false, s => s.Note, (s, v) => s with { Note = v }, v => v),
    ];

    internal static readonly Part<Guarantee>[] OfGuarantee =
    [
        new FieldPart<Guarantee, string?>("Title", "title", false, g => g.Title, (g, v) => g with { Title = v }, v => v),
        new FieldPart<Guarantee, GuaranteePillar>("Pillar", "pillar", false, g => g.Pillar, (g, v) => g with { Pillar = v }, FormatNames.Of),
        new FieldPart<Guarantee, NationCode>(
            "Beneficiary", "beneficiary", true, g => g.Beneficiary, (g, v) => g with { Beneficiary = v }, v => v.Value, refers: References.ToNation),
        new FieldPart<Guarantee, string?>("Trigger", "trigger", true, g => g.Trigger, (g, v) => g with { Trigger = v }, v => v),
        new FieldPart<Guarantee, LocalDate?>("From", "from", true, g => g.From, (g, v) => g with { From = v }, PartWords.Of, noun: "first day"),
        new FieldPart<Guarantee, LocalDate?>("Until", "until", true, g => g.Until, (g, v) => g with { Until = v }, PartWords.Of, noun: "last day"),
        new StandardsPart(),
        new FieldPart<Guarantee, string?>("Source", "source", false, g => g.Source, (g, v) => g with { Source = v }, v => v, refers: References.ToSource),
        new FieldPart<Guarantee, string?>("Note", "note", false, g => g.Note, (g, v) => g with { Note = v }, v => v),
    ];

    internal static string? Flag(bool isSet) => isSet ? "true" : "false";
}
