using System.Globalization;
using Coalition.Sufficiency;
using Coalition.Tests.Fixtures;

namespace Coalition.Tests.Sufficiency;

/// <summary>Rule S6: the greatest whole sum under ceilings and caps, which of them bind, and what totals share.</summary>
public class TotalsTests
{
    [Fact]
    public void Total_NestedCeilings_TheOuterBindsWhereTheInnerLeaveMore()
    {
        // Land is held at 3,000, and land and air together at 4,000 of the 4,500 that are left.
        var total = Total(
            Approvals(("fr", "FR", "\"land\": 3000, \"air\": 2000, \"total\": 4000")),
            [("land", "FR", "land", 3500, "fr"), ("air", "FR", "air", 1500, "fr")],
            4001);

        Assert.Equal("counted 4000, short 1; fr FR total at most 4000 of 5000: land air", Told(total.Secured));
    }

    [Fact]
    public void Total_NestedCeilings_TheInnerBindsWhereTheOuterHasRoom()
    {
        var total = Total(
            Approvals(("fr", "FR", "\"land\": 3000, \"total\": 9000")), [("land", "FR", "land", 3500, "fr"), ("air", "FR", "air", 1500, "fr")], 5000);

        Assert.Equal("counted 4500, short 500; fr FR land at most 3000 of 3500: land", Told(total.Secured));
    }

    [Fact]
    public void Total_CeilingReachedExactly_BindsNothing() => Assert.Equal(
        "counted 4000, short 1",
        Told(Total(Approvals(("fr", "FR", "\"total\": 4000")), [("a", "FR", "land", 2500, "fr"), ("b", "FR", "land", 1500, "fr")], 4001).Secured));

    [Fact]
    public void Total_PledgeOfNothingUnderACeilingThatBinds_NotNamed() => Assert.Equal(
        "counted 5, short 1; fr FR total at most 5 of 7: a",
        Told(Total(Approvals(("fr", "FR", "\"total\": 5")), [("a", "FR", "land", 7, "fr"), ("b", "FR", "land", 0, "fr")], 6).Secured));

    [Fact]
    public void Total_CeilingOfNought_LetsNothingThrough() => Assert.Equal(
        "counted 7, short 93; fr FR total at most 0 of 50: a",
        Told(Total(Approvals(("fr", "FR", "\"total\": 0")), [("a", "FR", "land", 50, "fr"), ("b", "DE", "land", 7, null)], 100).Secured));

    [Fact]
    public void Total_CapPerNation_CountsEachNationUpToIt()
    {
        var total = Total("", [("a", "FR", "land", 3000, null), ("b", "FR", "air", 1000, null), ("c", "DE", "land", 2000, null), ("d", "GB", "land", 2500, null)], 9000, cap: 2500);

        Assert.Equal("counted 7000, short 2000; cap FR at most 2500 of 4000: a b", Told(total.Secured));
    }

    [Fact]
    public void Total_CapOverManyNations_EachCountsUpToIt()
    {
        string[] nations = [.. Enumerable.Range('A', 26).Select(c => $"X{(char)c}"), .. Enumerable.Range('M', 14).Select(c => $"Q{(char)c}"), .. "AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ".Split(' ')];
        var model = CoalitionModel.Create(Given.Draft with
        {
            Nations = [.. Given.Draft.Nations, .. nations.Select(n => new Nation { Code = new NationCode(n), Name = n })],
            Pledges = [.. nations.Select((n, i) => Given.Pledge($"p{i}", new NationCode(n), i))],
            Guarantees = [Given.Guarantee("g", ("s", new Coalition.Requirements.Requirement.Total(Coalition.Requirements.PledgeFilter.ForSupport("land"), 9999, 40)))],
        });
        var total = Assert.IsType<Finding.Total>(model.On("2026-01-10")["g", "s"].Grounds);

        Assert.Equal(70, nations.Length);
        Assert.Equal(Enumerable.Range(0, 70).Sum(i => Math.Min(i, 40)), total.Secured.Counted.Amount);
        Assert.Equal(29, total.Secured.Limits.Length);
        Assert.All(total.Secured.Limits, l => Assert.Equal((null, null, 40), (l.Approval, l.Support, l.AtMost)));
    }

    [Fact]
    public void Total_CapAndCeiling_TheNarrowerBinds()
    {
        const string Ceiling = "\"total\": 2000";
        (string, string, string, long, string?)[] pledges = [("a", "FR", "land", 3000, "fr"), ("b", "FR", "land", 1000, null)];

        // The ceiling holds what needs the approval, the cap all of the nation.
        Assert.Equal("counted 3000, short 6000; fr FR total at most 2000 of 3000: a", Told(Total(Approvals(("fr", "FR", Ceiling)), pledges, 9000, cap: 4000).Secured));
        Assert.Equal("counted 2500, short 6500; cap FR at most 2500 of 4000: a b", Told(Total(Approvals(("fr", "FR", Ceiling)), pledges, 9000, cap: 2500).Secured));
    }

    [Fact]
    public void Total_CeilingOfAHost_OverTheForcesOfAllNations()
    {
        var total = Total(
            Approvals(("rada", "UA", "\"total\": 7000")), [("a", "FR", "land", 5000, "rada"), ("b", "DE", "land", 4000, "rada"), ("c", "GB", "land", 100, null)], 9000, zone: "rear");

        Assert.Equal("counted 7100, short 1900; rada UA total at most 7000 of 9000: a b", Told(total.Secured));
    }

    [Fact]
    public void Total_NationalAndHostCeilingsCrossing_TheGreatestSumAndNotTheFirstFound()
    {
        // Filled in the order of the model, the pledge under both ceilings would use them up, at 10; the other two bring 20.
        var text = Approvals(("fr", "FR", "\"total\": 10"), ("rada", "UA", "\"total\": 10"));
        (string, string, string, long, string?)[] pledges = [("both", "FR", "land", 10, "fr,rada"), ("national", "FR", "air", 10, "fr"), ("host", "DE", "land", 10, "rada")];

        foreach (var order in new[] { new[] { 0, 1, 2 }, [2, 1, 0], [1, 0, 2], [0, 2, 1] })
        {
            var total = Total(text, [.. order.Select(i => pledges[i])], 30, zone: "rear");
            Assert.Equal(20, total.Secured.Counted.Amount);
            Assert.Equal(10, total.Secured.Shortfall.Amount);
        }
    }

    [Fact]
    public void Total_CrossingCeilingsOfManyNations_SameAsPlainEnumeration()
    {
        // Three nations, each with a ceiling per type and in total, under a host with a ceiling per type and in total.
        var random = new Random(7);
        for (var round = 0; round < 40; round++)
        {
            string Ceilings() => $"\"land\": {random.Next(0, 6)}, \"air\": {random.Next(0, 6)}, \"total\": {random.Next(0, 9)}";
            long[] ofType = new long[8], inTotal = new long[4];
            var texts = new string[4];
            for (var i = 0; i < 4; i++)
            {
                texts[i] = Ceilings();
                var numbers = texts[i].Split(',').Select(c => long.Parse(c.Split(':')[1], CultureInfo.InvariantCulture)).ToArray();
                (ofType[2 * i], ofType[(2 * i) + 1], inTotal[i]) = (numbers[0], numbers[1], numbers[2]);
            }

            string[] nations = ["FR", "DE", "GB"];
            var amounts = new long[6];
            var pledges = new List<(string, string, string, long, string?)>();
            for (var i = 0; i < 6; i++)
            {
                amounts[i] = random.Next(0, 5);
                pledges.Add(($"p{i}", nations[i / 2], i % 2 == 0 ? "land" : "air", amounts[i], $"{nations[i / 2].ToLowerInvariant()},rada"));
            }

            long best = 0;
            for (var code = 0; code < 5 * 5 * 5 * 5 * 5 * 5; code++)
            {
                var taken = new long[6];
                for (var (i, rest) = (0, code); i < 6; i++, rest /= 5)
                {
                    taken[i] = rest % 5;
                }

                bool Holds() => taken.Zip(amounts).All(t => t.First <= t.Second)
                    && Enumerable.Range(0, 3).All(n => taken[2 * n] <= ofType[2 * n] && taken[(2 * n) + 1] <= ofType[(2 * n) + 1] && taken[2 * n] + taken[(2 * n) + 1] <= inTotal[n])
                    && taken[0] + taken[2] + taken[4] <= ofType[6] && taken[1] + taken[3] + taken[5] <= ofType[7] && taken.Sum() <= inTotal[3];
                best = Holds() ? Math.Max(best, taken.Sum()) : best;
            }

            var total = Total(Approvals(("fr", "FR", texts[0]), ("de", "DE", texts[1]), ("gb", "GB", texts[2]), ("rada", "UA", texts[3])), [.. pledges], 100, zone: "rear");
            Assert.Equal(best, total.Secured.Counted.Amount);

            // The limits that bind, and the pledges outside them in full, make up the sum.
            var inside = total.Secured.Limits.SelectMany(l => l.Pledges).ToHashSet();
            Assert.Equal(best, total.Secured.Limits.Sum(l => l.AtMost) + amounts.Where((_, i) => !inside.Contains($"p{i}")).Sum());
            Assert.All(total.Secured.Limits, l => Assert.True(l.Offered > l.AtMost));
        }
    }

    [Fact]
    public void Total_TwoHostCeilingsUnderANationalOne_ThePledgeThatLeavesRoomCounts()
    {
        // Taken in order, b fills both its ceilings and leaves no room for c and d. Without b both count: 1 + 10 + 10.
        var total = Total(
            Approvals(("rada", "UA", "\"total\": 11"), ("rada-ports", "UA", "\"total\": 10"), ("fr", "FR", "\"total\": 10")),
            [("a", "GB", "land", 1, "rada"), ("b", "FR", "land", 10, "fr,rada-ports"), ("c", "FR", "land", 10, "fr,rada"), ("d", "DE", "land", 10, "rada-ports")],
            22,
            zone: "rear");

        Assert.Equal("counted 21, short 1; fr FR total at most 10 of 20: b c", Told(total.Secured));
    }

    [Fact]
    public void Total_NationalCeilingWithRoom_MakesWayForAnotherNation()
    {
        // Taken in order, b fills its nation's ceiling and leaves c 5 of the host's. If b leaves 5 more to c, d counts with 5: 1 + 5 + 10 + 5.
        var total = Total(
            Approvals(("fr", "FR", "\"total\": 20"), ("de", "DE", "\"total\": 10"), ("rada", "UA", "\"total\": 15")),
            [("a", "FR", "land", 1, "fr"), ("b", "DE", "land", 10, "de,rada"), ("c", "FR", "land", 10, "fr,rada"), ("d", "DE", "land", 10, "de")],
            22,
            zone: "rear");

        Assert.Equal("counted 21, short 1; de DE total at most 10 of 20: b d", Told(total.Secured));
    }

    [Fact]
    public void Total_HostCeilingOnATypeAlone_Binds() => Assert.Equal(
        "counted 3, short 2; rada UA air-defence at most 3 of 5: a",
        Told(Total(Approvals(("rada", "UA", "\"air-defence\": 3")), [("a", "FR", "air-defence", 5, "rada")], 5, "air-defence", zone: "rear").Secured));

    [Fact]
    public void Total_OfAnotherUnitThanPersonnel_NotHeldByTheCeilingInTotal()
    {
        static string Text(string ceilings) => Approvals(("fr", "FR", ceilings));
        (string, string, string, long, string?)[] batteries = [("a", "FR", "air-defence", 5, "fr")];

        Assert.Equal("counted 5, short 0", Told(Total(Text("\"total\": 2"), batteries, 5, "air-defence").Secured));
        Assert.Equal("counted 3, short 2; fr FR air-defence at most 3 of 5: a", Told(Total(Text("\"total\": 2, \"air-defence\": 3"), batteries, 5, "air-defence").Secured));
    }

    [Fact]
    public void Total_AmountsBeyondSixtyFourBits_Exact()
    {
        const long Most = long.MaxValue;
        var total = Total("", [("a", "FR", "land", Most, null), ("b", "DE", "land", Most, null), ("c", "GB", "land", Most, null)], Most);

        Assert.Equal((Int128)Most * 3, total.Secured.Counted.Amount);
        Assert.Equal(0, total.Secured.Shortfall.Amount);
    }

    [Fact]
    public void Total_CeilingThatOnlyARenewalWidens_BindsAsThingsStand()
    {
        var report = Given.Model(
            """
            "approvals": {
              "fr": {
                "nation": "FR", "procedure": "priorApproval",
                "acts": [
                  { "act": "submitted", "on": "2026-01-01", "mandate": { "ceilings": { "land": 100, "total": 150 } } },
                  { "act": "approved", "on": "2026-01-02" },
                  { "act": "submitted", "on": "2026-01-05", "mandate": { "ceilings": { "total": 120 } } }
                ]
              }
            },
            "pledges": { "p": { "nation": "FR", "support": "land", "stage": "firm", "amount": [{ "from": 200 }], "needs": ["fr"] } },
            "guarantees": { "g": { "pillar": "other", "beneficiary": "UA", "standards": { "s": { "requires": { "total": "land", "atLeast": 200 } } } } }
            """).On("2026-01-10");
        var total = Assert.IsType<Finding.Total>(report["g", "s"].Grounds);

        Assert.Equal("counted 100, short 100; fr FR land at most 100 of 200: p", Told(total.Secured));

        // Granted, the wider of the two in each kind: no ceiling on land, and 150 in total.
        Assert.Equal("counted 150, short 50; fr FR total at most 150 of 200: p", Told(total.Reachable));
    }

    [Fact]
    public void Total_ConditionUnderACeiling_CountsWhatThePledgeWouldBring()
    {
        static string Gates(int atLeast) => Given.Model(
            Approvals(("fr", "FR", "\"total\": 100")) + $$"""
            , "pledges": {
              "p": { "nation": "FR", "support": "land", "stage": "firm", "amount": [{ "from": 200 }], "needs": ["fr"], "condition": { "total": "land", "atLeast": {{atLeast}} } }
            }
            """).On("2026-01-10").Gates("p");

        Assert.Equal("", Gates(100));
        Assert.Equal("Condition Failed: its condition cannot be met by what is on record: at least 101 of land []", Gates(101));
    }

    [Fact]
    public void Total_ConditionReachedExactlyByThePledgeItself_Met()
    {
        static Standing OfTheSecond(int atLeast) => Given.Model(
            $$"""
            "pledges": {
              "p": { "nation": "FR", "support": "land", "stage": "firm", "amount": [{ "from": 60 }] },
              "q": {
                "nation": "DE", "support": "land", "stage": "firm", "amount": [{ "from": 40 }],
                "condition": { "total": "land", "atLeast": {{atLeast}}, "perNationCap": 60 }
              }
            }
            """).On("2026-01-10").Pledge("q").Standing;

        Assert.Equal(Standing.Passed, OfTheSecond(100));
        Assert.Equal(Standing.Failed, OfTheSecond(101));
    }

    [Fact]
    public void Total_ConditionUnderACeilingThatOnlyARenewalWidens_WaitsForTheRenewal()
    {
        var model = Given.Model(
            """
            "approvals": {
              "fr": {
                "nation": "FR", "procedure": "priorApproval",
                "acts": [
                  { "act": "submitted", "on": "2026-01-01", "mandate": { "ceilings": { "total": 100 } } },
                  { "act": "approved", "on": "2026-01-02" },
                  { "act": "submitted", "on": "2026-01-05", "mandate": { "ceilings": { "total": 150 } } }
                ]
              }
            },
            "pledges": {
              "p": { "nation": "FR", "support": "land", "stage": "firm", "amount": [{ "from": 200 }], "needs": ["fr"] },
              "q": { "nation": "GB", "support": "air", "stage": "firm", "condition": { "total": "land", "atLeast": 120 } }
            }
            """);

        Assert.Equal("Condition Pending: its condition is not met yet: at least 120 of land [approval:fr]", model.On("2026-01-10").Gates("q"));
        Assert.Equal("", model.On("2026-01-10", "approval:fr").Gates("q"));
    }

    [Fact]
    public void Total_ConditionUnderACeilingThatIsFull_NotMetByWhatComesOnTop()
    {
        // The ceiling leaves 100 of the first pledge, and of all that follows; those before and after it in the model ask for 105.
        const string Condition = "\"condition\": { \"total\": \"land\", \"atLeast\": 105 }";
        var report = Given.Model(
            Approvals(("fr", "FR", "\"total\": 100")) + $$"""
            , "pledges": {
              "before": { "nation": "GB", "support": "air", "stage": "firm", {{Condition}} },
              "first": { "nation": "FR", "support": "land", "stage": "firm", "amount": [{ "from": 110 }], "needs": ["fr"] },
              "more": { "nation": "FR", "support": "land", "stage": "firm", "amount": [{ "from": 50 }], "needs": ["fr"], "condition": { "contributes": "FR", "with": "land" } },
              "after": { "nation": "GB", "support": "air", "stage": "firm", {{Condition}} }
            }
            """).On("2026-01-10");

        Assert.Equal([Standing.Failed, Standing.Passed, Standing.Passed, Standing.Failed], report.Pledges.Select(p => p.Standing));
    }

    [Fact]
    public void SharedUses_OfOneStandard_PledgesAndCeilingsInSeveralTotals()
    {
        var report = Given.Model(
            Approvals(("fr", "FR", "\"total\": 100")) + """
            , "pledges": {
              "a": { "nation": "FR", "support": "land", "stage": "firm", "amount": [{ "from": 10 }], "needs": ["fr"] },
              "b": { "nation": "FR", "support": "air", "stage": "firm", "amount": [{ "from": 10 }], "needs": ["fr"] },
              "c": { "nation": "DE", "support": "air", "stage": "firm", "amount": [{ "from": 10 }] },
              "d": { "nation": "DE", "support": "air", "stage": "firm" },
              "e": { "nation": "DE", "support": "air", "stage": "declined", "amount": [{ "from": 10 }] }
            },
            "guarantees": {
              "g": {
                "pillar": "other", "beneficiary": "UA",
                "standards": {
                  "apart": { "requires": { "allOf": [{ "total": "land", "atLeast": 1 }, { "total": { "support": ["air"], "nations": ["DE"] }, "atLeast": 1 }] } },
                  "ceiling": { "requires": { "allOf": [{ "total": "land", "atLeast": 1 }, { "total": { "support": ["air"], "nations": ["FR"] }, "atLeast": 1 }] } },
                  "both": { "requires": { "anyOf": [{ "total": "air", "atLeast": 1 }, { "allOf": [{ "total": { "support": ["land", "air"] }, "atLeast": 1 }] }] } }
                }
              }
            }
            """).On("2026-01-10");

        Assert.Equal(
            ["g/ceiling: pledges , approvals fr", "g/both: pledges b c, approvals fr"],
            report.SharedUses.Select(s => $"{string.Join(' ', s.Guarantees)}/{s.Standard}: pledges {string.Join(' ', s.Pledges)}, approvals {string.Join(' ', s.Approvals)}"));
    }

    [Fact]
    public void SharedUses_CeilingOfAHost_Named()
    {
        var report = Given.Model(
            Approvals(("rada", "UA", "\"total\": 100")) + """
            , "pledges": {
              "a": { "nation": "FR", "support": "land", "stage": "firm", "zone": "rear", "amount": [{ "from": 10 }], "needs": ["rada"] },
              "b": { "nation": "DE", "support": "air", "stage": "firm", "zone": "rear", "amount": [{ "from": 10 }], "needs": ["rada"] }
            },
            "guarantees": {
              "g": {
                "pillar": "other", "beneficiary": "UA",
                "standards": { "s": { "requires": { "allOf": [{ "total": "land", "atLeast": 1 }, { "total": "air", "atLeast": 1 }] } } }
              }
            }
            """).On("2026-01-10");
        var shared = Assert.Single(report.SharedUses);

        Assert.Empty(shared.Pledges);
        Assert.Equal(["rada"], shared.Approvals.AsEnumerable());
    }

    [Fact]
    public void SharedUses_BetweenGuarantees_GroupedByWhoShares()
    {
        static string Guarantee(string id, string requires) =>
            $"\"{id}\": {{ \"pillar\": \"other\", \"beneficiary\": \"UA\", \"standards\": {{ \"s\": {{ \"requires\": {requires} }}, \"alternative\": {{ \"requires\": {requires} }} }} }}";

        var report = Given.Model(
            $$"""
            "pledges": {
              "a": { "nation": "FR", "support": "land", "stage": "declared", "amount": [{ "from": 10 }] },
              "b": { "nation": "FR", "support": "air", "stage": "firm", "amount": [{ "from": 10 }] },
              "c": { "nation": "FR", "support": "naval", "stage": "firm", "amount": [{ "from": 10 }] }
            },
            "guarantees": {
              {{Guarantee("g", "{ \"total\": { \"support\": [\"land\", \"air\"] }, \"atLeast\": 1 }")}},
              {{Guarantee("h", "{ \"total\": { \"support\": [\"land\", \"air\"] }, \"atLeast\": 1 }")}},
              {{Guarantee("i", "{ \"total\": { \"support\": [\"naval\", \"air\"] }, \"atLeast\": 1 }")}}
            }
            """).On("2026-01-10");

        // The two standards of one guarantee are alternatives: they share nothing.
        Assert.Equal(
            ["g h: a", "g h i: b"], report.SharedUses.Select(s => $"{string.Join(' ', s.Guarantees)}{s.Standard}: {string.Join(' ', s.Pledges)}"));
    }

    // What counts, what is short, and the limits that bind: the approval or cap, its nation, its kind.
    private static string Told(TotalAmount amount) => string.Join(
        "; ",
        new[] { $"counted {amount.Counted.Amount}, short {amount.Shortfall.Amount}" }.Concat(amount.Limits.Select(l =>
            $"{l.Approval ?? "cap"} {l.Nation}{(l.Approval is null ? "" : $" {l.Support ?? "total"}")} at most {l.AtMost} of {l.Offered}: {string.Join(' ', l.Pledges)}")));

    private static Finding.Total Total(
        string approvals, (string Id, string Nation, string Support, long Amount, string? Needs)[] pledges, long atLeast,
        string? support = null, long? cap = null, string zone = "sea")
    {
        var list = pledges.Select(p =>
            $"\"{p.Id}\": {{ \"nation\": \"{p.Nation}\", \"support\": \"{p.Support}\", \"stage\": \"firm\", \"amount\": [{{ \"from\": {p.Amount} }}], "
            + $"\"zone\": \"{(p.Needs?.Contains("rada", StringComparison.Ordinal) == true ? zone : "sea")}\", "
            + $"\"needs\": [{string.Join(", ", (p.Needs ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries).Select(n => $"\"{n}\""))}] }}");
        var filter = support is null ? "{ \"support\": [\"land\", \"air\"] }" : $"\"{support}\"";
        var requires = $"{{ \"total\": {filter}, \"atLeast\": {atLeast}{(cap is null ? "" : $", \"perNationCap\": {cap}")} }}";
        var report = Given.Model(
            (approvals.Length == 0 ? "" : approvals + ", ")
            + $"\"pledges\": {{ {string.Join(", ", list)} }}, "
            + $"\"guarantees\": {{ \"g\": {{ \"pillar\": \"other\", \"beneficiary\": \"UA\", \"standards\": {{ \"s\": {{ \"requires\": {requires} }} }} }} }}").On("2026-01-10");
        return Assert.IsType<Finding.Total>(report["g", "s"].Grounds);
    }

    private static string Approvals(params (string Id, string Nation, string Ceilings)[] approvals) => "\"approvals\": { " + string.Join(", ", approvals.Select(a =>
        $"\"{a.Id}\": {{ \"nation\": \"{a.Nation}\", \"procedure\": \"{(a.Nation == "UA" ? "hostConsent" : "priorApproval")}\", \"acts\": ["
        + $"{{ \"act\": \"submitted\", \"on\": \"2026-01-01\", \"mandate\": {{ \"ceilings\": {{ {a.Ceilings} }} }} }}, {{ \"act\": \"approved\", \"on\": \"2026-01-02\" }}] }}")) + " }";
}
