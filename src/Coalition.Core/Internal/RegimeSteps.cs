using Coalition.Approvals;

namespace Coalition.Internal;

/// <summary>Makes an approval of what a rule asks for.</summary>
internal static class RegimeSteps
{
    internal static ParliamentaryApproval ToApproval(RegimeRule rule, NationCode nation, string id)
    {
        var main = Main(rule);
        var isInformation = main.Procedure == ApprovalProcedure.InformationOnly;
        var isExPost = main.Procedure == ApprovalProcedure.ExPostApproval;

        // Beside consent that follows the fact, the time of the information has its place; beside any other, it is told.
        var information = isInformation ? main
            : isExPost ? rule.Steps.FirstOrDefault(s => s.Procedure == ApprovalProcedure.InformationOnly && !s.InformFirst) : null;
        return new ParliamentaryApproval
        {
            Id = id,
            Nation = nation,
            Procedure = main.Procedure,
            Law = rule.Id,
            Decisions = Decides(main.Procedure) ? main.Bodies : [],
            Combination = Decides(main.Procedure) ? main.Combination : default,
            InformFirst = isInformation && main.InformFirst,
            InformWithin = information?.Within,
            Silence = main.Silence,
            DecideWithin = isExPost ? main.Within : null,
            DecideFrom = main.RunsFrom,
            ProvisionalExtension = main.ProvisionalExtension,
            StatutoryMandate = WithinLaw(main) ? new Mandate { Ceilings = [new Ceiling(null, main.CapHeadcount!.Value)] } : null,
            Note = Note(rule, main, information),
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

    // The last step that decides; where none does, the last that consults; else the last.
    private static RegimeStep Main(RegimeRule rule) =>
        rule.Steps.LastOrDefault(s => Decides(s.Procedure))
        ?? rule.Steps.LastOrDefault(s => s.Procedure != ApprovalProcedure.InformationOnly)
        ?? rule.Steps[^1];

    internal static bool Decides(ApprovalProcedure procedure) => procedure is ApprovalProcedure.PriorApproval or ApprovalProcedure.CommitmentToVote
        or ApprovalProcedure.HostConsent or ApprovalProcedure.TacitApproval or ApprovalProcedure.ExPostApproval;

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

    private static string? Note(RegimeRule rule, RegimeStep main, RegimeStep? information)
    {
        List<string> notes = [];
        var caps = Caps(main with { CapHeadcount = WithinLaw(main) ? null : main.CapHeadcount });
        if (caps.Count > 0)
        {
            notes.Add($"Caps: {string.Join(", ", caps)}.");
        }

        notes.AddRange(rule.Steps.Where(s => !ReferenceEquals(s, main) && !ReferenceEquals(s, information)).Select(s => $"Besides: {Describe(s)}."));
        notes.AddRange(new[] { information?.Note, ReferenceEquals(main, information) ? null : main.Note, rule.Note }.OfType<string>());
        return notes.Count == 0 ? null : string.Join(' ', notes);
    }
}
