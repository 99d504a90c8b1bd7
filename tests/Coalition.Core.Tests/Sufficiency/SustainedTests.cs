using System.Numerics;
using Coalition.Approvals;
using Coalition.Requirements;
using Coalition.Sufficiency;
using Coalition.Tests.Fixtures;

namespace Coalition.Tests.Sufficiency;

/// <summary>Rules S5 and S6 of sustained totals: of a pool that rotates counts what can be kept deployed, and of anything else all.</summary>
public class SustainedTests
{
    [Theory]
    [InlineData("1/3", 15_000, 5_000)]
    [InlineData("1/5", 15_000, 3_000)]
    [InlineData("2/5", 100_000, 40_000)]
    [InlineData("1/3", 14_999, 4_999)]
    [InlineData("1/3", 2, 0)]
    [InlineData("1/3", 0, 0)]
    [InlineData("1/1", 15_000, 15_000)]
    [InlineData("3/1000", 999, 2)]
    public void Total_OfAPool_MetByWhatItKeepsDeployedAndNotByOneMore(string rotation, long pool, long stands)
    {
        var met = Total(Pool("a", "FR", rotation, pool, pool), stands);
        var missed = Total(Pool("a", "FR", rotation, pool, pool), stands + 1);

        Assert.Equal(Verdict.Sufficient, met.Verdict);
        Assert.Equal($"{stands} {stands} {stands}", Told(met));
        Assert.Equal(Verdict.Insufficient, missed.Verdict);
        Assert.Equal(1, missed.Secured.Shortfall.Amount);
    }

    [Fact]
    public void Total_NotSustained_CountsThePoolAsClaimed()
    {
        var pool = Pool("a", "FR", "1/3", 15_000, 15_000);

        Assert.Equal(Verdict.Sufficient, Total(pool, 15_000, sustained: false).Verdict);
        Assert.Equal(Verdict.Insufficient, Total(pool, 15_001, sustained: false).Verdict);
    }

    [Fact]
    public void Total_OfWhatStandsDeployed_CountsInFull() =>
        Assert.Equal("5500 6500 6500", Told(Total([.. Pool("a", "FR", null, 500, 1_500), .. Pool("b", "FR", "1/3", 15_000, 15_000)], 9_000)));

    [Fact]
    public void Total_OfARange_EachEndOnItsOwn()
    {
        // Two fifths of 10,001 and of 15,004.
        var report = Report(Pool("a", "FR", "2/5", 10_001, 15_004), Land(6_001));
        var total = Assert.IsType<Finding.Total>(report["g", "s0"].Grounds);
        var contribution = Assert.Single(total.Contributions);

        Assert.Equal("4000 6001 6001", Told(total));
        Assert.Equal((4_000, 6_001, 6_001), (contribution.Secured, contribution.Reachable, contribution.Possible));
        Assert.Equal((10_001, 15_004, 4_000, 6_001), (report.Pledge("a").Lower, report.Pledge("a").Upper, report.Pledge("a").SustainedLower, report.Pledge("a").SustainedUpper));
        Assert.Equal(["amount:a"], report["g", "s0"].OpenMatters.Select(m => m.ToString()));
    }

    [Fact]
    public void Total_OfARangeThatKeepsNoMoreDeployed_DoesNotWaitForIt()
    {
        var report = Report([.. Pool("a", "FR", "1/3", 6, 8), .. Pool("b", "FR", "1/3", 0, 3)], Land(3), Land(11, sustained: false));

        Assert.Equal(["amount:b"], report["g", "s0"].OpenMatters.Select(m => m.ToString()));
        Assert.Equal(["amount:a", "amount:b"], report["g", "s1"].OpenMatters.Select(m => m.ToString()));
    }

    [Fact]
    public void Total_OfTwoPools_RoundsEachDown() =>
        Assert.Equal("4 4 4", Told(Total([.. Pool("a", "FR", "1/2", 5, 5), .. Pool("b", "FR", "1/2", 5, 5)], 5)));

    [Fact]
    public void Total_UnderACeiling_ItLimitsWhatStandsAndNotThePool()
    {
        static Finding.Total Under(long ceiling, bool sustained) => Total(Pool("a", "FR", "1/3", 15_000, 15_000, "fr"), 1, sustained, approvals: $$"""
            "approvals": {
              "fr": { "nation": "FR", "procedure": "priorApproval", "acts": [
                { "act": "submitted", "on": "2026-01-01", "mandate": { "ceilings": { "land": {{ceiling}} } } }, { "act": "approved", "on": "2026-01-02" }] }
            },
            """);

        Assert.Equal("5000 5000 5000", Told(Under(6_000, sustained: true)));
        Assert.Empty(Under(6_000, sustained: true).Secured.Limits);
        Assert.Equal("6000 6000 6000", Told(Under(6_000, sustained: false)));
        Assert.Equal("4000 4000 4000", Told(Under(4_000, sustained: true)));
        var limit = Assert.Single(Under(4_000, sustained: true).Secured.Limits);
        Assert.Equal((4_000, 5_000), (limit.AtMost, limit.Offered));
    }

    [Fact]
    public void Total_UnderACapPerNation_ItLimitsWhatStandsOfEach()
    {
        Pledge[] pledges = [.. Pool("a", "FR", "1/3", 9_000, 9_000), .. Pool("b", "FR", null, 1_500, 1_500), .. Pool("c", "DE", "1/2", 5_001, 5_001)];

        Assert.Equal("6500 6500 6500", Told(Total(pledges, 9_000, cap: 4_000)));
        Assert.Equal("7000 7000 7000", Told(Total(pledges, 9_000, cap: 5_000)));
        Assert.Equal("9000 9000 9000", Told(Total(pledges, 9_000, sustained: false, cap: 4_500)));
    }

    [Theory]
    [InlineData(5_000, "")]
    [InlineData(5_001, "Condition Failed: its condition cannot be met by what is on record: at least 5,001 sustained of land []")]
    public void Condition_OfASustainedTotal_CountsWhatThePledgeItselfWouldKeepDeployed(long atLeast, string gates)
    {
        var condition = new Requirement.Total(PledgeFilter.ForSupport("land"), atLeast, sustained: true);
        Pledge[] pledges = [.. Pool("a", "FR", "1/3", 6_000, 6_000), .. Pool("b", "DE", "1/3", 9_000, 9_000).Select(p => p with { Condition = condition })];

        Assert.Equal(gates, Report(pledges, Land(1)).Gates("b"));
    }

    [Fact]
    public void Totals_OfOneFilterWithAndWithout_AreKeptApart()
    {
        var both = new Requirement.AllOf(Land(15_000, sustained: false), Land(5_000));
        var report = Report(Pool("a", "FR", "1/3", 15_000, 15_000), both, Land(5_001), Land(15_000, sustained: false));

        Assert.Equal([Verdict.Sufficient, Verdict.Insufficient, Verdict.Sufficient], report.Verdicts.Select(v => v.Verdict!.Value));
        Assert.Equal(["15000 15000 15000", "5000 5000 5000"], report["g", "s0"].Grounds.Parts.Select(p => Told((Finding.Total)p)));
        var shared = Assert.Single(report.SharedUses);
        Assert.Equal(("s0", "a"), (shared.Standard, Assert.Single(shared.Pledges)));
    }

    [Fact]
    public void Pool_TooSmallToKeepAnythingDeployed_CountsAsNothingAndStillContributes()
    {
        var pool = Pool("a", "FR", "1/3", 1, 2);
        var report = Report(pool, Land(1), new Requirement.Contributors(PledgeFilter.ForSupport("land"), 1), new Requirement.AllOf(Land(0), Land(0, sustained: false)));

        Assert.Equal([Verdict.Insufficient, Verdict.Sufficient, Verdict.Sufficient], report.Verdicts.Select(v => v.Verdict!.Value));
        Assert.Empty(report["g", "s0"].OpenMatters);
        Assert.Empty(report.SharedUses);
    }

    [Fact]
    public void MissingFigures_UnderASustainedTotal_AreOfWhatStands()
    {
        Pledge[] pledges = [.. Pool("a", "FR", "1/3", 3_000, 3_000), Given.Pledge("b", Given.DE) with { Rotation = new Share(1, 3) }];
        var missing = Assert.Single(Total(pledges, 5_000).MissingFigures);

        Assert.Equal("Sufficient DE 4,000 personnel", $"{missing.UpTo} {missing.Nations[0]} {missing.Together}");
        Assert.Equal(Verdict.Sufficient, Total([pledges[0], .. Pool("b", "DE", "1/3", 12_000, 12_000)], 5_000).Verdict);
        Assert.Equal(Verdict.Insufficient, Total([pledges[0], .. Pool("b", "DE", "1/3", 11_999, 11_999)], 5_000).Verdict);
    }

    [Fact]
    public void MissingFigures_ThatNoFigureCouldSuffice_NotTold()
    {
        Pledge[] pool = [Given.Pledge("a", Given.DE) with { Rotation = new Share(1, 3) }];

        Assert.Single(Total(pool, long.MaxValue / 3).MissingFigures);
        Assert.Empty(Total(pool, (long.MaxValue / 3) + 1).MissingFigures);
    }

    [Fact]
    public void Sustained_OfTheGreatestAmounts_Exact()
    {
        foreach (var share in new[] { new Share(1, 3), new Share(999, 1_000), new Share(1, 1_000), new Share(7, 10), new Share(1, 1) })
        {
            foreach (var amount in new[] { long.MaxValue, long.MaxValue - 1, 999, 1_000, 1_001 })
            {
                Assert.Equal((long)(new BigInteger(amount) * share.Numerator / share.Denominator), (Given.Pledge("a", Given.FR) with { Rotation = share }).Sustained(amount));
            }
        }
    }

    [Fact]
    public void Report_OfAPool_TellsBothFigures()
    {
        var text = Report([.. Pool("a", "FR", "2/5", 10_000, 15_000), Given.Pledge("b", Given.DE, 600) with { Rotation = new Share(1, 3), Stage = PledgeStage.Offered }, Given.Pledge("c", Given.GB)], Land(7_000))
            .ToText().ReplaceLineEndings("\n");

        Assert.Contains("at least 7,000 sustained of land, in personnel: insufficient\n", text, StringComparison.Ordinal);
        Assert.Contains("figures missing from GB: 3,000 sustained together, if all of it counts, would make it sufficient\n", text, StringComparison.Ordinal);
        Assert.Contains("passed: a 4,000 to 6,000, c (no figure)\n", text, StringComparison.Ordinal);
        Assert.Contains("pending: b 200\n", text, StringComparison.Ordinal);
        Assert.Contains("a (FR, land, firm, 10,000 to 15,000 personnel, of which 4,000 to 6,000 sustained at 2/5): passed\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Report_OfAPoolThatIsPending_TellsTheWholePoolWhereTheTotalCountsIt()
    {
        var text = Report([Given.Pledge("a", Given.DE, 600) with { Rotation = new Share(1, 3), Stage = PledgeStage.Offered }], Land(1, sustained: false)).ToText();

        Assert.Contains("pending: a 600\n", text, StringComparison.Ordinal);
    }

    private static IEnumerable<Pledge> Pool(string id, string nation, string? rotation, long lower, long upper, params string[] needs) =>
    [
        Given.Pledge(id, new NationCode(nation)) with
        {
            Claims = [new Claim(lower, upper)],
            Rotation = rotation is null ? null : Share.Parse(rotation),
            Needs = [.. needs],
        },
    ];

    private static Requirement.Total Land(long atLeast, bool sustained = true, long? cap = null) => new(PledgeFilter.ForSupport("land"), atLeast, cap, null, sustained);

    private static Finding.Total Total(IEnumerable<Pledge> pledges, long atLeast, bool sustained = true, long? cap = null, string approvals = "") =>
        Assert.IsType<Finding.Total>(Report(pledges, [Land(atLeast, sustained, cap)], approvals)["g", "s0"].Grounds);

    private static SufficiencyReport Report(IEnumerable<Pledge> pledges, params Requirement[] requirements) => Report(pledges, requirements, "");

    private static SufficiencyReport Report(IEnumerable<Pledge> pledges, Requirement[] requirements, string approvals)
    {
        var draft = Given.Model(approvals + "\"title\": \"Pools\"").Draft with
        {
            Pledges = [.. pledges],
            Guarantees = [Given.Guarantee("g", [.. requirements.Select((r, i) => ($"s{i}", r))])],
        };
        return CoalitionModel.Create(draft).On("2026-01-10");
    }

    // What counts at each bound.
    private static string Told(Finding.Total total) => $"{total.Secured.Counted.Amount} {total.Reachable.Counted.Amount} {total.Possible.Counted.Amount}";
}
