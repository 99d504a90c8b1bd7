using System.Numerics;
using System.Runtime.InteropServices;

namespace Coalition.Analysis.Diagrams;

/// <summary>For each variable, the sum over the true assignments in which it is critical of one by the number of critical variables (Johnston, 1978).</summary>
/// <remarks>
/// A walk down the diagram with all assignments at once. A state is the node that they have reached, together with where each would be now had one of its true
/// variables been false: such a shadow that comes to where the assignment is has no consequence and is dropped; one that comes to false, while the
/// assignment comes to true, makes its variable critical. Assignments of the same node and the same multiset of shadows are one state, so that equal variables
/// cost little, while many different ones may need more states than the budget allows. Sums are whole numbers: multiples of one by the least common multiple of
/// 1 to n. Cost: the states times their shadows.
/// </remarks>
internal sealed class JointCriticality
{
    private const int Lost = -1;

    private readonly Diagram diagram;
    private readonly AnalysisBudget budget;
    private readonly List<State> states = [];
    private readonly List<int>[] byLevel;
    private readonly Dictionary<int[], int> known = new(new SequenceComparer());
    private long size;

    private JointCriticality(Diagram diagram, AnalysisBudget budget)
    {
        this.diagram = diagram;
        this.budget = budget;
        byLevel = [.. Enumerable.Range(0, diagram.Variables + 1).Select(_ => new List<int>())];
    }

    /// <summary>The sums by variable, times the least common multiple of 1 to the number of variables.</summary>
    /// <exception cref="AnalysisBudgetException">There are more states and shadows, each as often as its numbers have 64 bits, than nodes are allowed.</exception>
    /// <exception cref="OperationCanceledException">The work was cancelled.</exception>
    internal static BigInteger[] Of(Diagram diagram, int root, AnalysisBudget budget, CancellationToken cancellation)
    {
        var walk = new JointCriticality(diagram, budget);
        var sums = new BigInteger[diagram.Variables];
        var start = walk.Find(root, []);
        if (start != Lost)
        {
            walk.Expand(cancellation);
            walk.Value(cancellation);
            walk.Credit(start, sums, cancellation);
        }

        return sums;
    }

    // Makes the states that follow from each, from the top level down.
    private void Expand(CancellationToken cancellation)
    {
        for (var level = 0; level < diagram.Variables; level++)
        {
            foreach (var state in byLevel[level])
            {
                cancellation.ThrowIfCancellationRequested();
                var at = states[state];
                at.High = Follow(at, level, isHigh: true);
                at.Low = Follow(at, level, isHigh: false);
            }
        }
    }

    private int Follow(State at, int level, bool isHigh)
    {
        var shadows = new SortedDictionary<int, int>();
        for (var i = 0; i < at.Shadows; i++)
        {
            Add(Step(at.Shadow(i), level, isHigh), at.Times(i));
        }

        if (isHigh && diagram.LevelOf(at.Node) == level)
        {
            Add(diagram[at.Node].Low, 1);
        }

        return Find(Step(at.Node, level, isHigh), shadows);

        void Add(int shadow, int times) => shadows[shadow] = shadows.GetValueOrDefault(shadow) + times;
    }

    private int Step(int node, int level, bool isHigh) =>
        diagram.LevelOf(node) != level ? node : isHigh ? diagram[node].High : diagram[node].Low;

    // The state of a node with shadows, perhaps a new one; lost if nobody can be critical any more.
    private int Find(int node, SortedDictionary<int, int> shadows)
    {
        shadows.Remove(node);
        if (node == Diagram.False || (node == Diagram.True && shadows.Count == 0))
        {
            return Lost;
        }

        var key = new int[1 + (2 * shadows.Count)];
        key[0] = node;
        var level = diagram.LevelOf(node);
        var i = 1;
        foreach (var (shadow, times) in shadows)
        {
            level = Math.Min(level, diagram.LevelOf(shadow));
            key[i++] = shadow;
            key[i++] = times;
        }

        ref var state = ref CollectionsMarshal.GetValueRefOrAddDefault(known, key, out var exists);
        if (!exists)
        {
            // Each keeps a number of up to a bit for each variable.
            size += (1L + shadows.Count) * (1 + (diagram.Variables / 64));
            if (size > budget.Nodes)
            {
                throw new AnalysisBudgetException(budget, "joint criticality");
            }

            state = states.Count;
            states.Add(new State(key, level));
            byLevel[level].Add(state);
        }

        return state;
    }

    // The sum over the ways to complete a state, for each shadow: of those in which it comes to false and the assignment to true.
    private void Value(CancellationToken cancellation)
    {
        var whole = Combinatorics.LeastCommonMultiple(diagram.Variables);
        for (var level = diagram.Variables; level >= 0; level--)
        {
            foreach (var state in byLevel[level])
            {
                cancellation.ThrowIfCancellationRequested();
                var at = states[state];
                for (var i = 0; i < at.Shadows; i++)
                {
                    // At the end the only shadow is false: as many variables are critical as have it.
                    at.Values[i] = level == diagram.Variables
                        ? whole / at.Times(i)
                        : Worth(at, at.High, Step(at.Shadow(i), level, isHigh: true)) + Worth(at, at.Low, Step(at.Shadow(i), level, isHigh: false));
                }
            }
        }
    }

    private BigInteger Worth(State from, int next, int shadow)
    {
        if (next == Lost || states[next].Node == shadow)
        {
            return 0;
        }

        return states[next].ValueOf(shadow) << Skipped(from, next);
    }

    // Counts the ways into each state, and with them gives each variable what becomes of its shadow.
    private void Credit(int start, BigInteger[] sums, CancellationToken cancellation)
    {
        states[start].Ways = BigInteger.One << states[start].Level;
        for (var level = 0; level < diagram.Variables; level++)
        {
            foreach (var state in byLevel[level])
            {
                cancellation.ThrowIfCancellationRequested();
                var at = states[state];
                if (diagram.LevelOf(at.Node) == level)
                {
                    sums[diagram.Order[level]] += at.Ways * Worth(at, at.High, diagram[at.Node].Low);
                }

                foreach (var next in (ReadOnlySpan<int>)[at.High, at.Low])
                {
                    if (next != Lost)
                    {
                        states[next].Ways += at.Ways << Skipped(at, next);
                    }
                }
            }
        }
    }

    // The variables between two states that matter to neither the assignment nor a shadow.
    private int Skipped(State from, int next) => states[next].Level - from.Level - 1;

    private sealed class State(int[] key, int level)
    {
        internal int Node => key[0];

        internal int Level => level;

        internal int Shadows => Values.Length;

        internal BigInteger[] Values { get; } = new BigInteger[key.Length / 2];

        internal BigInteger Ways { get; set; }

        internal int High { get; set; }

        internal int Low { get; set; }

        internal int Shadow(int i) => key[1 + (2 * i)];

        internal int Times(int i) => key[2 + (2 * i)];

        internal BigInteger ValueOf(int shadow)
        {
            var i = 0;
            while (Shadow(i) != shadow)
            {
                i++;
            }

            return Values[i];
        }
    }

    private sealed class SequenceComparer : IEqualityComparer<int[]>
    {
        public bool Equals(int[]? x, int[]? y) => x.AsSpan().SequenceEqual(y);

        public int GetHashCode(int[] key)
        {
            var hash = default(HashCode);
            hash.AddBytes(MemoryMarshal.AsBytes(key.AsSpan()));
            return hash.ToHashCode();
        }
    }
}
