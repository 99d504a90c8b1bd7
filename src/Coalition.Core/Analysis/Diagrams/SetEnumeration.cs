using System.Numerics;

namespace Coalition.Analysis.Diagrams;

/// <summary>Lists the sets of a family one at a time, each as its variables from the top level down.</summary>
internal static class SetEnumeration
{
    /// <summary>The sets in order of size, those of one size in the order of the levels.</summary>
    /// <remarks>As each node knows the sizes that its sets have, no step of the walk leads to nothing.</remarks>
    internal static IEnumerable<int[]> BySize(SetDiagram sets)
    {
        var sizes = new SetSizes(sets);
        var set = new List<int>();
        var open = new Stack<(int Node, int Taken)>();
        for (var size = 0; size <= sizes.Greatest; size++)
        {
            if (sizes.Has(sets.Root, size))
            {
                open.Push((sets.Root, 0));
            }

            while (open.TryPop(out var at))
            {
                set.RemoveRange(at.Taken, set.Count - at.Taken);
                for (var node = at.Node; node != SetDiagram.Empty;)
                {
                    var (variable, high, low) = sets[node];
                    var left = size - set.Count;
                    if (!sizes.Has(high, left - 1))
                    {
                        node = low;
                        continue;
                    }

                    if (sizes.Has(low, left))
                    {
                        open.Push((low, set.Count));
                    }

                    set.Add(variable);
                    node = high;
                }

                yield return [.. set];
            }
        }
    }

    /// <summary>The sets in order of the sum of their weights, the least first; those of one sum in an order that is the same each time.</summary>
    /// <param name="sets">The family.</param>
    /// <param name="weights">The weight of each variable.</param>
    internal static IEnumerable<(int[] Set, T Weight)> ByWeight<T>(SetDiagram sets, T[] weights)
        where T : struct, INumber<T>
    {
        if (sets.Root == SetDiagram.None)
        {
            yield break;
        }

        var least = LeastWeights(sets, weights);
        var queue = new PriorityQueue<(int Node, T Weight, Path? Path), (T Least, long Entry)>();
        var entries = 0L;
        queue.Enqueue((sets.Root, T.Zero, null), (least[sets.Root], entries));
        while (queue.TryDequeue(out var at, out _))
        {
            var (node, weight, path) = at;
            while (node != SetDiagram.Empty)
            {
                var (variable, high, low) = sets[node];
                var (with, longer) = (weight + weights[variable], new Path(variable, path));
                if (low == SetDiagram.None || with + least[high] <= weight + least[low])
                {
                    if (low != SetDiagram.None)
                    {
                        queue.Enqueue((low, weight, path), (weight + least[low], ++entries));
                    }

                    (node, weight, path) = (high, with, longer);
                }
                else
                {
                    queue.Enqueue((high, with, longer), (with + least[high], ++entries));
                    node = low;
                }
            }

            yield return (Variables(path), weight);
        }
    }

    // For each node, the least weight among its sets.
    private static T[] LeastWeights<T>(SetDiagram sets, T[] weights)
        where T : struct, INumber<T>
    {
        var least = new T[sets.Nodes.Length];
        for (var i = SetDiagram.Empty + 1; i < least.Length; i++)
        {
            var (variable, high, low) = sets[i];
            least[i] = weights[variable] + least[high];
            if (low != SetDiagram.None && least[low] < least[i])
            {
                least[i] = least[low];
            }
        }

        return least;
    }

    private static int[] Variables(Path? path)
    {
        var variables = new List<int>();
        for (; path is not null; path = path.Before)
        {
            variables.Add(path.Variable);
        }

        variables.Reverse();
        return [.. variables];
    }

    private sealed record Path(int Variable, Path? Before);
}
