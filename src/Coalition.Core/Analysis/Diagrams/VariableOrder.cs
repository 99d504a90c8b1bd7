namespace Coalition.Analysis.Diagrams;

internal enum InputOrder
{
    /// <summary>Inputs that depend on the fewest variables first.</summary>
    SmallestFirst,

    /// <summary>Those that depend on the most first.</summary>
    LargestFirst,

    /// <summary>As they were given.</summary>
    AsGiven,
}

/// <summary>Static orders of the variables of a circuit, from which small decision diagrams may be hoped for.</summary>
/// <remarks>
/// Depth first from the root, so that the variables of one module stay together (Fujita, Fujisawa and Kawato, 1988; Malik and others, 1988). The items of a sum are taken
/// greatest weight first; variables that at least half of the inputs of a gate or sum depend on come before the rest, as a ceasefire that every pledge waits for.
/// Cost: for each vertex and input a word for every 64 variables.
/// </remarks>
internal sealed class VariableOrder
{
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
        foreach (var component in graph.Components)
        {
            var support = new ulong[(variables + 63) / 64];
            foreach (var vertex in component)
            {
                AddSupport(support, vertex);
            }

            var size = 0;
            foreach (var word in support)
            {
                size += System.Numerics.BitOperations.PopCount(word);
            }

            foreach (var vertex in component)
            {
                (supports[vertex], sizes[vertex]) = (support, size);
            }
        }
    }

    /// <summary>The variables, from the top level down.</summary>
    internal int[] From(Signal root, InputOrder inputOrder, bool sharedFirst)
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

            var inputs = graph.InputsOf(vertex).ToArray();
            if (sharedFirst && inputs.Length > 2)
            {
                PlaceShared(inputs);
            }

            Sort(vertex, inputs, inputOrder);
            foreach (var input in inputs.Reverse())
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

        void PlaceShared(int[] inputs)
        {
            var counts = new int[variables];
            foreach (var input in inputs)
            {
                foreach (var variable in VariablesOf(supports[input]))
                {
                    counts[variable]++;
                }
            }

            foreach (var variable in Enumerable.Range(0, variables).Where(v => counts[v] >= 2 && counts[v] * 2 >= inputs.Length).OrderByDescending(v => counts[v]))
            {
                Place(variable);
            }
        }
    }

    private void Sort(int vertex, int[] inputs, InputOrder inputOrder)
    {
        var isSum = graph.IsNumber(vertex) && circuit[graph.NumberOf(vertex)].Kind == NumberKind.Sum;
        var keys = inputs.Select(i => isSum ? -circuit.Greatest(graph.NumberOf(i)) : inputOrder switch
        {
            InputOrder.SmallestFirst => sizes[i],
            InputOrder.LargestFirst => -sizes[i],
            _ => 0L,
        });
        var sorted = inputs.Zip(keys).OrderBy(p => p.Second).Select(p => p.First).ToArray();
        sorted.CopyTo(inputs, 0);
    }

    private void AddSupport(ulong[] support, int vertex)
    {
        if (!graph.IsNumber(vertex) && circuit[new Signal(vertex)] is { Kind: SignalKind.Variable } variable)
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
                yield return (i * 64) + System.Numerics.BitOperations.TrailingZeroCount(word);
            }
        }
    }
}
