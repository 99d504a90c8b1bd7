namespace Coalition.Analysis.Diagrams;

/// <summary>The part of a circuit that one signal needs.</summary>
internal sealed class CircuitPart
{
    private readonly Circuit from;
    private readonly Circuit to = new();
    private readonly Dictionary<int, int> variables;
    private readonly Dictionary<Signal, Signal> signals = [];
    private readonly Dictionary<Number, Number> numbers = [];
    private readonly Queue<(Signal From, Signal To)> undefined = [];

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
    internal static (Circuit Circuit, Signal Root) Of(Circuit circuit, Signal root, IEnumerable<int> variables)
    {
        var part = new CircuitPart(circuit, variables);
        var copy = part.Copy(root);
        while (part.undefined.TryDequeue(out var equation))
        {
            part.to.Define(equation.To, part.Copy(circuit[equation.From].Inputs[0]));
        }

        return (part.to, copy);
    }

    private Signal Copy(Signal signal)
    {
        if (signals.TryGetValue(signal, out var copy))
        {
            return copy;
        }

        var node = from[signal];
        switch (node.Kind)
        {
            case SignalKind.False or SignalKind.True:
                copy = signal;
                break;
            case SignalKind.Variable:
                copy = to.Variable(variables[node.Operand]);
                break;
            case SignalKind.Reaches:
                copy = to.Reaches(Copy(new Number(node.Operand)), node.AtLeast);
                break;
            case SignalKind.Equation:
                // Its body is copied later: chains of equations may be longer than the stack is deep.
                copy = to.Equation();
                undefined.Enqueue((signal, copy));
                break;
            default:
                Signal[] inputs = [.. node.Inputs.Select(Copy)];
                copy = node.Kind == SignalKind.And ? to.And(inputs) : to.Or(inputs);
                break;
        }

        signals.Add(signal, copy);
        return copy;
    }

    private Number Copy(Number number)
    {
        if (!numbers.TryGetValue(number, out var copy))
        {
            var node = from[number];
            Number[] parts = [.. node.Parts.Select(Copy)];
            copy = node.Kind switch
            {
                NumberKind.Steps => to.Steps([.. node.Gates.Select(Copy)], node.Values),
                NumberKind.Sum => to.Sum(parts),
                NumberKind.Min => to.Min(parts[0], parts[1]),
                _ => to.Max(parts[0], parts[1]),
            };
            numbers.Add(number, copy);
        }

        return copy;
    }
}
