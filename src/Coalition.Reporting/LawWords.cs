using Coalition.Approvals;
using NodaTime;

namespace Coalition.Reporting;

/// <summary>Procedures, deadlines, mandates and votes in words.</summary>
internal static class LawWords
{
    internal static string Procedure(ApprovalProcedure procedure) => Words.Plain(procedure);

    internal static string Confidence(RegimeConfidence confidence) => $"{confidence.Level} ({confidence.Basis.Replace('_', ' ')})";

    internal static string Tell(ApprovalDeadline deadline, LocalDate on)
    {
        var what = deadline.Kind switch
        {
            DeadlineKind.Decision => "the decision is due",
            DeadlineKind.Information => "parliament must be informed",
            DeadlineKind.Silence => "silence becomes consent",
            DeadlineKind.Consent => "consent to what is under way is due",
            DeadlineKind.ProvisionalExtension => "the provisional extension ends",
            _ => "the mandate ends",
        };
        return deadline.LastDay is not { } last ? $"{what} on a day that is not known"
            : $"{what} on {Words.Day(last)}: " + (Period.DaysBetween(on, last) switch
            {
                0 => "that day",
                > 0 and var left => $"{Words.Many(left, "day", "days")} left",
                var gone => $"{Words.Many(-gone, "day", "days")} ago",
            });
    }

    internal static string Tell(MandateState? state, CoalitionModel model) => state switch
    {
        null => "none was given",
        MandateState.NotBegun notBegun => $"{state.Name}: its first day is {Words.Day(notBegun.From)}",
        MandateState.Active active => $"{state.Name}: {Limits(active.Mandate, model)}",
        MandateState.ProvisionallyExtended provisional => $"{state.Name} until {Words.Day(provisional.Until)}: {Limits(provisional.Mandate, model)}",
        MandateState.Extended extended => $"{state.Name}: {Limits(extended.Mandate, model)}",
        MandateState.Amended amended => $"{state.Name}: {Limits(amended.Mandate, model)}",
        MandateState.Expired expired => $"{state.Name}: its last day was {Words.Day(expired.Until)}",
        MandateState.Revoked revoked => $"{state.Name}: gone from {Words.Day(revoked.On)} on",
        MandateState.ConditionFailed failed => $"{state.Name}: {Limits(failed.Mandate, model)}",
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    internal static string Limits(Mandate mandate, CoalitionModel model)
    {
        List<string> limits = [(mandate.From is { } from ? $"from {Words.Day(from)} " : "") + (mandate.Until is { } until ? $"until {Words.Day(until)}" : "without an end")];
        Add(mandate.ExtendableUntil is { } extendable ? $"which the government may extend until {Words.Day(extendable)}" : null);
        foreach (var ceiling in mandate.Ceilings)
        {
            Add($"at most {Words.Number(ceiling.AtMost)} {(ceiling.Support is { } support ? $"of {model.GetSupportType(support).Name}" : "persons in all")}");
        }

        Add(mandate.Support.IsEmpty ? null : $"for: {string.Join(", ", mandate.Support.Select(s => model.GetSupportType(s).Name))}");
        Add(mandate.Zones.IsEmpty ? null : $"zones: {string.Join(", ", mandate.Zones.Select(z => Words.Plain(z)))}");
        Add(mandate.Condition is { } condition ? $"on the condition: {condition}" : null);
        Add(mandate.Caveats.IsEmpty ? null : $"caveats: {string.Join("; ", mandate.Caveats)}");
        return string.Join("; ", limits);

        void Add(string? limit)
        {
            if (limit is not null)
            {
                limits.Add(limit);
            }
        }
    }

    /// <summary>How many must say yes in a body, or that nothing is stated of it.</summary>
    internal static string Votes(Decision body) => body.Rule is not { } rule ? (body.Members is { } members ? Words.Many(members, "member", "members") : "")
        : body.Members is not { } all ? $"{rule}"
        : rule.Of == VoteBase.Members ? $"{Words.Number(rule.VotesNeeded(all))} of {Words.Number(all)} members ({rule})"
        : $"{rule}: {Words.Number(rule.VotesNeeded(all))} of {Words.Number(all)} members, fewer if not all {(rule.Of == VoteBase.Cast ? "vote" : "are present")}";

    /// <summary>What a rule asks for, step by step.</summary>
    internal static string Steps(RegimeRule rule) => rule.NotKnown is { } why ? $"not known: {why}"
        : rule.Steps.IsEmpty ? "nothing stated"
        : string.Join(", then ", rule.Steps.Select(s => Procedure(s.Procedure) + (s.Bodies.IsEmpty ? "" : $" ({string.Join(", ", s.Bodies.Select(b => b.Body))})")));

    /// <summary>The days on which a rule is in force, as far as they are stated.</summary>
    internal static string Days(RegimeRule rule) => (rule.From, rule.Until) switch
    {
        (null, null) => "",
        ({ } from, null) => $"from {Words.Day(from)}",
        (null, { } until) => $"until {Words.Day(until)}",
        ({ } from, { } until) => $"{Words.Day(from)} to {Words.Day(until)}",
    };
}
