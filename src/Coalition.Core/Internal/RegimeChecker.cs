using System.Collections.Immutable;
using System.Globalization;
using Coalition.Approvals;

namespace Coalition.Internal;

/// <summary>Checks what spans several parts of a rule, several rules of a regime, or several regimes.</summary>
internal static class RegimeChecker
{
    private const long MaxKinds = 1_000_000;

    internal static void CheckSet(ImmutableArray<ApprovalRegime> regimes, Problems problems)
    {
        var nations = new HashSet<NationCode>();
        var rules = new Dictionary<string, NationCode>();
        foreach (var regime in regimes)
        {
            if (regime.Nation == default)
            {
                problems.Add("$.regimes", "a regime of no nation", NationCode.Expected);
            }
            else if (!nations.Add(regime.Nation))
            {
                problems.Add($"$.regimes.{regime.Nation}", $"a second regime of '{regime.Nation}'", "one regime for each nation");
                continue;
            }

            foreach (var rule in regime.Rules)
            {
                if (!rules.TryAdd(rule.Id, regime.Nation))
                {
                    problems.Add($"$.regimes.{regime.Nation}.rules.{rule.Id}", $"the id '{rule.Id}', as in the regime of {rules[rule.Id]}", "an id that no other rule has");
                }
            }
        }
    }

    /// <param name="rules">The rules of one regime.</param>
    /// <param name="broken">Ids of rules that could not be read, so that what refers to them does not dangle.</param>
    /// <param name="path">Their place.</param>
    /// <param name="problems">Where problems are noted.</param>
    internal static void CheckRules(ImmutableArray<RegimeRule> rules, HashSet<string> broken, string path, Problems problems)
    {
        if (problems.AddIfBeyond(rules.Length, ApprovalRegime.MaxRules, path))
        {
            return;
        }

        if (RegimeQuestion.Kinds(rules) is > MaxKinds and var kinds)
        {
            problems.Add(path, $"rules that tell {Number(kinds)} kinds of operations apart", $"at most {Number(MaxKinds)}, so that each can be tried");
        }

        var byId = new Dictionary<string, RegimeRule>();
        foreach (var rule in rules)
        {
            if (!byId.TryAdd(rule.Id, rule))
            {
                problems.Add($"{path}.{rule.Id}", $"a second rule with the id '{rule.Id}'", "an id that no other rule has");
            }
        }

        var isWhole = true;
        foreach (var rule in rules)
        {
            var place = $"{path}.{rule.Id}";
            CheckRule(rule, place, problems);
            for (var i = 0; i < rule.ExceptionTo.Length; i++)
            {
                var id = rule.ExceptionTo[i];
                if (!byId.ContainsKey(id))
                {
                    isWhole = false;
                    if (!broken.Contains(id))
                    {
                        problems.Add($"{place}.exceptionTo[{i}]", $"'{id}'", "the id of a rule of the same nation");
                    }
                }
            }
        }

        if (isWhole)
        {
            CheckCircles(rules, byId, path, problems);
        }
    }

    private static void CheckRule(RegimeRule rule, string place, Problems problems)
    {
        if (rule.From > rule.Until)
        {
            problems.Add($"{place}.until", IsoDate.Format(rule.Until.Value), $"a day on or after the first, {IsoDate.Format(rule.From.Value)}");
        }

        if (rule.When.HeadcountAtLeast > rule.When.HeadcountAtMost)
        {
            problems.Add(
                $"{place}.when.headcountAtMost", Number(rule.When.HeadcountAtMost.Value), $"a number not below the least, {Number(rule.When.HeadcountAtLeast.Value)}");
        }

        if (rule.Steps.IsEmpty == rule.NotKnown is null)
        {
            problems.Add(place, rule.NotKnown is null ? "neither 'steps' nor 'notKnown'" : "both 'steps' and 'notKnown'", "steps, or the reason why they are not known");
        }

        for (var i = 0; i < rule.Steps.Length; i++)
        {
            CheckStep(rule.Steps[i], $"{place}.steps[{i}]", problems);
        }
    }

    private static void CheckStep(RegimeStep step, string place, Problems problems)
    {
        var procedure = step.Procedure;
        Refuse(step.InformFirst, "informFirst", procedure is ApprovalProcedure.InformationOnly);
        Refuse(step.Within is not null, "within", procedure is ApprovalProcedure.InformationOnly or ApprovalProcedure.ExPostApproval);
        Refuse(step.RunsFrom != PeriodStart.Action, "runsFrom", procedure is ApprovalProcedure.ExPostApproval);
        Refuse(step.Combination == DecisionCombination.AnyMayAnnul, "combination", procedure is ApprovalProcedure.ExPostApproval);
        Refuse(step.Combination == DecisionCombination.JointSitting, "combination", RegimeSteps.Decides(procedure));
        Refuse(!step.Bodies.IsEmpty, "bodies", procedure is not (ApprovalProcedure.NotRequired or ApprovalProcedure.Prohibited));
        Refuse(step.CapHeadcount is not null, "capHeadcount", procedure is not ApprovalProcedure.Prohibited);
        Refuse(step.CapTotal is not null, "capTotal", procedure is not ApprovalProcedure.Prohibited);
        Refuse(step.CapDuration is not null, "capDuration", procedure is not ApprovalProcedure.Prohibited);
        Refuse(step.ProvisionalExtension is not null, "provisionalExtension", RegimeSteps.Decides(procedure));
        Refuse(step.Silence is not null, "silence", procedure is ApprovalProcedure.TacitApproval or ApprovalProcedure.ExPostApproval);
        if (procedure == ApprovalProcedure.TacitApproval && step.Silence is null)
        {
            problems.Add($"{place}.silence", "nothing", $"how long silence must last: {LegalPeriod.Expected}");
        }

        var bodies = new HashSet<string>();
        for (var i = 0; i < step.Bodies.Length; i++)
        {
            if (!bodies.Add(step.Bodies[i].Body))
            {
                problems.Add($"{place}.bodies[{i}].body", $"a second '{step.Bodies[i].Body}'", "a name that no other body of the step has");
            }

            if (!step.Bodies[i].Parties.IsEmpty)
            {
                problems.Add($"{place}.bodies[{i}].parties", $"{step.Bodies[i].Parties.Length} parties", "none: a law names no parties");
            }

            if (step.Bodies[i].Override is not null && (step.Bodies.Length < 2 || step.Combination != DecisionCombination.EachConsents))
            {
                problems.Add($"{place}.bodies[{i}].override", "a body that may override another", "several bodies, each of which must consent");
            }
        }

        if (step.Combination == DecisionCombination.JointSitting && step.Bodies.Select(b => b.Rule).Distinct().Count() > 1)
        {
            problems.Add($"{place}.bodies", "several rules of bodies that sit as one", "one rule for all of them");
        }

        if (step.RunsFrom == PeriodStart.Information && step.Within is null)
        {
            problems.Add($"{place}.runsFrom", "the start of a period that is not given", "'within' beside it");
        }

        void Refuse(bool isThere, string property, bool isAllowed)
        {
            if (isThere && !isAllowed)
            {
                problems.Add($"{place}.{property}", $"'{property}' of a step of {FormatNames.Of(procedure)}", $"no '{property}' of such a step");
            }
        }
    }

    // Rules that are an exception to nothing that is left are taken away until no rule is left, or each that is leads to another.
    private static void CheckCircles(ImmutableArray<RegimeRule> rules, Dictionary<string, RegimeRule> byId, string path, Problems problems)
    {
        var left = byId.Keys.ToHashSet();
        while (left.RemoveWhere(id => !byId[id].ExceptionTo.Any(left.Contains)) > 0)
        {
        }

        if (rules.FirstOrDefault(r => left.Contains(r.Id)) is { } first)
        {
            var circle = new List<string>();
            for (var id = first.Id; !circle.Contains(id); id = byId[id].ExceptionTo.First(left.Contains))
            {
                circle.Add(id);
            }

            var back = byId[circle[^1]].ExceptionTo.First(left.Contains);
            circle.RemoveRange(0, circle.IndexOf(back));
            problems.Add($"{path}.{back}.exceptionTo", $"a circle of exceptions: {string.Join(", ", circle)}", "exceptions that lead to a rule which is none");
        }
    }

    private static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);
}
