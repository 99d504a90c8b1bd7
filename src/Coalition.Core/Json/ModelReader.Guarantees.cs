using System.Collections.Immutable;
using Coalition.Internal;
using Coalition.Requirements;
using NodaTime;

namespace Coalition.Json;

/// <content>The guarantees and their standards. Positions of names are those of <see cref="ModelFormat"/>.</content>
internal ref partial struct ModelReader
{
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
}
