using System.Runtime.InteropServices;

namespace Coalition.Analysis.Diagrams;

/// <summary>A monotone Boolean function as gates and sums, each made once however often it is used.</summary>
/// <remarks>
/// It has no negation, so that more never makes less. Gates refer to earlier ones only, but for equations, which may refer to later ones. This is the one form
/// from which a decision diagram is compiled and from which many assignments are evaluated at once.
/// </remarks>
internal sealed class Circuit
{
    private readonly List<SignalNode> signals = [new(SignalKind.False, 0, 0, []), new(SignalKind.True, 0, 0, [])];
    private readonly List<NumberNode> numbers = [new(NumberKind.Steps, [], [])];
    private readonly List<(long Least, long Greatest)> bounds = [(0, 0)];
    private readonly List<int> made = [0, 1, ~0];
    private readonly Dictionary<CircuitKey, int> knownSignals = [];
    private readonly Dictionary<CircuitKey, int> knownNumbers = [];

    internal int SignalCount => signals.Count;

    internal int NumberCount => numbers.Count;

    /// <summary>How much the gates and numbers hold together: each counts one, and one for each gate or number that it is made of.</summary>
    internal long Size { get; private set; }

    /// <summary>The most parts that a number has.</summary>
    internal int MostParts { get; private set; }

    /// <summary>All gates and numbers in the order of their making: the position of a gate, the complement of that of a number.</summary>
    internal IReadOnlyList<int> Made => made;

    internal SignalNode this[Signal signal] => signals[signal.Position];

    internal NumberNode this[Number number] => numbers[number.Position];

    /// <summary>A variable, by its number from nought.</summary>
    internal Signal Variable(int variable) => Add(new SignalNode(SignalKind.Variable, variable, 0, []));

    internal Signal And(params ReadOnlySpan<Signal> of) => Combine(SignalKind.And, of, neutral: Signal.True, absorbing: Signal.False);

    internal Signal Or(params ReadOnlySpan<Signal> of) => Combine(SignalKind.Or, of, neutral: Signal.False, absorbing: Signal.True);

    /// <summary>At least so many of the gates are true; gates given twice count twice.</summary>
    internal Signal AtLeast(int count, params ReadOnlySpan<Signal> of)
    {
        if (count == of.Length)
        {
            return And(of);
        }

        if (count == 1)
        {
            return Or(of);
        }

        var units = new Number[of.Length];
        for (var i = 0; i < units.Length; i++)
        {
            units[i] = Amount(of[i], 1);
        }

        return Reaches(Sum(units), count);
    }

    /// <summary>Whether a number is at least so much.</summary>
    internal Signal Reaches(Number number, long least)
    {
        if (least <= 0)
        {
            return Signal.True;
        }

        if (Greatest(number) < least)
        {
            return Signal.False;
        }

        if (this[number] is { Kind: NumberKind.Steps } steps)
        {
            for (var i = 0; ; i++)
            {
                if (steps.Values[i] >= least)
                {
                    return steps.Gates[i];
                }
            }
        }

        return Add(new SignalNode(SignalKind.Reaches, number.Position, least, []));
    }

    /// <summary>A gate that is defined later, perhaps by itself through others.</summary>
    internal Signal Equation()
    {
        made.Add(signals.Count);
        signals.Add(new SignalNode(SignalKind.Equation, 0, 0, new Signal[1]));
        return new Signal(signals.Count - 1);
    }

    internal void Define(Signal equation, Signal body) => this[equation].Inputs[0] = body;

    /// <summary>So much if the gate is true, else nought.</summary>
    internal Number Amount(Signal gate, long value) => Steps([gate], [value]);

    internal Number Constant(long value) => Amount(Signal.True, value);

    /// <summary>The value of the last step whose gate is true, else nought.</summary>
    /// <param name="gates">Gates of which each implies the one before.</param>
    /// <param name="values">Their values, ascending, not negative.</param>
    internal Number Steps(ReadOnlySpan<Signal> gates, ReadOnlySpan<long> values)
    {
        var kept = new List<Signal>();
        var keptValues = new List<long>();
        for (var i = 0; i < gates.Length; i++)
        {
            if (gates[i] == Signal.False || values[i] == (keptValues.Count == 0 ? 0 : keptValues[^1]))
            {
                continue;
            }

            // The same gate at a greater value: the lesser one never shows.
            if (kept.Count > 0 && kept[^1] == gates[i])
            {
                keptValues[^1] = values[i];
                continue;
            }

            kept.Add(gates[i]);
            keptValues.Add(values[i]);
        }

        return Add(new NumberNode(NumberKind.Steps, [.. kept], [.. keptValues]));
    }

    /// <summary>The sum. Amounts of one gate are one amount: of many pledges that wait for the same, all stand or none.</summary>
    internal Number Sum(params ReadOnlySpan<Number> of)
    {
        var parts = new List<Number>(of.Length);
        var amounts = new OrderedDictionary<Signal, long>();
        foreach (var part in of)
        {
            if (this[part].Kind != NumberKind.Sum)
            {
                Put(part);
                continue;
            }

            foreach (var inner in this[part].Parts)
            {
                Put(inner);
            }
        }

        parts.AddRange(amounts.Select(a => Amount(a.Key, a.Value)));
        return parts.Count switch { 0 => Number.Nought, 1 => parts[0], _ => Add(new NumberNode(NumberKind.Sum, [.. parts])) };

        void Put(Number part)
        {
            if (this[part] is { Kind: NumberKind.Steps, Gates: [var gate], Values: [var value] })
            {
                amounts[gate] = SaturatingAdd(amounts.GetValueOrDefault(gate), value);
            }
            else if (part != Number.Nought)
            {
                parts.Add(part);
            }
        }
    }

    internal Number Min(Number a, Number b) =>
        a == b || Greatest(a) <= Least(b) ? a : Greatest(b) <= Least(a) ? b : Add(new NumberNode(NumberKind.Min, [a, b]));

    internal Number Max(Number a, Number b) =>
        a == b || Greatest(b) <= Least(a) ? a : Greatest(a) <= Least(b) ? b : Add(new NumberNode(NumberKind.Max, [a, b]));

    /// <summary>The most that a number can be. Saturates at the greatest 64-bit number: no threshold lies above it.</summary>
    internal long Greatest(Number number) => bounds[number.Position].Greatest;

    /// <summary>The least that it can be.</summary>
    internal long Least(Number number) => bounds[number.Position].Least;

    /// <summary>The sum, or the greatest 64-bit number where it would be more.</summary>
    internal static long SaturatingAdd(long a, long b) => a > long.MaxValue - b ? long.MaxValue : a + b;

    private Signal Combine(SignalKind kind, ReadOnlySpan<Signal> of, Signal neutral, Signal absorbing)
    {
        var inputs = new SortedSet<int>();
        foreach (var input in of)
        {
            if (input == absorbing)
            {
                return absorbing;
            }

            if (this[input].Kind == kind)
            {
                inputs.UnionWith(this[input].Inputs.Select(i => i.Position));
            }
            else if (input != neutral)
            {
                inputs.Add(input.Position);
            }
        }

        return inputs.Count switch
        {
            0 => neutral,
            1 => new Signal(inputs.Min),
            _ => Add(new SignalNode(kind, 0, 0, [.. inputs.Select(i => new Signal(i))])),
        };
    }

    private Signal Add(SignalNode node)
    {
        ref var known = ref CollectionsMarshal.GetValueRefOrAddDefault(
            knownSignals, new CircuitKey((int)node.Kind, node.Operand, node.AtLeast, [.. node.Inputs.Select(i => (long)i.Position)]), out var exists);
        if (!exists)
        {
            known = signals.Count;
            made.Add(known);
            signals.Add(node);
            Size += 1 + node.Inputs.Length;
        }

        return new Signal(known);
    }

    private Number Add(NumberNode node)
    {
        if (node.Kind == NumberKind.Steps && node.Gates.Length == 0)
        {
            return Number.Nought;
        }

        ref var known = ref CollectionsMarshal.GetValueRefOrAddDefault(
            knownNumbers,
            new CircuitKey((int)node.Kind, 0, 0, [.. node.Gates.Select(g => (long)g.Position), .. node.Values, .. node.Parts.Select(p => (long)p.Position)]),
            out var exists);
        if (!exists)
        {
            known = numbers.Count;
            made.Add(~known);
            Size += 1 + node.Gates.Length + node.Parts.Length;
            numbers.Add(node);
            bounds.Add(BoundsOf(node));
            MostParts = Math.Max(MostParts, node.Parts.Length);
        }

        return new Number(known);
    }

    private (long Least, long Greatest) BoundsOf(NumberNode node)
    {
        if (node.Kind == NumberKind.Steps)
        {
            return (node.Gates[0] == Signal.True ? node.Values[0] : 0, node.Values[^1]);
        }

        var all = bounds[node.Parts[0].Position];
        foreach (var part in node.Parts.AsSpan(1))
        {
            var (least, greatest) = bounds[part.Position];
            all = node.Kind switch
            {
                NumberKind.Sum => (SaturatingAdd(all.Least, least), SaturatingAdd(all.Greatest, greatest)),
                NumberKind.Min => (Math.Min(all.Least, least), Math.Min(all.Greatest, greatest)),
                _ => (Math.Max(all.Least, least), Math.Max(all.Greatest, greatest)),
            };
        }

        return all;
    }
}
