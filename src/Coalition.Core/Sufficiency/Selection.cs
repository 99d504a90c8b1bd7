using Coalition.Requirements;

namespace Coalition.Sufficiency;

/// <summary>The pledges that a filter selects, and what those of them that stand come to at the bound that is being worked out.</summary>
internal sealed class Selection(PledgeFilter filter, PledgeOn[] members, int nations, int groups)
{
    private readonly int[] standingByNation = new int[nations];
    private readonly Int128[] byGroup = new Int128[groups];
    private Bound bound;
    private Int128 sum;

    internal PledgeFilter Filter => filter;

    /// <summary>The pledges that exist on the day and match by all but their stage, in the order of the model.</summary>
    internal PledgeOn[] Members => members;

    /// <summary>The nations of which some selected pledge stands.</summary>
    internal int Contributors { get; private set; }

    /// <summary>Begins a bound with no pledge standing.</summary>
    internal void Begin(Bound at)
    {
        bound = at;
        sum = 0;
        Contributors = 0;
        Array.Clear(standingByNation);
        Array.Clear(byGroup);
    }

    /// <summary>Whether the stage of a pledge is as far as the filter asks, at a bound.</summary>
    internal bool HasStage(PledgeOn pledge, Bound at) => filter.LeastStage is not { } least || pledge.StageAt(at) >= least;

    /// <summary>Whether a pledge of the selection is counted at a bound that has been worked out.</summary>
    internal bool Counts(PledgeOn pledge, Bound at) => pledge.Stands[at] && HasStage(pledge, at);

    internal void Add(PledgeOn pledge)
    {
        if (!HasStage(pledge, bound))
        {
            return;
        }

        var amount = pledge.AmountAt(bound);
        sum += amount;
        byGroup[pledge.Group] += amount;
        Contributors += standingByNation[pledge.Links.Nation]++ == 0 ? 1 : 0;
    }

    internal void Remove(PledgeOn pledge)
    {
        if (!HasStage(pledge, bound))
        {
            return;
        }

        var amount = pledge.AmountAt(bound);
        sum -= amount;
        byGroup[pledge.Group] -= amount;
        Contributors -= --standingByNation[pledge.Links.Nation] == 0 ? 1 : 0;
    }

    internal bool HasContributor(int nation) => standingByNation[nation] > 0;

    /// <summary>Whether a pledge that does not stand would be counted if it did.</summary>
    internal bool WouldAdd(PledgeOn? assumed) => assumed is not null
        && !assumed.Stands[bound] && HasStage(assumed, bound)
        && filter.Matches(assumed.Pledge, assumed.Links.Support, assumed.NationOnRecord);

    /// <summary>The greatest sum under the limits of a network.</summary>
    internal Int128 Sum(LimitNetwork network, out int[]? binding)
    {
        binding = null;
        return network.IsUnlimited ? sum : network.Sum(byGroup, out binding);
    }

    /// <summary>The greatest sum if some groups brought more.</summary>
    internal Int128 SumWith(LimitNetwork network, ReadOnlySpan<PledgeOn> further, Func<PledgeOn, Int128> amount)
    {
        Int128[]? amounts = network.IsUnlimited ? null : [.. byGroup];
        var plain = sum;
        foreach (var pledge in further)
        {
            plain += amount(pledge);
            if (amounts is not null)
            {
                amounts[pledge.Group] += amount(pledge);
            }
        }

        return amounts is null ? plain : network.Sum(amounts, out _);
    }
}
