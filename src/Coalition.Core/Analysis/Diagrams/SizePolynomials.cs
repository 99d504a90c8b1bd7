using System.Numerics;

namespace Coalition.Analysis.Diagrams;

/// <summary>Counts, for each variable, assignments of the others by the number of true ones: by walks over a diagram.</summary>
/// <remarks>
/// The counts of a variable are the coefficients of a polynomial in t, a generating function (Mann and Shapley, 1962). A walk up and a walk down the diagram give
/// its value for all variables at one t; from the values at t = 0 to n-1 it is interpolated (Newton). All of it is modulo primes near 2^62, as many as exceed
/// the greatest count possible, which is the middle binomial coefficient of n-1, and then joined by the Chinese remainder theorem: no count can overflow.
/// Cost: some three products per node, point and prime, and n³ for the interpolation; one prime suffices up to 65 variables, two up to 127. Memory:
/// some 64 MB, or 28 bytes a node where that is more.
/// </remarks>
internal abstract class SizePolynomials
{
    // The numbers of all nodes at a few points at a time.
    private const int MostNumbers = 4_000_000;
    private const int MostPointsAtOnce = 16;

    private readonly DiagramNode[] nodes;
    private readonly int variables;

    /// <param name="nodes">The nodes, all below the last; the two ends first, the one that counts nothing and the one that counts one.</param>
    /// <param name="variables">The number of variables.</param>
    protected SizePolynomials(DiagramNode[] nodes, int variables)
    {
        this.nodes = nodes;
        this.variables = variables;
    }

    protected ReadOnlySpan<DiagramNode> Nodes => nodes;

    protected int Variables => variables;

    /// <summary>The counts by variable, and by the number of true others.</summary>
    /// <exception cref="OperationCanceledException">The work was cancelled.</exception>
    internal BigInteger[][] Counts(CancellationToken cancellation)
    {
        var counts = new BigInteger[variables][];
        for (var variable = 0; variable < variables; variable++)
        {
            counts[variable] = new BigInteger[variables];
        }

        var greatest = Combinatorics.Binomials(variables - 1)[(variables - 1) / 2];
        var modulus = BigInteger.One;
        foreach (var field in PrimeField.Descending())
        {
            var values = Values(field, cancellation);
            Interpolate(values, variables, field);
            Join(counts, modulus, values, field);
            modulus *= field.Prime;
            if (modulus > greatest)
            {
                break;
            }
        }

        return counts;
    }

    /// <summary>Gives each node its value at some points, from those of its branches.</summary>
    /// <param name="points">The points.</param>
    /// <param name="below">The values by node and point; those of the two ends are set.</param>
    /// <param name="field">The arithmetic.</param>
    protected abstract void WalkUp(ReadOnlySpan<ulong> points, ulong[] below, PrimeField field);

    /// <summary>Gives each node its weight in the whole, from those of the nodes that refer to it, and adds up what the variables count.</summary>
    /// <param name="points">The points.</param>
    /// <param name="below">The values by node and point.</param>
    /// <param name="above">The weights by node and point, each in its form; that of the last node is set.</param>
    /// <param name="counted">What each variable counts at each of all points; this walk's points come first.</param>
    /// <param name="field">The arithmetic.</param>
    protected abstract void WalkDown(ReadOnlySpan<ulong> points, ulong[] below, ulong[] above, Span<ulong> counted, PrimeField field);

    /// <summary>The point as the walk uses it, and the weight of the last node, both in their form, where t is the point's.</summary>
    protected abstract (ulong Point, ulong Weight) At(ulong t, PrimeField field);

    private ulong[] Values(PrimeField field, CancellationToken cancellation)
    {
        var values = new ulong[variables * variables];
        var block = Math.Clamp(MostNumbers / nodes.Length, 1, Math.Min(variables, MostPointsAtOnce));
        var below = new ulong[nodes.Length * block];
        var above = new ulong[nodes.Length * block];
        for (var first = 0; first < variables; first += block)
        {
            cancellation.ThrowIfCancellationRequested();
            var points = new ulong[Math.Min(block, variables - first)];
            below.AsSpan(0, points.Length).Clear();
            below.AsSpan(points.Length, points.Length).Fill(1);
            above.AsSpan().Clear();
            for (var i = 0; i < points.Length; i++)
            {
                (points[i], above[((nodes.Length - 1) * points.Length) + i]) = At((ulong)(first + i), field);
            }

            WalkUp(points, below, field);
            WalkDown(points, below, above, values.AsSpan(first), field);
        }

        return values;
    }

    // From the values of each polynomial at 0 to n-1 to its coefficients.
    private static void Interpolate(Span<ulong> values, int n, PrimeField field)
    {
        var forms = new ulong[n];
        var inverses = new ulong[n];
        for (var t = 1; t < n; t++)
        {
            forms[t] = field.Form((ulong)t);
            inverses[t] = field.Inverse(forms[t]);
        }

        for (; !values.IsEmpty; values = values[n..])
        {
            // Newton's divided differences.
            for (var order = 1; order < n; order++)
            {
                for (var t = n - 1; t >= order; t--)
                {
                    values[t] = field.Multiply(field.Subtract(values[t], values[t - 1]), inverses[order]);
                }
            }

            // The product of the differences with (t - 0)(t - 1)... multiplied out, from the last.
            for (var point = n - 2; point >= 0; point--)
            {
                for (var degree = point; degree < n - 1; degree++)
                {
                    values[degree] = field.Subtract(values[degree], field.Multiply(values[degree + 1], forms[point]));
                }
            }
        }
    }

    // The numbers below the greater modulus that have these residues too.
    private static void Join(BigInteger[][] numbers, BigInteger modulus, ulong[] residues, PrimeField field)
    {
        var n = numbers.Length;
        var inverse = field.Inverse(field.Form((ulong)(modulus % field.Prime)));
        for (var i = 0; i < residues.Length; i++)
        {
            ref var number = ref numbers[i / n][i % n];
            var known = (ulong)(number % field.Prime);
            number += modulus * field.Multiply(field.Subtract(residues[i], known), inverse);
        }
    }
}
