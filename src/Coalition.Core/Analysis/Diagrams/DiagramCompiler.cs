using System.Runtime.InteropServices;

namespace Coalition.Analysis.Diagrams;

/// <summary>Compiles gates into a decision diagram.</summary>
internal sealed class DiagramCompiler
{
    private readonly Circuit circuit;
    private readonly AnalysisBudget budget;
    private readonly CancellationToken cancellation;
    private readonly int[] order;
    private readonly int[] levels;
    private readonly List<DiagramNode> nodes = [];
    private readonly Dictionary<DiagramNode, int> unique = [];
    private readonly Dictionary<(int, int, int), int> choices = [];
    private readonly Dictionary<Signal, int> equations = [];

    private DiagramCompiler(Circuit circuit, int variables, AnalysisBudget budget, CancellationToken cancellation)
    {
        this.circuit = circuit;
        this.budget = budget;
        this.cancellation = cancellation;
        order = [.. Enumerable.Range(0, variables)];
        levels = [.. order, variables];
        nodes.Add(new DiagramNode(variables, 0, 0));
        nodes.Add(new DiagramNode(variables, 1, 1));
    }

    /// <summary>Compiles one signal, with its equations read at their least and at their greatest fixed point.</summary>
    /// <exception cref="AnalysisBudgetException">The diagram would have more nodes than the budget allows.</exception>
    /// <exception cref="OperationCanceledException">The work was cancelled.</exception>
    internal static (Diagram Diagram, int Least, int Greatest) Compile(
        Circuit circuit, int variables, Signal signal, AnalysisBudget budget, CancellationToken cancellation)
    {
        var compiler = new DiagramCompiler(circuit, variables, budget, cancellation);
        var least = compiler.FixedPoint(signal, Diagram.False);
        var greatest = compiler.FixedPoint(signal, Diagram.True);
        return (new Diagram([.. compiler.nodes], compiler.order), least, greatest);
    }

    private int FixedPoint(Signal signal, int from)
    {
        equations.Clear();
        for (var i = 0; i < circuit.SignalCount; i++)
        {
            if (circuit[new Signal(i)].Kind == SignalKind.Equation)
            {
                equations[new Signal(i)] = from;
            }
        }

        for (var isChanged = true; isChanged;)
        {
            isChanged = false;
            var built = new Dictionary<Signal, int>();
            foreach (var equation in equations.Keys.ToArray())
            {
                var value = Build(circuit[equation].Inputs[0], built);
                isChanged |= value != equations[equation];
                equations[equation] = value;
            }
        }

        return Build(signal, []);
    }

    private int Build(Signal signal, Dictionary<Signal, int> built)
    {
        if (equations.TryGetValue(signal, out var value) || built.TryGetValue(signal, out value))
        {
            return value;
        }

        var node = circuit[signal];
        value = node.Kind switch
        {
            SignalKind.False => Diagram.False,
            SignalKind.True => Diagram.True,
            SignalKind.Variable => Node(node.Operand, Diagram.True, Diagram.False),
            SignalKind.And => node.Inputs.Aggregate(Diagram.True, (all, input) => Choose(all, Build(input, built), Diagram.False)),
            SignalKind.Or => node.Inputs.Aggregate(Diagram.False, (any, input) => Choose(any, Diagram.True, Build(input, built))),
            _ => Reaches(new Number(node.Operand), node.AtLeast, built),
        };
        built.Add(signal, value);
        return value;
    }

    private int Reaches(Number number, long least, Dictionary<Signal, int> built)
    {
        var at = Diagram.False;
        foreach (var (value, gate) in Levels(number, built))
        {
            at = value >= least ? Choose(at, Diagram.True, gate) : at;
        }

        return at;
    }

    // For each value that the number may take, when it is at least that.
    private SortedDictionary<long, int> Levels(Number number, Dictionary<Signal, int> built)
    {
        var node = circuit[number];
        var levels = new SortedDictionary<long, int>();
        if (node.Kind == NumberKind.Steps)
        {
            for (var i = 0; i < node.Gates.Length; i++)
            {
                levels[node.Values[i]] = Build(node.Gates[i], built);
            }

            return levels;
        }

        levels = Levels(node.Parts[0], built);
        foreach (var part in node.Parts[1..])
        {
            var (a, b) = (levels, Levels(part, built));
            levels = [];
            foreach (var (x, y) in a.Keys.Prepend(0).SelectMany(x => b.Keys.Prepend(0).Select(y => (x, y))))
            {
                var value = node.Kind switch { NumberKind.Sum => Circuit.SaturatingAdd(x, y), NumberKind.Min => Math.Min(x, y), _ => Math.Max(x, y) };
                var both = Choose(x == 0 ? Diagram.True : a[x], y == 0 ? Diagram.True : b[y], Diagram.False);
                levels[value] = Choose(levels.GetValueOrDefault(value), Diagram.True, both);
            }

            levels.Remove(0);
            var above = Diagram.False;
            foreach (var value in levels.Keys.Reverse().ToArray())
            {
                levels[value] = above = Choose(levels[value], Diagram.True, above);
            }
        }

        return levels;
    }

    private int Choose(int condition, int high, int low)
    {
        if (condition <= Diagram.True || high == low)
        {
            return condition == Diagram.False ? low : high;
        }

        if (choices.TryGetValue((condition, high, low), out var known))
        {
            return known;
        }

        cancellation.ThrowIfCancellationRequested();
        var level = Math.Min(Level(condition), Math.Min(Level(high), Level(low)));
        var result = Node(
            order[level],
            Choose(At(condition, level).High, At(high, level).High, At(low, level).High),
            Choose(At(condition, level).Low, At(high, level).Low, At(low, level).Low));
        choices.Add((condition, high, low), result);
        return result;
    }

    private int Level(int node) => levels[nodes[node].Variable];

    private DiagramNode At(int node, int level) => Level(node) == level ? nodes[node] : new DiagramNode(0, node, node);

    private int Node(int variable, int high, int low)
    {
        if (high == low)
        {
            return high;
        }

        ref var known = ref CollectionsMarshal.GetValueRefOrAddDefault(unique, new DiagramNode(variable, high, low), out var exists);
        if (!exists)
        {
            if (nodes.Count >= budget.Nodes)
            {
                throw new AnalysisBudgetException(budget, "the decision diagram");
            }

            known = nodes.Count;
            nodes.Add(new DiagramNode(variable, high, low));
        }

        return known;
    }
}
