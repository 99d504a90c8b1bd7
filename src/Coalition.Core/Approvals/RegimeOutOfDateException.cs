using System.Collections.Immutable;
using Coalition.Internal;
using NodaTime;

namespace Coalition.Approvals;

/// <summary>The only rules of a nation that are for an operation are not in force on the day that was asked about.</summary>
public sealed class RegimeOutOfDateException : Exception
{
    internal RegimeOutOfDateException(NationCode nation, ImmutableArray<RegimeRule> rules, LocalDate on)
        : base($"Of {nation} no rule for the operation is in force on {IsoDate.Format(on)}: {string.Join(", ", rules.Select(Describe))}.")
    {
        Nation = nation;
        Rules = [.. rules.Select(r => r.Id)];
        On = on;
    }

    /// <summary>The nation.</summary>
    public NationCode Nation { get; }

    /// <summary>The ids of the rules that would be for it on other days, in their order; at least one.</summary>
    public ImmutableArray<string> Rules { get; }

    /// <summary>The day that was asked about.</summary>
    public LocalDate On { get; }

    private static string Describe(RegimeRule rule) => (rule.From, rule.Until) switch
    {
        ({ } from, { } until) => $"'{rule.Id}' is from {IsoDate.Format(from)} until {IsoDate.Format(until)}",
        ({ } from, null) => $"'{rule.Id}' is from {IsoDate.Format(from)}",
        (null, { } until) => $"'{rule.Id}' is until {IsoDate.Format(until)}",
        _ => throw new System.Diagnostics.UnreachableException(),
    };
}
