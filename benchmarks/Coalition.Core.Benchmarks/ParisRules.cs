using System.Reflection;
using Coalition.Analysis;
using RulesEngine.Models;

namespace Coalition.Benchmarks;

/// <summary>What must go well for the Paris case: the matters that 10,000 persons on land hang on, as properties that a general rule engine can read.</summary>
public sealed class ParisMatters
{
    /// <summary>approval:ee-riigikogu</summary>
    public bool EstonianVote { get; set; }

    /// <summary>approval:gb-commons</summary>
    public bool BritishVote { get; set; }

    /// <summary>approval:ua-rada</summary>
    public bool HostConsent { get; set; }

    /// <summary>circumstance:ceasefire</summary>
    public bool Ceasefire { get; set; }

    /// <summary>circumstance:peace-deal</summary>
    public bool PeaceDeal { get; set; }

    /// <summary>circumstance:gb-legal-instrument</summary>
    public bool LegalInstrument { get; set; }

    /// <summary>circumstance:gb-us-discussion</summary>
    public bool TalksWithWashington { get; set; }

    /// <summary>stage:ee-land</summary>
    public bool EstoniaFirm { get; set; }

    /// <summary>stage:fr-land</summary>
    public bool FranceFirm { get; set; }

    /// <summary>stage:gb-land</summary>
    public bool BritainFirm { get; set; }

    /// <summary>amount:ee-land</summary>
    public bool EstoniaInFull { get; set; }

    /// <summary>amount:fr-land</summary>
    public bool FranceInFull { get; set; }

    /// <summary>amount:gb-land</summary>
    public bool BritainInFull { get; set; }
}

/// <summary>The Paris case, 10,000 persons on land, three times: compiled, by hand in C#, and as rules for the RulesEngine package.</summary>
internal sealed class ParisRules
{
    private static readonly (string Matter, PropertyInfo Property)[] Properties =
    [
        .. new[]
        {
            ("approval:ee-riigikogu", nameof(ParisMatters.EstonianVote)), ("approval:gb-commons", nameof(ParisMatters.BritishVote)),
            ("approval:ua-rada", nameof(ParisMatters.HostConsent)), ("circumstance:ceasefire", nameof(ParisMatters.Ceasefire)),
            ("circumstance:peace-deal", nameof(ParisMatters.PeaceDeal)), ("circumstance:gb-legal-instrument", nameof(ParisMatters.LegalInstrument)),
            ("circumstance:gb-us-discussion", nameof(ParisMatters.TalksWithWashington)), ("stage:ee-land", nameof(ParisMatters.EstoniaFirm)),
            ("stage:fr-land", nameof(ParisMatters.FranceFirm)), ("stage:gb-land", nameof(ParisMatters.BritainFirm)),
            ("amount:ee-land", nameof(ParisMatters.EstoniaInFull)), ("amount:fr-land", nameof(ParisMatters.FranceInFull)),
            ("amount:gb-land", nameof(ParisMatters.BritainInFull)),
        }.Select(p => (p.Item1, typeof(ParisMatters).GetProperty(p.Item2)!)),
    ];

    private readonly RulesEngine.RulesEngine engine = new(
    [
        new Workflow
        {
            WorkflowName = "paris",
            Rules =
            [
                new Rule
                {
                    RuleName = "ten-thousand",
                    RuleExpressionType = RuleExpressionType.LambdaExpression,
                    LocalParams =
                    [
                        new ScopedParam
                        {
                            Name = "estonia", Expression = "(m.EstoniaFirm && m.EstonianVote && m.HostConsent) ? (m.EstoniaInFull ? 200 : 100) : 0",
                        },
                        new ScopedParam
                        {
                            Name = "france",
                            Expression = "(m.FranceFirm && m.HostConsent && (m.Ceasefire || m.PeaceDeal)) ? (m.FranceInFull ? 6000 : 0) : 0",
                        },
                        new ScopedParam
                        {
                            Name = "britain",
                            Expression = "(m.BritainFirm && m.BritishVote && m.HostConsent && m.Ceasefire && m.LegalInstrument && m.TalksWithWashington)"
                                + " ? (m.BritainInFull ? 7500 : 0) : 0",
                        },
                    ],
                    Expression = "estonia + france + britain >= 10000",
                },
            ],
        },
    ]);

    internal ParisRules()
    {
        Function = SufficiencyFunction.Compile(
            Json.CoalitionJson.Read(File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "paris-2026.json"))), new NodaTime.LocalDate(2026, 2, 22),
            "multinational-force", "iiss-fast");
    }

    internal SufficiencyFunction Function { get; }

    internal static bool ByHand(ParisMatters m)
    {
        var estonia = m.EstoniaFirm && m.EstonianVote && m.HostConsent ? m.EstoniaInFull ? 200 : 100 : 0;
        var france = m.FranceFirm && m.HostConsent && (m.Ceasefire || m.PeaceDeal) ? m.FranceInFull ? 6_000 : 0 : 0;
        var britain = m.BritainFirm && m.BritishVote && m.HostConsent && m.Ceasefire && m.LegalInstrument && m.TalksWithWashington
            ? m.BritainInFull ? 7_500 : 0 : 0;
        return estonia + france + britain >= 10_000;
    }

    internal async Task<bool> ByRulesEngine(ParisMatters matters) =>
        (await engine.ExecuteAllRulesAsync("paris", new RuleParameter("m", matters)).ConfigureAwait(false))[0].IsSuccess;

    /// <summary>Every assignment, as the function and as the others take it; all three must agree on each.</summary>
    internal (bool[][] Assignments, ParisMatters[] Matters) Assignments()
    {
        var variables = Function.Variables.Select(v => Array.Find(Properties, p => p.Matter == v.ToString()).Property
            ?? throw new InvalidOperationException($"The rules by hand do not know {v}.")).ToArray();
        var assignments = Enumerable.Range(0, 1 << variables.Length)
            .Select(bits => Enumerable.Range(0, variables.Length).Select(v => (bits & (1 << v)) != 0).ToArray()).ToArray();
        var matters = assignments.Select(a =>
        {
            var of = new ParisMatters();
            for (var v = 0; v < a.Length; v++)
            {
                variables[v].SetValue(of, a[v]);
            }

            return of;
        }).ToArray();
        for (var i = 0; i < assignments.Length; i++)
        {
            var compiled = Function.IsSufficient(assignments[i]);
            if (compiled != ByHand(matters[i]) || (i % 97 == 0 && compiled != ByRulesEngine(matters[i]).GetAwaiter().GetResult()))
            {
                throw new InvalidOperationException($"The rules disagree on assignment {i:b}.");
            }
        }

        return (assignments, matters);
    }
}
