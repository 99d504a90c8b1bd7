namespace Coalition.Analysis.Diagrams;

/// <summary>Whether a sum of items reaches an amount, compiled straight into a decision diagram.</summary>
/// <remarks>
/// Top down over the items with what remains to be reached. Each answer comes with the whole interval of remaining amounts for which it is the same, the
/// intersection of those of its branches, so that suffixes with an equal outcome are compiled once, whatever the unit of the amounts (Hosaka, Takenaga, Kaneda
/// and Yajima, 1997; Behle, 2007). Items stand in the order of the lowest level that they depend on: where they are variables, an answer is one node, and cost is
/// a search among intervals for each. Answers are kept, so that other amounts of the same sum share them.
/// </remarks>
internal sealed class SumThreshold
{
    private readonly NodeStore store;
    private readonly NumberLevels[] items;
    private readonly long[] greatest;
    private readonly ReachTable[] known;
    private readonly long constant;

    /// <param name="store">Where the nodes are made.</param>
    /// <param name="constant">What is there in any case.</param>
    /// <param name="items">The items beside it, with their levels up to the greatest amount that will be asked for.</param>
    internal SumThreshold(NodeStore store, long constant, IEnumerable<NumberLevels> items)
    {
        this.store = store;
        this.constant = constant;
        this.items = [.. items.OrderBy(i => i.Gates.Max(store.LowestLevelOf)).ThenBy(i => store.LevelOf(i.Gates[0])).ThenByDescending(i => i.Values[^1])];
        greatest = new long[this.items.Length + 1];
        known = new ReachTable[this.items.Length];
        for (var i = this.items.Length - 1; i >= 0; i--)
        {
            greatest[i] = Circuit.SaturatingAdd(greatest[i + 1], this.items[i].Values[^1]);
            known[i] = new ReachTable();
        }
    }

    /// <summary>Whether the sum reaches an amount.</summary>
    internal Reach Reaches(long amount) => Reaches(0, amount - constant).After(constant);

    private Reach Reaches(int from, long amount)
    {
        if (amount <= 0)
        {
            return Reach.Always;
        }

        if (amount > greatest[from])
        {
            return Reach.Never(greatest[from]);
        }

        if (known[from].TryFind(amount, out var reach, out var place))
        {
            return reach;
        }

        store.Step();
        reach = Reaches(from + 1, amount);
        var (gates, values) = (items[from].Gates, items[from].Values);
        for (var i = 0; i < gates.Length; i++)
        {
            var rest = Reaches(from + 1, amount - values[i]);
            reach = Reach.Both(store.Choose(gates[i], rest.Node, reach.Node), reach, rest.After(values[i]));

            // A level that suffices alone: the ones above it add nothing.
            if (values[i] >= amount)
            {
                break;
            }
        }

        store.CountAnswer();
        known[from].Add(reach, place);
        return reach;
    }
}

/// <summary>The levels of a number above its constant part: each value, ascending and above nought, with the gate for reaching it.</summary>
internal readonly record struct NumberLevels(int[] Gates, long[] Values);
