using Coalition.Sufficiency;
using Spectre.Console;

namespace ParisSummit.Picture;

/// <summary>Verdicts as a sign, a word and a colour; the sign or the word is enough to tell them apart.</summary>
internal static class VerdictWords
{
    /// <summary>The sign of days on which there are several verdicts.</summary>
    internal const string Several = "~";

    internal static string Sign(Verdict? verdict) => verdict switch
    {
        Verdict.Sufficient => "✓",
        Verdict.Contingent => "◐",
        Verdict.Deadlocked => "↻",
        Verdict.Insufficient => "✗",
        _ => "–",
    };

    internal static string Word(Verdict? verdict) => verdict is { } given ? Words.Plain(given) : "not in force";

    // The eight plain colours, which every theme of a terminal keeps readable.
    internal static Style Style(Verdict? verdict) => verdict switch
    {
        Verdict.Sufficient => new Style(Color.Green),
        Verdict.Contingent => new Style(Color.Olive),
        Verdict.Deadlocked => new Style(Color.Purple),
        Verdict.Insufficient => new Style(Color.Maroon),
        _ => Page.Faint,
    };

    internal static string Meaning(Verdict verdict) => verdict switch
    {
        Verdict.Sufficient => "met as things stand",
        Verdict.Contingent => "met once all that is open goes well",
        Verdict.Deadlocked => "met only if those who wait for each other move together",
        _ => "not met, even if all that is on record goes well",
    };
}
