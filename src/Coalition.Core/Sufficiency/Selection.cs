using Coalition.Requirements;

namespace Coalition.Sufficiency;

/// <summary>The pledges that a filter selects, and what those of them that stand come to at the bound that is being worked out.</summary>
/// <remarks>
/// Members, their groups and their nations are numbered among themselves, so that a selection costs what its members do, and not what the model does.
/// </remarks>
internal sealed class Selection
{
    private readonly PledgeFilter filter;
    private readonly bool sustained;
    private readonly int[] groupOf;
    private readonly int[] nationOf;
    private readonly int[] standingByNation;
    private readonly Int128[] byGroup;

    /// <summary>Numbers the groups and nations of the members.</summary>
    /// <param name="filter">The filter.</param>
    /// <param name="sustained">Whether of each pledge only what it can keep deployed is counted.</param>
    /// <param name="members">The pledges, in the order of the model.</param>
    /// <param name="groups">The groups of the whole model.</param>
    /// <param name="groupNumbers">A numbering for groups; empty before and after.</param>
    /// <param name="nationNumbers">A numbering for nations; empty before and after.</param>
    internal Selection(
        PledgeFilter filter, bool sustained, PledgeOn[] members, LimitGroup[] groups, Numbering groupNumbers, Numbering nationNumbers)
    {
        this.filter = filter;
        this.sustained = sustained;
        Members = members;
        groupOf = new int[members.Length];
        for (var i = 0; i < members.Length; i++)
        {
            groupOf[i] = groupNumbers.NumberOf(members[i].Group);
        }

        var met = groupNumbers.Clear();
        Groups = new LimitGroup[met.Length];
        nationOf = new int[met.Length];
        for (var i = 0; i < met.Length; i++)
        {
            Groups[i] = groups[met[i]];
            nationOf[i] = nationNumbers.NumberOf(Groups[i].Nation);
        }

        standingByNation = new int[nationNumbers.Clear().Length];
        byGroup = new Int128[met.Length];
    }

    /// <summary>The pledges that exist on the day and match by all but their stage, in the order of the model.</summary>
    internal PledgeOn[] Members { get; }

    /// <summary>The groups of the members, as <see cref="GroupOf"/> numbers them.</summary>
    internal LimitGroup[] Groups { get; }

    /// <summary>The bound that is being worked out.</summary>
    internal Bound Bound { get; private set; }

    /// <summary>How often a bound has been begun: what was worked out since the last time still holds for it.</summary>
    internal int Beginnings { get; private set; }

    /// <summary>The nations of which some selected pledge stands.</summary>
    internal int Contributors { get; private set; }

    /// <summary>What those that stand bring, before any limit.</summary>
    internal Int128 Unlimited { get; private set; }

    /// <summary>What those that stand bring of each group, before any limit.</summary>
    internal ReadOnlySpan<Int128> ByGroup => byGroup;

    /// <summary>The number, within <see cref="Groups"/>, of a member's group.</summary>
    internal int GroupOf(int member) => groupOf[member];

    /// <summary>Begins a bound with no pledge standing.</summary>
    internal void Begin(Bound at)
    {
        Bound = at;
        Beginnings++;
        Unlimited = 0;
        Contributors = 0;
        Array.Clear(standingByNation);
        Array.Clear(byGroup);
    }

    /// <summary>Whether the stage of a pledge is as far as the filter asks, at a bound.</summary>
    internal bool HasStage(PledgeOn pledge, Bound at) => filter.LeastStage is not { } least || pledge.StageAt(at) >= least;

    /// <summary>Whether a pledge of the selection is counted at a bound that has been worked out.</summary>
    internal bool Counts(PledgeOn pledge, Bound at) => pledge.Stands[at] && HasStage(pledge, at);

    /// <summary>What a pledge brings at a bound, before any limit.</summary>
    internal long AmountAt(PledgeOn pledge, Bound at) => Counted(pledge, pledge.AmountAt(at));

    /// <summary>What a pledge brings of an amount: all of it, or what it can keep deployed.</summary>
    internal long Counted(PledgeOn pledge, long amount) => sustained ? pledge.Pledge.Sustained(amount) : amount;

    /// <summary>Lets a member stand.</summary>
    internal void Add(int member)
    {
        if (HasStage(Members[member], Bound))
        {
            Change(groupOf[member], AmountAt(Members[member], Bound));
            Contributors += standingByNation[NationOf(member)]++ == 0 ? 1 : 0;
        }
    }

    /// <summary>Lets a member fall.</summary>
    internal void Remove(int member)
    {
        if (HasStage(Members[member], Bound))
        {
            Change(groupOf[member], -AmountAt(Members[member], Bound));
            Contributors -= --standingByNation[NationOf(member)] == 0 ? 1 : 0;
        }
    }

    /// <summary>The member that a pledge is, if it does not stand and would be counted if it did; otherwise negative.</summary>
    internal int WouldAdd(PledgeOn? assumed) =>
        assumed is not null && !assumed.Stands[Bound] && HasStage(assumed, Bound) ? IndexOf(assumed) : -1;

    /// <summary>Whether some pledge stands of a member's nation.</summary>
    internal bool HasContributor(int member) => standingByNation[NationOf(member)] > 0;

    /// <summary>The member that a pledge is, found by halving since members are sorted by their position; negative if it is none.</summary>
    internal int IndexOf(PledgeOn pledge) => Members.AsSpan().BinarySearch(new Place(pledge.Position));

    private int NationOf(int member) => nationOf[groupOf[member]];

    private void Change(int group, Int128 amount)
    {
        Unlimited += amount;
        byGroup[group] += amount;
    }

    /// <summary>A place in the order of the model, to look for the pledge that has it.</summary>
    private readonly record struct Place(int Position) : IComparable<PledgeOn>
    {
        public int CompareTo(PledgeOn? other) => Position.CompareTo(other!.Position);
    }
}
