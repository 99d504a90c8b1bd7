namespace Coalition.Analysis.Diagrams;

/// <summary>Compiles gates into a <see cref="BitProgram"/>, with equations read at their least fixed point (rule S7).</summary>
/// <remarks>
/// A gate is one step for each input but one; what a number becomes, <see cref="BitNumbers"/> says. Equations in a circle start false and are gone through until
/// no lane changes, component by component, each after those that it depends on.
/// </remarks>
internal sealed class BitCompiler
{
    private readonly Circuit circuit;
    private readonly CircuitGraph graph;
    private readonly BitProgramBuilder builder = new();
    private readonly BitNumbers numbers;
    private readonly int[] wires;

    private BitCompiler(Circuit circuit, CircuitGraph graph)
    {
        this.circuit = circuit;
        this.graph = graph;
        wires = new int[circuit.SignalCount];
        numbers = new BitNumbers(circuit, builder, wires);
    }

    internal static BitProgram Compile(Circuit circuit, Signal signal)
    {
        var graph = new CircuitGraph(circuit, signal);
        var compiler = new BitCompiler(circuit, graph);
        foreach (var component in graph.Components)
        {
            if (graph.IsCircle(component))
            {
                compiler.AddCircle(component);
            }
            else
            {
                compiler.Add(component[0]);
            }
        }

        return compiler.builder.Build(compiler.wires[signal.Position]);
    }

    private void AddCircle(int[] component)
    {
        var equations = component.Where(IsEquation).ToArray();
        foreach (var equation in equations)
        {
            wires[equation] = builder.Clear();
        }

        var start = builder.Next;
        foreach (var vertex in component.Where(v => !IsEquation(v)))
        {
            Add(vertex);
        }

        foreach (var equation in equations)
        {
            builder.Update(wires[equation], wires[circuit[new Signal(equation)].Inputs[0].Position]);
        }

        builder.Repeat(start);
    }

    private void Add(int vertex)
    {
        if (graph.IsNumber(vertex))
        {
            // Written here and not where it is first asked for, so that no circle repeats what lies before it.
            numbers.Rows(graph.NumberOf(vertex));
            return;
        }

        var gate = circuit[new Signal(vertex)];
        wires[vertex] = gate.Kind switch
        {
            SignalKind.False => BitProgramBuilder.False,
            SignalKind.True => BitProgramBuilder.True,
            SignalKind.Variable => builder.Input(gate.Operand),
            SignalKind.And => gate.Inputs.Aggregate(BitProgramBuilder.True, (all, input) => builder.And(all, wires[input.Position])),
            SignalKind.Or => gate.Inputs.Aggregate(BitProgramBuilder.False, (any, input) => builder.Or(any, wires[input.Position])),
            SignalKind.Equation => wires[gate.Inputs[0].Position],
            _ => numbers.Reaches(new Number(gate.Operand), gate.AtLeast),
        };
    }

    private bool IsEquation(int vertex) => !graph.IsNumber(vertex) && circuit[new Signal(vertex)].Kind == SignalKind.Equation;
}
