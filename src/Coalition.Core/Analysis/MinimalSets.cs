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
    private readonly ImmutableArray<FunctionVariable> variables;
    private readonly Lazy<BigInteger> count;
    private readonly Lazy<ImmutableArray<BigInteger>> countBySize;

    internal MinimalSets(SetDiagram sets, ImmutableArray<FunctionVariable> variables)
    {
        this.sets = sets;
        this.variables = variables;
        count = new(() => SetCounts.Count(sets));
        countBySize = new(() => SetCounts.BySize(sets, Count));
    }

    /// <summary>How many sets there are: exact. Found on first use, by one addition for each node of the diagram.</summary>
    public BigInteger Count => count.Value;

    /// <summary>How many sets there are of each size, from nought to the greatest size; empty if there is no set. Exact; their sum is <see cref="Count"/>.</summary>
    /// <remarks>Found on first use, by at most two additions for each node of the diagram and each size.</remarks>
    public ImmutableArray<BigInteger> CountBySize => countBySize.Value;

    /// <summary>The sets as a diagram, for the analyses that go on from it.</summary>
    internal SetDiagram Diagram => sets;

    /// <summary>The first sets in order of size, and how many more there are.</summary>
    /// <param name="most">The most sets to list; not negative.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="most"/> is negative.</exception>
    public SetListing List(int most) => List(this, most);

    /// <summary>The sets in order of size, the smallest first.</summary>
    public IEnumerator<MinimalSet> GetEnumerator() => SetEnumeration.BySize(sets).Select(Set).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>The sets in order of the probability that all their variables are true, the greatest first.</summary>
    /// <param name="probabilities">The probability of each variable of the function, from 0 to 1; they are taken as independent.</param>
    /// <remarks>
    /// A search by the best first whose distance to the end is exact (Hart, Nilsson and Raphael, 1968), over the sum of -ln p: sets whose probabilities
    /// differ by less than some 1e-13 of themselves may come in either order. Cost: beforehand one step for each node; then, for each set, at most one step
    /// for each level, each of which may add one entry to a queue that is held until the enumeration ends.
    /// </remarks>
    internal IEnumerable<MinimalSet> ByProbability(ImmutableArray<double> probabilities) =>
        SetEnumeration.ByWeight<double>(sets, [.. probabilities.Select(p => -Math.Log(p))]).Select(found => Set(found.Set));

    /// <summary>The sets in order of cost, the cheapest first, each with its cost; those of one cost in an order that is the same each time.</summary>
    /// <param name="costs">The cost of each variable of the function.</param>
    /// <remarks>Exact. The search, and its cost, are those of <see cref="ByProbability"/>.</remarks>
    internal IEnumerable<(MinimalSet Set, Int128 Cost)> ByCost(ImmutableArray<long> costs) =>
        SetEnumeration.ByWeight<Int128>(sets, [.. costs.Select(c => (Int128)c)]).Select(found => (Set(found.Set), found.Weight));

    /// <summary>The first of these sets, given in any order, and how many more there are.</summary>
    internal SetListing List(IEnumerable<MinimalSet> inOrder, int most)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(most);
        ImmutableArray<MinimalSet> listed = [.. inOrder.Take(most)];
        return new SetListing(listed, Count - listed.Length);
    }

    private MinimalSet Set(int[] set)
    {
        Array.Sort(set);
        return new MinimalSet([.. set.Select(v => variables[v])]);
    }
}
