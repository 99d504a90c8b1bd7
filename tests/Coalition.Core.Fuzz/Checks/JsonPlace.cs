using System.Globalization;
using System.Text.Json.Nodes;

namespace Coalition.Fuzz;

/// <summary>A value within a file, where it stands, and what kind of place that is.</summary>
/// <param name="Parent">The object or array that it stands in.</param>
/// <param name="Name">The name of the property, or the position of the item.</param>
/// <param name="Kind">
/// The way from the root without ids and positions, such as <c>.pledges[].amount[].from</c>; every requirement, wherever it stands, is of one kind.
/// </param>
/// <param name="ParentKind">The kind of the place of the parent.</param>
/// <param name="Value">The value.</param>
internal sealed record JsonPlace(JsonNode Parent, string Name, string Kind, string ParentKind, JsonNode Value)
{
    private const string Requirement = "requirement";

    // Objects of entries by id.
    private static readonly HashSet<string> Maps =
    [
        ".sources", ".supportTypes", ".nations", ".circumstances", ".approvals", ".pledges", ".guarantees", ".guarantees[].standards",
        ".regimes", ".regimes[].rules", ".remedies.menu",
    ];

    // Those whose ids are codes of nations.
    private static readonly HashSet<string> ByNation = [".nations", ".regimes"];

    /// <summary>Whether the value holds entries by id.</summary>
    internal bool IsMap => Maps.Contains(Kind);

    /// <summary>Whether these ids are codes of nations.</summary>
    internal bool IsByNation => ByNation.Contains(Kind);

    /// <summary>All places of a file, from the outside in; nulls are none.</summary>
    internal static IEnumerable<JsonPlace> All(JsonObject file) => Within(file, "");

    /// <summary>Puts another value there.</summary>
    internal void Set(JsonNode? value)
    {
        if (Parent is JsonArray items)
        {
            items[Position] = value;
        }
        else
        {
            Parent[Name] = value;
        }
    }

    /// <summary>Takes the value away.</summary>
    internal void Remove()
    {
        if (Parent is JsonArray items)
        {
            items.RemoveAt(Position);
        }
        else
        {
            Parent.AsObject().Remove(Name);
        }
    }

    private int Position => int.Parse(Name, CultureInfo.InvariantCulture);

    private static IEnumerable<JsonPlace> Within(JsonNode parent, string kind) => parent switch
    {
        JsonObject members => members.Where(m => m.Value is not null).SelectMany(m => At(parent, m.Key, KindOf(kind, m.Key), kind, m.Value!)),
        JsonArray items => items.Index().Where(i => i.Item is not null).SelectMany(
            i => At(parent, i.Index.ToString(CultureInfo.InvariantCulture), ItemKind(kind), kind, i.Item!)),
        _ => [],
    };

    private static IEnumerable<JsonPlace> At(JsonNode parent, string name, string kind, string parentKind, JsonNode value) =>
        Within(value, kind).Prepend(new JsonPlace(parent, name, kind, parentKind, value));

    private static string KindOf(string parent, string name) =>
        Maps.Contains(parent) ? $"{parent}[]" : name is "requires" or "condition" ? Requirement : $"{parent}.{name}";

    private static string ItemKind(string list) => list is $"{Requirement}.allOf" or $"{Requirement}.anyOf" or $"{Requirement}.of" ? Requirement : $"{list}[]";
}
