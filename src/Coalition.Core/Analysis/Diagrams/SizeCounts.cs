using System.Collections.Immutable;
using System.Numerics;

namespace Coalition.Analysis.Diagrams;

/// <summary>How many assignments make a function true, and at how many a variable is critical, by the number of true variables.</summary>
/// <remarks>
/// If every variable is true with probability p on its own, variable i decides the outcome with probability B_i(p) (Birnbaum, 1969), and with t = p/(1-p) the
/// polynomial B_i(p)·(1+t)^(n-1) in t has the counts of its swings by size as coefficients (generating functions: Mann and Shapley, 1962). So B_i is evaluated
/// for all i at t = 0 to n-1, each by one walk up and one walk down the diagram, and the polynomial is interpolated (Newton). All of it is modulo primes near
/// 2^62, as many as exceed the greatest count possible, which is the middle binomial coefficient of n-1, and then joined by the Chinese remainder theorem: no
/// count can overflow. The true assignments by size follow from the swings, since true assignments of size k+1 with one true variable singled out are the
/// swings into them and the true assignments of size k with a false one. Cost: some three products per node, point and prime, and n³ for the interpolation;
/// one prime suffices up to 65 variables, two up to 127. Memory: some 64 MB, or 28 bytes a node where that is more.
/// </remarks>
internal sealed class SizeCounts
{
    // The numbers of all nodes at a few points at a time.
    private const int MostNumbers = 4_000_000;
    private const int MostPointsAtOnce = 16;

    private SizeCounts(ImmutableArray<BigInteger> trueBySize, ImmutableArray<ImmutableArray<BigInteger>> swings)
    {
        True = trueBySize;
        Swings = swings;
    }

    /// <summary>The number of true assignments with so many true variables, from none to all.</summary>
    internal ImmutableArray<BigInteger> True { get; }

    /// <summary>For each variable, the assignments of the others that are false with it false and true with it true, by the number of true others.</summary>
    internal ImmutableArray<ImmutableArray<BigInteger>> Swings { get; }

    /// <exception cref="OperationCanceledException">The work was cancelled.</exception>
    internal static SizeCounts Of(Diagram diagram, int root, CancellationToken cancellation)
    {
        var n = diagram.Variables;
        var swings = new BigInteger[n][];
        for (var variable = 0; variable < n; variable++)
        {
            swings[variable] = new BigInteger[n];
        }

        if (n > 0 && root > Diagram.True)
        {
            var nodes = Reachable(diagram, root);
            var greatest = Combinatorics.Binomials(n - 1)[(n - 1) / 2];
            var modulus = BigInteger.One;
            foreach (var field in PrimeField.Descending())
            {
                Join(swings, modulus, Coefficients(Birnbaum(nodes, n, field, cancellation), n, field), field);
                modulus *= field.Prime;
                if (modulus > greatest)
                {
                    break;
                }
            }
        }

        return new SizeCounts(TrueBySize(swings, isTrueOfNone: root == Diagram.True), [.. swings.Select(s => s.ToImmutableArray())]);
    }

    private static ImmutableArray<BigInteger> TrueBySize(BigInteger[][] swings, bool isTrueOfNone)
    {
        var n = swings.Length;
        var counts = ImmutableArray.CreateBuilder<BigInteger>(n + 1);
        counts.Add(isTrueOfNone ? 1 : 0);
        for (var size = 0; size < n; size++)
        {
            var into = swings.Aggregate(BigInteger.Zero, (sum, s) => sum + s[size]);
            counts.Add((into + ((n - size) * counts[size])) / (size + 1));
        }

        return counts.MoveToImmutable();
    }

    // The nodes below a root, numbered anew in the same order.
    private static DiagramNode[] Reachable(Diagram diagram, int root)
    {
        var position = new int[root + 1];
        position[root] = 1;
        for (var node = root; node > Diagram.True; node--)
        {
            if (position[node] > 0)
            {
                position[diagram[node].High] = position[diagram[node].Low] = 1;
            }
        }

        var nodes = new List<DiagramNode>([diagram[Diagram.False], diagram[Diagram.True]]);
        position[Diagram.False] = Diagram.False;
        position[Diagram.True] = Diagram.True;
        for (var node = Diagram.True + 1; node <= root; node++)
        {
            if (position[node] > 0)
            {
                position[node] = nodes.Count;
                var (variable, high, low) = diagram[node];
                nodes.Add(new DiagramNode(variable, position[high], position[low]));
            }
        }

        return [.. nodes];
    }

    // The value of B_i at each point, by variable and point.
    private static ulong[] Birnbaum(DiagramNode[] nodes, int n, PrimeField field, CancellationToken cancellation)
    {
        var values = new ulong[n * n];
        var block = Math.Clamp(MostNumbers / nodes.Length, 1, Math.Min(n, MostPointsAtOnce));
        var below = new ulong[nodes.Length * block];
        var above = new ulong[nodes.Length * block];
        for (var first = 0; first < n; first += block)
        {
            cancellation.ThrowIfCancellationRequested();
            var points = new ulong[Math.Min(block, n - first)];
            for (var i = 0; i < points.Length; i++)
            {
                var t = (ulong)(first + i);
                points[i] = field.Multiply(field.Form(t), field.Inverse(field.Form(t + 1)));
            }

            WalkUp(nodes, points, below, field);
            WalkDown(nodes, points, below, above, values.AsSpan(first), n, field);
        }

        return values;
    }

    // The probability that each node is true.
    private static void WalkUp(DiagramNode[] nodes, ReadOnlySpan<ulong> points, ulong[] below, PrimeField field)
    {
        var width = points.Length;
        below.AsSpan(Diagram.False * width, width).Clear();
        below.AsSpan(Diagram.True * width, width).Fill(1);
        for (var node = Diagram.True + 1; node < nodes.Length; node++)
        {
            var own = below.AsSpan(node * width, width);
            var high = below.AsSpan(nodes[node].High * width, width);
            var low = below.AsSpan(nodes[node].Low * width, width);
            for (var i = 0; i < own.Length; i++)
            {
                own[i] = field.Add(low[i], field.Multiply(points[i], field.Subtract(high[i], low[i])));
            }
        }
    }

    // The probability of coming by each node, in its form; and with it, the probability that the variable there decides.
    private static void WalkDown(
        DiagramNode[] nodes, ReadOnlySpan<ulong> points, ulong[] below, ulong[] above, Span<ulong> values, int n, PrimeField field)
    {
        var width = points.Length;
        above.AsSpan().Clear();
        above.AsSpan((nodes.Length - 1) * width, width).Fill(field.One);
        for (var node = nodes.Length - 1; node > Diagram.True; node--)
        {
            var (variable, high, low) = nodes[node];
            var own = above.AsSpan(node * width, width);
            var aboveHigh = above.AsSpan(high * width, width);
            var aboveLow = above.AsSpan(low * width, width);
            var belowHigh = below.AsSpan(high * width, width);
            var belowLow = below.AsSpan(low * width, width);
            var value = values.Slice(variable * n, width);
            for (var i = 0; i < own.Length; i++)
            {
                var toHigh = field.Multiply(points[i], own[i]);
                aboveHigh[i] = field.Add(aboveHigh[i], toHigh);
                aboveLow[i] = field.Add(aboveLow[i], field.Subtract(own[i], toHigh));
                value[i] = field.Add(value[i], field.Multiply(own[i], field.Subtract(belowHigh[i], belowLow[i])));
            }
        }
    }

    // From the values of B_i at the points to the coefficients by size.
    private static ulong[] Coefficients(ulong[] values, int n, PrimeField field)
    {
        var forms = new ulong[n + 1];
        var inverses = new ulong[n + 1];
        var scales = new ulong[n];
        for (var t = 1; t <= n; t++)
        {
            forms[t] = field.Form((ulong)t);
            inverses[t] = field.Inverse(forms[t]);
            scales[t - 1] = field.Power(forms[t], (ulong)(n - 1));
        }

        var coefficients = new ulong[n * n];
        for (var variable = 0; variable < n; variable++)
        {
            var differences = values.AsSpan(variable * n, n);
            for (var t = 0; t < n; t++)
            {
                differences[t] = field.Multiply(differences[t], scales[t]);
            }

            for (var order = 1; order < n; order++)
            {
                for (var t = n - 1; t >= order; t--)
                {
                    differences[t] = field.Multiply(field.Subtract(differences[t], differences[t - 1]), inverses[order]);
                }
            }

            // Horner's rule: times (t - point), and the next difference.
            var polynomial = coefficients.AsSpan(variable * n, n);
            for (var point = n - 1; point >= 0; point--)
            {
                for (var degree = n - 1 - point; degree > 0; degree--)
                {
                    polynomial[degree] = field.Subtract(polynomial[degree - 1], field.Multiply(polynomial[degree], forms[point]));
                }

                polynomial[0] = field.Subtract(differences[point], field.Multiply(polynomial[0], forms[point]));
            }
        }

        return coefficients;
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
