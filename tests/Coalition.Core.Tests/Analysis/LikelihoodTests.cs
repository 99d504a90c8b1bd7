using Coalition.Analysis;
using Coalition.Analysis.Diagrams;
using Coalition.Sufficiency;
using Coalition.Tests.Fixtures;
using Coalition.Tests.Properties;

namespace Coalition.Tests.Analysis;

/// <summary>P8: likelihood and importance agree with adding up all worlds.</summary>
public class LikelihoodTests
{
    private const double Close = 1e-12;

    [Theory]
    [InlineData(0, 1200, 6, false)]
    [InlineData(2000, 800, 5, true)]
    [InlineData(4000, 6, 10, true)]
    public void Likelihood_DrawnCircuits_AgreesWithAddingUpAllWorlds(int from, int count, int mostVariables, bool isDependent)
    {
        for (var seed = from; seed < from + count; seed++)
        {
            var sample = OutlookSample.Draw(seed, mostVariables, isDependent);
            var worlds = Evaluated(sample);
            var likelihood = sample.Function.Likelihood(sample.Outlook);
            double sufficient = P(worlds, w => w.IsSufficient), risk = P(worlds, w => !w.IsSufficient);

            Near(sufficient, likelihood.Sufficient, seed);
            Near(P(worlds, w => w is { IsSufficient: false, IsPossible: true }), likelihood.Deadlocked, seed);
            Near(P(worlds, w => !w.IsPossible), likelihood.Insufficient, seed);
            foreach (var importance in likelihood.Importances)
            {
                var at = sample.All.Index().Single(v => v.Item == importance.Variable).Index;
                double granted = P(worlds, w => w.Values[at]), refused = P(worlds, w => !w.Values[at]);
                var ifGranted = Ratio(P(worlds, w => w.Values[at] && w.IsSufficient), granted);
                var ifRefused = Ratio(P(worlds, w => !w.Values[at] && w.IsSufficient), refused);
                Near(granted, importance.Probability, seed);
                Near(ifGranted, importance.IfGranted, seed);
                Near(ifRefused, importance.IfRefused, seed);
                Near(ifGranted - ifRefused, importance.Birnbaum, seed);
                Near(Ratio((ifGranted - ifRefused) * refused, risk), importance.Criticality, seed);
                Near(Ratio(Ratio(P(worlds, w => !w.Values[at] && !w.IsSufficient), refused), risk), importance.RiskAchievementWorth, seed);
                Near(Ratio(risk, Ratio(P(worlds, w => w.Values[at] && !w.IsSufficient), granted)), importance.RiskReductionWorth, seed);
                Near(Ratio(risk - Ratio(P(worlds, w => w.Values[at] && !w.IsSufficient), granted), risk), importance.FussellVeselyByDifference, seed);

                // Total probability.
                Near(sufficient, ((importance.IfGranted ?? 0) * importance.Probability) + ((importance.IfRefused ?? 0) * refused), seed);
            }
        }
    }

    [Theory]
    [InlineData(0, 600, 6, false)]
    [InlineData(2000, 400, 5, true)]
    public void FussellVesely_DrawnCircuits_AgreesWithTheMinimalBlockingSetsListed(int from, int count, int mostVariables, bool isDependent)
    {
        for (var seed = from; seed < from + count; seed++)
        {
            var sample = OutlookSample.Draw(seed, mostVariables, isDependent);
            var worlds = Evaluated(sample);
            var size = sample.Circuit.Variables;
            var blocks = sample.Circuit.Assignments().Select(granted => !sample.Circuit.IsTrue(granted)).ToArray();
            var all = (1 << size) - 1;

            // Sets of refusals as bits: minimal if it blocks and nothing less does.
            int[] minimal = [.. Enumerable.Range(0, 1 << size).Where(r => blocks[all & ~r] && Enumerable.Range(0, size).All(v => (r >> v & 1) == 0 || !blocks[(all & ~r) | (1 << v)]))];
            var likelihood = sample.Function.Likelihood(sample.Outlook);
            foreach (var importance in likelihood.Importances)
            {
                var at = sample.All.Index().Single(v => v.Item == importance.Variable).Index;
                var refused = P(worlds, w => at < size && minimal.Any(m => (m >> at & 1) != 0 && (m & ~Refused(w.Values, size)) == 0));
                Near(Ratio(refused, P(worlds, w => !w.IsSufficient)), likelihood.FussellVesely(importance.Variable), seed);
            }
        }
    }

    [Fact]
    public void ByProbability_DrawnFunctionsWithDependence_ListsEverySetFromTheMostProbable()
    {
        foreach (var seed in Draws.Seeds(300))
        {
            var sample = OutlookSample.Draw(seed, 6, isDependent: true);
            var worlds = Evaluated(sample);
            foreach (var (sets, value) in new[] { (sample.Function.UnlockSets(), true), (sample.Function.BlockingSets(), false) })
            {
                var listed = sets.ByProbability(sample.Outlook).ToArray();

                Assert.Equal(sets.Select(s => s.ToString()).Order(), listed.Select(l => l.Set.ToString()).Order());
                Assert.All(listed, l => Near(P(worlds, w => l.Set.Variables.All(v => w.Values[sample.Function.Variables.IndexOf(v)] == value)), l.Probability, seed));
                Assert.All(listed.Zip(listed.Skip(1)), pair => Assert.True(pair.First.Probability >= pair.Second.Probability * (1 - Close)));
            }
        }
    }

    [Fact]
    public void Likelihood_SmallRisk_LosesNoDigits()
    {
        var tiny = Math.ScaleB(1, -40);
        var circuit = new Circuit();
        var root = circuit.Or(circuit.Variable(0), circuit.Variable(1));
        var function = new SufficiencyFunction([Of("approval:a"), Of("approval:b")], circuit, root);
        var likelihood = function.Likelihood(Outlook.Create([], [new Estimate { Of = Of("approval:a"), Probability = 1 - tiny }, new Estimate { Of = Of("approval:b"), Probability = 1 - tiny }]));

        Assert.Equal(tiny * tiny, likelihood.Insufficient);
        Assert.Equal(1 / tiny, likelihood.Importances[0].RiskAchievementWorth);
        Assert.Null(likelihood.Importances[0].RiskReductionWorth);
        Assert.Equal(1, likelihood.FussellVesely(Of("approval:a")));
    }

    [Fact]
    public void Likelihood_OutlookThatDoesNotFit_EverythingToldAtOnce()
    {
        var circuit = new Circuit();
        var root = circuit.And(circuit.Variable(0), circuit.Variable(1));
        var function = new SufficiencyFunction([Of("approval:a"), Of("approval:b"), Of("approval:without-bearing")], circuit, root);
        var outlook = Outlook.Create([], [
            new Estimate { Of = Of("approval:b"), Probability = 1, Given = OpenMatter.Parse("circumstance:c"), Otherwise = 0 },
            new Estimate { Of = Of("nation:FR"), Probability = 0.5 }]);

        Assert.Equal(
            "The outlook does not fit the function: no probability of approval:a; no probability of circumstance:c, on which that of approval:b depends; a probability of nation:FR, which is unknown here. (Parameter 'outlook')",
            Assert.Throws<ArgumentException>(() => function.Likelihood(outlook)).Message);
    }

    [Fact]
    public void Likelihood_DefaultProbabilities_StandInForMissingEstimates()
    {
        var circuit = new Circuit();
        var function = new SufficiencyFunction([Of("party:a/Diet/Left"), Of("party:a/Diet/Right")], circuit, circuit.And(circuit.Variable(0), circuit.Variable(1)))
        {
            DefaultProbabilities = [0.5, 0.25],
        };

        Assert.Equal(0.125, function.Likelihood(Outlook.Create([], [])).Sufficient);
        Assert.Equal(0.25, function.Likelihood(Outlook.Create([], [new Estimate { Of = Of("party:a/Diet/Right"), Probability = 0.5 }])).Sufficient);
    }

    // What has occurred holds, and what is ruled out does not, whatever the outlook says of either.
    [Theory]
    [InlineData("""[{ "event": "occurred", "on": "2026-01-05" }]""", 0.75)]
    [InlineData("""[{ "event": "ruledOut", "on": "2026-01-05" }]""", 0.25)]
    [InlineData("[]", 0.5)]
    public void Likelihood_GivenACircumstanceOnRecord_IsThatOfWhatIsOnRecord(string events, double expected)
    {
        var model = Given.Model($$"""
            "circumstances": { "ceasefire": { "title": "A ceasefire is in force", "events": {{events}} } },
            "approvals": { "gb-vote": { "nation": "GB", "procedure": "priorApproval" } },
            "pledges": { "gb": { "nation": "GB", "support": "land", "stage": "firm", "needs": ["gb-vote"] } },
            "guarantees": { "force": { "pillar": "multinationalForce", "beneficiary": "UA", "standards": { "one": { "requires": { "contributors": "land", "atLeast": 1 } } } } }
            """);
        var outlook = Outlook.Create([], [
            new Estimate { Of = Of("circumstance:ceasefire"), Probability = 0.5 },
            new Estimate { Of = Of("approval:gb-vote"), Probability = 0.75, Given = OpenMatter.Parse("circumstance:ceasefire"), Otherwise = 0.25 }]);

        Assert.Equal(expected, SufficiencyFunction.Compile(model, Given.AsOf, "force").Likelihood(outlook).Sufficient);
    }

    // A blocking set is minimal if it has 21 of the 41: it is wholly refused with a given one in it if that one and at least twenty of the other forty are.
    [Fact]
    public void FussellVesely_OfAMajority_IsByTheBinomialDistribution()
    {
        var circuit = new Circuit();
        var function = new SufficiencyFunction(
            [.. Enumerable.Range(0, 41).Select(i => Of($"approval:a-{i}"))], circuit, circuit.AtLeast(21, [.. Enumerable.Range(0, 41).Select(circuit.Variable)]));
        var likelihood = function.Likelihood(Outlook.Create([], function.Variables.Select(v => new Estimate { Of = v, Probability = 0.5 })));

        Assert.Equal(0.5, likelihood.Insufficient, Close);
        Assert.Equal(0.5 + ((double)Combinatorics.Binomials(40)[20] * Math.ScaleB(1, -41)), likelihood.FussellVesely(function.Variables[40])!.Value, Close);
    }

    // The nodes of the diagram, once for each combination of the eight circumstances.
    [Fact]
    public void Likelihood_ContextsBeyondTheBudget_SaysSo()
    {
        const int nodes = 10;
        var outlook = EachByItsOwnCircumstance(8);

        Assert.Equal(Math.ScaleB(1, -8), AllOfEight(nodes << 8).Likelihood(outlook).Sufficient, Close);
        Assert.Equal(
            "the diagram under every combination of 8 circumstances on which others depend",
            Assert.Throws<AnalysisBudgetException>(() => AllOfEight((nodes << 8) - 1).Likelihood(outlook)).Work);
    }

    // The nodes of the diagram of the one set, as many times.
    [Fact]
    public void ByProbability_ContextsBeyondTheBudget_SaysSo()
    {
        const int nodes = 10;
        var outlook = EachByItsOwnCircumstance(8);

        Assert.Equal(Math.ScaleB(1, -8), Assert.Single(AllOfEight(nodes << 8).UnlockSets().ByProbability(outlook)).Probability, Close);
        Assert.Equal(
            "the diagram under every combination of 8 circumstances on which others depend",
            Assert.Throws<AnalysisBudgetException>(() => AllOfEight((nodes << 8) - 1).UnlockSets().ByProbability(outlook)).Work);
    }

    // Where a variable is critical may take more nodes than the function itself. Here they are ten and nine. Every variable is granted or refused at even chances.
    // The minimal blocking sets with 4 are 0 1 4, 1 3 4, 1 4 5, 2 3 4 and 2 4 5: of 64 worlds, one of them is wholly refused in 20, of 29 that are not sufficient.
    [Fact]
    public void FussellVesely_ContextsBeyondTheBudget_SaysSo()
    {
        const int nodes = 10;
        var outlook = EachByItsOwnCircumstance(6);

        Assert.Equal(20.0 / 29, Within(nodes << 6).Likelihood(outlook).FussellVesely(Of("approval:a-4"))!.Value, Close);
        var narrow = Within((nodes << 6) - 1).Likelihood(outlook);
        Assert.Equal(
            "the diagram under every combination of 6 circumstances on which others depend",
            Assert.Throws<AnalysisBudgetException>(() => narrow.FussellVesely(Of("approval:a-4"))).Work);

        static SufficiencyFunction Within(int budget)
        {
            var circuit = new Circuit();
            var v = Enumerable.Range(0, 6).Select(circuit.Variable).ToArray();
            var root = circuit.Or(circuit.And(v[0], v[4]), circuit.And(v[1], v[2]), circuit.And(v[0], v[3], v[5]), circuit.And(v[2], v[4]));
            return new SufficiencyFunction([.. Enumerable.Range(0, 6).Select(i => Of($"approval:a-{i}"))], circuit, root, new AnalysisBudget { Nodes = budget });
        }
    }

    [Fact]
    public void Likelihood_LongChainOfDependence_SaysSoAndNeedsNoDeepStack()
    {
        const int length = 5_000;
        var circuit = new Circuit();
        var function = new SufficiencyFunction([Of("circumstance:c-0")], circuit, circuit.Variable(0));
        var outlook = Outlook.Create([], [
            .. Enumerable.Range(0, length - 1).Select(i => new Estimate { Of = Of($"circumstance:c-{i}"), Probability = 1, Given = OpenMatter.Parse($"circumstance:c-{i + 1}"), Otherwise = 0 }),
            new Estimate { Of = Of($"circumstance:c-{length - 1}"), Probability = 0.5 }]);
        Exception? thrown = null;
        var thread = new Thread(() => thrown = Record.Exception(() => function.Likelihood(outlook)), 256 * 1024);
        thread.Start();
        thread.Join();

        Assert.Equal($"the diagram under every combination of {length - 1} circumstances on which others depend", Assert.IsType<AnalysisBudgetException>(thrown).Work);
    }

    [Fact]
    public void FussellVesely_ManyVariables_NeedsNoDeepStack()
    {
        const int variables = 2_000;
        var circuit = new Circuit();
        var function = new SufficiencyFunction(
            [.. Enumerable.Range(0, variables).Select(i => Of($"approval:a-{i}"))], circuit, circuit.And([.. Enumerable.Range(0, variables).Select(circuit.Variable)]));
        var likelihood = function.Likelihood(Outlook.Create([], function.Variables.Select((v, i) => new Estimate { Of = v, Probability = i == 0 ? 0.5 : 1 })));
        double? importance = null;
        var thread = new Thread(() => importance = likelihood.FussellVesely(function.Variables[0]), 256 * 1024);
        thread.Start();
        thread.Join();

        Assert.Equal(1, importance);
    }

    [Fact]
    public void Independence_InWords_NamesWhatDependsOnWhat()
    {
        var circuit = new Circuit();
        string[] names = ["approval:a", "approval:b", "circumstance:c", "stage:d", "approval:e"];
        var function = new SufficiencyFunction([.. names.Select(Of)], circuit, circuit.And([.. Enumerable.Range(0, 5).Select(circuit.Variable)]));
        var likelihood = function.Likelihood(Outlook.Create([], [
            new Estimate { Of = Of("approval:a"), Probability = 0.9, Given = OpenMatter.Parse("circumstance:x"), Otherwise = 0.1 },
            new Estimate { Of = Of("approval:b"), Probability = 0.9, Given = OpenMatter.Parse("circumstance:c"), Otherwise = 0.1 },
            new Estimate { Of = Of("circumstance:c"), Probability = 0.9, Given = OpenMatter.Parse("circumstance:x"), Otherwise = 0.1 },
            new Estimate { Of = Of("circumstance:x"), Probability = 0.5 },
            new Estimate { Of = Of("stage:d"), Probability = 0.5 },
            new Estimate { Of = Of("approval:e"), Probability = 0.5, Given = OpenMatter.Parse("circumstance:y"), Otherwise = 0.5 },
            new Estimate { Of = Of("circumstance:y"), Probability = 0.5 }]));

        Assert.Equal(
            """
            Taken as independent of each other:
            - approval:a, approval:b, circumstance:c: together, by circumstance:x, circumstance:c; independent of each other once that is settled
            - stage:d
            - approval:e: together, by circumstance:y; independent of each other once that is settled
            """,
            likelihood.Independence.ToString(), ignoreLineEndingDifferences: true);
    }

    [Fact]
    public void Likelihood_OfAModel_CountsWhatIsOnRecordAndLetsTheRestOfTheOutlookBe()
    {
        var model = Given.Model("""
            "pledges": {
              "fr-land": { "nation": "FR", "support": "land", "stage": "offered", "amount": [{ "from": 3000, "to": 3000 }] },
              "de-air": { "nation": "DE", "support": "land", "stage": "offered", "amount": [{ "from": 10, "to": 10 }] }
            },
            "guarantees": { "force": { "pillar": "multinationalForce", "beneficiary": "UA", "standards": { "some": { "requires": { "total": { "support": ["land"], "pledges": ["fr-land"] }, "atLeast": 3000 } } } } }
            """);
        var outlook = Outlook.Create([], [
            new Estimate { Of = Of("stage:fr-land"), Probability = 0.75, Given = OpenMatter.Parse("circumstance:ceasefire"), Otherwise = 0.25 },
            new Estimate { Of = Of("circumstance:ceasefire"), Probability = 0.5 },
            new Estimate { Of = Of("stage:de-air"), Probability = 0.5 },
            new Estimate { Of = Of("nation:FR"), Probability = 0.5 }]);

        Assert.Equal(0.5, SufficiencyFunction.Compile(model, Given.AsOf, "force").Likelihood(outlook).Sufficient);
        Assert.Equal(0.75, SufficiencyFunction.Compile(model, Given.AsOf, "force", granting: [OpenMatter.Parse("circumstance:ceasefire")]).Likelihood(outlook).Sufficient);
        Assert.Throws<ArgumentException>(() => SufficiencyFunction.Compile(model, Given.AsOf, "force").Likelihood(
            Outlook.Create([], outlook.Estimates.Append(new Estimate { Of = Of("stage:gone"), Probability = 0.5 }))));
    }

    [Fact]
    public void FussellVesely_NoVariableThatMatters_Refused()
    {
        var circuit = new Circuit();
        var function = new SufficiencyFunction(
            [Of("approval:a"), Of("approval:b"), Of("approval:c")], circuit, circuit.And(circuit.Variable(0), circuit.Variable(2)));
        var likelihood = function.Likelihood(
            Outlook.Create([], [new Estimate { Of = Of("approval:a"), Probability = 0.5 }, new Estimate { Of = Of("approval:c"), Probability = 0.5 }]));

        Assert.Equal(
            "'approval:b' is no variable that matters here: expected one of approval:a, approval:c. (Parameter 'variable')",
            Assert.Throws<ArgumentException>("variable", () => likelihood.FussellVesely(Of("approval:b"))).Message);
        Assert.Throws<ArgumentNullException>("variable", () => likelihood.FussellVesely(null!));
    }

    [Fact]
    public void Likelihood_WithoutAnOutlook_Refused()
    {
        var circuit = new Circuit();
        var function = new SufficiencyFunction([Of("approval:a")], circuit, circuit.Variable(0));

        Assert.Throws<ArgumentNullException>("outlook", () => function.Likelihood(null!));
        Assert.Throws<ArgumentNullException>("outlook", () => function.UnlockSets().ByProbability(null!));
    }

    [Fact]
    public void FussellVesely_BeyondTheBudget_SaysSo()
    {
        var circuit = new Circuit();
        var root = circuit.AtLeast(3, [.. Enumerable.Range(0, 6).Select(circuit.Variable)]);
        var (diagram, node, _) = DiagramCompiler.Compile(circuit, 6, root, AnalysisBudget.Default, CancellationToken.None);

        var thrown = Assert.Throws<AnalysisBudgetException>(() => CriticalRefusals.Of(diagram, node, 0, new AnalysisBudget { Nodes = 5 }, CancellationToken.None));
        Assert.Equal("the union of the minimal blocking sets with one variable in them", thrown.Work);
    }

    [Fact]
    public void Likelihood_Cancelled_Ends()
    {
        var circuit = new Circuit();
        var function = new SufficiencyFunction([Of("approval:a"), Of("approval:b")], circuit, circuit.And(circuit.Variable(0), circuit.Variable(1)));
        var outlook = Outlook.Create([], [new Estimate { Of = Of("approval:a"), Probability = 0.5 }, new Estimate { Of = Of("approval:b"), Probability = 0.5 }]);
        using var cancelled = new CancellationTokenSource();
        cancelled.Cancel();

        Assert.Throws<OperationCanceledException>(() => function.Likelihood(outlook, cancelled.Token));
        Assert.Throws<OperationCanceledException>(() => function.Likelihood(outlook).FussellVesely(Of("approval:a"), cancelled.Token));
        Assert.Throws<OperationCanceledException>(() => function.UnlockSets().ByProbability(outlook, cancelled.Token).First());
    }

    private static FunctionVariable Of(string written) => FunctionVariable.Parse(written);

    // Each is granted exactly if a circumstance of its own holds, at even chances.
    private static Outlook EachByItsOwnCircumstance(int variables) => Outlook.Create([], Enumerable.Range(0, variables).SelectMany(i => new[]
    {
        new Estimate { Of = Of($"approval:a-{i}"), Probability = 1, Given = OpenMatter.Parse($"circumstance:c-{i}"), Otherwise = 0 },
        new Estimate { Of = Of($"circumstance:c-{i}"), Probability = 0.5 },
    }));

    private static SufficiencyFunction AllOfEight(int budget)
    {
        var circuit = new Circuit();
        return new SufficiencyFunction(
            [.. Enumerable.Range(0, 8).Select(i => Of($"approval:a-{i}"))], circuit, circuit.And([.. Enumerable.Range(0, 8).Select(circuit.Variable)]),
            new AnalysisBudget { Nodes = budget });
    }

    private static int Refused(bool[] values, int size) => Enumerable.Range(0, size).Where(v => !values[v]).Aggregate(0, (bits, v) => bits | (1 << v));

    private static List<World> Evaluated(OutlookSample sample)
    {
        var size = sample.Circuit.Variables;
        var known = sample.Circuit.Assignments().Select(a => (sample.Circuit.IsTrue(a), sample.Circuit.IsTrue(a, greatest: true))).ToArray();
        return [.. sample.Worlds().Select(w =>
        {
            var (isSufficient, isPossible) = known[((1 << size) - 1) & ~Refused(w.Values, size)];
            return new World(w.Values, w.Probability, isSufficient, isPossible);
        })];
    }

    private static double P(List<World> worlds, Func<World, bool> where) => worlds.Where(where).Sum(w => w.Probability);

    private static double? Ratio(double? a, double? b) => b == 0 ? null : a / b;

    // To twelve digits, of what may be large as of what may be small; a difference to as many places.
    private static void Near(double? expected, double? actual, int seed)
    {
        Assert.Equal(expected is null, actual is null);
        Assert.True(expected is null || Math.Abs(expected.Value - actual!.Value) <= Close * Math.Max(1, Math.Abs(expected.Value)), $"seed {seed}: expected {expected}, found {actual}");
    }

    private sealed record World(bool[] Values, double Probability, bool IsSufficient, bool IsPossible);
}
