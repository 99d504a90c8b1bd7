using System.Collections.Immutable;
using Coalition.Approvals;
using Coalition.Internal;
using NodaTime;

namespace Coalition.Sufficiency;

/// <summary>Rule S3: the gates that a pledge must pass, all but its conditions, each a function of the pledge and the day.</summary>
internal static class PledgeGates
{
    /// <summary>The pledge on the day; null before its first stage, when it does not exist.</summary>
    internal static PledgeOn? On(Day day, int position, AskedStages asked)
    {
        var pledge = day.Model.Pledges[position];
        var stage = day.Record.StageOf(pledge);
        if (stage.Stage is not { } current)
        {
            return null;
        }

        var amount = default(Amount);
        foreach (var claim in pledge.Claims)
        {
            if (day.Record.Knows(pledge, claim))
            {
                amount = amount.With(claim);
            }
        }

        var on = new PledgeOn
        {
            Position = position,
            Pledge = pledge,
            Links = day.Model.Index.Links[position],
            NationOnRecord = day.Model.Nations[day.Model.Index.Links[position].Nation],
            Stage = current,
            StageNow = asked.IsOpen(position, current) && day.IsGranted(OpenMatterKind.Stage, position) ? PledgeStage.Deployed : current,
            Amount = amount,
            IsAmountGranted = day.IsGranted(OpenMatterKind.Amount, position),
        };
        CheckStage(day, on, stage);
        if (current < PledgeStage.Floated)
        {
            // Nothing is promised: what else might stand in the way does not matter.
            return on;
        }

        if (day.On < pledge.From || day.On > pledge.Until)
        {
            on.Fail(Gate.Period, PeriodGround(day.On, pledge.From, pledge.Until, "it"), SourceOf(day, pledge.Source));
        }

        if (pledge.Readiness is { } readiness)
        {
            CheckReadiness(day, on, readiness);
        }

        CheckApprovals(day, on);
        return on;
    }

    /// <summary>A pledge that does not exist on the day, where something must hold its place: no different from one that is withdrawn.</summary>
    internal static PledgeOn Absent(Day day, int position)
    {
        var on = new PledgeOn
        {
            Position = position,
            Pledge = day.Model.Pledges[position],
            Links = day.Model.Index.Links[position],
            NationOnRecord = day.Model.Nations[day.Model.Index.Links[position].Nation],
            Stage = PledgeStage.Withdrawn,
            StageNow = PledgeStage.Withdrawn,
            Amount = default,
            IsAmountGranted = false,
        };
        on.Fail(Gate.Stage, "not on record", null);
        return on;
    }

    private static void CheckStage(Day day, PledgeOn on, StageOnRecord stage)
    {
        if (on.StageNow >= PledgeStage.Firm)
        {
            return;
        }

        var ground = FormatNames.Of(on.Stage) + (stage.Since is { } date ? $" since {IsoDate.Format(date)}" : "");
        if (on.Stage >= PledgeStage.Floated)
        {
            Wait(day, on, Gate.Stage, $"only {ground}, not firm", OpenMatterKind.Stage, on.Position, SourceOf(day, stage.Source));
        }
        else
        {
            on.Fail(Gate.Stage, ground, SourceOf(day, stage.Source));
        }
    }

    private static void CheckReadiness(Day day, PledgeOn on, Readiness readiness)
    {
        var position = day.Model.Index.Circumstances.PositionOf(readiness.From);
        var circumstance = day.Model.Circumstances[position];
        switch (day.Circumstances[position])
        {
            case CircumstanceState.Unknown when !day.IsGranted(OpenMatterKind.Circumstance, position):
                Wait(
                    day, on, Gate.Readiness, $"notice to move {readiness.Notice} runs from '{circumstance.Id}', which is unknown",
                    OpenMatterKind.Circumstance, position, SourceOf(day, on.Pledge.Source));
                break;
            case CircumstanceState.Occurred occurred when !(readiness.ReadyOn(occurred.Since) is { } ready && ready <= day.On):
                var from = readiness.ReadyOn(occurred.Since) is { } later ? $"ready on {IsoDate.Format(later)}" : "never ready";
                on.Fail(
                    Gate.Readiness, $"notice to move {readiness.Notice} runs from '{circumstance.Id}' on {IsoDate.Format(occurred.Since)}: {from}",
                    SourceOf(day, on.Pledge.Source));
                break;
            case CircumstanceState.Ended or CircumstanceState.RuledOut:
                on.Fail(
                    Gate.Readiness, $"notice to move {readiness.Notice} runs from '{circumstance.Id}', which {Predicate(day.Circumstances[position])}",
                    SourceOf(day, day.Record.LatestSource(circumstance.Events) ?? on.Pledge.Source));
                break;
            default:
                break;
        }
    }

    private static void CheckApprovals(Day day, PledgeOn on)
    {
        foreach (var position in on.Links.Needs)
        {
            var isConsent = day.Model.Approvals[position].Procedure == ApprovalProcedure.HostConsent;
            CheckState(day, on, position, isConsent ? Gate.Admission : Gate.Approvals);
            CheckMandate(day, on, position);
        }

        if (on.NeedsUnrecordedConsent(day.Model) && !day.IsGranted(OpenMatterKind.Admission, on.Links.Host))
        {
            Wait(
                day, on, Gate.Admission, $"no consent of {day.Model.Nations[on.Links.Host].Code} to forces on its territory is on record",
                OpenMatterKind.Admission, on.Links.Host, null);
        }
    }

    private static void CheckState(Day day, PledgeOn on, int position, Gate gate)
    {
        var approval = day.Approvals[position];
        switch (approval.Standing)
        {
            case Standing.Passed:
                break;
            case Standing.Pending:
                Wait(day, on, gate, approval.Ground, OpenMatterKind.Approval, position, approval.Source);
                break;
            default:
                on.Fail(gate, approval.Ground, approval.Source);
                break;
        }
    }

    private static void CheckMandate(Day day, PledgeOn on, int position)
    {
        var approval = day.Approvals[position];
        if (approval.Standing == Standing.Failed || Allow(approval.Now, on.Pledge))
        {
            return;
        }

        var ground = $"the mandate of '{day.Model.Approvals[position].Id}' {WhyNot(day, on.Pledge, approval)}";
        if (approval.IsOpen && Allow(approval.Granted, on.Pledge))
        {
            Wait(day, on, Gate.Mandate, $"{ground}; its renewal or amendment is undecided", OpenMatterKind.Approval, position, approval.Source);
        }
        else
        {
            on.Fail(Gate.Mandate, ground, approval.Source);
        }
    }

    /// <summary>Whether one of several mandates allows the pledge's support type and zone.</summary>
    internal static bool Allow(ImmutableArray<Mandate> mandates, Pledge pledge)
    {
        foreach (var mandate in mandates)
        {
            if (mandate.Allows(pledge))
            {
                return true;
            }
        }

        return false;
    }

    private static string WhyNot(Day day, Pledge pledge, ApprovalOn state)
    {
        var isStanding = state.State.Standing == Standing.Passed || state.Current is not null;
        var mandate = state.Current ?? state.State.Asked;
        if (isStanding && state.Current is null)
        {
            return "has not begun";
        }

        if (mandate is not null && !mandate.Covers(day.On))
        {
            return isStanding ? PeriodGround(day.On, mandate.From, mandate.Until, "") : $"that is asked for {PeriodGround(day.On, mandate.From, mandate.Until, "")}";
        }

        var asked = isStanding ? "" : "that is asked for ";
        return mandate is { Support.IsEmpty: false } && !mandate.Support.Contains(pledge.Support)
            ? $"{asked}does not allow the support type '{pledge.Support}'"
            : $"{asked}does not allow the zone {(pledge.Zone is { } zone ? FormatNames.Of(zone) : "of a pledge that states none")}";
    }

    private static string PeriodGround(LocalDate on, LocalDate? from, LocalDate? until, string subject) =>
        (on < from ? $"{subject} begins on {IsoDate.Format(from.Value)}" : $"{subject} ended on {IsoDate.Format(until!.Value)}").TrimStart();

    private static string Predicate(CircumstanceState state) => state switch
    {
        CircumstanceState.Ended ended => $"ended on {IsoDate.Format(ended.Since)}",
        CircumstanceState.RuledOut ruledOut => $"was ruled out on {IsoDate.Format(ruledOut.Since)}",
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private static void Wait(Day day, PledgeOn on, Gate gate, string ground, OpenMatterKind kind, int position, Source? source) =>
        on.Wait(gate, ground, day.Matters, day.Matters.Number(kind, position), source);

    private static Source? SourceOf(Day day, string? id) => id is null ? null : day.Model.Index.Sources.Find(id);
}
