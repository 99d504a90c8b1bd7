using System.Numerics;

namespace Coalition.Analysis.Diagrams;

/// <summary>Static orders of the variables of a circuit, from which small decision diagrams may be hoped for.</summary>
/// <remarks>
/// Depth first from the root, so that the variables of one module stay together (Malik, Wang, Brayton and Sangiovanni-Vincentelli, 1988; Fujita, Fujisawa and Kawato,
/// 1988). A gate is entered by the input with the most variables first: a sum over pledges then sets the order for a count of the same nations, and not the other way
/// round, which would tear apart the variables of one pledge. The items of a sum come greatest first, and before them the variables that at least half of them wait
/// for, such as a ceasefire. Cost: for each input of each gate a word for every 64 variables.
/// </remarks>
internal sealed class VariableOrder
{
    // Some 128 MB; beyond, the sizes of inputs are not looked at.
    private const long MostWords = 1 << 24;

    private readonly Circuit circuit;
    private readonly CircuitGraph graph;
    private readonly int variables;
    private readonly ulong[][] supports;
    private readonly int[] sizes;

    internal VariableOrder(Circuit circuit, CircuitGraph graph, int variables)
    {
        this.circuit = circuit;
        this.graph = graph;
        this.variables = variables;
        supports = new ulong[graph.VertexCount][];
        sizes = new int[graph.VertexCount];
        var words = (variables + 63) / 64;
        words = (long)words * graph.Components.Count <= MostWords ? words : 0;
        foreach (var component in graph.Components)
        {
            var support = new ulong[words];
            foreach (var vertex in component)
            {
                AddSupport(support, vertex);
            }

            var size = 0;
            foreach (var word in support)
            {
                size += BitOperations.PopCount(word);
            }

            foreach (var vertex in component)
            {
                (supports[vertex], sizes[vertex]) = (support, size);
            }
        }
    }

    /// <summary>The variables, from the top level down.</summary>
    /// <param name="root">The gate to begin with.</param>
    /// <param name="inputs">In which order the inputs of a gate are entered.</param>
    /// <param name="sharedFirst">Whether what half of the items of a sum depend on comes before them.</param>
    internal int[] From(Signal root, InputOrder inputs, bool sharedFirst)
    {
        var order = new List<int>(variables);
        var isPlaced = new bool[variables];
        var isSeen = new bool[graph.VertexCount];
        var path = new Stack<int>();
        path.Push(root.Position);
        while (path.TryPop(out var vertex))
        {
            if (isSeen[vertex])
            {
                continue;
            }

            isSeen[vertex] = true;
            if (!graph.IsNumber(vertex) && circuit[new Signal(vertex)] is { Kind: SignalKind.Variable } variable)
            {
                Place(variable.Operand);
                continue;
            }

            if (sharedFirst && IsSum(vertex))
            {
                PlaceShared(graph.InputsOf(vertex));
            }

            foreach (var input in Sorted(vertex, inputs).Reverse())
            {
                path.Push(input);
            }
        }

        for (var variable = 0; variable < variables; variable++)
        {
            Place(variable);
        }

        return [.. order];

        void Place(int variable)
        {
            if (!isPlaced[variable])
            {
                isPlaced[variable] = true;
                order.Add(variable);
            }
        }

        void PlaceShared(ReadOnlySpan<int> items)
        {
            var counts = new int[variables];
            foreach (var item in items)
            {
                foreach (var variable in VariablesOf(supports[item]))
                {
                    counts[variable]++;
                }
            }

            var least = Math.Max(2, (items.Length + 1) / 2);
            foreach (var variable in Enumerable.Range(0, variables).Where(v => counts[v] >= least).OrderByDescending(v => counts[v]))
            {
                Place(variable);
            }
        }
    }

    private bool IsSum(int vertex) => graph.IsNumber(vertex) && circuit[graph.NumberOf(vertex)].Kind == NumberKind.Sum;

    private IEnumerable<int> Sorted(int vertex, InputOrder order)
    {
        var inputs = graph.InputsOf(vertex).ToArray();
        return IsSum(vertex) ? inputs.OrderByDescending(i => circuit.Greatest(graph.NumberOf(i))) : order switch
        {
            InputOrder.LargestFirst => inputs.OrderByDescending(i => sizes[i]),
            InputOrder.SmallestFirst => inputs.OrderBy(i => sizes[i]),
            _ => inputs,
        };
    }

    private void AddSupport(ulong[] support, int vertex)
    {
        if (support.Length > 0 && !graph.IsNumber(vertex) && circuit[new Signal(vertex)] is { Kind: SignalKind.Variable } variable)
        {
            support[variable.Operand / 64] |= 1UL << variable.Operand;
        }

        foreach (var input in graph.InputsOf(vertex))
        {
            for (var i = 0; supports[input] is { } other && i < support.Length; i++)
            {
                support[i] |= other[i];
            }
        }
    }

    private static IEnumerable<int> VariablesOf(ulong[] support)
    {
        for (var i = 0; i < support.Length; i++)
        {
            for (var word = support[i]; word != 0; word &= word - 1)
            {
                yield return (i * 64) + BitOperations.TrailingZeroCount(word);
            }
        }
    }
}

/// <summary>In which order the inputs of a gate are entered in the search for an order of variables.</summary>
internal enum InputOrder
{
    /// <summary>Those that depend on the most variables first.</summary>
    LargestFirst,

    /// <summary>Those that depend on the fewest first.</summary>
    SmallestFirst,

    /// <summary>As they were given.</summary>
    AsGiven,
}
