using Coalition.Requirements;
using Coalition.Sufficiency;
using Coalition.Tests.Fixtures;
using Coalition.Tests.Generators;

namespace Coalition.Tests.Sufficiency;

/// <summary>Pledges may wait for each other in chains that are longer than a stack is deep.</summary>
public class LongChainTests
{
    private const int Links = 12;

    // The even ones and then the odd ones: from one link to the next the way through the model turns back, so that no sweep in either order passes two.
    private static IEnumerable<int> Turning => Enumerable.Range(0, Links).OrderBy(i => i % 2);

    [Fact]
    public void Evaluate_PledgesThatEachWaitForTheNext_NamesTheMatterAtTheEnd()
    {
        const int length = 3_000;
        var pledges = Enumerable.Range(0, length).Select(i => new Pledge
        {
            Id = $"p-{i}",
            Nation = Given.FR,
            Support = "land",
            Stage = i < length - 1 ? PledgeStage.Firm : PledgeStage.Offered,
            Condition = i < length - 1 ? new Requirement.Contributes(Given.FR, new PledgeFilter { Pledges = [$"p-{i + 1}"] }) : null,
        });
        var model = CoalitionModel.Create(new CoalitionDraft
        {
            AsOf = ModelGen.Anchor,
            Nations = [new Nation { Code = Given.FR, Name = "France" }],
            Pledges = [.. pledges],
            Guarantees =
            [
                new Guarantee
                {
                    Id = "force",
                    Pillar = GuaranteePillar.MultinationalForce,
                    Beneficiary = Given.FR,
                    Standards = [new SufficiencyStandard { Id = "first", Requires = new Requirement.Contributes(Given.FR, new PledgeFilter { Pledges = ["p-0"] }) }],
                },
            ],
        });
        var matters = string.Empty;
        var thread = new Thread(() => matters = string.Join(' ', SufficiencyEvaluator.Evaluate(model, ModelGen.Anchor)["force", "first"].OpenMatters), 256 * 1024);
        thread.Start();
        thread.Join();

        Assert.Equal("stage:p-2999", matters);
    }

    [Theory]
    [InlineData(PledgeStage.Firm, Verdict.Sufficient)]
    [InlineData(PledgeStage.Offered, Verdict.Contingent)]
    [InlineData(null, Verdict.Deadlocked)]
    [InlineData(PledgeStage.Declined, Verdict.Insufficient)]
    public void Evaluate_ChainInNoOrder_SettlesByWhatTheLastIs(PledgeStage? last, Verdict expected)
    {
        // Each waits for the next: by its contribution, its amount, or a standard that looks at it. The last is as given, or waits for the first.
        const int length = 400;
        static PledgeFilter Only(int i) => new() { Pledges = [$"p-{i % length}"] };
        Pledge[] pledges = [.. Enumerable.Range(0, length).Select(i => Given.Pledge($"p-{i}", Given.FR, 5) with
        {
            Stage = i == length - 1 && last is { } stage ? stage : PledgeStage.Firm,
            Condition = i == length - 1 && last is not null ? null
                : (i % 3) switch
                {
                    0 => new Requirement.Contributes(Given.FR, Only(i + 1)),
                    1 => new Requirement.Total(Only(i + 1), 5, perNationCap: 7, Unit.Personnel),
                    _ => new Requirement.Met($"g-{(i + 1) % length}", "s"),
                },
        })];
        new Random(length).Shuffle(pledges);
        var model = CoalitionModel.Create(Given.Draft with
        {
            Pledges = [.. pledges],
            Guarantees = [.. Enumerable.Range(0, length).Select(i => Given.Guarantee($"g-{i}", ("s", new Requirement.Contributors(Only(i), 1))))],
        });

        var report = SufficiencyEvaluator.Evaluate(model, Given.AsOf);

        Assert.Equal(Enumerable.Repeat((Verdict?)expected, length), report.Verdicts.Select(v => v.Verdict));
        Assert.Equal(last is null ? length : 0, report["g-0", "s"].Circle.Length);
    }

    [Theory]
    [InlineData(PledgeStage.Firm, Verdict.Sufficient)]
    [InlineData(PledgeStage.Offered, Verdict.Contingent)]
    [InlineData(null, Verdict.Deadlocked)]
    [InlineData(PledgeStage.Declined, Verdict.Insufficient)]
    public void Evaluate_PairsThatEachWaitForAPair_SettleByWhatTheLastAre(PledgeStage? last, Verdict expected)
    {
        // Both of a pair wait for both of the next: by their amount, a standard that looks at it, or a part of the condition.
        static PledgeFilter Pair(int i) => new() { Support = ["land"], Pledges = [$"a-{i % Links}", $"b-{i % Links}"] };
        static Requirement Link(int i) => (i % 3) switch
        {
            0 => new Requirement.Total(Pair(i + 1), 10),
            1 => new Requirement.Met($"g-{(i + 1) % Links}", "s"),
            _ => new Requirement.AllOf([new Requirement.Always(), new Requirement.Total(Pair(i + 1), 10)]),
        };
        Pledge Of(string side, NationCode nation, int i) => Given.Pledge($"{side}-{i}", nation, 5) with
        {
            Stage = i == Links - 1 && last is { } stage ? stage : PledgeStage.Firm,
            Condition = i == Links - 1 && last is not null ? null : Link(i),
        };
        var model = CoalitionModel.Create(Given.Draft with
        {
            Pledges = [.. Turning.SelectMany(i => new[] { Of("a", Given.FR, i), Of("b", Given.DE, i) })],
            Guarantees = [.. Enumerable.Range(0, Links).Select(i => Given.Guarantee($"g-{i}", ("s", new Requirement.Total(Pair(i), 10))))],
        });

        var report = SufficiencyEvaluator.Evaluate(model, Given.AsOf);

        Assert.Equal(Enumerable.Repeat((Verdict?)expected, Links), report.Verdicts.Select(v => v.Verdict));
    }

    [Fact]
    public void Evaluate_ChainThroughMandatesAskedFor_WaitsForEachOfThem()
    {
        // As it stands each mandate waits for what nobody offers; the one asked for waits for the next pledge.
        string[] approvals = [.. Enumerable.Range(0, Links - 1).Select(i =>
            $$"""
            "v-{{i}}": { "nation": "FR", "procedure": "priorApproval", "acts": [
              { "act": "submitted", "on": "2026-01-01", "mandate": { "condition": { "contributes": "UA" } } },
              { "act": "approved", "on": "2026-01-02" },
              { "act": "submitted", "on": "2026-01-05", "mandate": { "condition": { "contributes": "FR", "with": { "pledges": ["p-{{i + 1}}"] } } } }] }
            """)];
        var pledges = Turning.Select(i =>
            $$"""
            "p-{{i}}": { "nation": "FR", "support": "land", "stage": "firm", "needs": [{{(i < Links - 1 ? $"\"v-{i}\"" : "")}}] }
            """);
        var report = Given.Model(
            $$"""
            "approvals": { {{string.Join(",\n", approvals)}} },
            "pledges": { {{string.Join(",\n", pledges)}} },
            "guarantees": { "g": { "pillar": "other", "beneficiary": "UA", "standards": { "s": { "requires": { "contributes": "FR", "with": { "pledges": ["p-0"] } } } } } }
            """).On("2026-01-10")["g", "s"];

        Assert.Equal(Verdict.Contingent, report.Verdict);
        Assert.Equal(Enumerable.Range(0, Links - 1).Select(i => $"approval:v-{i}"), report.OpenMatters.Select(m => m.ToString()));
    }
}
