using Coalition.Internal;
using Coalition.Requirements;

namespace Coalition.Sufficiency;

/// <summary>What a standard depends on: all that its requirement, and whatever that refers to in turn, looks at.</summary>
/// <remarks>Each standard is followed when it is first asked about. Cost: the pledges, times the different filters of what is followed.</remarks>
internal sealed class Dependencies
{
    private readonly CoalitionModel model;
    private readonly CancellationToken cancellation;
    private readonly BitSets?[] known;
    private readonly Dictionary<PledgeFilter, int[]> matches = [];

    internal Dependencies(CoalitionModel model, int standards, CancellationToken cancellation)
    {
        this.model = model;
        this.cancellation = cancellation;
        known = new BitSets?[standards];
    }

    /// <summary>Whether a standard depends on an entry of the model.</summary>
    internal bool Has(int number, Guarantee guarantee, SufficiencyStandard standard, Breakpoint subject) =>
        (known[number] ??= Follow(guarantee, standard))[subject.Kind].Has(subject.Position);

    private BitSets Follow(Guarantee guarantee, SufficiencyStandard standard)
    {
        var found = new BitSets(model);
        var following = new Following(this, found);
        following.Visit(guarantee, standard);
        following.Go();
        return found;
    }

    private int[] Matching(PledgeFilter filter)
    {
        if (!matches.TryGetValue(filter, out var positions))
        {
            var links = model.Index.Links;
            positions = [.. model.Index.Candidates.For(filter).Where(p => filter.Matches(model.Pledges[p], links[p].Support, model.Nations[links[p].Nation]))];
            matches.Add(filter, positions);
        }

        return positions;
    }

    private sealed class BitSets(CoalitionModel model)
    {
        private readonly BitSet[] sets =
        [
            new(model.Circumstances.Length), new(model.Approvals.Length), new(model.Pledges.Length), new(model.Guarantees.Length),
        ];

        internal BitSet this[SubjectKind kind] => sets[(int)kind];
    }

    // Pledges wait in a list, since they may depend on each other in chains far longer than the stack is deep.
    private sealed class Following(Dependencies dependencies, BitSets found)
    {
        private readonly CoalitionModel model = dependencies.model;
        private readonly HashSet<int[]> seen = [];
        private readonly HashSet<StandardKey> seenStandards = [];
        private readonly Stack<int> left = [];

        internal void Go()
        {
            while (left.TryPop(out var position))
            {
                dependencies.cancellation.ThrowIfCancellationRequested();
                var pledge = model.Pledges[position];
                if (pledge.Readiness is { } readiness)
                {
                    AddCircumstance(readiness.From);
                }

                Visit(pledge.Condition);
                foreach (var approval in model.Index.Links[position].Needs)
                {
                    if (Add(SubjectKind.Approval, approval))
                    {
                        foreach (var mandate in model.Approvals[approval].Mandates())
                        {
                            Visit(mandate.Condition);
                        }
                    }
                }
            }
        }

        internal void Visit(Guarantee guarantee, SufficiencyStandard standard)
        {
            if (!seenStandards.Add(new StandardKey(guarantee.Id, standard.Id)))
            {
                return;
            }

            Add(SubjectKind.Guarantee, model.Index.Guarantees.PositionOf(guarantee.Id));
            if (guarantee.Trigger is { } trigger)
            {
                AddCircumstance(trigger);
            }

            Visit(standard.Requires);
        }

        private void Visit(Requirement? requirement)
        {
            switch (requirement)
            {
                case null:
                    return;
                case Requirement.Holds holds:
                    AddCircumstance(holds.Circumstance);
                    return;
                case Requirement.Met met:
                    var guarantee = model.Index.Guarantees.Find(met.Guarantee)!;
                    Visit(guarantee, model.Index.FindStandard(guarantee, met.Standard)!);
                    return;
                case Requirement.Total total:
                    Visit(total.Filter);
                    return;
                case Requirement.Contributors contributors:
                    Visit(contributors.Filter);
                    return;
                case Requirement.Contributes { OfNation: { } filter }:
                    Visit(filter);
                    return;
                default:
                    foreach (var part in RequirementParts.Of(requirement))
                    {
                        Visit(part);
                    }

                    return;
            }
        }

        private void Visit(PledgeFilter filter)
        {
            var positions = dependencies.Matching(filter);
            if (!seen.Add(positions))
            {
                return;
            }

            foreach (var position in positions)
            {
                dependencies.cancellation.ThrowIfCancellationRequested();
                if (Add(SubjectKind.Pledge, position))
                {
                    left.Push(position);
                }
            }
        }

        private void AddCircumstance(string id) => Add(SubjectKind.Circumstance, model.Index.Circumstances.PositionOf(id));

        private bool Add(SubjectKind kind, int position) => found[kind].Add(position);
    }
}
