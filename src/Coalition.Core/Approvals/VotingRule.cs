using System.Diagnostics.CodeAnalysis;
using Coalition.Internal;

namespace Coalition.Approvals;

/// <summary>How many must say yes: a share of the votes cast, of those present, or of all members, with or without a quorum.</summary>
/// <remarks>
/// Written as <c>more than 1/2 of cast</c>, <c>at least 2/3 of members</c>, or <c>more than 1/2 of present, quorum 1/3 of members</c>.
/// Votes cast are yes and no; those present are yes, no and abstentions. All arithmetic is on whole numbers. Equality is by value:
/// <c>2/4</c> is not <c>1/2</c>.
/// </remarks>
public sealed record VotingRule : IParsable<VotingRule>
{
    internal const string Expected =
        "a rule such as 'more than 1/2 of cast', 'at least 2/3 of members' or 'more than 1/2 of present, quorum 1/3 of members'";

    /// <summary>Creates a rule.</summary>
    /// <param name="comparison">Whether the share must be exceeded or only reached.</param>
    /// <param name="numerator">The share's numerator, at least 1.</param>
    /// <param name="denominator">The share's denominator, at least <paramref name="numerator"/> and at most 1,000.</param>
    /// <param name="of">What the share is of.</param>
    /// <param name="quorum">The share of all members that must be present, reached inclusively; null for none.</param>
    /// <exception cref="ArgumentOutOfRangeException">A share is not above 0 and at most 1, or its denominator is above 1,000.</exception>
    /// <exception cref="ArgumentException">The rule asks for more than everybody.</exception>
    public VotingRule(VoteComparison comparison, int numerator, int denominator, VoteBase of, Share? quorum = null)
    {
        Needed = new Share(numerator, denominator);
        if (comparison == VoteComparison.MoreThan && numerator == denominator)
        {
            throw new ArgumentException("More than all can never be reached: expected 'at least 1/1', or a smaller share.", nameof(numerator));
        }

        Comparison = Guard.Defined(comparison, nameof(comparison));
        Of = Guard.Defined(of, nameof(of));
        Quorum = quorum == default(Share) ? throw new ArgumentOutOfRangeException(nameof(quorum), quorum, "Expected a share above 0.") : quorum;
    }

    /// <summary>More than half of the votes cast; abstentions do not count.</summary>
    public static VotingRule SimpleMajority { get; } = new(VoteComparison.MoreThan, 1, 2, VoteBase.Cast);

    /// <summary>Whether the share must be exceeded or only reached.</summary>
    public VoteComparison Comparison { get; }

    /// <summary>The share.</summary>
    public Share Needed { get; }

    /// <summary>What the share is of.</summary>
    public VoteBase Of { get; }

    /// <summary>The share of all members that must be present, reached inclusively; null for none.</summary>
    public Share? Quorum { get; }

    /// <summary>The fewest votes in favour that satisfy the rule, whether or not the quorum is there.</summary>
    /// <param name="total">The number of votes cast, of those present, or of all members, as <see cref="Of"/> says; at least 0.</param>
    /// <returns>The least whole number above (or not below) the share of <paramref name="total"/>; at least 1.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="total"/> is negative.</exception>
    public long VotesNeeded(long total)
    {
        Guard.NotNegative(total, nameof(total));
        var product = (Int128)total * Needed.Numerator;
        var needed = Comparison == VoteComparison.MoreThan
            ? (product / Needed.Denominator) + 1
            : (product + Needed.Denominator - 1) / Needed.Denominator;
        return (long)Int128.Max(needed, 1);
    }

    /// <summary>Whether a vote carries.</summary>
    /// <param name="tally">The votes.</param>
    /// <param name="members">The number of all members; null if not known.</param>
    /// <returns>Whether the motion is carried; null if the rule or its quorum needs the number of members, and it is not known.</returns>
    public bool? Carries(Tally tally, long? members)
    {
        ArgumentNullException.ThrowIfNull(tally);
        if (members is null && (Of == VoteBase.Members || Quorum is not null))
        {
            return null;
        }

        var total = Of switch { VoteBase.Cast => tally.Cast, VoteBase.Present => tally.Present, _ => members!.Value };
        var isQuorate = Quorum is not { } quorum
            || (Int128)tally.Present * quorum.Denominator >= (Int128)members!.Value * quorum.Numerator;
        return isQuorate && tally.Yes >= VotesNeeded(total);
    }

    /// <summary>Reads a rule from the form that <see cref="ToString"/> writes.</summary>
    /// <param name="s">The text.</param>
    /// <returns>The rule.</returns>
    /// <exception cref="FormatException"><paramref name="s"/> is not a rule.</exception>
    public static VotingRule Parse(string s)
    {
        ArgumentNullException.ThrowIfNull(s);
        return TryParse(s, out var rule) ? rule
            : throw new FormatException($"'{Guard.Clip(s)}' is not a voting rule: expected {Expected}.");
    }

    /// <summary>Reads a rule if there is one.</summary>
    /// <param name="s">The text, or null.</param>
    /// <param name="result">The rule, or null.</param>
    /// <returns>Whether <paramref name="s"/> is a rule.</returns>
    public static bool TryParse([NotNullWhen(true)] string? s, [MaybeNullWhen(false)] out VotingRule result)
    {
        result = null;
        string[] words = s is null or { Length: > Guard.MaxShownLength } ? [] : s.Replace(",", " ,", StringComparison.Ordinal).Split(' ');
        VoteComparison? comparison = words switch
        {
            ["more", "than", ..] => VoteComparison.MoreThan,
            ["at", "least", ..] => VoteComparison.AtLeast,
            _ => null,
        };
        if (comparison is null || words is not [_, _, var share, "of", var of, ..] || !Share.TryParse(share, out var needed)
            || (comparison == VoteComparison.MoreThan && needed.Numerator == needed.Denominator))
        {
            return false;
        }

        VoteBase? total = of switch { "cast" => VoteBase.Cast, "present" => VoteBase.Present, "members" => VoteBase.Members, _ => null };
        Share? quorum = null;
        if (words.Length > 5)
        {
            if (words is not [_, _, _, _, _, ",", "quorum", var part, "of", "members"] || !Share.TryParse(part, out var parsed))
            {
                return false;
            }

            quorum = parsed;
        }

        result = total is { } basis ? new VotingRule(comparison.Value, needed.Numerator, needed.Denominator, basis, quorum) : null;
        return result is not null;
    }

    /// <summary>The rule in words, as <see cref="Parse"/> reads it. Invariant.</summary>
    public override string ToString()
    {
        var comparison = Comparison == VoteComparison.MoreThan ? "more than" : "at least";
        var of = Of switch { VoteBase.Cast => "cast", VoteBase.Present => "present", _ => "members" };
        var quorum = Quorum is { } share ? $", quorum {share} of members" : "";
        return $"{comparison} {Needed} of {of}{quorum}";
    }

    // No provider matters to a form that is the same everywhere.
    static VotingRule IParsable<VotingRule>.Parse(string s, IFormatProvider? provider) => Parse(s);

    static bool IParsable<VotingRule>.TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, [MaybeNullWhen(false)] out VotingRule result) => TryParse(s, out result);
}
