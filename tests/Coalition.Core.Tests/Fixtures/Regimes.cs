using System.Collections.Immutable;
using Coalition.Approvals;

namespace Coalition.Tests.Fixtures;

/// <summary>Small regimes and their parts.</summary>
internal static class Regimes
{
    internal static readonly NationCode XA = new("XA");

    internal static RegimeConfidence Confidence { get; } = new() { Basis = "made up", Level = "high" };

    internal static RegimeRule Rule(string id, OperationPredicate? when = null, params ImmutableArray<string> exceptionTo) => new()
    {
        Id = id,
        When = when ?? OperationPredicate.Any,
        InWords = $"operations of {id}",
        ExceptionTo = exceptionTo,
        Steps = [new RegimeStep { Procedure = ApprovalProcedure.PriorApproval }],
        Citation = $"Art. {id}",
    };

    internal static ApprovalRegime Regime(params ImmutableArray<RegimeRule> rules) =>
        new() { Nation = XA, Name = "Arland", LegalBasis = "Constitution", Confidence = Confidence, Rules = rules };

    /// <summary>A regimes file of one nation, with what a text gives as its rules.</summary>
    internal static string Text(string rules, string regime = "") =>
        $$"""
        {
          "format": "coalition-regimes/1",
          "regimes": {
            "XA": {
              "name": "Arland", "legalBasis": "Constitution", "confidence": { "basis": "made up", "level": "high" }, {{regime}}
              "rules": { {{rules}} }
            }
          }
        }
        """;
}
