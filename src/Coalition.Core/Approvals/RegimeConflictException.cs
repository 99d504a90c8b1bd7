using System.Collections.Immutable;
using Coalition.Internal;
using NodaTime;

namespace Coalition.Approvals;

/// <summary>Several rules of one nation apply to an operation, and none is declared an exception to the others: a fault of the regime, or of what was asserted.</summary>
public sealed class RegimeConflictException : Exception
{
    internal RegimeConflictException(NationCode nation, ImmutableArray<string> rules, LocalDate on)
        : base($"Of {nation} the rules {string.Join(" and ", rules.Select(r => $"'{r}'"))} all apply to the operation on {IsoDate.Format(on)}; "
            + "expected one, or one that is declared an exception to the others.")
    {
        Nation = nation;
        Rules = rules;
        On = on;
    }

    /// <summary>The nation.</summary>
    public NationCode Nation { get; }

    /// <summary>The ids of the rules, in their order; at least two.</summary>
    public ImmutableArray<string> Rules { get; }

    /// <summary>The day that was asked about.</summary>
    public LocalDate On { get; }
}
