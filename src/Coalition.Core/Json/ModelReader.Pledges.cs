using System.Collections.Immutable;
using Coalition.Approvals;
using Coalition.Internal;
using Coalition.Requirements;
using NodaTime;

namespace Coalition.Json;

/// <content>The pledges, their stages and claims. Positions of names are those of <see cref="ModelFormat"/>.</content>
internal ref partial struct ModelReader
{
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
        Share? rotation = null;
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
                case 6: rotation = cursor.ReadShare(); break;
                case 7: from = cursor.ReadDate(); break;
                case 8: until = cursor.ReadDate(); break;
                case 9: readiness = ReadReadiness(); break;
                case 10: zone = cursor.ReadMember<Zone>(); break;
                case 11: host = cursor.ReadNation(); break;
                case 12: needs = ReadIds(); break;
                case 13: condition = ReadRequirement(); break;
                case 14: source = cursor.ReadId(); break;
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
            Rotation = rotation,
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

        Require(seen, 0, "notice", CalendarPeriods.Expected);
        Require(seen, 1, "from", "the id of the circumstance from whose day the notice runs");
        return cursor.ProblemCount != before ? null : new Readiness { Notice = notice!, From = from! };
    }
}
