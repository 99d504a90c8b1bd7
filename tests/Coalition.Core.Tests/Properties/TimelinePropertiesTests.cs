using Coalition.Sufficiency;
using Coalition.Tests.Generators;
using NodaTime;

namespace Coalition.Tests.Properties;

/// <summary>Property P7, and what else holds of every timeline.</summary>
public class TimelinePropertiesTests
{
    // Beyond the days that the generators draw on either side.
    private static readonly LocalDate first = ModelGen.Anchor.PlusDays(-80);
    private static readonly LocalDate last = ModelGen.Anchor.PlusDays(60);

    [ModelProperty(200)]
    public void P7_TheTimeline_SaysForEachDayWhatEvaluatingThatDaySays(ModelSample sample)
    {
        foreach (var knownAsOf in KnownAsOf(sample))
        {
            var timeline = SufficiencyTimeline.Over(sample.Model, first, last, knownAsOf);
            for (var day = first; day <= last; day = day.PlusDays(1))
            {
                AssertSays(SufficiencyEvaluator.Evaluate(sample.Model, day, knownAsOf), timeline);
            }
        }
    }

    [Fact]
    public void P7_UnderEachProcedureWithItsPeriods_TheTimelineSaysWhatEvaluatingSays()
    {
        var reached = new HashSet<(DatedChangeKind, string?)>();
        foreach (var seed in Enumerable.Range(Draws.Seed, 600))
        {
            var model = ProcedureGen.Model(seed);
            foreach (var knownAsOf in new LocalDate?[] { null, model.AsOf.PlusDays(-seed % 50) })
            {
                var timeline = SufficiencyTimeline.Over(model, first, last, knownAsOf);
                for (var day = first; day <= last; day = day.PlusDays(1))
                {
                    AssertSays(SufficiencyEvaluator.Evaluate(model, day, knownAsOf), timeline);
                }

                AssertIntervals(timeline);
                reached.UnionWith(timeline.Standards.SelectMany(s => s.Intervals).SelectMany(i => i.Changes).Select(c => (c.Kind, c.Kind == DatedChangeKind.ActTaken ? null : c.Detail)));
            }
        }

        (DatedChangeKind, string?)[] all =
        [
            (DatedChangeKind.ActTaken, null), (DatedChangeKind.MandateBegan, null), (DatedChangeKind.MandateEnded, null),
            (DatedChangeKind.MandateEnded, "asked for"), (DatedChangeKind.MandateEnded, "extended provisionally"), (DatedChangeKind.SilenceGaveConsent, null),
            (DatedChangeKind.DeadlinePassed, "decision"), (DatedChangeKind.DeadlinePassed, "information"), (DatedChangeKind.DeadlinePassed, "consent"),
        ];
        Assert.Empty(all.Except(reached));
    }

    [ModelProperty(300)]
    public void P7_WhereverATimelineBegins_ItSaysTheSame(ModelSample sample)
    {
        var whole = SufficiencyTimeline.Over(sample.Model, first, last, sample.KnownAsOf);
        var draw = sample.Chance();
        var from = first.PlusDays(draw.Int(0, 140));
        var part = SufficiencyTimeline.Over(sample.Model, from, from.PlusDays(draw.Int(0, Period.DaysBetween(from, last))), sample.KnownAsOf);

        foreach (var standard in part.Standards)
        {
            foreach (var interval in standard.Intervals)
            {
                var same = whole[standard.Guarantee, standard.Standard].At(interval.From);
                Assert.Equal((same.Force, same.Verdict), (interval.Force, interval.Verdict));
                if (interval.From > from)
                {
                    Assert.Equal(same.From, interval.From);
                    Assert.Equal(same.Changes.AsEnumerable(), interval.Changes);
                }
            }
        }

        Assert.Equal(whole.NextChanges(from).Where(c => c.LastDay <= part.Until), part.NextChanges(from));
    }

    [ModelProperty(500)]
    public void Intervals_CoverEachDayOnce_DifferFromTheirNeighbours_AndHaveCauses(ModelSample sample) =>
        AssertIntervals(SufficiencyTimeline.Over(sample.Model, first, last, sample.KnownAsOf));

    [ModelProperty(300)]
    public void NextChanges_OfEachDay_AreThoseOfTheDayBeforeThatHaveNotCome(ModelSample sample)
    {
        var timeline = SufficiencyTimeline.Over(sample.Model, first, last, sample.KnownAsOf);
        var before = timeline.NextChanges(first);
        for (var day = first.PlusDays(1); day <= last; day = day.PlusDays(1))
        {
            var next = timeline.NextChanges(day);
            Assert.Equal(before.Select(c => c.Change).Where(c => c.On > day), next.Select(c => c.Change));
            Assert.All(next, c => Assert.Equal(day.PlusDays(c.DaysOfNotice + 1), c.Change.On));
            Assert.Equal(next.OrderBy(c => c.DaysOfNotice), next);
            before = next;
        }

        Assert.All(before, c => Assert.Equal((last, 0), (c.LastDay, c.DaysOfNotice)));
    }

    [ModelProperty(100)]
    public void NextChanges_ForgetNothing_OfWhatMovesAGateWithoutAnActOfTheDay(ModelSample sample) => AssertForetold(sample.Model, sample.KnownAsOf);

    [Fact]
    public void NextChanges_UnderEachProcedureWithItsPeriods_ForgetNothing()
    {
        foreach (var seed in Draws.Seeds(300))
        {
            AssertForetold(ProcedureGen.Model(seed), null);
        }
    }

    // Found by evaluating each day: a gate that comes to pass or ceases to, though nobody acted, was foretold of the pledge or of an approval that it needs.
    private static void AssertForetold(CoalitionModel model, LocalDate? knownAsOf)
    {
        var foretold = SufficiencyTimeline.Over(model, first, last, knownAsOf).NextChanges(first).ToLookup(c => c.LastDay, c => c.Change.Subject);
        var before = SufficiencyEvaluator.Evaluate(model, first, knownAsOf);
        for (var day = first; day < last; day = day.PlusDays(1))
        {
            var after = SufficiencyEvaluator.Evaluate(model, day.PlusDays(1), knownAsOf);
            foreach (var pledge in after.Pledges)
            {
                var was = before.Pledges.FirstOrDefault(p => p.Pledge.Id == pledge.Pledge.Id);
                if (was is null || was.Stage != pledge.Stage || pledge.Stage < PledgeStage.Floated)
                {
                    continue;
                }

                foreach (var gate in Enum.GetValues<Gate>().Where(g => g is not (Gate.Stage or Gate.Condition) && IsPassed(was, g) != IsPassed(pledge, g)))
                {
                    Assert.True(
                        foretold[day].Any(s => s == pledge.Pledge.Id || pledge.Pledge.Needs.Contains(s)) || ActedOn(day.PlusDays(1), pledge.Pledge, gate),
                        $"{pledge.Pledge.Id} {gate} on {ModelText.Of(day)}: nothing is foretold of it\n{ModelText.Of(model)}");
                }
            }

            foreach (var (guarantee, was) in after.Guarantees.Zip(before.Guarantees))
            {
                Assert.True(
                    (guarantee.Force == GuaranteeForce.OutsideTerm) == (was.Force == GuaranteeForce.OutsideTerm) || foretold[day].Contains(guarantee.Guarantee.Id));
            }

            before = after;
        }

        static bool IsPassed(PledgeReport pledge, Gate gate) => pledge.Gates.All(g => g.Gate != gate || g.Standing == Standing.Passed);

        // What is only asked for is no mandate yet, and what is ready after its period is ready for nothing: neither is foretold.
        bool ActedOn(LocalDate day, Pledge pledge, Gate gate) =>
            pledge.Needs.Select(model.GetApproval).Any(a =>
                a.Acts.Any(act => act.On == day) || (gate == Gate.Mandate && model.ApprovalState(a.Id, day, knownAsOf).Standing == Standing.Pending))
            || (gate == Gate.Readiness && (day > pledge.Until || model.Circumstances.First(c => c.Id == pledge.Readiness!.From).Events.Any(e => e.On == day)));
    }

    private static IEnumerable<LocalDate?> KnownAsOf(ModelSample sample) =>
        new LocalDate?[] { sample.KnownAsOf, null, sample.Model.AsOf.PlusDays(-sample.Chance().Int(1, 40)) }.Distinct();

    private static void AssertIntervals(SufficiencyTimeline timeline)
    {
        foreach (var standard in timeline.Standards)
        {
            Assert.Equal((first, last), (standard.Intervals[0].From, standard.Intervals[^1].Until));
            Assert.Empty(standard.Intervals[0].Changes);
            foreach (var (before, after) in standard.Intervals.Zip(standard.Intervals.Skip(1)))
            {
                Assert.Equal(before.Until.PlusDays(1), after.From);
                Assert.NotEqual((before.Force, before.Verdict), (after.Force, after.Verdict));
                Assert.True(after.Changes.Length > 0, $"{standard.Guarantee} {standard.Standard} {after}: no change is named");
                Assert.All(after.Changes, change => Assert.Equal(after.From, change.On));
            }
        }
    }

    private static void AssertSays(SufficiencyReport report, SufficiencyTimeline timeline)
    {
        foreach (var guarantee in report.Guarantees)
        {
            foreach (var standard in guarantee.Standards)
            {
                var interval = timeline[standard.Guarantee, standard.Standard].At(report.On);
                Assert.True(
                    (guarantee.Force, standard.Verdict) == (interval.Force, interval.Verdict),
                    $"{standard.Guarantee} {standard.Standard} on {ModelText.Of(report.On)}: evaluated {guarantee.Force} {standard.Verdict}, but the timeline says {interval}");
            }
        }
    }
}
