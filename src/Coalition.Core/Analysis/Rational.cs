using System.Globalization;
using System.Numerics;

namespace Coalition.Analysis;

/// <summary>An exact fraction of whole numbers of any size.</summary>
/// <remarks>Kept in lowest terms, with a denominator above 0, so that equal values are equal. The default value is 0.</remarks>
public readonly record struct Rational : IComparable<Rational>
{
    // One less than the denominator, so that the default value is 0/1.
    private readonly BigInteger denominatorLessOne;

    /// <summary>Creates a fraction, and reduces it.</summary>
    /// <param name="numerator">The numerator.</param>
    /// <param name="denominator">The denominator; may be negative, not 0.</param>
    /// <exception cref="DivideByZeroException"><paramref name="denominator"/> is 0.</exception>
    public Rational(BigInteger numerator, BigInteger denominator)
    {
        if (denominator.IsZero)
        {
            throw new DivideByZeroException("The denominator of a fraction is 0.");
        }

        var divisor = BigInteger.GreatestCommonDivisor(numerator, denominator) * denominator.Sign;
        Numerator = numerator / divisor;
        denominatorLessOne = (denominator / divisor) - 1;
    }

    /// <summary>The numerator, with the sign of the fraction.</summary>
    public BigInteger Numerator { get; }

    /// <summary>The denominator, at least 1.</summary>
    public BigInteger Denominator => denominatorLessOne + 1;

    /// <summary>The nearest floating-point number, a tie to the even one; infinite beyond the greatest.</summary>
    /// <remarks>Correctly rounded however large the components are: the binary quotient is cut at the last place, and rounded by what is left.</remarks>
    public double Value
    {
        get
        {
            if (Numerator.IsZero)
            {
                return 0;
            }

            var numerator = BigInteger.Abs(Numerator);
            var exponent = (int)long.Clamp(numerator.GetBitLength() - Denominator.GetBitLength(), -5_000, 5_000);
            if (Scaled(numerator, -exponent) < Scaled(Denominator, exponent))
            {
                exponent--;
            }

            // The fraction is now at least 2^exponent, and less than twice that: 53 bits from there, or down to the least subnormal number.
            var place = Math.Max(exponent - 52, -1074);
            var divisor = Scaled(Denominator, place);
            var quotient = BigInteger.DivRem(Scaled(numerator, -place), divisor, out var rest);
            var half = (rest << 1).CompareTo(divisor);
            if (half > 0 || (half == 0 && !quotient.IsEven))
            {
                quotient++;
            }

            return Math.ScaleB((double)quotient, place) * Numerator.Sign;
        }
    }

    /// <summary>The sum.</summary>
    public static Rational operator +(Rational left, Rational right) =>
        new((left.Numerator * right.Denominator) + (right.Numerator * left.Denominator), left.Denominator * right.Denominator);

    /// <summary>The difference.</summary>
    public static Rational operator -(Rational left, Rational right) =>
        new((left.Numerator * right.Denominator) - (right.Numerator * left.Denominator), left.Denominator * right.Denominator);

    /// <summary>The product.</summary>
    public static Rational operator *(Rational left, Rational right) => new(left.Numerator * right.Numerator, left.Denominator * right.Denominator);

    /// <summary>The quotient.</summary>
    /// <exception cref="DivideByZeroException"><paramref name="right"/> is 0.</exception>
    public static Rational operator /(Rational left, Rational right) => new(left.Numerator * right.Denominator, left.Denominator * right.Numerator);

    /// <summary>Whether the left one is less.</summary>
    public static bool operator <(Rational left, Rational right) => left.CompareTo(right) < 0;

    /// <summary>Whether the left one is greater.</summary>
    public static bool operator >(Rational left, Rational right) => left.CompareTo(right) > 0;

    /// <summary>Whether the left one is less or the same.</summary>
    public static bool operator <=(Rational left, Rational right) => left.CompareTo(right) <= 0;

    /// <summary>Whether the left one is greater or the same.</summary>
    public static bool operator >=(Rational left, Rational right) => left.CompareTo(right) >= 0;

    /// <summary>Compares by value.</summary>
    /// <param name="other">The other fraction.</param>
    /// <returns>Below 0, 0 or above 0, as this fraction is less, the same or greater.</returns>
    public int CompareTo(Rational other) => (Numerator * other.Denominator).CompareTo(other.Numerator * Denominator);

    /// <summary>The fraction as <c>421/2145</c>; a whole number as <c>3</c>. Invariant.</summary>
    public override string ToString() => denominatorLessOne.IsZero
        ? Numerator.ToString(CultureInfo.InvariantCulture)
        : string.Create(CultureInfo.InvariantCulture, $"{Numerator}/{Denominator}");

    // Times two to the power of the places, where that is a whole number; else as it is.
    private static BigInteger Scaled(BigInteger number, int places) => places > 0 ? number << places : number;
}
