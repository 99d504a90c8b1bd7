using System.Collections.Immutable;
using Coalition.Approvals;

namespace Coalition.Internal;

/// <summary>Makes approvals of what a rule asks for.</summary>
internal static class RegimeSteps
{
    /// <summary>One approval for each step. An information beside consent that follows the fact has its place there.</summary>
    internal static ImmutableArray<ParliamentaryApproval> ToApprovals(RegimeRule rule, NationCode nation, string id)
    {
        var information = rule.Steps.Any(s => s.Procedure == ApprovalProcedure.ExPostApproval)
            ? rule.Steps.FirstOrDefault(s => s.Procedure == ApprovalProcedure.InformationOnly && !s.InformFirst) : null;
        var approvals = ImmutableArray.CreateBuilder<ParliamentaryApproval>();
        foreach (var step in rule.Steps.Where(s => !ReferenceEquals(s, information)))
        {
            approvals.Add(ToApproval(rule, step, information, nation, approvals.Count == 0 ? id : FormattableString.Invariant($"{id}-{approvals.Count + 1}")));
        }

        return approvals.ToImmutable();
    }

    private static ParliamentaryApproval ToApproval(RegimeRule rule, RegimeStep step, RegimeStep? information, NationCode nation, string id)
    {
        var isExPost = step.Procedure == ApprovalProcedure.ExPostApproval;
        var informed = step.Procedure == ApprovalProcedure.InformationOnly ? step : isExPost ? information : null;
        return new ParliamentaryApproval
        {
            Id = id,
            Nation = nation,
            Procedure = step.Procedure,
            Law = rule.Id,
            Decisions = Decides(step.Procedure) ? step.Bodies : [],
            Combination = Decides(step.Procedure) ? step.Combination : default,
            InformFirst = step.InformFirst,
            InformWithin = informed?.Within,
            Silence = step.Silence,
            DecideWithin = isExPost ? step.Within : null,
            DecideFrom = step.RunsFrom,
            ProvisionalExtension = step.ProvisionalExtension,
            StatutoryMandate = WithinLaw(step) ? new Mandate { Ceilings = [new Ceiling(null, step.CapHeadcount!.Value)] } : null,
            Note = Note(rule, step, informed),
        };
    }

    /// <summary>A step in words, such as those of <c>docs/regimes.md</c>.</summary>
    internal static string Describe(RegimeStep step)
    {
        List<string> parts = [FormatNames.Of(step.Procedure)];
        if (!step.Bodies.IsEmpty)
        {
            var bodies = string.Join(" and ", step.Bodies.Select(Describe));
            parts.Add(!Decides(step.Procedure) ? $"with {bodies}"
                : step.Bodies.Length == 1 ? $"by {bodies}" : $"by {bodies} ({FormatNames.Of(step.Combination)})");
        }

        Add(step.InformFirst, "before forces act");
        Add(step.Within is not null, $"within {step.Within}");
        Add(step.RunsFrom == PeriodStart.Information, "from the information");
        Add(step.CountedFrom is not null, $"counted from: {step.CountedFrom}");
        Add(step.Silence is not null, $"silence of {step.Silence} is consent");
        Add(step.ProvisionalExtension is not null, $"goes on for {step.ProvisionalExtension} while a renewal is pending");
        return string.Join(", ", parts.Concat(Caps(step)));

        void Add(bool isThere, string part)
        {
            if (isThere)
            {
                parts.Add(part);
            }
        }
    }

    internal static string Describe(Decision decision)
    {
        List<string> parts = [];
        if (decision.Members is { } members)
        {
            parts.Add(FormattableString.Invariant($"{members} members"));
        }

        if (decision.Rule is { } rule)
        {
            parts.Add(rule.ToString());
        }

        if (decision.Override is { } alone)
        {
            parts.Add($"alone {alone}");
        }

        return parts.Count == 0 ? decision.Body : $"{decision.Body} ({string.Join("; ", parts)})";
    }

    internal static bool Decides(ApprovalProcedure procedure) => procedure.VoteBinds() || procedure == ApprovalProcedure.CommitmentToVote;

    // What is allowed without a vote, or before it, the law itself limits; a vote sets its own ceiling.
    private static bool WithinLaw(RegimeStep step) => step is
    {
        CapHeadcount: not null,
        Procedure: ApprovalProcedure.NotRequired or ApprovalProcedure.InformationOnly or ApprovalProcedure.Consultation or ApprovalProcedure.ExPostApproval,
    };

    private static List<string> Caps(RegimeStep step)
    {
        List<string> caps = [];
        if (step.CapHeadcount is { } headcount)
        {
            caps.Add(FormattableString.Invariant($"at most {headcount} persons in one operation"));
        }

        if (step.CapTotal is { } total)
        {
            caps.Add(FormattableString.Invariant($"at most {total} persons in all"));
        }

        if (step.CapDuration is { } duration)
        {
            caps.Add($"for at most {duration}");
        }

        return caps;
    }

    private static string? Note(RegimeRule rule, RegimeStep step, RegimeStep? information)
    {
        List<string> notes = [];
        var caps = Caps(step with { CapHeadcount = WithinLaw(step) ? null : step.CapHeadcount });
        if (caps.Count > 0)
        {
            notes.Add($"Caps: {string.Join(", ", caps)}.");
        }

        notes.AddRange(Told(information));
        notes.AddRange(ReferenceEquals(step, information) ? [] : Told(step));
        notes.AddRange(new[] { rule.Note }.OfType<string>());
        return notes.Count == 0 ? null : string.Join(' ', notes);
    }

    // An approval counts from its own acts: from what the law counts may be another day.
    private static IEnumerable<string> Told(RegimeStep? step) =>
        new[] { step?.CountedFrom is { } from ? $"Counted from: {from}." : null, step?.Note }.OfType<string>();
}
