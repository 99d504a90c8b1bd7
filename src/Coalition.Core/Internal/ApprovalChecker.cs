using Coalition.Approvals;

namespace Coalition.Internal;

/// <summary>Checks one approval: its procedure, its bodies, its acts in their order, its votes, and its mandates.</summary>
internal sealed class ApprovalChecker(ModelIndex index, CoalitionLimits limits, Problems problems, RequirementChecker requirements)
{
    internal void Check(ParliamentaryApproval approval, string path)
    {
        var nation = index.Nations.Find(approval.Nation);
        if (!index.Nations.Declares(approval.Nation))
        {
            problems.Add($"{path}.nation", $"'{approval.Nation}'", "the code of a nation of this model");
        }

        if (approval.Procedure > ApprovalProcedure.NotRequired)
        {
            problems.Add(
                $"{path}.procedure", $"'{FormatNames.Of(approval.Procedure)}', which is not supported yet",
                "one of priorApproval, commitmentToVote, hostConsent, notRequired");
            return;
        }

        if (approval.Procedure == ApprovalProcedure.HostConsent && nation is not null && !nation.Roles.Contains(NationRole.Host))
        {
            problems.Add($"{path}.nation", $"'{approval.Nation}', which is no host", "a nation with the role host, for the procedure hostConsent");
        }

        CheckBodies(approval, path);
        for (var i = 0; i < approval.Acts.Length; i++)
        {
            CheckAct(approval, approval.Acts[i], $"{path}.acts[{i}]");
        }

        if (approval.Acts.Length <= limits.MaxEntries)
        {
            new ChronologyChecker<ParliamentaryApprovalState, ApprovalAct>(
                problems, $"{path}.acts", index.SourceOf, ParliamentaryApprovalState.Initial(approval), (state, act) => state.After(act, approval),
                act => act.Name, state => state.Name, state => Allowed(state, approval)).Check(approval.Acts);
        }
    }

    // An act of an allowed kind may still repeat or contradict a consent.
    private static string Allowed(ParliamentaryApprovalState state, ParliamentaryApproval approval) =>
        string.Join(", ", state.AllowedActs(approval))
        + (state is ParliamentaryApprovalState.Submitted { Motion.ApprovedBy.IsEmpty: false } or ParliamentaryApprovalState.RenewalRequested { Motion.ApprovedBy.IsEmpty: false }
            ? " (each body consents once, and all to one mandate)" : "");

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
        }
    }

    private void CheckAct(ParliamentaryApproval approval, ApprovalAct act, string path)
    {
        switch (act)
        {
            case ApprovalAct.Submitted submitted:
                CheckMandate(submitted.Mandate, path);
                break;
            case ApprovalAct.Approved approved:
                CheckMandate(approved.Mandate, path);
                CheckVote(approval, approved.Body, approved.Tally, carried: true, path);
                break;
            case ApprovalAct.Rejected rejected:
                CheckVote(approval, rejected.Body, rejected.Tally, carried: false, path);
                break;
            default:
                break;
        }
    }

    private void CheckVote(ParliamentaryApproval approval, string? body, Tally? tally, bool carried, string path)
    {
        var decision = body is null
            ? approval.Decisions.Length == 1 ? approval.Decisions[0] : null
            : approval.Decisions.FirstOrDefault(d => d.Body == body);
        if (decision is null && (body is not null || approval.Decisions.Length > 1))
        {
            problems.Add(
                $"{path}.body", body is null ? "no body, of several that decide" : $"'{body}'",
                approval.Decisions.IsEmpty ? "no body: the approval names none" : $"one of {string.Join(", ", approval.Decisions.Select(d => d.Body))}");
        }

        if (tally is null || decision is null)
        {
            return;
        }

        if (tally.Present > decision.Members)
        {
            problems.Add($"{path}.tally", $"{tally.Present} votes ({tally})", $"at most the {decision.Members} members of {decision.Body}");
        }
        else if (decision.Rule?.Carries(tally, decision.Members) is { } carries && carries != carried)
        {
            problems.Add(
                $"{path}.tally", $"{tally}, recorded as {(carried ? "approved" : "rejected")}",
                $"a count that '{decision.Rule}' {(carried ? "carries" : "does not carry")}");
        }
    }

    private void CheckMandate(Mandate? mandate, string path)
    {
        if (mandate is null)
        {
            return;
        }

        path += ".mandate";
        if (mandate.From > mandate.Until)
        {
            problems.Add($"{path}.until", IsoDate.Format(mandate.Until.Value), $"a day on or after the first, {IsoDate.Format(mandate.From.Value)}");
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
