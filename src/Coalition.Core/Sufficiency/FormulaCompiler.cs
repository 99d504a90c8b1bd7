using System.Collections.Immutable;
using Coalition.Internal;
using Coalition.Requirements;

namespace Coalition.Sufficiency;

/// <summary>Makes the requirements of a model ready for the day.</summary>
internal sealed class FormulaCompiler
{
    private readonly Day day;
    private readonly PledgeOn?[] pledges;
    private readonly LimitGroup[] groups;
    private readonly Numbering groupNumbers;
    private readonly Numbering nationNumbers;
    private readonly Dictionary<(PledgeFilter Filter, bool Sustained), Selection> selections = [];
    private readonly Dictionary<(Selection, long?, bool), LimitedSum> sums = [];
    private readonly Dictionary<StandardKey, int> numbers = [];
    private readonly Formula?[] standards;
    private readonly CancellationToken cancellation;

    internal FormulaCompiler(Day day, PledgeOn?[] pledges, LimitGroup[] groups, CancellationToken cancellation)
    {
        this.day = day;
        this.pledges = pledges;
        this.groups = groups;
        this.cancellation = cancellation;
        groupNumbers = new Numbering(groups.Length);
        nationNumbers = new Numbering(day.Model.Nations.Length);
        foreach (var guarantee in day.Model.Guarantees)
        {
            foreach (var standard in guarantee.Standards)
            {
                numbers.Add(new StandardKey(guarantee.Id, standard.Id), numbers.Count);
            }
        }

        standards = new Formula?[numbers.Count];
    }

    /// <summary>Every selection that some formula looks at.</summary>
    internal IReadOnlyCollection<Selection> Selections => selections.Values;

    /// <summary>The formulas of all standards, by their number over all guarantees.</summary>
    internal Formula[] CompileStandards()
    {
        foreach (var guarantee in day.Model.Guarantees)
        {
            foreach (var standard in guarantee.Standards)
            {
                Standard(guarantee, standard);
            }
        }

        return standards!;
    }

    internal Formula Compile(Requirement requirement)
    {
        cancellation.ThrowIfCancellationRequested();
        return Made(requirement);
    }

    private Formula Made(Requirement requirement) => requirement switch
    {
        Requirement.Always => new Formula.Constant(requirement, true),
        Requirement.Holds holds => Circumstance(holds),
        Requirement.Total total => Total(total),
        Requirement.Contributors contributors => new Formula.OfContributors(contributors, Select(contributors.Filter)),
        Requirement.Contributes { OfNation: { } filter } contributes => new Formula.OfContribution(contributes, Select(filter)),
        Requirement.Contributes => new Formula.Constant(requirement, false),
        Requirement.Met met => Met(met),
        Requirement.AllOf all => Parts(all, all.Of.Length, all.Of),
        Requirement.AnyOf any => Parts(any, 1, any.Of),
        Requirement.AtLeast some => Parts(some, some.Count, some.Of),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private Formula.OfCircumstance Circumstance(Requirement.Holds holds)
    {
        var position = day.Model.Index.Circumstances.PositionOf(holds.Circumstance);
        return new Formula.OfCircumstance(holds, position, day.Holds(position));
    }

    private Formula.OfTotal Total(Requirement.Total total)
    {
        var unit = TotalUnits.Resolve(total, day.Model.Index, out _)!.Value;
        return new Formula.OfTotal(total, Sum(Select(total.Filter, total.Sustained), total.PerNationCap, unit == Unit.Personnel), unit);
    }

    private Formula.OfStandard Met(Requirement.Met met)
    {
        var position = day.Model.Index.Guarantees.PositionOf(met.Guarantee);
        var guarantee = day.Model.Guarantees[position];
        var standard = day.Model.Index.FindStandard(guarantee, met.Standard)!;
        return new Formula.OfStandard(met, position, numbers[new StandardKey(guarantee.Id, standard.Id)], Standard(guarantee, standard), InForce(guarantee));
    }

    // Standards never refer to each other in a circle, and the levels of all together are limited.
    private Formula Standard(Guarantee guarantee, SufficiencyStandard standard) =>
        standards[numbers[new StandardKey(guarantee.Id, standard.Id)]] ??= Compile(standard.Requires);

    private BoundSet InForce(Guarantee guarantee) =>
        day.ForceOf(guarantee) == GuaranteeForce.OutsideTerm ? default
        : guarantee.Trigger is { } trigger ? day.Holds(day.Model.Index.Circumstances.PositionOf(trigger))
        : BoundSet.All;

    private Formula.OfParts Parts(Requirement requirement, int needed, ImmutableArray<Requirement> parts)
    {
        var formulas = new Formula[parts.Length];
        for (var i = 0; i < formulas.Length; i++)
        {
            formulas[i] = Compile(parts[i]);
        }

        return new Formula.OfParts(requirement, needed, formulas);
    }

    private LimitedSum Sum(Selection selection, long? cap, bool isPersonnel)
    {
        if (!sums.TryGetValue((selection, cap, isPersonnel), out var sum))
        {
            var now = new LimitNetwork(selection.Groups, day.Approvals, Bound.Secured, cap, isPersonnel);
            var mayWiden = Array.Exists(selection.Groups, g => MayWiden(g.National) || MayWiden(g.Host));
            var granted = mayWiden ? new LimitNetwork(selection.Groups, day.Approvals, Bound.Reachable, cap, isPersonnel) : now;
            sums.Add((selection, cap, isPersonnel), sum = new LimitedSum(selection, now, granted));
        }

        return sum;
    }

    private bool MayWiden(int approval) => approval >= 0 && day.Approvals[approval].MayWiden;

    private Selection Select(PledgeFilter filter, bool sustained = false)
    {
        if (!selections.TryGetValue((filter, sustained), out var selection))
        {
            var members = new List<PledgeOn>();
            foreach (var position in day.Model.Index.Candidates.For(filter))
            {
                cancellation.ThrowIfCancellationRequested();
                if (pledges[position] is { } pledge && filter.Matches(pledge.Pledge, pledge.Links.Support, pledge.NationOnRecord))
                {
                    members.Add(pledge);
                }
            }

            // Lists of a filter may name things in any order; the model's own order is kept.
            members.Sort(static (a, b) => a.Position.CompareTo(b.Position));
            selections.Add((filter, sustained), selection = new Selection(filter, sustained, [.. members], groups, groupNumbers, nationNumbers));
        }

        return selection;
    }
}
