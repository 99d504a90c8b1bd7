using System.Numerics;

namespace Coalition.Analysis.Diagrams;

/// <summary>How many assignments make a function true, and at how many a variable is critical, by the number of true variables.</summary>
internal sealed class SizeCounts
{
    private SizeCounts(BigInteger[] trueBySize, BigInteger[][] swings)
    {
        True = trueBySize;
        Swings = swings;
    }

    /// <summary>The number of true assignments with so many true variables, from none to all.</summary>
    internal BigInteger[] True { get; }

    /// <summary>For each variable, the assignments of the others that are false with it false and true with it true, by the number of true others.</summary>
    internal BigInteger[][] Swings { get; }

    /// <exception cref="OperationCanceledException">The work was cancelled.</exception>
    internal static SizeCounts Of(Diagram diagram, int root, CancellationToken cancellation)
    {
        var swings = root > Diagram.True ? new SwingPolynomials(diagram, root).Counts(cancellation) : None(diagram.Variables);
        return new SizeCounts(TrueBySize(swings, isTrueOfNone: root == Diagram.True), swings);
    }

    /// <summary>For each variable, the sets of a family that it is in, by the number of the others in the set.</summary>
    /// <exception cref="OperationCanceledException">The work was cancelled.</exception>
    internal static BigInteger[][] Members(SetDiagram sets, CancellationToken cancellation) =>
        sets.Root > SetDiagram.Empty ? new MemberPolynomials(sets).Counts(cancellation) : None(sets.Order.Length);

    private static BigInteger[][] None(int variables) => [.. Enumerable.Range(0, variables).Select(_ => new BigInteger[variables])];

    // True assignments of size k+1 with one of their true variables singled out are those of size k with a false one singled out, and the swings at size k.
    private static BigInteger[] TrueBySize(BigInteger[][] swings, bool isTrueOfNone)
    {
        var n = swings.Length;
        var counts = new BigInteger[n + 1];
        counts[0] = isTrueOfNone ? 1 : 0;
        for (var size = 0; size < n; size++)
        {
            var into = swings.Aggregate(BigInteger.Zero, (sum, s) => sum + s[size]);
            counts[size + 1] = (into + ((n - size) * counts[size])) / (size + 1);
        }

        return counts;
    }
}
