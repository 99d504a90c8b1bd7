namespace Coalition.Sufficiency;

/// <content>The sweeps that lead to a fixed point.</content>
internal sealed partial class FixedPoints
{
    private void Begin(Bound bound)
    {
        Bound = bound;
        foreach (var selection in selections)
        {
            selection.Begin(bound);
        }
    }

    private void Least(Bound bound, CancellationToken cancellation = default)
    {
        Begin(bound);
        var waiting = new List<PledgeOn>();
        foreach (var pledge in pledges)
        {
            if (!pledge.PassesWithoutConditions(bound))
            {
                continue;
            }

            if (pledge.Conditions.IsEmpty)
            {
                Stand(pledge);
            }
            else
            {
                waiting.Add(pledge);
            }
        }

        Settle(waiting, pledge => AreConditionsMet(pledge), Stand, cancellation);
    }

    private void Greatest(Bound bound, CancellationToken cancellation = default)
    {
        Begin(bound);
        var standing = new List<PledgeOn>();
        foreach (var pledge in pledges)
        {
            if (pledge.PassesWithoutConditions(bound))
            {
                Stand(pledge);
                if (!pledge.Conditions.IsEmpty)
                {
                    standing.Add(pledge);
                }
            }
        }

        Settle(standing, pledge => !AreConditionsMet(pledge), Fall, cancellation);
    }

    // Moves whichever pledge may move, sweep after sweep in turn from both ends, until none does.
    private static void Settle(List<PledgeOn> left, Predicate<PledgeOn> mayMove, Action<PledgeOn> move, CancellationToken cancellation)
    {
        var before = -1;
        while (left.Count > 0 && left.Count != before)
        {
            cancellation.ThrowIfCancellationRequested();
            before = left.Count;
            left.Reverse();
            left.RemoveAll(pledge =>
            {
                var moves = mayMove(pledge);
                if (moves)
                {
                    move(pledge);
                }

                return moves;
            });
        }
    }

    private bool AreConditionsMet(PledgeOn pledge)
    {
        foreach (var condition in pledge.Conditions)
        {
            if (!IsMet(condition.At(Bound), pledge))
            {
                return false;
            }
        }

        return true;
    }

    private void Stand(PledgeOn pledge)
    {
        pledge.Stands.Add(Bound);
        foreach (var membership in MembershipsOf(pledge))
        {
            membership.Selection.Add(membership.Member);
        }
    }

    private void Fall(PledgeOn pledge)
    {
        pledge.Stands.Remove(Bound);
        foreach (var membership in MembershipsOf(pledge))
        {
            membership.Selection.Remove(membership.Member);
        }
    }
}
