namespace Coalition.Sufficiency;

/// <summary>Rule S7: which pledges stand at each bound, though they wait for each other.</summary>
/// <remarks>
/// The conditions form one monotone system, so that it has a least and a greatest fixed point (Tarski, 1955). The least is reached from none standing by
/// letting stand whatever may; the greatest from all standing, by letting fall whatever cannot. Sweeps go to and fro, so that a chain of pledges, each
/// waiting for its neighbour, settles in two. What a few sweeps do not settle is followed from each change to those that wait for it (<see cref="Watchers"/>).
/// Cost: linear where each pledge waits for few; at worst the pledges that wait, squared, where all wait for one sum and it lets them stand one by one.
/// </remarks>
internal sealed partial class FixedPoints
{
    private readonly PledgeOn[] pledges;
    private readonly PledgeOn[] conditional;
    private readonly Formula[] standards;
    private readonly IReadOnlyCollection<Selection> selections;
    private readonly Membership[] memberships;
    private readonly int[] membershipsFrom;

    // A standard is worked out once for each question, however often it is referred to.
    private readonly int[] askedIn;
    private readonly bool[] answer;
    private int question;

    internal FixedPoints(PledgeOn[] pledges, int positions, Formula[] standards, IReadOnlyCollection<Selection> selections)
    {
        this.pledges = pledges;
        this.standards = standards;
        this.selections = selections;
        conditional = [.. pledges.Where(p => !p.Conditions.IsEmpty)];
        askedIn = new int[standards.Length];
        answer = new bool[standards.Length];
        membershipsFrom = new int[positions + 1];
        memberships = Memberships();
    }

    /// <summary>The bound that is being worked out.</summary>
    internal Bound Bound { get; private set; }

    /// <summary>Works out all three bounds, and keeps what each pledge, condition and standard comes to.</summary>
    internal void WorkOut(CancellationToken cancellation)
    {
        Least(Bound.Reachable, cancellation);
        Keep(cancellation);
        Greatest(Bound.Possible, cancellation);
        Keep(cancellation);
        Least(Bound.Secured, cancellation);
        Keep(cancellation);
    }

    /// <summary>Goes back to a bound that has been worked out, so that more can be asked of it.</summary>
    internal void Return(Bound bound, CancellationToken cancellation)
    {
        if (Bound == bound)
        {
            return;
        }

        Begin(bound);
        foreach (var pledge in pledges)
        {
            cancellation.ThrowIfCancellationRequested();
            if (pledge.Stands[bound])
            {
                Stand(pledge);
            }
        }
    }

    /// <summary>
    /// From a bound that has been worked out, lets pledges stand that some conditions no longer hold back, and then those that follow: round after round, in each
    /// all that the rounds before allow. The bound is no longer as it was.
    /// </summary>
    internal IEnumerable<PledgeOn[]> Rounds(Bound bound, Func<PledgeOn, ConditionOn, bool> isWaived, CancellationToken cancellation)
    {
        Return(bound, cancellation);
        while (true)
        {
            cancellation.ThrowIfCancellationRequested();
            PledgeOn[] next =
            [
                .. conditional.Where(p => !p.Stands[bound] && p.PassesWithoutConditions(bound) && p.Conditions.All(c => isWaived(p, c) || IsMet(c.At(bound), p))),
            ];
            if (next.Length == 0)
            {
                yield break;
            }

            Array.ForEach(next, Stand);
            yield return next;
        }
    }

    /// <summary>Works out one bound, perhaps anew, for what each standard comes to and nothing else: no sum is kept for a report.</summary>
    /// <param name="bound">The bound.</param>
    /// <param name="cancellation">Ends the work early: nothing of the bound may be used then.</param>
    internal void WorkOutVerdicts(Bound bound, CancellationToken cancellation)
    {
        foreach (var pledge in pledges)
        {
            pledge.Stands.Remove(bound);
        }

        if (bound == Bound.Possible)
        {
            Greatest(bound, cancellation);
        }
        else
        {
            Least(bound, cancellation);
        }

        question++;
        for (var i = 0; i < standards.Length; i++)
        {
            cancellation.ThrowIfCancellationRequested();
            standards[i].Met.Remove(bound);
            if (IsStandardMet(i, standards[i], null))
            {
                standards[i].Met.Add(bound);
            }
        }
    }

    /// <summary>Puts a pledge as it is on another day into its place, where all pledges of the model are there.</summary>
    internal void Replace(PledgeOn pledge)
    {
        pledge.Replace(pledges[pledge.Position]);
        pledges[pledge.Position] = pledge;
        foreach (var membership in MembershipsOf(pledge))
        {
            membership.Selection.Members[membership.Member] = pledge;
        }
    }

    /// <summary>Whether a formula is met at the bound, if a pledge stood.</summary>
    internal bool IsMet(Formula formula, PledgeOn? assumed)
    {
        question++;
        return formula.IsMet(this, assumed);
    }

    internal bool IsStandardMet(int standard, Formula formula, PledgeOn? assumed)
    {
        if (askedIn[standard] != question)
        {
            answer[standard] = formula.IsMet(this, assumed);
            askedIn[standard] = question;
        }

        return answer[standard];
    }

    private void Keep(CancellationToken cancellation)
    {
        foreach (var pledge in conditional)
        {
            cancellation.ThrowIfCancellationRequested();
            foreach (var condition in pledge.Conditions)
            {
                question++;
                if (condition.At(Bound).Keep(this, pledge))
                {
                    condition.Met.Add(Bound);
                }

                // What else might meet it is followed from the condition as it stands.
                if (condition.At(Bound) != condition.Now)
                {
                    condition.Now.Keep(this, pledge);
                }
            }
        }

        question++;
        foreach (var standard in standards)
        {
            cancellation.ThrowIfCancellationRequested();
            standard.Keep(this, null);
        }
    }

    // Every membership, by the position of the pledge: counted first, so that one array holds them all.
    private Membership[] Memberships()
    {
        foreach (var selection in selections)
        {
            foreach (var member in selection.Members)
            {
                membershipsFrom[member.Position + 1]++;
            }
        }

        for (var i = 1; i < membershipsFrom.Length; i++)
        {
            membershipsFrom[i] += membershipsFrom[i - 1];
        }

        var all = new Membership[membershipsFrom[^1]];
        var next = membershipsFrom[..^1];
        foreach (var selection in selections)
        {
            for (var i = 0; i < selection.Members.Length; i++)
            {
                all[next[selection.Members[i].Position]++] = new Membership(selection, i);
            }
        }

        return all;
    }

    private ReadOnlySpan<Membership> MembershipsOf(PledgeOn pledge) =>
        memberships.AsSpan(membershipsFrom[pledge.Position]..membershipsFrom[pledge.Position + 1]);

    /// <summary>A pledge as a member of a selection.</summary>
    private readonly record struct Membership(Selection Selection, int Member);
}
