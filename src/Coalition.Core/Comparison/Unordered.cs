using System.Collections.Immutable;
using Coalition.Approvals;
using Coalition.Requirements;

namespace Coalition.Comparison;

/// <summary>The one form of everything that is the same but for the order of its lists, which bears on no verdict (property P4).</summary>
internal static class Unordered
{
    /// <summary>Whether two values are the same, the order of lists within them aside.</summary>
    internal static bool Same<T>(T left, T right, Func<T, T> unordered) =>
        EqualityComparer<T>.Default.Equals(left, right) || EqualityComparer<T>.Default.Equals(unordered(left), unordered(right));

    /// <summary>Whether two lists hold the same, the order aside.</summary>
    internal static bool Same<T>(ImmutableArray<T> left, ImmutableArray<T> right)
        where T : struct => Internal.Sequence.Same(Sorted(left), Sorted(right));

    internal static bool Same(Requirement? left, Requirement? right) => Same(left, right, Of);

    internal static bool Same(Mandate? left, Mandate? right) => Same(left, right, Of);

    internal static Requirement? Of(Requirement? requirement) => requirement is null ? null : Form(requirement).Form;

    internal static Mandate? Of(Mandate? mandate) => mandate is null ? null : mandate with
    {
        Ceilings = [.. mandate.Ceilings.OrderBy(c => c.Support, StringComparer.Ordinal).ThenBy(c => c.AtMost)],
        Zones = Sorted(mandate.Zones),
        Support = Sorted(mandate.Support),
        Caveats = Sorted(mandate.Caveats),
        Condition = Of(mandate.Condition),
    };

    internal static ApprovalAct Of(ApprovalAct act) => act switch
    {
        ApprovalAct.Submitted submitted => submitted with { Mandate = Of(submitted.Mandate) },
        ApprovalAct.Approved approved => approved with { Mandate = Of(approved.Mandate) },
        _ => act,
    };

    internal static Decision Of(Decision decision) =>
        decision with { Parties = [.. decision.Parties.OrderBy(p => p.Name, StringComparer.Ordinal)] };

    internal static ImmutableArray<string> Sorted(ImmutableArray<string> texts) => [.. texts.Order(StringComparer.Ordinal)];

    internal static ImmutableArray<T> Sorted<T>(ImmutableArray<T> items)
        where T : struct => [.. items.Order()];

    // With a text of its own by which parts are sorted: in words, a requirement of one part reads as the part does.
    private static (Requirement Form, string Text) Form(Requirement requirement) => requirement switch
    {
        Requirement.Total total => Leaf(new Requirement.Total(Of(total.Filter), total.AtLeast, total.PerNationCap, total.Unit, total.Sustained)),
        Requirement.Contributors contributors => Leaf(new Requirement.Contributors(Of(contributors.Filter), contributors.AtLeast)),
        Requirement.Contributes contributes => Leaf(new Requirement.Contributes(contributes.Nation, Of(contributes.Filter))),
        Requirement.AllOf all => Of("all", all.Of, parts => new Requirement.AllOf(parts)),
        Requirement.AnyOf any => Of("any", any.Of, parts => new Requirement.AnyOf(parts)),
        Requirement.AtLeast some => Of("some", some.Of, parts => new Requirement.AtLeast(some.Count, parts)),
        _ => Leaf(requirement),
    };

    private static (Requirement Form, string Text) Leaf(Requirement requirement) => (requirement, requirement.ToString());

    private static (Requirement Form, string Text) Of(string name, ImmutableArray<Requirement> parts, Func<ImmutableArray<Requirement>, Requirement> over)
    {
        (Requirement Form, string Text)[] sorted = [.. parts.Select(Form).OrderBy(p => p.Text, StringComparer.Ordinal)];
        var form = over([.. sorted.Select(p => p.Form)]);
        return (form, $"{name}{(form as Requirement.AtLeast)?.Count}({string.Join(';', sorted.Select(p => p.Text))})");
    }

    private static PledgeFilter Of(PledgeFilter filter) => filter with
    {
        Support = Sorted(filter.Support),
        Families = Sorted(filter.Families),
        Nations = [.. filter.Nations.OrderBy(n => n.Value, StringComparer.Ordinal)],
        Roles = Sorted(filter.Roles),
        Zones = Sorted(filter.Zones),
        Pledges = Sorted(filter.Pledges),
    };
}
