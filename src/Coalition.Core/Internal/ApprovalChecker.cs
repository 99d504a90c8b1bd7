using Coalition.Approvals;
using NodaTime;

namespace Coalition.Internal;

/// <summary>Checks one approval: its procedure, its bodies, its acts in their order, its votes, and its mandates.</summary>
internal sealed class ApprovalChecker(ModelIndex index, CoalitionLimits limits, Problems problems, RequirementChecker requirements, EntryChecks shared)
{
    internal void Check(ParliamentaryApproval approval, string path, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        var nation = index.Nations.Find(approval.Nation);
        if (!index.Nations.Declares(approval.Nation))
        {
            problems.Add($"{path}.nation", $"'{approval.Nation}'", "the code of a nation of this model");
        }

        if (approval.Procedure == ApprovalProcedure.HostConsent && nation is not null && !nation.Roles.Contains(NationRole.Host))
        {
            problems.Add($"{path}.nation", $"'{approval.Nation}', which is no host", "a nation with the role host, for the procedure hostConsent");
        }

        CheckBodies(approval, path);
        CheckPeriods(approval, path);
        CheckMandate(approval.StatutoryMandate, $"{path}.statutoryMandate");
        for (var i = 0; i < approval.Acts.Length; i++)
        {
            cancellation.ThrowIfCancellationRequested();
            CheckAct(approval, approval.Acts[i], $"{path}.acts[{i}]");
        }

        if (approval.Acts.Length <= limits.MaxEntries)
        {
            new ChronologyChecker<ParliamentaryApprovalState, ApprovalAct>(
                problems, $"{path}.acts", index.SourceOf, ParliamentaryApprovalState.Initial(approval), Chronology.Next(approval),
                (state, day) => Deadlines.Elapse(state, approval, day, LocalDate.MaxIsoValue), act => act.Name, state => state.Name,
                state => Allowed(state, approval)).Check(approval.Acts, cancellation);
        }
    }

    // An act of an allowed kind may still repeat or contradict a consent.
    private static string Allowed(ParliamentaryApprovalState state, ParliamentaryApproval approval) =>
        string.Join(", ", state.AllowedActs(approval))
        + (state.Pending is { } motion && !(motion.ApprovedBy.IsEmpty && motion.RefusedBy.IsEmpty)
            ? " (each body decides once, all on one mandate; 'overrides' only after a refusal)" : "")
        + (state.AllowedActs(approval).Contains("extended") ? " ('extended' only as far as the mandate lets the government)" : "");

    private void CheckBodies(ParliamentaryApproval approval, string path)
    {
        if (problems.AddIfBeyond(approval.Decisions.Length, limits.MaxEntries, $"{path}.decisions"))
        {
            return;
        }

        var bodies = new HashSet<string>();
        for (var i = 0; i < approval.Decisions.Length; i++)
        {
            if (!bodies.Add(approval.Decisions[i].Body))
            {
                problems.Add($"{path}.decisions[{i}].body", $"'{approval.Decisions[i].Body}' again", "each body at most once");
            }

            if (approval.Decisions[i].Override is not null && (approval.Decisions.Length < 2 || approval.Combination != DecisionCombination.EachConsents))
            {
                problems.Add($"{path}.decisions[{i}].override", "a body that may override another", "several bodies, each of which must consent");
            }

            CheckParties(approval.Decisions[i], $"{path}.decisions[{i}].parties");
        }

        if (approval.Combination == DecisionCombination.JointSitting && approval.Decisions.Select(d => d.Rule).Distinct().Count() > 1)
        {
            problems.Add($"{path}.decisions", "several rules of bodies that sit as one", "one rule for all of them");
        }
    }

    private void CheckParties(Decision decision, string path)
    {
        if (decision.Parties.IsEmpty || problems.AddIfBeyond(decision.Parties.Length, limits.MaxEntries, path))
        {
            return;
        }

        if (decision.Rule is null)
        {
            problems.Add(path, "parties of a body whose rule is not known", "'needs' beside them");
        }

        var names = new HashSet<string>();
        for (var i = 0; i < decision.Parties.Length; i++)
        {
            var party = decision.Parties[i];
            if (!names.Add(party.Name))
            {
                problems.Add($"{path}[{i}].party", $"'{party.Name}' again", "each party at most once");
            }

            shared.CheckSource(party.Source, $"{path}[{i}]");
        }

        var seats = decision.Parties.Sum(p => (long)p.Seats);
        if (seats > int.MaxValue || (decision.Members is { } members && seats != members))
        {
            problems.Add(path, $"{seats} seats", $"as many as the body has members{(decision.Members is { } all ? $", {all}" : ", at most 2147483647")}");
        }
    }

    // What a property means only under some procedures is refused under the others.
    private void CheckPeriods(ParliamentaryApproval approval, string path)
    {
        Only(approval.Combination == DecisionCombination.AnyMayAnnul, "combination", [ApprovalProcedure.ExPostApproval]);
        Only(approval.InformFirst, "informFirst", [ApprovalProcedure.InformationOnly]);
        Only(approval.InformWithin is not null, "informWithin", [ApprovalProcedure.InformationOnly, ApprovalProcedure.ExPostApproval]);
        Only(approval.Silence is not null, "silence", [ApprovalProcedure.TacitApproval, ApprovalProcedure.ExPostApproval]);
        Only(approval.DecideWithin is not null, "decideWithin", [ApprovalProcedure.ExPostApproval]);
        Only(approval.DecideFrom != PeriodStart.Action, "decideFrom", [ApprovalProcedure.ExPostApproval]);
        Only(
            approval.ProvisionalExtension is not null, "provisionalExtension",
            [
                ApprovalProcedure.PriorApproval, ApprovalProcedure.CommitmentToVote, ApprovalProcedure.HostConsent, ApprovalProcedure.TacitApproval,
                ApprovalProcedure.ExPostApproval,
            ]);
        Only(
            approval.StatutoryMandate is not null, "statutoryMandate",
            [ApprovalProcedure.NotRequired, ApprovalProcedure.InformationOnly, ApprovalProcedure.Consultation, ApprovalProcedure.ExPostApproval]);
        if (approval.Procedure == ApprovalProcedure.TacitApproval && approval.Silence is null)
        {
            problems.Add($"{path}.silence", "nothing", $"how long silence must last: {LegalPeriod.Expected}");
        }

        if (approval.DecideFrom == PeriodStart.Information && approval.DecideWithin is null)
        {
            problems.Add($"{path}.decideFrom", "the start of a period that is not given", "'decideWithin' beside it");
        }

        CheckSittingDays(approval, path);

        void Only(bool isSet, string property, ReadOnlySpan<ApprovalProcedure> procedures)
        {
            if (isSet && !procedures.Contains(approval.Procedure))
            {
                problems.Add(
                    $"{path}.{property}", $"'{property}' under the procedure '{FormatNames.Of(approval.Procedure)}'",
                    $"it only under {string.Join(", ", procedures.ToArray().Select(FormatNames.Of))}");
            }
        }
    }

    private void CheckSittingDays(ParliamentaryApproval approval, string path)
    {
        if (problems.AddIfBeyond(approval.SittingDays.Length, limits.MaxEntries, $"{path}.sittingDays"))
        {
            return;
        }

        // A period that no act has set running needs no input yet.
        LegalPeriod?[] periods = [approval.InformWithin, approval.Silence, approval.DecideWithin, approval.ProvisionalExtension];
        if (approval.SittingDays.IsEmpty && !approval.Acts.IsEmpty && Array.Exists(periods, p => p?.SittingDays is not null))
        {
            problems.Add($"{path}.sittingDays", "none, beside a period in sitting days", "the days on which parliament sits");
        }

        if (approval.SittingDays.Distinct().Count() != approval.SittingDays.Length)
        {
            problems.Add($"{path}.sittingDays", "a day named twice", "each day at most once");
        }
    }

    private void CheckAct(ParliamentaryApproval approval, ApprovalAct act, string path)
    {
        switch (act)
        {
            case ApprovalAct.Submitted submitted:
                CheckMandate(submitted.Mandate, $"{path}.mandate");
                break;
            case ApprovalAct.Scheduled { VoteOn: { } voteOn } scheduled when voteOn < scheduled.On:
                problems.Add($"{path}.voteOn", IsoDate.Format(voteOn), $"a day on or after that of the act, {IsoDate.Format(scheduled.On)}");
                break;
            case ApprovalAct.Approved approved:
                CheckMandate(approved.Mandate, $"{path}.mandate");
                CheckVote(approval, approved.Body, approved.Tally, approved.Overrides, carried: true, path);
                break;
            case ApprovalAct.Rejected rejected:
                CheckVote(approval, rejected.Body, rejected.Tally, rejected.Overrides, carried: false, path);
                break;
            case ApprovalAct.Annulled annulled:
                CheckVote(approval, annulled.Body, annulled.Tally, overrides: false, carried: true, path);
                break;
            default:
                break;
        }
    }

    private void CheckVote(ParliamentaryApproval approval, string? body, Tally? tally, bool overrides, bool carried, string path)
    {
        if (approval.Combination == DecisionCombination.JointSitting && !approval.Decisions.IsEmpty)
        {
            if (body is not null)
            {
                problems.Add($"{path}.body", $"'{body}'", "no body: they sit as one");
            }

            var all = approval.Decisions.All(d => d.Members is not null) ? approval.Decisions.Sum(d => (long)d.Members!) : (long?)null;
            CheckTally(tally, approval.Decisions[0].Rule, all, "the joint sitting", carried, path);
            return;
        }

        var decision = body is null
            ? approval.Decisions.Length == 1 ? approval.Decisions[0] : null
            : approval.Decisions.FirstOrDefault(d => d.Body == body);
        if (decision is null && (body is not null || approval.Decisions.Length > 1))
        {
            problems.Add(
                $"{path}.body", body is null ? "no body, of several that decide" : $"'{body}'",
                approval.Decisions.IsEmpty ? "no body: the approval names none" : $"one of {string.Join(", ", approval.Decisions.Select(d => d.Body))}");
        }
        else if (overrides && decision?.Override is null)
        {
            problems.Add($"{path}.overrides", "a vote to override, by a body that may not", "a body with the rule 'override'");
        }

        if (decision is not null || approval.Decisions.IsEmpty)
        {
            CheckTally(tally, overrides ? decision?.Override : decision?.Rule, decision?.Members, decision?.Body ?? "", carried, path);
        }
    }

    private void CheckTally(Tally? tally, VotingRule? rule, long? members, string body, bool carried, string path)
    {
        if (tally is null)
        {
            return;
        }

        if (tally.Present > members)
        {
            problems.Add($"{path}.tally", $"{tally.Present} votes ({tally})", $"at most the {members} members of {body}");
        }
        else if (carried && tally.Yes == 0)
        {
            problems.Add($"{path}.tally", $"{tally}, recorded as approved", "a count with votes in favour");
        }
        else if (rule?.Carries(tally, members) is { } carries && carries != carried)
        {
            problems.Add(
                $"{path}.tally", $"{tally}, recorded as {(carried ? "approved" : "rejected")}",
                $"a count that '{rule}' {(carried ? "carries" : "does not carry")}");
        }
    }

    private void CheckMandate(Mandate? mandate, string path)
    {
        if (mandate is null)
        {
            return;
        }

        if (mandate.From > mandate.Until)
        {
            problems.Add($"{path}.until", IsoDate.Format(mandate.Until.Value), $"a day on or after the first, {IsoDate.Format(mandate.From.Value)}");
        }

        if (mandate.ExtendableUntil is { } extendable && !(mandate.Until <= extendable))
        {
            problems.Add(
                $"{path}.extendableUntil", IsoDate.Format(extendable),
                mandate.Until is { } until ? $"a day on or after the last, {IsoDate.Format(until)}" : "none: the mandate has no last day");
        }

        if (problems.AddIfBeyond(mandate.Ceilings.Length, limits.MaxEntries, $"{path}.ceilings")
            | problems.AddIfBeyond(mandate.Zones.Length, limits.MaxEntries, $"{path}.zones")
            | problems.AddIfBeyond(mandate.Support.Length, limits.MaxEntries, $"{path}.support")
            | problems.AddIfBeyond(mandate.Caveats.Length, limits.MaxEntries, $"{path}.caveats"))
        {
            return;
        }

        var limited = new HashSet<string>();
        foreach (var ceiling in mandate.Ceilings)
        {
            if (ceiling.Support is { } support)
            {
                requirements.CheckSupport(support, $"{path}.ceilings.{support}");
            }

            if (!limited.Add(ceiling.Support ?? Ceiling.Total))
            {
                problems.Add($"{path}.ceilings", $"a second ceiling for {ceiling.Support ?? "the total"}", "at most one for each support type and one for the total");
            }
        }

        for (var i = 0; i < mandate.Support.Length; i++)
        {
            requirements.CheckSupport(mandate.Support[i], $"{path}.support[{i}]");
        }

        if (mandate.Condition is { } condition)
        {
            requirements.Check(condition, () => $"{path}.condition");
        }
    }
}
