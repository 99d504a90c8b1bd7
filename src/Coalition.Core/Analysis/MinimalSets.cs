using System.Collections;
using System.Collections.Immutable;
using System.Numerics;
using Coalition.Analysis.Diagrams;

namespace Coalition.Analysis;

/// <summary>All minimal sets of one kind, such as all unlock sets: counted without being listed, and listed one at a time.</summary>
/// <remarks>
/// <para>
/// No set contains another. They are held together as a zero-suppressed decision diagram (Minato, 1993), in which each path is one set; their number may be
/// beyond any listing while the diagram is small. Immutable, and shared between threads without harm; equality is by reference.
/// </para>
/// <para>
/// Enumerated, the sets come in order of size, the smallest first. Those of one size come in the order of the diagram's levels, the same each time: of two, the
/// one with the earliest variable that is not in both comes first. Cost: beforehand one step for each node, with a bit held for each size that
/// its sets may have; then, for each set, at most one step for each level, and no memory beyond the set itself.
/// </para>
/// </remarks>
public sealed partial class MinimalSets : IEnumerable<MinimalSet>
{
    private readonly SetDiagram sets;
    private readonly SufficiencyFunction function;
    private readonly bool areRefused;
    private readonly Lazy<BigInteger> count;
    private readonly Lazy<ImmutableArray<BigInteger>> countBySize;

    /// <param name="sets">The sets, over the variables of the function.</param>
    /// <param name="function">The function that they are sets of.</param>
    /// <param name="areRefused">Whether the sets are told by what is refused, as blocking sets are.</param>
    internal MinimalSets(SetDiagram sets, SufficiencyFunction function, bool areRefused)
    {
        this.sets = sets;
        this.function = function;
        this.areRefused = areRefused;
        count = new(() => SetCounts.Count(sets));
        countBySize = new(() => SetCounts.BySize(sets, Count));
    }

    /// <summary>How many sets there are: exact. Found on first use, by one addition for each node of the diagram.</summary>
    public BigInteger Count => count.Value;

    /// <summary>How many sets there are of each size, from nought to the greatest size; empty if there is no set. Exact; their sum is <see cref="Count"/>.</summary>
    /// <remarks>Found on first use, by at most two additions for each node of the diagram and each size.</remarks>
    public ImmutableArray<BigInteger> CountBySize => countBySize.Value;

    /// <summary>The first sets in order of size, and how many more there are.</summary>
    /// <param name="most">The most sets to list; not negative.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="most"/> is negative.</exception>
    public SetListing List(int most)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(most);
        ImmutableArray<MinimalSet> listed = [.. this.Take(most)];
        return new SetListing(listed, Count - listed.Length);
    }

    /// <summary>The sets in order of size, the smallest first.</summary>
    public IEnumerator<MinimalSet> GetEnumerator() => SetEnumeration.BySize(sets).Select(Set).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private MinimalSet Set(int[] set)
    {
        Array.Sort(set);
        return new MinimalSet([.. set.Select(v => function.Variables[v])]);
    }
}
