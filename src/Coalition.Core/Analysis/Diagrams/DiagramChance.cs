namespace Coalition.Analysis.Diagrams;

/// <summary>How probable each end of a diagram is when its variables are independent, for two of its functions at once; and for the first also with each variable fixed.</summary>
/// <remarks>
/// A pass goes up the nodes, for the probabilities of both ends below each, and down them, for the probability of coming by each. What is known of a variable is the sum over
/// its nodes, and over the edges that skip its level. Such an edge counts for a range of levels: ranges are added up in a binary tree over the levels, so that there
/// is no subtraction anywhere, and no small probability is lost in a large one. Cost: linear in the nodes, with a factor of the logarithm of the levels for edges that skip some.
/// </remarks>
internal sealed class DiagramChance
{
    private readonly Diagram diagram;
    private readonly int first;
    private readonly int second;

    // The nodes below the two, in the order of the diagram, and where each stands among them; the two ends are the first.
    private readonly DiagramNode[] nodes;
    private readonly double[] toTrue;
    private readonly double[] toFalse;
    private readonly double[] arriving;
    private readonly Ends[] high;
    private readonly Ends[] low;
    private readonly Ends[] skipping;

    internal DiagramChance(Diagram diagram, int first, int second)
    {
        this.diagram = diagram;
        var below = diagram.Below(first, second);
        var places = new Dictionary<int, int>(below.Length);
        nodes = new DiagramNode[below.Length];
        for (var i = 0; i < below.Length; i++)
        {
            places.Add(below[i], i);
            var node = diagram[below[i]];
            nodes[i] = new DiagramNode(node.Variable, places[node.High], places[node.Low]);
        }

        this.first = places[first];
        this.second = places[second];
        (toTrue, toFalse, arriving) = (new double[nodes.Length], new double[nodes.Length], new double[nodes.Length]);
        (high, low, skipping) = (new Ends[diagram.Variables], new Ends[diagram.Variables], new Ends[2 * diagram.Variables]);
    }

    internal int Count => nodes.Length;

    internal (double True, double False) First => (toTrue[first], toFalse[first]);

    internal (double True, double False) Second => (toTrue[second], toFalse[second]);

    /// <summary>The ends of the first function with one variable true.</summary>
    internal (double True, double False) IfGranted(int variable) => Fixed(high, variable);

    /// <summary>The ends of the first function with one variable false.</summary>
    internal (double True, double False) IfRefused(int variable) => Fixed(low, variable);

    /// <summary>Works it all out.</summary>
    /// <param name="granted">For each variable, the probability that it is true.</param>
    /// <param name="refused">The probability that it is false.</param>
    /// <param name="cancellation">Ends the work early.</param>
    internal void Pass(double[] granted, double[] refused, CancellationToken cancellation)
    {
        toTrue[Diagram.True] = 1;
        toFalse[Diagram.False] = 1;
        for (var i = 2; i < nodes.Length; i++)
        {
            var (variable, up, down) = nodes[i];
            toTrue[i] = (granted[variable] * toTrue[up]) + (refused[variable] * toTrue[down]);
            toFalse[i] = (granted[variable] * toFalse[up]) + (refused[variable] * toFalse[down]);
        }

        cancellation.ThrowIfCancellationRequested();
        Array.Clear(arriving);
        Array.Clear(high);
        Array.Clear(low);
        Array.Clear(skipping);
        arriving[first] = 1;
        Skip(-1, first, 1);
        for (var i = nodes.Length - 1; i > Diagram.True; i--)
        {
            if (arriving[i] == 0)
            {
                // Where circumstances are settled, as in each combination of them, half of the work.
                continue;
            }

            var (variable, up, down) = nodes[i];
            high[variable].Add(arriving[i], toTrue[up], toFalse[up]);
            low[variable].Add(arriving[i], toTrue[down], toFalse[down]);
            Go(i, up, arriving[i] * granted[variable]);
            Go(i, down, arriving[i] * refused[variable]);
        }
    }

    private void Go(int from, int to, double chance)
    {
        arriving[to] += chance;
        Skip(LevelOf(from), to, chance);
    }

    // Every level between an edge's two ends, neither included, sees what the edge leads to, whatever its variable.
    private void Skip(int above, int to, double chance)
    {
        var size = diagram.Variables;
        for (int from = above + 1 + size, until = LevelOf(to) + size; from < until; from /= 2, until /= 2)
        {
            if ((from & 1) != 0)
            {
                skipping[from++].Add(chance, toTrue[to], toFalse[to]);
            }

            if ((until & 1) != 0)
            {
                skipping[--until].Add(chance, toTrue[to], toFalse[to]);
            }
        }
    }

    private int LevelOf(int place) => diagram.LevelOfVariable(nodes[place].Variable);

    private (double True, double False) Fixed(Ends[] by, int variable)
    {
        var ends = by[variable];
        for (var at = diagram.LevelOfVariable(variable) + diagram.Variables; at > 0; at /= 2)
        {
            ends.Add(1, skipping[at].True, skipping[at].False);
        }

        return (ends.True, ends.False);
    }

    private struct Ends
    {
        internal double True;
        internal double False;

        internal void Add(double chance, double toTrue, double toFalse)
        {
            True += chance * toTrue;
            False += chance * toFalse;
        }
    }
}
