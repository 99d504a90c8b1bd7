using System.Collections.Immutable;
using Coalition.Approvals;
using Coalition.Internal;
using Coalition.Json;
using Coalition.Requirements;
using Coalition.Sufficiency;
using NodaTime;

namespace Coalition.Tests.Fixtures;

/// <summary>Small models and their parts, kept up to 10 January 2026.</summary>
internal static class Given
{
    internal static readonly LocalDate AsOf = new(2026, 1, 10);

    internal static readonly NationCode FR = new("FR");

    internal static readonly NationCode GB = new("GB");

    internal static readonly NationCode DE = new("DE");

    internal static readonly NationCode UA = new("UA");

    /// <summary>Four nations, of which Ukraine is the host, and two circumstances of which nothing is known.</summary>
    internal static CoalitionDraft Draft { get; } = new()
    {
        AsOf = AsOf,
        Nations =
        [
            new Nation { Code = FR, Name = "France", Roles = [NationRole.Framework, NationRole.Contributor] },
            new Nation { Code = GB, Name = "United Kingdom", Roles = [NationRole.Framework] },
            new Nation { Code = DE, Name = "Germany", Roles = [NationRole.Contributor] },
            new Nation { Code = UA, Name = "Ukraine", Roles = [NationRole.Host] },
        ],
        Circumstances =
        [
            new Circumstance { Id = "ceasefire", Title = "A ceasefire is in force" },
            new Circumstance { Id = "backstop", Title = "A backstop is granted" },
        ],
    };

    internal static LocalDate Day(string iso) =>
        IsoDate.TryParse(iso, out var day) ? day : throw new FormatException($"'{iso}' is no day.");

    /// <summary>The draft above with what a text adds to it: <c>"pledges": { … }</c> and so on, without the outer braces.</summary>
    internal static CoalitionModel Model(string body, string asOf = "2026-01-10") => CoalitionJson.Read(Text(body, asOf));

    internal static string Text(string body, string asOf = "2026-01-10") =>
        $$"""
        {
          "format": "coalition/1",
          "asOf": "{{asOf}}",
          {{(body.Contains("\"nations\": {", StringComparison.Ordinal) ? "" : """
          "nations": {
            "FR": { "name": "France", "roles": ["framework", "contributor"] },
            "GB": { "name": "United Kingdom", "roles": ["framework"] },
            "DE": { "name": "Germany", "roles": ["contributor"] },
            "UA": { "name": "Ukraine", "roles": ["host"] }
          },
          """)}}
          {{(body.Contains("\"circumstances\": {", StringComparison.Ordinal) ? "" : """
          "circumstances": {
            "ceasefire": { "title": "A ceasefire is in force" },
            "backstop": { "title": "A backstop is granted" }
          },
          """)}}
          {{body}}
        }
        """;

    internal static Pledge Pledge(string id, NationCode nation, long? amount = null, string support = "land") => new()
    {
        Id = id,
        Nation = nation,
        Support = support,
        Stage = PledgeStage.Firm,
        Claims = amount is { } given ? [new Claim(given, given)] : [],
    };

    internal static Guarantee Guarantee(string id, params ImmutableArray<(string Id, Requirement Requires)> standards) => new()
    {
        Id = id,
        Pillar = GuaranteePillar.MultinationalForce,
        Beneficiary = UA,
        Standards = [.. standards.Select(s => new SufficiencyStandard { Id = s.Id, Requires = s.Requires })],
    };

    internal static ParliamentaryApproval Approval(
        string id, NationCode nation, ApprovalProcedure procedure, params ImmutableArray<ApprovalAct> acts) => new()
        {
            Id = id,
            Nation = nation,
            Procedure = procedure,
            Acts = acts,
        };

    internal static Requirement Total(string support, long atLeast) =>
        new Requirement.Total(PledgeFilter.ForSupport(support), atLeast);

    internal static SufficiencyReport On(this CoalitionModel model, string day, params ImmutableArray<string> granting) =>
        SufficiencyEvaluator.Evaluate(model, Day(day), granting: granting.Select(m => OpenMatter.Parse(m)));

    internal static PledgeReport Pledge(this SufficiencyReport report, string id) =>
        report.Pledges.Single(p => p.Pledge.Id == id);

    /// <summary>The gates that a pledge does not pass, one a line, as <c>Stage Pending: ground [open matters]</c>.</summary>
    internal static string Gates(this SufficiencyReport report, string pledge) => string.Join(
        "\n", report.Pledge(pledge).Gates.Select(g => $"{g.Gate} {g.Standing}: {g.Ground} [{string.Join(", ", g.OpenMatters)}]"));

    /// <summary>The problems that something throws, one a line.</summary>
    internal static string Problems(Action create) => Lines(Assert.Throws<CoalitionModelException>(create));

    internal static string Problems(CoalitionDraft draft, CoalitionLimits? limits = null) =>
        Problems(() => CoalitionModel.Create(draft, limits));

    internal static string Problems(string json, CoalitionLimits? limits = null) =>
        Problems(() => CoalitionJson.Read(json, limits ?? CoalitionLimits.Default));

    internal static string Lines(CoalitionModelException exception) => string.Join("\n", exception.Problems);
}
