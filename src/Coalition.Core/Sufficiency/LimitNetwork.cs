namespace Coalition.Sufficiency;

/// <summary>Pledges of one nation that stand under the same ceilings: what they bring may be added before anything limits it.</summary>
/// <param name="Nation">The position of the nation.</param>
/// <param name="National">The position of the national approval with ceilings, or -1.</param>
/// <param name="Host">The position of the host's consent with ceilings, or -1.</param>
/// <param name="Support">The id of the support type where some ceiling may tell types apart; null otherwise.</param>
/// <param name="Now">Which mandates of each limit the pledges, as things stand.</param>
/// <param name="Granted">Which limit them once open decisions are granted.</param>
internal readonly record struct LimitGroup(
    int Nation, int National, int Host, string? Support, (int National, int Host) Now, (int National, int Host) Granted)
{
    internal (int National, int Host) At(Bound bound) => bound == Bound.Secured ? Now : Granted;
}

/// <summary>A ceiling or a cap in the network.</summary>
/// <param name="Nation">The position of the nation that is capped; -1 for a ceiling.</param>
/// <param name="Approval">The position of the approval; -1 for a cap.</param>
/// <param name="Support">The support type that a ceiling limits; null for a total or a cap.</param>
/// <param name="AtMost">The most that passes.</param>
/// <param name="Parent">The limit that this one stands under, on its side; -1 for none.</param>
internal readonly record struct Limit(int Nation, int Approval, string? Support, long AtMost, int Parent);

/// <summary>Rule S6: the greatest whole sum that exceeds no pledge, no ceiling and no cap.</summary>
/// <remarks>
/// <para>
/// What limits a pledge from its nation's side is nested (cap, total of the approval, total and then type of those mandates that allow the pledge), and so
/// is what limits it from the host's side. A renewal that does not allow a pledge widens nothing for it. Between two nested families the greatest sum is a greatest flow: from the source down the one tree, through the groups of pledges,
/// and up the other tree to the sink. With whole capacities there is a whole greatest flow (Ford and Fulkerson, 1956).
/// </para>
/// <para>
/// The flow starts greedily, which is already greatest where only one family limits, and is improved along shortest paths
/// (Edmonds and Karp, 1972). The cut nearest to the source proves it: the sum is that of the limits and groups cut.
/// Cost: linear in the groups where nothing binds.
/// </para>
/// </remarks>
internal sealed class LimitNetwork
{
    private readonly LimitGroup[] groups;
    private readonly List<Limit> limits = [];
    private readonly int[] nationSide;
    private readonly int[] hostSide;

    // What each limit would have to let through, at the question that is being answered: kept, since one evaluation asks often. As all of it, by one thread.
    private readonly Int128[] loads;

    /// <summary>The network of a total.</summary>
    /// <param name="groups">The groups of pledges.</param>
    /// <param name="approvals">The approvals on the day.</param>
    /// <param name="bound">The bound, which decides which mandates limit.</param>
    /// <param name="cap">The most that counts from a nation; null for no cap.</param>
    /// <param name="isPersonnel">Whether personnel are counted, which alone the total of a mandate limits.</param>
    internal LimitNetwork(LimitGroup[] groups, ApprovalOn[] approvals, Bound bound, long? cap, bool isPersonnel)
    {
        this.groups = groups;
        nationSide = new int[groups.Length];
        hostSide = new int[groups.Length];
        Dictionary<(int Nation, int Approval, int Mandates, string? Support), int>? known = null;
        for (var i = 0; i < groups.Length; i++)
        {
            var group = groups[i];
            var mandates = group.At(bound);
            var parent = cap is { } most ? Add(new Limit(group.Nation, -1, null, most, -1), 0) : -1;
            nationSide[i] = Ceilings(group.National, mandates.National, group.Support, parent);
            hostSide[i] = Ceilings(group.Host, mandates.Host, group.Support, -1);
        }

        loads = new Int128[limits.Count];

        int Ceilings(int approval, int mandates, string? support, int parent)
        {
            if (approval < 0)
            {
                return parent;
            }

            var on = approvals[approval];
            if (isPersonnel)
            {
                parent = on.TotalCeiling(bound) is { } total ? Add(new Limit(-1, approval, null, total, parent), 0) : parent;
                parent = on.Ceiling(null, mandates) is { } ofThese ? Add(new Limit(-1, approval, null, ofThese, parent), mandates) : parent;
            }

            return on.Ceiling(support, mandates) is { } ofType ? Add(new Limit(-1, approval, support, ofType, parent), mandates) : parent;
        }

        int Add(Limit limit, int mandates)
        {
            known ??= [];
            if (!known.TryGetValue((limit.Nation, limit.Approval, mandates, limit.Support), out var position))
            {
                known.Add((limit.Nation, limit.Approval, mandates, limit.Support), position = limits.Count);
                limits.Add(limit);
            }

            return position;
        }
    }

    internal bool IsUnlimited => limits.Count == 0;

    internal Limit this[int limit] => limits[limit];

    /// <summary>The limit nearest to a group on the nation's side, or -1. A limit comes after the one that it stands under.</summary>
    internal int NationSide(int group) => nationSide[group];

    /// <summary>The limit nearest to a group on the host's side, or -1.</summary>
    internal int HostSide(int group) => hostSide[group];

    /// <summary>The greatest sum.</summary>
    /// <param name="amounts">What each group brings without any limit.</param>
    /// <param name="binding">For each group, the limit nearest to the source that keeps it from counting in full, or -1; null if none binds.</param>
    internal Int128 Sum(ReadOnlySpan<Int128> amounts, out int[]? binding)
    {
        binding = null;
        if (!Binds(amounts))
        {
            return Add(amounts);
        }

        var flow = new Flow(this, amounts);
        return flow.Greatest(out binding);
    }

    private static Int128 Add(ReadOnlySpan<Int128> amounts)
    {
        Int128 sum = 0;
        foreach (var amount in amounts)
        {
            sum += amount;
        }

        return sum;
    }

    // Whether the plain sum exceeds some limit.
    private bool Binds(ReadOnlySpan<Int128> amounts)
    {
        Array.Clear(loads);
        for (var i = 0; i < groups.Length; i++)
        {
            if (amounts[i] == 0)
            {
                continue;
            }

            for (var limit = nationSide[i]; limit >= 0; limit = limits[limit].Parent)
            {
                loads[limit] += amounts[i];
            }

            for (var limit = hostSide[i]; limit >= 0; limit = limits[limit].Parent)
            {
                loads[limit] += amounts[i];
            }
        }

        for (var i = 0; i < loads.Length; i++)
        {
            if (loads[i] > limits[i].AtMost)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>One computation of the greatest flow.</summary>
    private sealed class Flow
    {
        private readonly LimitNetwork network;

        // The nodes are the limits, by their numbers, and these two after them.
        private readonly int source;
        private readonly int sink;

        // Edges come in pairs: an edge and, one further, its way back. Those from a node are chained, the last of them first.
        private readonly int[] to;
        private readonly Int128[] left;
        private readonly int[] next;
        private readonly int[] last;
        private readonly int[] limitEdge;
        private readonly int[] groupEdge;
        private int edges;
        private Int128 sum;

        internal Flow(LimitNetwork network, ReadOnlySpan<Int128> amounts)
        {
            this.network = network;
            var limits = network.limits;
            source = limits.Count;
            sink = source + 1;
            var most = 2 * (limits.Count + amounts.Length);
            to = new int[most];
            left = new Int128[most];
            next = new int[most];
            last = new int[sink + 1];
            Array.Fill(last, -1);

            var isHostSide = new bool[limits.Count];
            foreach (var side in network.hostSide)
            {
                for (var limit = side; limit >= 0; limit = limits[limit].Parent)
                {
                    isHostSide[limit] = true;
                }
            }

            limitEdge = new int[limits.Count];
            for (var i = 0; i < limits.Count; i++)
            {
                var parent = limits[i].Parent;
                limitEdge[i] = isHostSide[i]
                    ? Connect(i, parent < 0 ? sink : parent, limits[i].AtMost)
                    : Connect(parent < 0 ? source : parent, i, limits[i].AtMost);
            }

            groupEdge = new int[amounts.Length];
            for (var i = 0; i < amounts.Length; i++)
            {
                var (nation, host) = (network.nationSide[i], network.hostSide[i]);
                groupEdge[i] = Connect(nation < 0 ? source : nation, host < 0 ? sink : host, amounts[i]);
            }
        }

        internal Int128 Greatest(out int[] binding)
        {
            for (var i = 0; i < groupEdge.Length; i++)
            {
                PushThrough(i);
            }

            int[] by;
            while ((by = Search())[sink] >= 0)
            {
                Augment(by);
            }

            binding = new int[groupEdge.Length];
            for (var i = 0; i < binding.Length; i++)
            {
                binding[i] = Cut(i, by);
            }

            return sum;
        }

        private int Connect(int from, int target, Int128 capacity)
        {
            var edge = edges;
            AddEdge(from, target, capacity);
            AddEdge(target, from, 0);
            return edge;
        }

        private void AddEdge(int from, int target, Int128 capacity)
        {
            to[edges] = target;
            left[edges] = capacity;
            next[edges] = last[from];
            last[from] = edges++;
        }

        private void Push(int edge, Int128 amount)
        {
            left[edge] -= amount;
            left[edge ^ 1] += amount;
        }

        // As much of a group as all its limits still let through.
        private void PushThrough(int group)
        {
            var (nation, host) = (network.nationSide[group], network.hostSide[group]);
            var amount = Least(host, Least(nation, left[groupEdge[group]]));
            PushAlong(nation, amount);
            PushAlong(host, amount);
            Push(groupEdge[group], amount);
            sum += amount;
        }

        private Int128 Least(int limit, Int128 amount)
        {
            for (; limit >= 0; limit = network.limits[limit].Parent)
            {
                amount = Int128.Min(amount, left[limitEdge[limit]]);
            }

            return amount;
        }

        private void PushAlong(int limit, Int128 amount)
        {
            for (; limit >= 0; limit = network.limits[limit].Parent)
            {
                Push(limitEdge[limit], amount);
            }
        }

        // By which edge each node is first reached from the source where capacity is left; -1 where it is not reached.
        private int[] Search()
        {
            var by = new int[last.Length];
            Array.Fill(by, -1);
            by[source] = int.MaxValue;
            var queue = new Queue<int>([source]);
            while (queue.TryDequeue(out var node))
            {
                for (var edge = last[node]; edge >= 0; edge = next[edge])
                {
                    if (left[edge] > 0 && by[to[edge]] < 0)
                    {
                        by[to[edge]] = edge;
                        queue.Enqueue(to[edge]);
                    }
                }
            }

            return by;
        }

        private void Augment(int[] by)
        {
            var amount = Int128.MaxValue;
            for (var node = sink; node != source; node = to[by[node] ^ 1])
            {
                amount = Int128.Min(amount, left[by[node]]);
            }

            for (var node = sink; node != source; node = to[by[node] ^ 1])
            {
                Push(by[node], amount);
            }

            sum += amount;
        }

        // The limit at which the way of a group leaves what the source still reaches; -1 where the group itself is cut, and counts in full.
        private int Cut(int group, int[] by)
        {
            var cut = -1;
            for (var limit = network.nationSide[group]; limit >= 0; limit = network.limits[limit].Parent)
            {
                if (by[limit] < 0)
                {
                    cut = limit;
                }
            }

            if (cut >= 0)
            {
                return cut;
            }

            // Reached on the nation's side: the first limit towards the sink beyond which nothing is reached.
            var node = network.hostSide[group];
            if (node < 0 || by[node] < 0)
            {
                return -1;
            }

            while (network.limits[node].Parent is >= 0 and var parent && by[parent] >= 0)
            {
                node = parent;
            }

            return node;
        }
    }
}
