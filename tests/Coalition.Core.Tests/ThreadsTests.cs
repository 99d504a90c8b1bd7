using System.Collections.Immutable;
using System.Reflection;
using System.Runtime.Loader;
using Coalition.Analysis;
using Coalition.Approvals;
using Coalition.Json;
using Coalition.Sufficiency;
using Coalition.Tests.Analysis;
using Coalition.Tests.Fixtures;

namespace Coalition.Tests;

/// <summary>Whatever is immutable may be shared by many threads: each is told what it would be told alone.</summary>
/// <remarks>
/// What is filled when first asked for must bear being asked for by all at once: the matters and grounds of a report; the counts, members and bit program of a
/// function; the counts of sets and selections; the catalogue, and all other static data. So each round begins with new instances, and with the library
/// loaded anew where the data are static. Arrays that work lends from a pool are put to the same test by work that goes on side by side.
/// </remarks>
public class ThreadsTests
{
    private static readonly string text = Repository.Text("samples", "ParisSummit", "illustrative.json");
    private static readonly string lawText = CoalitionJson.Write(ApprovalRegimes.Catalogue);
    private static readonly Outlook outlook = CoalitionJson.ReadOutlook(Repository.Bytes("samples", "ParisSummit", "illustrative-outlook.json"));

    [Fact]
    public Task Model_SharedByManyThreads_AnswersAsFromOne() => ManyThreads.AssertAnswersAsFromOne(
        12,
        _ => CoalitionJson.Read(text),
        model => SufficiencyEvaluator.Evaluate(model, model.AsOf).ToText(),
        model => SufficiencyEvaluator.Evaluate(model, model.AsOf.PlusDays(40), granting: [OpenMatter.Parse("stage:xb-land")]).ToText(),
        model => string.Join('\n', SufficiencyTimeline.Over(model, model.AsOf, model.AsOf.PlusDays(200)).Standards.SelectMany(s => s.Intervals)),
        CoalitionJson.Write,
        model => string.Join('\n', model.Approvals.Select(a => $"{model.ApprovalState(a.Id, model.AsOf).Name} {model.MandateState(a.Id, model.AsOf)?.Name}")),
        model => CoalitionJson.Write(model.AddPledge(model.Pledges[0] with { Id = "further" })),
        model => string.Join('\n', SufficiencyFunction.Compile(model, model.AsOf, "multinational-force", "eight-thousand").UnlockSets()),
        model => string.Join('\n', FirstMovers.Of(model, model.AsOf, "air-shield").Sets()),
        model => string.Join('\n', Remedies.For(model, model.AsOf, "multinational-force", outlook, "five-thousand").Take(3)));

    [Fact]
    public Task Report_SharedByManyThreads_TellsTheSameAsToOne() => ManyThreads.AssertAnswersAsFromOne(
        30,
        round => round % 2 == 0 ? Reported(CoalitionJson.Read(text)) : Reported(PledgesThatWait()),
        report => report.ToText(),
        report => report.ToMarkdown(),
        CoalitionJson.Write,
        report => string.Join('\n', report.Pledges.SelectMany(p => p.Gates).Select(g => g.Ground)),
        report => string.Join('\n', report.Pledges.SelectMany(p => p.Gates).Select(g => string.Join(' ', g.OpenMatters))),
        report => string.Join('\n', report.Pledges.Reverse().SelectMany(p => p.Gates).Select(g => string.Join(' ', g.OpenMatters))),
        report => string.Join('\n', report.OpenMatters) + string.Join('\n', report.Assumptions));

    [Fact]
    public Task Timeline_SharedByManyThreads_TellsTheSameAsToOne()
    {
        var model = CoalitionJson.Read(text);
        return ManyThreads.AssertAnswersAsFromOne(
            12,
            _ => SufficiencyTimeline.Over(model, model.AsOf.PlusDays(-60), model.AsOf.PlusDays(200)),
            timeline => string.Join('\n', timeline.Standards.SelectMany(s => s.Intervals)),
            timeline => string.Join('\n', timeline.Standards.SelectMany(s => s.Intervals).SelectMany(i => i.Changes)),
            timeline => string.Join('\n', timeline.NextChanges(timeline.From)),
            timeline => string.Join('\n', timeline.Standards.Select(s => timeline[s.Guarantee, s.Standard].At(model.AsOf))));
    }

    [Fact]
    public Task Function_SharedByManyThreads_AnswersAsFromOne() => ManyThreads.AssertAnswersAsFromOne(
        24,
        round => new WeightedGame(40 + round, [.. Enumerable.Range(0, 24).Select(i => 1 + (i % 5))]).Function,
        function => string.Join(' ', Words(function)),
        function => string.Join(' ', function.Power().Players.Select(p => $"{p.ShapleyShubik}")),
        function => string.Join(' ', function.Holler()),
        function => string.Join(' ', function.DeeganPackel()),
        function => string.Join(' ', function.Resilience().Survivals.Select(s => s.Survived)),
        function => string.Join(' ', function.VetoPlayers().Concat(function.Dummies())),
        function => $"{function.UnlockSets().Count} {function.BlockingSets().Count}",
        function => $"{function.UnlockSets().ByProbability(Expecting(function)).First().Set}",
        function => FormattableString.Invariant($"{function.Likelihood(Expecting(function)).Sufficient:R}"));

    [Fact]
    public Task Sets_SharedByManyThreads_AreListedAndCountedAsByOne()
    {
        var function = new WeightedGame(12, [.. Enumerable.Range(0, 14).Select(i => 1 + (i % 4))]).Function;
        return ManyThreads.AssertAnswersAsFromOne(
            40,
            round => round % 2 == 0 ? function.UnlockSets() : function.BlockingSets(),
            sets => $"{sets.Count}",
            sets => string.Join(' ', sets.CountBySize),
            sets => $"{sets.List(20)}",
            sets => string.Join('\n', sets));
    }

    [Fact]
    public Task SelectionsAndMovers_SharedByManyThreads_AreListedAsByOne()
    {
        var model = CoalitionJson.Read(text);
        return ManyThreads.AssertAnswersAsFromOne(
            12,
            _ => (Selections: Remedies.For(model, model.AsOf, "multinational-force", outlook, "five-thousand"), Movers: FirstMovers.Of(model, model.AsOf, "air-shield")),
            both => $"{both.Selections.Count} {both.Selections}",
            both => string.Join('\n', both.Selections.Take(5)),
            both => string.Join('\n', both.Movers.Sets()),
            both => string.Join('\n', both.Movers.RoundsAfter(both.Movers.Nations).Select(r => $"{string.Join(' ', r.Pledges)} {r.IsMet}")));
    }

    [Fact]
    public async Task Compile_OnManyThreadsAtOnce_LendsNoArrayTwice()
    {
        for (var round = 0; round < 10; round++)
        {
            var found = await ManyThreads.AtOnce(thread => Answer(round + thread));

            Assert.Equal(Enumerable.Range(round, found.Length).Select(Answer), found);
        }

        static string Answer(int number)
        {
            var function = new WeightedGame(30 + number, [.. Enumerable.Range(0, 20).Select(i => 1 + ((i * (number + 3)) % 7))]).Function;
            return $"{function.UnlockSets().Count} {string.Join(' ', function.Power().Players.Select(p => p.Swings))} {string.Join(' ', Words(function))}";
        }
    }

    [Fact]
    public Task Regimes_SharedByManyThreads_AnswerAsFromOne()
    {
        var model = CoalitionJson.Read(Repository.Bytes("samples", "ParisSummit", "paris-2026.json"));
        return ManyThreads.AssertAnswersAsFromOne(
            8,
            _ => CoalitionJson.ReadRegimes(lawText),
            regimes => string.Join('\n', regimes.Select(r => regimes.ProcedureFor(r.Nation, Operations.Paris, model.AsOf)).Select(a => $"{a.GetType().Name} {a.Rule?.Id}: {a.Citation}")),
            regimes => string.Join('\n', regimes.SelectMany(r => r.Rules).Select(r => regimes.FindRule(r.Id)!.Id)),
            regimes => string.Join('\n', regimes.Disagreements(model)),
            CoalitionJson.Write);
    }

    /// <summary>The catalogue and all other static data, filled by whichever thread comes first.</summary>
    [Fact]
    public async Task StaticData_FirstAskedForByManyThreads_AreThoseOfOne()
    {
        for (var round = 0; round < 6; round++)
        {
            var library = new AssemblyLoadContext($"round {round}", isCollectible: true);
            var assembly = library.LoadFromAssemblyPath(typeof(CoalitionModel).Assembly.Location);
            Assert.NotSame(typeof(CoalitionModel).Assembly, assembly);
            var found = await ManyThreads.AtOnce(thread =>
            {
                // Half begin with the one, half with the other: static data that need each other must not wait for each other.
                var early = thread % 2 == 0 ? Catalogue(assembly) : null;
                var written = Rewritten(assembly);
                return (Catalogue: early ?? Catalogue(assembly), Written: written);
            });

            Assert.All(found, f => Assert.Same(found[0].Catalogue, f.Catalogue));
            Assert.All(found, f => Assert.Equal(CoalitionJson.Write(CoalitionJson.Read(text)), f.Written));
            Assert.Equal(lawText, Written(assembly, found[0].Catalogue));
            library.Unload();
        }

        static object Catalogue(Assembly library) => TypeIn(library, typeof(ApprovalRegimes)).GetProperty(nameof(ApprovalRegimes.Catalogue))!.GetValue(null)!;

        static string Rewritten(Assembly library) => Written(
            library,
            TypeIn(library, typeof(CoalitionJson)).GetMethods().Single(m => m.Name == nameof(CoalitionJson.Read) && m.GetParameters()[0].ParameterType == typeof(string))
                .Invoke(null, [text, null, CancellationToken.None])!);

        static string Written(Assembly library, object entry) =>
            (string)TypeIn(library, typeof(CoalitionJson)).GetMethod("Write", [entry.GetType()])!.Invoke(null, [entry])!;

        static Type TypeIn(Assembly library, Type type) => library.GetType(type.FullName!, throwOnError: true)!;
    }

    private static SufficiencyReport Reported(CoalitionModel model) => SufficiencyEvaluator.Evaluate(model, model.AsOf);

    // Each waits for more of the others than the one before it.
    private static CoalitionModel PledgesThatWait()
    {
        ImmutableArray<Pledge> pledges =
        [
            .. Enumerable.Range(0, 80).Select(i => Given.Pledge($"p{i}", Given.FR, 10) with
            {
                Stage = PledgeStage.Declared,
                Condition = i == 0 ? null : Given.Total("land", 10 * (i + 1)),
            }),
        ];
        return CoalitionModel.Create(Given.Draft with { Pledges = pledges, Guarantees = [Given.Guarantee("g", ("s", Given.Total("land", 500)))] });
    }

    private static Outlook Expecting(SufficiencyFunction function) =>
        Outlook.Create([], function.Variables.Select((v, i) => new Estimate { Of = v, Probability = 1.0 / (i + 2) }));

    private static ulong[] Words(SufficiencyFunction function)
    {
        var results = new ulong[3];
        function.IsSufficient([.. Enumerable.Range(0, 3 * function.Variables.Length).Select(i => 0x9E3779B97F4A7C15UL * (ulong)i)], results);
        return results;
    }
}
