using Coalition.Analysis.Diagrams;

namespace Coalition.Tests.Analysis;

/// <summary>A drawn circuit, with a plain evaluation of it that shares nothing with the engine.</summary>
internal sealed class CircuitSample
{
    private CircuitSample(Circuit circuit, int variables, Signal root)
    {
        Circuit = circuit;
        Variables = variables;
        Root = root;
    }

    internal Circuit Circuit { get; }

    internal int Variables { get; }

    internal Signal Root { get; }

    /// <summary>Draws a circuit.</summary>
    /// <param name="seed">The seed.</param>
    /// <param name="mostVariables">The most variables it may have.</param>
    internal static CircuitSample Draw(int seed, int mostVariables = 10)
    {
        var random = new Random(seed);
        var circuit = new Circuit();
        var variables = random.Next(1, mostVariables + 1);
        List<Signal> signals = [.. Enumerable.Range(0, variables).Select(circuit.Variable)];
        List<Number> numbers = [];
        List<Signal> equations = [];
        for (var i = 0; i < random.Next(0, 4); i++)
        {
            equations.Add(circuit.Equation());
            signals.Add(equations[^1]);
        }

        for (var i = 0; i < random.Next(2, 12); i++)
        {
            switch (random.Next(6))
            {
                case 0:
                    signals.Add(circuit.And(Some(signals)));
                    break;
                case 1:
                    signals.Add(circuit.Or(Some(signals)));
                    break;
                case 2:
                    var of = Some(signals);
                    signals.Add(circuit.AtLeast(random.Next(1, of.Length + 1), of));
                    break;
                case 3:
                    var wide = One(signals);
                    numbers.Add(circuit.Steps([wide, circuit.And(wide, One(signals))], [random.Next(0, 9), random.Next(9, 20)]));
                    break;
                case 4:
                    numbers.Add(circuit.Sum([.. Some(signals).Select(s => circuit.Amount(s, random.Next(1, 12)))]));
                    break;
                default:
                    if (numbers.Count > 0)
                    {
                        var parts = Some(numbers);
                        var sum = circuit.Sum(parts);
                        var cap = circuit.Steps([Signal.True, One(signals)], [random.Next(1, 10), random.Next(10, 30)]);
                        numbers.Add(random.Next(3) switch { 0 => sum, 1 => circuit.Min(sum, cap), _ => circuit.Max(One(numbers), sum) });
                        signals.Add(circuit.Reaches(numbers[^1], random.Next(1, 40)));
                    }

                    break;
            }
        }

        foreach (var equation in equations)
        {
            circuit.Define(equation, circuit.Or(circuit.And(One(signals), One(signals)), circuit.And(One(signals), One(signals))));
        }

        return new CircuitSample(circuit, variables, circuit.Or(circuit.And(Some(signals)), One(signals)));

        T One<T>(List<T> from) => from[random.Next(from.Count)];

        T[] Some<T>(List<T> from) => [.. Enumerable.Range(0, random.Next(1, 6)).Select(_ => One(from))];
    }

    /// <summary>Every assignment of the variables.</summary>
    internal IEnumerable<bool[]> Assignments() =>
        Enumerable.Range(0, 1 << Variables).Select(bits => Enumerable.Range(0, Variables).Select(v => (bits & (1 << v)) != 0).ToArray());

    /// <summary>The value of the root, with equations at their least or greatest fixed point: by sweeps over plain values.</summary>
    internal bool IsTrue(bool[] assignment, bool greatest = false) => IsTrue(Circuit, Root, assignment, greatest);

    internal static bool IsTrue(Circuit circuit, Signal root, bool[] assignment, bool greatest)
    {
        var equations = Enumerable.Range(0, circuit.SignalCount).Select(i => new Signal(i))
            .Where(s => circuit[s].Kind == SignalKind.Equation).ToDictionary(s => s, _ => greatest);
        for (var isChanged = true; isChanged;)
        {
            isChanged = false;
            foreach (var equation in equations.Keys.ToArray())
            {
                var value = Value(circuit[equation].Inputs[0]);
                isChanged |= value != equations[equation];
                equations[equation] = value;
            }
        }

        return Value(root);

        bool Value(Signal signal)
        {
            var node = circuit[signal];
            return node.Kind switch
            {
                SignalKind.False => false,
                SignalKind.True => true,
                SignalKind.Variable => assignment[node.Operand],
                SignalKind.And => node.Inputs.All(Value),
                SignalKind.Or => node.Inputs.Any(Value),
                SignalKind.Reaches => Figure(new Number(node.Operand)) >= node.AtLeast,
                _ => equations[signal],
            };
        }

        Int128 Figure(Number number)
        {
            var node = circuit[number];
            return node.Kind switch
            {
                NumberKind.Steps => node.Gates.Zip(node.Values).Where(s => Value(s.First)).Select(s => (Int128)s.Second).DefaultIfEmpty(0).Max(),
                NumberKind.Sum => node.Parts.Aggregate((Int128)0, (sum, part) => sum + Figure(part)),
                NumberKind.Min => node.Parts.Select(Figure).Min(),
                _ => node.Parts.Select(Figure).Max(),
            };
        }
    }
}
