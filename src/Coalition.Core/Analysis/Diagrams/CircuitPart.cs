namespace Coalition.Analysis.Diagrams;

/// <summary>The part of a circuit that one signal needs.</summary>
internal sealed class CircuitPart
{
    private readonly Circuit from;
    private readonly Circuit to = new();
    private readonly Dictionary<int, int> variables;
    private readonly Dictionary<Signal, Signal> signals = [];
    private readonly Dictionary<Number, Number> numbers = [];

    private CircuitPart(Circuit from, IEnumerable<int> variables)
    {
        this.from = from;
        this.variables = variables.Index().ToDictionary(v => v.Item, v => v.Index);
    }

    /// <summary>The variables that a signal needs.</summary>
    internal static SortedSet<int> VariablesOf(Circuit circuit, Signal root)
    {
        var found = new SortedSet<int>();
        var seen = new HashSet<Signal> { root };
        var seenNumbers = new HashSet<Number>();
        var left = new Stack<Signal>([root]);
        var leftNumbers = new Stack<Number>();
        while (left.Count + leftNumbers.Count > 0)
        {
            if (leftNumbers.TryPop(out var number))
            {
                Add(circuit[number].Gates);
                AddNumbers(circuit[number].Parts);
                continue;
            }

            var node = circuit[left.Pop()];
            switch (node.Kind)
            {
                case SignalKind.Variable:
                    found.Add(node.Operand);
                    break;
                case SignalKind.Reaches:
                    AddNumbers([new Number(node.Operand)]);
                    break;
                default:
                    Add(node.Inputs);
                    break;
            }
        }

        return found;

        void Add(Signal[] inputs)
        {
            foreach (var input in inputs.Where(seen.Add))
            {
                left.Push(input);
            }
        }

        void AddNumbers(Number[] parts)
        {
            foreach (var part in parts.Where(seenNumbers.Add))
            {
                leftNumbers.Push(part);
            }
        }
    }

    /// <summary>A circuit of its own for what a signal needs.</summary>
    /// <param name="circuit">The whole.</param>
    /// <param name="root">The signal.</param>
    /// <param name="variables">Its variables, each given its position in this list as its number.</param>
    /// <remarks>
    /// An equation in no circle is replaced by its body, so that what is equal is one gate. Component by component, each after those that it depends on: chains of
    /// equations may be longer than the stack is deep.
    /// </remarks>
    internal static (Circuit Circuit, Signal Root) Of(Circuit circuit, Signal root, IEnumerable<int> variables)
    {
        var part = new CircuitPart(circuit, variables);
        var graph = new CircuitGraph(circuit, root);
        foreach (var component in graph.Components)
        {
            Signal[] equations = graph.IsCircle(component) ? [.. component.Where(v => !graph.IsNumber(v)).Select(v => new Signal(v)).Where(part.IsEquation)] : [];
            foreach (var equation in equations)
            {
                part.signals.Add(equation, part.to.Equation());
            }

            foreach (var vertex in component)
            {
                if (graph.IsNumber(vertex))
                {
                    part.numbers.Add(graph.NumberOf(vertex), part.Copy(circuit[graph.NumberOf(vertex)]));
                }
                else if (!part.signals.ContainsKey(new Signal(vertex)))
                {
                    part.signals.Add(new Signal(vertex), part.Copy(circuit[new Signal(vertex)]));
                }
            }

            foreach (var equation in equations)
            {
                part.to.Define(part.signals[equation], part.signals[circuit[equation].Inputs[0]]);
            }
        }

        return (part.to, part.signals[root]);
    }

    private bool IsEquation(Signal signal) => from[signal].Kind == SignalKind.Equation;

    private Signal Copy(SignalNode node) => node.Kind switch
    {
        SignalKind.False => Signal.False,
        SignalKind.True => Signal.True,
        SignalKind.Variable => to.Variable(variables[node.Operand]),
        SignalKind.Reaches => to.Reaches(numbers[new Number(node.Operand)], node.AtLeast),
        SignalKind.Equation => signals[node.Inputs[0]],
        SignalKind.And => to.And([.. node.Inputs.Select(i => signals[i])]),
        _ => to.Or([.. node.Inputs.Select(i => signals[i])]),
    };

    private Number Copy(NumberNode node) => node.Kind switch
    {
        NumberKind.Steps => to.Steps([.. node.Gates.Select(g => signals[g])], node.Values),
        NumberKind.Sum => to.Sum([.. node.Parts.Select(p => numbers[p])]),
        NumberKind.Min => to.Min(numbers[node.Parts[0]], numbers[node.Parts[1]]),
        _ => to.Max(numbers[node.Parts[0]], numbers[node.Parts[1]]),
    };
}
