using System.Runtime.ExceptionServices;

namespace Coalition.Analysis.Diagrams;

/// <summary>Compiles gates into a decision diagram.</summary>
/// <remarks>See <see cref="VariableOrder"/>, <see cref="EquationSolver"/>, <see cref="SumThreshold"/> and <see cref="NodeStore"/> for the steps.</remarks>
internal static class DiagramCompiler
{
    // A level of recursion takes less than a kilobyte, so that this many fit the usual stacks of a megabyte and more.
    private const int MostLevelsOnThisStack = 500;

    private const int BytesPerLevel = 1024;

    /// <summary>Compiles one signal, with its equations read at their least and at their greatest fixed point.</summary>
    /// <exception cref="AnalysisBudgetException">The diagram would have more nodes than the budget allows.</exception>
    /// <exception cref="OperationCanceledException">The work was cancelled.</exception>
    internal static (Diagram Diagram, int Least, int Greatest) Compile(
        Circuit circuit, int variables, Signal signal, AnalysisBudget budget, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        var graph = new CircuitGraph(circuit, signal);
        var order = new VariableOrder(circuit, graph, variables).From(signal, InputOrder.SmallestFirst, sharedFirst: true);
        return OnDeepStack(variables + circuit.NumberCount, () => Compile(circuit, graph, signal, order, budget, cancellation));
    }

    private static (Diagram Diagram, int Least, int Greatest) Compile(
        Circuit circuit, CircuitGraph graph, Signal signal, int[] order, AnalysisBudget budget, CancellationToken cancellation)
    {
        var levels = new int[order.Length];
        for (var level = 0; level < order.Length; level++)
        {
            levels[order[level]] = level;
        }

        var store = new NodeStore(order.Length, budget, cancellation);
        var (least, greatest) = EquationSolver.Solve(circuit, graph, signal, store, levels);
        return store.Freeze(order, least, greatest);
    }

    // Recursion is as deep as there are levels, numbers within numbers, or items in a sum: past a bound it gets a stack to suit.
    private static T OnDeepStack<T>(int depth, Func<T> work)
    {
        if (depth <= MostLevelsOnThisStack)
        {
            return work();
        }

        var result = default(T)!;
        ExceptionDispatchInfo? failure = null;
        var thread = new Thread(Run, checked((depth + MostLevelsOnThisStack) * BytesPerLevel));
        thread.Start();
        thread.Join();
        failure?.Throw();
        return result;

        void Run()
        {
            try
            {
                result = work();
            }
            catch (Exception exception)
            {
                failure = ExceptionDispatchInfo.Capture(exception);
            }
        }
    }
}
