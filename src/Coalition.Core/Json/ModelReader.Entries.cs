using System.Collections.Immutable;
using Coalition.Internal;
using Coalition.Requirements;
using NodaTime;

namespace Coalition.Json;

/// <content>The entries. Each method builds its record only if the value had no problem; positions of names are those of <see cref="ModelFormat"/>.</content>
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

    private StageChange? ReadStage()
    {
        if (!cursor.EnterObject())
        {
            return null;
        }

        var before = cursor.ProblemCount;
        var seen = 0;
        PledgeStage? stage = null;
        var fact = default(FactFields);
        while (cursor.NextProperty(ModelFormat.Stage, ref seen, out var property))
        {
            switch (property)
            {
                case 0: stage = cursor.ReadMember<PledgeStage>(); break;
                case 1: fact.On = cursor.ReadDate(); break;
                default: ReadFactField(property - 2, ref fact); break;
            }
        }

        Require(seen, 0, "stage", FormatNames.OneOf<PledgeStage>());
        Require(seen, 1, "on", IsoDate.Expected);
        return cursor.ProblemCount != before ? null : new StageChange
        {
            Stage = stage!.Value,
            On = fact.On!.Value,
            Published = fact.Published,
            Source = fact.Source,
            Assumed = fact.Assumed,
            Note = fact.Note,
        };
    }

    // The fields that every dated fact ends with: published, source, assumed, note.
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

    private Pledge? ReadPledge(string id)
    {
        if (!cursor.EnterObject())
        {
            return null;
        }

        var before = cursor.ProblemCount;
        var seen = 0;
        NationCode nation = default;
        NationCode? host = null;
        string? support = null, source = null, note = null;
        PledgeStage? stage = null;
        ImmutableArray<StageChange> stages = [];
        Unit? unit = null;
        ImmutableArray<Claim> claims = [];
        LocalDate? from = null, until = null;
        Readiness? readiness = null;
        Zone? zone = null;
        ImmutableArray<string> needs = [];
        Requirement? condition = null;
        while (cursor.NextProperty(ModelFormat.Pledge, ref seen, out var property))
        {
            switch (property)
            {
                case 0: nation = cursor.ReadNation(); break;
                case 1: support = cursor.ReadId(); break;
                case 2: stage = cursor.ReadMember<PledgeStage>(); break;
                case 3: stages = ReadItems("an array of dated stages", static (ref ModelReader r) => r.ReadStage()); break;
                case 4: unit = cursor.ReadUnit(); break;
                case 5: claims = ReadItems("an array of claims", static (ref ModelReader r) => r.ReadClaim()); break;
                case 6: from = cursor.ReadDate(); break;
                case 7: until = cursor.ReadDate(); break;
                case 8: readiness = ReadReadiness(); break;
                case 9: zone = cursor.ReadMember<Zone>(); break;
                case 10: host = cursor.ReadNation(); break;
                case 11: needs = ReadIds(); break;
                case 12: condition = ReadRequirement(); break;
                case 13: source = cursor.ReadId(); break;
                default: note = cursor.ReadText(); break;
            }
        }

        Require(seen, 0, "nation", NationCode.Expected);
        Require(seen, 1, "support", "the id of a support type, such as land");
        return cursor.ProblemCount != before ? null : new Pledge
        {
            Id = id,
            Nation = nation,
            Support = support!,
            Stage = stage,
            Stages = stages,
            Unit = unit,
            Claims = claims,
            From = from,
            Until = until,
            Readiness = readiness,
            Zone = zone,
            Host = host,
            Needs = needs,
            Condition = condition,
            Source = source,
            Note = note,
        };
    }

    private Claim? ReadClaim()
    {
        if (!cursor.EnterObject())
        {
            return null;
        }

        var before = cursor.ProblemCount;
        var seen = 0;
        long? lower = null, upper = null;
        string? source = null, note = null;
        PublicationDate? published = null;
        while (cursor.NextProperty(ModelFormat.Claim, ref seen, out var property))
        {
            switch (property)
            {
                case 0: lower = cursor.ReadNumber(); break;
                case 1: upper = cursor.ReadNumber(); break;
                case 2: published = cursor.ReadPublicationDate(); break;
                case 3: source = cursor.ReadId(); break;
                default: note = cursor.ReadText(); break;
            }
        }

        if (upper < lower)
        {
            cursor.ReportAt("to", FormattableString.Invariant($"{upper}"), FormattableString.Invariant($"at least 'from', which is {lower}"));
        }

        return cursor.ProblemCount != before ? null : new Claim(lower, upper) { Published = published, Source = source, Note = note };
    }

    private Readiness? ReadReadiness()
    {
        if (!cursor.EnterObject())
        {
            return null;
        }

        var before = cursor.ProblemCount;
        var seen = 0;
        Period? notice = null;
        string? from = null;
        while (cursor.NextProperty(ModelFormat.Readiness, ref seen, out var property))
        {
            if (property == 0)
            {
                notice = cursor.ReadNotice();
            }
            else
            {
                from = cursor.ReadId();
            }
        }

        Require(seen, 0, "notice", Readiness.Expected);
        Require(seen, 1, "from", "the id of the circumstance from whose day the notice runs");
        return cursor.ProblemCount != before ? null : new Readiness { Notice = notice!, From = from! };
    }

    private Guarantee? ReadGuarantee(string id)
    {
        if (!cursor.EnterObject())
        {
            return null;
        }

        var before = cursor.ProblemCount;
        var seen = 0;
        string? title = null, trigger = null, source = null, note = null;
        GuaranteePillar? pillar = null;
        NationCode beneficiary = default;
        LocalDate? from = null, until = null;
        ImmutableArray<SufficiencyStandard> standards = [];
        while (cursor.NextProperty(ModelFormat.Guarantee, ref seen, out var property))
        {
            switch (property)
            {
                case 0: title = cursor.ReadText(); break;
                case 1: pillar = cursor.ReadMember<GuaranteePillar>(); break;
                case 2: beneficiary = cursor.ReadNation(); break;
                case 3: trigger = cursor.ReadId(); break;
                case 4: from = cursor.ReadDate(); break;
                case 5: until = cursor.ReadDate(); break;
                case 6: standards = ReadById([], limits.MaxEntries, static (ref ModelReader r, string key) => r.ReadStandard(key)); break;
                case 7: source = cursor.ReadId(); break;
                default: note = cursor.ReadText(); break;
            }
        }

        Require(seen, 1, "pillar", FormatNames.OneOf<GuaranteePillar>());
        Require(seen, 2, "beneficiary", NationCode.Expected);
        Require(seen, 6, "standards", "an object of standards by id, at least one");
        return cursor.ProblemCount != before ? null : new Guarantee
        {
            Id = id,
            Title = title,
            Pillar = pillar!.Value,
            Beneficiary = beneficiary,
            Trigger = trigger,
            From = from,
            Until = until,
            Standards = standards,
            Source = source,
            Note = note,
        };
    }

    private SufficiencyStandard? ReadStandard(string id)
    {
        if (!cursor.EnterObject())
        {
            return null;
        }

        var before = cursor.ProblemCount;
        var seen = 0;
        string? title = null, source = null, note = null;
        Requirement? requires = null;
        while (cursor.NextProperty(ModelFormat.Standard, ref seen, out var property))
        {
            switch (property)
            {
                case 0: title = cursor.ReadText(); break;
                case 1: source = cursor.ReadId(); break;
                case 2: requires = ReadRequirement(); break;
                default: note = cursor.ReadText(); break;
            }
        }

        Require(seen, 2, "requires", "a requirement");
        return cursor.ProblemCount != before ? null
            : new SufficiencyStandard { Id = id, Requires = requires!, Title = title, Source = source, Note = note };
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
