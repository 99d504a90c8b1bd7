namespace Coalition.Sufficiency;

/// <content>The sweeps that lead to a fixed point.</content>
internal sealed partial class FixedPoints
{
    // Most models settle in fewer; what has not may be a chain, for which it pays to know who waits for whom.
    private const int MostSweeps = 4;

    private Watchers? watchers;

    private void Begin(Bound bound)
    {
        Bound = bound;
        foreach (var selection in selections)
        {
            selection.Begin(bound);
        }
    }

    private void Least(Bound bound, CancellationToken cancellation)
    {
        Begin(bound);
        var waiting = new List<PledgeOn>();
        foreach (var pledge in pledges)
        {
            cancellation.ThrowIfCancellationRequested();
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

    private void Greatest(Bound bound, CancellationToken cancellation)
    {
        Begin(bound);
        var standing = new List<PledgeOn>();
        foreach (var pledge in pledges)
        {
            cancellation.ThrowIfCancellationRequested();
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
    private void Settle(List<PledgeOn> left, Predicate<PledgeOn> mayMove, Action<PledgeOn> move, CancellationToken cancellation)
    {
        for (var sweep = 0; sweep < MostSweeps; sweep++)
        {
            left.Reverse();
            var moved = left.RemoveAll(pledge =>
            {
                cancellation.ThrowIfCancellationRequested();
                var moves = mayMove(pledge);
                if (moves)
                {
                    move(pledge);
                }

                return moves;
            });
            if (moved == 0)
            {
                return;
            }
        }

        SettleByWatchers(left, mayMove, move, cancellation);
    }

    // Round after round, each looks only at the pledges that wait for something that has changed in the round before.
    private void SettleByWatchers(List<PledgeOn> left, Predicate<PledgeOn> mayMove, Action<PledgeOn> move, CancellationToken cancellation)
    {
        var waiting = new PledgeOn?[membershipsFrom.Length - 1];
        left.ForEach(pledge => waiting[pledge.Position] = pledge);
        var isForwards = true;
        var round = left;
        while (round.Count > 0)
        {
            var changed = new HashSet<Selection>();
            foreach (var pledge in round)
            {
                cancellation.ThrowIfCancellationRequested();
                if (mayMove(pledge))
                {
                    move(pledge);
                    waiting[pledge.Position] = null;
                    foreach (var membership in MembershipsOf(pledge))
                    {
                        changed.Add(membership.Selection);
                    }
                }
            }

            isForwards = !isForwards;
            watchers ??= new Watchers(conditional, standards, selections, cancellation);
            round = watchers.Of(changed, waiting, isForwards);
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
