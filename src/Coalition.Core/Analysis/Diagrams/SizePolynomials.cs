using System.Numerics;
using System.Runtime.InteropServices;

namespace Coalition.Analysis.Diagrams;

/// <summary>Counts, for each variable, assignments of the others by the number of true ones: by walks over a diagram.</summary>
/// <remarks>
/// The counts of a variable are the coefficients of a polynomial in t, a generating function (Mann and Shapley, 1962). A walk up and a walk down the diagram give
/// its value for all variables at some values of t; from those at t = 0 to n-1 it is interpolated (Newton). All of it is modulo primes near 2^50, as many as
/// exceed the greatest count possible, which is the middle binomial coefficient of n-1, and then joined by the Chinese remainder theorem: no count can overflow.
/// Cost: three products per node, point and prime, several points at once, and n³ for the interpolation; one prime suffices up to 54 variables, two up to 104.
/// Memory: 128 bytes a node, half of that for a million nodes or more where the machine's vectors have four numbers.
/// </remarks>
internal abstract class SizePolynomials
{
    private const int ManyNodes = 1_000_000;

    private readonly DiagramNode[] nodes;
    private readonly int variables;

    /// <param name="nodes">The nodes, all below the last; the two ends first, the one that counts nothing and the one that counts one.</param>
    /// <param name="variables">The number of variables, at least one.</param>
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
            Interpolate(values, variables, field, cancellation);
            Join(counts, modulus, values, field);
            modulus *= field.Prime;
            if (modulus > greatest)
            {
                break;
            }
        }

        return counts;
    }

    /// <summary>The point that the walks use where t is this, and the weight of the last node there.</summary>
    protected abstract (ulong Point, ulong Weight) At(ulong t, PrimeField field);

    /// <summary>Gives each node its value at some points, from those of its branches.</summary>
    /// <param name="points">The points, in vectors.</param>
    /// <param name="below">The values by node and point; those of the two ends are set.</param>
    /// <param name="lanes">The arithmetic.</param>
    protected abstract void WalkUp(ReadOnlySpan<Vector<double>> points, Span<Vector<double>> below, PrimeLanes lanes);

    /// <summary>Gives each node its weight in the whole, from those of the nodes that refer to it, and adds up what the variables count.</summary>
    /// <param name="points">The points, in vectors.</param>
    /// <param name="below">The values by node and point.</param>
    /// <param name="above">The weights by node and point; that of the last node is set.</param>
    /// <param name="counted">What is counted, by variable and point.</param>
    /// <param name="lanes">The arithmetic.</param>
    protected abstract void WalkDown(
        ReadOnlySpan<Vector<double>> points, ReadOnlySpan<Vector<double>> below, Span<Vector<double>> above, Span<Vector<double>> counted, PrimeLanes lanes);

    // The value of each polynomial at 0 to n-1, by variable and t.
    private ulong[] Values(PrimeField field, CancellationToken cancellation)
    {
        var values = new ulong[variables * variables];
        var width = nodes.Length < ManyNodes ? Math.Max(8 / Vector<double>.Count, 1) : 1;
        var points = new Vector<double>[width];
        var counted = new Vector<double>[variables * width];
        var size = nodes.Length * width;
        var lentBelow = Scratch.Rent<Vector<double>>(size);
        var lentAbove = Scratch.Rent<Vector<double>>(size);
        var below = lentBelow.AsSpan(0, size);
        var above = lentAbove.AsSpan(0, size);
        var lanes = new PrimeLanes(field);
        below.Slice(width, width).Fill(Vector<double>.One);
        for (var first = 0; first < variables; first += width * Vector<double>.Count)
        {
            cancellation.ThrowIfCancellationRequested();
            above.Clear();
            counted.AsSpan().Clear();
            for (var i = 0; i < width * Vector<double>.Count; i++)
            {
                var (point, weight) = At((ulong)(first + i), field);
                Numbers(points)[i] = point;
                Numbers(above[^width..])[i] = weight;
            }

            WalkUp(points, below, lanes);
            WalkDown(points, below, above, counted, lanes);
            for (var variable = 0; variable < variables; variable++)
            {
                var row = Numbers(counted.AsSpan(variable * width, width));
                for (var i = 0; i < row.Length && first + i < variables; i++)
                {
                    values[(variable * variables) + first + i] = row[i] < 0 ? field.Prime - (ulong)-row[i] : (ulong)row[i];
                }
            }
        }

        Scratch.Return(lentBelow);
        Scratch.Return(lentAbove);
        return values;
    }

    private static Span<double> Numbers(Span<Vector<double>> vectors) => MemoryMarshal.Cast<Vector<double>, double>(vectors);

    // From the values of each polynomial at 0 to n-1 to its coefficients.
    private static void Interpolate(Span<ulong> values, int n, PrimeField field, CancellationToken cancellation)
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
            cancellation.ThrowIfCancellationRequested();
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
