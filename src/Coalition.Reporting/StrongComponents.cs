using System.Collections.Immutable;

namespace Coalition.Reporting;

/// <summary>The strongly connected components of a directed graph.</summary>
/// <remarks>Kosaraju and Sharir's algorithm, without recursion, since a model may be as deep as it is large. Cost: linear.</remarks>
internal static class StrongComponents
{
    /// <summary>For each node the number of its component; numbers grow along the edges from one component to another.</summary>
    internal static ImmutableArray<int> Of(int count, IReadOnlyList<(int From, int To)> edges)
    {
        var forward = edges.ToLookup(e => e.From, e => e.To);
        var backward = edges.ToLookup(e => e.To, e => e.From);
        var finished = Finished(count, forward);
        var component = new int[count];
        Array.Fill(component, -1);
        var number = 0;
        for (var i = count - 1; i >= 0; i--)
        {
            if (component[finished[i]] >= 0)
            {
                continue;
            }

            Stack<int> left = new([finished[i]]);
            component[finished[i]] = number;
            while (left.TryPop(out var node))
            {
                foreach (var other in backward[node].Where(n => component[n] < 0))
                {
                    component[other] = number;
                    left.Push(other);
                }
            }

            number++;
        }

        return [.. component];
    }

    // The nodes in the order in which a search in depth leaves them.
    private static List<int> Finished(int count, ILookup<int, int> forward)
    {
        var finished = new List<int>(count);
        var met = new bool[count];
        for (var start = 0; start < count; start++)
        {
            Stack<(int Node, IEnumerator<int> Next)> path = new();
            Enter(start);
            while (path.TryPeek(out var at))
            {
                if (at.Next.MoveNext())
                {
                    Enter(at.Next.Current);
                }
                else
                {
                    finished.Add(path.Pop().Node);
                }
            }

            void Enter(int node)
            {
                if (!met[node])
                {
                    met[node] = true;
                    path.Push((node, forward[node].GetEnumerator()));
                }
            }
        }

        return finished;
    }
}
