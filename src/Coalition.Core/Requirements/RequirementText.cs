using System.Collections.Immutable;
using System.Globalization;
using Coalition.Internal;

namespace Coalition.Requirements;

/// <summary>Requirements and filters in words. Invariant.</summary>
internal static class RequirementText
{
    internal static string Describe(Requirement requirement) => requirement switch
    {
        Requirement.Always => "always",
        Requirement.Holds holds => $"'{holds.Circumstance}' holds",
        Requirement.Total total =>
            $"at least {Figure(total.AtLeast)}{(total.Unit is { } unit ? $" {unit}" : "")}{(total.Sustained ? " sustained" : "")} of {Describe(total.Filter)}"
            + (total.PerNationCap is { } cap ? $", at most {Figure(cap)} from each nation" : ""),
        Requirement.Contributors contributors =>
            $"at least {Figure(contributors.AtLeast)} {(contributors.AtLeast == 1 ? "nation contributes" : "nations contribute")} {Describe(contributors.Filter)}",
        Requirement.Contributes contributes => $"{contributes.Nation} contributes {Describe(contributes.Filter)}",
        Requirement.Met met => $"'{met.Guarantee}' is met{(met.Standard is null ? "" : $" by '{met.Standard}'")}",
        Requirement.AllOf all => Join(all.Of, " and "),
        Requirement.AnyOf any => Join(any.Of, " or "),
        Requirement.AtLeast some => $"{Figure(some.Count)} of: {Join(some.Of, "; ")}",
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    internal static string Describe(PledgeFilter filter)
    {
        var words = new List<string>();
        Add("", filter.Support);
        Add("", filter.Families.Select(f => $"family {FormatNames.Of(f)}"));
        Add("of ", filter.Nations.Select(n => n.Value));
        Add("of a ", filter.Roles.Select(r => FormatNames.Of(r)));
        Add("in ", filter.Zones.Select(z => FormatNames.Of(z)));
        Add("by ", filter.Pledges.Select(p => $"'{p}'"));
        if (filter.LeastStage is { } stage)
        {
            words.Add($"at least {FormatNames.Of(stage)}");
        }

        return words.Count == 0 ? "anything" : string.Join(' ', words);

        void Add(string before, IEnumerable<string> any)
        {
            if (any.Any())
            {
                words.Add($"{before}{string.Join(" or ", any)}");
            }
        }
    }

    // Of its own, since a string within another is formatted by the current culture.
    private static string Figure(long amount) => amount.ToString("N0", CultureInfo.InvariantCulture);

    private static string Join(ImmutableArray<Requirement> parts, string word) =>
        string.Join(word, parts.Select(p => RequirementParts.Of(p).IsEmpty ? Describe(p) : $"({Describe(p)})"));
}
