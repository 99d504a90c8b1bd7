using System.Diagnostics.CodeAnalysis;
using Coalition.Internal;
using Coalition.Sufficiency;

namespace Coalition.Analysis;

/// <summary>A Boolean variable of a <see cref="SufficiencyFunction"/>: true if things go well in its regard.</summary>
/// <remarks>
/// Written as the matter (<c>approval:gb-commons</c>), as <c>nation:FR</c>, as <c>party:de-bundestag/Bundestag/Example party</c>, or as <c>waiver:FR</c>; in the name of
/// a body, as in a JSON pointer (RFC 6901), <c>~1</c> stands for a stroke and <c>~0</c> for a tilde. Equality is by value.
/// </remarks>
public abstract record FunctionVariable : IParsable<FunctionVariable>
{
    internal const string Expected = "an open matter such as approval:gb-commons, a nation such as nation:FR, or a party such as party:de-bundestag/Bundestag/Example party";

    private const string NationWord = "nation:";
    private const string PartyWord = "party:";
    private const string WaiverWord = "waiver:";

    private FunctionVariable() { }

    /// <summary>Reads a variable from the form that <see cref="ToString"/> writes.</summary>
    /// <param name="s">The text.</param>
    /// <returns>The variable.</returns>
    /// <exception cref="FormatException"><paramref name="s"/> names no variable.</exception>
    public static FunctionVariable Parse(string s)
    {
        ArgumentNullException.ThrowIfNull(s);
        return TryParse(s, out var variable) ? variable : throw new FormatException($"'{Guard.Clip(s)}' is not a variable: expected {Expected}.");
    }

    /// <summary>Reads a variable if there is one.</summary>
    /// <param name="s">The text, or null.</param>
    /// <param name="result">The variable, or null.</param>
    /// <returns>Whether <paramref name="s"/> names a variable.</returns>
    public static bool TryParse([NotNullWhen(true)] string? s, [MaybeNullWhen(false)] out FunctionVariable result)
    {
        result = null;
        if (s is null)
        {
            return false;
        }

        if (s.StartsWith(NationWord, StringComparison.Ordinal))
        {
            result = NationCode.TryParse(s[NationWord.Length..], out var nation) ? new OfNation(nation) : null;
        }
        else if (s.StartsWith(WaiverWord, StringComparison.Ordinal))
        {
            result = NationCode.TryParse(s[WaiverWord.Length..], out var nation) ? new OfWaiver(nation) : null;
        }
        else if (s.StartsWith(PartyWord, StringComparison.Ordinal))
        {
            // The party comes last, so that its name may have strokes of its own.
            result = s[PartyWord.Length..].Split('/', 3) is [var approval, var body, var party]
                && Guard.IsId(approval) && !string.IsNullOrWhiteSpace(body) && !string.IsNullOrWhiteSpace(party)
                ? new OfParty(approval, body.Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal), party) : null;
        }
        else
        {
            result = OpenMatter.TryParse(s, out var matter) ? new OfMatter(matter) : null;
        }

        return result is not null;
    }

    /// <summary>The variable in the form that the remarks show.</summary>
    public sealed override string ToString() => Written;

    private protected abstract string Written { get; }

    /// <summary>An open matter: true if it is granted.</summary>
    /// <param name="Matter">The matter.</param>
    public sealed record OfMatter(OpenMatter Matter) : FunctionVariable
    {
        private protected override string Written => Matter.ToString();
    }

    /// <summary>A nation: true if it takes part, false if its pledges are withdrawn.</summary>
    /// <param name="Nation">The nation.</param>
    public sealed record OfNation(NationCode Nation) : FunctionVariable
    {
        private protected override string Written => NationWord + Nation;
    }

    /// <summary>A party in a body that decides on an approval: true if all its members vote in favour, false if all vote against.</summary>
    /// <param name="Approval">The id of the approval.</param>
    /// <param name="Body">The body.</param>
    /// <param name="Party">The name of the party.</param>
    public sealed record OfParty(string Approval, string Body, string Party) : FunctionVariable
    {
        private protected override string Written =>
            $"{PartyWord}{Approval}/{Body.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal)}/{Party}";
    }

    /// <summary>A nation that may move first: true if it gives up the conditions that it sets, its own and those of its approvals.</summary>
    /// <param name="Nation">The nation.</param>
    public sealed record OfWaiver(NationCode Nation) : FunctionVariable
    {
        private protected override string Written => WaiverWord + Nation;
    }

    // No provider matters to a form that is the same everywhere.
    static FunctionVariable IParsable<FunctionVariable>.Parse(string s, IFormatProvider? provider) => Parse(s);

    static bool IParsable<FunctionVariable>.TryParse(
        [NotNullWhen(true)] string? s, IFormatProvider? provider, [MaybeNullWhen(false)] out FunctionVariable result) => TryParse(s, out result);
}
