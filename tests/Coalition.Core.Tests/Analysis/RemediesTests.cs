using Coalition.Analysis;
using Coalition.Sufficiency;
using Coalition.Tests.Fixtures;
using Coalition.Tests.Generators;
using Coalition.Tests.Oracle;
using Coalition.Tests.Properties;

namespace Coalition.Tests.Analysis;

/// <summary>P8: the remedies listed are those that trying all selections on edited models finds.</summary>
public class RemediesTests
{
    [ModelProperty(300)]
    public void For_DrawnModels_AgreesWithTryingEverySelection(ModelSample sample)
    {
        var draw = sample.Chance();
        var menu = Menu(sample, draw);
        var outlook = Outlook.Create([], [], new RemedyMenu { Unit = Unit.Euro, Remedies = [.. menu] });
        var report = SufficiencyEvaluator.Evaluate(sample.Model, sample.On, sample.KnownAsOf);
        var once = Orders.Subsets(menu.Count).ToDictionary(Bits, chosen => Once(sample, menu, chosen));
        foreach (var guarantee in report.Guarantees.Where(g => g.Force is GuaranteeForce.InForce or GuaranteeForce.TriggerUnknown))
        {
            foreach (var standard in guarantee.Guarantee.Standards)
            {
                var found = Remedies.For(sample.Model, sample.On, guarantee.Guarantee.Id, outlook, standard.Id, sample.KnownAsOf);
                var suffices = once.ToDictionary(o => o.Key, o => o.Value[guarantee.Guarantee.Id, standard.Id].Verdict == Verdict.Sufficient);
                var minimal = suffices.Keys.Where(k => suffices[k] && Enumerable.Range(0, menu.Count).All(i => (k >> i & 1) == 0 || !suffices[k & ~(1 << i)])).ToList();
                var listed = found.ToList();

                Assert.Equal(minimal.Order(), listed.Select(s => s.Remedies.Aggregate(0, (bits, r) => bits | (1 << menu.IndexOf(r)))).Order());
                Assert.All(listed, s => Assert.Equal(s.Remedies.Sum(r => r.Cost), (long)s.Cost));
                Assert.Equal(listed.Select(s => s.Cost).Order(), listed.Select(s => s.Cost));
                Assert.Equal(minimal.Count, found.Count);
                Assert.Equal(suffices[0], found.IsNothingNeeded);
                Assert.Equal(suffices[(1 << menu.Count) - 1], found.IsPossible);
            }
        }
    }

    [Fact]
    public void For_ASmallCase_TheCheapestFirst()
    {
        var found = For("""{ "cost": 7, "waive": "gb-land" }""", """{ "cost": 5, "grant": "circumstance:ceasefire" }""", """{ "cost": 9223372036854775807, "pledge": { "nation": "DE", "support": "land", "stage": "firm", "amount": [{ "from": 5000, "to": 5000, "source": "guess" }], "source": "guess" } }""");

        Assert.Equal(["5: r-1", "7: r-0", "9223372036854775807: r-2"], found.Select(s => s.ToString()));
        Assert.Equal("3 selections make it sufficient; the cheapest costs 5 EUR.", found.ToString());
        Assert.Equal(Unit.Euro, found.Unit);
    }

    [Fact]
    public void For_TwoWaysToGrantOneMatter_ListedApart() => Assert.Equal(
        ["3: r-1", "4: r-0"], For("""{ "cost": 4, "grant": "circumstance:ceasefire" }""", """{ "cost": 3, "grant": "circumstance:ceasefire" }""").Select(s => s.ToString()));

    [Fact]
    public void For_WaiverOfAPledge_GivesUpTheConditionOfItsMandateToo()
    {
        var model = Given.Model("""
            "approvals": { "gb-commons": {
              "nation": "GB", "procedure": "priorApproval", "decisions": [{ "body": "House of Commons" }],
              "acts": [{ "act": "submitted", "on": "2026-01-06" }, { "act": "approved", "on": "2026-01-07", "mandate": { "condition": { "holds": "ceasefire" } } }] } },
            "pledges": { "gb-land": {
              "nation": "GB", "support": "land", "stage": "firm", "amount": [{ "from": 5000, "to": 5000 }], "needs": ["gb-commons"], "condition": { "holds": "backstop" } } },
            "guarantees": { "force": { "pillar": "multinationalForce", "beneficiary": "UA", "standards": { "some": { "requires": { "total": "land", "atLeast": 5000 } } } } }
            """);
        var found = Remedies.For(model, Given.AsOf, "force", Menu("""{ "cost": 9, "waive": "gb-land" }""", """{ "cost": 5, "grant": "circumstance:ceasefire" }""", """{ "cost": 5, "grant": "circumstance:backstop" }"""));

        Assert.Equal(["9: r-0", "10: r-1 + r-2"], found.Select(s => s.ToString()));
    }

    [Fact]
    public void For_NothingNeeded_SaysSo()
    {
        var found = Remedies.For(Model, Given.AsOf, "force", Menu("""{ "cost": 3, "grant": "circumstance:ceasefire" }"""), granting: [OpenMatter.Parse("circumstance:ceasefire")]);

        Assert.Equal(["0: nothing"], found.Select(s => s.ToString()));
        Assert.Equal((true, true, "It is sufficient already: nothing is needed."), (found.IsNothingNeeded, found.IsPossible, found.ToString()));
    }

    [Fact]
    public void For_NothingHelps_SaysSo()
    {
        var found = For("""{ "cost": 3, "grant": "circumstance:backstop" }""");

        Assert.Empty(found);
        Assert.Equal((false, false, "Not even all remedies of the menu together make it sufficient."), (found.IsNothingNeeded, found.IsPossible, found.ToString()));
    }

    [Fact]
    public void For_MenuThatDoesNotFit_EverythingToldAtOnce() => Assert.Equal(
        "The menu does not fit the model: remedy 'r-0' grants stage:gb-land, which is not open on 2026-01-10; remedy 'r-1' waives the conditions of 'gone', which is no pledge; "
            + "remedy 'r-2' grants approval:gone, which is not open on 2026-01-10. (Parameter 'outlook')",
        Assert.Throws<ArgumentException>(() => For("""{ "cost": 3, "grant": "stage:gb-land" }""", """{ "cost": 3, "waive": "gone" }""", """{ "cost": 3, "grant": "approval:gone" }""")).Message);

    [Fact]
    public void For_OneSelection_ToldInTheSingular() => Assert.Equal(
        "1 selection makes it sufficient; the cheapest costs 7 EUR.", For("""{ "cost": 7, "waive": "gb-land" }""").ToString());

    [Fact]
    public void For_BeyondItsBudget_IsRefused()
    {
        var budget = new AnalysisBudget { Nodes = 1 };

        Assert.Same(budget, Assert.Throws<AnalysisBudgetException>(
            () => Remedies.For(Model, Given.AsOf, "force", Menu("""{ "cost": 7, "waive": "gb-land" }"""), budget: budget)).Budget);
    }

    [Fact]
    public void For_WithoutAModelOrAnOutlook_Refused()
    {
        Assert.Throws<ArgumentNullException>("model", () => Remedies.For(null!, Given.AsOf, "force", Menu("""{ "cost": 7, "waive": "gb-land" }""")));
        Assert.Throws<ArgumentNullException>("outlook", () => Remedies.For(Model, Given.AsOf, "force", null!));
    }

    [Fact]
    public void For_NoMenu_Refused() => Assert.Equal(
        "The outlook states no remedies. (Parameter 'outlook')",
        Assert.Throws<ArgumentException>(() => Remedies.For(Model, Given.AsOf, "force", Outlook.Create([], []))).Message);

    private static CoalitionModel Model { get; } = Given.Model("""
        "pledges": { "gb-land": { "nation": "GB", "support": "land", "stage": "firm", "amount": [{ "from": 5000, "to": 5000 }], "condition": { "holds": "ceasefire" } } },
        "guarantees": { "force": { "pillar": "multinationalForce", "beneficiary": "UA", "standards": { "some": { "requires": { "total": "land", "atLeast": 5000 } } } } }
        """);

    private static RemedySelections For(params string[] remedies) => Remedies.For(Model, Given.AsOf, "force", Menu(remedies));

    private static Outlook Menu(params string[] remedies) => Coalition.Json.CoalitionJson.ReadOutlook(
        $$"""
        {
          "format": "coalition-outlook/1", "sources": { "guess": { "label": "illustrative", "title": "A guess" } },
          "remedies": { "unit": "EUR", "menu": { {{string.Join(", ", remedies.Select((r, i) => $"\"r-{i}\": {r}"))}} } }
        }
        """);

    private static int Bits(bool[] chosen) => chosen.Index().Aggregate(0, (bits, c) => c.Item ? bits | (1 << c.Index) : bits);

    private static List<Remedy> Menu(ModelSample sample, Draw draw)
    {
        var open = SufficiencyEvaluator.Evaluate(sample.Model, sample.On, sample.KnownAsOf).OpenMatters;
        List<Remedy> menu = [];
        for (var i = 0; i < 6; i++)
        {
            var id = $"remedy-{i}";
            switch (draw.Int(0, 4))
            {
                case 0 or 1 when open.Length > 0:
                    menu.Add(new Remedy.Grant { Id = id, Cost = draw.Int(0, 9), Matter = draw.Pick(open) });
                    break;
                case 2 when MayWaive(sample.Model) is { Count: > 0 } conditional:
                    menu.Add(new Remedy.Waiver { Id = id, Cost = draw.Int(0, 9), Pledge = draw.Pick(conditional) });
                    break;
                case 3 or 4 when sample.Model.Pledges.Length > 0:
                    menu.Add(new Remedy.FurtherPledge { Id = id, Cost = draw.Int(0, 9), Pledge = draw.Pick(sample.Model.Pledges) with { Id = id, Source = null, Stages = [], Claims = [new Claim(draw.Int(0, 400), draw.Int(400, 900))], Stage = draw.Among(PledgeStage.Offered, PledgeStage.Firm) } });
                    break;
                default:
                    break;
            }
        }

        return menu;
    }

    // The oracle waives by taking away a pledge's own condition; those of mandates it leaves be.
    private static List<string> MayWaive(CoalitionModel model) =>
        [.. model.Pledges.Where(p => p.Condition is not null && p.Needs.All(n => model.GetApproval(n).Mandates().All(m => m.Condition is null))).Select(p => p.Id)];

    // How everything stands once some remedies are taken.
    private static SufficiencyReport Once(ModelSample sample, List<Remedy> menu, bool[] chosen)
    {
        var draft = sample.Model.Draft;
        var selected = menu.Where((_, i) => chosen[i]).ToList();
        var waived = selected.OfType<Remedy.Waiver>().Select(w => w.Pledge).ToHashSet();
        var model = CoalitionModel.Create(draft with
        {
            Pledges = [.. draft.Pledges.Select(p => waived.Contains(p.Id) ? p with { Condition = null } : p), .. selected.OfType<Remedy.FurtherPledge>().Select(f => f.Pledge)],
        });
        var open = SufficiencyEvaluator.Evaluate(model, sample.On, sample.KnownAsOf).OpenMatters;
        var granted = selected.OfType<Remedy.Grant>().Select(g => g.Matter).Where(open.Contains);
        return SufficiencyEvaluator.Evaluate(model, sample.On, sample.KnownAsOf, granted);
    }
}
