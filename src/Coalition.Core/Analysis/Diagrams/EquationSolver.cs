namespace Coalition.Analysis.Diagrams;

/// <summary>Solves the equations of a circuit for its least and its greatest fixed point (rule S7).</summary>
/// <remarks>
/// Component by component, each after those that it depends on. Only what lies on a circle is iterated, from false or from true, until nothing changes (Kleene, 1952);
/// that both fixed points exist is the theorem of Knaster and Tarski (1955). As gates refer to earlier ones but for equations, one sweep in the order of making computes
/// the gates of a component from its equations; a sweep looks only at what changed in it. What depends on no circle, or on one whose fixed points agree, is built once.
/// </remarks>
internal sealed class EquationSolver
{
    private readonly Circuit circuit;
    private readonly CircuitGraph graph;
    private readonly CircuitReading least;
    private readonly CircuitReading greatest;
    private readonly bool[] differs;

    private EquationSolver(Circuit circuit, CircuitGraph graph, NodeStore store, ReadOnlySpan<int> levels)
    {
        this.circuit = circuit;
        this.graph = graph;
        least = new CircuitReading(circuit, graph, store, levels);
        greatest = new CircuitReading(circuit, graph, store, levels);
        differs = new bool[graph.VertexCount];
    }

    /// <summary>The function of a gate at both fixed points.</summary>
    internal static (int Least, int Greatest) Solve(Circuit circuit, CircuitGraph graph, Signal root, NodeStore store, ReadOnlySpan<int> levels)
    {
        var solver = new EquationSolver(circuit, graph, store, levels);
        foreach (var component in graph.Components)
        {
            if (graph.IsCircle(component))
            {
                solver.Iterate(component, solver.least, Diagram.False);
                solver.Iterate(component, solver.greatest, Diagram.True);
                solver.Compare(component);
            }
            else
            {
                solver.ReadOnce(component[0]);
            }
        }

        return (solver.least[root.Position], solver.greatest[root.Position]);
    }

    private void ReadOnce(int vertex)
    {
        least.Read(vertex);
        foreach (var input in graph.InputsOf(vertex))
        {
            differs[vertex] |= differs[input];
        }

        if (!differs[vertex])
        {
            greatest.Take(vertex, least);
            return;
        }

        greatest.Read(vertex);
        differs[vertex] = graph.IsNumber(vertex) || least[vertex] != greatest[vertex];
    }

    private void Iterate(int[] component, CircuitReading reading, int from)
    {
        var equations = component.Where(IsEquation).ToArray();
        var rest = component.Where(v => !IsEquation(v)).ToArray();
        var isChanged = new bool[graph.VertexCount];
        foreach (var equation in equations)
        {
            reading[equation] = from;
            isChanged[equation] = true;
        }

        for (var isFirst = true; equations.Any(e => isChanged[e]); isFirst = false)
        {
            foreach (var vertex in rest)
            {
                isChanged[vertex] = isFirst || AnyOf(graph.InputsOf(vertex), isChanged);
                if (isChanged[vertex])
                {
                    var before = graph.IsNumber(vertex) ? -1 : reading[vertex];
                    reading.Read(vertex);
                    isChanged[vertex] = isFirst || graph.IsNumber(vertex) || reading[vertex] != before;
                }
            }

            foreach (var equation in equations)
            {
                var before = reading[equation];
                reading.Read(equation);
                isChanged[equation] = reading[equation] != before;
            }
        }
    }

    // Numbers of a circle whose gates all agree may be shared as well.
    private void Compare(int[] component)
    {
        var isSame = component.All(v => graph.IsNumber(v) || least[v] == greatest[v]) && !component.Any(v => AnyOf(graph.InputsOf(v), differs));
        foreach (var vertex in component)
        {
            differs[vertex] = !isSame;
            if (isSame)
            {
                greatest.Take(vertex, least);
            }
        }
    }

    private bool IsEquation(int vertex) => !graph.IsNumber(vertex) && circuit[new Signal(vertex)].Kind == SignalKind.Equation;

    private static bool AnyOf(ReadOnlySpan<int> vertices, bool[] marks)
    {
        foreach (var vertex in vertices)
        {
            if (marks[vertex])
            {
                return true;
            }
        }

        return false;
    }
}
