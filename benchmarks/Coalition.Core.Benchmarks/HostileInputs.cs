using System.Collections.Immutable;
using System.Globalization;
using Coalition.Analysis;
using Coalition.Json;
using Coalition.Requirements;
using Coalition.Sufficiency;
using NodaTime;

namespace Coalition.Benchmarks;

/// <summary>Inputs that would take all memory, all time or the whole stack of a library that is not careful, each with what it is asked.</summary>
internal static class HostileInputs
{
    private const string Beginning = "{\"format\":\"coalition/1\",\"asOf\":\"2026-01-10\",\"nations\":{\"FR\":{\"name\":\"France\"}},";
    private static readonly LocalDate On = new(2026, 1, 10);
    private static readonly CoalitionLimits Raised = new() { MaxBytes = int.MaxValue, MaxPledges = 1_000_000, MaxEntries = 1_000_000 };

    /// <summary>Each input in words, and what makes it and gives the answer.</summary>
    internal static ImmutableArray<(string Input, Func<string> Ask)> All { get; } =
    [
        ("200 MB that are no JSON", () => Read(new RepeatedStream("", 200_000, _ => new string('x', 1000), ""))),
        ("200 MB of JSON", () => Read(Pledges(2_000_000))),
        ("200 MB of JSON, a stream that tells its length", () => Read(new MemoryStream(new byte[200_000_000]))),
        ("10,000 levels of arrays", () => Read(Nested("\"pledges\":", 10_000, "[", "]"))),
        ("10,000 levels of objects", () => Read(Nested("\"unknown\":", 10_000, "{\"x\":", "}"))),
        ("10,000 levels of 'allOf'", () => Read(Nested(Standard, 10_000, "{\"allOf\":[", "]}"))),
        ("an unknown property with 60 MB of nested values", () => Read(new RepeatedStream(Beginning + "\"x\":[", 3_000_000, _ => "[[{\"y\":[[]]}],0],\n ", "0]}"))),
        ("1,000,000 pledges", () => Read(Pledges(1_000_000))),
        ("250,000 pledges", () => Read(Pledges(250_000))),
        ("1,000,000 pledges, limits raised", () => Read(Pledges(1_000_000), Raised)),
        ("1,000,000 pledges, limits raised, evaluated", () => Evaluate(CoalitionJson.Read(Pledges(1_000_000), Raised))),
        ("600,000 problems", () => Read(new RepeatedStream(Beginning + "\"pledges\":{", 200_000, i => $"{(i == 0 ? "" : ",")}\"p{i}\":{{\"nation\":\"fr\",\"support\":\"?\",\"stage\":\"frim\"}}", "}}"))),
        ("600,000 problems, all listed", () => Read(new RepeatedStream(Beginning + "\"pledges\":{", 200_000, i => $"{(i == 0 ? "" : ",")}\"p{i}\":{{\"nation\":\"fr\",\"support\":\"?\",\"stage\":\"frim\"}}", "}}"), new CoalitionLimits { MaxProblems = int.MaxValue })),
        ("a text of 60 MB", () => Read(new RepeatedStream(Beginning + "\"title\":\"", 60_000, _ => new string('x', 1000), "\"}"))),
        ("an id of 60 MB", () => Read(new RepeatedStream(Beginning + "\"pledges\":{\"", 60_000, _ => new string('x', 1000), "\":{\"nation\":1,\"support\":2,\"stage\":3}}}"))),
        ("a property name of 60 MB", () => Read(new RepeatedStream(Beginning + "\"", 60_000, _ => new string('x', 1000), "\":1}"))),
        ("a text of 60 MB for a number, in escapes", () => Read(new RepeatedStream(Beginning + "\"pledges\":{\"p\":{\"nation\":\"FR\",\"support\":\"land\",\"stage\":\"firm\",\"amount\":[{\"from\":\"", 60_000, _ => string.Concat(Enumerable.Repeat("\\u00e9", 166)), "\"}]}}}"))),
        ("a number of 1,000,000 digits", () => Read(new RepeatedStream(Beginning + "\"pledges\":{\"p\":{\"nation\":\"FR\",\"support\":\"land\",\"stage\":\"firm\",\"amount\":[{\"from\":", 1000, _ => new string('9', 1000), "}]}}}"))),
        ("a probability of 1,000,000 digits", () => Say(CoalitionJson.ReadOutlook(new RepeatedStream("{\"format\":\"coalition-outlook/1\",\"probabilities\":[{\"of\":\"circumstance:c\",\"probability\":0.", 1000, _ => new string('9', 1000), "}]}")).Estimates.Length)),
        ("1,000,000 nations", () => Read(new RepeatedStream(Beginning[..^1].Replace("}}", "}", StringComparison.Ordinal), 1_000_000, i => $",\"{(char)('A' + (i % 26))}{(char)('A' + (i / 26 % 26))}\":{{\"name\":\"x\"}}", "}}"))),
        ("1,000,000 circumstances", () => Read(new RepeatedStream(Beginning + "\"circumstances\":{\"x\":{\"title\":\"x\"}", 1_000_000, i => $",\"c{i}\":{{\"title\":\"x\"}}", "}}"))),
        ("1,000,000 acts of one approval", () => Read(new RepeatedStream(Beginning + Approval, 1_000_000, i => $"{(i == 0 ? "" : ",")}{{\"act\":\"submitted\",\"on\":\"2026-01-01\"}}", "]}}}"))),
        ("1,000,000 acts of one day, limits raised", () => Read(new RepeatedStream(Beginning + Approval, 1_000_000, i => $"{(i == 0 ? "" : ",")}{{\"act\":\"submitted\",\"on\":\"2026-01-01\"}}", "]}}}"), Raised)),
        ("10,000 acts published in no order", () => Read(Acts(10_000))),
        ("600,000 decisions of one approval", () => Read(new RepeatedStream(Beginning + "\"approvals\":{\"a\":{\"nation\":\"FR\",\"procedure\":\"priorApproval\",\"decisions\":[", 600_000, i => $"{(i == 0 ? "" : ",")}{{\"body\":\"b{i}\",\"needs\":\"more than 1/2 of cast\"}}", "]}}}"))),
        ("1,000,000 parts of one condition", () => Read(new RepeatedStream(Beginning + Standard + "{\"allOf\":[", 1_000_000, i => $"{(i == 0 ? "" : ",")}\"always\"", "]}}}}}}"))),
        ("1,000,000 estimates of an outlook", () => Say(CoalitionJson.ReadOutlook(new RepeatedStream("{\"format\":\"coalition-outlook/1\",\"probabilities\":[", 1_000_000, i => $"{(i == 0 ? "" : ",")}{{\"of\":\"circumstance:c{i}\",\"probability\":0.5}}", "]}")).Estimates.Length)),
        ("900,000 rules of a regime", () => Say(CoalitionJson.ReadRegimes(new RepeatedStream("{\"format\":\"coalition-regimes/1\",\"regimes\":{\"FR\":{\"rules\":{\"fr-x\":1", 900_000, i => $",\"fr-{i}\":{{\"inWords\":\"x\",\"notKnown\":\"x\",\"citation\":\"x\"}}", "}}}}")).Count)),
        ("rules that tell 10^20 kinds of operations apart", () => Say(CoalitionJson.ReadRegimes(Regimes(9_000)).Count)),
        ("a circle of 10,000 standards, in C#", () => Say(CoalitionModel.Create(Chained(10_000, isCircle: true)).Guarantees.Length)),
        ("a chain of 10,000 standards, in C#", () => Say(CoalitionModel.Create(Chained(10_000, isCircle: false)).Guarantees.Length)),
        ("2^16 ways through 16 standards, in C#", () => Evaluate(CoalitionModel.Create(Doubled(16)))),
        ("10,000 guarantees that refer to one of 10,000 standards, in C#", () => Evaluate(CoalitionModel.Create(ManyToMany(10_000)))),
        ("a requirement 100,000 deep, in C#", () => Say(Deep(100_000).ToString().Length)),
        ("a requirement of 2^200 parts, in C#", () => Say(SharedParts(200).GetHashCode() == 0 ? 0 : 1)),
        ("one condition of 10,000 parts under which 250,000 pledges stand", () => Evaluate(CoalitionJson.Read(UnderOneMandate(250_000, 9_000)))),
        ("10,000 filters that each select 100,000 pledges", () => Evaluate(CoalitionJson.Read(ManyFilters(9_900, 100_000)))),
        ("a chain of 100,000 pledges in no order, in C#", () => Evaluate(CoalitionModel.Create(Chain(100_000)))),
        ("the power of 10,000 circumstances, in C#", () => Power(10_000)),
    ];

    private static string Standard => "\"guarantees\":{\"g\":{\"pillar\":\"other\",\"beneficiary\":\"FR\",\"standards\":{\"s\":{\"requires\":";

    private static string Approval => "\"approvals\":{\"a\":{\"nation\":\"FR\",\"procedure\":\"priorApproval\",\"acts\":[";

    private static string Say(long count) => count.ToString("N0", CultureInfo.InvariantCulture);

    private static string Read(Stream text, CoalitionLimits? limits = null) =>
        $"read, {Say(CoalitionJson.Read(text, limits ?? CoalitionLimits.Default).Pledges.Length)} pledges";

    private static string Evaluate(CoalitionModel model) =>
        string.Join(", ", SufficiencyEvaluator.Evaluate(model, On).Verdicts.Take(2).Select(v => v.Verdict?.ToString() ?? "not in force"));

    private static string Power(int circumstances)
    {
        var ids = Enumerable.Range(0, circumstances - 1).Select(i => $"c{i}").ToArray();
        var any = new Requirement.AnyOf([.. ids.Select(Requirement (id) => new Requirement.Holds(id))]);
        var draft = Draft([Named("g", any)]) with { Circumstances = [.. ids.Select(id => new Circumstance { Id = id, Title = id })] };
        return Say(SufficiencyFunction.Compile(CoalitionModel.Create(draft), On, "g").Power().Players.Length);
    }

    private static RepeatedStream Pledges(int count) => new(
        Beginning + "\"pledges\":{", count, i => $"{(i == 0 ? "" : ",\n")}\"p{i}\":{{\"nation\":\"FR\",\"support\":\"land\",\"stage\":\"firm\",\"amount\":[{{\"from\":{i}}}]}}",
        "}," + Standard + "{\"total\":\"land\",\"atLeast\":1000000}}}}}}");

    private static RepeatedStream Nested(string before, int levels, string open, string close) => new(
        Beginning + before, 2 * levels, i => i < levels ? open : (i == levels ? "1" : "") + close, "}}}}}");

    // Any of them may follow any other, so that what was known on each day must be tried.
    private static RepeatedStream Acts(int count) => new(
        Beginning + Approval, count,
        i => $"{(i == 0 ? "" : ",")}{{\"act\":\"{(i == 0 ? "submitted" : "scheduled")}\",\"on\":\"{Day(i)}\",\"published\":\"{Day(i == 0 ? 0 : (2 * count) - i)}\"}}", "]}}}");

    private static string Day(int number) => new LocalDate(1960, 1, 1).PlusDays(number).ToString("uuuu-MM-dd", CultureInfo.InvariantCulture);

    private static RepeatedStream Regimes(int rules) => new(
        "{\"format\":\"coalition-regimes/1\",\"regimes\":{\"FR\":{\"rules\":{", rules,
        i => $"{(i == 0 ? "" : ",")}\"fr-{i}\":{{\"when\":{{\"headcountAtLeast\":{i},\"support\":[\"s{i}\"]}},\"inWords\":\"x\",\"notKnown\":\"x\",\"citation\":\"x\"}}", "}}}}");

    private static CoalitionDraft Draft(IEnumerable<Guarantee> guarantees, IEnumerable<Pledge>? pledges = null) => new()
    {
        AsOf = On,
        Nations = [new Nation { Code = new NationCode("FR"), Name = "France" }],
        Circumstances = [new Circumstance { Id = "c", Title = "Ceasefire" }],
        Pledges = [.. pledges ?? []],
        Guarantees = [.. guarantees],
    };

    private static Guarantee Named(string id, params IEnumerable<Requirement> requirements) => new()
    {
        Id = id,
        Pillar = GuaranteePillar.Other,
        Beneficiary = new NationCode("FR"),
        Standards = [.. requirements.Select((r, i) => new SufficiencyStandard { Id = $"s{i}", Requires = r })],
    };

    private static CoalitionDraft Chained(int length, bool isCircle) => Draft(Enumerable.Range(0, length).Select(
        i => Named($"g{i}", i == length - 1 && !isCircle ? new Requirement.Holds("c") : new Requirement.Met($"g{(i + 1) % length}"))));

    private static CoalitionDraft Doubled(int length) => Draft(Enumerable.Range(0, length).Select(
        i => Named($"g{i}", i == length - 1 ? new Requirement.Holds("c") : new Requirement.AtLeast(2, new Requirement.Met($"g{i + 1}"), new Requirement.Met($"g{i + 1}")))));

    private static CoalitionDraft ManyToMany(int count) => Draft(
        [.. Enumerable.Range(0, count - 1).Select(i => Named($"h{i}", new Requirement.Met("g", $"s{count - 1}"))), Named("g", Enumerable.Repeat(new Requirement.Holds("c"), count))]);

    private static Requirement Deep(int levels)
    {
        Requirement deep = new Requirement.Holds("c");
        for (var i = 0; i < levels; i++)
        {
            deep = new Requirement.AllOf(deep);
        }

        return deep;
    }

    private static Requirement SharedParts(int levels)
    {
        Requirement shared = new Requirement.Holds("c");
        for (var i = 0; i < levels; i++)
        {
            shared = new Requirement.AnyOf(shared, shared);
        }

        return shared;
    }

    private static RepeatedStream UnderOneMandate(int pledges, int parts) => new(
        Beginning + Approval + "{\"act\":\"submitted\",\"on\":\"2026-01-01\",\"mandate\":{\"condition\":{\"anyOf\":[\"always\"" + string.Concat(Enumerable.Repeat(",\"always\"", parts))
        + "]}}}]}},\"pledges\":{", pledges, i => $"{(i == 0 ? "" : ",")}\"p{i}\":{{\"nation\":\"FR\",\"support\":\"land\",\"stage\":\"firm\",\"needs\":[\"a\"]}}", "}}");

    private static RepeatedStream ManyFilters(int filters, int pledges) => new(
        Beginning[..^2] + string.Concat(Enumerable.Range(0, 14).Select(b => $",\"X{(char)('A' + b)}\":{{\"name\":\"x\"}}")) + "},\"pledges\":{", pledges + filters,
        i => i < pledges
            ? $"{(i == 0 ? "" : ",")}\"p{i}\":{{\"nation\":\"FR\",\"support\":\"land\",\"stage\":\"firm\",\"amount\":[{{\"from\":1}}]}}"
            : $"{(i == pledges ? "}," + Standard + "{\"allOf\":[" : ",")}{{\"total\":{{\"nations\":[\"FR\"{Codes(i - pledges)}]}},\"unit\":\"personnel\",\"atLeast\":5}}",
        "]}}}}}}");

    // Each number another list: the nation of all pledges, and others that make the filter another one.
    private static string Codes(int number) => string.Concat(Enumerable.Range(0, 14).Where(b => (number & (1 << b)) != 0).Select(b => $",\"X{(char)('A' + b)}\""));

    // Each waits for the next of the chain.
    private static CoalitionDraft Chain(int pledges)
    {
        Pledge[] chain = [.. Enumerable.Range(0, pledges).Select(i => new Pledge
        {
            Id = $"p{i}",
            Nation = new NationCode("FR"),
            Support = "land",
            Stage = PledgeStage.Firm,
            Condition = i == pledges - 1 ? null : new Requirement.Contributes(new NationCode("FR"), new PledgeFilter { Pledges = [$"p{i + 1}"] }),
        })];
        new Random(pledges).Shuffle(chain);
        return Draft([Named("g", new Requirement.Contributes(new NationCode("FR"), new PledgeFilter { Pledges = ["p0"] }))], chain);
    }
}
