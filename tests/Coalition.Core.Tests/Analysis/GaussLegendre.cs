namespace Coalition.Tests.Analysis;

/// <summary>Integration from 0 to 1 by Gauss and Legendre, with 32 points: exact for polynomials up to degree 63.</summary>
internal static class GaussLegendre
{
    private const int Count = 32;

    internal static (double Point, double Weight)[] Points { get; } = [.. Enumerable.Range(0, Count).Select(Point)];

    internal static double Integral(Func<double, double> function) => Points.Sum(p => p.Weight * function(p.Point));

    private static (double Point, double Weight) Point(int i)
    {
        var x = Math.Cos(Math.PI * (i + 0.75) / (Count + 0.5));
        var slope = 0.0;
        for (var step = 0; step < 10; step++)
        {
            var (before, at) = (1.0, x);
            for (var degree = 2; degree <= Count; degree++)
            {
                (before, at) = (at, (((2 * degree) - 1) * x * at - ((degree - 1) * before)) / degree);
            }

            slope = Count * ((x * at) - before) / ((x * x) - 1);
            x -= at / slope;
        }

        return ((x + 1) / 2, 1 / ((1 - (x * x)) * slope * slope));
    }
}
