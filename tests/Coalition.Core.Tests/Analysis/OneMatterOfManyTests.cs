using Coalition.Analysis;
using Coalition.Requirements;
using Coalition.Sufficiency;
using Coalition.Tests.Fixtures;
using Coalition.Tests.Generators;

namespace Coalition.Tests.Analysis;

/// <summary>What hangs on one matter is a function of one variable, however many wait for it.</summary>
public class OneMatterOfManyTests
{
    private static readonly Requirement ceasefire = new Requirement.Holds("ceasefire");

    // Sixty such amounts have more different sums than any budget.
    [Fact]
    public void Compile_PledgesThatWaitForOneMatter_CountTogether()
    {
        var amounts = Enumerable.Range(0, 60).Select(i => (1L << 50) + (1L << (i * 4 / 5))).ToArray();
        var model = Model(new Requirement.Total(new PledgeFilter { Support = ["land"] }, amounts.Sum() / 2), amounts);
        var function = SufficiencyFunction.Compile(model, ModelGen.Anchor, "force");

        Assert.Equal(3, function.NodeCount);
        Assert.Equal(["circumstance:ceasefire"], function.UnlockSets().Select(s => s.ToString()));
    }

    [Fact]
    public void Compile_PledgesThatWaitForOneMatterAndForEachOther_CountTogether()
    {
        var amounts = Enumerable.Range(0, 60).Select(i => (1L << 50) + (1L << (i * 4 / 5))).ToArray();
        var together = new Requirement.AllOf(ceasefire, new Requirement.Met("force", "some"));
        var function = SufficiencyFunction.Compile(
            Model(new Requirement.Total(new PledgeFilter { Support = ["land"] }, amounts.Sum() / 2), amounts, together), ModelGen.Anchor, "force");

        Assert.Equal((Verdict.Insufficient, Verdict.Deadlocked), (function.VerdictOf([false]), function.VerdictOf([true])));
    }

    // Each condition is a copy of the total, as if its own pledge stood.
    [Fact]
    public void Compile_ManyPledgesThatWaitForTheTotalOfAll_CountGatesAgainstTheBudget()
    {
        var half = new Requirement.Total(new PledgeFilter { Support = ["land"] }, 20_000);
        var model = Model(half, Enumerable.Range(1, 400).Select(i => 100L + i), new Requirement.AllOf(ceasefire, half));

        var refusal = Assert.Throws<AnalysisBudgetException>(
            () => SufficiencyFunction.Compile(model, ModelGen.Anchor, "force", budget: new AnalysisBudget { Nodes = 50_000 }));
        Assert.Equal("the gates", refusal.Work);
    }

    [Fact]
    public void Compile_SumBeyondTheGreatestNumber_IsStillExact()
    {
        var model = Model(new Requirement.Total(new PledgeFilter { Support = ["land"] }, long.MaxValue), [long.MaxValue - 1, 1, long.MaxValue]);

        Assert.Equal(["circumstance:ceasefire"], SufficiencyFunction.Compile(model, ModelGen.Anchor, "force").UnlockSets().Select(s => s.ToString()));
    }

    [Fact]
    public void Compile_OneRequirementNamedManyTimes_NeedsNoDeepStack()
    {
        var model = Model(new Requirement.AtLeast(4_000, [.. Enumerable.Repeat(ceasefire, 9_000)]), []);
        var unlocked = string.Empty;
        var thread = new Thread(() => unlocked = string.Join(' ', SufficiencyFunction.Compile(model, ModelGen.Anchor, "force").UnlockSets()), 256 * 1024);
        thread.Start();
        thread.Join();

        Assert.Equal("circumstance:ceasefire", unlocked);
    }

    private static CoalitionModel Model(Requirement required, IEnumerable<long> amounts, Requirement? condition = null) => CoalitionModel.Create(new CoalitionDraft
    {
        AsOf = ModelGen.Anchor,
        Nations = [new Nation { Code = Given.FR, Name = "France" }],
        Circumstances = [new Circumstance { Id = "ceasefire", Title = "Ceasefire in force" }],
        Pledges = [.. amounts.Select((a, i) => new Pledge
        {
            Id = $"p-{i}", Nation = Given.FR, Support = "land", Stage = PledgeStage.Firm, Claims = [new Claim(a, a)], Condition = condition ?? ceasefire,
        })],
        Guarantees =
        [
            new Guarantee { Id = "force", Pillar = GuaranteePillar.MultinationalForce, Beneficiary = Given.FR, Standards = [new SufficiencyStandard { Id = "some", Requires = required }] },
        ],
    });
}
