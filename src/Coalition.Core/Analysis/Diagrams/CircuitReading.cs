namespace Coalition.Analysis.Diagrams;

/// <summary>The gates and numbers of a circuit as functions in a node store, at one of the two fixed points.</summary>
/// <remarks>
/// A sum is not read as such: it answers whether it reaches an amount, for the amounts that are asked for (<see cref="SumThreshold"/>). Where a sum or an extreme is an
/// item of another sum, its levels are found by asking for the first amount above each interval that it has answered for, up to the most that matters there.
/// </remarks>
internal sealed class CircuitReading
{
    private readonly Circuit circuit;
    private readonly CircuitGraph graph;
    private readonly NodeStore store;
    private readonly int[] gates;
    private readonly SumThreshold?[] sums;
    private readonly ReachTable?[] extremes;

    /// <param name="circuit">The circuit.</param>
    /// <param name="graph">The part of it to be read.</param>
    /// <param name="store">Where the nodes are made.</param>
    /// <param name="levels">The level of each variable.</param>
    internal CircuitReading(Circuit circuit, CircuitGraph graph, NodeStore store, ReadOnlySpan<int> levels)
    {
        this.circuit = circuit;
        this.graph = graph;
        this.store = store;
        gates = new int[circuit.SignalCount];
        gates[Signal.True.Position] = Diagram.True;
        sums = new SumThreshold?[circuit.NumberCount];
        extremes = new ReachTable?[circuit.NumberCount];
        for (var gate = 0; gate < gates.Length; gate++)
        {
            if (circuit[new Signal(gate)] is { Kind: SignalKind.Variable } variable)
            {
                gates[gate] = store.Make(levels[variable.Operand], Diagram.True, Diagram.False);
            }
        }
    }

    /// <summary>The function of a gate.</summary>
    internal int this[int gate]
    {
        get => gates[gate];
        set => gates[gate] = value;
    }

    /// <summary>Reads a gate or number from what it depends on.</summary>
    internal void Read(int vertex)
    {
        if (graph.IsNumber(vertex))
        {
            ReadNumber(graph.NumberOf(vertex));
            return;
        }

        var gate = circuit[new Signal(vertex)];
        gates[vertex] = gate.Kind switch
        {
            SignalKind.And => And(gate.Inputs),
            SignalKind.Or => Or(gate.Inputs),
            SignalKind.Reaches => Reaches(new Number(gate.Operand), gate.AtLeast).Node,
            SignalKind.Equation => gates[gate.Inputs[0].Position],
            _ => gates[vertex],
        };
    }

    /// <summary>Takes a gate or number over from another reading, in which it is the same.</summary>
    internal void Take(int vertex, CircuitReading other)
    {
        if (graph.IsNumber(vertex))
        {
            var number = graph.NumberOf(vertex).Position;
            (sums[number], extremes[number]) = (other.sums[number], other.extremes[number]);
        }
        else
        {
            gates[vertex] = other.gates[vertex];
        }
    }

    private int And(Signal[] inputs)
    {
        var all = Diagram.True;
        foreach (var input in LowestFirst(inputs))
        {
            all = store.And(input, all);
        }

        return all;
    }

    private int Or(Signal[] inputs)
    {
        var any = Diagram.False;
        foreach (var input in LowestFirst(inputs))
        {
            any = store.Or(input, any);
        }

        return any;
    }

    // From the bottom up, so that an input above the others adds its own nodes and walks no others.
    private int[] LowestFirst(Signal[] inputs)
    {
        var nodes = new int[inputs.Length];
        var levels = new int[inputs.Length];
        for (var i = 0; i < nodes.Length; i++)
        {
            nodes[i] = gates[inputs[i].Position];
            levels[i] = -store.LevelOf(nodes[i]);
        }

        Array.Sort(levels, nodes);
        return nodes;
    }

    private void ReadNumber(Number number)
    {
        var node = circuit[number];
        if (node.Kind is NumberKind.Min or NumberKind.Max)
        {
            extremes[number.Position] = new ReachTable();
        }

        if (node.Kind != NumberKind.Sum)
        {
            return;
        }

        var constant = 0L;
        var items = new List<NumberLevels>();

        // Gates of a circle may turn out to be one function: what hangs on it counts together.
        var amounts = new OrderedDictionary<int, long>();
        foreach (var part in node.Parts)
        {
            var item = LevelsOf(part, graph.Wanted[part.Position], out var least);
            constant = Circuit.SaturatingAdd(constant, least);
            if (item.Gates is [var gate])
            {
                amounts[gate] = Circuit.SaturatingAdd(amounts.GetValueOrDefault(gate), item.Values[0]);
            }
            else if (item.Gates.Length > 0)
            {
                items.Add(item);
            }
        }

        items.AddRange(amounts.Select(a => new NumberLevels([a.Key], [a.Value])));
        sums[number.Position] = new SumThreshold(store, constant, items);
    }

    private NumberLevels LevelsOf(Number number, long most, out long least)
    {
        var gatesOf = new List<int>();
        var values = new List<long>();
        least = 0;
        for (var amount = 0L; amount < most;)
        {
            var reach = Reaches(number, amount + 1);
            amount = Math.Min(reach.UpTo, most);
            if (reach.Node == Diagram.False)
            {
                break;
            }

            if (reach.Node == Diagram.True)
            {
                least = amount;
            }
            else if (gatesOf.Count > 0 && gatesOf[^1] == reach.Node)
            {
                values[^1] = amount - least;
            }
            else
            {
                store.CountAnswer();
                gatesOf.Add(reach.Node);
                values.Add(amount - least);
            }
        }

        return new NumberLevels([.. gatesOf], [.. values]);
    }

    private Reach Reaches(Number number, long amount)
    {
        if (amount > circuit.Greatest(number))
        {
            return Reach.Never(circuit.Greatest(number));
        }

        var node = circuit[number];
        return node.Kind switch
        {
            NumberKind.Steps => ReachesStep(node, amount),
            NumberKind.Sum => sums[number.Position]!.Reaches(amount),
            _ => ReachesExtreme(number, node, amount),
        };
    }

    private Reach ReachesStep(NumberNode steps, long amount)
    {
        var at = Array.BinarySearch(steps.Values, amount);
        at = at >= 0 ? at : ~at;
        return new Reach(gates[steps.Gates[at].Position], at == 0 ? long.MinValue : steps.Values[at - 1], steps.Values[at]);
    }

    private Reach ReachesExtreme(Number number, NumberNode node, long amount)
    {
        var known = extremes[number.Position]!;
        if (known.TryFind(amount, out var reach, out var place))
        {
            return reach;
        }

        reach = Reaches(node.Parts[0], amount);
        foreach (var part in node.Parts.AsSpan(1))
        {
            var other = Reaches(part, amount);
            reach = Reach.Both(node.Kind == NumberKind.Min ? store.And(reach.Node, other.Node) : store.Or(reach.Node, other.Node), reach, other);
        }

        store.CountAnswer();
        known.Add(reach, place);
        return reach;
    }
}
