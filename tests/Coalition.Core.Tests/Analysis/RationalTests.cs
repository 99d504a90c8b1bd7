using System.Globalization;
using System.Numerics;
using Coalition.Analysis;

namespace Coalition.Tests.Analysis;

public class RationalTests
{
    [Theory]
    [InlineData(6, 4, "3/2")]
    [InlineData(-6, 4, "-3/2")]
    [InlineData(6, -4, "-3/2")]
    [InlineData(0, -4, "0")]
    [InlineData(8, 4, "2")]
    [InlineData(421, 2145, "421/2145")]
    public void ToString_LowestTerms_DenominatorAboveNought(int numerator, int denominator, string expected)
    {
        var rational = new Rational(numerator, denominator);

        Assert.Equal(expected, rational.ToString());
        Assert.True(rational.Denominator > 0);
    }

    [Fact]
    public void Constructor_DenominatorNought_Refused() => Assert.Equal(
        "The denominator of a fraction is 0.", Assert.Throws<DivideByZeroException>(() => new Rational(1, 0)).Message);

    [Fact]
    public void Default_IsNought()
    {
        Assert.Equal(new Rational(0, 7), default);
        Assert.Equal("0", default(Rational).ToString());
        Assert.Equal(1, default(Rational).Denominator);
        Assert.Equal(0, default(Rational).Value);
        Assert.Equal(new Rational(1, 3), default(Rational) + new Rational(1, 3));
    }

    [Fact]
    public void Operators_SmallFractions_AgreeWithCrossMultiplication()
    {
        var fractions = Enumerable.Range(-4, 9).SelectMany(n => Enumerable.Range(1, 4).Select(d => (N: n, D: d))).ToArray();
        foreach (var (a, b) in fractions.SelectMany(a => fractions.Select(b => (a, b))))
        {
            var (x, y) = (new Rational(a.N, a.D), new Rational(b.N, b.D));

            Assert.Equal(new Rational((a.N * b.D) + (b.N * a.D), a.D * b.D), x + y);
            Assert.Equal(new Rational((a.N * b.D) - (b.N * a.D), a.D * b.D), x - y);
            Assert.Equal(new Rational(a.N * b.N, a.D * b.D), x * y);
            Assert.Equal(a.N * b.D < b.N * a.D, x < y);
            Assert.Equal(a.N * b.D > b.N * a.D, x > y);
            Assert.Equal(a.N * b.D <= b.N * a.D, x <= y);
            Assert.Equal(a.N * b.D >= b.N * a.D, x >= y);
            Assert.Equal(a.N * b.D == b.N * a.D, x == y);
            if (b.N != 0)
            {
                Assert.Equal(x, x / y * y);
            }
            else
            {
                Assert.Throws<DivideByZeroException>(() => x / y);
            }
        }
    }

    [Fact]
    public void Value_OfNumbersThatAreFloatingPointNumbers_IsThatNumber()
    {
        var random = new Random(1);
        for (var i = 0; i < 10_000; i++)
        {
            var expected = BitConverter.Int64BitsToDouble(random.NextInt64(1, 0x7FEF_FFFF_FFFF_FFFF));
            var (numerator, denominator) = Exactly(expected);

            Assert.Equal(expected, new Rational(numerator, denominator).Value);
            Assert.Equal(-expected, new Rational(-numerator, denominator).Value);
        }
    }

    [Fact]
    public void Value_BetweenTwoFloatingPointNumbers_IsTheNearerOneAndATieTheEvenOne()
    {
        var random = new Random(2);
        for (var i = 0; i < 10_000; i++)
        {
            // Every fifth is subnormal.
            var least = BitConverter.Int64BitsToDouble(random.NextInt64(1, i % 5 == 0 ? 0x000F_FFFF_FFFF_FFFF : 0x7FEF_FFFF_FFFF_FFFF));
            var next = Math.BitIncrement(least);
            var (a, b) = (Exactly(least), Exactly(next));
            var middle = (a.Numerator * b.Denominator) + (b.Numerator * a.Denominator);
            var (whole, fine) = (2 * a.Denominator * b.Denominator, BigInteger.Pow(10, 400));

            Assert.Equal(BitConverter.DoubleToInt64Bits(least) % 2 == 0 ? least : next, new Rational(middle, whole).Value);
            Assert.Equal(least, new Rational((middle * fine) - 1, whole * fine).Value);
            Assert.Equal(next, new Rational((middle * fine) + 1, whole * fine).Value);
        }
    }

    // From 2^53 on only even numbers are floating-point numbers; 2^-1074 is the least above nought.
    [Fact]
    public void Value_HalfWay_IsTheNeighbourWithAnEvenLastPlace()
    {
        Assert.Equal(9_007_199_254_740_992.0, new Rational(9_007_199_254_740_993, 1).Value);
        Assert.Equal(9_007_199_254_740_996.0, new Rational(9_007_199_254_740_995, 1).Value);
        Assert.Equal(-9_007_199_254_740_992.0, new Rational(-9_007_199_254_740_993, 1).Value);
        Assert.Equal(0, new Rational(1, BigInteger.One << 1075).Value);
        Assert.Equal(2 * double.Epsilon, new Rational(3, BigInteger.One << 1075).Value);
        Assert.Equal(double.Epsilon, new Rational(1, BigInteger.One << 1074).Value);
    }

    [Fact]
    public void Value_HugeComponents_NeitherOverflowNorVanish()
    {
        var huge = BigInteger.Pow(7, 5000);

        Assert.Equal(1.0 / 3, new Rational(huge, 3 * huge).Value);
        Assert.Equal(1.0 / 3, new Rational(huge, (3 * huge) + 1).Value);
        Assert.Equal(double.PositiveInfinity, new Rational(huge, 1).Value);
        Assert.Equal(double.NegativeInfinity, new Rational(-huge, 1).Value);
        Assert.Equal(0, new Rational(1, huge).Value);
        Assert.Equal(double.MaxValue, new Rational(new BigInteger(double.MaxValue), 1).Value);
    }

    [Fact]
    public void ToString_AnyCulture_TheSame()
    {
        var before = CultureInfo.CurrentCulture;
        try
        {
            var culture = (CultureInfo)CultureInfo.InvariantCulture.Clone();
            culture.NumberFormat.NegativeSign = "minus ";
            CultureInfo.CurrentCulture = culture;

            Assert.Equal("-1/3", new Rational(-1, 3).ToString());
            Assert.Equal("-3", new Rational(-3, 1).ToString());
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    private static (BigInteger Numerator, BigInteger Denominator) Exactly(double positive)
    {
        var bits = BitConverter.DoubleToInt64Bits(positive);
        var exponent = (int)(bits >> 52);
        var significand = (bits & 0x000F_FFFF_FFFF_FFFF) | (exponent == 0 ? 0 : 1L << 52);
        var place = Math.Max(exponent, 1) - 1075;
        return place < 0 ? (significand, BigInteger.One << -place) : ((BigInteger)significand << place, 1);
    }
}
