using System.Collections.Immutable;
using System.Text.Json;
using Coalition.Internal;
using Coalition.Requirements;

namespace Coalition.Json;

/// <content>The language of "enough".</content>
internal ref partial struct ModelReader
{
    private const string Forms =
        "'always', or an object with one of holds, total, contributors, contributes, met, allOf, anyOf, or atLeast and of";

    private const int Holds = 0;
    private const int Total = 1;
    private const int AtLeast = 2;
    private const int PerNationCap = 3;
    private const int InUnit = 4;
    private const int Sustained = 5;
    private const int Contributors = 6;
    private const int Contributes = 7;
    private const int With = 8;
    private const int Met = 9;
    private const int ByStandard = 10;
    private const int AllOf = 11;
    private const int AnyOf = 12;
    private const int Of = 13;

    // What each form may and must have beside the property that names it.
    private static readonly (int Name, int May, int Must)[] Shapes =
    [
        (Holds, 0, 0),
        (Total, Bit(AtLeast) | Bit(PerNationCap) | Bit(InUnit) | Bit(Sustained), Bit(AtLeast)),
        (Contributors, Bit(AtLeast), Bit(AtLeast)),
        (Contributes, Bit(With), 0),
        (Met, Bit(ByStandard), 0),
        (AllOf, 0, 0),
        (AnyOf, 0, 0),
        (Of, Bit(AtLeast), Bit(AtLeast)),
    ];

    private static int Bit(int property) => 1 << property;

    private Requirement? ReadRequirement()
    {
        if (cursor.Token == JsonTokenType.String)
        {
            if (cursor.ReadText() is { } word && word != "always")
            {
                cursor.Report($"'{Guard.Clip(word)}'", Forms);
            }

            return new Requirement.Always();
        }

        if (!cursor.EnterObject(Forms))
        {
            return null;
        }

        var before = cursor.ProblemCount;
        var seen = 0;
        var parts = default(RequirementFields);
        while (cursor.NextProperty(ModelFormat.Requirement, ref seen, out var property))
        {
            ReadRequirementField(property, ref parts);
        }

        return cursor.ProblemCount == before && ShapeOf(seen) is { } form ? Build(form, parts) : null;
    }

    private void ReadRequirementField(int property, ref RequirementFields parts)
    {
        switch (property)
        {
            case Holds or Met: parts.Id = cursor.ReadId(); break;
            case Total or Contributors or With: parts.Filter = ReadFilter(); break;
            case AtLeast: parts.AtLeast = cursor.ReadNumber(); break;
            case PerNationCap: parts.Cap = cursor.ReadNumber(); break;
            case InUnit: parts.Unit = cursor.ReadUnit(); break;
            case Sustained: parts.Sustained = cursor.ReadBoolean() ?? false; break;
            case Contributes: parts.Nation = cursor.ReadNation(); break;
            case ByStandard: parts.Standard = cursor.ReadId(); break;
            default: parts.Of = ReadItems("an array of requirements", static (ref ModelReader r) => r.ReadRequirement()); break;
        }
    }

    // The one form that the properties make up; null with a problem if they do not.
    private readonly int? ShapeOf(int seen)
    {
        foreach (var (name, may, must) in Shapes)
        {
            if ((seen & Bit(name)) != 0 && (seen & ~(Bit(name) | may)) == 0 && (seen & must) == must)
            {
                return name;
            }
        }

        var names = ModelFormat.Requirement.Names.Where((_, i) => (seen & Bit(i)) != 0);
        cursor.Report(seen == 0 ? "an empty object" : $"an object with {string.Join(" and ", names)}", Forms);
        return null;
    }

    private readonly Requirement? Build(int form, RequirementFields parts)
    {
        switch (form)
        {
            case Holds:
                return new Requirement.Holds(parts.Id!);
            case Total:
                return new Requirement.Total(parts.Filter!, parts.AtLeast!.Value, parts.Cap, parts.Unit, parts.Sustained);
            case Contributors:
                return new Requirement.Contributors(parts.Filter!, parts.AtLeast!.Value);
            case Contributes:
                return new Requirement.Contributes(parts.Nation, parts.Filter ?? PledgeFilter.All);
            case Met:
                return new Requirement.Met(parts.Id!, parts.Standard);
            default:
                break;
        }

        if (parts.Of.IsEmpty)
        {
            cursor.ReportAt(ModelFormat.Requirement.Names[form], "an empty array", "at least one requirement");
            return null;
        }

        if (form == Of && (parts.AtLeast < 1 || parts.AtLeast > parts.Of.Length))
        {
            cursor.ReportAt(
                "atLeast", FormattableString.Invariant($"{parts.AtLeast}"), FormattableString.Invariant($"a number from 1 to the number of parts, {parts.Of.Length}"));
            return null;
        }

        return form switch
        {
            AllOf => new Requirement.AllOf(parts.Of),
            AnyOf => new Requirement.AnyOf(parts.Of),
            _ => new Requirement.AtLeast((int)parts.AtLeast!.Value, parts.Of),
        };
    }

    // A support type for short, or an object of lists.
    private PledgeFilter? ReadFilter()
    {
        const string Expected = "a support type, or an object with lists of what pledges to look at";
        if (cursor.Token == JsonTokenType.String)
        {
            return cursor.ReadId() is { } support ? PledgeFilter.ForSupport(support) : null;
        }

        if (!cursor.EnterObject(Expected))
        {
            return null;
        }

        var before = cursor.ProblemCount;
        var seen = 0;
        ImmutableArray<string> supportTypes = [], pledges = [];
        ImmutableArray<SupportFamily> families = [];
        ImmutableArray<NationCode> nations = [];
        ImmutableArray<NationRole> roles = [];
        ImmutableArray<Zone> zones = [];
        PledgeStage? leastStage = null;
        while (cursor.NextProperty(ModelFormat.Filter, ref seen, out var property))
        {
            var beforeList = cursor.ProblemCount;
            var count = property switch
            {
                0 => (supportTypes = ReadIds()).Length,
                1 => (families = ReadMembers<SupportFamily>()).Length,
                2 => (nations = ReadItems("an array of nation codes", static (ref ModelReader r) => r.cursor.ReadNation())).Length,
                3 => (roles = ReadMembers<NationRole>()).Length,
                4 => (zones = ReadMembers<Zone>()).Length,
                5 => (pledges = ReadIds()).Length,
                _ => (leastStage = ReadLeastStage()) is null ? 0 : 1,
            };
            if (count == 0 && cursor.ProblemCount == beforeList)
            {
                cursor.Report("an empty list", "at least one, or no such property: an empty list would select nothing, and none selects all");
            }
        }

        return cursor.ProblemCount != before ? null : new PledgeFilter
        {
            Support = supportTypes,
            Families = families,
            Nations = nations,
            Roles = roles,
            Zones = zones,
            Pledges = pledges,
            LeastStage = leastStage,
        };
    }

    private PledgeStage? ReadLeastStage()
    {
        var stage = cursor.ReadMember<PledgeStage>();
        if (stage < PledgeStage.Floated)
        {
            cursor.Report(FormatNames.Of(stage.Value), "a stage from floated to deployed");
            return null;
        }

        return stage;
    }

    private struct RequirementFields
    {
        internal string? Id;
        internal string? Standard;
        internal PledgeFilter? Filter;
        internal NationCode Nation;
        internal long? AtLeast;
        internal long? Cap;
        internal Unit? Unit;
        internal bool Sustained;
        internal ImmutableArray<Requirement> Of;
    }
}
