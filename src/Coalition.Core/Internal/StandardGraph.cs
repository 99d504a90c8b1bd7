using System.Collections.Immutable;
using Coalition.Requirements;

namespace Coalition.Internal;

/// <summary>One standard of one guarantee.</summary>
internal readonly record struct StandardKey(string Guarantee, string Standard);

/// <summary>Which standards refer to which.</summary>
internal sealed class StandardGraph
{
    private readonly List<StandardKey> stuck;

    private StandardGraph(List<StandardKey> order, List<StandardKey> stuck, int depth, Dictionary<StandardKey, List<StandardKey>> references)
    {
        Order = order;
        Depth = depth;
        References = references;
        this.stuck = stuck;
    }

    /// <summary>The standards, each after all that it refers to; complete only where there is no circle.</summary>
    internal List<StandardKey> Order { get; }

    /// <summary>The levels of the deepest standard, counted through all that it refers to.</summary>
    internal int Depth { get; }

    private Dictionary<StandardKey, List<StandardKey>> References { get; }

    internal static StandardGraph Of(ImmutableArray<Guarantee> guarantees)
    {
        var references = new Dictionary<StandardKey, List<StandardKey>>();
        var levels = new Dictionary<StandardKey, int>();
        var ids = guarantees.GroupBy(g => g.Id).ToDictionary(g => g.Key, g => g.First().Standards.Select(s => s.Id).ToHashSet());
        foreach (var guarantee in guarantees)
        {
            foreach (var standard in guarantee.Standards)
            {
                var to = new List<StandardKey>();
                Collect(standard.Requires, ids, to);
                var key = new StandardKey(guarantee.Id, standard.Id);
                references[key] = to;
                levels[key] = standard.Requires.Depth;
            }
        }

        return Sort(references, levels);
    }

    /// <summary>A circle of standards, each referring to the next and the last to the first; null if there is none.</summary>
    internal List<StandardKey>? Circle()
    {
        if (stuck.Count == 0)
        {
            return null;
        }

        // Every stuck standard refers to a stuck one, so a walk along them comes back to itself.
        var left = stuck.ToHashSet();
        var walk = new List<StandardKey>();
        var met = new HashSet<StandardKey>();
        var at = stuck[0];
        while (met.Add(at))
        {
            walk.Add(at);
            at = References[at].First(left.Contains);
        }

        return walk[walk.IndexOf(at)..];
    }

    // Depth-bounded by the requirement check that comes first.
    private static void Collect(Requirement requirement, Dictionary<string, HashSet<string>> guarantees, List<StandardKey> into)
    {
        if (requirement is Requirement.Met met)
        {
            if (guarantees.TryGetValue(met.Guarantee, out var standards)
                && (met.Standard ?? (standards.Count == 1 ? standards.First() : null)) is { } standard && standards.Contains(standard))
            {
                into.Add(new StandardKey(met.Guarantee, standard));
            }

            return;
        }

        foreach (var part in RequirementParts.Of(requirement))
        {
            Collect(part, guarantees, into);
        }
    }

    // Kahn's algorithm: takes away, again and again, the standards all of whose references are taken away.
    private static StandardGraph Sort(Dictionary<StandardKey, List<StandardKey>> references, Dictionary<StandardKey, int> levels)
    {
        var waiting = references.ToDictionary(r => r.Key, r => r.Value.Count);
        var referrers = references.SelectMany(r => r.Value.Select(to => (From: r.Key, To: to))).ToLookup(r => r.To, r => r.From);
        var depth = new Dictionary<StandardKey, int>(levels);
        var order = waiting.Where(w => w.Value == 0).Select(w => w.Key).ToList();
        for (var i = 0; i < order.Count; i++)
        {
            foreach (var from in referrers[order[i]])
            {
                depth[from] = Math.Max(depth[from], depth[order[i]] + levels[from]);
                if (--waiting[from] == 0)
                {
                    order.Add(from);
                }
            }
        }

        var longest = order.Count == 0 ? 0 : order.Max(k => depth[k]);
        return new StandardGraph(order, [.. waiting.Where(w => w.Value > 0).Select(w => w.Key)], longest, references);
    }
}
