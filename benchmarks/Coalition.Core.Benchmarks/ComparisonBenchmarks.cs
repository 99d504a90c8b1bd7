using BenchmarkDotNet.Attributes;
using Coalition.Approvals;
using Coalition.Comparison;
using Coalition.Json;
using Coalition.Sufficiency;
using NodaTime;

namespace Coalition.Benchmarks;

/// <summary>What moved and why on the Paris case, where a cause takes all changes: every set of them is tried. The baseline is what any comparison needs, two evaluations.</summary>
/// <remarks>Decides whether a page may tell at every click what moved and why: at most 50 ms for up to six what-ifs.</remarks>
[MemoryDiagnoser]
public class ComparisonBenchmarks
{
    private static readonly LocalDate on = new(2026, 2, 22);

    // What a British and a French force on land still waits for, but for the stage of Britain's pledge.
    private static readonly OpenMatter[] matters =
    [
        .. new[]
        {
            "approval:gb-commons", "approval:ua-rada", "circumstance:ceasefire", "circumstance:gb-legal-instrument", "circumstance:gb-us-discussion", "stage:fr-land",
        }.Select(OpenMatter.Parse),
    ];

    private SufficiencyReport before = null!;
    private SufficiencyReport after = null!;

    /// <summary>Whether six matters are granted as what-ifs, or recorded in the model, which is then checked anew for each set. Two approvals need a request recorded too.</summary>
    [Params("6 granted", "8 recorded")]
    public string Changes { get; set; } = "";

    /// <summary>Makes both reports, and sees to it that all changes are needed.</summary>
    [GlobalSetup]
    public void Setup()
    {
        var model = CoalitionJson.Read(File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "paris-2026.json")));
        var stage = OpenMatter.Parse("stage:gb-land");
        before = SufficiencyEvaluator.Evaluate(model, on, granting: [stage]);
        after = Changes == "6 granted" ? SufficiencyEvaluator.Evaluate(model, on, granting: [stage, .. matters]) : SufficiencyEvaluator.Evaluate(Recorded(model), on, granting: [stage]);
        var comparison = Compare();
        if (comparison.Moves.Max(m => m.Cause.Changes.Length) is var most && (most != comparison.Changes.Length || !Changes.StartsWith($"{most} ", StringComparison.Ordinal)))
        {
            throw new InvalidOperationException($"The greatest cause has {most} of {comparison.Changes.Length} changes.");
        }
    }

    /// <summary>Evaluates both.</summary>
    [Benchmark(Baseline = true, Description = "evaluate twice")]
    public int EvaluateTwice() => new[] { before, after }.Sum(r => SufficiencyEvaluator.Evaluate(r.Model, r.On, r.KnownAsOf, r.Granted).Guarantees.Length);

    /// <summary>The comparison of the two reports.</summary>
    [Benchmark(Description = "compare")]
    public CoalitionComparison Compare() => CoalitionComparison.Between(before, after);

    private static CoalitionModel Recorded(CoalitionModel model)
    {
        foreach (var matter in matters)
        {
            model = matter.Kind switch
            {
                OpenMatterKind.Approval => Approved(model, matter.Id),
                OpenMatterKind.Circumstance => model.AddEvent(matter.Id, new CircumstanceEvent { On = on, Assumed = true, Change = CircumstanceChange.Occurred }),
                _ => model.AddStage(matter.Id, new StageChange { On = on, Assumed = true, Stage = PledgeStage.Deployed }),
            };
        }

        return model;
    }

    private static CoalitionModel Approved(CoalitionModel model, string id)
    {
        var approval = model.GetApproval(id);
        ApprovalAct[] acts = approval.Acts.Any(a => a is ApprovalAct.Submitted) ? [] : [new ApprovalAct.Submitted { On = on.PlusDays(-1), Assumed = true }];
        var given = approval with
        {
            Acts = [.. approval.Acts, .. acts, new ApprovalAct.Approved { On = on, Assumed = true, Body = approval.Decisions is [var only] ? only.Body : null }],
        };
        return CoalitionModel.Create(model.Draft with { Approvals = model.Draft.Approvals.Replace(approval, given) });
    }
}
