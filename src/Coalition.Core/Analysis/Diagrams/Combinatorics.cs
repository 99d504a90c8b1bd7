using System.Numerics;

namespace Coalition.Analysis.Diagrams;

/// <summary>Whole numbers that counting needs.</summary>
internal static class Combinatorics
{
    /// <summary>The binomial coefficients of n over 0 to n.</summary>
    internal static BigInteger[] Binomials(int n)
    {
        var row = new BigInteger[n + 1];
        row[0] = 1;
        for (var k = 1; k <= n; k++)
        {
            row[k] = row[k - 1] * (n - k + 1) / k;
        }

        return row;
    }

    /// <summary>The least common multiple of 1 to n.</summary>
    internal static BigInteger LeastCommonMultiple(int n)
    {
        var multiple = BigInteger.One;
        for (var k = 2; k <= n; k++)
        {
            multiple *= k / BigInteger.GreatestCommonDivisor(multiple, k);
        }

        return multiple;
    }
}
