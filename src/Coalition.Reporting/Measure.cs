using Coalition.Requirements;
using Coalition.Sufficiency;

namespace Coalition.Reporting;

/// <summary>How far a requirement is met, as figures to compare: an amount, nations, or parts that are met.</summary>
internal sealed record Measure(string Firm, string AtBest, string Required, string Missing)
{
    private const string None = "–";

    internal static Measure Of(Finding finding) => finding switch
    {
        Finding.Total total => Of(total),
        Finding.Contributors found => Of(found.Secured.Length, found.Reachable.Length, ((Requirement.Contributors)found.Requirement).AtLeast, "nations"),
        { Parts.IsEmpty: false } => Of(
            finding.Parts.Count(p => p.Verdict == Verdict.Sufficient), finding.Parts.Count(p => p.Verdict >= Verdict.Contingent), Asked(finding), $"of {Words.Number(finding.Parts.Length)}"),
        _ => new Measure(YesOrNo(finding.Verdict == Verdict.Sufficient), YesOrNo(finding.Verdict >= Verdict.Contingent), "yes", None),
    };

    private static Measure Of(Finding.Total total)
    {
        var unit = total.Required.Unit;
        var missing = total.Reachable.Shortfall.Amount;
        return new Measure(
            Words.Amount(total.Secured.Counted.Amount, unit), Words.Amount(total.Reachable.Counted.Amount, unit), Words.WithUnit(total.Required.Amount, unit),
            missing == 0 ? None : Words.Amount(missing, unit));
    }

    private static Measure Of(int firm, int atBest, long required, string what) => new(
        Words.Number(firm), Words.Number(atBest), $"{Words.Number(required)} {what}", atBest >= required ? None : Words.Number(required - atBest));

    private static int Asked(Finding finding) => finding.Requirement switch
    {
        Requirement.AtLeast some => some.Count,
        Requirement.AnyOf => 1,
        _ => finding.Parts.Length,
    };

    private static string YesOrNo(bool met) => met ? "yes" : "no";
}
