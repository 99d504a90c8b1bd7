namespace Coalition.Analysis.Diagrams;

/// <summary>Arithmetic modulo a prime below 2^50, on numbers below the prime.</summary>
/// <remarks>
/// A product is taken without division (Montgomery, 1985): <see cref="Multiply"/> gives a·b/2^64. A number times 2^64 is said to be in its form; the product of a
/// number in its form with a plain one is plain, and that of two in their form is in its form.
/// </remarks>
internal readonly struct PrimeField
{
    private readonly ulong inverse;
    private readonly ulong square;

    private PrimeField(ulong prime)
    {
        Prime = prime;

        // Newton's iteration for the inverse modulo 2^64: each step doubles the bits that are right, from three.
        inverse = prime;
        for (var step = 0; step < 5; step++)
        {
            inverse *= 2 - (prime * inverse);
        }

        One = (ulong)((UInt128.One << 64) % prime);
        square = (ulong)((UInt128)One * One % prime);
    }

    internal ulong Prime { get; }

    /// <summary>One, in its form.</summary>
    internal ulong One { get; }

    /// <summary>The fields of the primes below 2^50, from the greatest down.</summary>
    internal static IEnumerable<PrimeField> Descending()
    {
        for (var candidate = (1UL << 50) - 1; ; candidate -= 2)
        {
            var field = new PrimeField(candidate);
            if (field.IsPrime())
            {
                yield return field;
            }
        }
    }

    /// <summary>A number in its form.</summary>
    internal ulong Form(ulong number) => Multiply(number % Prime, square);

    internal ulong Add(ulong a, ulong b) => Wrap(a + b - Prime);

    internal ulong Subtract(ulong a, ulong b) => Wrap(a - b);

    internal ulong Multiply(ulong a, ulong b)
    {
        var high = Math.BigMul(a, b, out var low);
        return Wrap(high - Math.BigMul(low * inverse, Prime, out _));
    }

    /// <summary>A power of a number in its form.</summary>
    internal ulong Power(ulong number, ulong exponent)
    {
        var power = One;
        for (; exponent > 0; exponent >>= 1)
        {
            power = (exponent & 1) == 1 ? Multiply(power, number) : power;
            number = Multiply(number, number);
        }

        return power;
    }

    /// <summary>The inverse of a number, not nought, in its form.</summary>
    internal ulong Inverse(ulong number) => Power(number, Prime - 2);

    // A difference of two numbers below the prime, wrapped below nought, needs the prime once.
    private ulong Wrap(ulong difference) => difference + (Prime & (ulong)((long)difference >> 63));

    // Miller and Rabin; these bases leave no doubt below 3.3e24 (Sorenson and Webster, 2015).
    private bool IsPrime()
    {
        foreach (ulong small in (ReadOnlySpan<ulong>)[2, 3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37])
        {
            if (!PassesFor(small))
            {
                return false;
            }
        }

        return true;
    }

    private bool PassesFor(ulong small)
    {
        var odd = (Prime - 1) >> (int)ulong.TrailingZeroCount(Prime - 1);
        var minusOne = Prime - One;
        var power = Power(Form(small), odd);
        if (power == One)
        {
            return true;
        }

        for (; odd < Prime - 1; odd <<= 1)
        {
            if (power == minusOne)
            {
                return true;
            }

            power = Multiply(power, power);
        }

        return false;
    }
}
