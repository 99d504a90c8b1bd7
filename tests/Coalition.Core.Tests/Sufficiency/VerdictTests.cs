using Coalition.Sufficiency;
using Coalition.Tests.Fixtures;

namespace Coalition.Tests.Sufficiency;

/// <summary>Rules S5, S7 and S8: amounts, the three bounds, and the verdict of every form of requirement.</summary>
public class VerdictTests
{
    // Pledges that stand in every way: passed, pending, locked (two who wait for each other), failed.
    private const string Pledges =
        """
        "pledges": {
          "passed": { "nation": "FR", "support": "land", "stage": "firm", "amount": [{ "from": 10, "to": 10 }] },
          "pending": { "nation": "DE", "support": "naval", "stage": "declared", "amount": [{ "from": 10, "to": 10 }] },
          "locked": { "nation": "GB", "support": "air", "stage": "firm", "amount": [{ "from": 10, "to": 10 }], "condition": { "contributors": "training", "atLeast": 1 } },
          "locked-too": { "nation": "UA", "support": "training", "stage": "firm", "amount": [{ "from": 10, "to": 10 }], "condition": { "contributes": "GB", "with": "air" } },
          "failed": { "nation": "FR", "support": "logistics", "stage": "declined", "amount": [{ "from": 10, "to": 10 }] }
        },
        """;

    private const string Passed = "{ \"total\": \"land\", \"atLeast\": 10 }";
    private const string Pending = "{ \"total\": \"naval\", \"atLeast\": 10 }";
    private const string Locked = "{ \"total\": \"air\", \"atLeast\": 10 }";
    private const string Failed = "{ \"total\": \"logistics\", \"atLeast\": 10 }";

    [Theory]
    [InlineData(Passed, Verdict.Sufficient)]
    [InlineData(Pending, Verdict.Contingent)]
    [InlineData(Locked, Verdict.Deadlocked)]
    [InlineData(Failed, Verdict.Insufficient)]
    [InlineData("\"always\"", Verdict.Sufficient)]
    [InlineData("{ \"holds\": \"ceasefire\" }", Verdict.Contingent)]
    [InlineData("{ \"total\": { \"support\": [\"land\", \"naval\"] }, \"atLeast\": 20 }", Verdict.Contingent)]
    [InlineData("{ \"total\": { \"support\": [\"land\", \"naval\", \"air\"] }, \"atLeast\": 30 }", Verdict.Deadlocked)]
    [InlineData("{ \"total\": { \"support\": [\"land\", \"naval\", \"air\"] }, \"atLeast\": 31 }", Verdict.Insufficient)]
    [InlineData("{ \"total\": \"logistics\", \"atLeast\": 0 }", Verdict.Sufficient)]
    [InlineData("{ \"contributors\": { \"support\": [\"land\", \"naval\", \"air\"] }, \"atLeast\": 1 }", Verdict.Sufficient)]
    [InlineData("{ \"contributors\": { \"support\": [\"land\", \"naval\", \"air\"] }, \"atLeast\": 2 }", Verdict.Contingent)]
    [InlineData("{ \"contributors\": { \"support\": [\"land\", \"naval\", \"air\"] }, \"atLeast\": 3 }", Verdict.Deadlocked)]
    [InlineData("{ \"contributors\": { \"support\": [\"land\", \"naval\", \"air\", \"logistics\"] }, \"atLeast\": 4 }", Verdict.Insufficient)]
    [InlineData("{ \"contributors\": { }, \"atLeast\": 0 }", Verdict.Sufficient)]
    [InlineData("{ \"contributes\": \"FR\" }", Verdict.Sufficient)]
    [InlineData("{ \"contributes\": \"DE\" }", Verdict.Contingent)]
    [InlineData("{ \"contributes\": \"GB\" }", Verdict.Deadlocked)]
    [InlineData("{ \"contributes\": \"FR\", \"with\": \"logistics\" }", Verdict.Insufficient)]
    [InlineData("{ \"contributes\": \"FR\", \"with\": { \"nations\": [\"DE\"] } }", Verdict.Insufficient)]
    [InlineData("{ \"contributes\": \"FR\", \"with\": { \"nations\": [\"DE\", \"FR\"] } }", Verdict.Sufficient)]
    public void Evaluate_EachForm_ByTheBestBoundItIsMetAt(string requires, Verdict verdict) => Assert.Equal(verdict, Of(requires));

    [Fact]
    public void Evaluate_AllOfAnyOfAtLeast_WorstBestAndKthBestOfTheirParts()
    {
        (string Requires, Verdict Verdict)[] kinds = [(Passed, Verdict.Sufficient), (Pending, Verdict.Contingent), (Locked, Verdict.Deadlocked), (Failed, Verdict.Insufficient)];
        var all = new List<(string Requires, Verdict Verdict)>();
        foreach (var a in kinds)
        {
            foreach (var b in kinds)
            {
                foreach (var c in kinds)
                {
                    var best = new[] { a.Verdict, b.Verdict, c.Verdict }.OrderDescending().ToArray();
                    var parts = $"[{a.Requires}, {b.Requires}, {c.Requires}]";
                    all.Add(($"{{ \"allOf\": {parts} }}", best[2]));
                    all.Add(($"{{ \"anyOf\": {parts} }}", best[0]));
                    all.AddRange(Enumerable.Range(1, 3).Select(k => ($"{{ \"atLeast\": {k}, \"of\": {parts} }}", best[k - 1])));
                }
            }
        }

        var model = Given.Model(Pledges + Guarantee([.. all.Select(r => r.Requires)]));
        var report = model.On("2026-01-10");
        Assert.Equal(all.Select(r => (Verdict?)r.Verdict), report.Verdicts.Select(v => v.Verdict));
        Assert.All(report.Verdicts, v => Assert.Equal(v.Verdict, v.Grounds.Verdict));
        Assert.All(report.Verdicts, v => Assert.Equal(3, v.Grounds.Parts.Length));
    }

    [Fact]
    public void Evaluate_Standings_WorstOfTheGates()
    {
        var report = Given.Model(Pledges + Guarantee("\"always\"")).On("2026-01-10");

        Assert.Equal(
            [Standing.Passed, Standing.Pending, Standing.Locked, Standing.Locked, Standing.Failed], report.Pledges.Select(p => p.Standing));
        Assert.Equal("Condition Locked: its condition waits for others who wait in turn: at least 1 nation contributes training []", report.Gates("locked"));
        Assert.Equal("Condition Locked: its condition waits for others who wait in turn: GB contributes air []", report.Gates("locked-too"));
    }

    [Fact]
    public void Evaluate_Deadlock_TellsTheCircle()
    {
        var report = Given.Model(Pledges + Guarantee(Locked, Passed)).On("2026-01-10");

        Assert.Equal(["locked", "locked-too"], report["g", "s0"].Circle.AsEnumerable());
        Assert.Empty(report["g", "s1"].Circle);
        Assert.Empty(report["g", "s0"].OpenMatters);
    }

    [Fact]
    public void Evaluate_LongerCircle_InItsOrder()
    {
        var report = Given.Model(
            """
            "pledges": {
              "a": { "nation": "FR", "support": "land", "stage": "firm", "condition": { "contributes": "DE", "with": "land" } },
              "b": { "nation": "DE", "support": "land", "stage": "firm", "condition": { "contributes": "GB", "with": "land" } },
              "c": { "nation": "GB", "support": "land", "stage": "firm", "condition": { "contributes": "FR", "with": "land" } },
              "outside": { "nation": "UA", "support": "land", "stage": "firm", "condition": { "contributes": "FR", "with": "land" } }
            },
            """ + Guarantee("{ \"contributes\": \"UA\" }")).On("2026-01-10");

        Assert.Equal(Verdict.Deadlocked, report["g", "s0"].Verdict);
        Assert.Equal(["a", "b", "c"], report["g", "s0"].Circle.AsEnumerable());
    }

    [Fact]
    public void Evaluate_DeadlockBesideWhatGrantingBringsAbout_TellsTheCircleOfTheDeadlock()
    {
        // Two circles: the one on land need not be broken, since Germany may come to contribute there.
        var report = Given.Model(
            """
            "pledges": {
              "a": { "nation": "FR", "support": "land", "stage": "firm", "condition": { "contributes": "GB", "with": "land" } },
              "b": { "nation": "GB", "support": "land", "stage": "firm", "condition": { "contributes": "FR", "with": "land" } },
              "c": { "nation": "DE", "support": "land", "stage": "declared" },
              "d": { "nation": "FR", "support": "air", "stage": "firm", "condition": { "contributes": "GB", "with": "air" } },
              "e": { "nation": "GB", "support": "air", "stage": "firm", "condition": { "contributes": "FR", "with": "air" } }
            },
            """ + Guarantee("{ \"allOf\": [{ \"contributors\": \"land\", \"atLeast\": 1 }, { \"contributors\": \"air\", \"atLeast\": 1 }] }")).On("2026-01-10");

        Assert.Equal(Verdict.Deadlocked, report["g", "s0"].Verdict);
        Assert.Equal(["d", "e"], report["g", "s0"].Circle.AsEnumerable());
    }

    [Fact]
    public void Evaluate_ConditionThatThePledgeItselfMeets_NoWaitForItself()
    {
        // Each is read as if the pledge itself stood: one of one, and one of two with a firm second.
        var report = Given.Model(
            """
            "pledges": {
              "a": { "nation": "FR", "support": "land", "stage": "firm", "amount": [{ "from": 5 }], "condition": { "total": "land", "atLeast": 5 } },
              "b": { "nation": "DE", "support": "air", "stage": "firm", "condition": { "contributors": "air", "atLeast": 2 } },
              "c": { "nation": "GB", "support": "air", "stage": "firm" },
              "d": { "nation": "GB", "support": "naval", "stage": "firm", "condition": { "contributes": "GB", "with": "naval" } },
              "e": { "nation": "GB", "support": "training", "stage": "firm", "amount": [{ "from": 5 }], "condition": { "total": "training", "atLeast": 6 } },
              "f": { "nation": "GB", "support": "logistics", "stage": "firm", "condition": { "contributors": "logistics", "atLeast": 2 } }
            }
            """).On("2026-01-10");

        Assert.Equal("", string.Concat(new[] { "a", "b", "c", "d" }.Select(p => report.Gates(p))));
        Assert.Equal("Condition Failed: its condition cannot be met by what is on record: at least 6 of training []", report.Gates("e"));
        Assert.Equal("Condition Failed: its condition cannot be met by what is on record: at least 2 nations contribute logistics []", report.Gates("f"));
    }

    [Fact]
    public void Evaluate_ConditionOfContributorsFromANationThatContributesAlready_CountsItOnce()
    {
        var report = Given.Model(
            """
            "pledges": {
              "a": { "nation": "GB", "support": "land", "stage": "firm" },
              "b": { "nation": "GB", "support": "land", "stage": "firm", "condition": { "contributors": "land", "atLeast": 2 } }
            }
            """).On("2026-01-10");

        Assert.Equal("Condition Failed: its condition cannot be met by what is on record: at least 2 nations contribute land []", report.Gates("b"));
    }

    [Fact]
    public void Evaluate_ConditionThatWaitsForAPendingOne_PendsOnItsMatters()
    {
        var model = Given.Model(
            """
            "pledges": {
              "a": { "nation": "FR", "support": "land", "stage": "firm", "condition": { "contributes": "DE" } },
              "b": { "nation": "DE", "support": "air", "stage": "declared", "zone": "rear", "condition": { "holds": "ceasefire" } }
            },
            """ + Guarantee("{ \"contributes\": \"FR\" }"));
        var report = model.On("2026-01-10");

        Assert.Equal("Condition Pending: its condition is not met yet: DE contributes anything [admission:UA, circumstance:ceasefire, stage:b]", report.Gates("a"));
        Assert.Equal(["admission:UA", "circumstance:ceasefire", "stage:b"], report["g", "s0"].OpenMatters.Select(m => m.ToString()));
        Assert.Equal(Verdict.Sufficient, model.On("2026-01-10", "admission:UA", "circumstance:ceasefire", "stage:b")["g", "s0"].Verdict);
        Assert.Equal(["stage:b"], model.On("2026-01-10", "admission:UA", "circumstance:ceasefire")["g", "s0"].OpenMatters.Select(m => m.ToString()));
    }

    [Fact]
    public void Evaluate_AmountsThatLeaveARange_CountLowerUntilGranted()
    {
        var model = Given.Model(
            """
            "pledges": { "p": { "nation": "FR", "support": "land", "stage": "firm", "amount": [{ "from": 3000, "to": 6000 }, { "from": 2000, "to": 4000 }] } },
            """ + Guarantee("{ \"total\": \"land\", \"atLeast\": 2000 }", "{ \"total\": \"land\", \"atLeast\": 6000 }", "{ \"total\": \"land\", \"atLeast\": 6001 }"));
        var report = model.On("2026-01-10");

        Assert.Equal([Verdict.Sufficient, Verdict.Contingent, Verdict.Insufficient], report.Verdicts.Select(v => v.Verdict!.Value));
        Assert.Equal(["amount:p"], report["g", "s1"].OpenMatters.Select(m => m.ToString()));
        var total = Assert.IsType<Finding.Total>(report["g", "s1"].Grounds);
        Assert.Equal(("2,000 personnel", "4,000 personnel"), (total.Secured.Counted.ToString(), total.Secured.Shortfall.ToString()));
        Assert.Equal(("6,000 personnel", "0 personnel"), (total.Reachable.Counted.ToString(), total.Reachable.Shortfall.ToString()));
        Assert.Equal("6,000 personnel", total.Required.ToString());
        var contribution = Assert.Single(total.Contributions);
        Assert.Equal(("p", 2000, 6000, 6000), (contribution.Pledge.Pledge.Id, contribution.Secured, contribution.Reachable, contribution.Possible));
        Assert.Equal(Verdict.Sufficient, model.On("2026-01-10", "amount:p")["g", "s1"].Verdict);
    }

    [Fact]
    public void Evaluate_MissingFigures_FromWhomAndHowMuchTogether()
    {
        var report = Given.Model(
            """
            "pledges": {
              "fr": { "nation": "FR", "support": "land", "stage": "firm", "amount": [{ "from": 1000, "to": 1500 }] },
              "gb": { "nation": "GB", "support": "land", "stage": "firm" },
              "de": { "nation": "DE", "support": "land", "stage": "firm", "amount": [{ }] },
              "de-too": { "nation": "DE", "support": "land", "stage": "offered" }
            },
            """ + Guarantee("{ \"total\": \"land\", \"atLeast\": 4000 }", "{ \"contributors\": \"land\", \"atLeast\": 3 }")).On("2026-01-10");
        var missing = Assert.IsType<Finding.Total>(report["g", "s0"].Grounds).MissingFigures;

        Assert.Equal(Verdict.Insufficient, report["g", "s0"].Verdict);
        Assert.Equal(
            ["Sufficient DE GB gb de 3,000 personnel", "Contingent DE GB gb de de-too 2,500 personnel"],
            missing.Select(m => $"{m.UpTo} {string.Join(' ', m.Nations)} {string.Join(' ', m.Pledges)} {m.Together}"));

        // With or without a figure, it contributes.
        Assert.Equal(Verdict.Sufficient, report["g", "s1"].Verdict);
        Assert.Empty(report["g", "s0"].OpenMatters.Where(m => m.Kind == OpenMatterKind.Amount && m.Id != "fr"));
    }

    [Fact]
    public void Evaluate_MissingFiguresOfPledgesThatWaitForEachOther_WouldBringADeadlock()
    {
        var report = Given.Model(
            """
            "pledges": {
              "a": { "nation": "FR", "support": "land", "stage": "firm", "condition": { "contributes": "DE" } },
              "b": { "nation": "DE", "support": "land", "stage": "firm", "condition": { "contributes": "FR" } }
            },
            """ + Guarantee("{ \"total\": \"land\", \"atLeast\": 100 }")).On("2026-01-10");
        var missing = Assert.Single(Assert.IsType<Finding.Total>(report["g", "s0"].Grounds).MissingFigures);

        Assert.Equal(Verdict.Insufficient, report["g", "s0"].Verdict);
        Assert.Equal("Deadlocked DE FR a b 100 personnel", $"{missing.UpTo} {string.Join(' ', missing.Nations)} {string.Join(' ', missing.Pledges)} {missing.Together}");
    }

    [Fact]
    public void Evaluate_MissingFiguresUnderACeiling_ToldOnlyIfTheyMightSuffice()
    {
        static Finding.Total Total(int atLeast) => Assert.IsType<Finding.Total>(Given.Model(
            """
            "approvals": {
              "gb": { "nation": "GB", "procedure": "priorApproval", "acts": [{ "act": "submitted", "on": "2026-01-01", "mandate": { "ceilings": { "total": 500 } } }, { "act": "approved", "on": "2026-01-02" }] }
            },
            "pledges": {
              "fr": { "nation": "FR", "support": "land", "stage": "firm", "amount": [{ "from": 1000 }] },
              "gb": { "nation": "GB", "support": "land", "stage": "firm", "needs": ["gb"] }
            },
            """ + Guarantee($"{{ \"total\": \"land\", \"atLeast\": {atLeast} }}")).On("2026-01-10")["g", "s0"].Grounds);

        Assert.Equal("gb", Assert.Single(Assert.Single(Total(1500).MissingFigures).Pledges));
        Assert.Equal("500 personnel", Total(1500).MissingFigures[0].Together.ToString());
        Assert.Empty(Total(1501).MissingFigures);
        Assert.Empty(Total(1000).MissingFigures);
    }

    [Fact]
    public void Evaluate_LeastStage_OpensTheStageOfAFirmPledge()
    {
        var model = Given.Model(
            """
            "pledges": { "p": { "nation": "FR", "support": "land", "stage": "firm", "amount": [{ "from": 5 }] } },
            """ + Guarantee(
                "{ \"total\": { \"support\": [\"land\"], \"leastStage\": \"deployed\" }, \"atLeast\": 5 }", "{ \"total\": \"land\", \"atLeast\": 5 }",
                "{ \"contributes\": \"FR\", \"with\": { \"leastStage\": \"allocated\" } }"));
        var report = model.On("2026-01-10");

        Assert.Equal([Verdict.Contingent, Verdict.Sufficient, Verdict.Contingent], report.Verdicts.Select(v => v.Verdict!.Value));
        Assert.Equal(["stage:p"], report["g", "s0"].OpenMatters.Select(m => m.ToString()));
        Assert.Equal(Standing.Passed, report.Pledge("p").Standing);
        var contribution = Assert.Single(Assert.IsType<Finding.Total>(report["g", "s0"].Grounds).Contributions);
        Assert.Equal((Standing.Pending, 0, 5), (contribution.Standing, contribution.Secured, contribution.Reachable));
        Assert.All(model.On("2026-01-10", "stage:p").Verdicts, v => Assert.Equal(Verdict.Sufficient, v.Verdict));
    }

    [Fact]
    public void Evaluate_SeveralLeastStages_TheFurthestOpensTheStage()
    {
        const string Deployed = "{ \"contributes\": \"FR\", \"with\": { \"leastStage\": \"deployed\" } }";
        const string Allocated = "{ \"contributes\": \"FR\", \"with\": { \"leastStage\": \"allocated\" } }";
        foreach (var standards in new[] { new[] { Deployed, Allocated }, [Allocated, Deployed] })
        {
            var report = Given.Model("\"pledges\": { \"p\": { \"nation\": \"FR\", \"support\": \"land\", \"stage\": \"allocated\" } }, " + Guarantee(standards)).On("2026-01-10");

            Assert.Equal(["stage:p"], report.OpenMatters.Where(m => m.Kind == OpenMatterKind.Stage).Select(m => m.ToString()));
        }
    }

    [Fact]
    public void Evaluate_LeastStageInAConditionOrAMandate_OpensTheStageToo()
    {
        var report = Given.Model(
            """
            "approvals": {
              "fr": { "nation": "FR", "procedure": "priorApproval", "acts": [{ "act": "submitted", "on": "2026-01-01", "mandate": { "condition": { "contributes": "UA", "with": { "leastStage": "deployed" } } } }] }
            },
            "pledges": {
              "p": { "nation": "FR", "support": "land", "stage": "firm", "condition": { "anyOf": ["always", { "contributors": { "nations": ["GB"], "leastStage": "allocated" }, "atLeast": 1 }] } },
              "q": { "nation": "GB", "support": "land", "stage": "firm" },
              "r": { "nation": "UA", "support": "land", "stage": "allocated" },
              "s": { "nation": "DE", "support": "land", "stage": "firm" }
            }
            """).On("2026-01-10");

        Assert.Equal(["stage:q", "stage:r"], report.OpenMatters.Where(m => m.Kind == OpenMatterKind.Stage).Select(m => m.ToString()));
    }

    [Fact]
    public void Evaluate_OutsideTheTerm_NoVerdict()
    {
        var model = Given.Model(
            """
            "guarantees": { "g": { "pillar": "other", "beneficiary": "UA", "from": "2026-02-01", "until": "2026-02-28", "standards": { "s": { "requires": { "holds": "ceasefire" } } } } }
            """);

        foreach (var (day, force) in new[]
        {
            ("2026-01-31", GuaranteeForce.OutsideTerm), ("2026-02-01", GuaranteeForce.InForce), ("2026-02-28", GuaranteeForce.InForce), ("2026-03-01", GuaranteeForce.OutsideTerm),
        })
        {
            var report = model.On(day);
            Assert.Equal(force, report.Guarantees[0].Force);
            Assert.Equal(force == GuaranteeForce.InForce ? Verdict.Contingent : null, report["g", "s"].Verdict);
            Assert.Equal(force == GuaranteeForce.InForce ? 1 : 0, report["g", "s"].OpenMatters.Length);
            Assert.Null(report.Guarantees[0].Trigger);
        }
    }

    [Theory]
    [InlineData("", GuaranteeForce.TriggerUnknown, true)]
    [InlineData("{ \"event\": \"occurred\", \"on\": \"2026-01-05\" }", GuaranteeForce.InForce, true)]
    [InlineData("{ \"event\": \"ruledOut\", \"on\": \"2026-01-05\" }", GuaranteeForce.TriggerGone, false)]
    [InlineData("{ \"event\": \"occurred\", \"on\": \"2026-01-05\" }, { \"event\": \"ended\", \"on\": \"2026-01-06\" }", GuaranteeForce.TriggerGone, false)]
    public void Evaluate_Trigger_DecidesWhetherThereIsAVerdict(string events, GuaranteeForce force, bool hasVerdict)
    {
        var report = Given.Model(
            $$"""
            "circumstances": { "attack": { "title": "x", "events": [{{events}}] } },
            "guarantees": {
              "g": { "pillar": "other", "beneficiary": "UA", "trigger": "attack", "standards": { "s": { "requires": "always" } } },
              "h": { "pillar": "other", "beneficiary": "UA", "standards": { "s": { "requires": { "met": "g" } } } }
            }
            """).On("2026-01-10");

        Assert.Equal(force, report.Guarantees[0].Force);
        Assert.Equal(hasVerdict ? Verdict.Sufficient : null, report["g", "s"].Verdict);
        Assert.NotNull(report.Guarantees[0].Trigger);

        // Elsewhere it is met only while in force.
        Assert.Equal(
            force switch { GuaranteeForce.InForce => Verdict.Sufficient, GuaranteeForce.TriggerUnknown => Verdict.Contingent, _ => Verdict.Insufficient },
            report["h", "s"].Verdict);
        var met = Assert.IsType<Finding.Met>(report["h", "s"].Grounds);
        Assert.Equal((force, "g", "s"), (met.Force, met.Standard.Guarantee, met.Standard.Standard));
        Assert.Equal(force == GuaranteeForce.TriggerUnknown ? ["circumstance:attack"] : [], report["h", "s"].OpenMatters.Select(m => m.ToString()));
    }

    [Fact]
    public void Evaluate_MetOfANamedStandard_TakesThatOne()
    {
        var report = Given.Model(
            Pledges + $$"""
            "guarantees": {
              "h": { "pillar": "other", "beneficiary": "UA", "standards": {
                "x": { "requires": { "met": "g", "standard": "pending" } }, "y": { "requires": { "met": "g", "standard": "passed" } },
                "z": { "requires": { "allOf": [{ "met": "h", "standard": "x" }, { "met": "h", "standard": "y" }] } } } },
              "g": { "pillar": "other", "beneficiary": "UA", "standards": { "passed": { "requires": {{Passed}} }, "pending": { "requires": {{Pending}} } } }
            }
            """).On("2026-01-10");

        Assert.Equal([Verdict.Contingent, Verdict.Sufficient, Verdict.Contingent, Verdict.Sufficient, Verdict.Contingent], report.Verdicts.Select(v => v.Verdict!.Value));
        Assert.Equal(["stage:pending"], report["h", "z"].OpenMatters.Select(m => m.ToString()));
        Assert.Same(report["g", "pending"], Assert.IsType<Finding.Met>(report["h", "x"].Grounds).Standard);
    }

    [Fact]
    public void Evaluate_ConditionOnAGuarantee_ReadAsIfThePledgeStood()
    {
        var report = Given.Model(
            """
            "pledges": {
              "a": { "nation": "FR", "support": "land", "stage": "firm", "amount": [{ "from": 6 }], "condition": { "met": "g" } },
              "b": { "nation": "DE", "support": "land", "stage": "firm", "amount": [{ "from": 4 }], "condition": { "met": "g" } }
            },
            """ + Guarantee("{ \"total\": \"land\", \"atLeast\": 10 }")).On("2026-01-10");

        // Neither is enough alone, both together are: nobody moves first.
        Assert.Equal(Verdict.Deadlocked, report["g", "s0"].Verdict);
        Assert.Equal(["a", "b"], report["g", "s0"].Circle.AsEnumerable());
        Assert.Equal("Condition Locked: its condition waits for others who wait in turn: 'g' is met []", report.Gates("a"));
    }

    [Fact]
    public void OpenMatters_OfARenewalThatBringsACondition_HoldTheConditionToo()
    {
        // The mandate has ended; the renewal that is asked for makes the backstop a condition.
        var model = Given.Model(
            """
            "approvals": {
              "fr": {
                "nation": "FR", "procedure": "priorApproval",
                "acts": [
                  { "act": "submitted", "on": "2026-01-01", "mandate": { "until": "2026-01-31" } },
                  { "act": "approved", "on": "2026-01-02" },
                  { "act": "submitted", "on": "2026-01-05", "mandate": { "condition": { "allOf": [{ "holds": "backstop" }, { "contributes": "GB" }] } } }
                ]
              }
            },
            "pledges": {
              "p": { "nation": "FR", "support": "land", "stage": "firm", "needs": ["fr"] },
              "q": { "nation": "GB", "support": "land", "stage": "firm", "amount": [{ "from": 1, "to": 2 }] }
            },
            """ + Guarantee("{ \"contributes\": \"FR\" }"));

        Assert.Equal(["approval:fr", "circumstance:backstop"], model.On("2026-02-01")["g", "s0"].OpenMatters.Select(m => m.ToString()));
        Assert.Equal(Verdict.Contingent, model.On("2026-02-01", "approval:fr")["g", "s0"].Verdict);
        Assert.Equal(Verdict.Sufficient, model.On("2026-02-01", "approval:fr", "circumstance:backstop")["g", "s0"].Verdict);
    }

    [Fact]
    public void OpenMatters_OfALockedPledge_BearOnADeadlockAndNotOnWhatGrantingBringsAbout()
    {
        var report = Given.Model(
            """
            "pledges": {
              "pending": { "nation": "DE", "support": "air", "stage": "declared" },
              "locked": { "nation": "GB", "support": "air", "stage": "declared", "condition": { "contributes": "UA" } },
              "locked-too": { "nation": "UA", "support": "training", "stage": "firm", "condition": { "contributes": "GB" } }
            },
            """ + Guarantee("{ \"contributors\": \"air\", \"atLeast\": 1 }", "{ \"contributes\": \"GB\" }")).On("2026-01-10");

        Assert.Equal([Verdict.Contingent, Verdict.Deadlocked], report.Verdicts.Select(v => v.Verdict!.Value));
        Assert.Equal(["stage:pending"], report["g", "s0"].OpenMatters.Select(m => m.ToString()));
        Assert.Equal(["stage:locked"], report["g", "s1"].OpenMatters.Select(m => m.ToString()));
    }

    [Fact]
    public void OpenMatters_OfARenewalThatLiftsAConditionAlreadyMet_DoNotHoldTheApproval()
    {
        // The mandate may be used as it stands: only the stage is open, whatever the renewal would ask for.
        var report = Given.Model(
            """
            "circumstances": {
              "ceasefire": { "title": "x", "events": [{ "event": "occurred", "on": "2026-01-01" }] }, "backstop": { "title": "x" }
            },
            "approvals": {
              "fr": {
                "nation": "FR", "procedure": "priorApproval",
                "acts": [
                  { "act": "submitted", "on": "2026-01-01", "mandate": { "condition": { "holds": "ceasefire" } } },
                  { "act": "approved", "on": "2026-01-02" },
                  { "act": "submitted", "on": "2026-01-05", "mandate": { "condition": { "holds": "backstop" } } }
                ]
              }
            },
            "pledges": { "p": { "nation": "FR", "support": "land", "stage": "declared", "needs": ["fr"] } },
            """ + Guarantee("{ \"contributes\": \"FR\" }")).On("2026-01-10");

        Assert.Equal(Verdict.Contingent, report["g", "s0"].Verdict);
        Assert.Equal(["stage:p"], report["g", "s0"].OpenMatters.Select(m => m.ToString()));
    }

    [Fact]
    public void OpenMatters_OfARenewalThatMayWidenACeiling_HoldTheApproval()
    {
        var model = Given.Model(
            """
            "approvals": {
              "fr": {
                "nation": "FR", "procedure": "priorApproval",
                "acts": [
                  { "act": "submitted", "on": "2026-01-01", "mandate": { "ceilings": { "total": 100 } } },
                  { "act": "approved", "on": "2026-01-02" },
                  { "act": "submitted", "on": "2026-01-05", "mandate": { "ceilings": { "total": 300 } } }
                ]
              }
            },
            "pledges": { "p": { "nation": "FR", "support": "land", "stage": "firm", "needs": ["fr"], "amount": [{ "from": 200 }] } },
            """ + Guarantee("{ \"total\": \"land\", \"atLeast\": 200 }"));

        Assert.Equal(Verdict.Contingent, model.On("2026-01-10")["g", "s0"].Verdict);
        Assert.Equal(["approval:fr"], model.On("2026-01-10")["g", "s0"].OpenMatters.Select(m => m.ToString()));
        Assert.Equal(Verdict.Sufficient, model.On("2026-01-10", "approval:fr")["g", "s0"].Verdict);
    }

    [Fact]
    public void Report_StandardThatIsNotThere_Refused()
    {
        var report = Given.Model(Pledges + Guarantee(Passed)).On("2026-01-10");

        Assert.Equal("g", report["g", "s0"].Guarantee);
        Assert.Equal(
            "The model has no standard 'x' of a guarantee 'g'.", Assert.Throws<KeyNotFoundException>(() => report["g", "x"]).Message);
        Assert.Throws<KeyNotFoundException>(() => report["h", "s0"]);
    }

    [Fact]
    public void Evaluate_OnADay_TellsTheDayAndWhatWasKnown()
    {
        var model = Given.Model(Pledges + Guarantee(Passed));
        var report = SufficiencyEvaluator.Evaluate(model, Given.Day("2026-05-01"), Given.Day("2026-01-09"));

        Assert.Equal((Given.Day("2026-05-01"), Given.Day("2026-01-09")), (report.On, report.KnownAsOf));
        Assert.Same(model, report.Model);
        Assert.Equal(Given.AsOf, SufficiencyEvaluator.Evaluate(model, Given.Day("2026-05-01")).KnownAsOf);
        Assert.StartsWith(
            "The model holds what was known up to 2026-01-10, and nothing later. (Parameter 'knownAsOf')",
            Assert.Throws<ArgumentOutOfRangeException>(() => SufficiencyEvaluator.Evaluate(model, Given.AsOf, Given.Day("2026-01-11"))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Holds_Found_TellsTheCircumstanceAndItsState()
    {
        var found = Assert.IsType<Finding.Holds>(Given.Model(Pledges + Guarantee("{ \"holds\": \"ceasefire\" }")).On("2026-01-10")["g", "s0"].Grounds);

        Assert.Equal(("ceasefire", "unknown", Verdict.Contingent), (found.Circumstance.Id, found.State.Name, found.Verdict));
        Assert.Empty(found.Parts);
    }

    [Fact]
    public void Contributors_AtEachBound_SortedByCode()
    {
        var report = Given.Model(Pledges + Guarantee("{ \"contributors\": { \"support\": [\"land\", \"naval\", \"air\"] }, \"atLeast\": 4 }")).On("2026-01-10");
        var found = Assert.IsType<Finding.Contributors>(report["g", "s0"].Grounds);

        Assert.Equal(
            ["FR", "DE FR", "DE FR GB"],
            new[] { found.Secured, found.Reachable, found.Possible }.Select(n => string.Join(' ', n.Select(c => c.Value))));
        Assert.Equal(["passed", "pending", "locked"], found.Contributions.Select(c => c.Pledge.Pledge.Id));
    }

    [Fact]
    public void Contributions_ShortOfTheLeastStage_PendOnlyWhereThePledgeWouldCountOtherwise()
    {
        var report = Given.Model(Pledges + Guarantee("{ \"contributors\": { \"leastStage\": \"deployed\" }, \"atLeast\": 1 }")).On("2026-01-10");

        Assert.Equal(
            [Standing.Pending, Standing.Pending, Standing.Locked, Standing.Locked, Standing.Failed],
            Assert.IsType<Finding.Contributors>(report["g", "s0"].Grounds).Contributions.Select(c => c.Standing));
    }

    private static Verdict? Of(string requires) => Given.Model(Pledges + Guarantee(requires)).On("2026-01-10")["g", "s0"].Verdict;

    private static string Guarantee(params string[] requires) =>
        "\"guarantees\": { \"g\": { \"pillar\": \"other\", \"beneficiary\": \"UA\", \"standards\": { "
        + string.Join(", ", requires.Select((r, i) => $"\"s{i}\": {{ \"requires\": {r} }}")) + " } } }";
}
