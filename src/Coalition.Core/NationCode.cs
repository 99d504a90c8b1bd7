using System.Diagnostics.CodeAnalysis;
using Coalition.Internal;

namespace Coalition;

/// <summary>An ISO 3166-1 alpha-2 code of a nation, such as <c>FR</c>.</summary>
/// <remarks>
/// Accepted are the codes that ISO 3166-1 assigns, the exceptionally reserved <c>EU</c>, and the codes that the
/// standard leaves to its users, for organisations: <c>AA</c>, <c>QM</c> to <c>QZ</c>, <c>XA</c> to <c>XZ</c>, <c>ZZ</c>.
/// Equality is ordinal. The default value is no code: reading <see cref="Value"/> from it throws.
/// </remarks>
public readonly record struct NationCode : ISpanParsable<NationCode>
{
    internal const string Expected = "an ISO 3166-1 alpha-2 code in capitals, such as FR (the United Kingdom is GB), EU, or a user-assigned one such as XA";

    private readonly string? value;

    /// <summary>Creates a code from its two letters.</summary>
    /// <param name="value">Two ASCII capital letters, assigned by ISO 3166-1 or left to users.</param>
    /// <exception cref="ArgumentNullException"><paramref name="value"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="value"/> is not such a code.</exception>
    public NationCode(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        this.value = IsoTables.NationCode(value)
            ?? throw new ArgumentException($"'{Guard.Clip(value)}' is not a nation code: expected {Expected}.", nameof(value));
    }

    private NationCode(string interned, bool _) => value = interned;

    /// <summary>The two letters.</summary>
    /// <exception cref="InvalidOperationException">This is the default value, which is no code.</exception>
    public string Value => value ?? throw new InvalidOperationException("The default NationCode is no code.");

    /// <summary>Reads a code; the same as the constructor.</summary>
    /// <param name="s">Two ASCII capital letters.</param>
    /// <returns>The code.</returns>
    /// <exception cref="FormatException"><paramref name="s"/> is not a nation code.</exception>
    public static NationCode Parse(string s)
    {
        ArgumentNullException.ThrowIfNull(s);
        return Parse(s.AsSpan());
    }

    /// <inheritdoc cref="Parse(string)"/>
    public static NationCode Parse(ReadOnlySpan<char> s) => TryParse(s, out var code)
        ? code
        : throw new FormatException($"'{Guard.Clip(s.ToString())}' is not a nation code: expected {Expected}.");

    /// <summary>Reads a code if there is one.</summary>
    /// <param name="s">The text, or null.</param>
    /// <param name="result">The code, or the default value.</param>
    /// <returns>Whether <paramref name="s"/> is a nation code.</returns>
    public static bool TryParse([NotNullWhen(true)] string? s, out NationCode result) => TryParse(s.AsSpan(), out result);

    /// <inheritdoc cref="TryParse(string?, out NationCode)"/>
    public static bool TryParse(ReadOnlySpan<char> s, out NationCode result)
    {
        var interned = IsoTables.NationCode(s);
        result = interned is null ? default : new NationCode(interned, true);
        return interned is not null;
    }

    /// <summary>The two letters, or nothing for the default value.</summary>
    public override string ToString() => value ?? "";

    // No provider matters to a form that is the same everywhere.
    static NationCode IParsable<NationCode>.Parse(string s, IFormatProvider? provider) => Parse(s);

    static bool IParsable<NationCode>.TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out NationCode result) => TryParse(s, out result);

    static NationCode ISpanParsable<NationCode>.Parse(ReadOnlySpan<char> s, IFormatProvider? provider) => Parse(s);

    static bool ISpanParsable<NationCode>.TryParse(ReadOnlySpan<char> s, IFormatProvider? provider, out NationCode result) => TryParse(s, out result);
}
