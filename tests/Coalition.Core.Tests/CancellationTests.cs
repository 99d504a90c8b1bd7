using System.Reflection;
using Coalition.Analysis;
using Coalition.Approvals;
using Coalition.Comparison;
using Coalition.Json;
using Coalition.Requirements;
using Coalition.Sufficiency;
using Coalition.Tests.Fixtures;
using NodaTime;

namespace Coalition.Tests;

/// <summary>Whatever takes a token hears it, and leaves nothing broken.</summary>
public class CancellationTests
{
    private const string Outlook = """
        {
          "format": "coalition-outlook/1", "probabilities": [{ "of": "circumstance:ceasefire", "probability": 0.5 }],
          "remedies": { "unit": "EUR", "menu": { "grant": { "cost": 1, "grant": "circumstance:ceasefire" } } }
        }
        """;

    private const string Regimes = """{ "format": "coalition-regimes/1", "regimes": {} }""";

    private static readonly CoalitionModel Contingent = CoalitionModel.Create(Given.Draft with
    {
        Pledges = [Given.Pledge("p", Given.FR, 5) with { Condition = new Requirement.Holds("ceasefire") }, .. Enumerable.Range(0, 50).Select(i => Given.Pledge($"q-{i}", Given.DE, i))],
        Guarantees = [Given.Guarantee("force", ("s", new Requirement.Contributes(Given.FR, PledgeFilter.All)))],
    });

    private static readonly CoalitionModel Deadlocked = CoalitionModel.Create(Given.Draft with
    {
        Pledges =
        [
            Given.Pledge("p", Given.FR) with { Condition = new Requirement.Contributes(Given.GB, PledgeFilter.All) },
            Given.Pledge("q", Given.GB) with { Condition = new Requirement.Contributes(Given.FR, PledgeFilter.All) },
        ],
        Guarantees = [Given.Guarantee("force", ("s", new Requirement.Contributes(Given.FR, PledgeFilter.All)))],
    });

    private static readonly Outlook Assumed = CoalitionJson.ReadOutlook(Outlook);

    private static readonly Dictionary<string, Func<CancellationToken, object?>> Calls = new()
    {
        ["CoalitionModel.Create(CoalitionDraft)"] = stop => CoalitionModel.Create(Contingent.Draft, cancellation: stop),
        ["CoalitionJson.Read(String)"] = stop => CoalitionJson.Read(CoalitionJson.Write(Contingent), cancellation: stop),
        ["CoalitionJson.Read(ReadOnlySpan`1)"] = stop => CoalitionJson.Read(Utf8(CoalitionJson.Write(Contingent)), cancellation: stop),
        ["CoalitionJson.Read(Stream)"] = stop => CoalitionJson.Read(new MemoryStream(Utf8(CoalitionJson.Write(Contingent))), cancellation: stop),
        ["CoalitionJson.ReadOutlook(String)"] = stop => CoalitionJson.ReadOutlook(Outlook, cancellation: stop),
        ["CoalitionJson.ReadOutlook(ReadOnlySpan`1)"] = stop => CoalitionJson.ReadOutlook(Utf8(Outlook), cancellation: stop),
        ["CoalitionJson.ReadOutlook(Stream)"] = stop => CoalitionJson.ReadOutlook(new MemoryStream(Utf8(Outlook)), cancellation: stop),
        ["CoalitionJson.ReadRegimes(String)"] = stop => CoalitionJson.ReadRegimes(Regimes, cancellation: stop),
        ["CoalitionJson.ReadRegimes(ReadOnlySpan`1)"] = stop => CoalitionJson.ReadRegimes(Utf8(Regimes), cancellation: stop),
        ["CoalitionJson.ReadRegimes(Stream)"] = stop => CoalitionJson.ReadRegimes(new MemoryStream(Utf8(Regimes)), cancellation: stop),
        ["SufficiencyEvaluator.Evaluate(CoalitionModel)"] = stop => SufficiencyEvaluator.Evaluate(Contingent, Given.AsOf, cancellation: stop),
        ["CoalitionComparison.Between(CoalitionModel)"] = stop => CoalitionComparison.Between(Contingent, Deadlocked, Given.AsOf, cancellation: stop),
        ["CoalitionComparison.Between(SufficiencyReport)"] = stop => CoalitionComparison.Between(
            SufficiencyEvaluator.Evaluate(Contingent, Given.AsOf), SufficiencyEvaluator.Evaluate(Contingent, Given.AsOf, granting: [OpenMatter.Parse("circumstance:ceasefire")]), cancellation: stop),
        ["SufficiencyTimeline.Over(CoalitionModel)"] = stop => SufficiencyTimeline.Over(Contingent, Given.AsOf, Given.AsOf, cancellation: stop),
        ["SufficiencyFunction.Compile(CoalitionModel)"] = stop => Function(stop),
        ["SufficiencyFunction.UnlockSets()"] = stop => Function().UnlockSets(stop),
        ["SufficiencyFunction.BlockingSets()"] = stop => Function().BlockingSets(stop),
        ["SufficiencyFunction.Power()"] = stop => Function().Power(stop),
        ["SufficiencyFunction.DeeganPackel()"] = stop => Function().DeeganPackel(stop),
        ["SufficiencyFunction.Holler()"] = stop => Function().Holler(stop),
        ["SufficiencyFunction.Johnston()"] = stop => Function().Johnston(stop),
        ["SufficiencyFunction.Resilience()"] = stop => Function().Resilience(stop),
        ["SufficiencyFunction.Likelihood(Outlook)"] = stop => Function().Likelihood(Assumed, stop),
        ["Likelihood.FussellVesely(FunctionVariable)"] = stop => Function().Likelihood(Assumed).FussellVesely(Function().Variables[0], stop),
        ["MinimalSets.ByProbability(Outlook)"] = stop => Function().UnlockSets().ByProbability(Assumed, stop).ToList(),
        ["FirstMovers.Of(CoalitionModel)"] = stop => FirstMovers.Of(Deadlocked, Given.AsOf, "force", cancellation: stop),
        ["FirstMovers.Sets()"] = stop => FirstMovers.Of(Deadlocked, Given.AsOf, "force").Sets(stop),
        ["FirstMovers.RoundsAfter(IEnumerable`1)"] = stop => FirstMovers.Of(Deadlocked, Given.AsOf, "force").RoundsAfter([Given.FR], stop),
        ["Remedies.For(CoalitionModel)"] = stop => Remedies.For(Contingent, Given.AsOf, "force", Assumed, cancellation: stop),
    };

    public static TheoryData<string> Names => [.. Calls.Keys];

    [Fact]
    public void Calls_AllThatTakeAToken_AreListedHereAndTakeItLastAndAsAnOption()
    {
        var taking = typeof(CoalitionModel).Assembly.GetExportedTypes()
            .SelectMany(t => t.GetMethods(BindingFlags.Public | BindingFlags.Static | BindingFlags.Instance | BindingFlags.DeclaredOnly))
            .Where(m => m.GetParameters().Any(p => p.ParameterType == typeof(CancellationToken))).ToList();

        Assert.All(taking, m => Assert.True(m.GetParameters()[^1] is { HasDefaultValue: true, Name: "cancellation" }, m.ToString()));
        Assert.Equal(
            taking.Select(m => $"{m.DeclaringType!.Name}.{m.Name}({(m.GetParameters() is [{ IsOptional: false } first, ..] ? first.ParameterType.Name : "")})").Order(),
            Calls.Keys.Order());
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Call_CancelledBeforehand_Throws(string name)
    {
        Assert.NotNull(Calls[name](CancellationToken.None));
        Assert.Throws<OperationCanceledException>(() => Calls[name](new CancellationToken(canceled: true)));
    }

    [Fact]
    public void Evaluate_CancelledWhileItRuns_Throws()
    {
        using var source = new CancellationTokenSource();

        Assert.Throws<OperationCanceledException>(
            () => SufficiencyEvaluator.Evaluate(Contingent, Given.AsOf, granting: Cancelling(source), cancellation: source.Token));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(40)]
    [InlineData(1_000)]
    public void Read_CancelledAfterSomeBytes_Throws(int bytes)
    {
        using var source = new CancellationTokenSource();
        using var stream = new CancellingStream(Utf8(CoalitionJson.Write(Contingent)), bytes, source);

        Assert.Throws<OperationCanceledException>(() => CoalitionJson.Read(stream, cancellation: source.Token));
        Assert.Equal(bytes, stream.Served);
    }

    [Fact]
    public void Calls_CancelledAtManyMoments_GiveTheSameAfterwards()
    {
        var model = CoalitionJson.Read(File.ReadAllText(Path.Combine(Repository.Root, "samples", "ParisSummit", "paris-2026.json")));
        var report = CoalitionJson.Write(SufficiencyEvaluator.Evaluate(model, model.AsOf));
        var standard = model.Guarantees[0].Standards[0].Id;
        var function = SufficiencyFunction.Compile(model, model.AsOf, model.Guarantees[0].Id, standard);
        var power = Told(function.Power());
        for (var spins = 1; spins < 200_000; spins *= 2)
        {
            // Whether it ends in time or not, what is asked again afterwards must not notice.
            Try(spins, stop => SufficiencyEvaluator.Evaluate(model, model.AsOf, cancellation: stop));
            Try(spins, stop => SufficiencyTimeline.Over(model, model.AsOf.PlusDays(-30), model.AsOf, cancellation: stop));
            Try(spins, stop => SufficiencyFunction.Compile(model, model.AsOf, model.Guarantees[0].Id, standard, cancellation: stop));
            var other = SufficiencyFunction.Compile(model, model.AsOf, model.Guarantees[0].Id, standard);
            Try(spins, stop => other.Power(stop));
            Assert.Equal(report, CoalitionJson.Write(SufficiencyEvaluator.Evaluate(model, model.AsOf)));
            Assert.Equal(power, Told(other.Power()));
        }
    }

    private static string Told(PowerIndices power) => string.Join(' ', power.Players.Select(p => $"{p.Player} {p.Banzhaf} {p.ShapleyShubik}"));

    private static void Try(int spins, Action<CancellationToken> work)
    {
        using var source = new CancellationTokenSource();
        var canceller = new Thread(() =>
        {
            Thread.SpinWait(spins);
            source.Cancel();
        });
        canceller.Start();
        try
        {
            work(source.Token);
        }
        catch (OperationCanceledException)
        {
        }

        canceller.Join();
    }

    private static SufficiencyFunction Function(CancellationToken stop = default) =>
        SufficiencyFunction.Compile(Contingent, Given.AsOf, "force", cancellation: stop);

    private static byte[] Utf8(string text) => System.Text.Encoding.UTF8.GetBytes(text);

    private static IEnumerable<OpenMatter> Cancelling(CancellationTokenSource source)
    {
        yield return OpenMatter.Parse("circumstance:ceasefire");
        source.Cancel();
    }

    /// <summary>Serves some bytes, and cancels with the last of them.</summary>
    private sealed class CancellingStream(byte[] bytes, int most, CancellationTokenSource source) : MemoryStream(bytes)
    {
        internal int Served { get; private set; }

        public override int Read(Span<byte> buffer)
        {
            var read = base.Read(buffer[..Math.Min(buffer.Length, most - Served)]);
            Served += read;
            if (Served == most)
            {
                source.Cancel();
            }

            return read;
        }
    }
}
