using Coalition.Analysis.Diagrams;
using Coalition.Sufficiency;

namespace Coalition.Analysis;

/// <summary>Makes gates of a total under ceilings and a cap (rule S6), for every way of granting at once.</summary>
/// <remarks>
/// <para>
/// What limits from the nations' side is nested, so that the sum has a closed form: at each limit the lesser of the limit and of the sum under it. A renewal
/// that may widen ceilings gives each approval two such forms, of which the greater counts once it is granted: whatever the narrower allows, the wider does.
/// </para>
/// <para>
/// Where hosts limit too, the sum is a greatest flow between two nested families, and so the least cut (Ford and Fulkerson, 1956): it reaches a threshold
/// exactly if, for every choice of hosts' limits to cut, these limits and the nested sum of the groups under none of them do so together. Cost: the ways of
/// cutting the hosts' limits, of which those that can never bind are left out; they are counted against the budget.
/// </para>
/// </remarks>
internal sealed class TotalBuilder(
    Circuit circuit, ApprovalOn[] approvals, Formula.OfTotal total, Number[] byGroup, Func<int, Signal> signalOf, AnalysisBudget budget,
    CancellationToken cancellation)
{
    private readonly LimitGroup[] groups = total.Selection.Groups;
    private readonly LimitNetwork now = total.NetworkAt(Bound.Secured);
    private readonly LimitNetwork granted = total.NetworkAt(Bound.Reachable);
    private readonly List<Signal> every = [];
    private int cuts;

    internal Signal Reaches()
    {
        var required = (long)total.Required;
        int[] hosts = [.. groups.Select(g => g.Host).Where(h => h >= 0).Distinct()];
        if (hosts.Length == 0)
        {
            return circuit.Reaches(Nested([.. Enumerable.Range(0, groups.Length)]), required);
        }

        AddCuts([.. hosts.Select(h => Cuts(h).ToArray())], 0, new Cut(0, [], Signal.False), required);
        return circuit.And([.. every]);
    }

    // One condition for each way of choosing a cut for every host.
    private void AddCuts(Cut[][] byHost, int host, Cut chosen, long required)
    {
        if (chosen.AtMost >= required)
        {
            return;
        }

        if (host < byHost.Length)
        {
            foreach (var cut in byHost[host])
            {
                AddCuts(byHost, host + 1, new Cut(chosen, cut, circuit.Or(chosen.Unless, cut.Unless)), required);
            }

            return;
        }

        cancellation.ThrowIfCancellationRequested();
        Count();
        int[] left = [.. Enumerable.Range(0, groups.Length).Where(g => !chosen.Covered.Contains(g))];
        every.Add(circuit.Or(chosen.Unless, circuit.Reaches(Nested(left), required - chosen.AtMost)));
    }

    private void Count()
    {
        // Each of them holds its groups.
        cuts += 1 + groups.Length;
        if (cuts > budget.Nodes)
        {
            throw new AnalysisBudgetException(budget, "the cuts through ceilings of hosts");
        }
    }

    // The ways to cut the limits of one host. What is narrower as things stand no longer matters once its renewal is granted.
    private IEnumerable<Cut> Cuts(int host)
    {
        int[] under = [.. Enumerable.Range(0, groups.Length).Where(g => groups[g].Host == host)];
        if (!approvals[host].MayWiden)
        {
            return Cuts(now, under, new Cut(0, [], Signal.False));
        }

        return Cuts(now, under, new Cut(0, [], signalOf(host))).Concat(Cuts(granted, under, new Cut(0, [], Signal.False)));
    }

    private IEnumerable<Cut> Cuts(LimitNetwork network, int[] under, Cut start)
    {
        // What stands under each limit directly: limits and groups; those under none are under -1.
        var below = new Dictionary<int, List<int>>();
        var covers = new Dictionary<int, List<int>>();
        foreach (var group in under)
        {
            var child = -1;
            for (var limit = network.HostSide(group); limit >= 0; limit = network[limit].Parent)
            {
                if (covers.TryAdd(limit, []))
                {
                    below.Add(limit, []);
                }

                covers[limit].Add(group);
                if (child >= 0 && !below[limit].Contains(child))
                {
                    below[limit].Add(child);
                }

                child = limit;
            }

            if (child >= 0 && !(below.TryAdd(-1, [child]) || below[-1].Contains(child)))
            {
                below[-1].Add(child);
            }
        }

        return Combine(below.GetValueOrDefault(-1, []), 0, start);

        IEnumerable<Cut> Combine(List<int> limits, int next, Cut chosen)
        {
            if (next == limits.Count)
            {
                Count();
                return [chosen];
            }

            return Of(limits[next], chosen).SelectMany(cut => Combine(limits, next + 1, cut));
        }

        IEnumerable<Cut> Of(int limit, Cut chosen)
        {
            var (most, covered) = (network[limit].AtMost, covers[limit]);
            var mayBind = covered.Aggregate(0L, (sum, g) => Circuit.SaturatingAdd(sum, circuit.Greatest(byGroup[g]))) > most;
            var through = Combine(below[limit], 0, chosen);
            return mayBind ? through.Prepend(new Cut(chosen, new Cut(most, [.. covered], Signal.False), chosen.Unless)) : through;
        }
    }

    // The greatest sum of some groups by what limits them from the nations' side.
    private Number Nested(int[] some)
    {
        var sums = new List<Number>();
        foreach (var nation in some.GroupBy(g => groups[g].Nation))
        {
            var sum = circuit.Sum([.. nation.GroupBy(g => groups[g].National).Select(approval => Under(approval.Key, [.. approval]))]);
            sums.Add(total.Cap is { } cap ? circuit.Min(sum, circuit.Constant(cap)) : sum);
        }

        return circuit.Sum([.. sums]);
    }

    private Number Under(int approval, int[] some)
    {
        if (approval < 0)
        {
            return circuit.Sum([.. some.Select(g => byGroup[g])]);
        }

        if (!approvals[approval].MayWiden)
        {
            return Under(now, some);
        }

        var asThingsStand = Under(now, some);
        var widened = Under(granted, some);
        return circuit.Max(asThingsStand, circuit.Min(widened, circuit.Amount(signalOf(approval), circuit.Greatest(widened))));
    }

    // Groups under one approval: from the limits nearest to them outwards, since a limit comes after the one that it stands under.
    private Number Under(LimitNetwork network, int[] some)
    {
        var under = new SortedDictionary<int, List<Number>>();
        foreach (var group in some)
        {
            Add(network.NationSide(group), byGroup[group]);
        }

        while (under.Keys.Last() is >= 0 and var limit)
        {
            under.Remove(limit, out var parts);
            Add(network[limit].Parent, circuit.Min(circuit.Sum([.. parts!]), circuit.Constant(network[limit].AtMost)));
        }

        return circuit.Sum([.. under[-1]]);

        void Add(int limit, Number number)
        {
            // The cap is above all approvals of the nation.
            limit = limit >= 0 && network[limit].Approval < 0 ? -1 : limit;
            if (!under.TryGetValue(limit, out var parts))
            {
                under.Add(limit, parts = []);
            }

            parts.Add(number);
        }
    }

    /// <summary>Some limits to cut.</summary>
    /// <param name="AtMost">What they let through together.</param>
    /// <param name="Covered">The groups under them.</param>
    /// <param name="Unless">Once this is true the limits are no longer those.</param>
    private readonly record struct Cut(long AtMost, HashSet<int> Covered, Signal Unless)
    {
        internal Cut(Cut a, Cut b, Signal unless)
            : this(Circuit.SaturatingAdd(a.AtMost, b.AtMost), [.. a.Covered, .. b.Covered], unless) { }
    }
}
