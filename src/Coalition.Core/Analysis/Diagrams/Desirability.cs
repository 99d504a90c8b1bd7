namespace Coalition.Analysis.Diagrams;

/// <summary>Sees from the amounts of a circuit that each variable is at least as desirable as the next of an order (Isbell, 1958; see <see cref="Regularity"/>).</summary>
internal static class Desirability
{
    /// <summary>Whether it is plain that the order is one of desirability; false says nothing.</summary>
    /// <remarks>
    /// It is, if in every sum each variable adds at least as much as the next, and every gate that the next enters directly it enters as well, while nothing
    /// else asks for a variable: then what takes the next one's place makes no sum less and no gate false, nor any round of equations. Cost: one step for
    /// each variable and gate.
    /// </remarks>
    internal static bool Descends(Circuit circuit, Signal root, ReadOnlySpan<int> order)
    {
        var graph = new CircuitGraph(circuit, root);
        if (IsVariable(circuit, root))
        {
            return false;
        }

        foreach (var vertex in graph.Components.SelectMany(c => c))
        {
            if (WeightsOf(circuit, graph, vertex) is not { } weights)
            {
                return false;
            }

            for (var level = 1; level < order.Length && weights.Count > 0; level++)
            {
                if (weights.GetValueOrDefault(order[level - 1]) < weights.GetValueOrDefault(order[level]))
                {
                    return false;
                }
            }
        }

        return true;
    }

    // What each variable adds to a sum, or 1 for a gate; null where one is used otherwise.
    private static Dictionary<int, Int128>? WeightsOf(Circuit circuit, CircuitGraph graph, int vertex)
    {
        var weights = new Dictionary<int, Int128>();
        if (!graph.IsNumber(vertex))
        {
            foreach (var input in circuit[new Signal(vertex)].Inputs)
            {
                if (IsVariable(circuit, input))
                {
                    weights[circuit[input].Operand] = 1;
                }
            }

            return weights;
        }

        var number = circuit[graph.NumberOf(vertex)];
        foreach (var part in number.Parts)
        {
            if (circuit[part] is { Kind: NumberKind.Steps, Gates: [var gate], Values: [var value] } && IsVariable(circuit, gate))
            {
                var variable = circuit[gate].Operand;
                weights[variable] = weights.GetValueOrDefault(variable) + value;
            }
        }

        // An amount of one variable counts where it is added up.
        var isPlain = number.Kind == NumberKind.Sum || (weights.Count == 0 && (number.Gates.Length == 1 || !number.Gates.Any(g => IsVariable(circuit, g))));
        return isPlain ? weights : null;
    }

    private static bool IsVariable(Circuit circuit, Signal gate) => circuit[gate].Kind == SignalKind.Variable;
}
