using System.Runtime.InteropServices;

namespace Coalition.Analysis.Diagrams;

/// <summary>Where some minimal blocking set with one variable in it is wholly refused, as a decision diagram over the other variables.</summary>
/// <remarks>
/// Such a set is refused together with the variable if and only if with some more of the others granted the variable is critical: the function is true with it and false
/// without. For if it is, the refusals left block together with the variable, and any minimal blocking set among them contains it, since without it they do not block.
/// So the answer is the closure of criticality towards fewer grants.
/// </remarks>
internal sealed class CriticalRefusals
{
    private readonly Diagram diagram;
    private readonly AnalysisBudget budget;
    private readonly CancellationToken cancellation;
    private readonly List<DiagramNode> nodes;
    private readonly Dictionary<DiagramNode, int> unique = [];
    private readonly Dictionary<(Operation, int, int), int> known = [];

    private CriticalRefusals(Diagram diagram, AnalysisBudget budget, CancellationToken cancellation)
    {
        this.diagram = diagram;
        this.budget = budget;
        this.cancellation = cancellation;
        nodes = [diagram[Diagram.False], diagram[Diagram.True]];
    }

    private enum Operation
    {
        Granted,
        Refused,
        AndNot,
        Or,
        Fewer,
    }

    /// <exception cref="AnalysisBudgetException">The diagram would have more nodes than the budget allows.</exception>
    /// <exception cref="OperationCanceledException">The work was cancelled.</exception>
    internal static (Diagram Diagram, int Root) Of(Diagram diagram, int root, int variable, AnalysisBudget budget, CancellationToken cancellation)
    {
        var work = new CriticalRefusals(diagram, budget, cancellation);

        // One walk is within another, of two calls for each level.
        var closed = DeepStack.Run(3 * diagram.Variables, () => work.Fewer(
            work.AndNot(work.With(Operation.Granted, root, variable), work.With(Operation.Refused, root, variable))));
        return (new Diagram([.. work.nodes], diagram.Order.ToArray()), closed);
    }

    // The function with the variable fixed, in this diagram.
    private int With(Operation value, int node, int variable)
    {
        if (node <= Diagram.True)
        {
            return node;
        }

        var key = (value, node, variable);
        if (!known.TryGetValue(key, out var result))
        {
            var at = diagram[node];
            result = at.Variable == variable ? With(value, value == Operation.Granted ? at.High : at.Low, variable)
                : Node(at.Variable, With(value, at.High, variable), With(value, at.Low, variable));
            known.Add(key, result);
        }

        return result;
    }

    private int AndNot(int a, int b)
    {
        if (a == Diagram.False || b == Diagram.True || a == b)
        {
            return Diagram.False;
        }

        return b == Diagram.False ? a : Split(Operation.AndNot, a, b);
    }

    private int Or(int a, int b)
    {
        if (a == Diagram.True || b == Diagram.True || a == b)
        {
            return a == b ? a : Diagram.True;
        }

        return a == Diagram.False ? b : b == Diagram.False ? a : Split(Operation.Or, Math.Max(a, b), Math.Min(a, b));
    }

    // True where the function is with some more granted.
    private int Fewer(int node)
    {
        if (node <= Diagram.True)
        {
            return node;
        }

        if (!known.TryGetValue((Operation.Fewer, node, 0), out var result))
        {
            var at = nodes[node];
            var high = Fewer(at.High);
            result = Node(at.Variable, high, Or(high, Fewer(at.Low)));
            known.Add((Operation.Fewer, node, 0), result);
        }

        return result;
    }

    private int Split(Operation operation, int a, int b)
    {
        if (known.TryGetValue((operation, a, b), out var result))
        {
            return result;
        }

        var (levelA, levelB) = (LevelOf(a), LevelOf(b));
        var variable = levelA <= levelB ? nodes[a].Variable : nodes[b].Variable;
        var (highA, lowA) = levelA <= levelB ? (nodes[a].High, nodes[a].Low) : (a, a);
        var (highB, lowB) = levelB <= levelA ? (nodes[b].High, nodes[b].Low) : (b, b);
        result = operation == Operation.Or
            ? Node(variable, Or(highA, highB), Or(lowA, lowB))
            : Node(variable, AndNot(highA, highB), AndNot(lowA, lowB));
        known.Add((operation, a, b), result);
        return result;
    }

    private int LevelOf(int node) => diagram.LevelOfVariable(nodes[node].Variable);

    private int Node(int variable, int high, int low)
    {
        cancellation.ThrowIfCancellationRequested();
        if (high == low)
        {
            return high;
        }

        ref var place = ref CollectionsMarshal.GetValueRefOrAddDefault(unique, new DiagramNode(variable, high, low), out var exists);
        if (!exists)
        {
            if (nodes.Count >= budget.Nodes)
            {
                throw new AnalysisBudgetException(budget, "the union of the minimal blocking sets with one variable in them");
            }

            place = nodes.Count;
            nodes.Add(new DiagramNode(variable, high, low));
        }

        return place;
    }
}
