using System.Globalization;
using System.Numerics;
using System.Text;
using Coalition;
using Coalition.Requirements;
using Coalition.Sufficiency;
using NodaTime;
using NodaTime.Text;

namespace ParisSummit.Picture;

/// <summary>Numbers, dates and the library's terms in words, whatever the culture.</summary>
internal static class Words
{
    private const long Million = 1_000_000;

    internal static string Of(LocalDate day) => LocalDatePattern.Iso.Format(day);

    /// <summary>A count of any size: exact as far as it can be read, and then by its order of magnitude.</summary>
    internal static string Exact(BigInteger number) => number < 1_000_000_000 ? number.ToString("N0", CultureInfo.InvariantCulture)
        : $"about {number.ToString("E2", CultureInfo.InvariantCulture)}";

    /// <summary>A probability or a share; what is not quite nought or one never looks as if it were.</summary>
    internal static string Percent(double share) => share is > 0 and < 0.001 ? "< 0.1 %"
        : share is < 1 and > 0.999 ? "> 99.9 %"
        : $"{(100 * share).ToString("0.#", CultureInfo.InvariantCulture)} %";

    /// <summary>The same with one decimal always, so that a column of them lines up.</summary>
    internal static string PercentInColumn(double share) =>
        share is > 0 and < 0.001 or < 1 and > 0.999 ? Percent(share) : $"{(100 * share).ToString("0.0", CultureInfo.InvariantCulture)} %";

    internal static string Of(Int128 number) => number.ToString("N0", CultureInfo.InvariantCulture);

    /// <summary>An amount without its unit; whole millions of money as such, so that they can be compared.</summary>
    internal static string Of(Int128 amount, Unit unit) =>
        unit.IsCurrency && amount != 0 && amount % Million == 0 ? $"{Of(amount / Million)} m" : Of(amount);

    internal static string WithUnit(Int128 amount, Unit unit) =>
        unit.IsCurrency ? $"{unit.Code} {Of(amount, unit)}" : $"{Of(amount)} {Unit(unit)}";

    /// <summary>The figures of a pledge; one only, where its sources leave no range or the greatest is taken as granted.</summary>
    internal static string Range(PledgeReport pledge) => Range(pledge.Lower, pledge.Upper, 0, pledge.Unit);

    /// <summary>The same of what a pledge brings to a total.</summary>
    internal static string Range(Contribution brings, bool sustained) => sustained
        ? Range(brings.Pledge.SustainedLower, brings.Pledge.SustainedUpper, brings.Secured, brings.Pledge.Unit)
        : Range(brings.Pledge.Lower, brings.Pledge.Upper, brings.Secured, brings.Pledge.Unit);

    internal static string Unit(Unit unit) => unit.Code.Replace('-', ' ');

    internal static string Label(SourceLabel label) => Plain(label);

    internal static string Cite(Source source) => $"{source.Title} ({Label(source.Label)})";

    private static string Range(long lower, long upper, long counted, Unit unit) =>
        Math.Max(lower, counted) == upper ? Of(upper, unit) : $"{Of(lower, unit)} to {Of(upper, unit)}";

    internal static string Many(int count, string one, string many) => $"{Of(count)} {(count == 1 ? one : many)}";

    internal static string Asked(Requirement requirement, CoalitionModel model) => requirement switch
    {
        Requirement.Always => "Nothing is asked",
        Requirement.Holds holds => model.Circumstances.First(c => c.Id == holds.Circumstance).Title,
        Requirement.Contributors contributors =>
            $"{Filter(contributors.Filter, model)} from at least {Of(contributors.AtLeast)} {(contributors.AtLeast == 1 ? "nation" : "nations")}",
        Requirement.Contributes contributes => $"{Filter(contributes.Filter, model)} by {Nation(contributes.Nation, model)}",
        Requirement.Met met => Met(met, model),
        Requirement.AllOf => "all of these",
        Requirement.AnyOf => "one of these",
        Requirement.AtLeast some => $"{Of(some.Count)} of these {Of(some.Of.Length)}",
        Requirement.Total total => Filter(total.Filter, model),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    internal static string Filter(PledgeFilter filter, CoalitionModel model)
    {
        var text = new StringBuilder();
        Add("", filter.Support.Select(id => model.SupportTypes.First(s => s.Id == id).Name));
        Add("", filter.Families.Select(f => Plain(f)));
        Add("by ", filter.Nations.Select(n => n.Value));
        Add("by a ", filter.Roles.Select(r => Plain(r)));
        Add("in ", filter.Zones.Select(z => Plain(z)));
        Add("", filter.Pledges);
        if (filter.LeastStage is { } stage)
        {
            Add("at least ", [Plain(stage)]);
        }

        // All after the first word of a name stays as the model spells it.
        return text.Length == 0 ? "Anything" : $"{char.ToUpperInvariant(text[0])}{text.ToString(1, text.Length - 1)}";

        void Add(string before, IEnumerable<string> any)
        {
            if (string.Join(" or ", any) is { Length: > 0 } words)
            {
                text.Append(text.Length == 0 ? "" : " ").Append(before).Append(words);
            }
        }
    }

    /// <summary>A list as it is said: <c>France, Germany or Poland</c>.</summary>
    internal static string List(IReadOnlyList<string> items, string last) =>
        items.Count < 2 ? string.Concat(items) : $"{string.Join(", ", items.SkipLast(1))} {last} {items[^1]}";

    internal static string Nation(NationCode code, CoalitionModel model) => model.Nations.First(n => n.Code == code).Name;

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

    /// <summary>A text that can neither steer a terminal nor turn the direction of what is read, whatever a model file holds; line feeds stay.</summary>
    internal static string WithoutControls(string text) =>
        string.Create(text.Length, text, (span, from) =>
        {
            for (var i = 0; i < span.Length; i++)
            {
                span[i] = (char.IsControl(from[i]) && from[i] != '\n') || TurnsDirection(from[i]) ? '\uFFFD' : from[i];
            }
        });

    // Embeddings, overrides and isolates, which reach beyond the text that holds them, and the separators of lines and paragraphs.
    private static bool TurnsDirection(char c) => c is (>= '\u2028' and <= '\u202E') or (>= '\u2066' and <= '\u2069');

    /// <summary>A text whose lines end where their words do, with line feeds.</summary>
    internal static string WithoutTrailingBlanks(string text) =>
        string.Concat(text.ReplaceLineEndings("\n").TrimEnd('\n').Split('\n').Select(line => $"{line.TrimEnd(' ')}\n"));

    private static string Met(Requirement.Met met, CoalitionModel model)
    {
        var guarantee = model.Guarantees.First(g => g.Id == met.Guarantee);
        var standard = guarantee.Standards.FirstOrDefault(s => s.Id == met.Standard);
        return $"{guarantee.Title ?? guarantee.Id}{(standard is null ? "" : $", by: {standard.Title ?? standard.Id}")}";
    }
}
