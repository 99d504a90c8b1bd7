using System.Numerics;
using Coalition.Analysis.Diagrams;

namespace Coalition.Tests.Analysis;

public class PrimeArithmeticTests
{
    private static PrimeField[] Fields => [.. PrimeField.Descending().Take(4)];

    [Fact]
    public void Descending_AreTheGreatestPrimesBelowTwoToTheFiftieth()
    {
        // By trial division of every odd number down to the fourth.
        var primes = new List<ulong>();
        for (var candidate = (1UL << 50) - 1; primes.Count < 4; candidate -= 2)
        {
            var isPrime = true;
            for (var divisor = 3UL; isPrime && divisor * divisor <= candidate; divisor += 2)
            {
                isPrime = candidate % divisor != 0;
            }

            if (isPrime)
            {
                primes.Add(candidate);
            }
        }

        Assert.Equal(primes, Fields.Select(f => f.Prime));
    }

    // How far they lie below it: a known table (Caldwell, The Prime Pages).
    [Fact]
    public void Descending_TheFirstTen_AreThoseOfTheTable() => Assert.Equal(
        [27, 35, 51, 71, 113, 117, 131, 161, 195, 233], PrimeField.Descending().Take(10).Select(f => (int)((1UL << 50) - f.Prime)));

    [Fact]
    public void Field_DrawnNumbers_AgreesWithBigIntegers()
    {
        var random = new Random(1);
        foreach (var field in Fields)
        {
            foreach (var (a, b) in Enumerable.Range(0, 1000).Select(_ => (Draw(random, field), Draw(random, field))))
            {
                Assert.Equal((ulong)(((BigInteger)a + b) % field.Prime), field.Add(a, b));
                Assert.Equal((ulong)(((BigInteger)a + field.Prime - b) % field.Prime), field.Subtract(a, b));
                Assert.Equal((ulong)((BigInteger)a * b % field.Prime), field.Multiply(field.Form(a), b));
                Assert.Equal((ulong)BigInteger.ModPow(a, 77, field.Prime), field.Multiply(field.Power(field.Form(a), 77), 1));
                Assert.Equal(a == 0 ? 0UL : 1UL, field.Multiply(field.Inverse(field.Form(a)), a));
            }
        }
    }

    [Fact]
    public void Lanes_DrawnNumbersAndTheGreatest_ExactAndWithinTheirBounds()
    {
        var random = new Random(2);
        foreach (var field in Fields)
        {
            var (lanes, prime) = (new PrimeLanes(field), (long)field.Prime);
            long[] ends = [prime, prime - 1, (prime + 1) / 2, (prime - 1) / 2, 1, 0];
            long[] numbers = [.. ends, .. ends.Select(e => -e), .. Enumerable.Range(0, 300).Select(_ => random.NextInt64(-prime, prime + 1))];
            foreach (var (a, b) in numbers.SelectMany(a => numbers.Select(b => (a, b))))
            {
                var product = (long)lanes.Multiply(new Vector<double>(a), new Vector<double>(b))[0];
                var sum = (long)lanes.Reduce(new Vector<double>(a) + new Vector<double>(b))[0];

                Assert.True((((Int128)a * b) - product) % prime == 0 && Math.Abs(product) <= prime / 8 * 7 + 7, $"{a} times {b} is not {product} modulo {prime}.");
                Assert.True((a + b - sum) % prime == 0 && Math.Abs(sum) <= (prime + 1) / 2, $"{a} plus {b} is not {sum} modulo {prime}.");
            }
        }
    }

    private static ulong Draw(Random random, PrimeField field) =>
        random.Next(10) switch { 0 => 0, 1 => field.Prime - 1, 2 => 1, _ => (ulong)random.NextInt64((long)field.Prime) };
}
