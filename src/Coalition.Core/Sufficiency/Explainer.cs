using System.Collections.Immutable;
using Coalition.Requirements;

namespace Coalition.Sufficiency;

/// <summary>Tells what was worked out: the report of each pledge and each standard, with the grounds.</summary>
internal sealed class Explainer
{
    private readonly Evaluation evaluation;
    private readonly PledgeReport?[] pledges;
    private readonly StandardReport?[] standards;
    private readonly CancellationToken cancellation;

    internal Explainer(Evaluation evaluation, CancellationToken cancellation)
    {
        this.evaluation = evaluation;
        this.cancellation = cancellation;
        standards = new StandardReport?[evaluation.Standards.Length];
        pledges = new PledgeReport?[evaluation.PledgesByPosition.Length];
        var list = ImmutableArray.CreateBuilder<PledgeReport>(evaluation.Pledges.Length);
        foreach (var pledge in evaluation.Pledges)
        {
            cancellation.ThrowIfCancellationRequested();
            var report = Report(pledge);
            pledges[pledge.Position] = report;
            list.Add(report);
        }

        Pledges = list.MoveToImmutable();
    }

    internal ImmutableArray<PledgeReport> Pledges { get; }

    internal ImmutableArray<GuaranteeReport> Guarantees()
    {
        var guarantees = ImmutableArray.CreateBuilder<GuaranteeReport>(evaluation.Model.Guarantees.Length);
        var number = 0;
        foreach (var guarantee in evaluation.Model.Guarantees)
        {
            var reports = ImmutableArray.CreateBuilder<StandardReport>(guarantee.Standards.Length);
            foreach (var standard in guarantee.Standards)
            {
                reports.Add(Standard(number++, guarantee, standard));
            }

            var trigger = guarantee.Trigger is { } id ? evaluation.Day.Circumstances[evaluation.Model.Index.Circumstances.PositionOf(id)] : null;
            guarantees.Add(new GuaranteeReport(guarantee, evaluation.Day.ForceOf(guarantee), trigger, reports.MoveToImmutable()));
        }

        return guarantees.MoveToImmutable();
    }

    private PledgeReport Report(PledgeOn pledge)
    {
        var gates = pledge.Gates;
        foreach (var condition in pledge.Conditions)
        {
            if (condition.Met.Standing is var standing and not Standing.Passed)
            {
                gates = gates.Add(Gate(condition, standing));
            }
        }

        return new PledgeReport(pledge.Pledge, pledge.Links.Unit, pledge.Stage, pledge.Standing, gates, pledge.Amount);
    }

    private GateResult Gate(ConditionOn condition, Standing standing)
    {
        return new GateResult(
            Sufficiency.Gate.Condition, standing, Tell,
            () => standing == Standing.Failed ? [] : Waiting.Matters(evaluation, condition, CancellationToken.None), condition.Source);

        string Tell()
        {
            var whose = condition.Approval < 0 ? "its condition" : $"the condition of the mandate of '{evaluation.Model.Approvals[condition.Approval].Id}'";
            var how = standing switch
            {
                Standing.Pending => "is not met yet",
                Standing.Locked => "waits for others who wait in turn",
                _ => "cannot be met by what is on record",
            };
            return $"{whose} {how}: {condition.Now.Requirement}";
        }
    }

    private StandardReport Standard(int number, Guarantee guarantee, SufficiencyStandard standard)
    {
        if (standards[number] is { } told)
        {
            return told;
        }

        var formula = evaluation.Standards[number];
        var isInForce = evaluation.Day.ForceOf(guarantee) >= GuaranteeForce.TriggerUnknown;
        Verdict? verdict = isInForce ? formula.Met.Verdict : null;
        return standards[number] = new StandardReport(
            guarantee.Id,
            standard,
            standard.Source is { } source ? evaluation.Model.Index.Sources.Find(source) : null,
            verdict,
            Find(formula),
            verdict is null or Verdict.Sufficient ? [] : Waiting.Matters(evaluation, formula, cancellation),
            verdict is Verdict.Deadlocked ? Waiting.Circle(evaluation.Points, formula, cancellation) : []);
    }

    private Finding Find(Formula formula)
    {
        cancellation.ThrowIfCancellationRequested();
        var verdict = formula.Met.Verdict;
        return formula.Requirement switch
        {
            Requirement.Always always => new Finding.Always(always),
            Requirement.Holds holds => Holds(holds, verdict, ((Formula.OfCircumstance)formula).Circumstance),
            Requirement.Total => Total((Formula.OfTotal)formula, verdict),
            Requirement.Contributors contributors => Contributors(contributors, verdict, ((Formula.OfPledges)formula).Selection),
            Requirement.Contributes contributes =>
                new Finding.Contributes(contributes, verdict, formula is Formula.OfPledges ofPledges ? Contributions(ofPledges.Selection) : []),
            Requirement.Met met => Met(met, verdict, (Formula.OfStandard)formula),
            Requirement.AllOf all => new Finding.AllOf(all, verdict, Parts(formula)),
            Requirement.AnyOf any => new Finding.AnyOf(any, verdict, Parts(formula)),
            Requirement.AtLeast some => new Finding.AtLeast(some, verdict, Parts(formula)),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    private ImmutableArray<Finding> Parts(Formula formula)
    {
        var parts = ImmutableArray.CreateBuilder<Finding>(formula.Parts.Length);
        foreach (var part in formula.Parts)
        {
            parts.Add(Find(part));
        }

        return parts.MoveToImmutable();
    }

    private Finding.Holds Holds(Requirement.Holds requirement, Verdict verdict, int circumstance) =>
        new(requirement, verdict, evaluation.Model.Circumstances[circumstance], evaluation.Day.Circumstances[circumstance]);

    private Finding.Met Met(Requirement.Met requirement, Verdict verdict, Formula.OfStandard formula)
    {
        var guarantee = evaluation.Model.Guarantees[formula.Guarantee];
        var report = Standard(formula.Standard, guarantee, evaluation.Model.Index.FindStandard(guarantee, requirement.Standard)!);
        return new Finding.Met(requirement, verdict, report, evaluation.Day.ForceOf(guarantee));
    }

    private Finding.Contributors Contributors(Requirement.Contributors requirement, Verdict verdict, Selection selection) => new(
        requirement, verdict, Nations(selection, Bound.Secured), Nations(selection, Bound.Reachable), Nations(selection, Bound.Possible),
        Contributions(selection));

    private static ImmutableArray<NationCode> Nations(Selection selection, Bound bound) =>
        Sorted(selection.Members.Where(m => selection.Counts(m, bound)));

    private static ImmutableArray<NationCode> Sorted(IEnumerable<PledgeOn> pledges) =>
        [.. pledges.Select(p => p.Pledge.Nation).Distinct().OrderBy(n => n.Value, StringComparer.Ordinal)];

    private Finding.Total Total(Formula.OfTotal formula, Verdict verdict) => new(
        (Requirement.Total)formula.Requirement, verdict, formula.Unit,
        AmountAt(formula, Bound.Secured), AmountAt(formula, Bound.Reachable), AmountAt(formula, Bound.Possible),
        Contributions(formula.Selection), MissingFigures(formula));

    private TotalAmount AmountAt(Formula.OfTotal formula, Bound bound)
    {
        var at = formula[bound];
        var shortfall = Int128.Max(formula.Required - at.Sum, 0);
        return new TotalAmount(
            new Quantity(at.Sum, formula.Unit), new Quantity(shortfall, formula.Unit), at.Binding is null ? [] : Limits(formula, bound, at.Binding));
    }

    private ImmutableArray<BindingLimit> Limits(Formula.OfTotal formula, Bound bound, int[] binding)
    {
        var network = formula.NetworkAt(bound);
        var limits = ImmutableArray.CreateBuilder<BindingLimit>();
        var selection = formula.Selection;
        var limited = selection.Members.Select((Pledge, i) => (Pledge, By: binding[selection.GroupOf(i)]))
            .Where(m => m.By >= 0 && selection.Counts(m.Pledge, bound) && selection.AmountAt(m.Pledge, bound) > 0);
        foreach (var group in limited.GroupBy(m => m.By, m => m.Pledge))
        {
            var limit = network[group.Key];
            var approval = limit.Approval < 0 ? null : evaluation.Model.Approvals[limit.Approval];
            Int128 offered = 0;
            foreach (var member in group)
            {
                offered += selection.AmountAt(member, bound);
            }

            // A limit that is reached exactly keeps nothing from counting.
            if (offered == limit.AtMost)
            {
                continue;
            }

            limits.Add(new BindingLimit(
                approval?.Nation ?? evaluation.Model.Nations[limit.Nation].Code, approval?.Id, limit.Support, limit.AtMost, offered,
                [.. group.Select(m => m.Pledge.Id)]));
        }

        return limits.ToImmutable();
    }

    private static ImmutableArray<MissingFigures> MissingFigures(Formula.OfTotal formula)
    {
        var missing = ImmutableArray.CreateBuilder<MissingFigures>();
        for (var bound = Bound.Secured; bound <= Bound.Possible; bound++)
        {
            var at = formula[bound];
            if (at.Figureless.Length == 0)
            {
                continue;
            }

            var together = new Quantity(formula.Required - at.Sum, formula.Unit);
            ImmutableArray<string> ids = [.. at.Figureless.Select(p => p.Pledge.Id)];
            if (missing.Count == 0 || missing[^1].Together != together || !missing[^1].Pledges.SequenceEqual(ids))
            {
                missing.Add(new MissingFigures(Verdict.Sufficient - (int)bound, Sorted(at.Figureless), ids, together));
            }
        }

        return missing.ToImmutable();
    }

    private ImmutableArray<Contribution> Contributions(Selection selection)
    {
        var contributions = ImmutableArray.CreateBuilder<Contribution>(selection.Members.Length);
        foreach (var member in selection.Members)
        {
            cancellation.ThrowIfCancellationRequested();
            var standing = member.Standing == Standing.Passed && !selection.HasStage(member, Bound.Secured) ? Standing.Pending : member.Standing;
            contributions.Add(new Contribution(
                pledges[member.Position]!, standing, Brought(member, Bound.Secured), Brought(member, Bound.Reachable), Brought(member, Bound.Possible)));
        }

        return contributions.MoveToImmutable();

        long Brought(PledgeOn member, Bound bound) => selection.Counts(member, bound) ? selection.AmountAt(member, bound) : 0;
    }
}
