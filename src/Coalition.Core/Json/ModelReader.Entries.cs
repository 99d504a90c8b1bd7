using System.Collections.Immutable;
using Coalition.Internal;
using NodaTime;

namespace Coalition.Json;

/// <content>Sources, support types, nations and circumstances, and what all dated facts share. Each method builds its record only if the value had no problem; positions of names are those of <see cref="ModelFormat"/>.</content>
internal ref partial struct ModelReader
{
    private Source? ReadSource(string id)
    {
        if (!cursor.EnterObject())
        {
            return null;
        }

        var before = cursor.ProblemCount;
        var seen = 0;
        SourceLabel? label = null;
        string? title = null, publisher = null, link = null, reliability = null, note = null;
        PublicationDate? published = null;
        while (cursor.NextProperty(ModelFormat.Source, ref seen, out var property))
        {
            switch (property)
            {
                case 0: label = cursor.ReadMember<SourceLabel>(); break;
                case 1: title = cursor.ReadText(); break;
                case 2: publisher = cursor.ReadText(); break;
                case 3: published = cursor.ReadPublicationDate(); break;
                case 4: link = cursor.ReadText(); break;
                case 5: reliability = cursor.ReadText(); break;
                default: note = cursor.ReadText(); break;
            }
        }

        Require(seen, 0, "label", FormatNames.OneOf<SourceLabel>());
        Require(seen, 1, "title", "text: what the source is called, or says in short");
        return cursor.ProblemCount != before ? null : new Source
        {
            Id = id,
            Label = label!.Value,
            Title = title!,
            Publisher = publisher,
            Published = published,
            Link = link,
            Reliability = reliability,
            Note = note,
        };
    }

    private SupportType? ReadSupportType(string id)
    {
        if (!cursor.EnterObject())
        {
            return null;
        }

        var before = cursor.ProblemCount;
        var seen = 0;
        string? name = null;
        SupportFamily? family = null;
        Unit? unit = null;
        while (cursor.NextProperty(ModelFormat.SupportType, ref seen, out var property))
        {
            switch (property)
            {
                case 0: name = cursor.ReadText(); break;
                case 1: family = cursor.ReadMember<SupportFamily>(); break;
                default: unit = cursor.ReadUnit(); break;
            }
        }

        Require(seen, 0, "name", "text: the name to show");
        Require(seen, 1, "family", FormatNames.OneOf<SupportFamily>());
        Require(seen, 2, "unit", Unit.Expected);
        return cursor.ProblemCount != before ? null
            : new SupportType { Id = id, Name = name!, Family = family!.Value, Unit = unit!.Value };
    }

    private Nation? ReadNation(NationCode code)
    {
        if (!cursor.EnterObject())
        {
            return null;
        }

        var before = cursor.ProblemCount;
        var seen = 0;
        string? name = null, note = null;
        bool? isNuclearArmed = false;
        ImmutableArray<NationRole> roles = [];
        while (cursor.NextProperty(ModelFormat.Nation, ref seen, out var property))
        {
            switch (property)
            {
                case 0: name = cursor.ReadText(); break;
                case 1: roles = ReadMembers<NationRole>(); break;
                case 2: isNuclearArmed = cursor.ReadBoolean(); break;
                default: note = cursor.ReadText(); break;
            }
        }

        Require(seen, 0, "name", "text: the name to show");
        return cursor.ProblemCount != before || code == default ? null
            : new Nation { Code = code, Name = name!, Roles = roles, NuclearArmed = isNuclearArmed!.Value, Note = note };
    }

    private Circumstance? ReadCircumstance(string id)
    {
        if (!cursor.EnterObject())
        {
            return null;
        }

        var before = cursor.ProblemCount;
        var seen = 0;
        string? title = null, source = null, note = null;
        ImmutableArray<CircumstanceEvent> events = [];
        while (cursor.NextProperty(ModelFormat.Circumstance, ref seen, out var property))
        {
            switch (property)
            {
                case 0: title = cursor.ReadText(); break;
                case 1: events = ReadItems("an array of events", static (ref ModelReader r) => r.ReadEvent()); break;
                case 2: source = cursor.ReadId(); break;
                default: note = cursor.ReadText(); break;
            }
        }

        Require(seen, 0, "title", "text: what holds when it holds");
        return cursor.ProblemCount != before ? null
            : new Circumstance { Id = id, Title = title!, Events = events, Source = source, Note = note };
    }

    private CircumstanceEvent? ReadEvent()
    {
        if (!cursor.EnterObject())
        {
            return null;
        }

        var before = cursor.ProblemCount;
        var seen = 0;
        CircumstanceChange? change = null;
        var fact = default(FactFields);
        while (cursor.NextProperty(ModelFormat.Event, ref seen, out var property))
        {
            switch (property)
            {
                case 0: change = cursor.ReadMember<CircumstanceChange>(); break;
                case 1: fact.On = cursor.ReadDate(); break;
                default: ReadFactField(property - 2, ref fact); break;
            }
        }

        Require(seen, 0, "event", FormatNames.OneOf<CircumstanceChange>());
        Require(seen, 1, "on", IsoDate.Expected);
        return cursor.ProblemCount != before ? null : new CircumstanceEvent
        {
            Change = change!.Value,
            On = fact.On!.Value,
            Published = fact.Published,
            Source = fact.Source,
            Assumed = fact.Assumed,
            Note = fact.Note,
        };
    }

    private void ReadFactField(int field, ref FactFields fact)
    {
        switch (field)
        {
            case 0: fact.Published = cursor.ReadPublicationDate(); break;
            case 1: fact.Source = cursor.ReadId(); break;
            case 2: fact.Assumed = cursor.ReadBoolean() ?? false; break;
            default: fact.Note = cursor.ReadText(); break;
        }
    }

    private struct FactFields
    {
        internal LocalDate? On;
        internal PublicationDate? Published;
        internal string? Source;
        internal bool Assumed;
        internal string? Note;
    }
}
