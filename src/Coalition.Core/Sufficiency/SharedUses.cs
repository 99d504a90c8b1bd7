using System.Collections.Immutable;
using System.Globalization;

namespace Coalition.Sufficiency;

/// <summary>Rule S6: finds what totals that are to be met together share. Cost: linear in what the totals select.</summary>
internal static class SharedUses
{
    internal static ImmutableArray<SharedUse> Of(Evaluation evaluation, CancellationToken cancellation)
    {
        // Pledges and approvals with ceilings, numbered one after the other.
        var pledges = evaluation.PledgesByPosition.Length;
        var things = pledges + evaluation.Model.Approvals.Length;
        var guaranteesOf = new List<int>?[things];
        var found = ImmutableArray.CreateBuilder<SharedUse>();
        var totalOf = new int[things];
        var total = 0;
        var number = 0;
        for (var g = 0; g < evaluation.Model.Guarantees.Length; g++)
        {
            var guarantee = evaluation.Model.Guarantees[g];
            foreach (var standard in guarantee.Standards)
            {
                var firstTotal = total + 1;
                var shared = new SortedSet<int>();
                foreach (var formula in TotalsOf(evaluation.Standards[number++]))
                {
                    total++;
                    foreach (var thing in Draws(evaluation, formula, pledges))
                    {
                        cancellation.ThrowIfCancellationRequested();

                        // A total draws on each thing once: another of the standard has drawn on it.
                        if (totalOf[thing] >= firstTotal)
                        {
                            shared.Add(thing);
                        }

                        totalOf[thing] = total;
                        var guarantees = guaranteesOf[thing] ??= [];
                        if (guarantees.Count == 0 || guarantees[^1] != g)
                        {
                            guarantees.Add(g);
                        }
                    }
                }

                if (shared.Count > 0)
                {
                    found.Add(Name(evaluation, [guarantee.Id], standard.Id, shared, pledges));
                }
            }
        }

        var between = Enumerable.Range(0, things).Where(t => guaranteesOf[t] is { Count: > 1 })
            .GroupBy(t => string.Join(',', guaranteesOf[t]!.Select(g => g.ToString(CultureInfo.InvariantCulture))));
        foreach (var group in between)
        {
            var guarantees = guaranteesOf[group.First()]!.Select(g => evaluation.Model.Guarantees[g].Id);
            found.Add(Name(evaluation, [.. guarantees], null, group, pledges));
        }

        return found.ToImmutable();
    }

    private static IEnumerable<Formula.OfTotal> TotalsOf(Formula formula) =>
        formula is Formula.OfTotal total ? [total] : formula.Parts.SelectMany(TotalsOf);

    // Each pledge that counts, at least once all who wait move, and each approval whose ceilings it stands under; an approval once.
    private static IEnumerable<int> Draws(Evaluation evaluation, Formula.OfTotal total, int pledges)
    {
        var approvals = new SortedSet<int>();
        foreach (var member in total.Selection.Members)
        {
            if (member.Stands[Bound.Possible] && total.Selection.Counted(member, member.Amount.Upper) > 0)
            {
                yield return member.Position;
                var group = evaluation.Groups[member.Group];
                if (group.National >= 0)
                {
                    approvals.Add(group.National);
                }

                if (group.Host >= 0)
                {
                    approvals.Add(group.Host);
                }
            }
        }

        foreach (var approval in approvals)
        {
            yield return pledges + approval;
        }
    }

    private static SharedUse Name(Evaluation evaluation, ImmutableArray<string> guarantees, string? standard, IEnumerable<int> things, int pledges) => new(
        guarantees,
        standard,
        [.. things.Where(t => t < pledges).Select(t => evaluation.Model.Pledges[t].Id)],
        [.. things.Where(t => t >= pledges).Select(t => evaluation.Model.Approvals[t - pledges].Id)]);
}
