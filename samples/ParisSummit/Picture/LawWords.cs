using Coalition.Approvals;
using NodaTime;

namespace ParisSummit.Picture;

/// <summary>Procedures, periods and votes in words.</summary>
internal static class LawWords
{
    internal static string Procedure(ApprovalProcedure procedure) => Words.Plain(procedure);

    /// <summary>What a procedure comes to.</summary>
    internal static string Meaning(ApprovalProcedure procedure) => procedure switch
    {
        ApprovalProcedure.PriorApproval => "consent before the fact",
        ApprovalProcedure.CommitmentToVote => "the law asks for no vote, but the government has undertaken to hold one",
        ApprovalProcedure.HostConsent => "the host's parliament consents to forces on its territory",
        ApprovalProcedure.NotRequired => "the law asks for nothing",
        ApprovalProcedure.InformationOnly => "parliament is informed, and does not decide",
        ApprovalProcedure.Consultation => "parliament is heard, and does not decide",
        ApprovalProcedure.TacitApproval => "silence for a period is consent",
        ApprovalProcedure.ExPostApproval => "the executive may act first; consent within a time, or the end of it",
        _ => "the law forbids it",
    };

    internal static string Confidence(RegimeConfidence confidence) => $"{confidence.Level} ({confidence.Basis.Replace('_', ' ')})";

    internal static string Of(LegalPeriod period)
    {
        if (period.Calendar is not { } calendar)
        {
            return Words.Many(period.SittingDays!.Value, "sitting day", "sitting days");
        }

        List<string> parts = [];
        Add(calendar.Years, "year", "years");
        Add(calendar.Months, "month", "months");
        Add(calendar.Weeks, "week", "weeks");
        Add(calendar.Days, "day", "days");
        return parts.Count == 0 ? "the same day" : string.Join(" and ", parts);

        void Add(int count, string one, string many)
        {
            if (count > 0)
            {
                parts.Add(Words.Many(count, one, many));
            }
        }
    }

    /// <summary>When a step must be taken, and what limits it: each in a few words.</summary>
    internal static IEnumerable<string> Times(RegimeStep step)
    {
        if (step.InformFirst)
        {
            yield return "before forces act";
        }

        if (step.Within is { } within)
        {
            yield return $"within {Of(within)}{(step.RunsFrom == PeriodStart.Information ? " of the information" : "")}";
        }

        if (step.CountedFrom is { } start)
        {
            yield return $"counted from: {start}";
        }

        if (step.Silence is { } silence)
        {
            yield return $"silence for {Of(silence)} is consent";
        }

        if (step.ProvisionalExtension is { } extension)
        {
            yield return $"a mandate goes on for {Of(extension)} while its renewal is pending";
        }

        if (step.CapHeadcount is { } persons)
        {
            yield return $"at most {Words.Of(persons)} persons in one operation";
        }

        if (step.CapTotal is { } all)
        {
            yield return $"at most {Words.Of(all)} persons in all operations";
        }

        if (step.CapDuration is { } duration)
        {
            yield return $"for at most {Of(duration)}";
        }
    }

    /// <summary>Who takes part in a step.</summary>
    internal static string Bodies(RegimeStep step) => string.Join(step.Combination == DecisionCombination.AnyMayAnnul ? " or " : " and ", step.Bodies.Select(b => b.Body));

    /// <summary>How several bodies decide together.</summary>
    internal static string Together(DecisionCombination combination) => combination switch
    {
        DecisionCombination.EachConsents => "each of them",
        DecisionCombination.JointSitting => "in one sitting, with one vote of all their members",
        _ => "any one of them may end it; to go on takes the consent of each",
    };

    /// <summary>How many must say yes in a body, or that nothing is stated of it.</summary>
    internal static string Votes(Decision body)
    {
        List<string> parts = [];
        if (body.Rule is { } rule)
        {
            parts.Add(Votes(rule, body.Members));
        }
        else if (body.Members is { } members)
        {
            parts.Add(Words.Many(members, "member", "members"));
        }

        if (body.Override is { } alone)
        {
            parts.Add(alone == body.Rule ? "even alone, if another refuses" : $"alone, if another refuses: {Votes(alone, body.Members)}");
        }

        return string.Join("; ", parts);
    }

    /// <summary>The votes that a rule needs of so many members.</summary>
    internal static string Votes(VotingRule rule, int? members) => members is not { } all ? $"{rule}"
        : rule.Of == VoteBase.Members ? $"{Words.Of(rule.VotesNeeded(all))} of {Words.Of(all)} members ({rule})"
        : $"{rule}: {Words.Of(rule.VotesNeeded(all))} of {Words.Of(all)} members, fewer if not all {(rule.Of == VoteBase.Cast ? "vote" : "are present")}";
}
