using Coalition.Sufficiency;

namespace Coalition.Reporting;

/// <summary>Verdicts as a sign, a word and the name of a colour; the sign or the word is enough to tell them apart.</summary>
internal static class VerdictWords
{
    internal const string NotInForce = "not in force";

    internal static string Sign(Verdict? verdict) => verdict switch
    {
        Verdict.Sufficient => "●",
        Verdict.Contingent => "◐",
        Verdict.Deadlocked => "⟳",
        Verdict.Insufficient => "○",
        _ => "–",
    };

    internal static string Word(Verdict? verdict) => verdict is { } given ? Words.Plain(given) : NotInForce;

    /// <summary>The class of the style sheet.</summary>
    internal static string Class(Verdict? verdict) => verdict is { } given ? Words.Plain(given) : "none";

    internal static string Meaning(Verdict? verdict) => verdict switch
    {
        Verdict.Sufficient => "met as things stand",
        Verdict.Contingent => "met once the open matters on record are settled well",
        Verdict.Deadlocked => "met only if those who wait for each other move together",
        Verdict.Insufficient => "not met, even if all that is on record goes well",
        _ => "the guarantee is not in force: there is nothing to judge",
    };

    /// <summary>Whether a guarantee is in force, in words.</summary>
    internal static string Force(GuaranteeReport guarantee) => guarantee.Force switch
    {
        GuaranteeForce.OutsideTerm => $"outside its term{Term(guarantee.Guarantee)}",
        GuaranteeForce.TriggerGone => $"not in force: {guarantee.Guarantee.Trigger} is {guarantee.Trigger!.Name}",
        GuaranteeForce.TriggerUnknown => $"awaits {guarantee.Guarantee.Trigger}, and is judged all the same",
        _ => guarantee.Trigger switch
        {
            CircumstanceState.Occurred occurred => $"in force since {Words.Day(occurred.Since)}",
            CircumstanceState.Unknown => $"in force: {guarantee.Guarantee.Trigger} is taken as granted",
            _ => "in force",
        },
    };

    private static string Term(Guarantee guarantee) =>
        (guarantee.From is { } from ? $", from {Words.Day(from)}" : "") + (guarantee.Until is { } until ? $" until {Words.Day(until)}" : "");
}
