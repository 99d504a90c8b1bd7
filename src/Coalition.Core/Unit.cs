using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using Coalition.Internal;

namespace Coalition;

/// <summary>What an amount is counted in: personnel, batteries, or money of one currency.</summary>
/// <remarks>
/// A unit is an id such as <c>sorties-per-day</c>, or an ISO 4217 currency in capitals such as <c>EUR</c>. Equality is ordinal.
/// The default value is no unit: reading <see cref="Code"/> from it throws.
/// </remarks>
public readonly record struct Unit : ISpanParsable<Unit>
{
    internal const string Expected = "an ISO 4217 currency such as EUR, or an id such as personnel";

    private readonly string? code;

    /// <summary>Creates a unit from its code.</summary>
    /// <param name="code">An id in lower case, or an ISO 4217 currency in capitals.</param>
    /// <exception cref="ArgumentNullException"><paramref name="code"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="code"/> is neither.</exception>
    public Unit(string code)
    {
        ArgumentNullException.ThrowIfNull(code);
        this.code = IsCode(code) ? code
            : throw new ArgumentException($"'{Guard.Clip(code)}' is not a unit: expected {Expected}.", nameof(code));
    }

    /// <summary>Soldiers, sailors, airmen and other staff.</summary>
    public static Unit Personnel { get; } = new("personnel");

    /// <summary>Brigades.</summary>
    public static Unit Brigades { get; } = new("brigades");

    /// <summary>Batteries of guns or missiles.</summary>
    public static Unit Batteries { get; } = new("batteries");

    /// <summary>Flights a day.</summary>
    public static Unit SortiesPerDay { get; } = new("sorties-per-day");

    /// <summary>People trained a year.</summary>
    public static Unit TraineesPerYear { get; } = new("trainees-per-year");

    /// <summary>Measures, such as of sanctions.</summary>
    public static Unit Measures { get; } = new("measures");

    /// <summary>Promises that have no size.</summary>
    public static Unit Commitments { get; } = new("commitments");

    /// <summary>Whole euro.</summary>
    public static Unit Euro { get; } = new("EUR");

    /// <summary>The units, beside currencies, that every model knows.</summary>
    public static ImmutableArray<Unit> WellKnown { get; } =
        [Personnel, Brigades, Batteries, SortiesPerDay, TraineesPerYear, Measures, Commitments];

    /// <summary>The unit's code.</summary>
    /// <exception cref="InvalidOperationException">This is the default value, which is no unit.</exception>
    public string Code => code ?? throw new InvalidOperationException("The default Unit is no unit.");

    /// <summary>Whether the unit is money.</summary>
    public bool IsCurrency => char.IsAsciiLetterUpper(Code[0]);

    /// <summary>Whether what is counted can take turns in being deployed: money, measures, commitments and trainees a year cannot.</summary>
    internal bool CanRotate => !IsCurrency && this != Measures && this != Commitments && this != TraineesPerYear;

    /// <summary>Reads a unit; the same as the constructor.</summary>
    /// <param name="s">An id in lower case, or an ISO 4217 currency in capitals.</param>
    /// <returns>The unit.</returns>
    /// <exception cref="FormatException"><paramref name="s"/> is not a unit.</exception>
    public static Unit Parse(string s)
    {
        ArgumentNullException.ThrowIfNull(s);
        return Parse(s.AsSpan());
    }

    /// <inheritdoc cref="Parse(string)"/>
    public static Unit Parse(ReadOnlySpan<char> s) => TryParse(s, out var unit)
        ? unit
        : throw new FormatException($"'{Guard.Clip(s.ToString())}' is not a unit: expected {Expected}.");

    /// <summary>Reads a unit if there is one.</summary>
    /// <param name="s">The text, or null.</param>
    /// <param name="result">The unit, or the default value.</param>
    /// <returns>Whether <paramref name="s"/> is a unit.</returns>
    public static bool TryParse([NotNullWhen(true)] string? s, out Unit result) => TryParse(s.AsSpan(), out result);

    /// <inheritdoc cref="TryParse(string?, out Unit)"/>
    public static bool TryParse(ReadOnlySpan<char> s, out Unit result)
    {
        var text = s.Length <= Guard.MaxIdLength ? s.ToString() : "";
        var known = IsCode(text);
        result = known ? new Unit(text) : default;
        return known;
    }

    /// <summary>The unit's code, or nothing for the default value.</summary>
    public override string ToString() => code ?? "";

    private static bool IsCode(string code) => Guard.IsId(code) || IsoTables.IsCurrency(code);

    // No provider matters to a form that is the same everywhere.
    static Unit IParsable<Unit>.Parse(string s, IFormatProvider? provider) => Parse(s);

    static bool IParsable<Unit>.TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out Unit result) => TryParse(s, out result);

    static Unit ISpanParsable<Unit>.Parse(ReadOnlySpan<char> s, IFormatProvider? provider) => Parse(s);

    static bool ISpanParsable<Unit>.TryParse(ReadOnlySpan<char> s, IFormatProvider? provider, out Unit result) => TryParse(s, out result);
}
