using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Coalition.Approvals;

/// <summary>A fraction above 0 and up to 1, exact, such as <c>2/3</c>.</summary>
/// <remarks>Kept as written: <c>2/4</c> does not equal <c>1/2</c>. The default value is no share; its components are 0.</remarks>
public readonly record struct Share : IParsable<Share>
{
    private const int MaxDenominator = 1_000;

    /// <summary>Creates a share.</summary>
    /// <param name="numerator">At least 1.</param>
    /// <param name="denominator">At least <paramref name="numerator"/>, at most 1,000.</param>
    /// <exception cref="ArgumentOutOfRangeException">The fraction is not above 0 and at most 1, or its denominator is above 1,000.</exception>
    public Share(int numerator, int denominator)
    {
        if (!IsShare(numerator, denominator))
        {
            throw new ArgumentOutOfRangeException(
                nameof(numerator), $"{numerator}/{denominator}", "Expected a fraction above 0 and at most 1, with a denominator up to 1,000.");
        }

        Numerator = numerator;
        Denominator = denominator;
    }

    /// <summary>The numerator.</summary>
    public int Numerator { get; }

    /// <summary>The denominator.</summary>
    public int Denominator { get; }

    /// <summary>Reads a share from a form such as <c>2/3</c>.</summary>
    /// <param name="s">The text.</param>
    /// <returns>The share.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="s"/> is null.</exception>
    /// <exception cref="FormatException"><paramref name="s"/> is not a share.</exception>
    public static Share Parse(string s)
    {
        ArgumentNullException.ThrowIfNull(s);
        return TryParse(s, out var share) ? share
            : throw new FormatException($"'{Internal.Guard.Clip(s)}' is not a share: expected a fraction such as 2/3.");
    }

    /// <summary>Reads a share if there is one.</summary>
    /// <param name="s">The text, or null.</param>
    /// <param name="result">The share, or the default value.</param>
    /// <returns>Whether <paramref name="s"/> is a share.</returns>
    public static bool TryParse([NotNullWhen(true)] string? s, out Share result)
    {
        result = default;
        // The framework's parser passes over trailing zero characters.
        if (s?.Split('/') is not [var upper, var lower] || s.Contains('\0')
            || !int.TryParse(upper, NumberStyles.None, CultureInfo.InvariantCulture, out var numerator)
            || !int.TryParse(lower, NumberStyles.None, CultureInfo.InvariantCulture, out var denominator)
            || !IsShare(numerator, denominator))
        {
            return false;
        }

        result = new Share(numerator, denominator);
        return true;
    }

    /// <summary>The share as <c>2/3</c>. Invariant.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Numerator}/{Denominator}");

    private static bool IsShare(int numerator, int denominator) =>
        numerator >= 1 && denominator >= numerator && denominator <= MaxDenominator;

    // No provider matters to a form that is the same everywhere.
    static Share IParsable<Share>.Parse(string s, IFormatProvider? provider) => Parse(s);

    static bool IParsable<Share>.TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out Share result) => TryParse(s, out result);
}
