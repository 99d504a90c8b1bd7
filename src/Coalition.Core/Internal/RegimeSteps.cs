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
            Note = Note(rule, main, information),
        };
    }

    /// <summary>A step in words, such as those of <c>docs/regimes.md</c>.</summary>
    internal static string Describe(RegimeStep step)
    {
        List<string> parts = [FormatNames.Of(step.Procedure)];
        if (!step.Bodies.IsEmpty)
        {
            var verb = Decides(step.Procedure) ? "by" : "with";
            var together = step.Bodies.Length == 1 ? "" : $" ({FormatNames.Of(step.Combination)})";
            parts.Add($"{verb} {string.Join(" and ", step.Bodies.Select(Describe))}{together}");
        }

        Add(step.InformFirst, "before forces act");
        Add(step.Within is not null, $"within {step.Within}");
        Add(step.RunsFrom == PeriodStart.Information, "from the information");
        Add(step.CountedFrom is not null, $"counted from: {step.CountedFrom}");
        Add(step.Silence is not null, $"silence of {step.Silence} is consent");
        Add(step.ProvisionalExtension is not null, $"goes on for {step.ProvisionalExtension} while a renewal is pending");
        Add(step.CapHeadcount is not null, FormattableString.Invariant($"at most {step.CapHeadcount} persons in one operation"));
        Add(step.CapTotal is not null, FormattableString.Invariant($"at most {step.CapTotal} persons in all"));
        Add(step.CapDuration is not null, $"for at most {step.CapDuration}");
        return string.Join(", ", parts);

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

    private static bool Decides(ApprovalProcedure procedure) => procedure is ApprovalProcedure.PriorApproval or ApprovalProcedure.CommitmentToVote
        or ApprovalProcedure.HostConsent or ApprovalProcedure.TacitApproval or ApprovalProcedure.ExPostApproval;

    private static string? Note(RegimeRule rule, RegimeStep main, RegimeStep? information)
    {
        List<string> notes = [];
        if (main.CapHeadcount is not null || main.CapTotal is not null || main.CapDuration is not null)
        {
            notes.Add($"Caps: {Describe(new RegimeStep { Procedure = main.Procedure, CapHeadcount = main.CapHeadcount, CapTotal = main.CapTotal, CapDuration = main.CapDuration })}.");
        }

        notes.AddRange(rule.Steps.Where(s => !ReferenceEquals(s, main) && !ReferenceEquals(s, information)).Select(s => $"Besides: {Describe(s)}."));
        notes.AddRange(new[] { information?.Note, ReferenceEquals(main, information) ? null : main.Note, rule.Note }.OfType<string>());
        return notes.Count == 0 ? null : string.Join(' ', notes);
    }
}
