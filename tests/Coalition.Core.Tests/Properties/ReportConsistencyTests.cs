using System.Collections.Immutable;
using Coalition.Requirements;
using Coalition.Sufficiency;
using Coalition.Tests.Generators;
using Coalition.Tests.Oracle;

namespace Coalition.Tests.Properties;

/// <summary>A report does not contradict itself: verdicts follow from their parts, grounds from verdicts, and grants do what they say.</summary>
public class ReportConsistencyTests
{
    [ModelProperty(500)]
    public void Finding_WithParts_IsTheirWorstBestOrKthBest(ModelSample sample)
    {
        foreach (var finding in Reports.Findings(Reports.Evaluate(sample)))
        {
            var best = finding.Parts.Select(p => p.Verdict).OrderDescending().ToList();
            var expected = finding.Requirement switch
            {
                Requirement.AllOf => best[^1],
                Requirement.AnyOf => best[0],
                Requirement.AtLeast some => best[some.Count - 1],
                _ => finding.Verdict,
            };
            Assert.Equal(expected, finding.Verdict);
        }
    }

    [ModelProperty(500)]
    public void Finding_OfAnotherStandard_IsItsOwnWhereInForce(ModelSample sample)
    {
        foreach (var met in Reports.Findings(Reports.Evaluate(sample)).OfType<Finding.Met>())
        {
            var grounds = met.Standard.Grounds.Verdict;
            var unknown = met.Force == GuaranteeForce.TriggerUnknown;
            if (met.Force == GuaranteeForce.InForce)
            {
                Assert.Equal(grounds, met.Verdict);
            }
            else if (!unknown)
            {
                Assert.Equal(Verdict.Insufficient, met.Verdict);
            }
            else
            {
                Assert.Equal((Verdict)Math.Min((int)grounds, (int)Verdict.Contingent), met.Verdict);
            }
        }
    }

    [ModelProperty(500)]
    public void Pledge_StandsAsTheWorstOfItsGates(ModelSample sample)
    {
        foreach (var pledge in Reports.Evaluate(sample).Pledges)
        {
            Assert.Equal(pledge.Gates.Select(g => g.Standing).Append(Standing.Passed).Min(), pledge.Standing);
            Assert.All(pledge.Gates, g => Assert.NotEqual(Standing.Passed, g.Standing));
        }
    }

    [ModelProperty(500)]
    public void Gate_NotPassed_NamesItsGround(ModelSample sample)
    {
        foreach (var gate in Reports.Evaluate(sample).Pledges.SelectMany(p => p.Gates))
        {
            Assert.False(string.IsNullOrWhiteSpace(gate.Ground));
            Assert.False(gate.Ground.EndsWith('.'), gate.Ground);
            Assert.True(gate.Standing == Standing.Pending || gate.Gate == Gate.Condition || gate.OpenMatters.IsEmpty);
        }
    }

    [ModelProperty(300)]
    public void Gate_Pending_IsPassedOnceItsOpenMattersAreGranted(ModelSample sample)
    {
        var report = Reports.Evaluate(sample);
        foreach (var pledge in report.Pledges)
        {
            foreach (var gate in pledge.Gates.Where(g => g.Standing == Standing.Pending && g.Gate != Gate.Condition))
            {
                Assert.NotEmpty(gate.OpenMatters);
                Assert.Subset(report.OpenMatters.ToHashSet(), gate.OpenMatters.ToHashSet());
                var gates = Reports.Evaluate(sample, gate.OpenMatters).Pledges.Single(p => p.Pledge.Id == pledge.Pledge.Id).Gates;

                // Another approval may keep the same gate pending on its own ground.
                Assert.DoesNotContain(gates, g => g.Gate == gate.Gate && g.Ground == gate.Ground);
                var others = pledge.Gates.Where(g => g.Gate == gate.Gate).SelectMany(g => g.OpenMatters).Distinct();
                gates = Reports.Evaluate(sample, others).Pledges.Single(p => p.Pledge.Id == pledge.Pledge.Id).Gates;
                Assert.DoesNotContain(gates, g => g.Gate == gate.Gate && g.Standing == Standing.Pending);
            }
        }
    }

    [ModelProperty(400)]
    public void GrantingEverything_SecuresWhatWasReachable(ModelSample sample)
    {
        var before = Reports.Evaluate(sample);
        var after = Reports.Evaluate(sample, before.OpenMatters);

        Assert.Empty(after.OpenMatters);
        Assert.Equal(before.OpenMatters.AsEnumerable(), after.Granted);
        foreach (var (was, now) in Reports.Findings(before).Zip(Reports.Findings(after)))
        {
            Assert.Equal(was.Verdict >= Verdict.Contingent, now.Verdict == Verdict.Sufficient);
            Assert.Equal(was.Verdict >= Verdict.Deadlocked, now.Verdict >= Verdict.Deadlocked);
            if (was is Finding.Total old && now is Finding.Total young)
            {
                Assert.Equal(old.Reachable.Counted, young.Secured.Counted);
                Assert.Equal(old.Reachable.Counted, young.Reachable.Counted);
                Assert.Equal(old.Possible.Counted, young.Possible.Counted);
            }

            if (was is Finding.Contributors many && now is Finding.Contributors more)
            {
                Assert.Equal(many.Reachable.AsEnumerable(), more.Secured);
                Assert.Equal(many.Possible.AsEnumerable(), more.Possible);
            }
        }
    }

    [ModelProperty(400)]
    public void Standard_Contingent_IsSufficientOnceItsOpenMattersAreGranted(ModelSample sample)
    {
        var report = Reports.Evaluate(sample);
        foreach (var standard in report.Verdicts)
        {
            Assert.Subset(report.OpenMatters.ToHashSet(), standard.OpenMatters.ToHashSet());
            switch (standard.Verdict)
            {
                case null or Verdict.Sufficient:
                    Assert.Empty(standard.OpenMatters);
                    break;
                case Verdict.Contingent:
                    Assert.NotEmpty(standard.OpenMatters);
                    Assert.Equal(Verdict.Sufficient, Reports.Evaluate(sample, standard.OpenMatters)[standard.Guarantee, standard.Standard].Verdict);
                    break;
                default:
                    break;
            }
        }
    }

    // Whatever is not listed bears on nothing: granting it besides changes no verdict of the standard.
    [ModelProperty(200)]
    public void Standard_NotSufficient_DoesNotGainByAMatterThatItDoesNotList(ModelSample sample)
    {
        var report = Reports.Evaluate(sample);
        foreach (var standard in report.Verdicts.Where(v => v.Verdict is Verdict.Contingent or Verdict.Deadlocked or Verdict.Insufficient))
        {
            var others = report.OpenMatters.Except(standard.OpenMatters);
            Assert.Equal(standard.Verdict, Reports.Evaluate(sample, others)[standard.Guarantee, standard.Standard].Verdict);
        }
    }

    [ModelProperty(600)]
    public void Circle_IsNamedForADeadlock_AndAllInItAreLocked(ModelSample sample)
    {
        var report = Reports.Evaluate(sample);
        foreach (var standard in report.Verdicts)
        {
            if (standard.Verdict != Verdict.Deadlocked)
            {
                Assert.Empty(standard.Circle);
                continue;
            }

            Assert.True(standard.Circle.Length >= 2, $"{standard.Guarantee}/{standard.Standard}: [{string.Join(", ", standard.Circle)}]");
            Assert.Equal(standard.Circle.Length, standard.Circle.Distinct().Count());
            Assert.All(standard.Circle, id => Assert.Equal(Standing.Locked, report.Pledges.Single(p => p.Pledge.Id == id).Standing));
        }
    }

    [ModelProperty(500)]
    public void Contributions_TellEveryPledgeThatTheFilterSelects(ModelSample sample)
    {
        var report = Reports.Evaluate(sample);
        var record = new NaiveRecord(sample.Model, sample.On, report.KnownAsOf);
        foreach (var finding in Reports.Findings(report))
        {
            var (filter, contributions) = finding switch
            {
                Finding.Total total => (((Requirement.Total)total.Requirement).Filter, total.Contributions),
                Finding.Contributors contributors => (((Requirement.Contributors)contributors.Requirement).Filter, contributors.Contributions),
                Finding.Contributes contributes => (((Requirement.Contributes)contributes.Requirement).Filter, contributes.Contributions),
                _ => (null, ImmutableArray<Contribution>.Empty),
            };
            if (filter is not null)
            {
                var nation = (finding.Requirement as Requirement.Contributes)?.Nation;
                Assert.Equal(
                    report.Pledges.Where(p => record.Matches(filter, p.Pledge) && (nation is null || p.Pledge.Nation == nation)).Select(p => p.Pledge.Id),
                    contributions.Select(c => c.Pledge.Pledge.Id));
                Assert.All(contributions, c => AssertContribution(c, filter, finding is Finding.Total { Requirement.Sustained: true }, report));
            }
        }
    }

    [ModelProperty(600)]
    public void Totals_AddUpToTheirLimitsAndWhateverIsUnderNone(ModelSample sample)
    {
        foreach (var total in Reports.Findings(Reports.Evaluate(sample)).OfType<Finding.Total>())
        {
            AssertAddsUp(total, total.Secured, c => c.Secured);
            AssertAddsUp(total, total.Reachable, c => c.Reachable);
            AssertAddsUp(total, total.Possible, c => c.Possible);
            Assert.Equal(
                total.Secured.Shortfall.Amount == 0 ? Verdict.Sufficient
                : total.Reachable.Shortfall.Amount == 0 ? Verdict.Contingent
                : total.Possible.Shortfall.Amount == 0 ? Verdict.Deadlocked
                : Verdict.Insufficient,
                total.Verdict);
        }
    }

    [ModelProperty(400)]
    public void MissingFigures_ThatAreGiven_BringTheTotalToTheVerdict(ModelSample sample)
    {
        // A figure raises no standing where no condition is a total or looks at a standard.
        var isFixed = !Reports.Conditions(sample.Model).SelectMany(Reports.WithParts).Any(r => r is Requirement.Total or Requirement.Met);
        foreach (var standard in Reports.Evaluate(sample).Verdicts)
        {
            var totals = Reports.WithParts(standard.Grounds).OfType<Finding.Total>().ToList();
            for (var i = 0; i < totals.Count; i++)
            {
                Assert.Equal(totals[i].MissingFigures.Select(m => m.UpTo).OrderDescending(), totals[i].MissingFigures.Select(m => m.UpTo));
                foreach (var missing in totals[i].MissingFigures)
                {
                    AssertMissing(sample, standard, i, totals[i], missing, isFixed);
                }
            }
        }
    }

    [ModelProperty(500)]
    public void SharedUse_NamesPledgesThatSeveralTotalsCount_AndMissesNone(ModelSample sample)
    {
        var report = Reports.Evaluate(sample);
        foreach (var shared in report.SharedUses)
        {
            Assert.True(shared.Standard is null ? shared.Guarantees.Length > 1 : shared.Guarantees.Length == 1);
            Assert.False(shared.Pledges.IsEmpty && shared.Approvals.IsEmpty);
            foreach (var id in shared.Pledges)
            {
                var counting = report.Verdicts.Where(v => shared.Guarantees.Contains(v.Guarantee) && (shared.Standard is null || v.Standard == shared.Standard))
                    .SelectMany(v => Counting(v, id).Select(_ => v.Guarantee)).ToList();
                Assert.True(counting.Count >= 2, $"{id}: {string.Join(", ", counting)}");
                Assert.Equal(shared.Guarantees.AsEnumerable(), shared.Guarantees.Where(counting.Contains));
            }
        }

        foreach (var standard in report.Verdicts)
        {
            var twice = report.Pledges.Select(p => p.Pledge.Id).Where(id => Counting(standard, id).Count() > 1);
            Assert.Empty(twice.Except(report.SharedUses.Where(s => s.Guarantees.Contains(standard.Guarantee) && s.Standard == standard.Standard).SelectMany(s => s.Pledges)));
        }
    }

    [ModelProperty(200)]
    public void Granting_WhatIsNotOpen_IsRefused(ModelSample sample)
    {
        var draw = sample.Chance();
        var open = Reports.Evaluate(sample).OpenMatters;
        OpenMatter[] all =
        [
            .. sample.Model.Pledges.SelectMany(p => new OpenMatter[] { new(OpenMatterKind.Stage, p.Id), new(OpenMatterKind.Amount, p.Id) }),
            .. sample.Model.Approvals.Select(a => new OpenMatter(OpenMatterKind.Approval, a.Id)),
            .. sample.Model.Circumstances.Select(c => new OpenMatter(OpenMatterKind.Circumstance, c.Id)),
            .. sample.Model.Nations.Select(n => new OpenMatter(OpenMatterKind.Admission, n.Code.Value)),
            new OpenMatter(OpenMatterKind.Stage, "nobody"),
        ];
        foreach (var matter in all.Except(open))
        {
            Assert.Throws<ArgumentException>(() => Reports.Evaluate(sample, draw.Chance(50) ? [matter] : [.. open, matter]));
        }
    }

    private static IEnumerable<Finding.Total> Counting(StandardReport standard, string pledge) => Reports.WithParts(standard.Grounds)
        .OfType<Finding.Total>().Where(t => t.Contributions.Any(c => c.Pledge.Pledge.Id == pledge && c.Possible > 0));

    private static void AssertContribution(Contribution contribution, PledgeFilter filter, bool sustained, SufficiencyReport report)
    {
        var pledge = contribution.Pledge;
        var isShort = pledge.Stage < filter.LeastStage && !report.Granted.Contains(new OpenMatter(OpenMatterKind.Stage, pledge.Pledge.Id));
        var expected = isShort && pledge.Standing == Standing.Passed ? Standing.Pending : pledge.Standing;
        Assert.Equal(expected, contribution.Standing);
        var (lower, upper) = (Counted(pledge.Lower), Counted(pledge.Upper));
        Assert.Equal(contribution.Standing == Standing.Passed ? lower : 0, contribution.Secured);
        Assert.Equal(contribution.Standing >= Standing.Pending ? upper : 0, contribution.Reachable);
        Assert.Equal(contribution.Standing >= Standing.Locked ? upper : 0, contribution.Possible);
        Assert.Equal((NaiveTotal.Sustained(pledge.Pledge, pledge.Lower), NaiveTotal.Sustained(pledge.Pledge, pledge.Upper)), (pledge.SustainedLower, pledge.SustainedUpper));

        long Counted(long amount) => sustained ? NaiveTotal.Sustained(pledge.Pledge, amount) : amount;
    }

    private static void AssertAddsUp(Finding.Total total, TotalAmount amount, Func<Contribution, long> brings)
    {
        var limited = amount.Limits.SelectMany(l => l.Pledges).ToHashSet();
        var free = total.Contributions.Where(c => !limited.Contains(c.Pledge.Pledge.Id)).Aggregate((Int128)0, (sum, c) => sum + brings(c));
        var capped = amount.Limits.Aggregate((Int128)0, (sum, l) => sum + l.AtMost);
        Assert.Equal(amount.Counted.Amount, free + capped);
        Assert.Equal(total.Required.Unit, amount.Counted.Unit);
        foreach (var limit in amount.Limits)
        {
            var offered = total.Contributions.Where(c => limit.Pledges.Contains(c.Pledge.Pledge.Id)).Aggregate((Int128)0, (sum, c) => sum + brings(c));
            Assert.Equal(offered, limit.Offered);
            Assert.True(limit.AtMost < limit.Offered, $"{limit.Nation} {limit.Approval} {limit.Support}: {limit.AtMost} of {limit.Offered}");
        }
    }

    private static void AssertMissing(ModelSample sample, StandardReport standard, int position, Finding.Total total, MissingFigures missing, bool isFixed)
    {
        var shortfall = missing.UpTo == Verdict.Sufficient ? total.Secured.Shortfall
            : missing.UpTo == Verdict.Contingent ? total.Reachable.Shortfall
            : total.Possible.Shortfall;
        Assert.Equal(shortfall, missing.Together);
        Assert.True(missing.UpTo > total.Verdict);
        Assert.NotEmpty(missing.Pledges);
        Assert.Equal(
            missing.Pledges.Select(id => sample.Model.Pledges.Single(p => p.Id == id).Nation.Value).Distinct().Order(StringComparer.Ordinal),
            missing.Nations.Select(n => n.Value));

        // All of it from each is more than enough, and one less from all together is not; under a sustained total both are of what stands.
        Assert.True(VerdictWith(sample, standard, position, missing.Pledges, p => Figure(p, shortfall.Amount)) >= missing.UpTo, ModelText.Of(total.Requirement));
        if (isFixed && missing.Pledges.Length == 1)
        {
            Assert.True(VerdictWith(sample, standard, position, missing.Pledges, p => Figure(p, shortfall.Amount) - 1) < missing.UpTo, ModelText.Of(total.Requirement));
        }

        // The least figure of which so much counts.
        long Figure(Pledge pledge, Int128 counted) => (long)Int128.Min(
            long.MaxValue, total.Requirement.Sustained && pledge.Rotation is { } share ? ((counted * share.Denominator) + share.Numerator - 1) / share.Numerator : counted);
    }

    private static Verdict VerdictWith(ModelSample sample, StandardReport standard, int total, ImmutableArray<string> pledges, Func<Pledge, long> figure)
    {
        var model = pledges.Aggregate(sample.Model, (m, id) =>
        {
            var given = figure(m.Pledges.Single(p => p.Id == id));
            return m.AddClaim(id, new Claim(given, given) { Published = new(m.AsOf.PlusYears(-1)) });
        });
        var after = SufficiencyEvaluator.Evaluate(model, sample.On, sample.KnownAsOf)[standard.Guarantee, standard.Standard];
        return Reports.WithParts(after.Grounds).OfType<Finding.Total>().ElementAt(total).Verdict;
    }
}
