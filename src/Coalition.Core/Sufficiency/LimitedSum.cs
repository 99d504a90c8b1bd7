namespace Coalition.Sufficiency;

/// <summary>What a selection comes to under ceilings and a cap, at the bound that is being worked out. Totals with equal filters and caps share it.</summary>
/// <param name="selection">The selection.</param>
/// <param name="now">The limits as things stand.</param>
/// <param name="granted">The limits once open decisions are granted.</param>
internal sealed class LimitedSum(Selection selection, LimitNetwork now, LimitNetwork granted)
{
    // The sum that was worked out last, with the beginning of the bound and the sum without limits that it was worked out for.
    private int begunThen;
    private Int128 unlimitedThen;
    private Int128 sumThen;

    internal Selection Selection => selection;

    internal LimitNetwork NetworkAt(Bound bound) => bound == Bound.Secured ? now : granted;

    /// <summary>The greatest sum that exceeds no limit.</summary>
    /// <param name="binding">For each group of the selection, the limit that binds it, or -1; null if none binds.</param>
    internal Int128 Sum(out int[]? binding) => Network.Sum(selection.ByGroup, out binding);

    /// <summary>The greatest sum if some members brought so much more each, or what they can keep deployed of the greatest figure, if that is less.</summary>
    internal Int128 SumWith(ReadOnlySpan<int> further, Int128 each)
    {
        Int128[] amounts = [.. selection.ByGroup];
        foreach (var member in further)
        {
            amounts[selection.GroupOf(member)] += Int128.Min(each, selection.Counted(selection.Members[member], long.MaxValue));
        }

        return Network.Sum(amounts, out _);
    }

    /// <summary>Whether the sum is enough, with a pledge assumed to stand.</summary>
    /// <remarks>
    /// Most questions are answered by what is known of the sum at another moment: at one bound pledges either only come to stand or only fall, and then the
    /// sum under limits moves the same way as the sum without, and by no more.
    /// </remarks>
    internal bool IsAtLeast(Int128 required, PledgeOn? assumed)
    {
        var member = selection.WouldAdd(assumed);
        Int128 more = member < 0 ? 0 : selection.AmountAt(selection.Members[member], selection.Bound);
        if (selection.Unlimited + more < required)
        {
            return false;
        }

        if (Network.IsUnlimited)
        {
            return true;
        }

        if (begunThen == selection.Beginnings && Known(required, more) is { } known)
        {
            return known;
        }

        (begunThen, unlimitedThen, sumThen) = (selection.Beginnings, selection.Unlimited, Sum(out _));
        return Known(required, more) ?? SumWith([member], more) >= required;
    }

    private LimitNetwork Network => NetworkAt(selection.Bound);

    private bool? Known(Int128 required, Int128 more)
    {
        var change = selection.Unlimited - unlimitedThen;
        return sumThen + Int128.Min(change, 0) >= required ? true
            : sumThen + Int128.Max(change, 0) + more < required ? false
            : null;
    }
}
