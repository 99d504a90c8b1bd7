using System.Globalization;
using Coalition.Approvals;
using Coalition.Requirements;
using Coalition.Sufficiency;
using Coalition.Tests.Generators;
using Coalition.Tests.Oracle;
using Xunit.Abstractions;

namespace Coalition.Tests.Properties;

/// <summary>Whether the drawn models reach every kind of thing that the rules tell apart: a property holds only of what was tried.</summary>
public class CoverageTests(ITestOutputHelper output)
{
    private const int Models = 3_000;

    // Of all models, in how many the class must turn up at least: the rarest that are worth their while.
    private const double LeastShare = 0.005;

    // What takes a chain of three or four events that each are seldom.
    private const double LeastShareOfTheSeldom = 0.001;

    private static readonly string[] seldom =
        ["mandate: ProvisionallyExtended", "mandate: Extended", "mandate: ConditionFailed", "approval: ConsentDue", "approval: Submitted, a refusal can be overridden", "act: Rejected, overriding"];

    private readonly SortedDictionary<string, int> reached = new(StringComparer.Ordinal);

    [Fact]
    public void DrawnModels_OfOneSeed_ReachEveryClass()
    {
        var refused = 0;
        for (var i = 0; i < Models; i++)
        {
            var sample = ModelSample.Of(Draws.Seed + i, out var drawnAgain);
            refused += drawnAgain;
            foreach (var name in ClassesOf(sample).ToHashSet())
            {
                reached[name] = reached.GetValueOrDefault(name) + 1;
            }
        }

        var rare = Classes().Where(c => reached.GetValueOrDefault(c) < (seldom.Contains(c) ? LeastShareOfTheSeldom : LeastShare) * Models).ToList();
        foreach (var (name, count) in reached)
        {
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{100.0 * count / Models,6:F1} %  {name}"));
        }

        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{refused} drafts refused for {Models} models"));
        Assert.True(rare.Count == 0, $"Too rare: {string.Join(", ", rare.Select(c => $"{c} ({reached.GetValueOrDefault(c)})"))}");
        Assert.Empty(reached.Keys.Except(Classes()));
        Assert.True(refused < Models / 10, $"{refused} drafts refused");
    }

    // What a class is called, and that it must be reached.
    private static IEnumerable<string> Classes()
    {
        string[] forms = ["Always", "Holds", "Total", "Contributors", "Contributes", "Met", "AllOf", "AnyOf", "AtLeast"];
        foreach (var form in forms)
        {
            yield return $"in a standard: {form}";
            yield return $"in a condition: {form}";
            foreach (var verdict in Enum.GetValues<Verdict>().Where(v => IsReachable(form, v)))
            {
                yield return $"found: {form} {verdict}";
            }
        }

        foreach (var gate in Enum.GetValues<Gate>())
        {
            // A gate that is passed is not reported, so it is counted from the pledges that pass them all.
            foreach (var standing in StandingsOf(gate))
            {
                yield return $"gate: {gate} {standing}";
            }
        }

        string[] states =
        [
            .. typeof(ParliamentaryApprovalState).GetNestedTypes().Select(t => t.Name), "Submitted, some bodies have consented", "Submitted, a refusal can be overridden",
            "Submitted, objected to", "Submitted, scheduled", "Approved, tacitly", "Approved, with conditions", "ExecutiveAction, begun", "ExecutiveAction, with a request",
            "NotInformed, and must be first", "RenewalRequested, under a mandate that goes on",
        ];
        foreach (var name in Enum.GetNames<ApprovalProcedure>().Select(p => $"procedure: {p}")
            .Concat(Enum.GetNames<DecisionCombination>().Select(c => $"combination: {c}"))
            .Concat(typeof(ApprovalAct).GetNestedTypes().Select(t => $"act: {t.Name}"))
            .Concat(typeof(MandateState).GetNestedTypes().Select(t => $"mandate: {t.Name}"))
            .Concat(Enum.GetNames<DeadlineKind>().Select(k => $"deadline: {k}"))
            .Concat(["act: Approved, overriding", "act: Rejected, overriding", "deadline: in sitting days that do not reach", "a ceiling set by law"]))
        {
            yield return name;
        }

        string[] others =
        [
            "circumstance: unknown", "circumstance: occurred", "circumstance: ended", "circumstance: ruled out", "limit: cap", "limit: national ceiling on a type",
            "limit: national ceiling in total", "limit: host's ceiling on a type", "limit: host's ceiling in total", "shared use: within a standard",
            "shared use: between guarantees", "shared use: of a ceiling", "deadlock: a circle of two", "deadlock: a longer circle", "on another day",
            "known earlier", "a pledge that exists", "a pledge of one figure", "approvals of a pledge: one at most", "a mandate in force", "figures beyond 64 bits", "a pledge that does not exist yet", "a pledge without a figure", "a pledge with claims that disagree",
            "a mandate not begun", "a mandate run out", "least stage: beyond firm asked and not reached", "readiness: run", "readiness: still running",
            "admission: by a foreign host", "admission: at home", "approvals of a pledge: several", "missing figures: up to Sufficient",
            "missing figures: up to Contingent", "missing figures: up to Deadlocked", "missing figures: of what is sustained", "a pool pledge", "sustained total: in a standard",
            "sustained total: in a condition", "sustained total: of a pool, rounded down", "sustained total: met as things stand", "sustained total: limited",
        ];
        foreach (var name in others.Concat(states.Select(s => $"approval: {s}")))
        {
            yield return name;
        }

        foreach (var verdict in Enum.GetValues<Verdict>())
        {
            yield return $"standard: {verdict}";
        }

        foreach (var kind in Enum.GetValues<OpenMatterKind>())
        {
            yield return $"open: {kind}";
            yield return $"open: {kind}, granted, improves a verdict";
        }

        foreach (var force in Enum.GetValues<GuaranteeForce>())
        {
            yield return $"force: {force}";
        }

        foreach (var standing in Enum.GetValues<Standing>())
        {
            yield return $"pledge: {standing}";
        }

        foreach (var stage in Enum.GetValues<PledgeStage>())
        {
            yield return $"stage: {stage}";
        }
    }

    // A circumstance is never waited for in a circle, and what is always met always is.
    private static bool IsReachable(string form, Verdict verdict) => form switch
    {
        "Always" => verdict == Verdict.Sufficient,
        "Holds" => verdict != Verdict.Deadlocked,
        _ => true,
    };

    private static Standing[] StandingsOf(Gate gate) => gate switch
    {
        Gate.Period => [Standing.Passed, Standing.Failed],
        Gate.Condition => [Standing.Passed, Standing.Locked, Standing.Pending, Standing.Failed],
        _ => [Standing.Passed, Standing.Pending, Standing.Failed],
    };

    private static IEnumerable<string> ClassesOf(ModelSample sample)
    {
        var report = Reports.Evaluate(sample);
        return
        [
            .. OfRequirements(sample.Model),
            .. Reports.Findings(report).SelectMany(OfFinding),
            .. OfReport(report),
            .. OfPledges(report),
            .. OfRecord(sample, new NaiveRecord(sample.Model, sample.On, report.KnownAsOf)),
            .. OfGrants(sample, report),
        ];
    }

    private static IEnumerable<string> OfRequirements(CoalitionModel model)
    {
        return
        [
            .. model.Guarantees.SelectMany(g => g.Standards).SelectMany(s => Reports.WithParts(s.Requires)).Where(IsSustained).Select(_ => "sustained total: in a standard"),
            .. Reports.Conditions(model).SelectMany(Reports.WithParts).Where(IsSustained).Select(_ => "sustained total: in a condition"),
            .. model.Guarantees.SelectMany(g => g.Standards).SelectMany(s => Reports.WithParts(s.Requires)).Select(r => $"in a standard: {r.GetType().Name}"),
            .. Reports.Conditions(model).SelectMany(Reports.WithParts).Select(r => $"in a condition: {r.GetType().Name}"),
        ];
    }

    private static bool IsSustained(Requirement requirement) => requirement is Requirement.Total { Sustained: true };

    private static IEnumerable<string> OfSustained(Finding.Total total)
    {
        if (!total.MissingFigures.IsEmpty)
        {
            yield return "missing figures: of what is sustained";
        }

        if (total.Verdict == Verdict.Sufficient && total.Requirement.AtLeast > 0)
        {
            yield return "sustained total: met as things stand";
        }

        if (!total.Reachable.Limits.IsEmpty)
        {
            yield return "sustained total: limited";
        }

        if (total.Contributions.Any(c => c.Reachable > 0 && c.Pledge.Pledge.Rotation is { } share && (Int128)c.Reachable * share.Denominator < (Int128)c.Pledge.Upper * share.Numerator))
        {
            yield return "sustained total: of a pool, rounded down";
        }
    }

    private static IEnumerable<string> OfFinding(Finding finding)
    {
        yield return $"found: {finding.GetType().Name} {finding.Verdict}";
        if (finding is Finding.Total total)
        {
            foreach (var missing in total.MissingFigures)
            {
                yield return $"missing figures: up to {missing.UpTo}";
            }

            foreach (var name in total.Requirement.Sustained ? OfSustained(total) : [])
            {
                yield return name;
            }

            if (total.Possible.Counted.Amount > long.MaxValue)
            {
                yield return "figures beyond 64 bits";
            }
        }
    }

    private static IEnumerable<string> OfReport(SufficiencyReport report)
    {
        foreach (var guarantee in report.Guarantees)
        {
            yield return $"force: {guarantee.Force}";
        }

        foreach (var standard in report.Verdicts.Where(v => v.Verdict is not null))
        {
            yield return $"standard: {standard.Verdict}";
            if (standard.Verdict == Verdict.Deadlocked)
            {
                yield return standard.Circle.Length == 2 ? "deadlock: a circle of two" : "deadlock: a longer circle";
            }
        }

        foreach (var shared in report.SharedUses)
        {
            yield return shared.Standard is null ? "shared use: between guarantees" : "shared use: within a standard";
            if (!shared.Approvals.IsEmpty)
            {
                yield return "shared use: of a ceiling";
            }
        }

        var totals = Reports.Findings(report).OfType<Finding.Total>();
        foreach (var limit in totals.SelectMany(t => new[] { t.Secured, t.Reachable, t.Possible }).SelectMany(t => t.Limits))
        {
            var approval = report.Model.Approvals.SingleOrDefault(a => a.Id == limit.Approval);
            yield return approval is null ? "limit: cap"
                : $"limit: {(approval.Procedure == ApprovalProcedure.HostConsent ? "host's" : "national")} ceiling {(limit.Support is null ? "in total" : "on a type")}";
        }
    }

    private static IEnumerable<string> OfPledges(SufficiencyReport report)
    {
        foreach (var pledge in report.Pledges)
        {
            yield return $"pledge: {pledge.Standing}";
            if (pledge.Pledge.Rotation is not null)
            {
                yield return "a pool pledge";
            }

            yield return $"stage: {pledge.Stage}";
            foreach (var gate in pledge.Gates)
            {
                yield return $"gate: {gate.Gate} {gate.Standing}";
            }

            var passed = Enum.GetValues<Gate>().Where(g => pledge.Standing == Standing.Passed && IsAsked(pledge.Pledge, g));
            foreach (var gate in passed)
            {
                yield return $"gate: {gate} {Standing.Passed}";
            }

            yield return pledge.HasFigure ? pledge.Lower < pledge.Upper ? "a pledge with claims that disagree" : "a pledge of one figure" : "a pledge without a figure";
        }
    }

    private static bool IsAsked(Pledge pledge, Gate gate) => gate switch
    {
        Gate.Period => pledge.From is not null || pledge.Until is not null,
        Gate.Readiness => pledge.Readiness is not null,
        Gate.Approvals or Gate.Mandate => !pledge.Needs.IsEmpty,
        Gate.Admission => pledge.Zone?.IsOnHostTerritory() == true,
        Gate.Condition => pledge.Condition is not null,
        _ => true,
    };

    private static IEnumerable<string> OfRecord(ModelSample sample, NaiveRecord record)
    {
        var model = sample.Model;
        if (sample.On != ModelGen.Anchor)
        {
            yield return "on another day";
        }

        if (sample.KnownAsOf < model.AsOf)
        {
            yield return "known earlier";
        }

        foreach (var circumstance in model.Circumstances)
        {
            yield return $"circumstance: {model.CircumstanceState(circumstance.Id, sample.On, sample.KnownAsOf).Name}";
        }

        foreach (var approval in model.Approvals)
        {
            var state = model.ApprovalState(approval.Id, sample.On, sample.KnownAsOf);
            foreach (var name in OfApproval(approval, state).Concat(OfMandate(model, approval, sample)))
            {
                yield return name;
            }

            if (state is ParliamentaryApprovalState.Approved approved)
            {
                var governing = approved.MandateOn(sample.On);
                yield return governing is null ? "a mandate not begun" : governing.Until < sample.On ? "a mandate run out" : "a mandate in force";
            }
        }

        for (var p = 0; p < model.Pledges.Length; p++)
        {
            var pledge = model.Pledges[p];
            yield return record.Exists(p) ? "a pledge that exists" : "a pledge that does not exist yet";
            yield return pledge.Needs.Length > 1 ? "approvals of a pledge: several" : "approvals of a pledge: one at most";
            if (record.Stages[p] >= PledgeStage.Firm && record.IsStageOpen(p))
            {
                yield return "least stage: beyond firm asked and not reached";
            }

            if (record.IsAlive(p) && pledge.Zone?.IsOnHostTerritory() == true)
            {
                yield return record.HostThatMustAdmit(p) is null ? "admission: at home" : "admission: by a foreign host";
            }

            if (pledge.Readiness is { } readiness && record.Circumstances[readiness.From] is { Change: CircumstanceChange.Occurred, Since: var since })
            {
                yield return since + readiness.Notice <= sample.On ? "readiness: run" : "readiness: still running";
            }
        }
    }

    private static IEnumerable<string> OfApproval(ParliamentaryApproval approval, ParliamentaryApprovalState state)
    {
        yield return $"procedure: {approval.Procedure}";
        yield return $"combination: {approval.Combination}";
        foreach (var act in approval.Acts)
        {
            yield return $"act: {act.GetType().Name}";
            if (act is ApprovalAct.Approved { Overrides: true } or ApprovalAct.Rejected { Overrides: true })
            {
                yield return $"act: {act.GetType().Name}, overriding";
            }
        }

        if (approval.StatutoryMandate is { Ceilings.IsEmpty: false })
        {
            yield return "a ceiling set by law";
        }

        yield return $"approval: {state.GetType().Name}";
        string? detail = state switch
        {
            ParliamentaryApprovalState.Submitted { Motion.RefusedBy.IsEmpty: false } => "a refusal can be overridden",
            ParliamentaryApprovalState.Submitted { Motion.ApprovedBy.IsEmpty: false } => "some bodies have consented",
            ParliamentaryApprovalState.Submitted { Motion.ObjectedOn: not null } => "objected to",
            ParliamentaryApprovalState.Submitted { Motion.Stage: MotionStage.Scheduled } => "scheduled",
            ParliamentaryApprovalState.Approved { IsTacit: true } => "tacitly",
            ParliamentaryApprovalState.Approved approved when approved.Mandates[0].Condition is not null => "with conditions",
            ParliamentaryApprovalState.ExecutiveAction { Motion: not null } => "with a request",
            ParliamentaryApprovalState.ExecutiveAction { Begun: not null } => "begun",
            ParliamentaryApprovalState.NotInformed { First: true } => "and must be first",
            ParliamentaryApprovalState.RenewalRequested { ProvisionallyUntil: not null } => "under a mandate that goes on",
            _ => null,
        };
        if (detail is not null)
        {
            yield return $"approval: {state.GetType().Name}, {detail}";
        }
    }

    private static IEnumerable<string> OfMandate(CoalitionModel model, ParliamentaryApproval approval, ModelSample sample)
    {
        if (model.MandateState(approval.Id, sample.On, sample.KnownAsOf) is { } mandate)
        {
            yield return $"mandate: {mandate.GetType().Name}";
        }

        foreach (var deadline in model.Deadlines(approval.Id, sample.On, sample.KnownAsOf))
        {
            yield return deadline.LastDay is null ? "deadline: in sitting days that do not reach" : $"deadline: {deadline.Kind}";
        }
    }

    private static IEnumerable<string> OfGrants(ModelSample sample, SufficiencyReport report)
    {
        foreach (var matter in report.OpenMatters)
        {
            yield return $"open: {matter.Kind}";
            var granted = Reports.Evaluate(sample, [matter]);
            if (report.Verdicts.Zip(granted.Verdicts).Any(v => v.Second.Verdict > v.First.Verdict))
            {
                yield return $"open: {matter.Kind}, granted, improves a verdict";
            }
        }
    }
}
