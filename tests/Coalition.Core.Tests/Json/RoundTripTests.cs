using System.Collections;
using System.Collections.Immutable;
using System.Globalization;
using System.Reflection;
using System.Text;
using Coalition.Approvals;
using Coalition.Internal;
using Coalition.Json;
using Coalition.Requirements;
using Coalition.Sufficiency;
using Coalition.Tests.Fixtures;
using NodaTime;

namespace Coalition.Tests.Json;

/// <summary>Property P9: writing a model and reading it back gives an equal model, whatever the culture.</summary>
public class RoundTripTests
{
    public static TheoryData<string> Cultures => ["", "tr-TR", "ar-SA", "de-DE", "fa-IR", "th-TH", "hi-IN"];

    private static CoalitionModel Illustrative => CoalitionJson.Read(File.ReadAllBytes(Path.Combine(Repository.Root, "samples", "ParisSummit", "illustrative.json")));

    private static CoalitionModel Paris => CoalitionJson.Read(File.ReadAllBytes(Path.Combine(Repository.Root, "samples", "ParisSummit", "paris-2026.json")));

    [Fact]
    public void Write_Everything_ReadsBackEqual()
    {
        var text = CoalitionJson.Write(Everything.Model);
        var back = CoalitionJson.Read(text);

        Assert.Equal(Everything.Model, back);
        Assert.Equal(Everything.Model.GetHashCode(), back.GetHashCode());
        Assert.Equal(text, CoalitionJson.Write(back));
    }

    [Fact]
    public void Write_Samples_ReadBackEqual()
    {
        foreach (var model in new[] { Illustrative, Paris })
        {
            Assert.Equal(model, CoalitionJson.Read(CoalitionJson.Write(model)));
        }
    }

    [Fact]
    public void Write_ToAStream_SameBytesAndStreamLeftOpen()
    {
        using var stream = new MemoryStream();
        CoalitionJson.Write(Everything.Model, stream);

        Assert.Equal(CoalitionJson.Write(Everything.Model), Encoding.UTF8.GetString(stream.ToArray()));
        Assert.True(stream.CanWrite);
    }

    [Fact]
    public void Write_AnEmptyModel_OnlyWhatIsThere() => Assert.Equal(
        "{\n  \"format\": \"coalition/1\",\n  \"asOf\": \"2026-01-10\"\n}\n",
        CoalitionJson.Write(CoalitionModel.Create(new CoalitionDraft { AsOf = Given.AsOf })));

    [Fact]
    public void Everything_UsesEveryPropertyOfEveryRecord()
    {
        // What acts inherit need be used by some act only.
        var unused = Graph.Of(Everything.Model.Draft)
            .SelectMany(o => Graph.PropertiesOf(o.GetType()).Select(p => (Name: $"{p.DeclaringType!.Name}.{p.Name}", Value: Graph.Value(p, o))))
            .GroupBy(p => p.Name).Where(g => g.All(p => IsNothing(p.Value))).Select(g => g.Key);

        Assert.Empty(unused);
    }

    [Fact]
    public void Everything_HasEveryMemberOfEveryClosedSet()
    {
        var graph = Graph.Of(Everything.Model.Draft);
        var missing = new List<string>();

        // Questions to regimes and their answers are in no model.
        Type[] ofRegimes = [typeof(OrganisationalFrame), typeof(OperationInput), typeof(RegimeDisagreementKind)];
        foreach (var set in typeof(CoalitionModel).Assembly.GetExportedTypes()
            .Where(t => t.IsEnum && t != typeof(Standing) && t.Namespace is not ("Coalition.Sufficiency" or "Coalition.Analysis" or "Coalition.Comparison") && !ofRegimes.Contains(t)))
        {
            missing.AddRange(Enum.GetValues(set).Cast<object>().Where(m => !graph.Contains(m)).Select(m => $"{set.Name}.{m}"));
        }

        foreach (var closed in new[] { typeof(ApprovalAct), typeof(Requirement) })
        {
            missing.AddRange(closed.GetNestedTypes().Where(c => graph.All(o => o.GetType() != c)).Select(c => $"{closed.Name}.{c.Name}"));
        }

        // What follows from acts and days is in no draft.
        string[] derived = ["DeadlineKind", "MotionStage", "TerminationCause"];
        Assert.DoesNotContain(missing, m => !derived.Contains(m.Split('.')[0]));
    }

    [Fact]
    public void Equality_OfEveryRecord_TellsEveryPropertyApart()
    {
        var alike = new List<string>();
        var compared = 0;
        foreach (var record in Graph.Of(Everything.Model.Draft).Where(o => !o.GetType().IsValueType && Graph.IsRecord(o.GetType())))
        {
            Assert.True(record.Equals(Clone(record)));
            Assert.Equal(record.GetHashCode(), Clone(record).GetHashCode());
            foreach (var property in Graph.InitPropertiesOf(record.GetType()))
            {
                var other = Clone(record);
                property.SetValue(other, Different(Graph.Value(property, record), property.PropertyType));
                compared++;
                if (record.Equals(other))
                {
                    alike.Add($"{record.GetType().Name}.{property.Name}");
                }
            }
        }

        Assert.Empty(alike.Distinct());
        Assert.True(compared > 500, $"Only {compared} properties were compared.");
    }

    [Theory]
    [MemberData(nameof(Cultures))]
    public void WriteAndEvaluate_InAnyCulture_TheSame(string culture)
    {
        CoalitionModel[] models = [Everything.Model, Illustrative, Paris];
        var expected = In("", () => Work(models));

        Assert.Equal(expected, In(culture, () => Work(models)));
    }

    [Theory]
    [MemberData(nameof(Cultures))]
    public void Read_InAnyCulture_TheSame(string culture)
    {
        var text = CoalitionJson.Write(Everything.Model);

        Assert.Equal(Everything.Model, In(culture, () => CoalitionJson.Read(text)));
        Assert.Equal(
            BadShapes.All.Select(c => c.Expected), In(culture, () => BadShapes.All.Select(c => Given.Problems(c.Json)).ToArray()));
    }

    private static string Work(CoalitionModel[] models) => string.Join(
        "\n",
        models.SelectMany(m => new[] { CoalitionJson.Write(m) }.Concat(
            new[] { new LocalDate(2026, 1, 31), new LocalDate(2030, 6, 1), new LocalDate(2031, 2, 28) }
                .Select(d => CoalitionJson.Write(SufficiencyEvaluator.Evaluate(m, d))))));

    private static T In<T>(string culture, Func<T> work)
    {
        T result = default!;
        Exception? thrown = null;
        var thread = new Thread(() =>
        {
            CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(culture);
            try
            {
                result = work();
            }
            catch (Exception exception)
            {
                thrown = exception;
            }
        });
        thread.Start();
        thread.Join();
        Assert.Null(thrown);
        return result;
    }

    private static bool IsNothing(object? value) => value switch
    {
        null or false or 0 or 0L or "" => true,
        ICollection items => items.Count == 0,
        _ => false,
    };

    private static object Clone(object record) => record.GetType().GetMethod("<Clone>$")!.Invoke(record, null)!;

    // Another value of the same property that the record accepts.
    private static object? Different(object? value, Type type) => (Nullable.GetUnderlyingType(type) ?? type, value) switch
    {
        (var t, string text) when t == typeof(string) => Guard.IsId(text) ? text + "-x" : text + " x",
        (var t, null) when t == typeof(string) => "x",
        (var t, LocalDate day) when t == typeof(LocalDate) => day.Year == 9999 ? day.PlusDays(-1) : day.PlusDays(1),
        (var t, null) when t == typeof(LocalDate) => Given.AsOf,
        (var t, bool flag) when t == typeof(bool) => !flag,
        (var t, _) when t == typeof(int) => value is 5 ? 6 : 5,
        (var t, _) when t == typeof(double) => value is 0.5 ? 0.75 : 0.5,
        (var t, _) when t.IsEnum => Enum.GetValues(t).Cast<object>().Last(m => !m.Equals(value)),
        (var t, _) when t == typeof(NationCode) => new NationCode(value is NationCode { Value: "DE" } ? "FR" : "DE"),
        (var t, _) when t == typeof(Unit) => value is Unit { Code: "EUR" } ? Unit.Personnel : Unit.Euro,
        (var t, _) when t == typeof(PublicationDate) => value is null ? new PublicationDate(Given.AsOf) : null,
        (var t, _) when t == typeof(Period) => Period.FromDays(999),
        (var t, _) when t == typeof(Requirement) => new Requirement.Holds("different"),
        (var t, _) when t == typeof(Tally) => value is null ? new Tally(1, 1) : null,
        (var t, _) when t == typeof(Mandate) => value is null ? Mandate.Unlimited : null,
        (var t, _) when t == typeof(Readiness) => value is null ? new Readiness { Notice = Period.Zero, From = "x" } : null,
        (var t, _) when t == typeof(Share) => value is null ? new Share(1, 3) : null,
        (var t, _) when t == typeof(LegalPeriod) => value is null ? new LegalPeriod(3) : null,
        (var t, _) when t == typeof(VotingRule) => value is null ? VotingRule.SimpleMajority : null,
        (var t, IEnumerable items) when t.IsGenericType && t.GetGenericTypeDefinition() == typeof(ImmutableArray<>) => Longer(items, t.GetGenericArguments()[0]),
        _ => throw new NotSupportedException($"No other value of {type} is known."),
    };

    private static object Longer(IEnumerable items, Type of) => typeof(RoundTripTests)
        .GetMethod(nameof(LongerOf), BindingFlags.NonPublic | BindingFlags.Static)!.MakeGenericMethod(of).Invoke(null, [items])!;

    private static ImmutableArray<T> LongerOf<T>(IEnumerable items)
    {
        ImmutableArray<T> all = [.. items.Cast<T>()];
        return all.IsEmpty ? [Any<T>()] : all.Add(all[0]);
    }

    private static T Any<T>() =>
        typeof(T) == typeof(string) ? (T)(object)"x"
        : typeof(T).IsEnum ? (T)Enum.GetValues(typeof(T)).GetValue(0)!
        : typeof(T) == typeof(LocalDate) ? (T)(object)Given.AsOf
        : typeof(T) == typeof(NationCode) ? (T)(object)Given.FR
        : Graph.Of(Everything.Model.Draft).OfType<T>().First();
}
