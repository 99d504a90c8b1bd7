using Coalition.Sufficiency;
using static Coalition.Fuzz.BrokenRuleException;

namespace Coalition.Fuzz;

/// <summary>What holds of every finding: the bounds are ordered (P3), and the verdict follows from them (S8).</summary>
internal static class FindingChecks
{
    internal static void Check(Finding finding)
    {
        ThrowUnless(finding.Verdict == Expected(finding), $"The verdict follows from the bounds and the parts: {finding.Requirement}, {finding.Verdict}.");
        foreach (var part in finding.Parts)
        {
            Check(part);
        }
    }

    private static Verdict Expected(Finding finding) => finding switch
    {
        Finding.Total total => OfBounds(
            total.Required.Amount, total.Secured.Counted.Amount, total.Reachable.Counted.Amount, total.Possible.Counted.Amount),
        Finding.Contributors contributors => OfContributors(contributors),
        Finding.AllOf all => all.Parts.Min(p => p.Verdict),
        Finding.AnyOf any => any.Parts.Max(p => p.Verdict),
        Finding.AtLeast some => some.Parts.Select(p => p.Verdict).OrderDescending().ElementAt(some.Requirement.Count - 1),
        _ => finding.Verdict,
    };

    private static Verdict OfContributors(Finding.Contributors finding)
    {
        ThrowUnless(
            finding.Secured.All(finding.Reachable.Contains) && finding.Reachable.All(finding.Possible.Contains), "Who contributes is ordered (P3).");
        var required = ((Requirements.Requirement.Contributors)finding.Requirement).AtLeast;
        return OfBounds(required, finding.Secured.Length, finding.Reachable.Length, finding.Possible.Length);
    }

    private static Verdict OfBounds(Int128 required, Int128 secured, Int128 reachable, Int128 possible)
    {
        ThrowUnless(secured <= reachable && reachable <= possible, "Secured is at most reachable, and that at most possible (P3).");
        return secured >= required ? Verdict.Sufficient
            : reachable >= required ? Verdict.Contingent
            : possible >= required ? Verdict.Deadlocked
            : Verdict.Insufficient;
    }
}
