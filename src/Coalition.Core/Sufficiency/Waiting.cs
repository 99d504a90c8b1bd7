using System.Collections.Immutable;

namespace Coalition.Sufficiency;

/// <summary>What is waited for: the open matters behind whatever is not sufficient yet, and the circle of a deadlock.</summary>
internal static class Waiting
{
    /// <summary>The open matters that bear on a formula, followed through every pledge and condition that it waits for. Cost: linear in the model.</summary>
    internal static ImmutableArray<OpenMatter> Matters(Evaluation evaluation, Formula formula, CancellationToken cancellation)
    {
        var search = new Search(evaluation, formula.Met[Bound.Reachable], cancellation);
        search.Follow(formula);
        return search.Found;
    }

    /// <summary>The open matters that bear on a condition, in the same way.</summary>
    internal static ImmutableArray<OpenMatter> Matters(Evaluation evaluation, ConditionOn condition, CancellationToken cancellation)
    {
        var search = new Search(evaluation, condition.Met[Bound.Reachable], cancellation);
        search.Follow(condition);
        return search.Found;
    }

    /// <summary>Pledges of which each waits for the next and the last for the first, met from a deadlocked formula; the shortest through its first.</summary>
    /// <remarks>
    /// Every locked pledge waits for another locked one: between the least and the greatest fixed point its condition changes by those alone. So a walk from any
    /// of them comes back to one that it has met. What a pledge waits for is asked at <c>reachable</c>, as if the pledge itself stood.
    /// </remarks>
    internal static ImmutableArray<string> Circle(FixedPoints points, Formula formula, CancellationToken cancellation)
    {
        points.Return(Bound.Reachable, cancellation);
        var met = new HashSet<PledgeOn>();
        var at = WaitedFor(points, formula, null).First();
        while (met.Add(at))
        {
            cancellation.ThrowIfCancellationRequested();
            at = WaitedFor(points, at).First();
        }

        return ShortestThrough(points, at, cancellation);
    }

    private static ImmutableArray<string> ShortestThrough(FixedPoints points, PledgeOn first, CancellationToken cancellation)
    {
        var metFrom = new Dictionary<PledgeOn, PledgeOn>();
        var queue = new Queue<PledgeOn>([first]);
        while (true)
        {
            // The first lies on a circle, which is found before the queue runs dry.
            var pledge = queue.Dequeue();
            foreach (var other in WaitedFor(points, pledge))
            {
                cancellation.ThrowIfCancellationRequested();
                if (other == first)
                {
                    return Trace(first, pledge, metFrom);
                }

                if (metFrom.TryAdd(other, pledge))
                {
                    queue.Enqueue(other);
                }
            }
        }
    }

    // From the last back to the first, told from the first on.
    private static ImmutableArray<string> Trace(PledgeOn first, PledgeOn last, Dictionary<PledgeOn, PledgeOn> metFrom)
    {
        var circle = new List<string> { last.Pledge.Id };
        for (var at = last; at != first; circle.Add(at.Pledge.Id))
        {
            at = metFrom[at];
        }

        circle.Reverse();
        return [.. circle];
    }

    private static IEnumerable<PledgeOn> WaitedFor(FixedPoints points, PledgeOn pledge) =>
        pledge.Conditions.SelectMany(c => WaitedFor(points, c.Granted, pledge));

    private static IEnumerable<PledgeOn> WaitedFor(FixedPoints points, Formula formula, PledgeOn? by) => WaitedFor(points, formula, by, []);

    // The locked pledges that the forms look at which are not met without a simultaneous move.
    // A standard is followed once, however often it is referred to: references to references would multiply.
    private static IEnumerable<PledgeOn> WaitedFor(FixedPoints points, Formula formula, PledgeOn? by, HashSet<int> followed)
    {
        if (points.IsMet(formula, by))
        {
            return [];
        }

        return formula switch
        {
            Formula.OfPledges ofPledges => ofPledges.Selection.Members.Where(m => m.Standing == Standing.Locked && m != by),
            Formula.OfStandard met => followed.Add(met.Standard) ? WaitedFor(points, met.Formula, by, followed) : [],
            _ => formula.Parts.SelectMany(part => WaitedFor(points, part, by, followed)),
        };
    }

    // Where granting can bring about the whole, what it cannot bring about plays no part: only what is reachable is followed.
    private sealed class Search(Evaluation evaluation, bool reachableOnly, CancellationToken cancellation)
    {
        private readonly Day day = evaluation.Day;
        private readonly BitSet found = new(evaluation.Day.Matters.Count);
        private readonly BitSet seen = new(evaluation.PledgesByPosition.Length);
        private readonly BitSet seenStandards = new(evaluation.Standards.Length);

        // Many conditions may look at one selection: once is enough, or twice, since a total looks at amounts too.
        private readonly HashSet<(Selection Selection, bool ByAmount)> seenSelections = [];

        // Met, and their conditions still to be visited: chains of pledges may be longer than a stack is deep.
        private readonly Queue<PledgeOn> waiting = [];

        internal ImmutableArray<OpenMatter> Found => day.Matters.Of(found.ToArray());

        internal void Follow(Formula formula)
        {
            Visit(formula);
            FollowPledges();
        }

        internal void Follow(ConditionOn condition)
        {
            Visit(condition);
            FollowPledges();
        }

        private void FollowPledges()
        {
            while (waiting.TryDequeue(out var pledge))
            {
                foreach (var condition in pledge.Conditions)
                {
                    Visit(condition);
                }
            }
        }

        private void Visit(Formula formula)
        {
            cancellation.ThrowIfCancellationRequested();
            if (formula.Met[Bound.Secured] || (reachableOnly && !formula.Met[Bound.Reachable]))
            {
                return;
            }

            switch (formula)
            {
                case Formula.OfCircumstance circumstance:
                    AddCircumstance(circumstance.Circumstance);
                    break;
                case Formula.OfPledges ofPledges:
                    VisitPledges(ofPledges);
                    break;
                case Formula.OfStandard standard:
                    VisitStandard(standard);
                    break;
                default:
                    foreach (var part in formula.Parts)
                    {
                        Visit(part);
                    }

                    break;
            }
        }

        private void VisitStandard(Formula.OfStandard standard)
        {
            var guarantee = evaluation.Model.Guarantees[standard.Guarantee];
            if (day.ForceOf(guarantee) == GuaranteeForce.TriggerUnknown)
            {
                AddCircumstance(evaluation.Model.Index.Circumstances.PositionOf(guarantee.Trigger!));
            }

            if (seenStandards.Add(standard.Standard))
            {
                Visit(standard.Formula);
            }
        }

        private void VisitPledges(Formula.OfPledges formula)
        {
            var selection = formula.Selection;
            var byAmount = formula is Formula.OfTotal;
            if (!seenSelections.Add((selection, byAmount)))
            {
                return;
            }

            foreach (var pledge in selection.Members)
            {
                cancellation.ThrowIfCancellationRequested();
                // What brings nothing to a total, for want of a figure or since so little is kept deployed of it, does not bear on it.
                if (pledge.Standing < (reachableOnly ? Standing.Pending : Standing.Locked) || (byAmount && selection.Counted(pledge, pledge.Amount.Upper) == 0))
                {
                    continue;
                }

                if (!selection.HasStage(pledge, Bound.Secured))
                {
                    Add(OpenMatterKind.Stage, pledge.Position);
                }

                if (byAmount)
                {
                    AddAmount(selection, pledge);
                }

                VisitPledge(pledge);
            }
        }

        private void AddAmount(Selection selection, PledgeOn pledge)
        {
            if (selection.Counted(pledge, pledge.Amount.Lower) < selection.Counted(pledge, pledge.Amount.Upper))
            {
                Add(OpenMatterKind.Amount, pledge.Position);
            }

            AddRenewals(evaluation.Groups[pledge.Group]);
        }

        // An open renewal may widen the ceilings under which a pledge counts already.
        private void AddRenewals(LimitGroup group)
        {
            foreach (var approval in (ReadOnlySpan<int>)[group.National, group.Host])
            {
                if (approval >= 0 && day.Approvals[approval].IsOpen)
                {
                    Add(OpenMatterKind.Approval, approval);
                }
            }
        }

        private void VisitPledge(PledgeOn pledge)
        {
            if (pledge.Standing == Standing.Passed || !seen.Add(pledge.Position))
            {
                return;
            }

            foreach (var matter in pledge.OpenMatters)
            {
                found.Add(matter);
            }

            waiting.Enqueue(pledge);
        }

        // Met as it stands, or lifted by what is asked for.
        private void Visit(ConditionOn condition)
        {
            if (condition.Met[Bound.Secured])
            {
                return;
            }

            Visit(condition.Now);
            if (condition.MayChange)
            {
                Add(OpenMatterKind.Approval, condition.Approval);
                Visit(condition.Granted);
            }
        }

        private void AddCircumstance(int position)
        {
            if (day.Circumstances[position] is CircumstanceState.Unknown)
            {
                Add(OpenMatterKind.Circumstance, position);
            }
        }

        private void Add(OpenMatterKind kind, int position)
        {
            if (!day.IsGranted(kind, position))
            {
                found.Add(day.Matters.Number(kind, position));
            }
        }
    }
}
