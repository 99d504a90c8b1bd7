namespace Coalition.Analysis.Diagrams;

/// <summary>
/// Which nodes of a diagram ask, they and all below them, for a variable at least as desirable as every later one (Isbell, 1958): regular functions (Hammer, Peled and
/// Pollatschek, 1979) in a fitting order.
/// </summary>
/// <remarks>
/// A variable is at least as desirable as another if it may take its place in any set without the function becoming false. The relation is transitive, and
/// holds of a function if it holds of both branches of a variable above. So a node qualifies if both of its branches do, from the same next variable
/// on, and its variable is at least as desirable as that next one: the function with the next one alone true implies that with the first alone true. One
/// threshold qualifies if its amounts descend with the levels, and does so together with a number of contributors.
/// <para>
/// Whether one function implies another is seen branch by branch, each pair once. Most pairs are settled sooner: the nodes of a level are sorted by where their
/// branches stand, and a row of neighbours of which each implies the next is a chain, within which the order tells. The levels of one threshold are
/// such chains, so that the cost is that of sorting; elsewhere it is at most that of the pairs, which count against the budget.
/// </para>
/// </remarks>
internal sealed class Regularity(Diagram diagram, AnalysisBudget budget) : IDisposable
{
    // A pair belongs to the last check that met it, and holds unless that check failed.
    private readonly PairTable checks = new();
    private readonly List<bool> holds = [];
    private readonly Stack<(int A, int B)> open = new();
    private readonly bool[] isRegular = Scratch.Rent<bool>(diagram.Nodes.Length);
    private readonly int[] places = Scratch.Rent<int>(diagram.Nodes.Length);
    private readonly int[] chains = Scratch.Rent<int>(diagram.Nodes.Length);
    private int placed;
    private int lastChain;

    /// <summary>Takes in the nodes of a level, after those of all lower ones, and sorts them.</summary>
    internal void Add(Span<int> level)
    {
        var keys = new ulong[level.Length];
        for (var i = 0; i < keys.Length; i++)
        {
            keys[i] = ((ulong)Place(diagram[level[i]].Low) << 32) | Place(diagram[level[i]].High);
        }

        keys.AsSpan().Sort(level);
        lastChain++;
        for (var i = 0; i < level.Length; i++)
        {
            var node = level[i];
            places[node] = ++placed;
            lastChain += i > 0 && !(IsInOrder(diagram[level[i - 1]].Low, diagram[node].Low) && IsInOrder(diagram[level[i - 1]].High, diagram[node].High)) ? 1 : 0;
            chains[node] = lastChain;
        }

        foreach (var node in level)
        {
            isRegular[node] = IsRegular(node);
        }
    }

    /// <summary>Whether a node, and all below it, ask for the more desirable variables first.</summary>
    internal bool Of(int node) => isRegular[node];

    /// <summary>Gives its arrays back.</summary>
    public void Dispose()
    {
        checks.Dispose();
        Scratch.Return(isRegular);
        Scratch.Return(places);
        Scratch.Return(chains);
    }

    private uint Place(int node) => node == Diagram.True ? uint.MaxValue : (uint)places[node];

    // Whether one node surely implies another.
    private bool IsInOrder(int a, int b) =>
        a == b || a == Diagram.False || b == Diagram.True || (a != Diagram.True && b != Diagram.False && chains[a] == chains[b] && places[a] < places[b]);

    private bool IsRegular(int node)
    {
        var (_, high, low) = diagram[node];
        var next = Math.Min(diagram.LevelOf(high), diagram.LevelOf(low));
        return IsRegularFrom(next, high) && IsRegularFrom(next, low) && Implies(diagram[low].High, diagram[high].Low);
    }

    // A variable that a function passes over is less desirable than one below on which it depends.
    private bool IsRegularFrom(int level, int node) => node <= Diagram.True || (isRegular[node] && diagram.LevelOf(node) == level);

    private bool Implies(int a, int b)
    {
        holds.Add(true);
        for (open.Push((a, b)); holds[^1] && open.TryPop(out var pair);)
        {
            holds[^1] = Step(pair.A, pair.B);
        }

        open.Clear();
        return holds[^1];
    }

    private bool Step(int a, int b)
    {
        if (IsInOrder(a, b))
        {
            return true;
        }

        // Of two in one chain the later one is not implied by the other's being true.
        if (a == Diagram.True || b == Diagram.False || chains[a] == chains[b])
        {
            return false;
        }

        if (checks.TryGet(a, b, out var check) && holds[check])
        {
            return true;
        }

        if (checks.Count >= budget.Nodes)
        {
            throw new AnalysisBudgetException(budget, "the minimal sets");
        }

        checks.Set(a, b, holds.Count - 1);
        var level = Math.Min(diagram.LevelOf(a), diagram.LevelOf(b));
        var (aHigh, aLow) = At(a, level);
        var (bHigh, bLow) = At(b, level);
        open.Push((aHigh, bHigh));
        open.Push((aLow, bLow));
        return true;
    }

    private (int High, int Low) At(int node, int level) => diagram.LevelOf(node) == level ? (diagram[node].High, diagram[node].Low) : (node, node);
}
