using System.Diagnostics.CodeAnalysis;
using Coalition.Internal;

namespace Coalition.Sufficiency;

/// <summary>Something undecided that, granted, would help (rule S4): the Boolean variable of every analysis.</summary>
/// <remarks>Written as <c>approval:gb-commons</c>, <c>admission:UA</c>, <c>circumstance:ceasefire</c>, <c>stage:fr-land</c> or <c>amount:fr-land</c>. Equality is by value. Lists of matters go by kind, and then in the order of the model.</remarks>
public sealed record OpenMatter : IParsable<OpenMatter>
{
    /// <summary>Names a matter.</summary>
    /// <param name="kind">What is open.</param>
    /// <param name="id">The id of the approval, circumstance or pledge; for <see cref="OpenMatterKind.Admission"/>, the host's code.</param>
    /// <exception cref="ArgumentException"><paramref name="id"/> is not such an id.</exception>
    public OpenMatter(OpenMatterKind kind, string id)
    {
        Kind = Guard.Defined(kind, nameof(kind));
        Id = kind == OpenMatterKind.Admission ? new NationCode(id).Value : Guard.Id(id, nameof(id));
    }

    // For ids taken from a checked model.
    private OpenMatter(string id, OpenMatterKind kind)
    {
        Kind = kind;
        Id = id;
    }

    /// <summary>What is open.</summary>
    public OpenMatterKind Kind { get; }

    /// <summary>The id of the approval, circumstance or pledge, or the host's code.</summary>
    public string Id { get; }

    internal static OpenMatter Of(OpenMatterKind kind, string checkedId) => new(checkedId, kind);

    /// <summary>Reads a matter from the form that <see cref="ToString"/> writes.</summary>
    /// <param name="s">The text.</param>
    /// <returns>The matter.</returns>
    /// <exception cref="FormatException"><paramref name="s"/> names no matter.</exception>
    public static OpenMatter Parse(string s)
    {
        ArgumentNullException.ThrowIfNull(s);
        return TryParse(s, out var matter) ? matter : throw new FormatException(
            $"'{Guard.Clip(s)}' is not an open matter: expected a form such as approval:gb-commons, admission:UA, circumstance:ceasefire, stage:fr-land or amount:fr-land.");
    }

    /// <summary>Reads a matter if there is one.</summary>
    /// <param name="s">The text, or null.</param>
    /// <param name="result">The matter, or null.</param>
    /// <returns>Whether <paramref name="s"/> names a matter.</returns>
    public static bool TryParse([NotNullWhen(true)] string? s, [MaybeNullWhen(false)] out OpenMatter result)
    {
        result = null;
        if (s?.Split(':') is [var word, var id]
            && FormatNames.All<OpenMatterKind>().IndexOf(word) is >= 0 and var position
            && (OpenMatterKind)position is var kind
            && (kind == OpenMatterKind.Admission ? NationCode.TryParse(id, out _) : Guard.IsId(id)))
        {
            result = new OpenMatter(id, kind);
        }

        return result is not null;
    }

    /// <summary>The matter as <see cref="Parse"/> reads it. Invariant.</summary>
    public override string ToString() => $"{FormatNames.Of(Kind)}:{Id}";

    // No provider matters to a form that is the same everywhere.
    static OpenMatter IParsable<OpenMatter>.Parse(string s, IFormatProvider? provider) => Parse(s);

    static bool IParsable<OpenMatter>.TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, [MaybeNullWhen(false)] out OpenMatter result) => TryParse(s, out result);
}
