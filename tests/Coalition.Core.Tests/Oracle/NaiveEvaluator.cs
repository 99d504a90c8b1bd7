using System.Collections.Immutable;
using Coalition.Requirements;
using Coalition.Sufficiency;
using NodaTime;

namespace Coalition.Tests.Oracle;

/// <summary>Section 3 of the design a second time, as plainly as it can be written: nothing shared but the nouns, nothing clever, nothing fast.</summary>
internal sealed class NaiveEvaluator
{
    private readonly CoalitionModel model;
    private readonly NaiveRecord record;
    private readonly NaiveWorld asIs;
    private readonly NaiveWorld allGranted;
    private readonly bool[] secured;
    private readonly bool[] reachable;
    private readonly bool[] possible;

    private NaiveEvaluator(CoalitionModel model, LocalDate on, LocalDate? knownAsOf, IEnumerable<OpenMatter>? granting)
    {
        this.model = model;
        record = new NaiveRecord(model, on, knownAsOf ?? model.AsOf);
        var granted = (granting ?? []).Select(m => m.ToString()).ToHashSet();
        Open = OpenMatters();
        if (granted.FirstOrDefault(m => !Open.Contains(m)) is { } stray)
        {
            throw new ArgumentException($"{stray} is not open.", nameof(granting));
        }

        Open = Open.Except(granted);
        asIs = new NaiveWorld(record, granted.Contains);
        allGranted = new NaiveWorld(record, _ => true);
        secured = Least(asIs);
        reachable = Least(allGranted);
        possible = Greatest(allGranted);
    }

    private ImmutableSortedSet<string> Open { get; }

    internal static NaiveReport Evaluate(
        CoalitionModel model, LocalDate on, LocalDate? knownAsOf = null, IEnumerable<OpenMatter>? granting = null) =>
        new NaiveEvaluator(model, on, knownAsOf, granting).Report();

    /// <summary>Which pledges stand at each bound, by iteration.</summary>
    internal static NaiveBounds<ImmutableArray<string>> StandingByIteration(CoalitionModel model, LocalDate on, LocalDate? knownAsOf)
    {
        var evaluator = new NaiveEvaluator(model, on, knownAsOf, null);
        return new(evaluator.Ids(evaluator.secured), evaluator.Ids(evaluator.reachable), evaluator.Ids(evaluator.possible));
    }

    /// <summary>The same without iteration: over every set of pledges, the common part of all fixed points, and what is in any.</summary>
    internal static NaiveBounds<ImmutableArray<string>> StandingByEnumeration(CoalitionModel model, LocalDate on, LocalDate? knownAsOf)
    {
        var evaluator = new NaiveEvaluator(model, on, knownAsOf, null);
        var count = model.Pledges.Length;
        var asIs = Orders.Subsets(count).Where(s => Step(evaluator.asIs, s).SequenceEqual(s)).ToList();
        var granted = Orders.Subsets(count).Where(s => Step(evaluator.allGranted, s).SequenceEqual(s)).ToList();
        return new(
            evaluator.Ids([.. Enumerable.Range(0, count).Select(p => asIs.All(s => s[p]))]),
            evaluator.Ids([.. Enumerable.Range(0, count).Select(p => granted.All(s => s[p]))]),
            evaluator.Ids([.. Enumerable.Range(0, count).Select(p => granted.Any(s => s[p]))]));
    }

    /// <summary>Whether a requirement is met if all who wait for each other move together, with only these matters granted.</summary>
    internal static bool IsMetTogether(
        CoalitionModel model, LocalDate on, LocalDate? knownAsOf, IEnumerable<OpenMatter> granting, Requirement requirement)
    {
        var evaluator = new NaiveEvaluator(model, on, knownAsOf, granting);
        return evaluator.asIs.IsMet(requirement, evaluator.Greatest(evaluator.asIs));
    }

    /// <summary>The ids of the pledges that wait for each other in a deadlock, with every matter granted.</summary>
    internal static ImmutableArray<string> Locked(CoalitionModel model, LocalDate on, LocalDate? knownAsOf)
    {
        var evaluator = new NaiveEvaluator(model, on, knownAsOf, null);
        return [.. evaluator.Ids(evaluator.possible).Except(evaluator.Ids(evaluator.reachable))];
    }

    /// <summary>Whether a requirement is met, with every matter granted, once some nations give up what conditions they set on the locked pledges.</summary>
    internal static bool IsMetWithout(
        CoalitionModel model, LocalDate on, LocalDate? knownAsOf, ICollection<NationCode> movers, Requirement requirement)
    {
        var evaluator = new NaiveEvaluator(model, on, knownAsOf, null);
        var standing = new bool[model.Pledges.Length];
        for (var before = -1; before != standing.Count(s => s);)
        {
            before = standing.Count(s => s);
            standing =
            [
                .. standing.Select((_, p) => evaluator.allGranted.PassesAllButCondition(p) && evaluator.allGranted.MeetsCondition(
                    p, standing, n => movers.Contains(n) && evaluator.possible[p] && !evaluator.reachable[p])),
            ];
        }

        return evaluator.allGranted.IsMet(requirement, standing);
    }

    private ImmutableArray<string> Ids(bool[] standing) => [.. model.Pledges.Where((_, i) => standing[i]).Select(p => p.Id)];

    private ImmutableSortedSet<string> OpenMatters()
    {
        var open = ImmutableSortedSet.CreateBuilder<string>(StringComparer.Ordinal);
        open.UnionWith(model.Circumstances.Where(c => record.IsUnknown(c.Id)).Select(c => NaiveWorld.Matter(OpenMatterKind.Circumstance, c.Id)));
        open.UnionWith(model.Approvals.Where(a => record.Approvals[a.Id].IsOpen(a)).Select(a => NaiveWorld.Matter(OpenMatterKind.Approval, a.Id)));
        for (var p = 0; p < model.Pledges.Length; p++)
        {
            var id = model.Pledges[p].Id;
            if (record.IsAlive(p) && record.HostThatMustAdmit(p) is { } host)
            {
                open.Add(NaiveWorld.Matter(OpenMatterKind.Admission, host.Value));
            }

            if (record.IsStageOpen(p))
            {
                open.Add(NaiveWorld.Matter(OpenMatterKind.Stage, id));
            }

            if (record.IsAlive(p) && record.Lower(p) < record.Upper(p))
            {
                open.Add(NaiveWorld.Matter(OpenMatterKind.Amount, id));
            }
        }

        return open.ToImmutable();
    }

    private static bool[] Step(NaiveWorld world, bool[] standing) =>
        [.. standing.Select((_, p) => world.PassesAllButCondition(p) && world.MeetsCondition(p, standing))];

    private bool[] Least(NaiveWorld world) => Settle(world, new bool[model.Pledges.Length]);

    private bool[] Greatest(NaiveWorld world) => Settle(world, [.. Enumerable.Repeat(true, model.Pledges.Length)]);

    private static bool[] Settle(NaiveWorld world, bool[] start)
    {
        for (var standing = start; ;)
        {
            var next = Step(world, standing);
            if (next.SequenceEqual(standing))
            {
                return standing;
            }

            standing = next;
        }
    }

    private NaiveReport Report() => new(
        [.. model.Guarantees.SelectMany(g => g.Standards.Select(s => Report(g, s)))],
        [.. Enumerable.Range(0, model.Pledges.Length).Where(record.Exists).Select(Report)],
        Open);

    private NaiveStandard Report(Guarantee guarantee, SufficiencyStandard standard)
    {
        var isOutside = record.On < guarantee.From || record.On > guarantee.Until;
        var force = isOutside ? GuaranteeForce.OutsideTerm
            : guarantee.Trigger is not { } trigger || asIs.Holds(trigger) ? GuaranteeForce.InForce
            : record.IsUnknown(trigger) ? GuaranteeForce.TriggerUnknown
            : GuaranteeForce.TriggerGone;
        var grounds = Find(standard.Requires);
        var hasVerdict = force is GuaranteeForce.InForce or GuaranteeForce.TriggerUnknown;
        return new NaiveStandard(guarantee.Id, standard.Id, force, hasVerdict ? grounds.Verdict : null, grounds);
    }

    private NaiveFinding Find(Requirement requirement) => new(requirement, VerdictOf(
        asIs.IsMet(requirement, secured), allGranted.IsMet(requirement, reachable), allGranted.IsMet(requirement, possible)))
    {
        Sums = requirement is Requirement.Total total
            ? new(asIs.Sum(total, secured), allGranted.Sum(total, reachable), allGranted.Sum(total, possible))
            : null,
        Nations = requirement is Requirement.Contributors contributors
            ? new(
                [.. asIs.Contributors(contributors.Filter, secured)],
                [.. allGranted.Contributors(contributors.Filter, reachable)],
                [.. allGranted.Contributors(contributors.Filter, possible)])
            : null,
        Parts = requirement switch
        {
            Requirement.AllOf all => [.. all.Of.Select(Find)],
            Requirement.AnyOf any => [.. any.Of.Select(Find)],
            Requirement.AtLeast some => [.. some.Of.Select(Find)],
            _ => [],
        },
    };

    private NaivePledge Report(int position)
    {
        var gates = ImmutableDictionary.CreateBuilder<Gate, Standing>();
        if (record.IsAlive(position))
        {
            foreach (var gate in Enum.GetValues<Gate>().Where(g => g != Gate.Condition))
            {
                gates[gate] = asIs.Passes(position, gate) ? Standing.Passed
                    : allGranted.Passes(position, gate) ? Standing.Pending
                    : Standing.Failed;
            }

            gates[Gate.Condition] = VerdictOf(
                asIs.MeetsCondition(position, secured),
                allGranted.MeetsCondition(position, reachable),
                allGranted.MeetsCondition(position, possible)) switch
            {
                Verdict.Sufficient => Standing.Passed,
                Verdict.Contingent => Standing.Pending,
                Verdict.Deadlocked => Standing.Locked,
                _ => Standing.Failed,
            };
        }
        else
        {
            gates[Gate.Stage] = Standing.Failed;
        }

        return new NaivePledge(model.Pledges[position].Id, record.Stages[position]!.Value, gates.Values.Min(), gates.ToImmutable())
        {
            HasFigure = !record.Claims[position].IsEmpty,
            Lower = record.Lower(position),
            Upper = record.Upper(position),
        };
    }

    private static Verdict VerdictOf(bool atSecured, bool atReachable, bool atPossible) =>
        atSecured ? Verdict.Sufficient
        : atReachable ? Verdict.Contingent
        : atPossible ? Verdict.Deadlocked
        : Verdict.Insufficient;
}
