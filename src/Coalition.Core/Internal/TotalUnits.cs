using Coalition.Requirements;

namespace Coalition.Internal;

/// <summary>What a total is counted in: the unit it states, or the one that the support types named by its filter share.</summary>
internal static class TotalUnits
{
    /// <summary>The unit, or null with what was found instead (nothing, where a type that it names does not exist).</summary>
    internal static Unit? Resolve(Requirement.Total total, ModelIndex index, out string found)
    {
        found = "";
        if (total.Unit is { } stated)
        {
            return stated;
        }

        var filter = total.Filter;
        if (filter.Support.IsEmpty && filter.Families.IsEmpty)
        {
            found = "a total that names neither unit, nor support type, nor family";
            return null;
        }

        Unit? shared = null;
        foreach (var id in filter.Support.IsEmpty ? index.SupportTypes.Keys : filter.Support)
        {
            if (index.SupportTypes.Find(id) is not { } type || !(filter.Families.IsEmpty || filter.Families.Contains(type.Family)))
            {
                continue;
            }

            if (shared is { } unit && unit != type.Unit)
            {
                found = $"a total over {unit} and {type.Unit}";
                return null;
            }

            shared = type.Unit;
        }

        if (shared is null && filter.Support.All(s => index.SupportTypes.Find(s) is not null))
        {
            found = "a total whose support types are of none of its families";
        }

        return shared;
    }
}
