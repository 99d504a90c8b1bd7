using System.Globalization;
using System.Numerics;
using System.Text;
using Coalition.Requirements;
using Coalition.Sufficiency;
using NodaTime;
using NodaTime.Text;

namespace Coalition.Reporting;

/// <summary>Numbers, dates and the library's terms as a reader expects them, whatever the culture.</summary>
internal static class Words
{
    private const long Million = 1_000_000;

    internal static string Day(LocalDate day) => LocalDatePattern.Iso.Format(day);

    internal static string Day(PublicationDate? day) => day is { } given ? given.ToString() : "";

    internal static string Number(Int128 number) => number.ToString("N0", CultureInfo.InvariantCulture);

    /// <summary>A count of any size: exact as far as it can be read, and then by its order of magnitude.</summary>
    internal static string Count(BigInteger number) => number < 1_000_000_000 ? number.ToString("N0", CultureInfo.InvariantCulture)
        : $"about {number.ToString("E2", CultureInfo.InvariantCulture)}";

    /// <summary>A probability or a share; what is not quite nought or one never looks as if it were.</summary>
    internal static string Percent(double share) => share is > 0 and < 0.001 ? "< 0.1 %"
        : share is < 1 and > 0.999 ? "> 99.9 %"
        : $"{(100 * share).ToString("0.0", CultureInfo.InvariantCulture)} %";

    /// <summary>An amount without its unit; whole millions of money as such.</summary>
    internal static string Amount(Int128 amount, Unit unit) =>
        unit.IsCurrency && amount != 0 && amount % Million == 0 ? $"{Number(amount / Million)} m" : Number(amount);

    internal static string WithUnit(Int128 amount, Unit unit) => unit.IsCurrency ? $"{unit.Code} {Amount(amount, unit)}" : $"{Number(amount)} {Name(unit)}";

    internal static string Name(Unit unit) => unit.Code.Replace('-', ' ');

    internal static string Range(long? lower, long? upper, Unit unit) => (lower, upper) switch
    {
        (null, null) => "no figure",
        ({ } least, null) => $"at least {Amount(least, unit)}",
        (null, { } most) => $"at most {Amount(most, unit)}",
        ({ } least, { } most) => least == most ? Amount(least, unit) : $"{Amount(least, unit)} to {Amount(most, unit)}",
    };

    internal static string Many(Int128 count, string one, string many) => $"{Number(count)} {(count == 1 ? one : many)}";

    /// <summary>A list as it is said: <c>France, Germany or Poland</c>.</summary>
    internal static string List(IEnumerable<string> items, string last)
    {
        List<string> all = [.. items];
        return all.Count < 2 ? string.Concat(all) : $"{string.Join(", ", all.SkipLast(1))} {last} {all[^1]}";
    }

    /// <summary>A member of an enum as words: <c>NeighbouringAlly</c> as neighbouring ally.</summary>
    internal static string Plain<TEnum>(TEnum value)
        where TEnum : struct, Enum
    {
        var words = new StringBuilder();
        foreach (var c in value.ToString())
        {
            words.Append(char.IsAsciiLetterUpper(c) && words.Length > 0 ? " " : "").Append(char.ToLowerInvariant(c));
        }

        return words.ToString();
    }

    internal static string Upper(string text) => text.Length == 0 ? text : $"{char.ToUpperInvariant(text[0])}{text[1..]}";

    internal static string Nation(NationCode code, CoalitionModel model) => model.GetNation(code).Name;

    internal static string Title(Guarantee guarantee) => guarantee.Title ?? guarantee.Id;

    internal static string Title(SufficiencyStandard standard) => standard.Title ?? standard.Id;

    internal static string Title(StandardReport standard) => Title(standard.Definition);

    internal static string Cite(Source source) => $"{source.Title} ({Plain(source.Label)})";

    /// <summary>What a line of a requirement asks, without its figure.</summary>
    internal static string Asked(Requirement requirement, CoalitionModel model) => requirement switch
    {
        Requirement.Always => "Nothing is asked",
        Requirement.Holds holds => model.GetCircumstance(holds.Circumstance).Title,
        Requirement.Contributors contributors => $"{Filter(contributors.Filter, model)} from at least {Many(contributors.AtLeast, "nation", "nations")}",
        Requirement.Contributes contributes => $"{Filter(contributes.Filter, model)} by {Nation(contributes.Nation, model)}",
        Requirement.Met met => Met(met, model),
        Requirement.AllOf => "All of these",
        Requirement.AnyOf => "One of these",
        Requirement.AtLeast some => $"{Number(some.Count)} of these {Number(some.Of.Length)}",
        Requirement.Total total => $"{Filter(total.Filter, model)}{(total.Sustained ? ", sustained" : "")}",
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    internal static string Filter(PledgeFilter filter, CoalitionModel model)
    {
        List<string> words = [];
        Add("", filter.Support.Select(id => model.GetSupportType(id).Name));
        Add("", filter.Families.Select(f => Plain(f)));
        Add("by ", filter.Nations.Select(n => Nation(n, model)));
        Add("by a ", filter.Roles.Select(r => Plain(r)));
        Add("in ", filter.Zones.Select(z => Plain(z)));
        Add("", filter.Pledges);
        Add("at least ", filter.LeastStage is { } stage ? [Plain(stage)] : []);
        return words.Count == 0 ? "Anything" : Upper(string.Join(' ', words));

        void Add(string before, IEnumerable<string> any)
        {
            if (string.Join(" or ", any) is { Length: > 0 } list)
            {
                words.Add(before + list);
            }
        }
    }

    /// <summary>A text that cannot turn the direction of what stands around it, for places where no element can isolate it.</summary>
    internal static string Level(string text) => string.Create(text.Length, text, (span, from) =>
    {
        for (var i = 0; i < span.Length; i++)
        {
            span[i] = char.IsControl(from[i]) || from[i] is (>= '\u2028' and <= '\u202E') or (>= '\u2066' and <= '\u2069') ? '\uFFFD' : from[i];
        }
    });

    private static string Met(Requirement.Met met, CoalitionModel model)
    {
        var guarantee = model.GetGuarantee(met.Guarantee);
        var standard = guarantee.Standards.FirstOrDefault(s => s.Id == met.Standard);
        return $"{Title(guarantee)}{(standard is null ? "" : $", by: {Title(standard)}")}";
    }
}
