using Compiled = (Coalition.Analysis.Diagrams.Diagram Diagram, int Least, int Greatest);

namespace Coalition.Analysis.Diagrams;

/// <summary>Compiles gates into a decision diagram.</summary>
/// <remarks>
/// The order of the variables is found first (<see cref="VariableOrder"/>), then gates and numbers are read one after the other, each after those it depends on
/// (<see cref="EquationSolver"/>), into one store of nodes (<see cref="NodeStore"/>), and what the result refers to is frozen. Where that takes many nodes, other orders
/// are tried, each given up at a third of the nodes of the one before it, or after as many steps as these would take, and the smallest diagram is kept: a try that does not pay
/// costs less than the first.
/// </remarks>
internal static class DiagramCompiler
{
    private static readonly (InputOrder Inputs, bool SharedFirst)[] Orders =
    [
        (InputOrder.LargestFirst, true),
        (InputOrder.AsGiven, false),
        (InputOrder.SmallestFirst, false),
    ];

    // Below this a diagram is built in some tens of milliseconds, and a smaller one would not repay the search for it.
    private const int FewNodes = 100_000;

    // A good order takes a few steps for each node. Where many more are taken, the cache loses more than it keeps, and there may be no end: a try is given up
    // early, and the first order, too, once it is hopeless.
    private const long StepsForEachNode = 16;
    private const long MostStepsForEachNode = 32;

    /// <summary>Compiles one signal, with its equations read at their least and at their greatest fixed point.</summary>
    /// <exception cref="AnalysisBudgetException">The diagram would have more nodes than the budget allows.</exception>
    /// <exception cref="OperationCanceledException">The work was cancelled.</exception>
    internal static (Diagram Diagram, int Least, int Greatest) Compile(
        Circuit circuit, int variables, Signal signal, AnalysisBudget budget, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        var graph = new CircuitGraph(circuit, signal);
        // Recursion is as deep as there are levels, numbers within numbers, or items in a sum.
        return DeepStack.Run(variables + circuit.NumberCount + circuit.MostParts, () => CompileBest(circuit, graph, variables, signal, budget, cancellation));
    }

    /// <summary>Compiles with a given order of the variables.</summary>
    /// <returns>The diagram and the number of nodes it took to build it.</returns>
    internal static (Compiled Compiled, int Work) Compile(
        Circuit circuit, CircuitGraph graph, Signal signal, int[] order, AnalysisBudget budget, CancellationToken cancellation, long mostSteps = long.MaxValue)
    {
        var levels = new int[order.Length];
        for (var level = 0; level < order.Length; level++)
        {
            levels[order[level]] = level;
        }

        using var store = new NodeStore(order.Length, budget, cancellation, mostSteps);
        var (least, greatest) = EquationSolver.Solve(circuit, graph, signal, store, levels);
        return (store.Freeze(order, least, greatest), store.Count);
    }

    private static Compiled CompileBest(
        Circuit circuit, CircuitGraph graph, int variables, Signal signal, AnalysisBudget budget, CancellationToken cancellation)
    {
        var source = new VariableOrder(circuit, graph, variables);
        var tried = new List<int[]>();
        Compiled? best = null;
        AnalysisBudgetException? failure = null;
        var allowed = budget;
        foreach (var (inputs, sharedFirst) in Orders)
        {
            var order = source.From(signal, inputs, sharedFirst);
            if (tried.Exists(t => t.AsSpan().SequenceEqual(order)))
            {
                continue;
            }

            tried.Add(order);
            try
            {
                var (compiled, work) = Compile(
                    circuit, graph, signal, order, allowed, cancellation, (tried.Count == 1 ? MostStepsForEachNode : StepsForEachNode) * allowed.Nodes);
                best = best is null || compiled.Diagram.Nodes.Length < best.Value.Diagram.Nodes.Length ? compiled : best;
                if (work <= FewNodes)
                {
                    break;
                }

                allowed = budget with { Nodes = Math.Max(1, Math.Min(work, allowed.Nodes) / 3) };
            }
            catch (AnalysisBudgetException exception)
            {
                failure ??= exception;
            }
        }

        return best ?? throw failure!;
    }
}
