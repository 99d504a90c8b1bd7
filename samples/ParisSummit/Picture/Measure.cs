using Coalition.Requirements;
using Coalition.Sufficiency;

namespace ParisSummit.Picture;

/// <summary>How far a requirement is met, as figures to compare: an amount, nations, or parts that are met.</summary>
internal sealed record Measure(string Now, string AtBest, string Required, string ShortNow, string ShortAtBest)
{
    private const string None = "–";

    internal static Measure Of(Finding finding) => finding switch
    {
        Finding.Total total => Of(total),
        Finding.Contributors contributors => Of(
            contributors.Secured.Length, contributors.Reachable.Length, ((Requirement.Contributors)contributors.Requirement).AtLeast, "nations"),
        { Parts.IsEmpty: false } => Of(
            finding.Parts.Count(p => p.Verdict == Verdict.Sufficient), finding.Parts.Count(p => p.Verdict >= Verdict.Contingent),
            Asked(finding), $"of {Words.Of(finding.Parts.Length)}"),
        _ => new Measure(YesOrNo(finding.Verdict == Verdict.Sufficient), YesOrNo(finding.Verdict >= Verdict.Contingent), "yes", None, None),
    };

    private static Measure Of(Finding.Total total)
    {
        var unit = total.Required.Unit;
        return new Measure(
            Words.Of(total.Secured.Counted.Amount, unit),
            Words.Of(total.Reachable.Counted.Amount, unit),
            unit.IsCurrency ? Words.WithUnit(total.Required.Amount, unit) : Words.Of(total.Required.Amount),
            Short(total.Secured.Shortfall.Amount),
            Short(total.Reachable.Shortfall.Amount));

        string Short(Int128 amount) => amount == 0 ? None : Words.Of(amount, unit);
    }

    private static Measure Of(int now, int atBest, long required, string unit)
    {
        return new Measure(Words.Of(now), Words.Of(atBest), $"{Words.Of(required)} {unit}", Short(now), Short(atBest));

        string Short(int count) => count >= required ? None : Words.Of(required - count);
    }

    private static int Asked(Finding finding) => finding.Requirement switch
    {
        Requirement.AtLeast some => some.Count,
        Requirement.AnyOf => 1,
        _ => finding.Parts.Length,
    };

    private static string YesOrNo(bool met) => met ? "yes" : "no";
}
