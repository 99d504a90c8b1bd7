using System.Collections.Immutable;
using System.Numerics;

namespace Coalition.Analysis.Diagrams;

/// <summary>How many sets a family has, found by one walk over its diagram.</summary>
internal static class SetCounts
{
    /// <summary>The number of sets. Cost: one addition for each node.</summary>
    internal static BigInteger Count(SetDiagram sets)
    {
        var counts = new BigInteger[sets.Nodes.Length];
        counts[SetDiagram.Empty] = 1;
        for (var i = SetDiagram.Empty + 1; i < counts.Length; i++)
        {
            counts[i] = counts[sets[i].High] + counts[sets[i].Low];
        }

        return counts[sets.Root];
    }

    /// <summary>The number of sets of each size, from nought to the greatest size; empty where there is no set.</summary>
    /// <remarks>
    /// Going down from the root, each node gathers in how many ways it is reached with so many variables, and hands them on. As the levels stand together, only what
    /// was handed below the present level is held. No node is reached in more ways than there are sets, so that 128 bits suffice where they hold the count.
    /// Cost: two additions for each node and size.
    /// </remarks>
    internal static ImmutableArray<BigInteger> BySize(SetDiagram sets, BigInteger count) =>
        count <= UInt128.MaxValue
            ? [.. BySize<UInt128>(sets).Select(c => (BigInteger)c)]
            : [.. BySize<BigInteger>(sets)];

    private static T[] BySize<T>(SetDiagram sets)
        where T : INumber<T>
    {
        var ways = new T[sets.Nodes.Length][];
        ways[sets.Root] = [T.One];
        for (var i = sets.Root; i > SetDiagram.Empty; i--)
        {
            var here = ways[i];
            HandOn(here, ref ways[sets[i].High], 1);
            if (sets[i].Low != SetDiagram.None)
            {
                HandOn(here, ref ways[sets[i].Low], 0);
            }

            ways[i] = [];
        }

        return sets.Root == SetDiagram.None ? [] : ways[SetDiagram.Empty];
    }

    private static void HandOn<T>(T[] from, ref T[] to, int more)
        where T : INumber<T>
    {
        if (to is null || to.Length < from.Length + more)
        {
            Array.Resize(ref to, from.Length + more);
        }

        for (var size = 0; size < from.Length; size++)
        {
            to[size + more] += from[size];
        }
    }
}
