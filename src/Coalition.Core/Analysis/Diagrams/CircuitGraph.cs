namespace Coalition.Analysis.Diagrams;

/// <summary>The part of a circuit that one gate depends on, as a graph whose vertices are gates and numbers.</summary>
/// <remarks>
/// Gate number <c>i</c> is vertex <c>i</c>, and numbers follow the gates. The strongly connected components are found by Tarjan's algorithm (1972), with a stack of
/// its own, as circuits may be deep; cost is linear.
/// </remarks>
internal sealed class CircuitGraph
{
    private readonly Circuit circuit;
    private readonly int[][] inputs;
    private readonly int[] made;
    private readonly List<int[]> components = [];

    internal CircuitGraph(Circuit circuit, Signal root)
    {
        this.circuit = circuit;
        inputs = new int[circuit.SignalCount + circuit.NumberCount][];
        made = new int[inputs.Length];
        for (var i = 0; i < circuit.Made.Count; i++)
        {
            made[circuit.Made[i] is var at && at >= 0 ? at : Vertex(new Number(~at))] = i;
        }

        FindComponents(root.Position);
        Wanted = MostWanted();
    }

    internal int VertexCount => inputs.Length;

    /// <summary>The components, each after those it depends on; within one, in the order of making.</summary>
    internal IReadOnlyList<int[]> Components => components;

    /// <summary>For each number, the greatest amount that anything asks of it: more counts as much.</summary>
    internal long[] Wanted { get; }

    internal bool IsNumber(int vertex) => vertex >= circuit.SignalCount;

    internal int Vertex(Number number) => circuit.SignalCount + number.Position;

    internal Number NumberOf(int vertex) => new(vertex - circuit.SignalCount);

    /// <summary>The vertices that one depends on directly; only those of the graph have any.</summary>
    internal ReadOnlySpan<int> InputsOf(int vertex) => inputs[vertex];

    /// <summary>Whether a component is a circle: iterated, not computed once.</summary>
    internal bool IsCircle(int[] component) => component.Length > 1 || inputs[component[0]].AsSpan().Contains(component[0]);

    private int[] FindInputs(int vertex)
    {
        if (IsNumber(vertex))
        {
            var number = circuit[NumberOf(vertex)];
            return [.. number.Gates.Select(g => g.Position), .. number.Parts.Select(Vertex)];
        }

        var gate = circuit[new Signal(vertex)];
        return gate.Kind == SignalKind.Reaches ? [Vertex(new Number(gate.Operand))] : [.. gate.Inputs.Select(i => i.Position)];
    }

    private void FindComponents(int root)
    {
        var (index, low) = (new int[inputs.Length], new int[inputs.Length]);
        var isOpen = new bool[inputs.Length];
        var open = new Stack<int>();
        var path = new Stack<(int Vertex, int Next)>();
        var count = 0;
        Enter(root);
        while (path.TryPop(out var at))
        {
            var (vertex, next) = at;
            if (next < inputs[vertex].Length)
            {
                path.Push((vertex, next + 1));
                var input = inputs[vertex][next];
                if (index[input] == 0)
                {
                    Enter(input);
                }
                else if (isOpen[input])
                {
                    low[vertex] = Math.Min(low[vertex], index[input]);
                }

                continue;
            }

            if (low[vertex] == index[vertex])
            {
                Close(vertex);
            }

            if (path.TryPeek(out var user))
            {
                low[user.Vertex] = Math.Min(low[user.Vertex], low[vertex]);
            }
        }

        void Enter(int vertex)
        {
            inputs[vertex] = FindInputs(vertex);
            index[vertex] = low[vertex] = ++count;
            isOpen[vertex] = true;
            open.Push(vertex);
            path.Push((vertex, 0));
        }

        void Close(int first)
        {
            var members = new List<int>();
            do
            {
                members.Add(open.Peek());
                isOpen[open.Peek()] = false;
            }
            while (open.Pop() != first);
            members.Sort((a, b) => made[a].CompareTo(made[b]));
            components.Add([.. members]);
        }
    }

    // Numbers refer to earlier ones only: those that ask come before those that are asked.
    private long[] MostWanted()
    {
        var wanted = new long[circuit.NumberCount];
        for (var vertex = 0; vertex < circuit.SignalCount; vertex++)
        {
            if (inputs[vertex] is not null && circuit[new Signal(vertex)] is { Kind: SignalKind.Reaches } gate)
            {
                wanted[gate.Operand] = Math.Max(wanted[gate.Operand], gate.AtLeast);
            }
        }

        for (var number = wanted.Length - 1; number >= 0; number--)
        {
            foreach (var part in circuit[new Number(number)].Parts)
            {
                wanted[part.Position] = Math.Max(wanted[part.Position], wanted[number]);
            }
        }

        return wanted;
    }
}
