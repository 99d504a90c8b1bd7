using System.Collections.Immutable;

namespace Coalition.Sufficiency;

/// <summary>What is waited for: the open matters behind whatever is not sufficient yet, and the circle of a deadlock.</summary>
internal static class Waiting
{
    /// <summary>The open matters that bear on a formula, followed through every pledge and condition that it waits for. Cost: linear in the model.</summary>
    internal static ImmutableArray<OpenMatter> Matters(Evaluation evaluation, Formula formula)
    {
        var search = new Search(evaluation);
        search.Visit(formula);
        return search.Found;
    }

    /// <summary>Pledges of which each waits for the next and the last for the first, met from a deadlocked formula; the shortest through its first.</summary>
    /// <remarks>
    /// Every locked pledge waits for another locked one: between the least and the greatest fixed point its condition changes by those alone. So a walk from any
    /// of them comes back to one that it has met.
    /// </remarks>
    internal static ImmutableArray<string> Circle(Formula formula)
    {
        var met = new HashSet<PledgeOn>();
        var at = WaitedFor([formula], null).First();
        while (met.Add(at))
        {
            at = WaitedFor(ConditionsOf(at), at).First();
        }

        return ShortestThrough(at);
    }

    private static ImmutableArray<string> ShortestThrough(PledgeOn first)
    {
        var waitsFor = new Dictionary<PledgeOn, PledgeOn>();
        var seen = new HashSet<Selection>();
        var queue = new Queue<PledgeOn>([first]);
        while (queue.TryDequeue(out var pledge))
        {
            foreach (var selection in Unmet(ConditionsOf(pledge)).Select(f => f.Selection))
            {
                if (pledge != first && Array.IndexOf(selection.Members, first) >= 0)
                {
                    return Trace(first, pledge, waitsFor);
                }

                if (!seen.Add(selection))
                {
                    continue;
                }

                foreach (var other in selection.Members)
                {
                    if (other.Standing == Standing.Locked && other != first && waitsFor.TryAdd(other, pledge))
                    {
                        queue.Enqueue(other);
                    }
                }
            }
        }

        throw new System.Diagnostics.UnreachableException();
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

    private static IEnumerable<PledgeOn> WaitedFor(IEnumerable<Formula> formulas, PledgeOn? by) =>
        Unmet(formulas).SelectMany(f => f.Selection.Members).Where(m => m.Standing == Standing.Locked && m != by);

    private static IEnumerable<Formula> ConditionsOf(PledgeOn pledge) => pledge.Conditions.Select(c => c.Granted);

    // The forms that look at pledges and are not met without a simultaneous move.
    private static IEnumerable<Formula.OfPledges> Unmet(IEnumerable<Formula> formulas)
    {
        foreach (var formula in formulas)
        {
            if (formula.Met[Bound.Reachable])
            {
                continue;
            }

            if (formula is Formula.OfPledges ofPledges)
            {
                yield return ofPledges;
            }

            foreach (var part in Unmet(formula is Formula.OfStandard met ? [met.Formula] : formula.Parts))
            {
                yield return part;
            }
        }
    }

    private sealed class Search(Evaluation evaluation)
    {
        private readonly Day day = evaluation.Day;
        private readonly bool[] found = new bool[evaluation.Day.Matters.Count];
        private readonly bool[] seen = new bool[evaluation.PledgesByPosition.Length];
        private readonly bool[] seenStandards = new bool[evaluation.Standards.Length];

        internal ImmutableArray<OpenMatter> Found => day.Matters.Of(found);

        internal void Visit(Formula formula)
        {
            if (formula.Met[Bound.Secured])
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

            if (!seenStandards[standard.Standard])
            {
                seenStandards[standard.Standard] = true;
                Visit(standard.Formula);
            }
        }

        private void VisitPledges(Formula.OfPledges formula)
        {
            foreach (var pledge in formula.Selection.Members)
            {
                if (pledge.Standing == Standing.Failed)
                {
                    continue;
                }

                if (!formula.Selection.HasStage(pledge, Bound.Secured))
                {
                    Add(OpenMatterKind.Stage, pledge.Position);
                }

                if (formula is Formula.OfTotal && !pledge.IsAmountGranted && pledge.Amount.Lower < pledge.Amount.Upper)
                {
                    Add(OpenMatterKind.Amount, pledge.Position);
                }

                if (formula is Formula.OfTotal)
                {
                    AddRenewals(evaluation.Groups[pledge.Group]);
                }

                VisitPledge(pledge);
            }
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
            if (pledge.Standing == Standing.Passed || seen[pledge.Position])
            {
                return;
            }

            seen[pledge.Position] = true;
            foreach (var gate in pledge.Gates)
            {
                foreach (var matter in gate.OpenMatters)
                {
                    found[day.Matters.Number(matter)] = true;
                }
            }

            foreach (var condition in pledge.Conditions)
            {
                Visit(condition.Now);
                if (condition.Granted != condition.Now)
                {
                    Visit(condition.Granted);
                }
            }
        }

        private void AddCircumstance(int position)
        {
            if (day.Circumstances[position] is CircumstanceState.Unknown)
            {
                Add(OpenMatterKind.Circumstance, position);
            }
        }

        private void Add(OpenMatterKind kind, int position) => found[day.Matters.Number(kind, position)] |= !day.IsGranted(kind, position);
    }
}
