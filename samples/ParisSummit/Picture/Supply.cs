using System.Collections.Immutable;
using Coalition;
using Coalition.Requirements;
using Coalition.Sufficiency;

namespace ParisSummit.Picture;

/// <summary>Who brings how much to one line of a requirement, and what is set aside.</summary>
internal static class Supply
{
    private const string Together = "if all who wait move together";

    /// <summary>What is asked and what it comes to, such as: Land forces, at least 10,000 personnel: 0 now, 13,700 at best.</summary>
    internal static Span[] Asked(Finding.Total total, CoalitionModel model) =>
        Sums(total, model, $"at least {Words.WithUnit(total.Required.Amount, total.Required.Unit)}");

    /// <summary>The same for several figures asked of the same pledges: Land forces, in personnel: 0 now, 13,700 at best.</summary>
    internal static Span[] Shared(Finding.Total total, CoalitionModel model) => Sums(total, model, $"in {Words.Unit(total.Required.Unit)}");

    internal static Span[] Nations(Finding.Contributors found)
    {
        var now = found.Secured;
        return
        [
            new Span($"{Words.Of(now.Length)} now", Page.Bold), Listed("", now),
            new Span($", {Words.Of(found.Reachable.Length)} at best", Page.Bold), Listed(now.IsEmpty ? "" : "also ", found.Reachable.Except(now)),
            Listed($"{Together}, also ", found.Possible.Except(found.Reachable)), Aside([.. WithoutAny(found)]),
        ];

        static string Listed(string what, IEnumerable<NationCode> nations) => nations.Any() ? $" ({what}{string.Join(", ", nations)})" : "";

        static string Aside(ImmutableArray<Contribution> contributions) => SetAside(contributions) is { Length: > 0 } told ? $"; set aside: {told}" : "";
    }

    /// <summary>Who brings how much, what limits it, and what is set aside.</summary>
    internal static string Tell(Finding.Total total)
    {
        var several = Several(total.Contributions);
        var counting = total.Contributions.Where(c => c.Standing != Standing.Failed && c.Pledge.HasFigure);
        List<string> told =
        [
            .. counting.GroupBy(c => c.Standing).OrderByDescending(g => g.Key)
                .Select(g => $"{Heading(g.Key)}: {string.Join(", ", g.Select(c => $"{Who(c, several)} {Words.Range(c, total.Requirement.Sustained)}"))}"),
        ];
        AddLimits("now", total.Secured);
        AddLimits("at best", total.Reachable);
        if (SetAside(total.Contributions) is { Length: > 0 } aside)
        {
            told.Add($"Set aside: {aside}");
        }

        return told.Count == 0 ? "Nobody names a figure" : string.Join(". ", told);

        void AddLimits(string when, TotalAmount amount)
        {
            if (!amount.Limits.IsEmpty)
            {
                told.Add($"Limited {when} {string.Join(", ", amount.Limits.Select(l => Limit(l, total.Required.Unit)))}");
            }
        }
    }

    /// <summary>Whose pledges do not count, by their grounds; empty if there are none.</summary>
    internal static string SetAside(ImmutableArray<Contribution> contributions)
    {
        var several = Several(contributions);
        var byGround = contributions.Where(c => c.Standing == Standing.Failed).GroupBy(c => Ground(c.Pledge));
        return string.Join("; ", byGround.Select(g => $"{string.Join(", ", g.Select(c => Who(c, several)))} ({g.Key})"));
    }

    private static Span[] Sums(Finding.Total total, CoalitionModel model, string figure)
    {
        var asked = (Requirement.Total)total.Requirement;
        var unit = total.Required.Unit;
        var cap = asked.PerNationCap is { } most ? $", at most {Words.Of(most, unit)} from each nation" : "";
        var together = total.Possible.Counted == total.Reachable.Counted ? "" : $", {Words.Of(total.Possible.Counted.Amount, unit)} {Together}";
        return
        [
            $"{Words.Filter(asked.Filter, model)}, {figure}{(asked.Sustained ? " sustained" : "")}{cap}: ",
            new Span($"{Words.Of(total.Secured.Counted.Amount, unit)} now, {Words.Of(total.Reachable.Counted.Amount, unit)} at best{together}", Page.Bold),
        ];
    }

    // One pledge of each nation of which none counts.
    private static IEnumerable<Contribution> WithoutAny(Finding.Contributors found) =>
        found.Contributions.GroupBy(c => c.Pledge.Pledge.Nation).Where(g => g.All(c => c.Standing == Standing.Failed)).Select(g => g.First());

    private static string Ground(PledgeReport pledge)
    {
        var failed = pledge.Gates.First(g => g.Standing == Standing.Failed);
        return failed.Gate == Gate.Stage ? Words.Plain(pledge.Stage) : failed.Ground;
    }

    // The nation's code where that is enough to know the pledge by.
    private static string Who(Contribution contribution, HashSet<NationCode> several) =>
        several.Contains(contribution.Pledge.Pledge.Nation) ? contribution.Pledge.Pledge.Id : contribution.Pledge.Pledge.Nation.Value;

    private static HashSet<NationCode> Several(ImmutableArray<Contribution> contributions) =>
        [.. contributions.CountBy(c => c.Pledge.Pledge.Nation).Where(n => n.Value > 1).Select(n => n.Key)];

    private static string Heading(Standing standing) => standing switch
    {
        Standing.Passed => "Counts",
        Standing.Pending => "Pending",
        _ => "Locked",
    };

    private static string Limit(BindingLimit limit, Unit unit) =>
        $"to {Words.Of(limit.AtMost, unit)} of {Words.Of(limit.Offered, unit)} by {limit.Approval ?? $"the cap on {limit.Nation}"}";
}
