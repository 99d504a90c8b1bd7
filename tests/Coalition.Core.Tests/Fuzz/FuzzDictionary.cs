using System.Reflection;
using Coalition.Approvals;
using Coalition.Internal;
using Coalition.Json;
using Coalition.Sufficiency;

namespace Coalition.Tests.Fuzz;

/// <summary>The words that the formats know, as the dictionary of the fuzzer.</summary>
internal static class FuzzDictionary
{
    // What the values of properties are written in.
    private static readonly string[] Notations =
    [
        ModelFormat.Version, OutlookFormat.Version, RegimesFormat.Version, "always", "2026-01-10", "2026-01", "0001-01-01", "9999-12-31", "P7D", "P4M", "P1Y",
        "2 sitting days", "more than 1/2 of cast", "at least 2/3 of members", "more than 1/2 of present, quorum 1/3 of members", "1/3", "EUR", "personnel",
        "nation:FR", "party:a/Diet/Left", "approval:a", "admission:UA", "circumstance:a", "stage:a", "amount:a",
    ];

    // What is no word of a format but has broken readers of formats.
    private static readonly string[] Raw = ["null", "true", "false", "9223372036854775807", "9223372036854775808", "1e999", "-1", "0.5", "\\u0000", "\\ud800", "{}", "[]", "\"\"", "},{", "\":{"];

    /// <summary>The names of properties in the formats.</summary>
    internal static IEnumerable<string> Names { get; } =
        new[] { typeof(ModelFormat), typeof(OutlookFormat), typeof(RegimesFormat) }
            .SelectMany(f => f.GetFields(BindingFlags.NonPublic | BindingFlags.Static))
            .Where(f => f.FieldType == typeof(PropertyNames) && f.Name != nameof(ModelFormat.Acts))
            .SelectMany(f => ((PropertyNames)f.GetValue(null)!).Names)
            .Distinct().Order(StringComparer.Ordinal);

    /// <summary>The members of closed sets in the formats, and the acts.</summary>
    internal static IEnumerable<string> Words { get; } =
        ModelFormat.Acts.Names
            .Concat(FormatNames.All<ApprovalProcedure>()).Concat(FormatNames.All<CircumstanceChange>()).Concat(FormatNames.All<DecisionCombination>())
            .Concat(FormatNames.All<NationRole>()).Concat(FormatNames.All<OrganisationalFrame>()).Concat(FormatNames.All<PeriodStart>())
            .Concat(FormatNames.All<GuaranteePillar>()).Concat(FormatNames.All<PledgeStage>()).Concat(FormatNames.All<SourceLabel>())
            .Concat(FormatNames.All<SupportFamily>()).Concat(FormatNames.All<Zone>())
            .Distinct().Order(StringComparer.Ordinal);

    /// <summary>The dictionary, in the form that afl-fuzz reads: a word a line, in quotation marks.</summary>
    internal static string Text { get; } = string.Concat(
        Names.Select(n => $"\"{n}\":").Concat(Words.Concat(Notations).Select(w => $"\"{w}\"")).Concat(Raw).Select(t => $"\"{t.Replace("\\", "\\\\").Replace("\"", "\\\"")}\"\n"));
}
